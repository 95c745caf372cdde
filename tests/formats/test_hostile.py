"""Words of strangers stay words in every format, in both languages, for every console."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.reports import ABOUT, HOSTILE, LOOKS, NOTED, USUAL, WARNED, printed, reports
from opened.md import opened
from salesduty.cli.formats import CARRIES_EDITS
from salesduty.reporters.catalogue import REPORTERS
from salesduty.reporters.harmless import harmless
from salesduty.reporters.look import Look
from salesduty.reporters.markdown import inert
from salesduty.results.finding import ERROR, INFO, WARNING, Finding, Related, Report
from salesduty.results.place import Span
from salesduty.results.repair import Repair, TextEdit
from salesduty.results.wording import Text

REPORTS = reports()
DRIVES = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]|##\\w*\\["
)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("form", REPORTERS)
def test_nothing_drives_a_terminal_or_a_build_server(form: str, look: str, name: str) -> None:
    shown = printed(form, REPORTS[name], LOOKS[look])

    assert DRIVES.findall(shown) == []
    commands = [line for line in shown.split("\n") if line.lstrip().startswith("::")]
    assert all(re.match(r"::(error|warning|notice) file=[^,:]*,line=\d+,", line) for line in commands)
    assert form == "github" or commands == []
    assert shown.encode(LOOKS[look].encoding).decode(LOOKS[look].encoding) == shown
    assert shown == printed(form, REPORTS[name], LOOKS[look])


words = st.text(st.one_of(st.characters(), st.sampled_from("|`*_[]()<>#@!:=\\\n\r\t\x1b{}$&销")), max_size=30)


@settings(deadline=None, max_examples=60)
@given(words, words, words, st.sampled_from(list(LOOKS.values())))
def test_whatever_is_written_is_harmless_and_readable(file: str, message: str, fix: str, look: Look) -> None:
    said = Text(message, message)
    finding = Finding(
        "WRD001",
        "wording",
        ERROR,
        said,
        Text(fix, fix),
        file or "a",
        Span(1, 1, 1, 2),
        message,
        message,
        (Related(file or "a", Span(1, 1, 2, 1), "", said),),
    )
    report = Report((finding,), 1, 1, 1)

    for form in REPORTERS:
        shown = printed(form, report, look)
        assert DRIVES.findall(shown) == []
        shown.encode(look.encoding)
        if form in ("json", "sarif", "gitlab"):
            json.loads(shown)
        if form in ("jsonl", "rdjsonl"):
            assert [json.loads(line) for line in shown.splitlines()]
    assert len(ElementTree.fromstring(printed("junit", report, look))) == 1


# --- Markdown: as a reader sees it


def test_markdown_shows_every_word_and_makes_nothing_of_it() -> None:
    look = Look(show=INFO)
    shown = printed("markdown", REPORTS["hostile"], look)
    page = opened(shown.encode())

    tags = {tag.name for tag in page.tags}
    assert tags == {"body", "p", "strong", "h3", "table", "thead", "tbody", "tr", "th", "td", "br"}
    assert {name for tag in page.tags for name in tag.attributes} <= {"style"}
    assert (page.complaints, page.comments) == ((), ())
    cells = re.findall(r"<td[^>]*>(.*?)</td>", rendered(shown), re.DOTALL)
    assert len(cells) == 4 * (len(HOSTILE) * 3 + 3)
    assert re.search(r"(?<!＠)@\w|#\d|(?<!\w)!\d", re.sub(r"<[^>]+>|&#\d+;", "", rendered(shown))) is None


def rendered(text: str) -> str:
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))


@settings(deadline=None, max_examples=200)
@given(words)
def test_text_in_markdown_is_read_as_it_was_written(text: str) -> None:
    from html import unescape

    told = rendered(f"x {inert(text, Look())} x").removeprefix("<p>").removesuffix("</p>\n")

    seen = unescape(told)
    for twin, char in (("＠", "@"), ("＃", "#"), ("！", "!")):
        seen, text = seen.replace(twin, char), text.replace(twin, char)
    assert "<" not in told
    assert seen.split() == f"x {harmless(text)} x".split()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@all #12 !3 # a ! b", "＠all ＃12 ！3 # a ! b"),
        ("[x](y)", "[x](y)"),
        ("http://x.example", "http://x.example"),
        ("a|b", "a|b"),
        (":tada: 9:30 a:b", ":tada: 9:30 a:b"),
    ],
)
def test_a_mention_is_none(text: str, shown: str) -> None:
    assert rendered(inert(text, Look())) == f"<p>{shown}</p>\n"


def test_a_row_of_markdown_is_one_row_whatever_is_in_it() -> None:
    (row,) = [line for line in printed("markdown", Report((USUAL,)), Look()).splitlines() if line.startswith("| 4 ")]

    assert row == (
        "| 4 | 错误 | REF001 | 找不到“销售经里”，是不是“销售经理”？<br>改法：改成岗位的名称。"
        "<br>另见 roles/销售部/b.yaml:3 第一次写在这里 |"
    )


def test_markdown_names_a_few_related_places() -> None:
    many = replace(NOTED, related=USUAL.related * 5)

    shown = printed("markdown", Report((many,)), Look("en", show=INFO))

    assert shown.count("see roles/销售部/b.yaml:3 first written here") == 3
    assert shown.endswith("<br>and 2 more places |\n")
    assert "more places" not in printed("markdown", Report((replace(NOTED, related=USUAL.related * 3),)), Look("en", show=INFO))


# --- SARIF


def results(report: Report, look: Look | None = None) -> list[dict[str, object]]:
    (run,) = json.loads(printed("sarif", report, look or Look(show=INFO)))["runs"]
    found: list[dict[str, object]] = run["results"]
    return found


def test_a_uri_leads_back_to_the_file() -> None:
    for file in ("roles/销售 部/岗位#1?.yaml", "a%20b", "c:d.yaml", os_name(b"\xff\xfe.yaml")):
        (location,) = results(Report((finding(file),)))[0]["locations"]  # type: ignore[misc, union-attr]
        artifact = location["physicalLocation"]["artifactLocation"]
        assert artifact["uriBaseId"] == "%SRCROOT%"
        assert unquote_to_bytes(artifact["uri"]) == file.encode("utf-8", "surrogateescape")
        assert ":" not in artifact["uri"]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("/srv/角色.yaml", "file:///srv/%E8%A7%92%E8%89%B2.yaml"),
        ("C:/公司/a.yaml", "file:///C:/%E5%85%AC%E5%8F%B8/a.yaml"),
        ("//server/share/a.yaml", "file://server/share/a.yaml"),
        ("\ud800.yaml", "%ED%A0%80.yaml"),
    ],
)
def test_a_file_elsewhere_has_an_absolute_uri(file: str, uri: str) -> None:
    (location,) = results(Report((finding(file),)))[0]["locations"]  # type: ignore[misc, union-attr]

    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


def os_name(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")


def finding(file: str) -> Finding:
    return Finding("A", "a", ERROR, Text("x", "x"), Text("", ""), file, Span(1, 1, 1, 1), "")


def test_a_message_of_sarif_holds_neither_links_nor_placeholders() -> None:
    texts = [result["message"]["text"] for result in results(REPORTS["hostile"])]  # type: ignore[index]

    assert [text for text in texts if "](" in text or re.search(r"(?<!\{)\{(?:\{\{)*\d", text)] == []
    assert "[x] (javascript:y)" in "".join(texts)


def test_a_run_of_sarif() -> None:
    (run,) = json.loads(printed("sarif", REPORTS["usual"], Look(show=WARNING, version="1.2.3", about=ABOUT)))["runs"]

    assert run["tool"]["driver"] == {
        "name": "salesduty",
        "version": "1.2.3",
        "semanticVersion": "1.2.3",
        "language": "zh-CN",
        "rules": [
            {
                "id": "KPI008",
                "name": "no-source",
                "defaultConfiguration": {"level": "warning"},
                "properties": {"tags": ["KPI"]},
            },
            {
                "id": "REF001",
                "name": "unknown-party",
                "shortDescription": {"text": "查不到 <人> [x] (y)。"},
                "fullDescription": {"text": "查不到 <人> [x] (y)。"},
                "help": {
                    "text": "为什么: 查不到 <人> [x](y)。\n怎么改: 改成…",
                    "markdown": "**为什么**\n\n查不到 \\<人\\> \\[x\\](y)。\n\n**怎么改**\n\n改成…",
                },
                "defaultConfiguration": {"level": "error"},
                "properties": {"tags": ["REF"]},
            },
        ],
    }
    assert (run["language"], run["columnKind"], run["invocations"]) == (
        "zh-CN",
        "unicodeCodePoints",
        [{"executionSuccessful": True}],
    )
    assert len(run["results"]) == 3
    assert run["results"][0] == {
        "ruleId": "REF001",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": "找不到“销售经里”，是不是“销售经理”？\n改法：改成岗位的名称。"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "roles/%E9%94%80%E5%94%AE%E9%83%A8/%E5%B2%97%E4%BD%8D%201.yaml",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": 4, "startColumn": 17, "endLine": 4, "endColumn": 21},
                },
                "logicalLocations": [{"fullyQualifiedName": "sales/rep"}],
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": {"uri": "roles/%E9%94%80%E5%94%AE%E9%83%A8/b.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 9},
                },
                "logicalLocations": [{"fullyQualifiedName": "sales/a"}],
                "message": {"text": "第一次写在这里"},
            }
        ],
        "partialFingerprints": {"salesduty/v1": USUAL.fingerprint},
        "fixes": [
            {
                "description": {"text": "改成“销售经理”（可能改变意思，请看过再采用）"},
                "artifactChanges": [
                    {
                        "artifactLocation": {
                            "uri": "roles/%E9%94%80%E5%94%AE%E9%83%A8/%E5%B2%97%E4%BD%8D%201.yaml",
                            "uriBaseId": "%SRCROOT%",
                        },
                        "replacements": [
                            {
                                "deletedRegion": {"startLine": 4, "startColumn": 17, "endLine": 4, "endColumn": 21},
                                "insertedContent": {"text": "销售经理"},
                            }
                        ],
                    }
                ],
                "properties": {"safe": False},
            }
        ],
    }


def test_github_gets_no_more_results_than_it_takes_and_the_gravest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesduty.reporters.sarif.MOST_RESULTS", 2)
    monkeypatch.setattr("salesduty.reporters.sarif.MOST_RELATED", 0)
    (run,) = json.loads(printed("sarif", Report((NOTED, WARNED, NOTED, USUAL)), Look(show=INFO)))["runs"]

    assert [result["ruleId"] for result in run["results"]] == ["KPI008", "REF001"]
    assert "relatedLocations" not in run["results"][1]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == "问题太多，只列出最严重的 2 个，另有 2 个没有列出。"


# --- The others


def test_reviewdog_counts_bytes() -> None:
    first, second = (
        json.loads(line)["location"]["range"] for line in printed("rdjsonl", Report((USUAL, WARNED)), Look()).splitlines()
    )
    wide = Finding("A", "a", ERROR, Text("x", "x"), Text("", ""), "a", Span(2, 5, 2, 7), "", "名称: 😀售")
    (third,) = (json.loads(line)["location"]["range"] for line in printed("rdjsonl", Report((wide,)), Look()).splitlines())

    assert first == {"start": {"line": 4, "column": 17}, "end": {"line": 4, "column": 29}}
    assert second == {"start": {"line": 9}, "end": {"line": 12}}
    assert third == {"start": {"line": 2, "column": 9}, "end": {"line": 2, "column": 16}}
    assert "名称: 😀售".encode()[8:15].decode() == "😀售"


def test_a_diagnostic_of_reviewdog() -> None:
    (said,) = printed("rdjsonl", Report((USUAL,)), Look("en")).splitlines()

    assert json.loads(said) == {
        "message": "nobody here is called “销售经里”; did you mean “销售经理”?\nfix: Use the name of a post.",
        "location": {"path": USUAL.file, "range": {"start": {"line": 4, "column": 17}, "end": {"line": 4, "column": 29}}},
        "severity": "ERROR",
        "source": {"name": "salesduty"},
        "code": {"value": "REF001"},
        "related_locations": [
            {
                "message": "first written here",
                "location": {"path": "roles/销售部/b.yaml", "range": {"start": {"line": 3}, "end": {"line": 4}}},
            }
        ],
        "suggestions": [{"range": {"start": {"line": 4, "column": 17}, "end": {"line": 4, "column": 29}}, "text": "销售经理"}],
    }


def test_gitlab_gets_a_fingerprint_for_each() -> None:
    issues = json.loads(printed("gitlab", Report((USUAL, WARNED, NOTED, USUAL, USUAL)), Look(show=INFO)))

    assert [issue["fingerprint"] for issue in issues] == [
        USUAL.fingerprint,
        WARNED.fingerprint,
        NOTED.fingerprint,
        f"{USUAL.fingerprint}-2",
        f"{USUAL.fingerprint}-3",
    ]
    assert issues[0] == {
        "description": "找不到“销售经里”，是不是“销售经理”？",
        "check_name": "REF001 unknown-party",
        "fingerprint": USUAL.fingerprint,
        "severity": "major",
        "location": {"path": USUAL.file, "lines": {"begin": 4, "end": 4}},
    }
    assert [issue["severity"] for issue in issues[:3]] == ["major", "minor", "info"]


def test_junit_says_what_failed_and_what_is_only_worth_knowing() -> None:
    assert printed("junit", Report((USUAL, NOTED)), Look(show=INFO)) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="salesduty" tests="2" failures="1" errors="0">\n'
        '<testsuite name="roles/销售部/岗位 1.yaml" tests="1" failures="1" errors="0">\n'
        '<testcase classname="roles/销售部/岗位 1.yaml" name="REF001 unknown-party 4:17">\n'
        '<failure type="error" message="找不到“销售经里”，是不是“销售经理”？">roles/销售部/岗位 1.yaml:4:17\n'
        "找不到“销售经里”，是不是“销售经理”？\n"
        "改法：改成岗位的名称。\n"
        "roles/销售部/b.yaml:3:5  第一次写在这里</failure>\n"
        "</testcase>\n"
        "</testsuite>\n"
        '<testsuite name="b.yaml" tests="1" failures="0" errors="0">\n'
        '<testcase classname="b.yaml" name="GAP009 noted 1:1">\n'
        "<system-out>b.yaml:1:1\n值得知道\n改法：看看</system-out>\n"
        "</testcase>\n"
        "</testsuite>\n"
        "</testsuites>\n"
    )


def test_a_clean_junit_report_is_not_empty() -> None:
    (suite,) = ElementTree.fromstring(printed("junit", Report((), 1, 1, 1), Look("en")))

    assert [(case.tag, case.get("name"), list(case)) for case in suite] == [("testcase", "nothing found", [])]


def test_concise_is_a_line_each() -> None:
    assert printed("concise", Report((USUAL, NOTED), 1, 2, 3), Look("en", show=INFO)) == (
        "roles/销售部/岗位 1.yaml:4:17: error REF001 nobody here is called “销售经里”; did you mean “销售经理”?\n"
        "b.yaml:1:1: info GAP009 worth knowing\n"
        "1 error, 1 info (1 department, 2 posts)\n"
    )


def test_a_line_of_jsonl_is_a_finding_of_json() -> None:
    report = REPORTS["usual"]
    lines = [json.loads(line) for line in printed("jsonl", report, Look()).splitlines()]

    assert lines == json.loads(printed("json", report, Look()))["findings"]
    assert printed("jsonl", Report(()), Look()) == ""


def test_a_repair_is_told_to_programs() -> None:
    assert json.loads(printed("json", Report((USUAL,)), Look("en")))["findings"][0]["fix"] == {
        "what": "write “销售经理”",
        "safe": False,
        "edits": [
            {"file": "roles/销售部/岗位 1.yaml", "line": 4, "column": 17, "end_line": 4, "end_column": 21, "text": "销售经理"},
        ],
    }


@pytest.mark.parametrize("form", REPORTERS)
def test_which_forms_carry_edits(form: str) -> None:
    bare = replace(USUAL, edits=())

    differs = printed(form, Report((USUAL,)), Look()) != printed(form, Report((bare,)), Look())
    assert differs == (form in CARRIES_EDITS)


def test_what_cannot_be_done_is_not_proposed() -> None:
    bare = replace(USUAL, edits=())

    assert json.loads(printed("json", Report((bare,)), Look()))["findings"][0]["fix"]["edits"] == []
    assert "fixes" not in json.loads(printed("sarif", Report((bare,)), Look()))["runs"][0]["results"][0]
    assert "suggestions" not in json.loads(printed("rdjsonl", Report((bare,)), Look()))


def test_a_safe_fix_is_told_without_a_warning() -> None:
    assert USUAL.repair is not None
    safe = replace(USUAL, repair=replace(USUAL.repair, safe=True))
    (fix,) = json.loads(printed("sarif", Report((safe,)), Look("en")))["runs"][0]["results"][0]["fixes"]

    assert (fix["description"]["text"], fix["properties"]) == ("write “销售经理”", {"safe": True})


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("look", LOOKS)
def test_programs_get_the_very_words_of_an_edit(text: str, look: str) -> None:
    finding = replace(USUAL, edits=(replace(USUAL.edits[0], words=text),))
    shown = {form: json.loads(printed(form, Report((finding,)), LOOKS[look])) for form in CARRIES_EDITS}
    # Half a pair stands in no file: it is told, not carried.
    words = text.replace("\udcff", "\\udcff").replace("\ud800", "\\ud800")

    assert shown["json"]["findings"][0]["fix"]["edits"][0]["text"] == words
    assert shown["jsonl"]["fix"]["edits"][0]["text"] == words
    (fix,) = shown["sarif"]["runs"][0]["results"][0]["fixes"]
    assert fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == words
    assert shown["rdjsonl"]["suggestions"][0]["text"] == words


def test_reviewdog_gets_all_edits_of_a_finding_as_one() -> None:
    line = "名称: 甲　乙😀丙　丁"
    edits = tuple(TextEdit("a", Span(2, at, 2, at + 1), words) for at, words in ((6, ""), (10, "-")))
    repair = Repair(Text("去掉", "take out"), ())
    here = Finding("A", "a", ERROR, Text("x", "x"), Text("", ""), "a", Span(2, 5, 2, 12), "", line, repair=repair, edits=edits)
    elsewhere = replace(here, edits=(*edits, TextEdit("a", Span(3, 1, 3, 2), "")))
    several_lines = replace(here, span=Span(2, 5, 3, 1))

    said = [json.loads(line) for line in printed("rdjsonl", Report((here, elsewhere, several_lines)), Look()).splitlines()]

    assert said[0]["suggestions"] == [
        {"range": {"start": {"line": 2, "column": 12}, "end": {"line": 2, "column": 28}}, "text": "乙😀丙-"}
    ]
    assert line.encode()[11:27].decode() == "　乙😀丙　"
    assert [each for each in said[1:] if "suggestions" in each] == []


def test_github_shows_the_gravest_and_the_log_the_others() -> None:
    warned = [
        Finding("KPI008", "no-source", WARNING, Text(f"第 {at} 处", ""), Text("", ""), "a.yaml", Span(at, 1, at, 2), "")
        for at in range(1, 13)
    ]
    failed = [Finding("STR001", "syntax", ERROR, Text("错", ""), Text("", ""), "z.yaml", Span(9, 1, 9, 2), "")]

    lines = printed("github", Report((*warned, *failed), 1, 1, 1), Look()).splitlines()

    assert [line.split(" ")[0] for line in lines[:11]] == ["::error", *["::warning"] * 10]
    assert lines[11:] == [
        "GitHub 每步每级最多显示 10 条批注，其余 2 个问题列在这里：",
        "a.yaml:11:1: warning KPI008 第 11 处",
        "a.yaml:12:1: warning KPI008 第 12 处",
        "1 个错误，12 个警告（1 个部门，1 个岗位）",
    ]


def test_many_findings_are_counted_by_rule_in_markdown() -> None:
    shown = printed("markdown", REPORTS["many"], Look("en"))

    assert shown.startswith(
        "**400 errors (1 department, 2 posts)**\n\n"
        "| Rule | Severity | Findings | Files |\n| --- | --- | ---: | ---: |\n| STR001 syntax | error | 400 | 7 |\n\n### 1.yaml\n\n"
        "| Line | Severity | Rule | Finding |\n| ---: | --- | --- | --- |\n| 1 | error | STR001 | number 1<br>Fix: mend |\n"
    )
    assert shown.count("Fix: mend") == 7
    assert "Findings" not in printed("markdown", REPORTS["usual"], Look("en"))
