"""Departments: what a department is for, how it meets, what it watches, who stands outside it."""

from __future__ import annotations

from salesduty.model.choices import NumberingStyle
from salesduty.model.duty import Duty
from salesduty.model.part import Part, about
from salesduty.model.values import AreaIds, Cadence, Count, Day, Headcount, Name, Ref, Refs, Sentence, Texts


class Function(Part, title="部门职能"):
    """部门职能: something the department answers for as a whole; nests like a duty."""

    id: Name | None = about("编号", "在部门内不重复的编号。", example="collection", default=None)
    name: Name = about("职能名称", "职能的名称。", example="货款回收", short=True, also="title 名称")
    text: Sentence | None = about("职能说明", "用一句话写清这项职能。", default=None)
    areas: AreaIds = about("职责领域", "对应的职责领域。", example=["C13"], default=())
    duties: tuple[Duty, ...] = about("下级职责", "这项职能之下的职责，层数不限。", default=())


class Meeting(Part, title="例会"):
    """例会: a meeting that the department holds."""

    id: Name | None = about("编号", "在部门内不重复的编号。", default=None)
    name: Name = about("会议名称", "会议的名称。", example="销售周会", short=True, also="名称")
    cadence: Cadence | None = about("频次", "多久开一次。", example="weekly", default=None)
    when: Sentence | None = about("时间", "什么时候开。", example="周一 9:00", default=None)
    chair: Ref | None = about("主持岗位", "谁主持。", example="sales-manager", default=None)
    attendees: Refs = about("参加对象", "谁参加。", default=())
    purpose: Sentence | None = about("会议目的", "为什么开。", default=None)
    inputs: Texts = about("输入", "会前要准备好的东西。", default=())
    outputs: Texts = about("产出", "会后要留下的东西。", default=())


class Outside(Part, title="外部对象"):
    """A named party that is not a post of this department."""

    name: Name = about("外部名称", "部门以外的人、部门或单位。", example="生产部", short=True, also="名称")
    aliases: Refs = about("别名", "同一对象的其他叫法。", example=["工厂"], default=())


class System(Part, title="系统"):
    """A system that work is done in."""

    id: Name | None = about("编号", "在部门内不重复的编号。", example="crm", default=None)
    name: Name = about("系统名称", "系统的名称。", example="客户管理系统", short=True, also="名称")
    purpose: Sentence | None = about("系统用途", "用来做什么。", default=None)
    owner: Ref | None = about("系统负责岗位", "谁维护。", default=None)


class Signal(Part, title="预警信号"):
    """预警信号: what is watched, what it means and which post it proposes."""

    watch: Sentence = about("监测内容", "看什么数据。", example="线上线索占比", short=True)
    source: Sentence | None = about("数据来源", "数据从哪里取。", default=None)
    cadence: Cadence | None = about("频次", "多久看一次。", default=None)
    owner: Ref | None = about("监测岗位", "谁看。", default=None)
    means: Sentence | None = about("信号含义", "变化说明什么。", default=None)
    response: Sentence | None = about("应对措施", "要做什么。", default=None)
    proposes: Refs = about("拟设岗位", "提示增设哪些岗位。", default=())


class Waiver(Part, title="豁免"):
    """豁免: a rule that the department knowingly does not keep, why, and until when."""

    rule: Sentence = about("规则代码", "不适用的规则。", example="ORG002", also="规则")
    at: Sentence | None = about("适用地址", "只对哪个岗位或职责有效，写地址。", example="sales/assistant", default=None)
    reason: Sentence = about("豁免理由", "为什么不适用。", also="理由")
    approver: Sentence = about("批准人", "谁批准。", example="总经理")
    until: Day = about("有效期至", "到哪一天失效。", example="2027-03-01")
    control: Sentence | None = about("替代控制", "用什么办法弥补。", default=None)


class Promise(Part, title="时限承诺"):
    """时限承诺: a time within which the department answers, and the post that receives what it is about."""

    id: Name | None = about("编号", "在部门内不重复的编号。", example="complaint-reply", default=None)
    text: Sentence = about("承诺内容", "用一句话写清多久之内做什么。", example="客户投诉两小时内回复", short=True, also="内容")
    receiver: Ref | None = about("接收岗位", "由谁接手并对时限负责。", example="csm", default=None)


class Numbering(Part, title="编号样式"):
    """编号样式 of the department's documents."""

    style: NumberingStyle = about(
        "样式", "一、（一）1.（1）或 8.3.2.1。", example="decimal", short=True, default=NumberingStyle.chinese
    )
    start: Count = about("起始号", "小数编号的章号。", example=8, default=1)


class Department(Part, title="部门"):
    """部门: a department and the document that describes it."""

    id: Name | None = about("编号", "在整个 roles 文件夹内不重复的编号，英文小写加连字符。", example="sales", default=None)
    name: Name = about("部门名称", "部门的名称。", example="销售部", also="名称")
    company: Sentence | None = about("公司", "部门所属的公司；同一公司的部门放在一起比较。", default=None)
    profile: Sentence | None = about("部门类型", "决定哪些职责领域必须有人负责。", example="manufacturing", default=None)
    purpose: Sentence | None = about("部门使命", "设这个部门是为了什么。", default=None)
    headcount: Headcount | None = about("部门编制", "部门编制总人数。", example=18, default=None)
    document_title: Sentence | None = about("文件名称", "手册封面上的名称，不写则为部门名称加岗位责任制。", default=None)
    document_no: Sentence | None = about("文件编号", "公司文件体系中的编号。", example="XS-2026-01", default=None)
    version: Sentence | None = about("版本", "文件的版本。", example="2.1", default=None)
    effective: Day | None = about("生效日期", "从哪一天起执行。", example="2026-01-01", default=None)
    review_by: Day | None = about("复审日期", "最迟哪一天复审。", example="2027-01-01", default=None)
    prepared_by: Sentence | None = about("编制人", "谁起草。", default=None)
    reviewed_by: Sentence | None = about("审核人", "谁审核。", default=None)
    approved_by: Sentence | None = about("批准人", "谁批准。", default=None)
    functions: tuple[Function, ...] = about("部门职能", "部门对哪些事负责。", default=())
    meetings: tuple[Meeting, ...] = about("例会", "部门固定召开的会议。", default=())
    outside: tuple[Outside, ...] = about("外部对象", "本文件提到的、不是本部门岗位的人或单位。", default=())
    systems: tuple[System, ...] = about("系统", "部门使用的系统。", default=())
    signals: tuple[Signal, ...] = about("预警信号", "部门监测的信号。", default=())
    promises: tuple[Promise, ...] = about("时限承诺", "部门对内对外承诺的时限，各由谁接手。", default=())
    rules: Texts = about("管理规定", "部门自己的规定，如每个岗位都要有备岗。", default=())
    waivers: tuple[Waiver, ...] = about("豁免", "经批准不适用的规则。", default=())
    numbering: Numbering = about("编号样式", "文件的编号样式。", default=Numbering())
