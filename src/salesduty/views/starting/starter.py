"""What a company's own template starts from: each document with tags where its words would be."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from salesduty.results.paper import (
    Heading,
    Paper,
    Paragraph,
)
from salesduty.views.documents import TITLES
from salesduty.views.starting.agreement import agreement
from salesduty.views.starting.handbook import handbook
from salesduty.views.starting.onboarding import onboarding
from salesduty.views.starting.post import post_sheet
from salesduty.views.starting.scorecard import scorecard
from salesduty.views.starting.tags import Blocks

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


_STARTERS: Mapping[str, tuple[bool, Callable[[], Blocks]]] = {
    "handbook": (True, handbook),
    "post": (False, post_sheet),
    "agreement": (False, agreement),
    "scorecard": (False, scorecard),
    "onboarding": (False, onboarding),
}
