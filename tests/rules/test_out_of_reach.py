"""What no example can show: files that are too large, and files that a disk will not give."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from salesduty.rules.structure import too_large, unreadable
from salesduty.settings.settings import Settings
from salesduty.source.problems import MOST_BYTES
from salesduty.toolkit.lint import lint

SETTINGS = Settings(today=date(2026, 11, 21))
WHOLE = 'department: {id: sales, name: 销售部, version: "1", effective: 2026-01-01, approved_by: 总经理}\n'


def test_a_file_over_the_limit_is_not_read() -> None:
    files = {"huge.yaml": b"#" * (MOST_BYTES + 1), "department.yaml": WHOLE}
    assert said(files) == ["STR008 huge.yaml:1:1 文件超过 10 MB，没有读"]
    assert too_large.RULE.bad == ()


def test_a_file_at_the_limit_is_read() -> None:
    assert said({"large.yaml": WHOLE.encode().ljust(MOST_BYTES, b"#"), "department.yaml": ""}) == [
        "STR017 department.yaml:1:1 文件里没有内容"
    ]


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("post: {name: 密码}\n", encoding="utf-8")
    roles = tmp_path / "roles"
    roles.mkdir()
    (roles / "department.yaml").write_text(WHOLE, encoding="utf-8")
    try:
        (roles / "rep.yaml").symlink_to(tmp_path / "secret.yaml")
    except OSError:
        pytest.skip("this system makes no links")
    (finding,) = lint(roles, settings=SETTINGS).findings
    assert (finding.code, finding.message.zh) == ("STR010", "这个链接指向文件夹以外，没有读")


@pytest.mark.parametrize(
    ("reason", "zh", "en"),
    [
        ("permission", "没有读取这个文件的权限", "there is no permission to read this file"),
        ("special", "这不是普通文件", "this is no ordinary file"),
        ("link", "这个链接指向文件夹以外", "this link leads out of the folder"),
        ("failed", "磁盘或网络出错，文件读不出来", "the disk or the network failed while the file was read"),
    ],
)
def test_every_reason_of_the_disk_has_its_words(reason: str, zh: str, en: str) -> None:
    words = unreadable.RULE.kinds["cannot-read"]
    assert callable(words)
    text = words({"reason": reason})
    assert (text.zh, text.en) == (zh, en)


def said(files: dict[str, str | bytes]) -> list[str]:
    report = lint(files, settings=SETTINGS)
    return [f"{f.code} {f.file}:{f.span.line}:{f.span.column} {f.message.zh}" for f in report.findings]
