"""Measure the library against others, and write the page of results.

Run it on a quiet machine: `make bench`. Every number is the median of paired
ratios with its quartiles, never an absolute time.
"""

import functools
import json
import os
import platform
import statistics
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any

import msgspec
from document import as_json, document, small
from paired import Ratio, paired
from peers import as_attrs, as_mashumaro, as_pydantic, as_sparse_struct, as_struct, shapes

import confmodel
from confmodel.checks._judging import are_sound
from confmodel.checks._notes import Notes
from confmodel.codec import _build, _read
from confmodel.model import Conference

PAGE = Path(__file__).parent.parent / "docs" / "explanation" / "_performance.md"


def codec(data: bytes) -> list[tuple[str, Ratio | None, Ratio | None]]:
    """Measure decoding and encoding of one document in every library."""
    decoder: Any = msgspec.json.Decoder(shapes(as_struct))
    struct: Any = decoder.decode(data)
    sparse: Any = msgspec.json.decode(data, type=shapes(as_sparse_struct))
    encoder = msgspec.json.Encoder()

    def decoded(work: Callable[[], object]) -> Ratio:
        return paired(lambda: decoder.decode(data), work)

    def encoded(work: Callable[[], object]) -> Ratio:
        # All give text, as `dumps` does.
        return paired(lambda: encoder.encode(struct).decode(), work)

    record = confmodel.loads(data)
    rows: list[tuple[str, Ratio | None, Ratio | None]] = [
        (
            "msgspec.Struct, against itself",
            decoded(lambda: decoder.decode(data)),
            encoded(lambda: encoder.encode(struct).decode()),
        ),
        (
            "msgspec.Struct that leaves defaults out",
            None,
            encoded(lambda: encoder.encode(sparse).decode()),
        ),
        ("confmodel, strict decode", decoded(lambda: strictly(data)), None),
        (
            "confmodel, with ids, references and offsets",
            decoded(lambda: are_sound(strictly(data)[1], "1.0")),
            None,
        ),
        (
            "**confmodel, `loads` and `dumps`**",
            decoded(lambda: confmodel.loads(data)),
            encoded(lambda: confmodel.dumps(record)),
        ),
    ]
    pydantic: Any = shapes(as_pydantic)
    validated = pydantic.model_validate_json(data)
    rows.append(
        (
            "pydantic",
            decoded(lambda: pydantic.model_validate_json(data)),
            encoded(lambda: validated.model_dump_json(exclude_defaults=True)),
        )
    )
    mashumaro: Any = shapes(as_mashumaro)
    built = mashumaro.from_json(data)
    rows.append(
        (
            "mashumaro with orjson",
            decoded(lambda: mashumaro.from_json(data)),
            encoded(lambda: built.to_jsonb().decode()),
        )
    )
    from cattrs.preconf.orjson import make_converter  # noqa: PLC0415 - only a peer needs it

    converter = make_converter(forbid_extra_keys=True)
    plain = shapes(as_attrs)
    structured: Any = converter.loads(data, plain)
    rows.append(
        (
            "attrs through cattrs with orjson",
            decoded(lambda: converter.loads(data, plain)),
            encoded(lambda: converter.dumps(structured).decode()),
        )
    )
    return rows


def foreign(data: bytes) -> list[tuple[str, Ratio]]:
    """Measure what a document costs that other programs wrote, against one of our own."""
    own = confmodel.loads(data)
    canonical = confmodel.dumps(own).encode()
    indented = confmodel.dumps(own, indent=2).encode()
    return [
        (name, paired(lambda: confmodel.loads(canonical), functools.partial(confmodel.loads, each)))
        for name, each in (
            ("as `dumps` writes it", canonical),
            ("indented", indented),
            ("its members in another order", data),
        )
    ]


def memory(data: bytes, records: int = 100) -> list[tuple[str, float]]:
    """Measure the kilobytes that a record holds, in every library."""
    pydantic: Any = shapes(as_pydantic)
    mashumaro: Any = shapes(as_mashumaro)
    readers: list[tuple[str, Callable[[bytes], object]]] = [
        ("msgspec.Struct", msgspec.json.Decoder(shapes(as_struct)).decode),
        ("confmodel", confmodel.loads),
        ("pydantic", pydantic.model_validate_json),
        ("mashumaro with orjson", mashumaro.from_json),
    ]
    rows = []
    for name, read in readers:
        read(data)  # what is made at the first use is no part of a record
        tracemalloc.start()
        held = [read(data) for _ in range(records)]
        rows.append((name, tracemalloc.get_traced_memory()[0] / len(held) / 1000))
        tracemalloc.stop()
    return rows


