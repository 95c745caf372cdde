"""Traditional characters become simplified ones only in values, and only when asked for."""

from __future__ import annotations

import sys

import pytest

from salesduty.results.draft import Draft, DraftDepartment, DraftDuty, DraftPost, LeftOut, Quoted
from salesduty.results.missing import MissingPackage
from salesduty.toolkit.simplified import NOTE, simplified

CHILD = DraftDuty(Quoted("乾燥劑與幹部名單", 4))
DUTY = DraftDuty(Quoted("負責後台資料的維護", 3, "表 1"), Quoted("後台", 3), "1、", (CHILD,))
POST = DraftPost(Quoted("銷售經理", 1), qualifications=(("other", Quoted("經驗", 5)),), duties=(DUTY,))
LEFT = (LeftOut("歡迎光臨", 6, "boilerplate"),)
DEPARTMENT = DraftDepartment(Quoted("銷售部", 1), control={"version": Quoted("第一版", 1)})
DRAFT = Draft("職責.txt", "txt", 30, DEPARTMENT, (POST,), left_out=LEFT)


def test_values_are_converted_and_nothing_else() -> None:
    child = DraftDuty(Quoted("干燥剂与干部名单", 4))
    duty = DraftDuty(Quoted("负责后台资料的维护", 3, "表 1"), Quoted("后台", 3), "1、", (child,))
    post = DraftPost(Quoted("销售经理", 1), qualifications=(("other", Quoted("经验", 5)),), duties=(duty,))
    department = DraftDepartment(Quoted("销售部", 1), control={"version": Quoted("第一版", 1)})
    found = simplified(DRAFT)
    assert found == Draft("職責.txt", "txt", 30, department, (post,), left_out=LEFT, notes=((NOTE, ""),))
    assert (found.posts[0].duties[0].text.line, found.posts[0].duties[0].text.where) == (3, "表 1")


def test_without_opencc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    with pytest.raises(MissingPackage) as caught:
        simplified(DRAFT)
    assert (caught.value.package, caught.value.extra) == ("opencc", "simplified")
