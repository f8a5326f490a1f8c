"""The codes of plausibility, `W3xx`: what is odd but possible."""

from confmodel.codes._rule import Rule
from confmodel.errors import FindingLevel

_WARNING = FindingLevel.WARNING
_NOTE = FindingLevel.NOTE

PLAUSIBILITY: tuple[Rule, ...] = (
    Rule(
        code="W301",
        level=_WARNING,
        title="a delegation of several, and nobody leads it",
        why=(
            "Who led a delegation is the first thing asked about it. It is looked at where two "
            "or more of its people are listed, none of them is head or deputy head, and the "
            "function of one is neither given nor marked as not stated."
        ),
        example=(
            "delegations: [{id: a, of: [aland]}]\n"
            "delegates:\n"
            "  - {id: r-vale, name: Rosa Vale, delegation: a}\n"
            "  - {id: t-moor, name: Tom Moor, delegation: a}\n"
            "\n"
            "W301 /delegations/0: nobody is head of the delegation 'a', and the function of "
            "'r-vale' is open; set function to 'head' for the one who leads it, or put "
            "'function' into not_stated of everyone whose function the source does not say, or "
            "accept W301 at 'a'"
        ),
        mend=(
            "Set `function: head` for the one who leads it. If the source does not say, write "
            "`not_stated: [function]` at the delegates."
        ),
    ),
    Rule(
        code="W302",
        level=_WARNING,
        title="a change in percent, and nothing it is compared with",
        why=(
            "A decrease of 47% means little without a since when. Reports often leave it out, "
            "and a reader wants to know whether the report or the coder did."
        ),
        example=(
            "statements:\n"
            "  - id: s1\n"
            "    figures: [{value: 47, unit: percent, direction: decrease, of: illegal "
            "migration}]\n"
            "\n"
            "W302 /statements/0/figures/0: a decrease of 47 percent is compared with nothing; "
            "give the baseline in the words of the source, or put 'baseline' into not_stated if "
            "it gives none, or accept W302 at 's1/figures'"
        ),
        mend="Give `baseline`. If the source gives none, write `not_stated: [baseline]`.",
    ),
    Rule(
        code="W303",
        level=_WARNING,
        title="a speaker who was not there",
        why=(
            "Somebody who was absent, declined, was kept away or had left cannot have spoken at "
            "the event. It is not looked at where the statement was passed on by another, was "
            "made in a session of the kind `elsewhere`, or at another time than the event."
        ),
        example=(
            "delegates: [{id: r-vale, name: Rosa Vale, attendance: absent}]\n"
            "statements: [{id: s1, speakers: [r-vale]}]\n"
            "\n"
            "W303 /statements/0/speakers/0: 'r-vale' did not attend (absent); correct the "
            "speaker or the attendance, give the statement a session of the kind 'elsewhere', "
            "name in via who passed it on, or put 'session' into not_stated, or accept W303 at "
            "'s1/speakers'"
        ),
        mend=(
            "Correct the speaker or the attendance, or say how the words came to the event: "
            "`session` for the place, `via` for whoever passed them on."
        ),
    ),
    Rule(
        code="W304",
        level=_WARNING,
        title="a direct or mixed statement without a quotation",
        why=(
            "Direct and mixed mean that the source prints words of the speaker between quotation "
            "marks."
        ),
        example=(
            "statements: [{id: s1, manner: direct}]\n"
            "\n"
            "W304 /statements/0: the statement is direct and has no quotation; give the words "
            "that stand between quotation marks under quotations, or set manner to 'indirect', "
            "or accept W304 at 's1/quotations'"
        ),
        mend="Copy the quoted words into `quotations`, or set `manner: indirect`.",
    ),
    Rule(
        code="W305",
        level=_WARNING,
        title="a stated count that differs from the list",
        why=(
            "The count and the list are both kept, and neither is repaired. A list that may be "
            "incomplete is only looked at for having too many; those who did not come may be "
            "counted or not."
        ),
        example=(
            "id: lakeside-2031\n"
            "figures: [{value: 3, of: nations, counts: lakeside-2031/delegations}]\n"
            "delegations: [{id: a, of: [aland]}, {id: b, of: [boria]}]\n"
            "\n"
            "W305 /figures/0: 3 are stated and 2 are listed at 'lakeside-2031/delegations'; "
            "correct one of them, or record a discrepancy of the kind 'count_against_list' about "
            "'lakeside-2031/delegations', or accept W305 at 'lakeside-2031/figures'"
        ),
        mend=(
            "If the source contradicts itself, record a discrepancy of the kind "
            "`count_against_list`; the finding is then gone. If it names only some, let the "
            "figure count a group that is not complete."
        ),
    ),
    Rule(
        code="W306",
        level=_WARNING,
        title="dates that are out of order",
        why=(
            "Something is certainly outside the time that it belongs to, or due before it was "
            "made, or changed before it was published. Approximate and uncertain dates are not "
            "looked at, nor words without a date."
        ),
        example=(
            "id: lakeside-2031\n"
            "when: 2031-05-06/2031-05-08\n"
            "sessions: [{id: opening, kind: plenary, when: 2031-06-06}]\n"
            "\n"
            "W306 /sessions/0/when: the session of 2031-06-06 lies outside the event "
            "(2031-05-06/2031-05-08); correct one of the dates, or set kind to 'elsewhere', or "
            "accept W306 at 'opening/when'"
        ),
        mend=(
            "Correct the date. If the sources contradict each other, keep both in a discrepancy "
            "and accept the finding."
        ),
    ),
    Rule(
        code="W307",
        level=_WARNING,
        title="a code that is not the country's",
        why=(
            "Codes are mixed up easily: AT and AU, SK and SI, NE and NG. It is looked at where "
            "the table of states knows the name by another code, or knows another standing of "
            "the code."
        ),
        example=(
            "countries: [{id: austria, name: Austria, code: AU}]\n"
            "\n"
            "W307 /countries/0/code: 'AU' is the code of Australia, and 'Austria' has AT; "
            "correct the code or the name, or accept W307 at 'austria/code'"
        ),
        mend=(
            "Correct the code. If the source uses an unusual name, add the usual one to "
            "`other_names`."
        ),
    ),
    Rule(
        code="W308",
        level=_WARNING,
        title="an indirect statement that says nothing",
        why=(
            "Indirect means that the source says in its own words what was said. Without a text, "
            "a figure or the words of the source nobody can tell what that was."
        ),
        example=(
            "statements: [{id: s1, manner: indirect}]\n"
            "\n"
            "W308 /statements/0: the statement is indirect and does not say what was said; give "
            "it a text, or set manner to 'narrated' if the source does not say either, or accept "
            "W308 at 's1/text'"
        ),
        mend=(
            "Write down in `text` what was said. If the source only reports that somebody spoke, "
            "set `manner: narrated`."
        ),
    ),
    Rule(
        code="W309",
        level=_WARNING,
        title="an agreement without parties",
        why=(
            "Who agreed is half of what was agreed. It is looked at for what was made at the "
            "event, and not for proposals, parts of other agreements, resolutions, or where "
            "acts, votes or pledges name who did."
        ),
        example=(
            "agreements: [{id: gauges, status: agreed, text: publish gauge readings daily}]\n"
            "\n"
            "W309 /agreements/0: nobody is named as a party; name the parties or a group of "
            "them, or put 'parties' into not_stated, or accept W309 at 'gauges/parties'"
        ),
        mend=(
            "Name the parties, or declare a group in the words of the source and name that. If "
            "the source does not say, write `not_stated: [parties]`."
        ),
    ),
    Rule(
        code="W310",
        level=_WARNING,
        title="money without a currency, or a currency without money",
        why=(
            "An amount of money means nothing without its currency, and a currency beside a "
            "count shows that the unit was forgotten."
        ),
        example=(
            "figures: [{value: 376000000, currency: USD}]\n"
            "\n"
            "W310 /figures/0/currency: the figure has the currency USD, and its unit is 'count'; "
            "set unit to 'money', or take the currency out, or accept W310 at "
            "'lakeside-2031/figures'"
        ),
        mend=(
            "Give the currency, or write `not_stated: [currency]`. If it is money, set `unit: "
            "money`."
        ),
    ),
    Rule(
        code="W311",
        level=_WARNING,
        title="a narrated statement that says something",
        why="Narrated means that speech is reported without what was said.",
        example=(
            "statements: [{id: s1, manner: narrated, text: The river is low.}]\n"
            "\n"
            "W311 /statements/0/text: the statement is narrated and has a text; set manner to "
            "'indirect', or take the text out, or accept W311 at 's1/text'"
        ),
        mend=(
            "Set the manner by the fullest rendering: direct, mixed or indirect. What was merely "
            "talked about goes into `topics`."
        ),
    ),
    Rule(
        code="W312",
        level=_WARNING,
        title="a person without a name and a description",
        why=(
            "Whoever reads the record has to know who is meant, also where the source gives no "
            "name."
        ),
        example=(
            "people: [{id: diplomat}]\n"
            "\n"
            "W312 /people/0: the person 'diplomat' has neither a name nor a description; give "
            "the name, or put the words of the source into described_as, or put 'name' into "
            "not_stated, or accept W312 at 'diplomat/name'"
        ),
        mend='Give `name`, or `described_as` such as "a senior diplomat", or an office.',
    ),
    Rule(
        code="W313",
        level=_WARNING,
        title="a status that the dated acts contradict",
        why=(
            "Where there are dated acts, the status follows from them: what has been signed is "
            "no mere draft and has not failed, and what all parties have left is not in force. "
            "That the acts do not show why it is in force is not odd: its own terms say when."
        ),
        example=(
            "agreements:\n"
            "  - id: charter\n"
            "    status: drafted\n"
            "    parties: [a]\n"
            "    acts: [{party: a, act: signature, when: 2031-05-08}]\n"
            "\n"
            "W313 /agreements/0/status: the status is 'drafted', and a signature is dated "
            "2031-05-08; leave the status out, since it follows from the acts, or correct one of "
            "them, or accept W313 at 'charter/status'"
        ),
        mend="Leave `status` out, or correct the acts.",
    ),
    Rule(
        code="W314",
        level=_NOTE,
        title="a text of the coder's beside a direct statement",
        why=(
            "A direct statement is its quotations. A second rendering beside them can differ, "
            "and then nobody knows which one counts."
        ),
        example=(
            "statements:\n"
            "  - id: s1\n"
            "    manner: direct\n"
            "    text: The river is low.\n"
            "    quotations: [{pieces: [{source: gazette, exact: The river is lower than "
            "ever.}]}]\n"
            "\n"
            "W314 /statements/0/text: the statement is direct and has a text besides its "
            "quotations; take the text out, or set manner to 'mixed' if more was said than is "
            "quoted, or accept W314 at 's1/text'"
        ),
        mend="Leave `text` out. If the source paraphrases the rest, set `manner: mixed`.",
    ),
    Rule(
        code="W315",
        level=_WARNING,
        title="somebody on both sides, or counted twice",
        why="Nobody is party and no party to the same agreement, or votes twice in one vote.",
        example=(
            "agreements:\n"
            "  - id: gauges\n"
            "    parties: [a, b]\n"
            "    other_participants: [{role: not_party, of: [b]}]\n"
            "\n"
            "W315 /agreements/0/other_participants/0/of/0: 'b' is a party and no party; take one "
            "of them out, or accept W315 at 'gauges/other_participants'"
        ),
        mend=(
            "Keep one of the two. If the source contradicts itself, keep both, record a "
            "discrepancy and accept the finding."
        ),
    ),
    Rule(
        code="W316",
        level=_NOTE,
        title="an acceptance that accepts nothing",
        why=(
            "What was accepted has been mended, or the acceptance has a fault. Left in place it "
            "would hide a finding of the future."
        ),
        example=(
            "accepts: [{code: W302, at: s1, why: the minister gave none}]\n"
            "\n"
            "W316 /accepts/0: W302 is accepted at 's1', and nothing of the kind is found there; "
            "take the acceptance out, or correct its code or address"
        ),
        mend="Take it out, or correct its code or address.",
    ),
    Rule(
        code="W317",
        level=_WARNING,
        title="a delegation that stands for nobody",
        why=(
            "A delegation is a relation: it takes part for a country, an organization or a group."
        ),
        example=(
            "delegations: [{id: a}]\n"
            "\n"
            "W317 /delegations/0: the delegation 'a' stands for nobody; name in of whom it "
            "stands for, or put 'of' into not_stated, or accept W317 at 'a/of'"
        ),
        mend=(
            "Name in `of` whom it stands for. If the source does not say, write `not_stated: [of]`."
        ),
    ),
    Rule(
        code="W318",
        level=_WARNING,
        title="a group whose members do not fit",
        why=(
            "A group that is complete has members, unless it is none of them. A proper part of "
            "something has no member from outside, and nobody whom the words leave out is inside."
        ),
        example=(
            "groups: [{id: both, wording: both ministers, is_complete: true}]\n"
            "\n"
            "W318 /groups/0: the group 'both' is complete and has no members; name the members, "
            "or leave is_complete out, or accept W318 at 'both/members'"
        ),
        mend="Correct the members. If the group is no part of the other, take `out_of` away.",
    ),
    Rule(
        code="W319",
        level=_WARNING,
        title="a word of the author's own that the vocabulary has",
        why=(
            "Where no word of a vocabulary fits, an author gives another one. Given as one of "
            "these, a known word is found by no question about it."
        ),
        example=(
            "kind: {other: Summit}\n"
            "\n"
            "W319 /kind: 'Summit' is a word of ConferenceKind itself; give 'summit' in place of "
            "the other, or accept W319 at 'lakeside-2031/kind'"
        ),
        mend="Give the word itself: `kind: summit`, not `kind: {other: summit}`.",
    ),
)
