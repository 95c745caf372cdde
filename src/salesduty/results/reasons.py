"""Why characters of a document became no value: keys, their words, and how much a person has to do with them."""

from __future__ import annotations

from dataclasses import dataclass

from salesduty.results.wording import Text


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason in words. `shape` ones only say how the document is built; `doubt` ones a person should look at."""

    words: Text
    shape: bool = False
    doubt: bool = False


REASONS: dict[str, Reason] = {
    "heading": Reason(Text("小标题，已体现在结构里", "a heading, kept as structure"), shape=True),
    "numbering": Reason(Text("编号和项目符号", "numbers and bullets"), shape=True),
    "punctuation": Reason(Text("条目首尾的标点", "punctuation around items"), shape=True),
    "markup": Reason(Text("网页标记", "markup"), shape=True),
    "entity": Reason(Text("网页转义字符", "character entities"), shape=True),
    "script": Reason(Text("网页代码", "code")),
    "page": Reason(Text("页码、页眉、页脚", "page numbers, headers and footers")),
    "boilerplate": Reason(Text("下载网站的套话", "words of a download site")),
    "pinyin": Reason(Text("夹在字里的拼音", "pinyin between characters")),
    "citation": Reason(Text("引用标记", "citation marks")),
    "watermark": Reason(Text("水印字符", "watermark characters")),
    "repeated": Reason(Text("与前文完全重复", "said before in the same words")),
    "recruiting": Reason(
        Text("待遇、工作条件和招聘信息，不属于岗位职责", "pay, working conditions and recruiting, no responsibility")
    ),
    "share": Reason(
        Text(
            "每项职责占多少时间、多大比重，岗位文件里没有这一项",
            "how much time or weight a duty takes, for which there is no field",
        )
    ),
    "generated": Reason(Text("salesduty 生成文件时自带的文字", "words that salesduty adds to its documents"), shape=True),
    "contents": Reason(Text("目录", "a table of contents"), shape=True),
    "deleted": Reason(Text("修订中已删除的文字", "deleted in tracked changes")),
    "hidden": Reason(Text("隐藏的文字", "hidden text")),
    "prompt": Reason(Text("没有填写的提示文字", "a prompt that nobody filled in")),
    "comment": Reason(Text("批注", "comments beside the text")),
    "note": Reason(
        Text("脚注和尾注，请看是否要补进职责", "footnotes and endnotes; see whether they belong to a duty"), doubt=True
    ),
    "drawing": Reason(Text("图形、图表里的文字，请人工看一下", "text in drawings and charts; please have a look"), doubt=True),
    "introduction": Reason(Text("引言和说明，不属于任何岗位", "introduction and comment, of no post")),
    "truncated": Reason(Text("原文在这里断了", "the document breaks off here"), doubt=True),
    "unclear": Reason(Text("没有读懂，请人工看一下", "not understood; please have a look"), doubt=True),
}
