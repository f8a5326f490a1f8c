"""The table of states and the look-ups over it: laws first, then names."""

import importlib.util
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path
from string import ascii_uppercase
from types import ModuleType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from confmodel import countries
from confmodel.countries import CodeStatus, DatedName, State
from confmodel.countries._fold import capitals, fold, unturned
from confmodel.countries._table import CLDR_VERSION

ROOT = Path(__file__).resolve().parents[2]

STATES = countries.all_states()

states = st.sampled_from(STATES)


def plain_names(state: State) -> tuple[str, ...]:
    """The names that hold in any year."""
    formal = () if state.formal_name is None else (state.formal_name,)
    return (state.name, *formal, *state.names, *state.demonyms)


def all_names(state: State) -> tuple[str, ...]:
    dated = (*state.former_names, *state.shared_names)
    return (*plain_names(state), *(one.name for one in dated))


def all_codes(state: State) -> tuple[str, ...]:
    own = (state.alpha_2, state.alpha_3, state.numeric, state.alpha_4, *state.other_codes)
    return tuple(code for code in own if code is not None)


def answering(state: State) -> State:
    """The entry by which a look-up by name answers for `state`."""
    if not state.is_former_name:
        return state
    (successor,) = state.successors
    heir = countries.get(successor)
    assert heir is not None
    return heir


def codes(text: str, *, on: int | None = None) -> list[str]:
    return [state.code or state.name for state in countries.find(text, on=on)]


names_of_states = states.flatmap(
    lambda state: st.tuples(st.just(state), st.sampled_from(plain_names(state)))
)
words = names_of_states.filter(lambda pair: capitals(pair[1]) is None)


CHANGES: dict[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "padded": lambda text: f"\n {text}\u00a0 ",
    "wide": lambda text: text.replace(" ", " \t "),
    "article": lambda text: text if text.lower().startswith("the ") else f"the {text}",
    "hyphens": lambda text: text.replace("-", "\u2011"),
    "typographic": lambda text: text.replace("'", "\u2019"),
    "typewriter": lambda text: text.replace("\u2019", "'"),
}
"""What a writer may do to a name without making it another."""


