"""Processes: the steps from a trigger to a result, and who holds each."""

from __future__ import annotations

from salesduty.model.duty import Work
from salesduty.model.part import Part, about
from salesduty.model.values import Name, Ref, Refs, Sentence


class Step(Work, title="环节"):
    """环节: one step of a process; takes the fields of a duty. A plain sentence is its name."""

    id: Name | None = about("编号", "在流程内不重复的编号。", example="complaint", default=None)
    name: Name = about("环节名称", "环节的名称。", example="客户投诉", also="标题 名称")
    text: Sentence | None = about("内容", "用一句话写清这个环节做什么。", default=None)
    accountable: Ref | None = about("决定岗位", "谁拍板、谁对结果负责。", example="csm", default=None)
    do: Refs = about("执行岗位", "谁动手做。", example=["rep"], default=())
    review: Refs = about("审核岗位", "谁审核。", default=())
    support: Refs = about("协助岗位", "谁协助。", default=())
    inform: Refs = about("知会对象", "做完告诉谁。", default=())
    escalate_to: Ref | None = about("升级对象", "超时或处理不了时交给谁。", example="director", default=None)


# A step's name, not its text, is what a plain sentence fills.
Step.short_form = "name"


class Process(Part, title="流程"):
    """流程: steps in order."""

    id: Name | None = about("编号", "在部门内不重复的编号。", example="lead-to-cash", default=None)
    name: Name = about("流程名称", "流程的名称。", example="从线索到回款", also="名称")
    purpose: Sentence | None = about("流程目的", "这个流程要达到什么。", default=None)
    trigger: Sentence | None = about("触发条件", "什么事发生时开始。", default=None)
    owner: Ref | None = about("流程负责人", "谁对整个流程负责。", default=None)
    steps: tuple[Step, ...] = about("环节", "按先后排列的环节。", default=())
