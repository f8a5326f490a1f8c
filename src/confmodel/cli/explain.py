"""`confmodel explain`: what a code means."""

from typing import TYPE_CHECKING

import attrs
import click

from confmodel.cli._completing import codes
from confmodel.cli._output import CannotDoError, in_ascii, page, style_option, write, write_data
from confmodel.errors import UnknownNameError
from confmodel.views._page import FAINT, STRONG, TITLE, Page, Piece

if TYPE_CHECKING:
    # All the texts of the rules would be loaded for `confmodel --help`.
    from confmodel.codes import Rule


@click.command("explain")
@click.argument("code", required=False, shell_complete=codes)
@style_option("one JSON object a line for each code")
def command(code: str | None, style: str) -> None:
    """Explain the code of a finding; without one, list all codes.

    Says why it is looked at, shows an example, and how to mend it. CODE may
    be written in small letters.

    \b
    Examples:
      confmodel explain E202
      confmodel explain | grep date
      confmodel explain --format json
    """  # noqa: D301 - click's mark for lines that are not to be filled
    from confmodel.codes import RULES, rule

    try:
        one = None if code is None else rule(code.strip().upper())
    except UnknownNameError as error:
        remedy = error.help if error.candidates else "confmodel explain lists all codes"
        raise CannotDoError(f"{error.message}; {remedy}") from None
    if style == "json":
        for each in RULES if one is None else (one,):
            write_data(in_ascii(attrs.asdict(each)) + "\n")
        return
    sheet = page()
    if one is not None:
        _put_rule(sheet, one)
    else:
        for each in RULES:
            head = [Piece(each.code, STRONG), Piece(f"  {each.level.value}", FAINT)]
            sheet.row(head, [Piece(each.title)], column=16)
    write(sheet.text())


def _put_rule(sheet: Page, rule: "Rule") -> None:
    title = [
        Piece(rule.code, STRONG),
        Piece(f" {rule.level.value}: ", FAINT),
        Piece(rule.title, STRONG),
    ]
    sheet.put(title, hanging=5)
    sheet.gap()
    sheet.put([Piece(rule.why)])
    sheet.gap()
    sheet.put([Piece("Example", TITLE)])
    wrong, _, finding = rule.example.partition("\n\n")
    for line in wrong.split("\n"):
        # The indentation of YAML means something: it stays.
        sheet.put([Piece(line, is_whole=True)], indent=2)
    sheet.gap()
    sheet.put([Piece(finding)], indent=2, hanging=5)
    sheet.gap()
    sheet.put([Piece("To mend it", TITLE)])
    sheet.put([Piece(rule.mend)], indent=2)
