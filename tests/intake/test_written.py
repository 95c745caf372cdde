"""Drafts become files that read back without error and hold just the texts of the draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from salesduty.intake.writing.leaves import leaf
from salesduty.intake.writing.tree import written as page_text
from salesduty.intake.writing.values import names
from salesduty.model.order import of_file
from salesduty.model.part import Part
from salesduty.model.reading import read
from salesduty.results.draft import (
    Draft,
    DraftDepartment,
    DraftDuty,
    DraftKpi,
    DraftPost,
    DraftProcess,
    DraftStep,
    Quoted,
)
from salesduty.source.comments import comments
from salesduty.source.formatted import formatted
from salesduty.source.parse import parse
from salesduty.text.visible import visible
from salesduty.toolkit.gathering import Gathering
from salesduty.toolkit.importing import Wanted, style

PIECES = [
    "负责客户拜访", "时限：当天", "标题：", "内容: 甲", "- 列表", "# salesduty: ignore STR001", "a: b", "no", "null", "~", "2026-01-01", "30%", "'", '"', "{", "]",
    "&a", "*b", "!t", "| x", "> y", "%", "@", "`", "：", "、", " ", "\t", "\u202e", "\x1b[31m", "\u2028", "\x85", "\ufeff", "\ud800", "😀", "每周", "\n",
]  # fmt: skip
words = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), min_size=1, max_size=5).map("".join)
quoted = st.builds(lambda text, line: Quoted(text.strip() or "甲", line), words, st.integers(1, 99))
some = st.lists(quoted, max_size=2).map(tuple)
maybe = st.none() | quoted


@st.composite
def duties(draw: st.DrawFn, depth: int = 2) -> DraftDuty:
    text, title = draw(quoted), draw(maybe)
    if title is not None and draw(st.booleans()):
        text = Quoted(f"{title}{draw(st.sampled_from(['：', ':', ' ', '']))}{text}", 3)
    below = draw(st.lists(duties(depth - 1), max_size=2)) if depth else []
    details = draw(
        st.lists(st.tuples(st.sampled_from(["sla", "to", "outputs", "cadence", "acceptance", "strange"]), quoted), max_size=2)
    )
    return DraftDuty(text, title, "1.", tuple(below), tuple(details))


duty_lists = st.lists(duties(), max_size=3).map(tuple)
kpis = st.builds(DraftKpi, quoted, maybe, maybe, some, maybe, maybe, maybe, maybe, maybe)
posts = st.builds(
    DraftPost,
    name=quoted,
    part=st.sampled_from(["", "甲", "乙"]),
    department=st.none() | st.sampled_from([Quoted("销售部", 1), Quoted("财务部", 2)]),
    aliases=some,
    group=maybe,
    level=maybe,
    reports_to=some,
    subordinates=some,
    headcount=maybe,
    purpose=some,
    duties=duty_lists,
    authorities=duty_lists,
    qualifications=st.lists(st.tuples(st.sampled_from(["education", "skills", "other", "strange"]), quoted), max_size=4).map(
        tuple
    ),
    relations=st.lists(st.tuples(st.sampled_from(["internal", "external"]), quoted), max_size=2).map(tuple),
    kpis=st.lists(kpis, max_size=2).map(tuple),
    deputy=maybe,
    rules=some,
)
steps = st.builds(DraftStep, quoted, maybe, some, some, maybe, some, duty_lists)
processes = st.builds(DraftProcess, quoted, st.lists(steps, max_size=2).map(tuple), maybe)
departments = st.builds(
    DraftDepartment,
    maybe,
    maybe,
    maybe,
    some,
    st.dictionaries(st.sampled_from(["version", "effective"]), quoted),
    some,
    some,
    some,
)
drafts = st.builds(
    Draft,
    st.just("职责.docx"),
    st.just("docx"),
    st.just(100),
    departments,
    st.lists(posts, max_size=3, unique_by=lambda post: str(post.name)).map(tuple),
    duty_lists,
    st.lists(processes, max_size=1).map(tuple),
    st.lists(kpis, max_size=2).map(tuple),
)


def files_of(*several: Draft, keys: str = "zh") -> dict[str, str]:
    """The files that drafts make."""
    made = style(Wanted(keys="zh" if keys == "zh" else "en", proposals=False))
    gathering = Gathering("测试部", made, set())
    found = {file.name: file.text for each in several for file in gathering.take(leaf(each, made))}
    return found | {file.name: file.text for file in gathering.finish()}


def said(value: Any) -> Iterator[str]:
    """All words of a model, or of a draft; a title counts once."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, DraftDuty):
        yield value.text
        if value.title is not None and value.title not in value.text:
            yield value.title
        yield from said((value.children, tuple(words for key, words in value.details if key != "to")))
        yield from dict(names([words for key, words in value.details if key == "to"]))
    else:
        for each in inner(value):
            yield from said(each)


