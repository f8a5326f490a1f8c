"""What indexed questions cost, against a plain loop over the same records.

Run it from the project's root: `python benchmarks/query_ratio.py [RECORDS]`.
Loading, indexing and asking are measured on the same records, alternately, in
CPU time; the collector is paused while loading. Twenty thousand records take
3 GB; take fewer where there is less.
"""

import functools
import gc
import itertools
import random
import sys
import tracemalloc
from typing import Any

from document import as_json, document
from paired import paired

from confmodel import Conference
from confmodel.model import Attendance, Manner
from confmodel.query import (
    AgreementQuery,
    Certainty,
    Collection,
    ConferenceQuery,
    DelegateQuery,
    FigureQuery,
    Question,
    StatementQuery,
    ask,
    read_many,
)

CODES = ["PL", "EE", "LV", "FI", "LT", "PK", "AF", "US", "IN", "CN", "JP", "FR", "IT", "BE", "PT"]
CODES += ["NL", "DE", "CA", "MX", "BR", "AR", "CL", "PE", "GB", "ID", "MM", "LK", "NG", "ZA", "ET"]
FIRST = ["Mohsin", "Abid", "Rosa", "Igor", "Vera", "Łucja", "Jürgen", "Amina", "Kofi", "Sander"]
LAST = ["Vale", "Khan", "Taro", "Lind", "Osei", "Moreau", "Żuraw", "Sato", "Ibsen", "Cruz"]
PEOPLE = [f"{first} {last} {n}" for first in FIRST for last in LAST for n in range(20)]
TOPICS = ["illegal migration", "water level", "drug trafficking", "trade", "border management"]


def records_as_json(count: int) -> list[bytes]:
    """Write records of about 25 kB: the measured document with other names, topics and dates."""
    choose = random.Random(7)  # noqa: S311 - no secret
    plain = document()
    lines = []
    for n in range(count):
        plain["id"] = f"measured-{n}"
        for country, code in zip(plain["countries"], choose.sample(CODES, 6), strict=True):
            country["code"], country["name"] = code, f"Country {code}"
        for delegate, name in zip(plain["delegates"], choose.sample(PEOPLE, 11), strict=True):
            delegate["name"] = name
        day = f"{choose.randrange(2000, 2030)}-0{choose.randrange(1, 10)}-10"
        plain["when"] = plain["sessions"][0]["when"] = day
        for statement in plain["statements"]:
            statement["when"] = day
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
    "by, since": StatementQuery(by="PK", manner=Manner.DIRECT, since="2020"),
    "by a person": StatementQuery(by="Rosa Vale 7"),
    "between": AgreementQuery(between=["PK", "IN"]),
    "participant": ConferenceQuery(participant="PK", during="2020/2022"),
    "to": StatementQuery(to="PK"),
    "among, attendance": DelegateQuery(among="all six ministers", attendance=Attendance.ATTENDED),
    "session, text": StatementQuery(session="opening", text="water fallen"),
    "not party": AgreementQuery(not_party="PK"),
    "about, at least": FigureQuery(about="PK", at_least=25),
}


_ROUNDS = 9


def main() -> None:
    """Print what loading, indexing and asking cost, and the memory of the index."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    lines = records_as_json(count)
    some = lines[: max(count // 20, 1)]
    print(f"memory of all indexes / records             {_memory(some):.3f}")
    records = read_many(lines)
    warm = Collection.of(records)

    gc.collect()
    gc.freeze()
    first = records[: len(some)]
    load = functools.partial(read_many, some)
    for name, question in QUESTIONS.items():
        built = functools.partial(_build, first, question)
        print(f"index for {name:22} / load        {paired(load, built, rounds=5, seconds=0.2)}")

    loop = functools.partial(by_hand, records)
    if by_hand(first) != ask(first, QUESTIONS["by, manner"]).count():
        raise SystemExit("the loop and the question do not agree")
    for name, question in QUESTIONS.items():
        answers = warm.ask(question)
        hits = answers.count()
        ratio = paired(loop, answers.count, rounds=_ROUNDS, seconds=0.1)
        print(f"count  of {name:22} / loop        {ratio}   {hits} hits")
        ratio = paired(loop, functools.partial(list, answers), rounds=_ROUNDS, seconds=0.1)
        print(f"all hits of {name:20} / loop        {ratio}")
        known = [(hit.entity, hit.conference) for hit in answers]
        ratio = paired(loop, functools.partial(_pairs, known), rounds=_ROUNDS, seconds=0.1)
        print(f"as many pairs, all known          / loop        {ratio}")
        ratio = paired(
            loop, functools.partial(_first_ten, warm, question), rounds=_ROUNDS, seconds=0.1
        )
        print(f"first ten with why, {name:12} / loop        {ratio}")
    naive = functools.partial(_count, first, QUESTIONS["by, manner"])
    few = functools.partial(by_hand, first)
    print(f"no index, a list of records            / loop   {paired(few, naive, rounds=_ROUNDS)}")


def _count(records: list[Conference], question: Question[Any]) -> int:
    return ask(records, question).count()


def _memory(lines: list[bytes]) -> float:
    """Say what all indexes take, as a part of what the records take."""
    tracemalloc.start()
    records = read_many(lines)
    held = tracemalloc.get_traced_memory()[0]
    warm = Collection.of(records)
    before = tracemalloc.get_traced_memory()[0]
    for question in QUESTIONS.values():
        warm.ask(question).count()
    of_index = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    return of_index / held


def _build(records: list[Conference], question: Question[Any]) -> None:
    Collection.of(records).ask(question).first()


def _pairs(known: list[tuple[Any, Conference]]) -> list[tuple[Any, Conference, str]]:
    """Make one tuple for each hit: what no list of hits can be cheaper than."""
    return [(entity, conference, "") for entity, conference in known]


def _first_ten(records: Collection, question: Question[Any]) -> None:
    for hit in itertools.islice(records.ask(question), 10):
        _ = hit.why


if __name__ == "__main__":
    main()
