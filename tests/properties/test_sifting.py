"""What is left out stays out: all that is found can be ignored by comments, or recorded, and moving lines changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from properties.role_files import YAML_LIKE, documents, written
from salesduty.results.baseline import Recorded
from salesduty.results.finding import Report
from salesduty.rules.suppressions import OWN_RULES
from salesduty.settings.settings import Settings
from salesduty.source.comments import comments
from salesduty.toolkit.baseline import divided, dumped, parsed
from salesduty.toolkit.lint import lint

TODAY = Settings(today=date(2026, 11, 21))
HEAD = "department: {id: sales, name: 销售部, outside: [总经理]}\n"
DUTIES = st.lists(
    st.sampled_from(
        ("每周拜访客户", "{text: 每月对账, to: 甲}", "{text: 写信, to: 乙, cadence: 经常}", "{id: a, text: 催款, from: 丙}")
    ),
    min_size=1,
    max_size=5,
)


def recorded(report: Report) -> tuple[Recorded, ...]:
    return tuple(Recorded(each.code, each.address, each.file, "", each.fingerprint) for each in report.findings)


@given(written(documents()))
def test_what_is_ignored_for_the_file_is_not_found(file: tuple[str, Any]) -> None:
    text = file[0]
    before = lint({"a.yaml": text}, settings=TODAY)
    codes = sorted({each.code for each in before.findings} - OWN_RULES)
    head = "".join(f"# salesduty: ignore-file[{code}] 暂不处理\n" for code in codes)
    after = lint({"a.yaml": head + text}, settings=TODAY)

    if before.scope is not None and not before.scope.unread:
        assert [each.code for each in after.findings] == []


@given(written(documents()))
def test_what_is_recorded_is_not_found_again(file: tuple[str, Any]) -> None:
    report = lint({"a.yaml": file[0]}, settings=TODAY)
    moved = lint({"b.yaml": f"# 说明\n\n{file[0]}"}, settings=TODAY)
    known = parsed(dumped(recorded(report)).encode(), "x.json")

    assert sorted(known, key=str) == sorted(recorded(report), key=str)
    if report.scope is not None and not report.scope.unread:
        assert divided(report, known)[0] == ()
        assert divided(moved, known)[0] == ()


@given(DUTIES, st.randoms())
def test_the_order_of_duties_makes_nothing_new(duties: list[str], random: Any) -> None:
    shuffled = duties.copy()
    random.shuffle(shuffled)
    known = recorded(lint({"a.yaml": _post(duties)}, settings=TODAY))

    assert divided(lint({"a.yaml": _post(shuffled)}, settings=TODAY), known)[0] == ()


@given(DUTIES, st.sampled_from(("每天写日志", "{text: 每天写日志, to: 总经理}")), st.integers(0, 5))
def test_a_duty_put_before_others_makes_none_of_them_new(duties: list[str], one: str, at: int) -> None:
    known = recorded(lint({"a.yaml": _post(duties)}, settings=TODAY))
    more = [*duties[:at], one, *duties[at:]]

    new = divided(lint({"a.yaml": _post(more)}, settings=TODAY), known)[0]
    # One more duty may take a post as a whole over a limit.
    assert [each for each in new if each.code not in ("STR030", "WRD019")] == []


@given(written(documents()), st.data())
def test_a_comment_behind_every_line_that_something_is_found_on(file: tuple[str, Any], data: st.DataObject) -> None:
    """Where a comment can stand behind a line, it hides what is found there and nothing else."""
    text = file[0]
    before = lint({"a.yaml": text}, settings=TODAY)
    if before.scope is None or before.scope.unread or not before.findings:
        return
    lines = text.split("\n")
    chosen = data.draw(st.sampled_from(before.findings)).span.line
    lines[chosen - 1] += (
        f"  # salesduty: ignore[{','.join(sorted({f.code for f in before.findings if f.span.line == chosen}))}] 暂不处理"
    )
    changed = "\n".join(lines)
    after = lint({"a.yaml": changed}, settings=TODAY)
    if "\r" in text or not comments(changed) or (after.scope is not None and after.scope.unread):
        return
    assert not [each for each in after.findings if each.span.line == chosen and each.code not in OWN_RULES]
    assert _elsewhere(before, chosen) <= {each.fingerprint for each in after.findings}


@given(YAML_LIKE.map(lambda text: text.replace("ab", "# salesduty: ignore[STR001] x")))
def test_no_text_brings_the_search_for_comments_down(text: str) -> None:
    for comment in comments(text):
        assert text[comment.start] == "#"
        assert text[comment.at :].startswith(comment.text)
        assert "\n" not in text[comment.start : comment.end]
        assert comment.below is None or comment.end <= comment.below[0] <= comment.below[1] <= len(text)


def _post(duties: Iterable[str]) -> str:
    return f"{HEAD}post:\n  id: rep\n  name: 销售代表\n  duties:\n" + "".join(f"    - {duty}\n" for duty in duties)


def _elsewhere(report: Report, line: int) -> set[str]:
    return {each.fingerprint for each in report.findings if not each.span.line <= line <= each.span.end_line}