def inner(value: Any) -> Iterable[Any]:
    """What a value is made of, without ids and what only says where it comes from."""
    if isinstance(value, Part):
        return [getattr(value, name) for name in value.model_fields_set - {"id"}]
    if isinstance(value, Mapping):
        return value.values()
    if isinstance(value, DraftPost):
        keyed = [words for _, words in (*value.qualifications, *value.relations)]
        apart = ("part", "department", "qualifications", "relations", "reports_to", "aliases")
        return [
            *keyed,
            *dict(names(value.reports_to)),
            *dict(names(value.aliases)),
            *(getattr(value, each) for each in others(value, apart)),
        ]
    if isinstance(value, DraftStep):
        return [*dict(names(value.do)), *dict(names(value.to)), *(getattr(value, each) for each in others(value, ("do", "to")))]
    if hasattr(value, "__dataclass_fields__"):
        about = () if isinstance(value, DraftKpi) else ("file", "kind", "part", "notes", "left_out")
        return [getattr(value, name) for name in others(value, about)]
    return value if isinstance(value, tuple) else ()


def others(value: Any, apart: tuple[str, ...]) -> list[str]:
    return [name for name in value.__dataclass_fields__ if name not in apart]


def characters(texts: Any) -> Counter[str]:
    """What can be seen of texts, without the marks that only hold them together."""
    plain = visible("".join("".join(texts).encode("utf-16", "surrogatepass").decode("utf-16", "replace").split()))
    return Counter(plain.translate(dict.fromkeys(map(ord, "：:、，,；;/0123456789.%％"))))


