"""The families of rules: what each is called, what it looks at, and by which words somebody may ask for it."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.results.wording import Text


@dataclass(frozen=True, slots=True)
class Family:
    """The rules whose codes begin with `prefix`; `words` are what people call them besides their title."""

    prefix: str
    title: Text
    about: Text
    words: tuple[str, ...]


FAMILIES: tuple[Family, ...] = (
    Family(
        "STR",
        Text("结构", "structure"),
        Text(
            "文件能不能读，该写的项目有没有写，编号和名称是否唯一，文件的版本、批准人和复审日期是否齐全。",
            "Whether files can be read, what is missing in them, whether ids and names are unique, and whether a document says "
            "its version, who approved it and when it is reviewed.",
        ),
        ("结构", "文件结构", "格式", "语法", "文件控制", "structure", "syntax", "format"),
    ),
    Family(
        "REF",
        Text("引用", "references"),
        Text(
            "提到的岗位、部门、指标、权限和系统是否存在，指的是不是唯一的一个。",
            "Whether the posts, departments, KPIs, authorities and systems that are named exist, and whether one alone can be "
            "meant.",
        ),
        ("引用", "名称", "找不到", "references", "reference"),
    ),
    Family(
        "ORG",
        Text("汇报", "reporting lines"),
        Text(
            "谁向谁汇报，一个人带多少人，编制合计对不对，上下级的层级有没有颠倒。",
            "Who reports to whom, how many people one leads, whether headcounts add up, and whether levels are upside down.",
        ),
        ("汇报", "汇报关系", "组织", "编制", "上级", "reporting", "reporting lines", "organisation", "headcount"),
    ),
    Family(
        "WRD",
        Text("措辞", "wording"),
        Text(
            "职责这句话写得是否明白：有没有动作、对象和结果，数量和时间是否具体，一句话是否只说一件事。",
            "Whether the sentence of a duty is plain: verb, object and result, amounts and times that can be counted, one "
            "thing a sentence.",
        ),
        ("措辞", "用词", "写法", "文字", "wording", "words", "style"),
    ),
    Family(
        "ACC",
        Text("权责", "accountability"),
        Text(
            "每件事谁拍板、谁动手、谁审核、知会谁；有审批的岗位有没有相应的权限、限额和备岗。",
            "Who decides, does, reviews and is told; whether whoever approves has the authority, a limit and a deputy.",
        ),
        ("权责", "权限", "审批", "责任", "accountability", "authority", "approval", "raci"),
    ),
    Family(
        "GAP",
        Text("空白", "gaps"),
        Text(
            "哪项职能、哪个环节、哪次交接、哪个指标没有人负责。",
            "Which function, step, hand-off or KPI nobody answers for.",
        ),
        ("空白", "职责空白", "缺失", "没人负责", "无人负责", "gaps", "gap"),
    ),
    Family(
        "OVL",
        Text("重叠", "overlaps"),
        Text(
            "同一件事、同一份产出、同一个客户，有几个岗位同时负责，又没有写明怎么分。",
            "Which thing, result or customer several posts answer for at once without saying how they divide it.",
        ),
        ("重叠", "职责重叠", "重复", "职责重复", "交叉", "职责交叉", "overlaps", "overlap"),
    ),
    Family(
        "SOD",
        Text("不相容职务", "segregation of duties"),
        Text(
            "不该由同一个人做的两件事是否分开：谈判与签约、销售与收款、经办与审核等。",
            "Whether two things that one person must not hold are kept apart: negotiating and signing, selling and taking money, "
            "doing and reviewing.",
        ),
        ("不相容职务", "不相容岗位", "职务分离", "职责分离", "内控", "内部控制", "segregation", "segregation of duties", "sod"),
    ),
    Family(
        "KPI",
        Text("指标", "KPIs"),
        Text(
            "指标的权重、目标值、公式、数据来源和考核周期是否写全，结果和过程是否兼顾，共担的怎么分。",
            "Whether KPIs have weights, targets, formulas, sources and cycles, whether results and effort are both measured, and "
            "how shared ones are divided.",
        ),
        ("指标", "绩效", "绩效指标", "考核", "考核指标", "kpi", "kpis"),
    ),
    Family(
        "CAD",
        Text("节奏", "cadence"),
        Text(
            "会议、报表、时限和考核的时间能不能对上：报表是否赶得上会，环节是否赶得上对客户的承诺。",
            "Whether meetings, reports, time limits and appraisals fit together: a report before the meeting that needs it, a "
            "step within the promise made to the customer.",
        ),
        ("节奏", "频次", "周期", "时限", "会议", "例会", "cadence", "meetings", "deadlines"),
    ),
)