class TestLaws:
    @pytest.mark.parametrize("state", STATES, ids=lambda state: state.code or state.name)
    def test_a_state_is_found_by_each_of_its_names(self, state: State) -> None:
        for name in plain_names(state):
            assert answering(state) in countries.find(name), name
        for former in state.former_names:
            assert answering(state) in countries.find(former.name), former

    @pytest.mark.parametrize("state", STATES, ids=lambda state: state.code or state.name)
    def test_a_state_is_found_by_dated_names_in_their_years(self, state: State) -> None:
        for dated in (*state.former_names, *state.shared_names):
            for year in {dated.since or dated.until, dated.until} - {None}:
                assert year is not None
                assert answering(state) in countries.find(dated.name, on=year), dated

    def test_a_shared_name_means_its_former_bearer_in_no_other_year(self) -> None:
        shared = [(state, dated) for state in STATES for dated in state.shared_names]
        assert shared
        for state, dated in shared:
            assert dated.since is not None
            assert dated.until is not None
            for year in (None, dated.since - 1, dated.until + 1):
                assert state not in countries.find(dated.name, on=year), dated

    @pytest.mark.parametrize("state", STATES, ids=lambda state: state.code or state.name)
    def test_a_state_is_got_by_its_best_code_and_found_by_it(self, state: State) -> None:
        if state.code is None:
            assert not all_codes(state)
            assert state.status is CodeStatus.NONE
        else:
            assert countries.get(state.code) == state
            assert countries.get(state.code.lower()) == state
            assert state in countries.find(state.code)

    @pytest.mark.parametrize("state", STATES, ids=lambda state: state.code or state.name)
    def test_a_state_is_got_by_each_code_in_a_year_it_bore_it(self, state: State) -> None:
        for code in (state.alpha_2, state.alpha_3):
            if code is not None and (state.code_until or state.alpha_4 is None):
                year = 2026 if state.code_until is None else state.code_until - 1
                year = min(year, state.until or year)
                assert countries.get(code, on=year) == state, code

    def test_present_codes_are_unique_whatever_their_kind(self) -> None:
        present = [code for state in STATES if state.alpha_4 is None for code in all_codes(state)]
        assert len(present) == len(set(present))

    def test_best_codes_are_unique(self) -> None:
        best = Counter(state.code for state in STATES if state.code is not None)
        assert set(best.values()) == {1}

    def test_a_short_name_names_its_bearer_alone(self) -> None:
        """Not where ISO itself tells two bearers apart: Saint Martin (French part)."""
        shared = {
            state.name: codes(state.name)
            for state in STATES
            if not state.is_former_name and len(countries.find(state.name)) > 1
        }
        assert shared == {"Saint Martin": ["MF", "SX"]}

    @given(names_of_states)
    def test_a_name_turned_round_for_a_list_is_found(self, pair: tuple[State, str]) -> None:
        _, name = pair
        first, _, rest = re.sub("^[Tt]he ", "", name).partition(" ")
        if rest and not set(name) & set("(),"):
            for turned in (f"{rest}, {first}", f"{rest} ({first})", f"{rest} (the {first})"):
                assert set(countries.find(name)) <= set(countries.find(turned)), turned

    def test_short_names_are_unique_among_the_states_that_answer(self) -> None:
        short = Counter(fold(state.name) for state in STATES if not state.is_former_name)
        assert set(short.values()) == {1}

    @given(words, st.data())
    def test_find_minds_neither_case_nor_accents_nor_spaces(
        self, pair: tuple[State, str], data: st.DataObject
    ) -> None:
        _, name = pair
        chosen = data.draw(st.sets(st.sampled_from(sorted(CHANGES))))
        changed = name
        for change in sorted(chosen):
            changed = CHANGES[change](changed)
        # "FIN" and "MALI" in capitals are a code and what could be one.
        if capitals(changed) is None:
            assert countries.find(changed) == countries.find(name)

    @given(
        st.one_of(
            st.text(max_size=30),
            names_of_states.map(itemgetter(1)),
            names_of_states.map(lambda pair: pair[1][1:]),
            names_of_states.map(lambda pair: pair[1] + "a"),
            names_of_states.map(lambda pair: f"{pair[1]} (the)"),
            names_of_states.filter(lambda pair: capitals(pair[1]) is None).map(
                lambda pair: f"{pair[1][1:]}, {pair[1][0]}"
            ),
            st.text(ascii_uppercase, min_size=2, max_size=4),
        ),
        st.none() | st.integers(1600, 2100),
    )
    @example("Niger", None)
    @example("in", None)
    def test_nothing_is_found_by_a_name_it_does_not_bear(self, text: str, on: int | None) -> None:
        spelled = {fold(text), fold(unturned(text) or text)}
        for state in countries.find(text, on=on):
            folded = {fold(name) for name in all_names(state)}
            shortened = {capitals(name) for name in all_names(state)} - {None}
            assert (
                spelled & folded
                or capitals(text) in shortened
                or capitals(text) in all_codes(state)
            )

    @given(names_of_states, st.integers(1600, 2100))
    def test_a_year_only_adds_states_that_once_shared_the_name(
        self, pair: tuple[State, str], year: int
    ) -> None:
        _, name = pair
        for state in set(countries.find(name, on=year)) - set(countries.find(name)):
            if capitals(name) in all_codes(state):
                continue
            assert any(
                fold(dated.name) == fold(name) and dated.covers(year)
                for dated in state.shared_names
            )

    @given(st.text(max_size=300))
    @example("ß")
    @example("\u0130")
    @example("st")
    @example("the")
    @example("...")
    @example("\u0315\u0300" * 5000)
    def test_no_text_raises(self, text: str) -> None:
        countries.find(text)
        countries.get(text)
        countries.nearest(text)

    @given(st.text(max_size=40))
    @example("the the")
    @example("THE\u0130")
    def test_folding_a_text_without_case_changes_nothing_more(self, text: str) -> None:
        assert fold(text.casefold()) == fold(text)

    def test_every_successor_is_an_entry(self) -> None:
        for state in STATES:
            for successor in state.successors:
                assert countries.get(successor) is not None, (state.name, successor)