@settings(max_examples=120, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(drafts)
def test_files_read_back_and_hold_the_words_of_the_draft(draft: Draft) -> None:
    back: list[str] = []
    assume(files := files_of(draft))
    for name, text in files.items():
        parsed = parse(text)
        assert parsed.data is not None, name
        assert not parsed.problems, (name, parsed.problems)
        reading = read(parsed.data)
        assert not reading.mistakes, (name, reading.mistakes, text)
        assert formatted(text, of_file("zh")) == text
        assert not comments(text)
        back += said(reading.document)
        back += (line for line in text.splitlines() if line.lstrip().startswith("#"))
    lost = characters(said(draft)) - characters(back)
    assert not {char: count for char, count in lost.items() if char.isprintable() and visible(char) == char and char != "#"}


@settings(max_examples=20, deadline=None)
@given(drafts)
def test_the_same_draft_makes_the_same_files_in_both_languages(draft: Draft) -> None:
    assert files_of(draft) == files_of(draft)
    for name, text in files_of(draft, keys="en").items():
        reading = read(parse(text).data or {})
        assert not reading.mistakes, (name, text)
        assert formatted(text, of_file("en")) == text


def test_nothing_is_said_twice() -> None:
    duty = DraftDuty(Quoted("客户管理：维护客户档案", 2), Quoted("客户管理", 2), "1.", (DraftDuty(Quoted("每周更新", 3)),))
    heading = DraftDuty(Quoted("回款", 4), Quoted("回款", 4), "2.", (DraftDuty(Quoted("时限：当天", 5)),))
    kpi = DraftKpi(Quoted("回款率", 9), Quoted("60 分", 9), Quoted("≥95%", 9), (Quoted("每低1%扣5分", 9),))
    other = DraftKpi(Quoted("毛利", 10), Quoted("40分", 10))
    post = DraftPost(
        Quoted("销售经理", 1),
        reports_to=(Quoted("总经理、销售总监", 1),),
        headcount=Quoted("2人", 1),
        duties=(duty, heading, DraftDuty(Quoted("完成领导交办的其他工作", 6))),
        qualifications=(("education", Quoted("本科", 7)), ("skills", Quoted("会英语", 8))),
        kpis=(kpi, other),
    )
    files = files_of(Draft("a.docx", "docx", 10, DraftDepartment(Quoted("销售部", 1)), (post,)))
    assert files == {
        "销售部/posts/销售经理.yaml": """\
岗位:
  编号: sales-manager
  岗位名称: 销售经理
  直接上级: [总经理, 销售总监]
  编制: 2
  岗位职责:
    - 编号: manage-customer
      标题: 客户管理
      内容: 维护客户档案
      下级职责:
        - 每周更新
    - 编号: payment
      标题: 回款
      下级职责:
        - 内容: 时限：当天
    - 完成领导交办的其他工作
  任职资格:
    学历: 本科
    技能:
      - 会英语
  绩效指标:
    - 指标名称: 回款率
      权重: 60
      目标值: "≥95%"
      评分标准:
        - 每低1%扣5分
    - 指标名称: 毛利
      权重: 40
""",
        "销售部/department.yaml": "# 请确认：销售总监 没有岗位文件，先记为“销售部”的外部对象；是本部门岗位的，请补上岗位文件\n"
        "部门:\n  编号: sales\n  部门名称: 销售部\n  外部对象:\n    - 总经理\n    - 销售总监\n",
    }


def test_what_no_field_can_hold_is_a_comment() -> None:
    post = DraftPost(
        Quoted("导购", 1),
        level=Quoted("P5", 2),
        headcount=Quoted("若干", 3),
        subordinates=(Quoted("无", 4),),
        rules=(Quoted("不得迟到 # salesduty: ignore", 5),),
        kpis=(DraftKpi(Quoted("销量", 6), Quoted("另定", 6), cycle=Quoted("看情况", 6), kind=Quoted("定量", 6)),),
    )
    files = files_of(Draft("a.docx", "docx", 10, DraftDepartment(), (post,)))
    assert [line for line in files["测试部/posts/导购.yaml"].splitlines() if "#" in line] == [
        "# 请确认：原文“层级”写的是“P5”，可以填：总监、经理、主管、员工",
        "# 请确认：原文“编制”写的是“若干”，不是一个数",
        "# 原文“直接下级”：无",
        "# 原文“管理规定”：不得迟到 ＃ salesduty: ignore",
        "    # 请确认：原文权重写的是“另定”，不能当百分比",
        "    # 请确认：原文“考核周期”写的是“看情况”，可以填：每日、每周、每两周、每月、每季度、每半年、每年、按需",
        "    # 原文“指标类型”：定量",
    ]


def test_two_documents_about_one_post_are_both_kept() -> None:
    def one(file: str, text: str) -> Draft:
        post = DraftPost(Quoted("销售经理", 1), duties=(DraftDuty(Quoted(text, 2)),))
        return Draft(file, "docx", 10, DraftDepartment(Quoted("销售部", 1)), (post,))

    files = files_of(one("a.docx", "管团队"), one("b.docx", "管客户"), one("c.docx", "管客户"))
    assert sorted(files) == ["销售部/department.yaml", "销售部/posts/销售经理-2.yaml", "销售部/posts/销售经理.yaml"]
    assert files["销售部/posts/销售经理-2.yaml"].splitlines()[0] == (
        "# 请确认：a.docx、b.docx 都写了“销售经理”，内容不同，都保留了；请合并或改名"
    )


def test_parts_that_describe_the_same_posts_are_departments_of_their_own() -> None:
    def post(part: str, name: str) -> DraftPost:
        return DraftPost(Quoted(name, 1), part, duties=(DraftDuty(Quoted(f"{part}的{name}", 2)),))

    draft = Draft(
        "a.docx", "docx", 10, DraftDepartment(), (post("职责一", "经理"), post("职责二", "经理"), post("职责三", "代表"))
    )
    assert sorted(files_of(draft)) == [
        "测试部-2/department.yaml",
        "测试部-2/posts/经理.yaml",
        "测试部/department.yaml",
        "测试部/posts/代表.yaml",
        "测试部/posts/经理.yaml",
    ]


def test_an_empty_page_is_a_page() -> None:
    from salesduty.intake.writing.tree import Mapping as Table

    assert page_text(Table({"post": Table({"name": "甲"})}), of_file("en")) == "post:\n  name: 甲\n"
