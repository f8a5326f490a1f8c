"""`Topic`: a subject in words."""

from confmodel.model import Session, Statement, Topic
from tests.model.helpers import refusal


def test_text_stands_for_a_topic_wherever_topics_stand() -> None:
    for owner in (Session, Statement):
        assert owner(id="x", topics=["gauges", Topic(label="fish")]).topics == (
            Topic(label="gauges"),
            Topic(label="fish"),
        )


def test_topic_without_words_is_refused() -> None:
    assert refusal(Topic, label="").code == "E105"
    assert refusal(Session, id="x", topics=[""]).code == "E105"


def test_label_is_not_folded() -> None:
    assert Topic(label="Water") != Topic(label="water")
