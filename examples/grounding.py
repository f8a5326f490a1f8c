"""A record checked against its report: one piece of evidence for each verdict of open words."""

from confmodel import Conference, Evidence, Source, Statement, check

REPORT = """\
Three neighbours meet

The ministers of Aland, Boria and Corvia met in Selm. They agreed to read the
gauges every day. “The river is lower than ever,” said Rosa Vale of Aland. The
ministers will meet again in Boria."""

proof = [
    Evidence(source="report", exact="They agreed", start=77),
    Evidence(source="report", exact="met in Selm", start=7),
    Evidence(source="report", exact='"The river is lower than ever,"'),
    Evidence(source="report", exact="said Rosa Wale of Aland"),
    Evidence(source="report", exact="a treaty was signed"),
    Evidence(source="report", exact="ministers"),
    Evidence(source="minutes", exact="The meeting rose at noon"),
]
record = Conference(
    id="selm-2031",
    name="Meeting of Three Neighbours",
    sources=[Source(id="report"), Source(id="minutes")],
    statements=[Statement(id=f"s{n}", evidence=[words]) for n, words in enumerate(proof)],
)

for each in check(record, texts={"report": REPORT}).groundings:
    print(f"{each.verdict.replace('_', ' ')}: {each.evidence.exact}")
    if each.found != each.evidence.exact and each.found is not None:
        print(f"    The report has: {each.found}")
    if each.candidates:
        print(f"    It stands at {' and '.join(str(start) for start, _ in each.candidates)}.")
