"""A sentence taken apart: segments between punctuation marks, and in each the verbs with the things they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from salesduty.model.choices import Action
from salesduty.responsibility.matching import Entry, Token
from salesduty.responsibility.vocabulary import Vocabulary

Role = Literal["main", "purpose", "input"]
"""What a clause is for: the duty itself, what it is done for, what it starts from."""

_BREAK = re.compile(r"[;。:!?\n]|,(?!\d{3}(?!\d))")
_ASIDE = re.compile(r"\([^()]*\)")
_INPUT = re.compile(
    r"(?:并|同时|严格|认真)?(?:根据|按照|依据|依照|遵照|参照|结合|基于|针对|围绕|对照|凭借|凭|通过|利用|运用|借助|以.{1,12}?为|"
    r"按(?![时期月周季年揭摩]))"
)
_PURPOSE = re.compile(
    r"(?:从而|并|进而|最终|不断|有效|切实)*(?:确保|保证|以便|以(?=[提达降确保实促满防利])|为.{2,14}(?:提供依据|做准备|打.{0,2}基础|提供.{0,4}(?:支撑|参考)|决策.{0,6}提供)|"
    r"做到|提升|提高|促进|激发|营造|保障|防范|防止|降低|避免|使|增强|力争|力求|争取|拉近|杜绝|减少|推动公司|实现|不断|让)"
)
_WHEN = re.compile(
    r"(?<![及按随定准同售会事])(?:之后|以后|后|之前|以前|前|时|期间|当天|当日|起)(?![续期台端往线间效方门勤景刻限段点机的])"
)
_WITHIN = re.compile(
    r"(?<![\d一二两三四五六七八九十半])(?:\d{1,9}|[一二两三四五六七八九十半]{1,6}) ?个?"
    r"(?:小时|工作日|天|日|分钟|周|月|年)(?:之|以)?[内前]"
)
_AND = re.compile(r"[、/]|以及|及其|及|和|与|或|并且|并|同时|且|兼")
_NOUNLIKE = frozenset(("管理", "销售", "服务", "运营", "经营", "营销"))
"""Verbs that are nouns in the middle of a compound: 项目管理培训."""
_DEPARTMENTS = re.compile(
    r"(?:(?<=[与和同跟向])|(?<=协[调同])|(?<=[联配]合)|(?<=沟通)|(?<=对接))[^,;。与]{2,24}?等(?:相关|有关|各|其他|内部)?(?:部门|单位|科室|岗位|团队)"
)
_TITLE = re.compile("《[^》]*》")
_PLANS = re.compile("计划|方案|策略|制度|流程|标准|办法|规则|规范|预算|报告|报表|体系|话术|模板|政策|总结|清单")
"""Nouns that make what stands before them their subject: 客户拜访计划 is a plan, nobody visits."""
_HANDS = frozenset("报送交呈请由转给经让")
_TO = frozenset("向给与同为和跟替")


RECORDS = frozenset(("sales-data", "ledger", "work-report", "documents", "office-document", "analysis"))
"""Terms for what is written about a thing, which is not the thing."""
OWN_PEOPLE = frozenset(("staff", "new-staff", "team"))
"""Terms for those whom a post leads."""


_HELPED = frozenset(("departments", "superior"))
"""Terms for those whom a post helps within the company."""


class Segment(NamedTuple):
    """A stretch of a sentence between two marks, without what it starts from in its first words."""

    start: int
    end: int
    role: Role


@dataclass(slots=True)
class Clause:
    """Verbs and the groups of things that they are about; each group is read by itself."""

    role: Role
    verbs: list[Token] = field(default_factory=list)
    groups: list[list[Token]] = field(default_factory=list)
    parties: list[Token] = field(default_factory=list)
    handed_to: list[Token] = field(default_factory=list)
    governed_by: Token | None = None
    aside: bool = False
    apart: list[int] = field(default_factory=list)
    """Where in `verbs` another verb of its own begins: 监督、考核 下属 are two things done with one object."""
    start: int = 0
    end: int = 0
    """The stretch of text that the clause takes up, with the words that no vocabulary knows."""

    @property
    def tokens(self) -> list[Token]:
        """Every word of the clause."""
        return [*self.verbs, *(token for group in self.groups for token in group), *self.parties]


def clauses(text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Clause]:
    """Return the clauses of a normalised `text` whose words are `tokens`.

    What stands in brackets comes last, marked as an aside: it illustrates, and counts where the sentence itself
    says nothing.
    """
    asides = [match.span() for match in _ASIDE.finditer(text)]
    tokens = _with_titles(text, _with_departments(text, tokens))
    outside = [token for token in tokens if not any(start <= token.start < end for start, end in asides)] if asides else tokens
    bare = _ASIDE.sub(lambda match: " " * len(match[0]), text) if asides else text
    found: list[Clause] = []
    for segment, inside in _segments(bare, outside, vocabulary):
        further = _Builder(bare, vocabulary, segment).clauses(inside)
        if further and found and segment.role == "main" and not any(clause.verbs or _tells_action(clause) for clause in further):
            further[0].verbs = list(found[-1].verbs)
        found.extend(further)
    for start, end in asides:
        inside = [token for token in tokens if start <= token.start and token.end <= end]
        for clause in _Builder(text, vocabulary, Segment(start + 1, end - 1, "main")).clauses(inside):
            clause.aside = True
            found.append(clause)
    return found


def _with_departments(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words, with a list of departments as one: 与 采购、物流、财务等相关部门."""
    for match in _DEPARTMENTS.finditer(text):
        before = [token for token in tokens if token.end <= match.start()]
        behind = [token for token in tokens if token.start >= match.end()]
        tokens = [*before, Token(match.start(), match.end(), match[0], Entry(term="departments")), *behind]
    return tokens


