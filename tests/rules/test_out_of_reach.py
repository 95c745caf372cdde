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


@pytest.mark.parametrize(
    ("reason", "zh"),
    [
        ("permission", "请文件的主人或管理员给你读取的权限，再检查一次。"),
        ("special", "把它移出这个文件夹；需要检查的岗位文件，换成普通文件放在这里。"),
        ("link", "把链接指向的文件复制到这个文件夹里，代替这个链接。"),
        ("failed", "确认磁盘或网络盘连接正常，再检查一次；仍然读不出来的，请管理员处理。"),
    ],
)
def test_every_reason_of_the_disk_has_its_remedy(reason: str, zh: str) -> None:
    words = unreadable.RULE.fixes["cannot-read"]
    assert callable(words)
    assert words({"reason": reason}).zh == zh


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        (
            b"\xff\xff",
            "用记事本或 VS Code 打开，删掉乱码，另存为 UTF-8；打开后全是乱码的，确认它是不是岗位文件，不是就移到别处。",
        ),
        (b"a: \x07", "用记事本或 VS Code 打开，删掉这个字符前后的文字，重新输入，再保存。"),
        (b"%PDF-1.7", "把内容按岗位文件的写法写进一个新的文本文件，扩展名用 .yaml；这个文件移到别处。"),
        (
            "post: {name: 甲, levl: staff}",
            "改成提示的项目名，或删掉这一项；如果这本来是一句话，只是里面有冒号，给整句加上引号。",
        ),
        (
            "post: {name: 甲, 乙丙丁: 戊}",
            "项目名写错的就改正，多余的就删掉；如果这本来是一句话，只是里面有冒号，给整句加上引号。",
        ),
        ("post: {name: 甲, 岗位名称: 乙}", "两处合成一处，删掉另一处。"),
    ],
)
def test_a_remedy_fits_its_kind(text: str | bytes, zh: str) -> None:
    found = lint({"roles.yaml": text}, settings=SETTINGS).findings
    assert [finding.fix.zh for finding in found if finding.code in ("STR010", "STR012")] == [zh]


def said(files: dict[str, str | bytes]) -> list[str]:
    report = lint(files, settings=SETTINGS)
    return [f"{f.code} {f.file}:{f.span.line}:{f.span.column} {f.message.zh}" for f in report.findings]
