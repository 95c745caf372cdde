"""Files to departments and findings: the order of the files never shows, and no file brings the linter down."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from properties.role_files import YAML_LIKE, documents, written
from salesduty.results.wording import LANGS
from salesduty.settings.settings import Settings
from salesduty.toolkit.lint import lint
from salesduty.toolkit.load import load

TODAY = Settings(today=date(2026, 11, 21))
FILES = {
    "department.yaml": "department: {id: sales, name: 销售部, outside: [总经理]}\n",
    "posts/head.yaml": "post: {id: head, name: 销售经理, reports_to: 总经理, kpis: [revenue]}\n",
    "posts/rep.yaml": "post: {id: rep, name: 销售代表, reports_to: 销售经里}\n",
    "posts/same.yaml": "post: {id: rep, name: 销售代表, reports_to: head}\n",
    "posts/broken.yaml": "post: [\n",
    "kpis.yaml": "kpis: [{id: revenue, name: 销售额}, {id: revenue, name: 销售额, target: ≥100%}]\n",
    "east/b.yaml": "department: {id: east, name: 华东组}\npost: {name: 代表, reports_to: rep}\n",
    "east/a.yaml": "department: {id: east2, name: 华东二组}\n",
    "undeclared/x.yaml": "post: {name: 店员}\n",
    "other/notes.yaml": "on: push\n",
}


@given(st.permutations(list(FILES)))
def test_the_order_of_the_files_never_shows(names: list[str]) -> None:
    shuffled = {name: FILES[name] for name in names}
    assert load(shuffled) == load(FILES)
    assert lint(shuffled, settings=TODAY) == lint(FILES, settings=TODAY)


@given(st.lists(written(documents()).map(lambda file: file[0]) | YAML_LIKE, min_size=1, max_size=3))
def test_no_file_brings_the_linter_down(texts: list[str]) -> None:
    files: dict[str, Any] = {f"{number}.yaml": text for number, text in enumerate(texts)}
    report = lint(files, settings=TODAY)
    for finding in report.findings:
        lines = max(1, files[finding.file].count("\n") + files[finding.file].count("\r") + 1)
        assert 1 <= finding.span.line <= finding.span.end_line <= lines
        assert all(finding.message.within(lang).strip() for lang in LANGS)
        assert "{" not in finding.fix.zh
    assert report == lint(dict(reversed(files.items())), settings=TODAY)


@given(st.dictionaries(st.sampled_from(("a.yaml", "b.yaml")), st.binary(max_size=60), min_size=1))
def test_no_bytes_bring_the_linter_down(files: dict[str, bytes]) -> None:
    assert lint(files, settings=TODAY).files == len(files)
