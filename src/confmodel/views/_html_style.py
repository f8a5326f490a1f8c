"""The style of the page: light, dark, paper and phone. No font, image or rule from elsewhere."""

from collections.abc import Iterable

_COLOURS = """
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1c2127;--faint:#5a616b;
--line:#d9d5cb;--link:#134f8f;--hit:#ffe79a;--soft:#f1eee6;--unsaid:#8a3b00;
--direct:#134f8f;--mixed:#0a635e;--reported:#525c69;--figure:#85450a;--agreement:#1b642c;
--people:#65399a;--discrepancy:#ae1e2a;--other:#5b5444}
@media screen and (prefers-color-scheme:dark){:root{--paper:#14171b;--card:#1b1f24;--ink:#e8e4db;
--faint:#a9b0ba;--line:#3a4048;--link:#8fc1f7;--hit:#483b0a;--soft:#23282e;--unsaid:#f0b46a;
--direct:#8fc1f7;--mixed:#66d3c8;--reported:#b3bdca;--figure:#f0b46a;--agreement:#86d695;
--people:#cdaef7;--discrepancy:#ff9a97;--other:#c9bfa8}}
"""

_TEXT = """
*,*::before,*::after{box-sizing:border-box}
html{scroll-behavior:auto;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);line-height:1.5;
font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:1rem}
h1,h2,h3{line-height:1.2;overflow-wrap:anywhere;text-wrap:balance}
h1{font:600 clamp(1.5rem,1.1rem + 1.6vw,2.2rem)/1.15 Georgia,"Times New Roman",serif;margin:0}
h2{font:600 1.35rem/1.2 Georgia,"Times New Roman",serif;margin:2.4rem 0 .8rem;
scroll-margin-top:1rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
h3{font-size:1rem;margin:0 0 .4rem}
p,ul,ol,dl{margin:.4rem 0}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
dd,li,td,th,p,code,q,bdi{overflow-wrap:anywhere}
code{font:.85em/1.4 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
q{quotes:"“" "”"}
q bdi{unicode-bidi:isolate}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem;z-index:2}
.faint,.label{color:var(--faint)}
.odd{font:.72em/1 ui-monospace,Menlo,Consolas,monospace;border:1px dashed var(--discrepancy);
color:var(--discrepancy);border-radius:3px;padding:0 .2em;unicode-bidi:isolate;direction:ltr}
.cr{font-size:.6em;color:var(--faint);user-select:none;-webkit-user-select:none}
.unsaid{color:var(--unsaid);font-style:italic}
.lost{color:var(--discrepancy);text-decoration:underline wavy}
.flag{margin-inline-end:.25em;font-style:normal}
.code{font-size:.8em;color:var(--faint);letter-spacing:.04em;font-weight:400}
"""

