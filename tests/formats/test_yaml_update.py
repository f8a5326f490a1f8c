"""Updating YAML: the text holds the new record, and what has not changed stays as it was."""

import builtins
import random
from collections.abc import Sequence
from itertools import chain
from typing import Any, cast

import attrs
import pytest
from ruamel.yaml import YAML

from confmodel.codec import to_dict
from confmodel.errors import LoadError, MissingExtraError
from confmodel.formats._yaml_update import candidates
from confmodel.formats.yaml import parse, read, update, write
from confmodel.model import Conference, Delegate, Source, When
from tests.formats.records import all_records

AUTHORED = """\
# yaml-language-server: $schema=confmodel.schema.json
---
# the name of the city
id: lakeside-2031
name: Lakeside Conference  # a working title
when: 2031-05-06/2031-05-08
places: [Selm]   # by the bridge

# What was read.
sources: [{id: gazette, kind: news_report, title: Three meet}]  # one only
countries: [{id: aland, name: Aland},   # the first
  {id: boria, name: 'Boria # b'}]  # the second
delegations:
- {id: a, of: [aland]}   # of Aland
# above b
- {id: b, of: [boria]}   # of Boria
delegates:
  # the chair
  - id: vale     # her id
    name: Rosa Vale   # as printed
    delegation: a
    # what she is
    offices: [Minister of Water]
  # the guest
  - {id: tom, name: Tom, delegation: b}
statements:
  - id: s1
    speakers: [vale]
    manner: mixed
    text: >-
      The river is lower
      than ever.
    evidence:
      # the first words
      - The river is lower than ever.
      # the second words
      - it was agreed   # said so
# the end
"""


ODD_PLACES = (
    # ruamel.yaml reads no tab behind a colon or before a comment.
    ("id: c\nname:\tOld\n# end\n", "id: c\nname: Anew\n# end\n"),
    ("# top\nid: c\nname: Old\t# so\n", "# top\nid: c\n# so\nname: Anew\n"),
)


@pytest.mark.parametrize(("text", "expected"), ODD_PLACES)
def test_text_that_other_parsers_refuse_is_updated(text: str, expected: str) -> None:
    assert update(text, attrs.evolve(read(text), name="Anew")) == expected


def test_name_at_the_end_of_a_line_in_brackets_is_updated() -> None:
    text = "id: c\nname: C\nsources: [{id: s, title:\n  ...Old}]  # so\n"
    record = read(text)
    changed = attrs.evolve(record, sources=[attrs.evolve(record.sources[0], title="Anew")])

    assert read(update(text, changed)) == changed


@pytest.mark.parametrize("line", ["...", "... b", "---", "--- b", "# b", "...b"])
@pytest.mark.parametrize("indent", ["", " ", "  ", "   ", "    ", "     "])
def test_odd_line_of_a_text_is_no_end_of_it(line: str, indent: str) -> None:
    text = (
        f'id: c\nname: "a\n{indent}{line}"\ndelegates:\n'
        f'  - name: "a\n{indent}{line}"  # so\n    id: x\n    note: old\n  - id: y\n    name: Y\n'
    )
    try:
        record = read(text)
    except LoadError:
        assert indent == ""  # no text may go on like this
        return
    delegates = [attrs.evolve(record.delegates[0], note="new"), record.delegates[1]]

    for changed in (
        attrs.evolve(record, theme="t"),
        attrs.evolve(record, name="Anew"),
        attrs.evolve(record, delegates=delegates),
        attrs.evolve(record, delegates=delegates[::-1]),
        attrs.evolve(record, name="Anew", delegates=delegates[:1]),
    ):
        updated = update(text, changed)

        assert read(updated) == changed
        assert "# so" in updated


@pytest.fixture(name="record", scope="module")
def a_record() -> Conference:
    return read(AUTHORED)


