"""Which names a tag uses, and whether there are such: every tag is read alone, with the loops around it in mind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from salesduty.renderers.company.places import Tag
from salesduty.renderers.guard import Guarded
from salesduty.results.flaw import Flaw
from salesduty.results.record import Kind, Name
from salesduty.results.wording import Text
from salesduty.text.nearest import nearest

_UNKNOWN = Text("没有“{name}”这个名称{near}。{known}", "Nothing is called “{name}”{near}. {known}")
_UNKNOWN_IN = Text(
    "“{of}”里没有“{name}”这一项{near}。可用的有：{names}", "“{of}” has nothing called “{name}”{near}. It has: {names}"
)
_NEAR = Text("（是不是 {names}？）", " (did you mean {names}?)")
_OR = Text(" 或 ", " or ")
_THERE_ARE = Text("可用的有：{names}", "There are: {names}")
_NO_POST = Text(
    "这份文件写的是整个部门，先要循环：{%p for 岗位 in 岗位清单 %} … {%p endfor %}，在里面才能用“岗位”。",
    "This document is about a whole department: use 岗位 within a loop, {%p for 岗位 in 岗位清单 %} … {%p endfor %}.",
)
_A_LIST = Text(
    "“{of}”是一份清单，要一项一项取：{{%p for 项 in {of} %}} {{{{ 项.{name} }}}} {{%p endfor %}}。",
    "“{of}” is a list; take its items one by one: {{%p for 项 in {of} %}} {{{{ 项.{name} }}}} {{%p endfor %}}.",
)
_A_TEXT = Text("“{of}”是一段文字，后面不能再写“.{name}”。", "“{of}” is a text and has no “.{name}”.")
_HIDDEN = Text("模板里不能用“{name}”。", "“{name}” is not allowed in templates.")
_OTHER_FILES = Text(
    "{tag} 要读别的文件，模板里不能用。请把内容直接写进这个文件。",
    "{tag} reads another file, which templates may not. Write its text into this one.",
)
_NO_FILTER = Text("没有“|{name}”这种处理{near}。可用的有：{names}", "There is no filter “|{name}”{near}. There are: {names}")
_NO_TEST = Text("没有“is {name}”这种判断{near}。", "There is no test “is {name}”{near}.")
_NO_LOOP = Text("“{of}”不是清单，不能循环。", "“{of}” is no list and cannot be looped over.")
_NO_TAG = Text("不认识“{name}”这种标签{near}。", "There is no tag “{name}”{near}.")
_SPACED = Text(
    "{tag} 要写成 {fixed}：% 和 {prefix} 之间没有空格。", "Write {tag} as {fixed}: without a blank between % and {prefix}."
)
_CHARACTER = Text(
    "{tag} 里有不认识的字符“{character}”。标签里的点、引号、括号、冒号都要用英文的。",
    "{tag} has the strange character “{character}”. Within tags, dots, quotes, brackets and colons are those of English.",
)
_SYNTAX = Text("{tag} 的写法不对：{detail}。", "{tag} is not written right: {detail}.")
_EXPECTED = Text("应当是 {wanted} 的地方写了 {given}", "expected {wanted}, got {given}")
_ENDS = Text("没有写完", "it is not finished")
_END = {"for": "endfor", "if": "endif", "macro": "endmacro", "call": "endcall", "filter": "endfilter", "with": "endwith"}
_KNOWN_TAGS = ("for", "endfor", "if", "elif", "else", "endif", "set", "endset", "with", "endwith", "macro", "endmacro")
_OUTSIDE = ("include", "import", "from", "extends")
_OF_WORD = re.compile(r"(vm|hm)$|(?:colspan|cellbg)\s+(.+)$", re.DOTALL)
_SPACED_PREFIX = re.compile(r"(p|tr|tc|r)\s+(\S.*)$", re.DOTALL)
_BOUND = re.compile(r"for\s+([\w\s,]+?)\s+in\b")
_LOOP = (
    "index",
    "index0",
    "revindex",
    "revindex0",
    "first",
    "last",
    "length",
    "cycle",
    "depth",
    "depth0",
    "previtem",
    "nextitem",
)
_MOST_NAMES = 12
_KEEP_LIST = frozenset(("list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"))
_TAKE_ONE = frozenset(("first", "last", "max", "min"))


@dataclass(frozen=True, slots=True)
class _Is:
    """What a value is: a record of the kind `of`, a text where that is empty; `many` of them; `said` is how it was typed."""

    of: str
    many: bool
    said: str


_Scope = dict[str, _Is | None]


class Names:
    """Knows what names mean, tag after tag; None stands for a value of which nothing is known."""

    def __init__(self, kinds: Mapping[str, Kind], document: str) -> None:
        self._kinds = kinds
        self._engine = Guarded()
        self._top = kinds[document]
        top: _Scope = {each: _Is(name.of, name.many, each) for name in self._top.names for each in name.spellings}
        self._scopes: list[_Scope] = [{**top, "range": None}]
        self._found: list[Text] = []

    def flaws(self, tag: Tag) -> Iterator[Flaw]:
        """Yield what is wrong with a tag; loops that it begins or ends count for those that follow."""
        self._found = []
        try:
            self._tag(tag)
        except TemplateSyntaxError as error:
            self._found.append(_syntax(tag, error))
        except RecursionError:
            self._found.append(_SYNTAX.filled({"tag": tag.typed[:60], "detail": Text("嵌套太深", "nested too deep")}))
        yield from (Flaw(tag.spot.place, tag.near, what) for what in self._found)

    def _tag(self, tag: Tag) -> None:
        if tag.opening == "{{":
            self._print(tag.body)
            return
        word, _, rest = tag.body.partition(" ")
        special = _OF_WORD.match(tag.body)
        if special is not None:
            if special[2]:
                self._print(special[2])
        elif word in _OUTSIDE:
            self._found.append(_OTHER_FILES.filled({"tag": tag.typed}))
        elif word == "elif":
            self._expression(f"{{% if {rest} %}}{{% endif %}}")
        elif word in ("else", "endif", "raw", "endraw"):
            return
        elif word.startswith("end"):
            self._end(word)
        elif (spaced := _SPACED_PREFIX.match(tag.body)) and not tag.prefix:
            fixed = f"{{%{spaced[1]} {spaced[2]} %}}"
            self._found.append(_SPACED.filled({"tag": tag.typed, "fixed": fixed, "prefix": spaced[1]}))
        else:
            self._block(word, tag)

    def _block(self, word: str, tag: Tag) -> None:
        end = _END.get(word) or ("endset" if word == "set" and "=" not in tag.body else "")
        if end and word != "if":
            # Before the tag is read, so that its end finds it even where it cannot be read.
            bound = _BOUND.match(tag.body)
            self._scopes.append(dict.fromkeys(re.findall(r"\w+", bound[1])) if bound else {})
        source = f"{{% {tag.body} %}}" + (f"{{% {end} %}}" if end else "")
        for node in self._engine.parse(source).body:
            self._statement(node)

    def _end(self, word: str) -> None:
        if word not in (*_END.values(), "endset", "endblock", "endautoescape"):
            self._found.append(_NO_TAG.filled({"name": word, "near": _near(word, _KNOWN_TAGS)}))
        elif len(self._scopes) > 1:
            self._scopes.pop()

    def _statement(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.For):
            several = self._type(node.iter)
            self._scopes[-1].update(dict.fromkeys(("loop",), _Is("loop", False, "loop")))
            self._bind(node.target, self._item(several))
            if node.test is not None:
                self._type(node.test)
        elif isinstance(node, nodes.Assign):
            self._bind(node.target, self._type(node.node))
        elif isinstance(node, nodes.Macro):
            self._scopes[-2][node.name] = None
            self._scopes[-1].update({**{each.name: None for each in node.args}, "caller": None, "varargs": None, "kwargs": None})
        elif isinstance(node, nodes.With):
            for target, value in zip(node.targets, node.values, strict=True):
                self._bind(target, self._type(value))
        elif isinstance(node, nodes.AssignBlock):
            self._scopes[-2 if len(self._scopes) > 1 else -1].update({_name(node.target): _Is("", False, _name(node.target))})
        else:
            for child in node.iter_child_nodes():
                self._type(child)

    def _bind(self, target: nodes.Node, value: _Is | None) -> None:
        if isinstance(target, nodes.Name):
            self._scopes[-1][target.name] = None if value is None else _Is(value.of, value.many, target.name)
        else:
            self._scopes[-1].update({each.name: None for each in target.find_all(nodes.Name)})

    def _item(self, several: _Is | None) -> _Is | None:
        if several is None:
            return None
        if not several.many:
            self._found.append(_NO_LOOP.filled({"of": several.said}))
            return None
        return _Is(several.of, False, several.said)

    def _print(self, body: str) -> None:
        self._expression(f"{{{{ {body} }}}}")

    def _expression(self, source: str) -> None:
        for node in self._engine.parse(source).body:
            for child in node.iter_child_nodes():
                self._type(child)

    def _type(self, node: nodes.Node) -> _Is | None:
        """What an expression is; what is wrong with the names in it is put among what was found."""
        if isinstance(node, nodes.Name):
            return self._named(node.name)
        if isinstance(node, nodes.Getattr):
            return self._attribute(node.node, node.attr)
        if isinstance(node, nodes.Getitem):
            if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
                return self._attribute(node.node, node.arg.value)
            self._type(node.arg)
            several = self._type(node.node)
            return _Is(several.of, isinstance(node.arg, nodes.Slice), several.said) if several and several.many else None
        if isinstance(node, nodes.Filter):
            return self._filtered(node)
        if isinstance(node, nodes.Test) and node.name not in self._engine.tests:
            self._found.append(_NO_TEST.filled({"name": node.name, "near": _near(node.name, self._engine.tests)}))
        for child in node.iter_child_nodes():
            self._type(child)
        return None

    def _named(self, name: str) -> _Is | None:
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        if name in ("岗位", "post") and "岗位清单" in self._scopes[0]:
            self._found.append(_NO_POST)
            return None
        within = [f"{top.title}.{field.title}" for top, field in self._fields() if name in field.spellings]
        known = within or [each for scope in self._scopes for each in scope]
        near = _named_near(within) if within else _near(name, known)
        listed = _THERE_ARE.filled({"names": "、".join(each.title for each in self._top.names)})
        self._found.append(_UNKNOWN.filled({"name": name, "near": near, "known": listed}))
        return None

    def _fields(self) -> Iterator[tuple[Name, Name]]:
        """Every field of the records that can be had without a loop, with the name of the record."""
        for top in self._top.names:
            if top.of and not top.many:
                yield from ((top, field) for field in self._kinds[top.of].names)

    def _attribute(self, base: nodes.Node, name: str) -> _Is | None:
        value = self._type(base)
        if name.startswith("_"):
            self._found.append(_HIDDEN.filled({"name": name}))
        elif value is not None and value.of == "loop":
            if name not in _LOOP:
                self._unknown_in("loop", name, _LOOP)
        elif value is not None and value.many:
            self._found.append(_A_LIST.filled({"of": value.said, "name": name}))
        elif value is not None and not value.of:
            if name not in ("upper", "lower", "strip", "startswith", "endswith"):
                self._found.append(_A_TEXT.filled({"of": value.said, "name": name}))
        elif value is not None:
            return self._field(value, name)
        return None

    def _field(self, value: _Is, name: str) -> _Is | None:
        kind = self._kinds[value.of]
        found = kind.name(name)
        if found is None:
            self._unknown_in(value.said, name, tuple(kind.places), tuple(each.title for each in kind.names))
            return None
        return _Is(found.of, found.many, f"{value.said}.{name}")

    def _unknown_in(self, of: str, name: str, known: tuple[str, ...], shown: tuple[str, ...] = ()) -> None:
        names = "、".join((shown or known)[:_MOST_NAMES]) + (" …" if len(shown or known) > _MOST_NAMES else "")
        self._found.append(_UNKNOWN_IN.filled({"of": of, "name": name, "near": _near(name, known), "names": names}))

    def _filtered(self, node: nodes.Filter) -> _Is | None:
        value = self._type(node.node) if node.node is not None else None
        for child in (*node.args, *node.kwargs):
            self._type(child)
        if node.name not in self._engine.filters:
            names = ", ".join(sorted(self._engine.filters))
            near = _near(node.name, self._engine.filters)
            self._found.append(_NO_FILTER.filled({"name": node.name, "near": near, "names": names}))
        if value is None or not value.many:
            return None
        if node.name in _TAKE_ONE:
            return _Is(value.of, False, value.said)
        return value if node.name in _KEEP_LIST else None


def _name(node: nodes.Node) -> str:
    return node.name if isinstance(node, nodes.Name) else ""


def _near(name: str, known: Iterable[str]) -> Text:
    return _named_near(nearest(name, known, most=2))


def _named_near(found: Sequence[str]) -> Text:
    if not found:
        return Text("", "")
    return _NEAR.filled({"names": Text(_OR.zh.join(found), _OR.en.join(found))})


def _syntax(tag: Tag, error: TemplateSyntaxError) -> Text:
    message = error.message or ""
    if match := re.search(r"unexpected char ['\"](.)['\"]", message):
        return _CHARACTER.filled({"tag": tag.typed, "character": match[1]})
    if match := re.search(r"unknown tag '(\w+)'", message):
        return _NO_TAG.filled({"name": match[1], "near": _near(match[1], _KNOWN_TAGS)})
    detail = Text(message.rstrip("."), message.rstrip("."))
    if match := re.search(r"expected token '(.+)', got '(.+)'", message):
        wanted, given = (_TOKENS.get(each, Text(f"“{each}”", f"“{each}”")) for each in match.groups())
        detail = _ENDS if "end of" in match[2] else _EXPECTED.filled({"wanted": wanted, "given": given})
    elif "end of" in message:
        detail = _ENDS
    return _SYNTAX.filled({"tag": tag.typed, "detail": detail})


_TOKENS = {
    "name": Text("一个名称", "a name"),
    "end of print statement": Text("标签的结尾", "the end of the tag"),
    "end of statement block": Text("标签的结尾", "the end of the tag"),
    "integer": Text("一个数", "a number"),
    "string": Text("一段引号里的文字", "a text in quotes"),
}
