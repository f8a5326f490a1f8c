"""Questions to the founding record, one line each. Run it to see the answers."""

from confmodel import example
from confmodel.query import AgreementQuery, DelegateQuery, FigureQuery, StatementQuery, ask
from confmodel.query.aggregates import contradictions, leaders, only_spoken_of

warsaw = example("warsaw-2026")

# Who led each delegation? None where the report does not say.
led_by = {
    each.delegation.id: [head.name for head in each.heads] or None for each in leaders(warsaw)
}

# What did Pakistan's side say, told apart by how the report renders it?
by_manner = ask(warsaw, StatementQuery(by="Pakistan")).group_by("manner")

# What did "all six ministers" say, and who are they?
six_said = ask(warsaw, StatementQuery(by="All six ministers")).one()
six_are = [each.name for each in ask(warsaw, DelegateQuery(among="All six ministers")).entities()]

# Which figures do not say what they are compared with?
baseless = ask(warsaw, FigureQuery(without_baseline=True))

# Which agreements bind Poland, benefit Pakistani citizens, and leave Pakistan out?
binds_poland = ask(warsaw, AgreementQuery(by="Poland"))
benefits_citizens = ask(warsaw, AgreementQuery(benefits="Pakistani citizens"))
without_pakistan = ask(warsaw, AgreementQuery(not_party="Pakistan"))

# Which countries are talked about but not present?
absent = [each.country.name for each in only_spoken_of(warsaw)]

# What contradicts what?
disputed = {
    each.discrepancy.id: [side.value for side in each.accounts] for each in contradictions(warsaw)
}

if __name__ == "__main__":
    print("Led by:", led_by)
    for manner, hits in by_manner.items():
        print(f"Pakistan, {manner}:", [f"{hit.id} ({hit.why[0].how})" for hit in hits])
    print("The six ministers:", six_are, "said:", six_said.entity.text)
    print("Without a baseline:", [(hit.id, str(hit.entity.value)) for hit in baseless])
    print("Bind Poland:", [(hit.id, hit.why[0].group) for hit in binds_poland])
    print("Benefit Pakistani citizens:", [hit.id for hit in benefits_citizens])
    print("Without Pakistan:", [hit.id for hit in without_pakistan])
    print("Talked about, not present:", absent)
    for doubt, accounts in disputed.items():
        print(f"Contradicts itself on {doubt}:", " / ".join(map(str, accounts)))
