"""`Discrepancy` and its `Account`s."""

from confmodel.model import Account, Conference, Discrepancy, DiscrepancyKind, Statement
from tests.model.helpers import refusal


def test_texts_stand_for_accounts() -> None:
    counted = Discrepancy(accounts=["nine", Account(value="eight")])

    assert counted.accounts == (Account(value="nine"), Account(value="eight"))


def test_empty_text_stands_for_no_account() -> None:
    assert refusal(Discrepancy, accounts=[""]).code == "E105"


def test_entities_and_addresses_say_what_it_is_about() -> None:
    counted = Discrepancy(about=[Statement(id="s1"), "c/delegations", Conference(id="c", name="C")])

    assert counted.about == ("s1", "c/delegations", "c")


def test_id_is_not_needed() -> None:
    assert Discrepancy().id is None
    assert Discrepancy(id="d1").id == "d1"
    assert refusal(Discrepancy, id="D 1").code == "E104"


def test_discrepancy_can_itself_be_in_doubt() -> None:
    assert Discrepancy(about=["d1"]).about == ("d1",)


def test_kind_tells_discrepancies_apart() -> None:
    assert Discrepancy(kind=DiscrepancyKind.WITHIN_A_TEXT) != Discrepancy(
        kind=DiscrepancyKind.BETWEEN_SOURCES
    )


def test_account_may_leave_its_words_to_the_evidence() -> None:
    assert Account().value is None
