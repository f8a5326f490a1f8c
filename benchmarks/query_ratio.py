"""What indexed questions cost, against a plain loop over the same records.

Run it from the project's root: `python benchmarks/query_ratio.py [RECORDS]`.
Loading, indexing and asking are measured on the same records, alternately, in
CPU time; the collector is paused while loading.
"""

import functools
import gc
import itertools
import random
import sys
import time
import tracemalloc
from typing import Any

from document import as_json, document
from paired import paired

from confmodel import Conference
from confmodel.model import Manner
from confmodel.query import (
    AgreementQuery,
    Certainty,
    Collection,
    Question,
    StatementQuery,
    ask,
    read_many,
)

CODES = ["PL", "EE", "LV", "FI", "LT", "PK", "AF", "US", "IN", "CN", "JP", "FR", "IT", "BE", "PT"]
CODES += ["NL", "DE", "CA", "MX", "BR", "AR", "CL", "PE", "GB", "ID", "MM", "LK", "NG", "ZA", "ET"]
TOPICS = ["illegal migration", "water level", "drug trafficking", "trade", "border management"]


def records_as_json(count: int) -> list[bytes]:
    """Write records of about 25 kB: the measured document with other countries and topics."""
    choose = random.Random(7)  # noqa: S311 - no secret
    plain = document()
    lines = []
    for n in range(count):
        plain["id"] = f"measured-{n}"
        for country, code in zip(plain["countries"], choose.sample(CODES, 6), strict=True):
            country["code"], country["name"] = code, f"Country {code}"
        for statement in plain["statements"]:
            statement["topics"][0]["label"] = choose.choice(TOPICS)
        lines.append(as_json(plain))
    return lines


def by_hand(records: list[Conference]) -> int:
    """Count what one country's side said in a manner: the loop that people write."""
    found = 0
    for record in records:
        states = {each.id for each in record.countries if each.code == "PK"}
        if not states:
            continue
        parties = {each.id for each in record.delegations if not states.isdisjoint(each.of)}
        side = {each.id for each in record.delegates if each.delegation in parties}
        side |= states | parties
        side |= {each.id for each in record.groups if not side.isdisjoint(each.members)}
        for said in record.statements:
            if said.manner is Manner.DIRECT and not side.isdisjoint(said.speakers):
                found += 1
    return found


QUESTIONS: dict[str, Question[Any]] = {
    "by, manner": StatementQuery(by="PK", manner=Manner.DIRECT),
    "by, topic": StatementQuery(by="PK", topic="illegal migration"),
    "by, about, certainly": StatementQuery(by="PK", about="IN", certainty=Certainty.CERTAINLY),
    "between": AgreementQuery(between=["PK", "IN"]),
}


def main() -> None:
    """Print what loading, indexing and asking cost, and the memory of the index."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    lines = records_as_json(count)
    tracemalloc.start()
    records = read_many(lines)
    held = tracemalloc.get_traced_memory()[0]
    warm = Collection.of(records)
    before = tracemalloc.get_traced_memory()[0]
    for question in QUESTIONS.values():
        warm.ask(question).count()
    of_index = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    print(f"{count} records, {held / 1e6:.0f} MB; all indexes {of_index / held:.1%} of that")

    gc.collect()
    gc.freeze()
    first = records[: max(count // 10, 1)]
    some = lines[: len(first)]
    load = functools.partial(read_many, some)
    for name, question in QUESTIONS.items():
        built = functools.partial(_build, first, question)
        print(f"index for {name:22} / load        {paired(load, built, rounds=9, seconds=0.2)}")

    loop = functools.partial(by_hand, records)
    if loop() != ask(records, QUESTIONS["by, manner"]).count():
        raise SystemExit("the loop and the question do not agree")
    for name, question in QUESTIONS.items():
        answers = warm.ask(question)
        hits = answers.count()
        ratio = paired(loop, answers.count, rounds=21, seconds=0.1)
        print(f"count  of {name:22} / loop        {ratio}   {hits} hits")
        ratio = paired(loop, functools.partial(list, answers), rounds=21, seconds=0.1)
        print(f"all hits of {name:20} / loop        {ratio}")
        ratio = paired(loop, functools.partial(_first_ten, warm, question), rounds=21, seconds=0.1)
        print(f"first ten with why, {name:12} / loop        {ratio}")
    start = time.process_time()
    naive = ask(records, QUESTIONS["by, manner"]).count()
    print(f"the engine without an index: {time.process_time() - start:.2f} s, {naive} hits")
    start = time.process_time()
    loop()
    print(f"the loop by hand: {time.process_time() - start:.2f} s")


def _build(records: list[Conference], question: Question[Any]) -> None:
    Collection.of(records).ask(question).first()


def _first_ten(records: Collection, question: Question[Any]) -> None:
    for hit in itertools.islice(records.ask(question), 10):
        _ = hit.why


if __name__ == "__main__":
    main()