def changes(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return the lines that only one of them has."""
    before, after = old.split("\n"), new.split("\n")
    return (
        [line for line in before if line not in after],
        [line for line in after if line not in before],
    )


def updated(record: Conference, **fields: Any) -> tuple[list[str], list[str]]:
    """Update the authored text, and return the lines that went and came."""
    changed = attrs.evolve(record, **fields)
    text = update(AUTHORED, changed)
    assert read(text, check=False) == changed
    return changes(AUTHORED, text)


def test_nothing_changes_where_the_record_is_the_same(record: Conference) -> None:
    assert update(AUTHORED, record) == AUTHORED


def test_comment_behind_a_changed_value_stays_there(record: Conference) -> None:
    gone, come = updated(record, name="Talks")

    assert gone == ["name: Lakeside Conference  # a working title"]
    assert [" ".join(line.split()) for line in come] == ["name: Talks # a working title"]


def test_one_line_changes_with_one_member_of_an_entity(record: Conference) -> None:
    vale, tom = record.delegates
    gone, come = updated(record, delegates=[attrs.evolve(vale, name="Rosa M. Vale"), tom])

    assert gone == ["    name: Rosa Vale   # as printed"]
    assert [" ".join(line.split()) for line in come] == ["name: Rosa M. Vale # as printed"]


def test_entity_that_is_gone_takes_the_comment_above_it_along(record: Conference) -> None:
    gone, come = updated(record, delegates=record.delegates[:1])

    assert gone == ["  # the guest", "  - {id: tom, name: Tom, delegation: b}"]
    assert come == []


def test_new_entity_stands_behind_the_others(record: Conference) -> None:
    zoe = Delegate(id="zoe", name="Zoe", delegation="b")
    gone, come = updated(record, delegates=[*record.delegates, zoe])

    assert gone == []
    assert come == ["  - {id: zoe, name: Zoe, delegation: b}"]


def test_entities_in_another_order_keep_their_comments(record: Conference) -> None:
    changed = attrs.evolve(record, delegates=record.delegates[::-1])
    text = update(AUTHORED, changed)

    assert read(text) == changed
    assert sorted(text.split("\n")) == sorted(AUTHORED.split("\n"))
    assert text.index("# the guest\n  - {id: tom") < text.index("# the chair\n  - id: vale")


def test_member_that_is_gone_takes_its_comment_along(record: Conference) -> None:
    vale, tom = record.delegates
    gone, come = updated(record, delegates=[attrs.evolve(vale, offices=()), tom])

    assert gone == ["    # what she is", "    offices: [Minister of Water]"]
    assert come == []


def test_new_member_stands_behind_the_others_and_before_the_last_comment(
    record: Conference,
) -> None:
    text = update(AUTHORED, attrs.evolve(record, note="As told."))

    assert text == AUTHORED.replace("# the end\n", "note: As told.\n# the end\n")


def test_comment_inside_brackets_that_change_stands_above_them(record: Conference) -> None:
    aland, boria = record.countries
    gone, come = updated(record, countries=[aland, attrs.evolve(boria, name="Borya # b")])

    assert len(gone) == 2
    assert come[0] == "# the first"
    assert come[1].startswith(
        'countries: [{id: aland, name: Aland}, {id: boria, name: "Borya # b"}]'
    )
    assert come[1].endswith("# the second")


def test_evidence_names_its_source_as_soon_as_there_are_two(record: Conference) -> None:
    other = Source(id="other", title="Another")
    gone, come = updated(record, sources=[*record.sources, other])

    assert "      - it was agreed   # said so" in gone
    assert "      - {source: gazette, exact: it was agreed} # said so" in come
    assert "    text: >-" not in gone


def test_comment_beside_a_text_that_becomes_long_stands_above_it(record: Conference) -> None:
    _, come = updated(record, name="Talks on a lake " * 10 + "x")

    assert come[:2] == ["# a working title", "name: >-"]


def test_quotation_marks_and_folds_stay_beside_a_change(record: Conference) -> None:
    statement = attrs.evolve(record.statements[0], evidence=record.statements[0].evidence[1:])
    gone, come = updated(record, statements=[statement])

    assert gone == ["      # the first words", "      - The river is lower than ever."]
    assert come == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("begin", ["", "\ufeff"])
def test_line_ends_and_the_mark_at_the_beginning_stay(begin: str, end: str) -> None:
    text = end.join([f"{begin}id: c # i", "name: C # n", "...", "# foot", ""])
    changed = attrs.evolve(read(text), when=When("2031"))

    assert update(text, changed) == text.replace("...", f'when: "2031"{end}...')


def test_text_in_brackets_is_written_anew_below_its_comments() -> None:
    text = "{id: c, # the id\n name: C} # '#'"

    assert update(text, Conference(id="c", name="D")) == (
        "# the id\n# '#'\nconfmodel: \"1.0\"\nid: c\nname: D\n"
    )


def test_each_way_to_change_a_text_holds_the_record_and_the_comments(record: Conference) -> None:
    """The later ones are for texts that ruamel.yaml reads otherwise than we do."""
    aland, boria = record.countries
    changed = attrs.evolve(record, name="Talks", countries=[aland, attrs.evolve(boria, name="B")])
    ways = [
        *candidates(
            AUTHORED, cast("dict[str, Any]", parse(AUTHORED)), to_dict(record), to_dict(changed)
        )
    ]

    assert len(ways) == len(set(ways)) == 3
    for text in ways:
        assert read(text) == changed
        assert text.count("# ") == AUTHORED.count("# ") - 1  # the one in the name


def test_item_that_keeps_no_member_stays_an_item() -> None:
    text = "id: c\nname: C\nx-a:\n  - b: 1 # so\n    c: 2\n"
    changed = read("{id: c, name: C, x-a: [{}]}")

    assert read(update(text, changed)) == changed


def test_what_our_parser_could_not_read_is_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(YAML, "dump", lambda _, __, stream: stream.write("name: {"))

    result = update("id: c\nname: C # n\nnote: N # m\n", Conference(id="c", name="D", note="N"))

    assert result == "id: c\n# n\nname: D\nnote: N # m\n"


def test_item_in_brackets_on_many_lines_is_changed() -> None:
    text = "id: c\nname: C\ndelegates: # all\n  [{id: a, name: A}, # A\n   {id: b, name: B}]\n"
    record = read(text)
    changed = attrs.evolve(record, delegates=[attrs.evolve(record.delegates[0], name="Z")])
    result = update(text, changed)

    assert read(result) == changed
    assert "# all" in result
    assert "# A" in result


def test_indented_comment_in_a_block_of_text_is_text() -> None:
    text = "id: c\nname: C\nnote: |\n  # no comment\n  b\nwhen: 2031 # year\n"
    changed = attrs.evolve(read(text), note="# other")

    assert update(text, changed) == 'id: c\nname: C\nnote: "# other"\nwhen: 2031 # year\n'


def some_pairs() -> Sequence[tuple[str, str]]:
    """Return pairs of records, always the same."""
    names = sorted(all_records())
    others = random.Random(1).sample(names, len(names))  # noqa: S311 - no secret
    return list(zip(names, others, strict=True))[::6]


@pytest.mark.parametrize(("before", "after"), some_pairs())
def test_any_record_can_become_any_other(before: str, after: str) -> None:
    old, new = all_records()[before], all_records()[after]
    text = write(old)

    assert update(text, old) == text
    assert read(update(text, new), check=False) == new


def test_text_that_is_no_record_is_refused_before_it_is_changed() -> None:
    with pytest.raises(LoadError) as caught:
        update("id: &a c\nname: *a\n", Conference(id="c", name="C"))

    assert {each.code for each in caught.value.findings} == {"E100"}


@pytest.mark.parametrize("wrong", ["id: [", "id: c\nname: Another\n"])
def test_what_does_not_hold_the_record_is_not_taken(
    wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever an author's text makes of the changes, the record comes out whole."""
    monkeypatch.setattr(
        "confmodel.formats._yaml_update.candidates",
        lambda *given: chain([wrong], candidates(*given)),
    )

    changed = update("id: c\nname: C # so far\n", Conference(id="c", name="D"))

    assert changed == "id: c\nname: D # so far\n"


@pytest.mark.parametrize("missing", ["ruamel", "ruamel.yaml"])
def test_missing_library_is_named(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(missing, monkeypatch)

    with pytest.raises(MissingExtraError) as caught:
        update("id: c\nname: C\n", Conference(id="c", name="D"))

    assert caught.value.extra == "yaml-comments"


def test_other_missing_library_is_not_mistaken_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in("attrs", monkeypatch)

    with pytest.raises(ModuleNotFoundError) as caught:
        update("id: c\nname: C\n", Conference(id="c", name="D"))

    assert caught.value.name == "attrs"


def stand_in(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a library be missing when the text is updated."""
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if "_yaml_update" in (rest[2] or ()):
            raise ModuleNotFoundError(name=missing)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