class TestTable:
    def test_it_holds_what_iso_assigned_and_withdrew(self) -> None:
        numbers = Counter(state.status for state in STATES)
        assert numbers[CodeStatus.OFFICIALLY_ASSIGNED] == 249
        assert numbers[CodeStatus.FORMERLY_USED] == 31
        assert numbers[CodeStatus.USER_ASSIGNED] == 1

    def test_status_and_codes_agree(self) -> None:
        for state in STATES:
            assert (state.alpha_4 is not None) == (state.status is CodeStatus.FORMERLY_USED)
            if state.status is CodeStatus.OFFICIALLY_ASSIGNED:
                assert state.alpha_2
                assert state.alpha_3
                assert state.numeric

    def test_unions_of_states_are_left_out(self) -> None:
        for code in ("EU", "EZ", "UN"):
            assert countries.get(code) is None

    def test_former_states_without_a_code_have_ended(self) -> None:
        for state in STATES:
            if state.status is CodeStatus.NONE:
                assert state.until is not None, state.name

    def test_it_stays_small(self) -> None:
        table = ROOT / "src" / "confmodel" / "countries" / "_table.py"
        assert table.stat().st_size < 250_000

    def test_it_is_what_the_script_would_write_now(self) -> None:
        script = generator()
        installed = script.get_global("cldr")["version"]
        if installed != CLDR_VERSION:
            pytest.skip(f"the table is from CLDR {CLDR_VERSION}, babel here has {installed}")
        assert script.TABLE.read_text(encoding="utf-8") == script.render()

    def test_importing_the_package_does_not_load_it(self) -> None:
        program = (
            "import sys, confmodel.countries; print('confmodel.countries._table' in sys.modules)"
        )
        answer = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPATH": str(ROOT / "src")},
        )
        assert answer.stdout.strip() == "False"


