"""A text with markup to tags, marks and the text between them. Linear in the length, whatever is left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TEXT, OPEN, CLOSE, CODE = "text", "open", "close", "code"
_NAMES = (
    "a abbr address article aside b base big blockquote body br button caption center cite code col colgroup dd del details "
    "dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr "
    "html i iframe img input ins kbd label legend li link main map mark menu meta nav noscript object ol optgroup option "
    "p param pre samp script section select small span strike strong style sub summary sup svg table tbody td template "
    "textarea tfoot th thead time title tr tt u ul var video"
)
KNOWN = frozenset(_NAMES.split())
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "svg", "math", "object"})
_MARK = re.compile(r"<(?=[A-Za-z/!?%#@])|\{[{%#]|[$#]\{|\[/?[#@](?=[A-Za-z])")
_ENDS = {
    "<!--": "-->", "<%": "%>", "<?": "?>", "{{": "}}", "{%": "%}", "{#": "#}", "${": "}", "#{": "}",
    "[#": "]", "[@": "]", "[/": "]", "<#": ">", "<@": ">", "<!": ">",
}  # fmt: skip
_MORE_LINES = frozenset({"<!--", "<%", "<?"})
"""Marks that go on over several lines; all others end in theirs."""
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:._-]*+)(?P<rest>(?=[\s/>])(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+'"
    r"|\"[^\"\n]{0,2000}+\"|'[^'\n]{0,2000}+'|<[%?#@$][^<>]{0,400}+>|[\"'])*+)>"
)
_TAG_END = re.compile(r"[^<>]{0,4000}+>")
_MOST_FAILED = 500
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?=[\s/>])")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")


@dataclass(frozen=True, slots=True)
class Token:
    """What stands from `start` to `stop`: a text, a tag called `name` with attributes `rest`, or code that is not shown."""

    kind: str
    start: int
    stop: int
    name: str = ""
    rest: str = ""

    def attributes(self) -> dict[str, str]:
        """Return the attributes of a tag by their names in small letters."""
        return {
            match[1].lower(): next((each for each in match.groups()[1:] if each is not None), "")
            for match in _ATTRIBUTE.finditer(self.rest[:20_000])
        }


def has_markup(text: str) -> bool:
    """Whether `text` is a page or a piece of one: it has tags that HTML knows."""
    for number, match in enumerate(_TAG_NAME.finditer(text)):
        if match[1].lower() in KNOWN:
            return True
        if number > 1000:
            break
    return False


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of `text` in order; they meet, and nothing stands between them."""
    scan = _Scan(text)
    at = begin = 0
    while match := _MARK.search(text, at):
        found = scan.mark(match.start())
        if found is None:
            at = match.end()
            continue
        if begin < found.start:
            yield Token(TEXT, begin, found.start)
        yield found
        at = begin = found.stop
        if found.kind == OPEN and found.name in _RAW and not found.rest.endswith("/"):
            at = begin = scan.end_of_raw(found)
            if found.stop < at:
                yield Token(CODE, found.stop, at, found.name)
    if begin < len(text):
        yield Token(TEXT, begin, len(text))


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.absent: set[str] = set()
        self.failed = 0

    def find(self, what: str, at: int, stop: int | None = None) -> int:
        """Where `what` stands from `at` on, or -1; what is nowhere is looked for once."""
        if what in self.absent:
            return -1
        found = self.text.find(what, at) if stop is None else self.text.find(what, at, stop)
        if found < 0 and stop is None:
            self.absent.add(what)
        return found

    def mark(self, at: int) -> Token | None:
        text = self.text
        begin = "<!--" if text.startswith("<!--", at) else text[at : at + 2]
        if begin[0] != "<" or begin[1] in "!?%#@" or (begin == "</" and text[at + 2 : at + 3] in ("#", "@")):
            return self.code(at, begin if begin in _ENDS else "<#")
        if self.find(">", at) < 0:
            return None
        match = _TAG.match(text, at) if self.failed < _MOST_FAILED else None
        if match is None:
            self.failed += 1
            name = _TAG_NAME.match(text, at)
            end = _TAG_END.match(text, at + 1)
            if name is None or end is None:
                return None
            return Token(CLOSE if text[at + 1] == "/" else OPEN, at, end.end(), name[1].lower())
        return Token(CLOSE if match["close"] else OPEN, at, match.end(), match["name"].lower(), match["rest"])

    def code(self, at: int, begin: str) -> Token | None:
        """The mark of a template engine or a comment that begins at `at`; None where it has no end."""
        stop = None if begin in _MORE_LINES else self.end_of_line(at)
        end = self.find(_ENDS[begin], at + len(begin), stop)
        if end < 0:
            if begin == "<?":
                return Token(CODE, at, len(self.text), begin)
            return Token(CODE, at, at + len(begin), begin) if begin == "<!--" else None
        return Token(CODE, at, end + len(_ENDS[begin]), begin)

    def end_of_line(self, at: int) -> int:
        found = self.find("\n", at)
        return min(found if found >= 0 else len(self.text), at + 2000)

    def end_of_raw(self, tag: Token) -> int:
        """Where the text of a script or the like ends."""
        if tag.name in self.absent:
            return tag.stop
        found = re.compile(f"</{tag.name}", re.IGNORECASE).search(self.text, tag.stop)
        if found is None:
            self.absent.add(tag.name)
            return tag.stop
        return found.start()