_PARTS = """
header,main,footer{padding:0 clamp(1rem,3vw,2.2rem)}
header{padding-top:1.4rem;padding-bottom:.9rem;}
header .brand{margin:0 0 .3rem;font-size:.85rem;color:var(--faint)}
.summary{display:flex;flex-wrap:wrap;gap:.1rem 1.6rem;margin:.7rem 0 0}
.summary div{display:flex;gap:.45rem}
.summary dt,.rows dt{color:var(--faint)}
.summary dd,.rows dd{margin:0}
.tally{display:flex;flex-wrap:wrap;gap:.3rem .5rem;padding:0;margin:.7rem 0 0;list-style:none;
font-size:.85rem}
.tally li{border:1px solid var(--line);border-radius:1rem;padding:.1rem .7rem;
background:var(--card)}
nav ul{display:flex;flex-wrap:wrap;gap:.1rem 1rem;list-style:none;padding:0;margin:0}
nav{padding:.45rem clamp(1rem,3vw,2.2rem);font-size:.9rem;border-bottom:1px solid var(--line)}
nav a{display:inline-block;padding:.15rem 0}
.fact{scroll-margin-top:1rem}
article.fact,.fact>article,.unchecked{background:var(--card);border:1px solid var(--line);
border-radius:.6rem;padding:.8rem 1rem;margin:.7rem 0}
article.fact h3{font-size:1.05rem}
h3 .faint{font-weight:400}
.fact:target,tr:target{outline:3px solid var(--link);outline-offset:1px;background:var(--hit)}
.no{display:inline-block;font:600 .78rem/1.5 ui-monospace,Menlo,Consolas,monospace;
text-decoration:none;color:var(--faint);margin-inline-end:.25rem}
.no:hover{text-decoration:underline}
.badges{display:flex;flex-wrap:wrap;gap:.35rem}
.badge{display:inline-block;font-size:.8rem;line-height:1.5;font-weight:400;padding:0 .55rem;
border:1px solid var(--line);border-radius:1rem;background:var(--soft);color:var(--ink)}
.badge.k{text-underline-offset:.2em}
.badge.odd-one{border-style:dashed;border-color:var(--discrepancy);color:var(--discrepancy)}
.text{font-size:1.05rem}
blockquote{margin:.6rem 0;padding:.1rem 0 .1rem .9rem;border-inline-start:3px solid var(--direct)}
blockquote p{font:1.08rem/1.5 Georgia,"Times New Roman",serif;margin:0 0 .2rem}
.rows{font-size:.92rem;margin:.5rem 0 0}
.rows div{display:grid;grid-template-columns:8.2rem minmax(0,1fr);gap:0 .8rem;padding:.1rem 0}
.ev{list-style:none;padding:0;margin:.1rem 0;font-size:.86rem;color:var(--faint)}
.ev li{padding:.06rem 0}
.ev a,.spans a{color:inherit}
.ev q,.ev .sealed{color:var(--ink)}
.cards,.people,.spans,.bare,.findings,.plain,.legend,.accounts{list-style:none;padding:0}
.cards,.people{display:grid;gap:.5rem;margin:.5rem 0}
.cards li.fact,.people li.fact{padding:.45rem .7rem;border-radius:.4rem;
border:1px solid var(--line);background:var(--card)}
article .people li.fact{background:var(--paper)}
.accounts{display:grid;gap:.7rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr))}
.accounts>li{border-inline-start:4px double var(--discrepancy);padding:.1rem .8rem}
.account{font-weight:600;margin:0 0 .2rem}
.verdict,.level{font:600 .78rem/1.5 ui-monospace,Menlo,Consolas,monospace;padding:0 .4em;
border:1px solid currentColor;border-radius:.3rem;white-space:nowrap}
.verdict.missing,.verdict.near,.verdict.ambiguous,.level.error{color:var(--discrepancy)}
.level.warning,.verdict.moved,.verdict.normalised{color:var(--figure)}
.level.note,.verdict.not_checked{color:var(--faint)}
.findings li{padding:.3rem 0}
table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.6rem 0}
caption{text-align:start;color:var(--faint);font-size:.86rem;padding:.2rem 0 .5rem}
th,td{text-align:start;vertical-align:top;padding:.45rem .6rem;border:1px solid var(--line)}
thead th{background:var(--soft)}
tbody th{font-weight:600}
table :is(th,td,li,p,q,bdi,code){overflow-wrap:break-word}
.scroll{overflow-x:auto}
.matrix tbody th{position:sticky;left:0;background:var(--paper);z-index:1;max-width:11rem}
.matrix{min-width:34rem}
footer{padding-top:1rem;padding-bottom:2rem;color:var(--faint);font-size:.86rem}
"""

