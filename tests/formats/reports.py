"""Reports to put through every format: clean, usual, hostile, huge."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.reporters.catalogue import REPORTERS
from salesduty.reporters.look import Look, plain
from salesduty.results.about import About
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Related, Report
from salesduty.results.place import FIRST, Place, Span
from salesduty.results.repair import Put, Repair, TextEdit
from salesduty.results.wording import Text

HOSTILE = (
    "::error file=x::y",
    "::set-output name=a::b",
    "##[group]x ##vso[task.x]y ##teamcity[x]",
    "\x1b[31mred\x1b]0;owned\x07\x9b2J",
    "\u202egpj\u2066x\u2069\u200b\ufeff",
    "a\r\nb\n::warning::c\u2028d\x0b\x0c",
    "<script>alert(1)</script><img src=x onerror=y>&amp;]]><![CDATA[",
    "[x](javascript:y) ![z](http://z.example/q.png) `code` **b** | c | ~~d~~ # e",
    "@somebody @team/all #12 !34 $5 GH-6 https://x.example www.x.example a@b.example",
    "=cmd|' /C calc'!A0",
    "{0} {1} {{x}} %s %0A %25 ${{ secrets.X }} {% x %}",
    "\x00\x01\x7f\ufffe\uffff\U0001fffe",
    "\udcff\ud800",
    '\'"\\\\" </testsuites>',
    "销售😀代表é",
)
"""Words of strangers that some format could take for more than words."""

USUAL = Finding(
    "REF001",
    "unknown-party",
    ERROR,
    Text("找不到“销售经里”，是不是“销售经理”？", "nobody here is called “销售经里”; did you mean “销售经理”?"),
    Text("改成岗位的名称。", "Use the name of a post."),
    "roles/销售部/岗位 1.yaml",
    Span(4, 17, 4, 21),
    "sales/rep",
    "    reports_to: 销售经里",
    (Related("roles/销售部/b.yaml", Span(3, 5, 4, 9), "sales/a", Text("第一次写在这里", "first written here")),),
    {"ref": "销售经里", "near": Text("销售经理", "销售经理")},
    repair=Repair(
        Text("改成“销售经理”", "write “销售经理”"),
        (Put(Place("roles/销售部/岗位 1.yaml", ("post", "reports_to")), "销售经理"),),
        safe=False,
    ),
    edits=(TextEdit("roles/销售部/岗位 1.yaml", Span(4, 17, 4, 21), "销售经理"),),
)
WARNED = Finding(
    "KPI008", "no-source", WARNING, Text("没有数据来源", "no source"), Text("", ""), "b.yaml", Span(9, 1, 12, 3), "", "kpi:"
)
NOTED = Finding("GAP009", "noted", INFO, Text("值得知道", "worth knowing"), Text("看看", "look"), "b.yaml", FIRST, "b", "")


def hostile() -> Iterator[Finding]:
    """Yield findings with every hostile text in every place that a stranger reaches."""
    for text in HOSTILE:
        said = Text(f"找不到“{text}”", f"“{text}” is unknown")
        related = Related(text, Span(2, 3, 2, 4), text, said)
        repair = Repair(said, (Put(Place(text), text),), safe=False)
        edits = (TextEdit(text, Span(1, 1, 1, 2), text), TextEdit(text, Span(1, 3, 1, 3), text))
        for severity in (ERROR, WARNING, INFO):
            yield Finding(
                "WRD001",
                "wording",
                severity,
                said,
                said,
                text,
                Span(1, 2, 1, 3),
                text,
                text,
                (related,),
                {"x": text, "y": (said,)},
                repair=repair,
                edits=edits,
            )


def reports() -> dict[str, Report]:
    """Return the reports by a name for each."""
    many = tuple(
        Finding(
            "STR001",
            "syntax",
            ERROR,
            Text(f"第 {n} 处", f"number {n}"),
            Text("改", "mend"),
            f"{n % 7}.yaml",
            Span(n, 1, n, 2),
            f"a/#{n}",
        )
        for n in range(1, 401)
    )
    return {
        "clean": Report((), 1, 2, 3),
        "nothing at all": Report(()),
        "usual": Report((USUAL, WARNED, NOTED, USUAL), 1, 2, 3),
        "hostile": Report(tuple(hostile()), 1, 2, 3),
        "many": Report(many, 1, 2, 7),
    }


ABOUT = {"REF001": About("unknown-party", ERROR, Text("查不到 <人> [x](y)。", "Nobody * {0}."), Text("改成…", "Use …"))}
CONSOLES = (("zh", "utf-8"), ("zh", "gbk"), ("en", "utf-8"), ("en", "gbk"), ("en", "ascii"))
LOOKS = {f"{lang} {encoding}": Look(lang, 60, INFO, encoding, "0.1.0", ABOUT) for lang, encoding in CONSOLES}
"""Chinese is spoken on a console without Chinese characters only to who insists; the stream writes our words out there."""


def printed(form: str, report: Report, look: Look) -> str:
    """Return what the reporter `form` makes of `report`."""
    return plain(REPORTERS[form](report, look))
