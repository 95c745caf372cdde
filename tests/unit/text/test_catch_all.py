"""Catch-alls."""

from __future__ import annotations

import pytest

from salesduty.text.catch_all import CATCH_ALL, is_catch_all


@pytest.mark.parametrize(
    "text",
    [
        "完成上级交办的其他工作",
        "领导交代的其他工作。",
        "完成公司下达的其他任务",
        "办理经理安排的其他临时事项,单项不超过半天",
        "完成领导交办的临时性工作",
        "公司交办的其他业务推进等相关工作",
        "其他各级文件制度中规定的相应工作职责",
        "法律法规规定的其他职责",
        "部门其他日常事务",
        "负责其他行政工作",
        "完成上级委派的其他任务,包括但不限于筹备会议、整理资料",
    ],
)
def test_what_leaves_open_what_is_to_be_done(text: str) -> None:
    assert CATCH_ALL.search(text)
    assert is_catch_all(text)


@pytest.mark.parametrize(
    "text",
    [
        "协调其他部门工作",
        "协调销售顾问和其它部门的工作",
        "其他活动、招揽回访工作",
        "按照公司下达的销售任务,完成销售目标",
        "合理安排值班人员的工作",
        "执行上级下达的销售计划",
        "严格执行公司考勤规定",
        "完成销售任务",
        "完成上级交办的其他工作" + "以及很多别的事" * 20,
    ],
)
def test_what_does_not(text: str) -> None:
    assert not is_catch_all(text)
