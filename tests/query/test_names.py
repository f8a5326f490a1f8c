"""Names and words of the author's own, as questions find them."""

from confmodel import Conference, Delegate
from confmodel.model import Attendance, Other
from confmodel.query import DelegateQuery, Question


def found(question: Question[Delegate], record: Conference) -> list[str]:
    return [hit.entity.id for hit in question.on(record)]


def test_long_names_that_begin_alike_are_two() -> None:
    name = "Committee of the Whole " * 20
    people = [Delegate(id="a", name=name + "A"), Delegate(id="b", name=name + "B")]
    record = Conference(id="c", name="C", delegates=people)

    assert found(DelegateQuery(name=name + "b"), record) == ["b"]


def test_attendance_may_be_asked_for_in_a_word_of_the_record() -> None:
    by_video = Other(other="by video")
    people = [
        Delegate(id="a", attendance=by_video),
        Delegate(id="b", attendance=Attendance.ATTENDED),
        Delegate(id="c1"),
    ]
    record = Conference(id="c", name="C", delegates=people)

    assert found(DelegateQuery(attendance=by_video), record) == ["a"]
    assert found(DelegateQuery(attendance=[by_video, Attendance.ATTENDED]), record) == ["a", "b"]