def _with_titles(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words, of the title of a document only the last: 《客流统计表》 is about a table."""
    for match in _TITLE.finditer(text):
        inside = [token for token in tokens if match.start() <= token.start and token.end <= match.end()]
        tokens = [token for token in tokens if token not in inside[:-1]]
    return tokens


def _tells_action(clause: Clause) -> bool:
    return any(token.entry.verb for group in clause.groups for token in group)


def _segments(text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> Iterator[tuple[Segment, list[Token]]]:
    """Yield each segment with the words in it, those of what is talked about in a circumstance among them."""
    start = 0
    first = True
    for end in (*(match.start() for match in _BREAK.finditer(text)), len(text)):
        if end - start >= 2:
            begin = start + len(text[start:end]) - len(text[start:end].lstrip())
            inside = [token for token in tokens if begin <= token.start and token.end <= end]
            segment = _segment(text, begin, end, inside, first=first)
            words = [token for token in inside if token.start >= segment.start]
            if segment.role == "main" and segment.start > begin and not any(_is_thing(token) for token in words):
                topic = [token for token in inside if token.start < segment.start and _is_topic(token, vocabulary)]
                words = [*map(_as_thing, topic[-1:]), *words]
            yield segment, words
            first = False
        start = end + 1


def _is_thing(token: Token) -> bool:
    return bool(token.entry.term or token.entry.facets)


def _as_thing(token: Token) -> Token:
    """The word as the thing alone: what was done to it is the circumstance (合同签订 当天 登记)."""
    return token._replace(entry=Entry(term=token.entry.term)) if token.entry.term else token


def _is_topic(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word of a circumstance can be what the duty is about: 收到 投诉 后 24小时内上报."""
    sense = vocabulary.terms.get(token.entry.term)
    return bool(token.entry.facets) or (sense is not None and sense.kind is None)


def _segment(text: str, start: int, end: int, inside: Sequence[Token], *, first: bool) -> Segment:
    if not first and _PURPOSE.match(text, start, end):
        return Segment(start, end, "purpose")
    begin = _after_circumstance(text, start, end, inside)
    if match := _INPUT.match(text, begin, end):
        rest = [token for token in inside if token.start >= match.end()]
        main = _after_input(text, match.end(), rest)
        if main is None:
            return Segment(start, end, "input")
        begin = main
    return Segment(begin, end, "main")


def _after_circumstance(text: str, start: int, end: int, inside: Sequence[Token]) -> int:
    """Where the duty itself begins behind "when …", "after …", "within …"."""
    begin = start
    covered = {at for token in inside for at in range(token.start, token.end)}
    for match in (*_WHEN.finditer(text, start, end), *_WITHIN.finditer(text, start, end)):
        behind = [token for token in inside if token.start >= match.end()]
        words = any(token.entry.verb or token.entry.facets for token in behind)
        if words and match.start() not in covered and match.start() - start <= 22:
            begin = max(begin, match.end())
    return begin


def _after_input(text: str, start: int, rest: Sequence[Token]) -> int | None:
    """Where the first verb stands that follows a thing: 根据 市场信息 制定 …; None where no verb follows."""
    seen_thing = bool(rest) and len(text[start : rest[0].start].strip()) > 1
    for index, token in enumerate(rest):
        thing_follows = index + 1 < len(rest)
        if token.entry.verb and thing_follows and (seen_thing or (index > 0 and rest[index - 1].entry.verb)):
            return token.start
        seen_thing = seen_thing or bool(token.entry.term or token.entry.facets) or token.end - token.start > 1
        if index == 0 and thing_follows and text[token.end : rest[1].start].strip("的"):
            seen_thing = True
    last = rest[-1] if rest else None
    return last.start if last is not None and len(rest) > 1 and (last.entry.verb or last.entry.facets) else None


class _Builder:
    """Puts the words of one segment together."""

    def __init__(self, text: str, vocabulary: Vocabulary, segment: Segment) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._segment = segment
        self._from = segment.start
        self._current = Clause(segment.role)
        self._done: list[Clause] = []

    def clauses(self, tokens: Sequence[Token]) -> list[Clause]:
        """Return the clauses that `tokens` make up."""
        skip_verb = False
        for index, token in enumerate(tokens):
            gap = self._text[tokens[index - 1].end : token.start] if index else ""
            joined = bool(_AND.search(gap))
            if self._is_party(token):
                skip_verb = self._party(token, tokens[index - 1] if index else None, joined=joined)
            elif token.entry.verb and skip_verb and not joined:
                self._done_by_others(token)
                skip_verb = False
            else:
                skip_verb = False
                self._place(token, gap, joined=joined, more=tokens[index + 1 :])
        self._close(self._segment.end)
        return self._done

    def _done_by_others(self, verb: Token) -> None:
        """What the party that something is handed to does with it: no duty of this post, yet somebody is named for it."""
        groups = [list(group) for group in self._current.groups]
        if groups:
            span = (groups[0][0].start, verb.end)
            self._done.append(Clause("purpose", verbs=[verb], groups=groups, start=span[0], end=span[1]))

    def _place(self, token: Token, gap: str, *, joined: bool, more: Sequence[Token]) -> None:
        entry, current = token.entry, self._current
        thing = _is_thing(token)
        if thing and current.verbs and _PLANS.match(self._text, token.end):
            self._thing(token, joined=joined)
        elif entry.verb and not thing:
            if self._names_a_thing(token, gap, more) or self._is_attribute(token, more):
                return
            nominal = "的" in gap or not more or self._is_carrier(more[0])
            if current.verbs and current.groups and self._belongs(token, gap, more):
                self._verb(token, joined=joined, with_things=True)
                return
            anew = joined and bool(more) and ("并" in gap or self._is_done())
            if current.groups and (anew or (current.verbs and (joined or not nominal))):
                self._next(token, gap, joined=joined)
            self._verb(token, joined=joined)
        elif entry.verb and not current.groups and more and self._goes_on(token, more, joined=joined):
            self._verb(token, joined=joined)
        elif entry.verb:
            if joined and current.groups and current.verbs:
                self._next(token, gap, joined=True)
            self._thing(token, joined=joined)
        elif thing:
            self._thing(token, joined=joined)

    def _is_done(self) -> bool:
        """Whether the last word says verb and thing in this order, so that nothing more can be about it: 签订合同、跟踪…"""
        last = self._current.groups[-1][-1] if self._current.groups else None
        if last is None or not last.entry.verb or self._current.verbs:
            return False
        begin = self._vocabulary.matcher.entries.get(last.word[:2])
        return len(last.word) > 3 and begin is not None and begin.verb == last.entry.verb and not begin.term

    def _belongs(self, token: Token, gap: str, more: Sequence[Token]) -> bool:
        """Whether a verb is done with the things before it: 对合同 进行 审核、归档; 订单的 录入、跟踪."""
        last = self._current.verbs[-1]
        if last.end == token.start:
            return self._vocabulary.verbs[last.entry.verb].role == "light"
        beside = last.end + len(gap) == token.start and _AND.fullmatch(gap) is not None and "并" not in gap
        return beside and last.start > self._current.groups[-1][-1].start and not (more and more[0].start == token.end)

    def _verb(self, token: Token, *, joined: bool, with_things: bool = False) -> None:
        current = self._current
        if joined and current.verbs and (with_things or not current.groups):
            current.apart.append(len(current.verbs))
        current.verbs.append(token)

    def _is_attribute(self, token: Token, more: Sequence[Token]) -> bool:
        """Whether a verb only tells which thing is meant: 审核 销售员 提交的 报价单."""
        return bool(self._current.verbs and more) and self._text.startswith("的", token.end) and more[0].start <= token.end + 3

    def _names_a_thing(self, token: Token, gap: str, more: Sequence[Token]) -> bool:
        """Whether a verb is the end of a noun here: 跟踪 客户 意见反馈、…; 反馈 does not begin anew."""
        current = self._current
        adjoins = (
            not gap and bool(current.groups and more) and current.groups[-1][-1].end == token.start and more[0].start == token.end
        )
        if adjoins and token.entry.verb == "apply":
            return True
        if gap or not current.verbs or not current.groups or current.groups[-1][-1].end != token.start or not more:
            return False
        if token.word in _NOUNLIKE and more[0].start == token.end and not self._is_carrier(more[0]):
            return True
        return _AND.match(self._text, token.end) is not None and self._vocabulary.verbs[token.entry.verb].action == Action.report

    def _goes_on(self, token: Token, more: Sequence[Token], *, joined: bool) -> bool:
        """Whether a word that may be a noun is one verb of several: 指导、考核、评议 下属; but not 订舱、报关、制单."""
        following = more[0]
        if self._current.verbs and joined and len(token.word) == 2 and following.start == token.end:
            return _is_thing(following) and not self._is_carrier(following)
        if token.entry.term and token.entry.facets and len(token.word) > 3:
            return False
        last = token
        for each in more:
            between = self._text[last.end : each.start]
            if not each.entry.verb or _AND.fullmatch(between) is None:
                return last is not token and not between and _is_thing(each) and not self._is_carrier(each)
            last = each
        return False

    def _thing(self, token: Token, *, joined: bool) -> None:
        groups = self._current.groups
        if not groups or joined:
            groups.append([token])
        else:
            groups[-1].append(token)

    def _party(self, token: Token, before: Token | None, *, joined: bool) -> bool:
        """Keep a party; return whether the verb behind it is what that party does: 报 经理 审批."""
        lead = self._text[token.start - 1 : token.start]
        current = self._current
        helps = lead == "给" and not current.verbs and not current.groups
        if (lead in _HANDS and not helps) or (before is not None and before.end == token.start and before.word[-1] in _HANDS):
            current.handed_to.append(token)
            return True
        if lead in _TO or not token.entry.term:
            current.parties.append(token)
        else:
            self._thing(token, joined=joined)
        return False

    def _next(self, token: Token, gap: str, *, joined: bool) -> None:
        """Close the clause and begin another at `token`, governed as this one where they are joined without 并."""
        before = self._current
        governor = before.governed_by or (before.verbs[0] if self._governs(before) else None)
        led = self._leads_people(before)
        self._close(token.start)
        self._current.governed_by = (governor if joined and "并" not in gap else None) or led

    def _close(self, end: int) -> None:
        current = self._current
        if current.verbs or current.groups:
            self._share_head(current.groups)
            current.start, current.end = self._from, end
            self._from = end
            self._done.append(current)
        elif self._done:
            self._done[-1].parties.extend(current.parties)
            self._done[-1].handed_to.extend(current.handed_to)
        self._current = Clause(self._segment.role)

    def _share_head(self, groups: list[list[Token]]) -> None:
        """Give things in a row the record that closes it: 签约 与 回款 数据 are data of two kinds, not signing or collecting."""
        if len(groups) > 1 and len(groups[-1]) > 1 and self._is_record(groups[-1][-1]):
            for group in groups[:-1]:
                if not self._is_record(group[-1]):
                    group.append(groups[-1][-1])

    def _is_record(self, token: Token) -> bool:
        sense = self._vocabulary.terms.get(token.entry.term)
        return sense is not None and not token.entry.verb and not RECORDS.isdisjoint(sense.itself)

    def _leads_people(self, clause: Clause) -> Token | None:
        """The verb that has others do what follows: 组织 销售代表 进行…, 监督 下属 下达…."""
        if not clause.verbs or not clause.groups:
            return None
        verb, people = clause.verbs[-1], clause.groups[0][0]
        group = self._vocabulary.verbs[verb.entry.verb]
        sense = self._vocabulary.terms.get(people.entry.term)
        helps = group.id == "support"
        own = sense is not None and any(term in OWN_PEOPLE or (helps and term in _HELPED) for term in sense.itself)
        leads = group.role == "governs" or group.id in ("organise", "lead", "assign", "arrange")
        return verb if leads and own and people.start == verb.end else None

    def _governs(self, clause: Clause) -> bool:
        if not clause.verbs:
            return False
        group = self._vocabulary.verbs.get(clause.verbs[0].entry.verb)
        return group is not None and group.role == "governs"

    def _is_party(self, token: Token) -> bool:
        if token.entry.party:
            return True
        sense = self._vocabulary.terms.get(token.entry.term)
        return sense is not None and sense.kind == "party" and not token.entry.verb and not token.entry.facets

    def _is_carrier(self, token: Token) -> bool:
        sense = self._vocabulary.terms.get(token.entry.term)
        return sense is not None and sense.kind == "carrier"
