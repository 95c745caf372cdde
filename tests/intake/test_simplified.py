"""Traditional characters become simplified ones only in values, and only when asked for."""

from __future__ import annotations

import sys

import pytest

from salesduty.intake.draft import draft
from salesduty.results.missing import MissingPackage
from salesduty.toolkit.importing import lexicon
from salesduty.toolkit.simplified import NOTE, simplified

TEXT = "銷售經理\n崗位職責：\n1、負責後台資料的維護；\n2、乾燥劑與幹部名單。\n歡迎光臨"


def test_values_are_converted_and_nothing_else() -> None:
    before = draft(TEXT.encode(), "職責.txt", lexicon())
    after = simplified(before)
    (post,) = after.posts
    assert post.name == "销售经理"
    assert post.name.line == 1
    assert [duty.text for duty in post.duties][:2] == ["负责后台资料的维护", "干燥剂与干部名单"]
    assert [duty.text.line for duty in post.duties][:2] == [3, 4]
    assert (after.left_out, after.file) == (before.left_out, "職責.txt")
    assert (NOTE, "") in after.notes


def test_without_opencc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    with pytest.raises(MissingPackage) as caught:
        simplified(draft(TEXT.encode(), "職責.txt", lexicon()))
    assert (caught.value.package, caught.value.extra) == ("opencc", "simplified")