def strictly(data: bytes) -> tuple[Conference, Notes]:
    """Decode a document and refuse unknown members; what integrity needs is noted on the way."""
    mirror = _read._decoder().decode(data)  # noqa: SLF001 - a part of loads is measured
    return _build.builder(is_lifting=False)(mirror)


def import_cost() -> str:
    """Measure the CPU time of importing the package against importing attrs."""

    def cost(program: str) -> float:
        timed = f"import time, sys\n{program}\nprint(time.process_time())"
        done = subprocess.run(
            [sys.executable, "-c", timed], capture_output=True, text=True, check=True
        )
        return float(done.stdout)

    ratios = []
    for _ in range(15):
        before, measured, after = (
            cost("import attrs"),
            cost("import confmodel"),
            cost("import attrs"),
        )
        ratios.append(measured / ((before + after) / 2))
    return f"{statistics.median(ratios):.2f}"


def scaling() -> list[tuple[str, Ratio]]:
    """Measure documents from 1 kB to 10 MB, each against the same in a plain `msgspec.Struct`."""
    decoder: Any = msgspec.json.Decoder(shapes(as_struct))
    rows = []
    for name, data in (
        ("1 kB", as_json(small())),
        ("25 kB", as_json(document())),
        ("250 kB", as_json(document(10))),
        ("2.5 MB", as_json(document(100))),
        ("10 MB", as_json(document(370))),
    ):
        canonical = confmodel.dumps(confmodel.loads(data)).encode()
        ratio = paired(
            functools.partial(decoder.decode, canonical),
            functools.partial(confmodel.loads, canonical),
            rounds=9 if len(data) > 10**6 else 21,
        )
        rows.append((name, ratio))
    return rows


def size_of_installation() -> tuple[int, float]:
    """Count the distributions of the base installation, and their megabytes."""
    names = ["confmodel", "attrs", "cattrs", "msgspec", "click", "typing_extensions"]
    paths = {
        Path(str(file.locate()))
        for name in names
        for file in distribution(name).files or ()
        if "__pycache__" not in str(file)
    }
    own = Path(confmodel.__file__).parent
    paths |= {path for path in own.rglob("*") if "__pycache__" not in path.parts}
    return len(names), sum(path.stat().st_size for path in paths if path.is_file()) / 1e6


def page() -> str:
    """Write the results as the part of a page."""
    ordered = as_json(document())
    # A file of our own: the order of the members is the model's.
    generated = confmodel.dumps(confmodel.loads(ordered)).encode()
    lines = [
        f"Measured with Python {platform.python_version()}, "
        + ", ".join(
            f"{name} {version(name)}" for name in ("attrs", "cattrs", "msgspec", "pydantic")
        ),
        f"on {os.cpu_count()} cores.",
        "",
    ]
    objects = generated.count(b"{")
    lines += [
        f"A generated document, {len(generated) / 1000:.0f} kB, {objects} objects:",
        "",
        "| library | bytes to objects | objects to text |",
        "| --- | --- | --- |",
        *(
            f"| {label} | {decode or ''} | {encode or ''} |"
            for label, decode, encode in codec(generated)
        ),
        "",
        "| the same document, read by `loads` | ratio |",
        "| --- | --- |",
        *(f"| {name} | {ratio} |" for name, ratio in foreign(ordered)),
        "",
        "| what a record holds | kB |",
        "| --- | --- |",
        *(f"| {name} | {kilobytes:.0f} |" for name, kilobytes in memory(generated)),
        "",
        "| `loads` of documents of other sizes | ratio |",
        "| --- | --- |",
        *(f"| {name} | {ratio} |" for name, ratio in scaling()),
        "",
        f"`import confmodel` takes {import_cost()} times the CPU time of `import attrs`.",
    ]
    count, megabytes = size_of_installation()
    lines.append(f"The base installation has {count} distributions of {megabytes:.1f} MB in all.")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    text = page()
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(text, encoding="utf-8")
    print(text)
    print(json.dumps({"written": PAGE.name}))
