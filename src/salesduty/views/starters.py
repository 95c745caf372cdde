"""What a company's own template starts from: each document with tags where its words would be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from salesduty.results.paper import (
    Block,
    Column,
    Contents,
    Detail,
    Field,
    Form,
    Heading,
    Item,
    Orientation,
    Paper,
    Paragraph,
    Row,
    Side,
    Signing,
    Table,
)
from salesduty.views.blanks import BLANK, SIGNING_DAY, to_fill_in
from salesduty.views.documents import TITLES
from salesduty.views.outline import FlatOutline, Outline

HINTS = "这一页是说明，不会出现在生成的文件里，可以整页删掉"
_HINTS = (
    "两对花括号里写的是名称，生成文件时换成对应的内容。例如 {{ 部门.部门名称 }} 会换成部门的名称。点前面是“谁”，后面是“哪一项”。",
    "字体、字号、颜色、页边距、页眉页脚、公司标志，都可以在 Word 里随意改；标签套用什么格式，填进去的内容就是什么格式。",
    "标签要整个选中再移动、复制，花括号、百分号和点都用英文的。不要的标签，连同花括号一起删掉。",
    "有几项就重复几遍的内容，写在 for 和 endfor 之间。循环整段时，for 前面紧跟字母 p；循环表格的行时，紧跟字母 tr。"
    "这样的标签单独占一段或一行，生成之后那一段、那一行就没有了。",
    "写在同一行里的循环，百分号后面直接写 for。例如：{% for 岗位 in 岗位清单 %}{{ 岗位.岗位名称 }}；{% endfor %}",
    "有内容才出现的文字，写在 if 和 endif 之间，写法和循环一样。例如：{% if 部门.部门使命 %}使命：{{ 部门.部门使命 }}{% endif %}",
    "可以用的全部名称列在 docs/templates.zh-CN.md。改好以后运行 salesduty template check，写错的地方会逐处指出来。",
)
_HINTS_OF_POST = {"{{ 部门.部门名称 }}": "{{ 岗位.岗位名称 }}", "部门的名称": "岗位的名称"}

Blocks = Iterator[Block]


def starter(document: str) -> Paper:
    """Return the paper of tags that a template for `document` starts from."""
    title, (cover, made) = TITLES[document], _STARTERS[document]
    return Paper(
        document=document,
        folder="",
        name=title,
        title="{{ 文件.文件名称 }}",
        subtitle="{{ 文件.副标题 }}" if document == "post" else "",
        company="{{ 文件.公司 }}",
        document_no="{{ 文件.文件编号 }}",
        version="{{ 文件.版本 }}",
        effective="{{ 文件.生效日期 }}",
        blocks=(*made(), *_hints(document)),
        cover=cover,
    )


def _hints(document: str) -> Blocks:
    yield Paragraph(("{%p if 提示页 %}",))
    yield Heading(1, HINTS, new_page=True)
    for hint in _HINTS:
        text = hint
        for old, new in _HINTS_OF_POST.items() if document != "handbook" else ():
            text = text.replace(old, new)
        yield Paragraph((text,))
    yield Paragraph(("{%p endif %}",))


def _when(condition: str, blocks: Iterable[Block]) -> Blocks:
    yield Paragraph((f"{{%p if {condition} %}}",))
    yield from blocks
    yield Paragraph(("{%p endif %}",))


def _each(item: str, several: str, blocks: Iterable[Block]) -> Blocks:
    yield Paragraph((f"{{%p for {item} in {several} %}}",))
    yield from blocks
    yield Paragraph(("{%p endfor %}",))


def _table(item: str, several: str, columns: Sequence[tuple[str, int, str | tuple[str, ...]]], condition: str = "") -> Table:
    """A table with one row of tags that is repeated; a condition leaves rows out."""
    rest: tuple[tuple[str, ...], ...] = ((),) * (len(columns) - 1)

    def row(tag: str) -> Row:
        return Row(((tag,), *rest))

    cells = tuple((said,) if isinstance(said, str) else said for *_, said in columns)
    rows = [row(f"{{%tr for {item} in {several} %}}"), Row(cells), row("{%tr endfor %}")]
    if condition:
        rows = [rows[0], row(f"{{%tr if {condition} %}}"), rows[1], row("{%tr endif %}"), rows[2]]
    return Table(tuple(Column(title, share, centred=share < 12) for title, share, _ in columns), tuple(rows))


def _form(pairs: Sequence[tuple[str, str]]) -> Form:
    """A form that is always printed whole, two pairs to a row."""
    fields = [Field(label, (tag,)) for label, tag in pairs]
    return Form(tuple(tuple(fields[place : place + 2]) for place in range(0, len(fields), 2)))


def _wide_form(base: str, pairs: Sequence[tuple[str, str]]) -> Form:
    """A form whose rows are there only where something is written."""
    rows: list[tuple[Field, ...]] = []
    for label, name in pairs:
        tag = f"{base}.{name}"
        condition = '岗位.岗位状态 != "在岗"' if tag == "岗位.岗位状态" else tag
        rows += [
            (Field(f"{{%tr if {condition} %}}", BLANK, 3),),
            (Field(label, (f"{{{{ {tag} }}}}",), 3),),
            (Field("{%tr endif %}", BLANK, 3),),
        ]
    return Form(tuple(rows))


def _labelled(tag: str, label: str) -> tuple[str, str, str]:
    """Lines of a cell: what is written with its label, or nothing."""
    return (f"{{%p if {tag} %}}", f"{label}：{{{{ {tag} }}}}", "{%p endif %}")


def _line(tag: str) -> tuple[str, str, str]:
    return (f"{{%p if {tag} %}}", f"{{{{ {tag} }}}}", "{%p endif %}")


def _duties(several: str, depth: int = 0) -> Blocks:
    """Duties of three depths, as Word numbers them, with what is written besides."""
    levels = (f'职责.层次 == "{depth + 1}"', f'职责.层次 == "{depth + 2}"', "")
    yield Paragraph((f"{{%p for 职责 in {several} %}}",))
    for place, level in enumerate(levels):
        yield Paragraph((f"{{%p {'elif' if place else 'if'} {level} %}}" if level else "{%p else %}",))
        yield Item(depth + place, "1.", "{{ 职责.标题 }}", ("{{ 职责.内容 }}",), _DETAILS)
    yield Paragraph(("{%p endif %}",))
    yield Paragraph(("{%p endfor %}",))


_DETAILS = (Detail("{%r for 项 in 职责.说明 %}", ""), Detail("{{ 项.名目 }}", "{{ 项.内容 }}"), Detail("{%r endfor %}", ""))

_BASICS = (
    ("岗位名称", "{{ 岗位.岗位名称 }}"),
    ("所属部门", "{{ 岗位.所属部门 }}"),
    ("层级", "{{ 岗位.层级 }}"),
    ("编制", "{{ 岗位.编制 }}"),
    ("直接上级", "{{ 岗位.直接上级 }}"),
    ("备岗", "{{ 岗位.备岗 }}"),
)
_MORE_BASICS = (
    ("别名", "别名"),
    ("岗位分组", "岗位分组"),
    ("考核人", "考核人"),
    ("岗位状态", "岗位状态"),
    ("设立条件", "设立条件"),
    ("岗位目的", "岗位目的"),
)
_QUALIFICATIONS = tuple((name, name) for name in ("学历", "经验", "技能", "素质", "证书", "其他要求"))
_RELATIONS = (("内部关系", "内部关系"), ("外部关系", "外部关系"))
_KINDS = "{{ 指标.指标类型 }} {{ 指标.指标层级 }} {{ 指标.方向 }}"
_KPIS = (
    ("指标名称", 16, "{{ 指标.指标名称 }}"),
    ("权重", 8, "{{ 指标.权重 }}"),
    ("目标值", 13, ("{{ 指标.目标值 }}", *_labelled("指标.单位", "单位"))),
    (
        "计算公式",
        30,
        (
            "{{ 指标.计算公式 }}",
            *_line("指标.指标定义"),
            _KINDS,
            *_labelled("指标.驱动领域", "驱动领域"),
            *_labelled("指标.分担", "分担"),
        ),
    ),
    ("评分标准", 20, "{{ 指标.评分标准 }}"),
    ("来源与周期", 13, ("{{ 指标.数据来源 }}", "{{ 指标.考核周期 }}")),
)


def _post(section: Callable[[str], Heading]) -> Blocks:
    yield section("基本信息")
    yield Form((*_form(_BASICS).rows, *_wide_form("岗位", _MORE_BASICS).rows))
    yield from _when("岗位.岗位职责", (section("岗位职责"), *_duties("岗位.全部职责")))
    powers = (("序号", 10, "{{ 权限.序号 }}"), ("权限内容", 65, "{{ 权限.权限内容 }}"), ("金额范围", 25, "{{ 权限.金额范围 }}"))
    yield from _when("岗位.岗位权限", (section("岗位权限"), _table("权限", "岗位.岗位权限", powers)))
    yield from _when("岗位.任职资格", (section("任职资格"), _wide_form("岗位.任职资格", _QUALIFICATIONS)))
    yield from _when("岗位.工作关系", (section("工作关系"), _wide_form("岗位.工作关系", _RELATIONS)))
    yield from _when("岗位.绩效指标", (section("绩效指标"), _table("指标", "岗位.绩效指标", _KPIS)))


def _post_sheet() -> Blocks:
    outline = FlatOutline("chinese")
    yield from _post(outline.section)
    yield outline.section("签署确认")
    yield _signatures(("{{ 岗位.岗位名称 }}", "直接上级", "人力资源部"))


def _signatures(parties: Sequence[str]) -> Table:
    columns = tuple(Column(title, 25) for title in ("岗位", "姓名", "签字", "日期"))
    return Table(columns, tuple(Row(((party,), (), (), ())) for party in parties))


_CONTROL = (
    ("文件名称", "{{ 文件.文件名称 }}"),
    ("部门名称", "{{ 部门.部门名称 }}"),
    ("公司", "{{ 部门.公司 }}"),
    ("文件编号", "{{ 部门.文件编号 }}"),
    ("版本", "{{ 部门.版本 }}"),
    ("生效日期", "{{ 部门.生效日期 }}"),
    ("复审日期", "{{ 部门.复审日期 }}"),
    ("部门类型", "{{ 部门.部门类型 }}"),
    ("部门编制", "{{ 部门.部门编制 }}"),
    ("编制人", "{{ 部门.编制人 }}"),
    ("审核人", "{{ 部门.审核人 }}"),
    ("批准人", "{{ 部门.批准人 }}"),
)
_POSTS = (
    ("岗位名称", 26, "{{ 岗位.岗位名称 }}"),
    ("层级", 11, "{{ 岗位.层级 }}"),
    ("编制", 11, "{{ 岗位.编制 }}"),
    ("直接上级", 22, "{{ 岗位.直接上级 }}"),
    ("备岗", 18, "{{ 岗位.备岗 }}"),
    ("岗位状态", 12, "{{ 岗位.岗位状态 }}"),
)
_STEPS = (
    ("序号", 7, "{{ 环节.序号 }}"),
    (
        "环节与内容",
        37,
        (
            "{{ 环节.环节名称 }}",
            *_line("环节.内容"),
            "{%p for 职责 in 环节.全部职责 %}",
            "· {{ 职责 }}{% if 职责.说明 %}（{{ 职责.说明 | join('；') }}）{% endif %}",
            "{%p endfor %}",
        ),
    ),
    ("责任岗位", 22, ("{{ 环节.责任岗位 }}", *_labelled("环节.升级对象", "升级"))),
    ("交接与要求", 34, "{{ 环节.说明 }}"),
)
_MEETINGS = (
    ("会议名称", 22, ("{{ 会议.会议名称 }}", *_line("会议.会议目的"))),
    ("频次与时间", 15, ("{{ 会议.频次 }}", *_line("会议.时间"))),
    ("主持岗位", 14, "{{ 会议.主持岗位 }}"),
    ("参加对象", 17, "{{ 会议.参加对象 }}"),
    ("输入", 16, "{{ 会议.输入 }}"),
    ("产出", 16, "{{ 会议.产出 }}"),
)
_DEFINITIONS = (
    ("指标名称", 17, ("{{ 指标.指标名称 }}", *_line("指标.指标类型"), *_line("指标.指标层级"))),
    ("口径与公式", 29, (*_line("指标.指标定义"), "{{ 指标.计算公式 }}", *_labelled("指标.数据来源", "数据来源"))),
    (
        "目标与周期",
        17,
        ("{{ 指标.目标值 }}", *_labelled("指标.单位", "单位"), *_line("指标.方向"), *_line("指标.考核周期")),
    ),
    ("评分标准", 22, "{{ 指标.评分标准 }}"),
    ("说明", 15, (*_labelled("指标.驱动领域", "驱动领域"), *_labelled("指标.分担", "分担"), "")),
)
_SIGNALS = (
    ("监测内容", 22, "{{ 信号.监测内容 }}"),
    ("来源与频次", 14, ("{{ 信号.数据来源 }}", *_line("信号.频次"))),
    ("监测岗位", 13, "{{ 信号.监测岗位 }}"),
    ("信号含义", 20, "{{ 信号.信号含义 }}"),
    ("应对措施", 18, "{{ 信号.应对措施 }}"),
    ("拟设岗位", 13, "{{ 信号.拟设岗位 }}"),
)
_WAIVERS = tuple(
    (name, 16, f"{{{{ 豁免.{name} }}}}") for name in ("规则代码", "适用地址", "豁免理由", "批准人", "有效期至", "替代控制")
)


CHAPTERS: Mapping[str, str] = {
    "部门使命": "部门.部门使命",
    "部门职能": "部门.部门职能",
    "业务流程与交接": "流程清单",
    "例会": "部门.例会",
    "绩效指标定义": "指标清单",
    "绩效考核方案": "考核方案",
    "系统": "部门.系统",
    "预警信号": "部门.预警信号",
    "时限承诺": "部门.时限承诺",
    "管理规定": "部门.管理规定",
    "豁免": "部门.豁免",
}
"""The chapters of a handbook that are there only where something is written, and what."""


def _handbook() -> Blocks:
    outline = Outline("chinese")
    body = tuple(_handbook_body(outline))
    yield Heading(1, "文件控制")
    yield _form(_CONTROL)
    yield Contents("目录", tuple(block for block in body if isinstance(block, Heading) and block.level == 1))
    yield from body


def _handbook_body(outline: Outline) -> Blocks:
    def chapter(title: str, blocks: Iterable[Block]) -> Blocks:
        return _when(CHAPTERS[title], (outline.chapter(title), *blocks))

    first = outline.chapter("部门使命")
    purpose = Heading(first.level, first.text, first.label, new_page=True)
    yield from _when("部门.部门使命", (purpose, Paragraph(("{{ 部门.部门使命 }}",))))
    yield from chapter("部门职能", _each("职能", "部门.部门职能", _function()))
    yield outline.chapter("组织架构与汇报关系")
    yield _table("岗位", "岗位清单", _POSTS)
    outside = "{{ 外部.外部名称 }}{% if 外部.别名 %}（又称{{ 外部.别名 }}）{% endif %}"
    parties = f"{{% for 外部 in 部门.外部对象 %}}{outside}{{% if not loop.last %}}、{{% endif %}}{{% endfor %}}"
    yield from _when("部门.外部对象", (Form(((Field("外部对象", (parties,), 3),),)),))
    first = outline.chapter("{{ 岗位.岗位名称 }}")
    yield from _each("岗位", "岗位清单", (Heading(first.level, first.text, first.label, new_page=True), *_post(outline.section)))
    yield from chapter("业务流程与交接", _each("流程", "流程清单", _process(outline)))
    yield from chapter("例会", (_table("会议", "部门.例会", _MEETINGS),))
    yield from chapter("绩效指标定义", (_table("指标", "指标清单", _DEFINITIONS),))
    yield from chapter("绩效考核方案", _appraisal(outline))
    systems = (
        ("系统名称", 30, "{{ 系统.系统名称 }}"),
        ("系统用途", 46, "{{ 系统.系统用途 }}"),
        ("系统负责岗位", 24, "{{ 系统.系统负责岗位 }}"),
    )
    yield from chapter("系统", (_table("系统", "部门.系统", systems),))
    yield from chapter("预警信号", (_table("信号", "部门.预警信号", _SIGNALS),))
    promises = (("承诺内容", 70, "{{ 承诺.承诺内容 }}"), ("接收岗位", 30, "{{ 承诺.接收岗位 }}"))
    yield from chapter("时限承诺", (_table("承诺", "部门.时限承诺", promises),))
    yield from chapter("管理规定", _each("规定", "部门.管理规定", (_item("{{ 规定 }}"),)))
    yield from chapter("豁免", (_table("豁免", "部门.豁免", _WAIVERS),))
    yield outline.chapter("签署确认")
    signing = (("岗位", 25, "{{ 岗位.岗位名称 }}"), ("姓名", 25, ()), ("签字", 25, ()), ("日期", 25, ()))
    yield _table("岗位", "岗位清单", signing, '岗位.岗位状态 == "在岗"')


def _item(text: str, title: str = "") -> Item:
    return Item(0, "1.", title, (text,))


def _function() -> Blocks:
    yield _item("{{ 职能.职能说明 }}", "{{ 职能.职能名称 }}")
    yield from _when("职能.职责领域", (Paragraph(("职责领域：{{ 职能.职责领域 }}",)),))
    yield from _duties("职能.全部职责", 1)


def _process(outline: Outline) -> Blocks:
    yield outline.section("{{ 流程.流程名称 }}")
    about = (("流程目的", "流程目的"), ("触发条件", "触发条件"), ("流程负责人", "流程负责人"))
    yield from _when("流程.流程目的 or 流程.触发条件 or 流程.流程负责人", (_wide_form("流程", about),))
    yield from _when("流程.环节", (_table("环节", "流程.环节", _STEPS),))


def _appraisal(outline: Outline) -> Blocks:
    principles = _each("原则", "考核方案.考核原则", (_item("{{ 原则.原则内容 }}", "{{ 原则.标题 }}"),))
    yield from _when("考核方案.考核原则", (outline.section("考核原则"), *principles))
    cycles = (
        ("考核周期", 18, "{{ 安排.考核周期 }}"),
        ("考核层级", 18, "{{ 安排.考核层级 }}"),
        ("考核岗位", 24, "{{ 安排.考核岗位 }}"),
        ("考核重点", 40, "{{ 安排.考核重点 }}"),
    )
    yield from _when("考核方案.考核安排", (outline.section("考核安排"), _table("安排", "考核方案.考核安排", cycles)))
    yield from _when("考核方案.考核等级", (outline.section("考核等级"), _table("等级", "考核方案.考核等级", _GRADES)))
    uses = _each("用途", "考核方案.结果运用", (_item("{{ 用途 }}"),))
    yield from _when("考核方案.结果运用", (outline.section("结果运用"), *uses))


_GRADES = (
    ("等级名称", 18, "{{ 等级.等级名称 }}"),
    ("分数区间", 20, "{{ 等级.分数区间 }}"),
    ("比例", 20, "{{ 等级.比例 }}"),
    ("结果应用", 42, "{{ 等级.结果应用 }}"),
)
_TARGETS = (
    ("序号", 7, "{{ 指标.序号 }}"),
    ("指标", 33, ("{{ 指标.指标名称 }}", *_line("指标.指标定义"), *_line("指标.计算公式"))),
    ("权重", 9, "{{ 指标.权重 }}"),
    ("目标值", 13, ("{{ 指标.目标值 }}", *_labelled("指标.单位", "单位"))),
    ("评分标准", 24, "{{ 指标.评分标准 }}"),
    ("来源与周期", 14, ("{{ 指标.数据来源 }}", "{{ 指标.考核周期 }}")),
)


def _agreement() -> Blocks:
    outline = FlatOutline("chinese")
    yield Form(
        (
            (Field("甲方", ("{{ 文件.公司 }}",), 3),),
            (Field("甲方代表", ("{{ 岗位.直接上级 }}",)), Field("所在部门", ("{{ 部门.部门名称 }}",))),
            (Field("乙方", BLANK), Field("乙方岗位", ("{{ 岗位.岗位名称 }}",))),
        )
    )
    yield Paragraph(("为明确岗位责任和工作目标，甲乙双方经协商一致，签订本责任书。",))
    yield outline.chapter("责任期限")
    yield Paragraph(("本责任书的期限自 {{ 文件.期限起 }}起，至 {{ 文件.期限止 }}止。",))
    yield outline.chapter("岗位职责")
    yield from _duties("岗位.全部职责")
    yield outline.chapter("责任目标")
    yield _table("指标", "岗位.绩效指标", _TARGETS)
    powers = (("序号", 10, "{{ 权限.序号 }}"), ("权限内容", 65, "{{ 权限.权限内容 }}"), ("金额范围", 25, "{{ 权限.金额范围 }}"))
    yield from _when("岗位.岗位权限", (outline.chapter("岗位权限"), _table("权限", "岗位.岗位权限", powers)))
    yield outline.chapter("考核与奖惩")
    yield from _each("原则", "考核方案.考核原则", (_item("{{ 原则.原则内容 }}", "{{ 原则.标题 }}"),))
    yield from _when("考核方案.考核等级", (_table("等级", "考核方案.考核等级", _GRADES),))
    yield from _each("用途", "考核方案.结果运用", (_item("{{ 用途 }}"),))
    yield Form(((to_fill_in("奖励办法"),), (to_fill_in("处罚办法"),)))
    yield outline.chapter("其他约定")
    for clause in (
        "履行期间需要调整岗位职责或责任目标的，由双方书面确认，确认件作为本责任书的附件。",
        "本责任书没有写明的事项，按公司现行制度办理。",
        "本责任书一式两份，甲乙双方各执一份，自双方签字、甲方盖章之日起生效。",
    ):
        yield _item(clause)
    yield _signing("甲方（盖章）", "乙方", "代表人签字")


def _signing(first: str, second: str, by: str) -> Signing:
    day = Detail("日期", SIGNING_DAY)
    return Signing((Side(first, (Detail(by, ""), day)), Side(second, (Detail("签字", ""), day))))


_SCORES = (
    ("序号", 5, "{{ 指标.序号 }}"),
    ("指标", 29, ("{{ 指标.指标名称 }}", *_line("指标.指标定义"), *_line("指标.计算公式"))),
    ("权重", 6, "{{ 指标.权重 }}"),
    ("目标值", 12, ("{{ 指标.目标值 }}", *_labelled("指标.单位", "单位"))),
    ("评分标准", 19, "{{ 指标.评分标准 }}"),
    ("数据来源", 12, "{{ 指标.数据来源 }}"),
    ("自评", 5, ()),
    ("上级评", 6, ()),
    ("得分", 6, ()),
)


def _scorecard() -> Blocks:
    yield Orientation(landscape=True)
    scored_by = "{% if 岗位.考核人 %}{{ 岗位.考核人 }}{% else %}{{ 岗位.直接上级 }}{% endif %}"
    yield Form(
        (
            (Field("被考核人", BLANK), Field("岗位", ("{{ 岗位.岗位名称 }}",))),
            (Field("部门", ("{{ 部门.部门名称 }}",)), Field("考核人", (scored_by,))),
            (Field("考核周期", ("{{ 考核周期 }}",)), Field("考核期间", BLANK)),
        )
    )
    table = _table("指标", "考核指标", _SCORES)
    whole = Row(((), ("合计",), ("{{ 权重合计 }}",), *((),) * 6))
    yield Table(table.columns, (*table.rows, whole))
    grades = "{% for 等级 in 考核方案.考核等级 %}{{ 等级 }}{% if not loop.last %}；{% endif %}{% endfor %}"
    yield Form(
        (
            (Field("{%tr if 考核方案.考核等级 %}", BLANK, 3),),
            (Field("等级划分", (grades,), 3),),
            (Field("{%tr endif %}", BLANK, 3),),
            (to_fill_in("考核评语"),),
            (to_fill_in("本人意见"),),
        )
    )
    yield _signing("被考核人", "考核人", "签字")


def _onboarding() -> Blocks:
    yield Paragraph(("欢迎你！这一页写着你管什么、找谁、怎么算做好。",))
    people = _form(
        (
            ("你的部门", "{{ 部门.部门名称 }}"),
            ("你的上级", "{{ 岗位.直接上级 }}"),
            ("谁考核你", "{{ 岗位.考核人 }}"),
            ("你不在时", "{{ 岗位.备岗 }}"),
        )
    )
    lines = "{%% for 项 in %s %%}{{ 项 }}{%% if not loop.last %%}；{%% endif %%}{%% endfor %%}"
    between = "{% if not loop.last %}{{ '\\n' }}{% endif %}{% endfor %}"
    duty = "{{ loop.index }}. {% if 职责.标题 %}{{ 职责.标题 }}{% else %}{{ 职责.内容 }}{% endif %}"
    duties = ("{% for 职责 in 岗位.岗位职责 %}" + duty + between,)
    weight, target = (
        "{% if 指标.权重 %}，占 {{ 指标.权重 }}{% endif %}",
        "{% if 指标.目标值 %}，目标 {{ 指标.目标值 }}{% endif %}",
    )
    measured = "{{ 指标.指标名称 }}" + weight + target
    kpis = ("{% for 指标 in 岗位.绩效指标 %}" + measured + between,)
    yield Form(
        (
            *people.rows,
            (Field("岗位目的", ("{{ 岗位.岗位目的 }}",), 3),),
            (Field("你带的人", ("{{ 岗位.下属 }}",), 3),),
            (Field("你管这些事", duties, 3),),
            (Field("你交给谁", (lines % "岗位.交给谁",), 3),),
            (Field("谁交给你", (lines % "岗位.谁交来",), 3),),
            (Field("考核看什么", kpis, 3),),
            (Field("你能决定", (lines % "岗位.岗位权限",), 3),),
        )
    )


_STARTERS: Mapping[str, tuple[bool, Callable[[], Blocks]]] = {
    "handbook": (True, _handbook),
    "post": (False, _post_sheet),
    "agreement": (False, _agreement),
    "scorecard": (False, _scorecard),
    "onboarding": (False, _onboarding),
}
