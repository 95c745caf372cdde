"""What a company writes in `theme.yaml`: how its documents look."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from salesduty.model.choices import NumberingStyle
from salesduty.model.part import Part, about

_FONT = re.compile(r"[^\W_][\w .()（）+-]{0,62}")
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
_LONGEST = 100
_YES, _NO = ("true", "yes", "on", "是", "要", "有"), ("false", "no", "off", "否", "不要", "无")


def _font(text: str) -> str:
    if _FONT.fullmatch(text):
        return text
    raise PydanticCustomError("unreadable", "no font", {"kind": "font"})


def _colour(text: str) -> str:
    found = _COLOUR.fullmatch(text)
    if found is None:
        raise PydanticCustomError("unreadable", "no colour", {"kind": "colour"})
    return found[1].upper()


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    raise PydanticCustomError("unreadable", "too long", {"kind": "short"})


def _yes_or_no(value: Any) -> Any:
    folded = value.strip().lower() if isinstance(value, str) else value
    if folded in _YES or folded in _NO:
        return folded in _YES
    raise PydanticCustomError("unreadable", "neither yes nor no", {"kind": "yes-or-no"})


Font = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_font)]
"""The name of a font as Word lists it."""
Colour = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_colour)]
"""A colour as six hexadecimal digits, `8A1F11`."""
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema({"enum": [True, False, *_YES, *_NO]})]
Short = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"\S"), AfterValidator(_short)]
"""A few words."""


class Fonts(Part, title="字体"):
    """字体: a font for each kind of text."""

    title: Font | None = about("文件标题", "文件标题的字体。", example="方正小标宋简体", also="标题", default=None)
    heading: Font | None = about("一级标题", "一级标题和表头的字体。", example="黑体", default=None)
    section: Font | None = about("二级标题", "二级标题和说明的字体。", example="楷体", default=None)
    text: Font | None = about("正文", "正文和表格的字体。", example="仿宋", default=None)
    latin: Font | None = about("西文", "数字和字母的字体。", example="Times New Roman", default=None)


class Colours(Part, title="颜色"):
    """颜色: the colours of a company."""

    accent: Colour | None = about("主色", "标题和强调用的颜色，六位十六进制。", example="1F4E79", default=None)
    shade: Colour | None = about("底色", "表头的底色，六位十六进制。", example="DDE6F0", default=None)


class ThemeFile(Part, title="版式"):
    """版式: a whole theme.yaml."""

    fonts: Fonts = about("字体", "各类文字的字体。", default=Fonts())
    colours: Colours = about("颜色", "主色和底色。", also="colors", default=Colours())
    logo: Short | None = about(
        "标志", "放在封面上的图片，PNG 或 JPEG，放在本文件旁边。", example="logo.png", also="徽标", default=None
    )
    numbering: NumberingStyle | None = about(
        "编号样式", "所有部门都用这种编号，不管部门自己怎么写。", example="公文", default=None
    )
    cover: YesOrNo | None = about("封面", "要不要封面。", example="是", default=None)
    header: Short | None = about("页眉", "页眉左边的文字，不写就印文件名称。", example="某某公司内部文件", default=None)
