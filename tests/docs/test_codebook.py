"""Every rule of the codebook has a record that is right, and whose words are its sentence's."""

import re
from pathlib import Path

import pytest

from confmodel import check
from confmodel.formats import yaml

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "codebook.md"
RULES = re.split(r"^### ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]


def title_of(rule: str) -> str:
    return rule.partition("\n")[0]


def sentence_of(rule: str) -> str:
    (sentence,) = re.findall(r"^> (.+)$", rule, re.MULTILINE)
    return str(sentence)


def record_of(rule: str) -> str:
    (text,) = re.findall(r"^```yaml\n(.*?)^```$", rule, re.MULTILINE | re.DOTALL)
    return str(text)


def test_there_are_rules() -> None:
    assert len(RULES) > 15


@pytest.mark.parametrize("rule", RULES, ids=title_of)
def test_the_record_of_a_rule_is_right_and_in_the_words_of_its_sentence(rule: str) -> None:
    record = yaml.read(record_of(rule))

    assert check(record, texts={"report": sentence_of(rule)}).findings == ()


def test_words_of_another_sentence_are_noticed() -> None:
    record = yaml.read(record_of(RULES[0]))

    assert not check(record, texts={"report": sentence_of(RULES[1])})
