"""The handbook as Markdown: what was asked for, or all of it as pages that link to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from salesduty.reporters.handbook.said import BAD, COUNT, FIX, GOOD, WHY, commands, notes
from salesduty.reporters.harmless import harmless
from salesduty.reporters.look import Look, Piece
from salesduty.reporters.summary import SEVERITIES
from salesduty.results.handbook import Answer, Entry, Line, Section, Shown
from salesduty.results.wording import LANGS, Lang, Text
from salesduty.text.visible import visible

_ENDINGS: Mapping[Lang, str] = {"zh": ".zh-CN.md", "en": ".md"}
_OTHER: Mapping[Lang, tuple[Lang, str]] = {"zh": ("en", "English"), "en": ("zh", "中文")}
_TITLE = Text("规则手册", "The handbook of rules")
_LEAD = Text(
    "salesduty 的每条规则：说什么、为什么、怎么改，附不好的例子和好的例子。在命令行里看：`salesduty explain 代码`。\n\n"
    "错误是自相矛盾或不能用，警告是要有人处理，提示是值得知道。本手册由程序从规则生成，测试保证它与程序一致。",
    "Every rule of salesduty: what it says, why, what to do, with examples of both kinds. On the command line: "
    "`salesduty explain CODE`.\n\nAn error is contradictory or unusable, a warning needs somebody to act, an info is worth "
    "knowing. This handbook is made from the rules by the program, and a test holds the two together.",
)
_COLUMNS = (Text("代码", "Code"), Text("级别", "Severity"), Text("名称", "Name"), Text("例如", "Such as"))
_AT = Text("第 {line} 行第 {column} 列：{message}", "line {line}, column {column}: {message}")
_IN_FILE = Text("{file} 第 {line} 行第 {column} 列：{message}", "{file}, line {line}, column {column}: {message}")
_REMEDY = Text("改法：{fix}", "fix: {fix}")
_SUCH_AS = Text("例如：{says}", "For example: {says}")
_SPECIAL = re.compile(r"(?P<code>`[^`]+`)|(?P<special>[\\`*_{}\[\]<>#|&~])")


def report(found: Answer, look: Look) -> Iterator[Piece]:
    """Yield `found` as Markdown in one language."""
    blocks = [_entry(entry, look.lang, 1) for entry in found.entries]
    if found.hits:
        blocks.append(_table(found.hits, look.lang, link=False))
    blocks += [_section(section, look.lang, link=False) for section in found.sections]
    for line in "\n".join(blocks).splitlines():
        yield Piece(harmless(line, look.encoding) + "\n")


def pages(sections: Sequence[Section]) -> Mapping[str, str]:
    """Return the pages of the whole handbook by file name, an index and one a family in each language."""
    found: dict[str, str] = {}
    for lang in LANGS:
        found[_page("README", lang)] = _index(sections, lang)
        for section in sections:
            found[_page(section.prefix.lower(), lang)] = _family(section, lang)
    return found


def _page(name: str, lang: Lang) -> str:
    return name + _ENDINGS[lang]


def _index(sections: Sequence[Section], lang: Lang) -> str:
    other, called = _OTHER[lang]
    blocks = [f"# {_TITLE.within(lang)}\n", f"{_LEAD.within(lang)} [{called}]({_page('README', other)})\n"]
    blocks += [_section(section, lang, link=True) for section in sections]
    return "\n".join(blocks)


def _family(section: Section, lang: Lang) -> str:
    other, called = _OTHER[lang]
    prefix = section.prefix.lower()
    head = f"# {section.prefix} {section.title.within(lang)}\n\n{section.about.within(lang)}"
    links = f"[{_TITLE.within(lang)}]({_page('README', lang)}) · [{called}]({_page(prefix, other)})\n"
    entries = [_entry(entry, lang, 2) for entry in section.entries if isinstance(entry, Entry)]
    return "\n".join((head + "\n", links, *entries))


def _section(section: Section, lang: Lang, *, link: bool) -> str:
    title = f"{section.prefix} {section.title.within(lang)}"
    heading = f"[{title}]({_page(section.prefix.lower(), lang)})" if link else title
    count = COUNT.filled({"count": section.count}).within(lang)
    bracketed = f"（{count}）" if lang == "zh" else f" ({count})"
    table = [_table(section.entries, lang, link=link)] if section.entries else []
    return "\n".join((f"## {heading}{bracketed}\n", section.about.within(lang) + "\n", *table))


def _table(lines: Sequence[Line], lang: Lang, *, link: bool) -> str:
    heads = " | ".join(column.within(lang) for column in _COLUMNS)
    rows = [f"| {heads} |", "| --- | --- | --- | --- |"]
    for line in lines:
        page = _page(line.code[:3].lower(), lang)
        code = f"[{line.code}]({page}#{_anchor(line)})" if link else line.code
        cells = (code, SEVERITIES[line.severity].within(lang), line.name, _plain(line.says.within(lang)))
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def _anchor(line: Line) -> str:
    """The anchor that the heading of an entry gets, as GitHub, GitLab and Gitee make it."""
    return f"{line.code.lower()}-{line.name}"


def _entry(entry: Entry, lang: Lang, level: int) -> str:
    marks = "#" * level
    about = f"**{SEVERITIES[entry.severity].within(lang)}** · {commands(entry).within(lang)}"
    says = _SUCH_AS.filled({"says": _plain(entry.says.within(lang))}).within(lang)
    blocks = [f"{marks} {entry.code} {entry.name}\n", f"{about}\n", f"{says}\n"]
    blocks.append(_paragraph(WHY, entry.why, lang))
    if entry.fix is not None:
        blocks.append(_paragraph(FIX, entry.fix, lang))
    for label, examples in ((BAD, entry.bad), (GOOD, entry.good)):
        for example in examples:
            blocks.append(f"**{label.within(lang)}**\n")
            blocks.append(_example(example, lang))
    blocks += [_paragraph(label, words, lang) for label, words in notes(entry)]
    return "\n".join(blocks)


def _paragraph(label: Text, words: Text, lang: Lang) -> str:
    return f"**{label.within(lang)}**{'：' if lang == 'zh' else ': '}{_plain(words.within(lang))}\n"


def _example(example: Shown, lang: Lang) -> str:
    several = len(example.files) > 1
    blocks = []
    for name, text in example.files:
        if several:
            blocks.append(f"`{name}`\n")
        shown = "\n".join(visible(line) for line in text.splitlines())
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", shown)), default=0))
        blocks.append(f"{fence}yaml\n{shown}\n{fence}\n")
    listed = []
    for mark in example.marked:
        words = _IN_FILE if several else _AT
        values = {"file": f"`{mark.file}`", "line": mark.span.line, "column": mark.span.column}
        said = words.filled({**values, "message": _plain(mark.message.within(lang))}).within(lang)
        gap = "" if lang == "zh" else " "
        fix = gap + _REMEDY.filled({"fix": _plain(mark.fix.within(lang))}).within(lang) if mark.fix is not None else ""
        stop = "" if not fix or said.endswith(("？", "?", "。", ".")) else "。" if lang == "zh" else "."
        listed.append(f"- {said}{stop}{fix}\n")
    return "\n".join(blocks) + ("\n" + "".join(listed) if listed else "")


def _plain(words: str) -> str:
    """Words that Markdown prints as they are, but for the keys between backquotes."""
    return _SPECIAL.sub(lambda match: match["code"] or "\\" + match["special"], " ".join(visible(words).split()))
