"""Width, blanks and pairs."""

from __future__ import annotations

import pytest

from salesduty.text.punctuation import Change, blanks, narrow, unpaired, wide


def changed(text: str, changes: list[Change]) -> str:
    for each in reversed(changes):
        text = text[: each.start] + each.words + text[each.end :]
    return text


@pytest.mark.parametrize(
    ("text", "better"),
    [("满９５．５％，录入ＣＲＭ", "满95.5%，录入CRM"), ("８：３０前", "8:30前"), ("一、二；（三）", "一、二；（三）")],
)
def test_wide_figures(text: str, better: str) -> None:
    assert changed(text, wide(text)) == better


@pytest.mark.parametrize(
    ("text", "better", "safe"),
    [
        ("检查车况， 填写记录", "检查车况，填写记录", True),
        ("检查车况 。", "检查车况。", True),
        ("检 查", "检查", False),
        ("检\u3000查", "检查", False),
        ("用  ERP", "用 ERP", True),
        ("用\u3000ERP", "用 ERP", True),
    ],
)
def test_blanks(text: str, better: str, safe: bool) -> None:
    found = blanks(text)
    assert changed(text, found) == better
    assert all(each.safe for each in found) == safe


@pytest.mark.parametrize("text", ["每月 5 日前", "用 ERP 登记", "第一行\n  第二行", "A B"])
def test_blanks_that_belong_there(text: str) -> None:
    assert blanks(text) == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("清点库存,上报(附清单)", "清点库存，上报（附清单）"),
        ("结论:合格;退回!", "结论：合格；退回！"),
        ("8:30,10:00", "8:30,10:00"),
        ("库存(SKU", "库存(SKU"),
        ("用 WMS(仓储)", "用 WMS(仓储)"),
    ],
)
def test_narrow_marks(text: str, better: str) -> None:
    assert changed(text, narrow(text)) == better


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("按《仓库办法盘点", [(1, "《")]),
        ("“先进先出发货", [(0, "“")]),
        ("先进先出”发货", [(4, "”")]),
        ("盘点（每月)，核对(账)）", [(12, "）")]),
        ("《甲“乙》丙”", [(0, "《"), (4, "》")]),
        ("1）盘点；2）核对；a) 登记", []),
        ("（一）盘点（每月）", []),
        ("", []),
    ],
)
def test_unpaired(text: str, alone: list[tuple[int, str]]) -> None:
    assert unpaired(text) == alone
