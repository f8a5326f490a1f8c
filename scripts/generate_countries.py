"""Write src/confmodel/countries/_table.py, the table of states and territories.

Joins three things: the names of Unicode CLDR (package `babel`, needed here and nowhere else),
the three-letter and numeric codes that CLDR lists as aliases, and countries.toml, kept by
hand. The same input gives the same bytes.

    python -m pip install babel
    python scripts/generate_countries.py            # writes the table
    python scripts/generate_countries.py --check    # exit 1 if the table is out of date
"""

import argparse
import functools
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global

ROOT = Path(__file__).resolve().parent.parent
SUPPLEMENTS = Path(__file__).with_name("countries.toml")
TABLE = ROOT / "src" / "confmodel" / "countries" / "_table.py"

sys.path.insert(0, str(ROOT / "src"))

from confmodel.countries._fold import capitals, fold  # noqa: E402 - the checkout's own

# The languages of the United Nations, and those of many reports besides.
LANGUAGES = ("en", "fr", "es", "de", "pl", "it", "pt", "ru", "ar", "zh")

# Letters or digits: what tells a code of that length from a two-letter one.
THREE = 3

# CLDR marks these as official beside its plain "official".
OFFICIAL = {"official", "de_facto_official"}


HEADER = '''\
"""States and territories. Generated; do not edit.

Made by scripts/generate_countries.py from Unicode CLDR {version} and scripts/countries.toml.
Mend countries.toml and run the script again.

The names of CLDR are under the Unicode License v3: copyright 2004-present Unicode, Inc.
"""

# ruff: noqa: E501, RUF001

from typing import Final

CLDR_VERSION: Final = "{version}"
"""The version of CLDR that the names are from."""

# One text, not Python values: without a cached byte code these would take 30 ms to compile.
ROWS: Final = r"""[
'''

FOOTER = """\
]\"\"\"
\"\"\"The table as JSON: one object a line, its members the fields of `State`.\"\"\"
"""


@functools.cache
def territories(language: str) -> dict[str, str]:
    """Give CLDR's names of territories in `language`, or none if CLDR has no such data."""
    try:
        return dict(Locale.parse(language, sep="_").territories)
    except (UnknownLocaleError, ValueError):
        return {}


def own_languages(code: str) -> list[str]:
    """Give the official languages of a territory, the most spoken first."""
    spoken = get_global("territory_languages").get(code, {})
    official = [name for name, facts in spoken.items() if facts["official_status"] in OFFICIAL]
    return sorted(official, key=lambda name: (-spoken[name]["population_percent"], name))


def short_name(code: str) -> str:
    """Give CLDR's English name without the signs that save space in a menu."""
    name = territories("en")[code]
    return name.replace("&", "and").replace("St. ", "Saint ")


def unique(names: list[str], taken: list[str]) -> tuple[str, ...]:
    """Leave out each name that `find` would take for an earlier one."""
    seen = {capitals(name) or fold(name) for name in taken}
    kept = []
    for name in names:
        key = capitals(name) or fold(name)
        if key not in seen:
            seen.add(key)
            kept.append(name)
    return tuple(kept)


def codes_of_cldr(retired: set[str]) -> dict[str, dict[str, str]]:
    """Give the three-letter and numeric codes of each territory."""
    found: dict[str, dict[str, str]] = {}
    for alias, targets in get_global("territory_aliases").items():
        if len(targets) != 1 or len(alias) != THREE or alias in retired:
            continue
        kind = "numeric" if alias.isdigit() else "alpha_3"
        codes = found.setdefault(targets[0], {})
        if kind in codes:
            message = f"{targets[0]} has two codes, {codes[kind]} and {alias}"
            raise ValueError(message)
        codes[kind] = alias
    return found


def dated(entries: list[list[Any]]) -> tuple[tuple[str, int | None, int | None], ...]:
    """Turn the zeros of the supplements into unknown years."""
    return tuple((name, since or None, until or None) for name, since, until in entries)


def inverted(iso: str, name: str) -> list[str]:
    """Give "Iran, Islamic Republic of" for "Islamic Republic of Iran", as lists print it."""
    rank, of, rest = iso.removeprefix("the ").rpartition(" of ")
    if not of or fold(rest) != fold(name):
        return []
    article = " the" if rest.startswith("the ") else ""
    return [f"{name}, {rank} of{article}"]


