"""Measure what checking against the texts costs, in loads of the same record.

Run with `python benchmarks/grounding_ratio.py`. The record has 25 kB and about
60 pieces of evidence, each at its offset in a text of its words.
"""

from typing import Any

from document import as_json, document
from paired import paired

import confmodel
from confmodel import Conference


def grounded() -> tuple[Conference, dict[str, str]]:
    """Build the usual document with a text that its evidence stands in."""
    words: list[str] = []
    length = 0

    def placed(value: Any) -> Any:
        nonlocal length
        if isinstance(value, list):
            return [placed(each) for each in value]
        if not isinstance(value, dict):
            return value
        value = {name: placed(inner) for name, inner in value.items()}
        if "exact" in value:
            value = {name: value[name] for name in value if name not in ("prefix", "suffix")}
            value["start"] = length
            words.append(value["exact"])
            length += len(value["exact"]) + 1
        return value

    plain = placed(document())
    text = " ".join(words)
    plain["sources"][0]["length"] = len(text)
    return confmodel.from_dict(plain), {"report": text}


if __name__ == "__main__":
    record, texts = grounded()
    data = as_json(confmodel.to_dict(record))
    report = confmodel.check(record, texts=texts)
    print(f"{len(data) / 1000:.0f} kB, {report.verdicts}")
    for name, ratio in (
        (
            "check with texts",
            paired(lambda: confmodel.loads(data), lambda: confmodel.check(record, texts=texts)),
        ),
        (
            "check without texts",
            paired(lambda: confmodel.loads(data), lambda: confmodel.check(record)),
        ),
    ):
        print(f"{name}: {ratio} loads")