_WORDS = """
.legend{display:grid;gap:.15rem .9rem;
grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));
font-size:.9rem}
.legend label{display:flex;gap:.45rem;align-items:flex-start}
.legend input{display:none}
.key h3{margin-top:.8rem}
.key .faint{font-size:.86rem}
.source h3{font:600 1.1rem/1.3 Georgia,"Times New Roman",serif;margin:1.4rem 0 .4rem}
.words-of{font:1.06rem/1.95 Georgia,"Times New Roman",serif;white-space:pre-wrap;
overflow-wrap:anywhere;unicode-bidi:plaintext}
mark{background:none;color:inherit}
.k{text-decoration-line:underline;text-decoration-skip-ink:none;text-underline-offset:.22em}
.k .k{text-underline-offset:.5em}
.k .k .k{text-underline-offset:.78em}
.k .k .k .k{text-underline-offset:1.06em}
.k-direct{text-decoration:underline solid 3px var(--direct)}
.k-mixed{text-decoration:underline double 2px var(--mixed)}
.k-reported{text-decoration:underline dotted 2.5px var(--reported)}
.k-figure{text-decoration:underline dashed 2.5px var(--figure)}
.k-agreement{text-decoration:underline solid 1.5px var(--agreement)}
.k-people{text-decoration:underline dotted 1.5px var(--people)}
.k-discrepancy{text-decoration:underline wavy 1.5px var(--discrepancy)}
.k-other{text-decoration:underline dashed 1px var(--other)}
.refs{font:600 .68rem/1 ui-monospace,Menlo,Consolas,monospace;vertical-align:.55em;
white-space:normal;unicode-bidi:isolate;user-select:none;-webkit-user-select:none}
.refs a{text-decoration:none;padding:.35em .2em;border-radius:.2em}
.refs a:hover{text-decoration:underline}
.refs .r-direct{color:var(--direct)}.refs .r-mixed{color:var(--mixed)}
.refs .r-reported{color:var(--reported)}.refs .r-figure{color:var(--figure)}
.refs .r-agreement{color:var(--agreement)}.refs .r-people{color:var(--people)}
.refs .r-discrepancy{color:var(--discrepancy)}.refs .r-other{color:var(--other)}
.part{display:inline-block;color:var(--faint);background:var(--soft);border-radius:.25rem;
font:.7rem/1.5 system-ui,sans-serif;letter-spacing:.04em;padding:0 .4em;margin-inline-end:.5em;
vertical-align:.1em;user-select:none;-webkit-user-select:none}
.w{scroll-margin-top:4rem}
.w:target~mark{background:var(--hit)}
.spans{font-size:.95rem}
.spans li{padding:.15rem 0}
.spans li:has(:target) mark{background:var(--hit)}
"""

_FILTERS = """
@supports selector(:has(a)){
.legend input{display:inline-block;width:1rem;height:1rem;
accent-color:var(--link);flex:none;margin:.2rem 0 0}
.legend label{cursor:pointer}
"""

_SCREENS = """
@media screen and (min-width:72rem) and (min-height:36rem){
body{display:grid;grid-template-rows:auto auto minmax(60vh,1fr);height:100vh}
header{padding-top:.8rem;padding-bottom:.6rem}
header h1{font-size:1.6rem}
.summary,.tally{margin-top:.35rem}
main{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);padding:0;min-height:0}
.words,.facts{overflow:auto;padding:0 clamp(1rem,2.2vw,2rem) 3rem}
.words{border-inline-end:1px solid var(--line)}
.words>h2,.facts>section:first-child h2{margin-top:1.2rem}
footer{display:none}
}
@media (max-width:40rem){
.rows div{grid-template-columns:minmax(0,1fr);padding:.2rem 0}
.stacking,.stacking tbody,.stacking tr,.stacking th,.stacking td,.stacking caption{display:block}
.stacking thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.stacking tr{border:1px solid var(--line);border-radius:.5rem;background:var(--card);margin:.6rem 0;
padding:.3rem .6rem}
.stacking th,.stacking td{border:0;padding:.15rem 0}
.stacking td::before{content:attr(data-label)": ";color:var(--faint)}
.words-of{line-height:2.15}
}
@media print{
:root{--paper:#fff;--card:#fff}
body{font-size:10pt}
nav,.skip,.legend input{display:none!important}
article.fact,.cards li,.people li,tr{break-inside:avoid}
h2,h3{break-after:avoid}
a{color:inherit}
details::details-content{content-visibility:visible;block-size:auto}
}
@media (forced-colors:active){.w:target~mark{outline:1px solid}}
"""

_KINDS = (
    "direct",
    "mixed",
    "reported",
    "figure",
    "agreement",
    "people",
    "discrepancy",
    "other",
)


def style(marked: Iterable[int]) -> str:
    """Write the style sheet.

    Args:
        marked: The numbers of the pieces of evidence that are marked in a text.
            Each gets a rule that ends its highlight where it ends.
    """
    filters = "".join(
        f"main:has(#show-{kind}:not(:checked)) .words .words-of .k-{kind}"
        "{text-decoration:none}"
        f"main:has(#show-{kind}:not(:checked)) .words .refs .r-{kind}{{display:none}}"
        for kind in _KINDS
    )
    ends = "".join(f"#w{number}:target~.x{number}~mark{{background:none}}" for number in marked)
    sheet = f"{_COLOURS}{_TEXT}{_PARTS}{_WORDS}{_FILTERS}{filters}}}{_SCREENS}{ends}"
    return sheet.replace("\n", "")