def generator() -> ModuleType:
    pytest.importorskip("babel", reason="babel is needed to generate the table")
    spec = importlib.util.spec_from_file_location(
        "generate_countries", ROOT / "scripts" / "generate_countries.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class TestFind:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            # What other libraries were measured to miss.
            ("Turkey", "TR"),
            ("Türkiye", "TR"),
            ("Turkiye", "TR"),
            ("Kosovo", "XK"),
            ("Britain", "GB"),
            ("Great Britain", "GB"),
            ("UK", "GB"),
            ("U.K.", "GB"),
            ("USSR", "SUHH"),
            ("U.S.S.R.", "SUHH"),
            ("Soviet Union", "SUHH"),
            ("the Soviet Union", "SUHH"),
            ("Pakistani", "PK"),
            ("Russia", "RU"),
            ("Russian Federation", "RU"),
            ("Laos", "LA"),
            ("Lao PDR", "LA"),
            ("South Korea", "KR"),
            ("Republic of Korea", "KR"),
            ("DPRK", "KP"),
            ("Cape Verde", "CV"),
            ("Cabo Verde", "CV"),
            ("Niger", "NE"),
            ("Nigeria", "NG"),
            ("Nigerien", "NE"),
            ("Nigerian", "NG"),
            ("Burma", "MM"),
            ("Myanmar", "MM"),
            ("Sri Lanka", "LK"),
            ("Ceylon", "LK"),
            ("Côte d'Ivoire", "CI"),
            ("Cote d\u2019Ivoire", "CI"),
            ("Ivory Coast", "CI"),
            ("Ethiopie", "ET"),
            ("Afrique du Sud", "ZA"),
            ("Cameroun", "CM"),
            ("Etats-Unis", "US"),
            ("Czechia", "CZ"),
            ("Czech Republic", "CZ"),
            ("Macau", "MO"),
            ("Macao", "MO"),
            ("Palestine", "PS"),
            ("State of Palestine", "PS"),
            ("Taiwan", "TW"),
            ("Taiwan, Province of China", "TW"),
            ("Chinese Taipei", "TW"),
            ("Vatican", "VA"),
            ("the Holy See", "VA"),
            ("Swaziland", "SZ"),
            ("eSwatini", "SZ"),
            # What reports print.
            ("Holland", "NL"),
            ("the Netherlands", "NL"),
            ("Dutch", "NL"),
            ("Viet Nam", "VN"),
            ("Vietnam", "VN"),
            ("Polska", "PL"),
            ("Deutschland", "DE"),
            ("Россия", "RU"),
            ("中国", "CN"),
            ("الأردن", "JO"),
            ("الاردن", "JO"),
            ("Finn", "FI"),
            ("Finnish", "FI"),
            ("French", "FR"),
            ("US", "US"),
            ("U.S.", "US"),
            ("U. S. A.", "US"),
            ("America", "US"),
            ("UAE", "AE"),
            ("Guinea\u2011Bissau", "GW"),
            ("Guinea Bissau", "GW"),
            ("Guinée équatoriale", "GQ"),
            ("Trinidad & Tobago", "TT"),
            ("St. Lucia", "LC"),
            ("Saint Lucia", "LC"),
            ("Iran (Islamic Republic of)", "IR"),
            ("Bolivia, Plurinational State of", "BO"),
            ("Micronesia", "FM"),
            ("Georgia", "GE"),
            ("Ireland", "IE"),
            ("Sudan", "SD"),
            ("China", "CN"),
            ("Macedonia", "MK"),
            ("Zaire", "CD"),
            ("Upper Volta", "BF"),
            ("Siam", "TH"),
            ("Persia", "IR"),
            ("West Germany", "DE"),
            ("East Germany", "DDDE"),
            ("GDR", "DDDE"),
            ("Yugoslavia", "YUCS"),
            ("Czechoslovakia", "CSHH"),
            ("South Yemen", "YDYE"),
            ("Serbia and Montenegro", "CSXX"),
            ("Netherlands Antilles", "ANHH"),
            ("Ottoman Empire", "Ottoman Empire"),
            ("Austria-Hungary", "Austria-Hungary"),
            ("Kingdom of Prussia", "Prussia"),
            ("South Vietnam", "South Vietnam"),
            ("Samoa", "WS"),
            ("Guinea", "GN"),
            # An article before an abbreviation.
            ("the US", "US"),
            ("The U.S.", "US"),
            ("the USA", "US"),
            ("THE UK", "GB"),
            ("the UAE", "AE"),
            ("the USSR", "SUHH"),
            ("the DRC", "CD"),
            ("the PRC", "CN"),
            ("the GDR", "DDDE"),
            # As ISO and other lists print names, for their order.
            ("Korea (the Republic of)", "KR"),
            ("Korea (the Democratic People's Republic of)", "KP"),
            ("Congo (the Democratic Republic of the)", "CD"),
            ("Gambia (the)", "GM"),
            ("Gambia, The", "GM"),
            ("Holy See (the)", "VA"),
            ("Moldova (the Republic of)", "MD"),
            ("Tanzania, the United Republic of", "TZ"),
            ("Falkland Islands (the) [Malvinas]", "FK"),
            ("Netherlands (Kingdom of the)", "NL"),
            ("United Kingdom of Great Britain and Northern Ireland (the)", "GB"),
            ("Korea, North", "KP"),
            ("Virgin Islands (British)", "VG"),
            ("US (the)", "US"),
        ],
    )
    def test_a_name_from_reports_names_one_state(self, text: str, code: str) -> None:
        assert codes(text) == [code]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Congo", ["CD", "CG"]),
            ("Congo (the)", ["CD", "CG"]),
            ("Congolese", ["CD", "CG"]),
            ("Korea", ["KP", "KR"]),
            ("Samoan", ["AS", "WS"]),
            ("Virgin Islands", ["VG", "VI"]),
            ("St. Martin", ["MF", "SX"]),
            ("Dominican", ["DM", "DO"]),
            ("CS", ["CSHH", "CSXX"]),
        ],
    )
    def test_an_ambiguous_name_gives_all_it_may_mean(self, text: str, expected: list[str]) -> None:
        assert codes(text) == expected

    def test_no_other_name_is_ambiguous(self) -> None:
        """A new entry that takes a name away from another must be noticed."""
        ambiguous = {
            fold(name)
            for state in STATES
            for name in all_names(state)
            if len(countries.find(name)) > 1
        }
        assert ambiguous == {
            "congo",
            "congolese",
            "dominican",
            "guinean",
            "korea",
            "korean",
            "saint martin",
            "samoan",
            "virgin islander",
            "virgin islands",
        }

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " ",
            "the",
            "in",
            "is",
            "us",
            "the us",
            "The Us",
            "uk",
            "car",
            "the car",
            "us (the)",
            "Atlantis",
            "Nigerr",
            "Pol",
            "England",
            "XX",
            "Korea (the Kingdom of)",
            "Georgia, Atlanta",
            "Congo (the) (the)",
            ",",
            "()",
        ],
    )
    def test_what_no_state_is_called_finds_nothing(self, text: str) -> None:
        assert countries.find(text) == ()

    @pytest.mark.parametrize(
        ("text", "year", "expected"),
        [
            ("Germany", 1970, ["DE", "DDDE"]),
            ("Germany", 1991, ["DE"]),
            ("Yemen", 1980, ["YE", "YDYE"]),
            ("Yemen", 1995, ["YE"]),
            ("Vietnam", 1960, ["VN", "VDVN", "South Vietnam"]),
            ("China", 1960, ["CN", "TW"]),
            ("China", 1972, ["CN"]),
            ("Republic of China", 1930, ["CN", "TW"]),
            ("Republic of China", 1980, ["TW"]),
            ("Korea", 1905, ["Korean Empire"]),
            ("Korea", 1960, ["KP", "KR"]),
            ("Turkey", 1900, ["TR", "Ottoman Empire"]),
            ("USSR", 1991, ["SUHH"]),
            ("USSR", 1992, []),
            ("South Sudan", 2010, []),
            ("South Sudan", 2011, ["SS"]),
            ("East Pakistan", 1965, ["BD"]),
            ("CS", 1960, ["CSHH"]),
            ("CS", 2004, ["CSXX"]),
            ("Bavaria", 1864, ["Kingdom of Bavaria"]),
            ("Bavaria", 2026, []),
            ("Swaziland", 2026, ["SZ"]),
        ],
    )
    def test_a_year_tells_states_of_one_name_apart(
        self, text: str, year: int, expected: list[str]
    ) -> None:
        assert codes(text, on=year) == expected


