"""What reading and writing YAML costs, against PyYAML's C loader on the same text.

Run it from the project's root: `python benchmarks/yaml_ratio.py`.
"""

import functools
from collections.abc import Callable

import yaml
from document import document
from paired import paired

from confmodel.codec import from_dict, to_dict
from confmodel.formats.yaml import parse, read, write


def main() -> None:
    """Print one line for each thing that is measured."""
    record = from_dict(document(1))
    canonical = write(record)
    in_blocks = yaml.safe_dump(to_dict(record), allow_unicode=True, sort_keys=False)
    for name, text in (("as we write it", canonical), ("as PyYAML writes it", in_blocks)):
        reference = functools.partial(yaml.load, text, yaml.CSafeLoader)
        works: tuple[tuple[str, Callable[[], object]], ...] = (
            ("parse", functools.partial(parse, text)),
            ("read", functools.partial(read, text)),
            ("write", functools.partial(write, record)),
        )
        for what, work in works:
            print(f"{what:6} {len(text) // 1000:4} kB {name:20} {paired(reference, work)}")


if __name__ == "__main__":
    main()
