"""What a unit looks like by itself: a label, a label with its value, a name with a label behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salesduty.intake.items import Unit
from salesduty.intake.lexicon import Lexicon, plain
from salesduty.intake.passage import EMPTY, Passage
from salesduty.text.verbs import HEADS, NOUN_LIKE, PLAIN

FACTS = frozenset(
    """name department company reports_to subordinates headcount level group deputy document_no version effective review_by
    prepared_by reviewed_by approved_by""".split()  # noqa: SIM905
)
"""Fields that hold a few words, not a list."""
CONTROL = frozenset(["document_no", "version", "effective", "review_by", "prepared_by", "reviewed_by", "approved_by"])
OWNED = ("duties", "functions", "qualifications", "authorities", "kpis", "document")
_BEGINNINGS = re.compile(
    "对|按|根据|其他|其它|每|上级|与|在|为|向|能|有|具|熟|精通|良好|严格|认真|积极|及时|定期|接受|主动|全面|服从|确保|保证|带|使|把|将|自觉|"
    "努力|不断|优化|独立|配合|随时|公司|领导|依据|依照|通过|遵|不|充分|正确|经常|必须|应|须|要|需"
)
_JOINTS = ("", *"的之、及与和/")
_FRAME = " \t\u3000\xa0【】[]〔〕「」『』《》<>〈〉★☆●○■□◆◇▲△▼▽※*#=_|·•:：-—~"
_HEAD = re.compile(r"[^:：]{1,26}[:：]")
_FRAMED = re.compile(r"\s*(?:【([^【】]{2,24})】|\[([^\[\]]{2,24})\]|〔([^〔〕]{2,24})〕|「([^「」]{2,24})」)")
_COUNT = r"(?:若干|不限|约?\d{1,4}(?:\s*[-—–~～至到]+\s*\d{1,4})?|[一二三四五六七八九十两]{1,3})"
HEADCOUNT = re.compile(
    rf"(?:招聘?|编制|定员|定编|招聘人数|共|设|(?<!\s))\s*+(?:[:：]\s*+)?({_COUNT}\s*[名人个位](?:左右|以上)?|若干)(?!\S)"
)
BEHIND = re.compile(rf"(?<![\s(（:：,，—\-])[\s(（:：,，—\-]*+((?:招聘?)?\s*{_COUNT}\s*[名人](?:左右|以上)?|若干)\s*[)）]?$")
HEADS_FIRST = re.compile(r"(\d{1,3}(?:\s*[-—–~～至]+\s*\d{1,3})?\s*[名人])[，,。；;]\s*")
"""How many hold a post, in front of what they do."""
_COUNTED = re.compile(rf"{_COUNT}|不限")
_ASIDE = re.compile(r"\([^()]{1,24}\)$")
_BULLETS = " \t\u3000+-*·•"
_LAST = re.compile(r"[\s、_]+(?=[^\s、_]+$)")
_FIRST = re.compile(r"[^\s、_]+(?=\s)")
_LONGEST_HEADING = 60
_SENTENCE_LONG = 6
_ALSO = ("并", "和", "与", "及", "、", "且")
_ENSURE = ("确保", "保证")
_CLAUSE = re.compile(r"[,;。，；]\s*")
_AND = frozenset("及与和、")
_SENTENCE = re.compile(r"[。；;！!？?，,]")
_LONGEST_FACT = 40
_LONGEST_NAME = 24
# Words of items and of headings that ran together: what they stand in is nobody's name.
_NO_OWNER = re.compile(r"经验|学历|专业者|优先|[一二三四五六七八九十]、|第\d+页|[及和与、]$")


@dataclass(frozen=True, slots=True)
class Sign:
    """What a unit announces: the field `key`, the words `label` that say so, what stands behind it, and whose it is."""

    key: str = ""
    label: Passage = EMPTY
    value: Passage = EMPTY
    owner: Passage = EMPTY

    @property
    def bare(self) -> bool:
        """Whether it announces a field and nothing stands behind."""
        return bool(self.key) and not self.value.text


NOTHING = Sign()


def sign(unit: Unit, lexicon: Lexicon) -> Sign:
    """Return what `unit` announces; nothing for an item or a sentence."""
    body = unit.body
    if not body.text or len(body) > 4000:
        return NOTHING
    if (found := _whole(body, lexicon)) is not None:
        return found if _stands_alone(unit, found, lexicon) else NOTHING
    if unit.family == "" and len(body) <= _LONGEST_HEADING and (last := _LAST.search(body.text)) is not None:
        first = _FIRST.match(body.text)
        for words in (body.cut(last.end()), body.cut(0, first.end() if first else 0)):
            found = _whole(words, lexicon)
            if found is not None and found.owner.text and not unit.end.text.strip(" :：") and ends(found.owner.text, lexicon):
                return Sign(found.key, body, owner=found.owner)
    if (framed := _FRAMED.match(body.text)) is not None:
        label, value = body.cut(0, framed.end()), body.cut(framed.end()).strip(_FRAME)
        if (found := _whole(label, lexicon)) is not None and value.text:
            return Sign(found.key, label, value, found.owner)
    if (head := _HEAD.match(body.text)) is not None:
        label, value = body.cut(0, head.end()), body.cut(head.end()).strip()
        if value.text and (found := _whole(label, lexicon)) is not None and fits(found.key, value):
            return Sign(found.key, label, value, found.owner)
    return _spaced(body, lexicon)


def ends(text: str, lexicon: Lexicon) -> bool:
    """Whether `text` ends as names of posts or departments do."""
    return _ASIDE.sub("", plain(text)).endswith((*lexicon.posts.endings, *lexicon.posts.departments))


def _stands_alone(unit: Unit, found: Sign, lexicon: Lexicon) -> bool:
    """Whether a unit that is a label by its words is one: an item such as 优化销售流程； is not."""
    if unit.end.text.strip(" ：:。.") or (unit.end.text.strip() in ("。", ".") and unit.mark.text):
        return False
    owner = found.owner.text
    if not owner or not unit.mark.text or unit.line.heading:
        return True
    return ends(owner, lexicon)


def _whole(text: Passage, lexicon: Lexicon) -> Sign | None:
    """Return what `text` announces when all of it is a label, or a name and a label."""
    bare = text.strip(_FRAME)
    if not bare.text or len(bare) > 2 * _LONGEST_NAME:
        return None
    if (key := lexicon.field(bare.text)) is not None:
        return Sign(key, text)
    return owned(bare, text, lexicon)


def owned(bare: Passage, whole: Passage, lexicon: Lexicon) -> Sign | None:
    """Return the owner and the label of `销售经理岗位职责`, the longest label behind the shortest name, if there are."""
    if _SENTENCE.search(bare.text):
        return None
    for at in range(1, min(len(bare) - 1, _LONGEST_NAME + 1)):
        rest = bare.cut(at)
        if rest.text[0] in "(（" and rest.text[-1] in ")）":
            rest = rest.cut(1, len(rest) - 1)
        if (
            rest.text[:1] in _JOINTS
            or (rest.text[0].isascii() and bare.text[at - 1].isascii())
            or (key := lexicon.field(rest.text)) not in OWNED
        ):
            continue
        owner = _bare_owner(bare.cut(0, at), lexicon)
        if (last := _LAST.search(owner.text)) is not None and ends(owner.text, lexicon):
            owner = owner.cut(last.end()) if _whole(owner.cut(0, last.start()), lexicon) is not None else owner
        if plain(owner.text) in lexicon.posts.nobody or not owner.text:
            return Sign(key or "", whole)
        if owner.text[-1] in _AND:
            return Sign("functions", whole, owner=owner) if key == "functions" or "职能" in plain(rest.text) else None
        if begins_with_verb(owner.text) and rest.text.startswith("部门"):
            continue
        acts = begins_with_verb(owner.text) and not owner.text.endswith(lexicon.posts.sure_departments)
        return None if acts or _NO_OWNER.search(owner.text) else Sign(key or "", whole, owner=owner)
    return None


def _bare_owner(owner: Passage, lexicon: Lexicon) -> Passage:
    owner = owner.strip(_FRAME)
    for joint in lexicon.posts.joints:
        if owner.text.endswith(joint):
            owner = owner.cut(0, len(owner) - len(joint)).strip(_FRAME)
    return owner


def begins_with_act(text: str) -> bool:
    """Whether `text` begins with a verb that hardly ever is a noun."""
    bare = plain(text).lstrip(_BULLETS)
    return bare[:2] in HEADS or (bare[:2] in PLAIN and bare[:2] not in NOUN_LIKE)


def does(text: str) -> bool:
    """Whether a sentence says what somebody does, its verb being one that may be a noun as well: 管理薪酬福利，确保…."""
    bare = plain(text).lstrip(_BULLETS)
    if bare[:2] not in NOUN_LIKE:
        return begins_with_act(bare)
    joined = bare[2:3] in _ALSO and bare[3:5] in PLAIN
    return joined or any(begins_with_act(each) or each[:2] in _ENSURE for each in _CLAUSE.split(bare)[1:])


def is_act(text: str) -> bool:
    """Whether a sentence that stands where duties may stand is one; a word alone that may be a noun is none."""
    bare = plain(text).lstrip(_BULLETS)
    return begins_with_verb(bare) or (bare[:2] in NOUN_LIKE and len(bare) >= _SENTENCE_LONG)


def begins_with_verb(text: str) -> bool:
    """Whether `text` begins as a duty does."""
    bare = plain(text).lstrip(_BULLETS)
    return begins_with_act(bare) or _BEGINNINGS.match(bare) is not None


def fits(key: str, value: Passage) -> bool:
    """Whether `value` can be what a label of the field `key` announces."""
    if key == "headcount":
        return len(value) <= 12 and _COUNTED.search(value.text) is not None
    if key in FACTS:
        return len(value) <= _LONGEST_FACT and not re.search(r"[。；;！!]", value.text)
    return True


def _spaced(body: Passage, lexicon: Lexicon) -> Sign:
    """Return a fact whose value stands behind a blank (`直接上级 销售总监`), or a number of heads (`招10人`)."""
    if len(body) > _LONGEST_FACT:
        return NOTHING
    if (count := HEADCOUNT.match(body.text)) is not None and re.match(r"(?:招|编制|定员|定编)", body.text):
        return Sign("headcount", body.cut(0, count.start(1)), _counted(body))
    pieces = body.text.split(maxsplit=1)
    if len(pieces) == 2 and (key := lexicon.field(pieces[0])) in FACTS - CONTROL and key != "company":
        at = body.text.index(pieces[1], len(pieces[0]))
        value = body.cut(at).strip(" :：")
        if value.text and fits(key or "", value) and lexicon.field(value.text) is None:
            return Sign(key or "", body.cut(0, at), value)
    return NOTHING


def _counted(body: Passage) -> Passage:
    return body.cut(0, next((at for at, mark in enumerate(body.text) if mark.isspace()), None))