class TestGet:
    @pytest.mark.parametrize(
        ("code", "name"),
        [
            ("PL", "Poland"),
            ("pl", "Poland"),
            ("POL", "Poland"),
            ("616", "Poland"),
            ("UK", "United Kingdom"),
            ("XK", "Kosovo"),
            ("XKX", "Kosovo"),
            ("SU", "Soviet Union"),
            ("SUHH", "Soviet Union"),
            ("BUMM", "Burma"),
            ("BU", "Burma"),
            ("104", "Myanmar"),
            ("GE", "Georgia"),
            ("ATF", "French Southern Territories"),
            ("280", "Germany"),
            ("AC", "Ascension Island"),
        ],
    )
    def test_a_code_names_its_bearer(self, code: str, name: str) -> None:
        found = countries.get(code)
        assert found is not None
        assert found.name == name

    @pytest.mark.parametrize("code", ["", "ß", "XX", "Poland", "P L", " PL", "999", "CS", "891"])
    def test_what_is_no_code_or_no_one_code_names_nobody(self, code: str) -> None:
        assert countries.get(code) is None

    @pytest.mark.parametrize(
        ("code", "year", "expected"),
        [
            ("CS", 1980, "CSHH"),
            ("CS", 2004, "CSXX"),
            ("891", 1995, "YUCS"),
            ("GE", 1976, "GEHH"),
            ("GE", 1995, "GE"),
            ("BY", 1980, "BYAA"),
            ("BY", 2000, "BY"),
        ],
    )
    def test_a_year_tells_bearers_of_one_code_apart(
        self, code: str, year: int, expected: str
    ) -> None:
        found = countries.get(code, on=year)
        assert found is not None
        assert found.code == expected

    def test_a_code_not_yet_in_force_names_nobody(self) -> None:
        assert countries.get("CS", on=1960) is None


