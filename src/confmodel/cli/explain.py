"""`confmodel explain`: what a code means."""

from typing import TYPE_CHECKING

import click

from confmodel.cli._completing import codes
from confmodel.cli._output import CannotDoError, page, write
from confmodel.errors import UnknownNameError
from confmodel.views._page import FAINT, STRONG, TITLE, Page, Piece

if TYPE_CHECKING:
    # All the texts of the rules would be loaded for `confmodel --help`.
    from confmodel.codes import Rule


@click.command("explain")
@click.argument("code", required=False, shell_complete=codes)
def command(code: str | None) -> None:
    """Explain the code of a finding; without one, list all codes.

    Says why it is looked at, shows an example, and how to mend it. CODE may
    be written in small letters.

    \b
    Examples:
      confmodel explain E202
      confmodel explain | grep date
    """  # noqa: D301 - click's mark for lines that are not to be filled
    from confmodel.codes import RULES, rule

    sheet = page()
    if code is None:
        for each in RULES:
            head = [Piece(each.code, STRONG), Piece(f"  {each.level.value}", FAINT)]
            sheet.row(head, [Piece(each.title)], column=16)
    else:
        try:
            _put_rule(sheet, rule(code.strip().upper()))
        except UnknownNameError as error:
            remedy = error.help if error.candidates else "confmodel explain lists all codes"
            raise CannotDoError(f"{error.message}; {remedy}") from None
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
