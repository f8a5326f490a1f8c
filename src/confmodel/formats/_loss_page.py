"""The table of what a format loses, for its page in the documentation."""

from collections import defaultdict

from confmodel.formats._losses import Says
from confmodel.model._shape import fields_of

_FEW = 3


def loss_table(says: Says) -> str:
    """Write in Markdown what is lost, by class; what is lost of every class, once.

    Examples:
        >>> from confmodel.model import Conference, Topic
        >>> print(loss_table(Says({Conference: "id name topics", Topic: "label"})))
        Never said, wherever they stand: ...
        <BLANKLINE>
        | class | cannot be said | is said, but for |
        |---|---|---|
        | Conference | `other_names`, `language`, ... | |
        <BLANKLINE>
        All else is said.
    """
    whole: dict[str, list[str]] = defaultdict(list)
    partly: dict[str, list[str]] = defaultdict(list)
    classes: dict[str, None] = {}
    for owner, field, lost in says.table():
        classes[owner] = None
        if lost == "everything":
            whole[field].append(owner)
        else:
            partly[owner].append(f"`{field}`: {lost}")
    of = {owner.__name__: {each.name for each in fields_of(owner)} for owner in says.fields}
    common = [
        field
        for field, owners in whole.items()
        if len(owners) == sum(field in names for names in of.values())
        and len(owners) >= min(_FEW, len(of))
    ]
    lines = [
        f"Never said, wherever they stand: {', '.join(f'`{each}`' for each in common)}.",
        "",
        "| class | cannot be said | is said, but for |",
        "|---|---|---|",
    ]
    for owner in classes:
        names = [f"`{each}`" for each in whole if owner in whole[each] and each not in common]
        if names or partly[owner]:
            said = "; ".join(partly[owner])
            lines.append(f"| {owner} | {', '.join(names)} | {said} |".replace("|  |", "| |"))
    return "\n".join([*lines, "", "All else is said."])
