"""Whatever is changed between two runs, what lint remembers never shows."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from salesduty.settings.settings import Settings
from salesduty.toolkit.lint import lint

SETTINGS = Settings(today=date(2026, 11, 21))
HEAD = 'department: {{id: {0}, name: {1}, version: "1", effective: 2026-01-01, approved_by: 总经理, headcount: {2}, outside: [总经理]}}\n'
DEPARTMENTS = st.builds(
    lambda lines, *given: "# 说明\n" * lines + HEAD.format(*given),
    st.integers(0, 2),
    st.sampled_from(("a", "b", "c")),
    st.sampled_from(("销售部", "客服部")),
    st.integers(1, 3),
)
POSTS = st.builds(
    lambda name, above, status, duty: (
        f"posts:\n  - {{id: {name}, name: {name}岗, reports_to: {above}, status: {status}, duties: [{duty}]}}\n"
    ),
    st.sampled_from(("one", "two")),
    st.sampled_from(("总经理", "one", "a/one", "b/two", "two岗", "谁")),
    st.sampled_from(("active", "retired")),
    st.sampled_from(("每天回访", "{text: 当天移交, to: 客服部}", "{text: 当天移交, to: c/one}")),
)
BROKEN = st.sampled_from(("post: {name: 甲\n", "\tpost: 1\n", "", "无关: 1\n"))
NAMES = st.sampled_from([f"{folder}{name}.yaml" for folder in ("east/", "west/", "west/inner/", "") for name in ("d", "p", "q")])
CHANGES = st.lists(st.tuples(NAMES, st.one_of(st.none(), DEPARTMENTS, POSTS, BROKEN)), min_size=1, max_size=3)


@given(st.lists(CHANGES, min_size=2, max_size=5))
@settings(max_examples=60, deadline=None)
def test_it_finds_what_a_first_look_finds(steps: list[list[tuple[str, str | None]]]) -> None:
    with TemporaryDirectory() as folder:
        before = os.environ["SALESDUTY_CACHE_DIR"]
        os.environ["SALESDUTY_CACHE_DIR"] = str(Path(folder, "cache"))
        try:
            roles = Path(folder, "roles")
            for name, text in START.items():
                _put(roles / name, text)
            for step in steps:
                for name, text in step:
                    _put(roles / name, text)
                assert lint([roles], settings=SETTINGS, remember=True) == lint([roles], settings=SETTINGS)
        finally:
            os.environ["SALESDUTY_CACHE_DIR"] = before


START = {
    "east/d.yaml": HEAD.format("a", "销售部", 2),
    "east/p.yaml": "post: {id: one, name: one岗, reports_to: 总经理, duties: [每天回访]}\n",
    "west/d.yaml": HEAD.format("b", "客服部", 2),
    "west/p.yaml": "post: {id: two, name: two岗, reports_to: a/one, duties: [每天回访]}\n",
    "north/d.yaml": HEAD.format("c", "市场部", 2),
    "south/d.yaml": HEAD.format("e", "商务部", 2),
    "south/p.yaml": "post: {id: two, name: two岗, reports_to: one岗, duties: [{text: 当天移交, to: 客服部}]}\n",
}


def _put(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