class TestNearest:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Untied Kingdom", "United Kingdom"),
            ("Pakstan", "Pakistan"),
            ("Nigerr", "Niger"),
            ("Philipines", "Philippines"),
            ("Polksa", "Polska"),
            ("uae", "UAE"),
            ("pk", "PK"),
        ],
    )
    def test_a_slip_of_the_pen_leads_to_the_name(self, text: str, name: str) -> None:
        assert countries.nearest(text)[0] == name

    @given(words)
    def test_it_proposes_at_most_three_names_of_as_many_states(
        self, pair: tuple[State, str]
    ) -> None:
        _, name = pair
        proposed = countries.nearest(name[:-1])
        assert len(proposed) <= 3
        alone = [found[0] for found in map(countries.find, proposed) if len(found) == 1]
        assert len(set(alone)) == len(alone)

    def test_a_state_with_many_like_names_is_proposed_once(self) -> None:
        assert countries.nearest("Azerbaidjann") == ("Azerbaijan",)

    def test_the_english_name_is_proposed_before_a_foreign_one_like_it(self) -> None:
        assert countries.nearest("Guinae")[0] == "Guinea"

    @pytest.mark.parametrize("text", ["", "   ", "Atlantis", "x" * 10_000])
    def test_what_resembles_nothing_leads_nowhere(self, text: str) -> None:
        assert countries.nearest(text) == ()


class TestState:
    def test_what_iso_gives_no_formal_name_has_none(self) -> None:
        for code in ("XK", "TW"):
            state = countries.get(code)
            assert state is not None
            assert state.formal_name is None

    @pytest.mark.parametrize(
        ("code", "formal"),
        [
            ("AR", "the Argentine Republic"),
            ("MX", "the United Mexican States"),
            ("GY", "the Co-operative Republic of Guyana"),
            ("UY", "the Oriental Republic of Uruguay"),
        ],
    )
    def test_formal_names_stand_as_iso_prints_them(self, code: str, formal: str) -> None:
        state = countries.get(code)
        assert state is not None
        assert state.formal_name == formal

    def test_a_former_name_keeps_its_years(self) -> None:
        state = countries.get("TR")
        assert state is not None
        assert DatedName(name="Turkey", since=1923, until=2022) in state.former_names

    def test_an_unknown_year_rules_nothing_out(self) -> None:
        state = countries.get("RU")
        assert state is not None
        assert state.since is None
        assert state.existed_in(1815)

    def test_a_name_without_a_last_year_covers_no_year(self) -> None:
        assert not DatedName(name="Cathay").covers(1400)

    def test_equal_states_hash_alike(self) -> None:
        assert len({*STATES, *STATES}) == len(STATES)

    def test_its_repr_gives_it_back(self) -> None:
        for state in STATES:
            namespace = {"State": State, "DatedName": DatedName, "CodeStatus": CodeStatus}
            assert eval(repr(state), namespace) == state  # noqa: S307 - our own repr