def row(entry: dict[str, Any], *, status: str, name: str, cldr: list[str]) -> dict[str, Any]:
    """Give one row of the table: the fields of `State` that are not at their default."""
    former = dated(entry.get("former", []))
    iso = entry.get("iso", "")
    full = {
        "name": name,
        **{code: entry.get(code) for code in ("alpha_2", "alpha_3", "numeric", "alpha_4")},
        "other_codes": entry.get("other_codes"),
        "status": status,
        "formal_name": entry.get("formal"),
        "demonyms": entry.get("demonyms"),
        "names": unique(
            [*entry.get("names", []), *filter(None, [iso]), *inverted(iso, name), *cldr],
            [name, *filter(None, [entry.get("formal")]), *(past[0] for past in former)],
        ),
        "former_names": former,
        "shared_names": dated(entry.get("shared", [])),
        **{
            field: entry.get(field)
            for field in ("since", "until", "code_since", "code_until", "successors")
        },
        "is_former_name": entry.get("is_former_name"),
    }
    return {field: value for field, value in full.items() if value}


def code_of(one: dict[str, Any]) -> str | None:
    """Give the code that sorts a row, as `State.code`."""
    return one.get("alpha_4") or one.get("alpha_2")


def rows() -> list[dict[str, Any]]:
    """Give all rows, those with a code first, in its order."""
    supplements = tomllib.loads(SUPPLEMENTS.read_text(encoding="utf-8"))
    past = supplements["formerly_used"]
    other = {
        code for entry in supplements["assigned"].values() for code in entry.get("other_codes", ())
    }
    current_codes = codes_of_cldr(
        other
        # ATF was given again; a number stays with what only changes its name.
        | {entry["alpha_3"] for entry in past.values()} - {"ATF"}
        | {
            entry["numeric"]
            for entry in past.values()
            if "numeric" in entry and not is_number_kept(entry)
        }
        | {code for entry in past.values() for code in entry.get("other_codes", ())}
    )
    result = []
    for section, status in (
        ("assigned", "officially_assigned"),
        ("user_assigned", "user_assigned"),
        ("exceptionally_reserved", "exceptionally_reserved"),
    ):
        for code, entry in supplements[section].items():
            codes = current_codes.get(code, {}) if section == "assigned" else {}
            if section == "assigned" and set(codes) != {"alpha_3", "numeric"}:
                message = f"CLDR lacks a code of {code}: {codes}"
                raise ValueError(message)
            cldr = [
                territories(language)[code]
                for language in (*LANGUAGES, *own_languages(code))
                if code in territories(language)
            ]
            result.append(
                row(
                    {"alpha_2": code, **codes, **entry},
                    status=status,
                    name=entry.get("name", short_name(code)),
                    cldr=cldr,
                )
            )
    for code, entry in past.items():
        full = {"alpha_4": code, **entry}
        result.append(row(full, status="formerly_used", name=entry["name"], cldr=[]))
    result.sort(key=lambda one: code_of(one) or "")
    nameless = [
        row(entry, status="none", name=name, cldr=[]) for name, entry in supplements["none"].items()
    ]
    nameless.sort(key=lambda one: fold(one["name"]))
    result += nameless
    check(result)
    return result


def is_number_kept(entry: dict[str, Any]) -> bool:
    """Tell whether ISO gave the number of a withdrawn entry to its successor."""
    return "is_former_name" in entry or entry["alpha_2"] == "GE"


def check(result: list[dict[str, Any]]) -> None:
    """Refuse a table that contradicts itself."""
    codes = {code: one for one in result if (code := code_of(one))}
    for one in result:
        for successor in one.get("successors", ()):
            if successor not in codes:
                message = f"{one['name']}: no entry has the code of its successor {successor}"
                raise ValueError(message)
        if one.get("is_former_name"):
            # `find` answers the name of such an entry with its successor.
            (successor,) = one["successors"]
            heir = codes[successor]
            past = (name for name, _, _ in heir.get("former_names", ()))
            known = {fold(name) for name in (heir["name"], *heir["names"], *past)}
            own = (one["name"], one.get("formal_name", one["name"]), *one.get("names", ()))
            for name in own:
                if fold(name) not in known:
                    message = f"{name} is not among the names of {heir['name']}"
                    raise ValueError(message)


def render() -> str:
    """Give the text of the table's module."""
    objects = [json.dumps(one, ensure_ascii=False) for one in rows()]
    head = HEADER.format(version=get_global("cldr")["version"])
    return head + ",\n".join(visible(text) for text in objects) + "\n" + FOOTER


def visible(text: str) -> str:
    """Write characters that no editor shows as JSON escapes."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def main() -> int:
    """Write or check the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    text = render()
    if parser.parse_args().check:
        if TABLE.exists() and TABLE.read_text(encoding="utf-8") == text:
            return 0
        sys.stderr.write(f"{TABLE.name} is out of date; run this script without --check\n")
        return 1
    TABLE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
