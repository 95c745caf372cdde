"""Names of posts and departments: how likely a few words are one, and what of them is the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salesduty.intake.building.signs import BEHIND, begins_with_verb
from salesduty.intake.items import Unit
from salesduty.intake.lexicon import Lexicon, plain
from salesduty.intake.passage import EMPTY, Passage
from salesduty.text.verbs import PLAIN

_FRAME = ' \t\u3000\xa0【】[]〔〕「」『』《》<>〈〉“”"★☆●○■□◆◇▲△▼▽※*#=_|·•:：;；,，。.、-—~'
_ASIDE = re.compile(r"[(（]([^()（）]{1,24})[)）]")
_FOREIGN = re.compile(
    r"\s*[/|｜／]\s*([A-Za-z][A-Za-z .&'\-]{2,60})$|(?<=[\u4e00-\u9fff)）])\s*([A-Z][A-Za-z]+(?: [A-Za-z&]+)+)$"
)
_SENTENCE = re.compile(r"[。；;！!？?，,]")
_STRANGE = re.compile(
    r"\d{2,}|[>»→@¥$%…《》“”]|元|薪|五险|学历|经验|以上|以下|电话(?!销售|客服|营销|邀约)|地址|邮箱|邮编|首页|详情|申请|返回|查看|更多|版权|有限公司|集团|公司$|发布|联系|"
    r"招聘$|类$|招贤|招募|诚聘英才|我们|加入|关于|年$|月$|说明书?$|制度|办法|方案|流程|规定|手册|目录|附件|职责|职能|要求|须知|指南|章$|^第|一览|表$|如下|体系|机制|原则|信息$|日期|资料$|情况$|^项目$|面议|简历|介绍|文化|荣誉|新闻|服务支持|产品中心"
)
_BLANK = re.compile(
    r"[^，。；,;:：]{0,6}?(?:[XxＸ×*＊○]{2,}|某某?)(?:省|市|区|县)?(?:有限)?(?:责任|股份)?(?:有限)?(?:公司|集团|企业|酒店|工厂|厂|医院|学校|银行)?(?:有限公司)?"
)
"""A company or a place that a sample leaves blank: 某公司, 吉林XX, ××有限公司."""
_PAY = re.compile(
    r"[\s(（【\[:：]*(?:月薪|年薪|薪资|薪酬|底薪|工资)?[:：]?\s*\d[\d,.]*\s*[kK千万元]?\s*[-—–~～至到]+\s*\d[\d,.]*\s*(?:[kK千万]|元)?\s*(?:/?[月年])?\s*[)）】\]]?$"
    r"|[\s(（【\[:：]*(?:薪资|月薪|待遇)?[:：]?面议\s*[)）】\]]?$"
)
_LINKS = re.compile(
    r"\s*(?:查看|了解|更多|点击)?(?:详情|详细)\s*[>»→]*$|\s*(?:我要|立即|在线|马上)?(?:申请|投递)(?:职位|岗位|简历)?\s*[>»→]*$"
)
_REMARK = re.compile(
    r"不限|(?:可|须|需|视|依|按|根据)[^()（）]{0,6}(?:根据|调整|而定|情况|企业|公司|规模)[^()（）]*|见[^()（）]{0,6}注"
)
_JOINED = re.compile(r"(?:以?及其?|与|和|、|所有|各个?|每个?)$")
_ENGLISH = re.compile(r"(?<=[\u4e00-\u9fff)）])\s*[A-Z][A-Za-z]*(?: [A-Za-z]+){0,3}\s*[:：].*$")
_PAPER = re.compile(r"(?:文件|制度|手册|附件|资料)$")
_SEPARATORS = re.compile(r"[-—_:：|]+")
_LONGEST = 30
_FEW = 12
_SHORTEST = 2
_LONGEST_DEPARTMENT = 16
_LONGEST_WORK = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a post as the text has it: the name, others for the same post, how many hold it, and what group it is in."""

    name: Passage
    aliases: tuple[Passage, ...] = ()
    headcount: Passage = EMPTY


def named(text: Passage, lexicon: Lexicon) -> Name:
    """Take the words of a heading apart into a name, its twins in brackets or English, and a number of heads behind it."""
    bare, headcount = _counted(_paid(_unlinked(_bare(text, lexicon))))
    aliases = []
    if (foreign := _FOREIGN.search(bare.text)) is not None and foreign.start() > 0:
        which = 1 if foreign.group(1) else 2
        aliases.append(bare.cut(foreign.start(which), foreign.end(which)))
        bare = bare.cut(0, foreign.start()).strip(_FRAME)
    if (aside := _ASIDE.search(bare.text)) is not None and aside.end() == len(bare) and aside.start() > 1:
        inner = bare.cut(aside.start(1), aside.end(1))
        outer = bare.cut(0, aside.start()).text
        if _REMARK.fullmatch(inner.text) is not None:
            return Name(bare.cut(0, aside.start()).strip(_FRAME), tuple(aliases), headcount)
        if (ends_like_post(inner.text, lexicon) and ends_like_post(outer, lexicon)) or inner.text.isascii():
            aliases.append(inner)
            bare = bare.cut(0, aside.start()).strip(_FRAME)
    return Name(bare, tuple(aliases), headcount)


def _bare(text: Passage, lexicon: Lexicon) -> Passage:
    """Return a name without what stands before it (招聘岗位：, 管理文件-) and without 的 behind it."""
    bare = text.strip(_FRAME)
    at = len(text.text) - len(text.text.lstrip(_FRAME))
    if at and text.text[at - 1] == "." and bare.text[:1].isascii() and bare.text[:1].isalpha():
        bare = text.cut(at - 1).rstrip(_FRAME)
    if (english := _ENGLISH.search(bare.text)) is not None:
        bare = bare.cut(0, english.start()).strip(_FRAME)
    if (blank := _BLANK.match(bare.text)) is not None and ends_surely(bare.text[blank.end() :], lexicon):
        bare = bare.cut(blank.end()).strip(_FRAME)
    for lead in lexicon.posts.lead:
        found = re.match(rf"{re.escape(lead)}\s*[:：]\s*", plain(bare.text))
        if found and len(bare) > found.end():
            bare = bare.cut(found.end()).strip(_FRAME)
    for joint in lexicon.posts.joints:
        bare = bare.cut(0, len(bare) - len(joint)) if len(bare) > _SHORTEST and bare.text.endswith(joint) else bare
    for mark in _SEPARATORS.finditer(bare.text):
        before, behind = bare.text[: mark.start()], bare.text[mark.end() :]
        told = ends_surely(behind, lexicon) or (_PAPER.search(before) is not None and ends_like_post(behind, lexicon))
        if told and not ends_like_post(before, lexicon):
            return bare.cut(mark.end()).strip(_FRAME)
    return bare


def _unlinked(bare: Passage) -> Passage:
    """Return a name without the words of a link behind it: 查看详情, 立即申请."""
    link = _LINKS.search(bare.text)
    return bare.cut(0, link.start()).strip(_FRAME) if link is not None and link.start() > 1 else bare


def _paid(bare: Passage) -> Passage:
    """Return a name without the pay behind it."""
    paid = _PAY.search(bare.text)
    return bare.cut(0, paid.start()).strip(_FRAME) if paid is not None and paid.start() > 1 else bare


def _counted(bare: Passage) -> tuple[Passage, Passage]:
    """Return a name without the number of heads behind it, and that number."""
    behind = BEHIND.search(bare.text)
    if behind is None or behind.start() < _SHORTEST:
        return bare, EMPTY
    headcount = bare.cut(behind.start(1), behind.end(1))
    bare = bare.cut(0, behind.start()).strip(_FRAME)
    opened = max(bare.text.rfind("("), bare.text.rfind("（"))
    if opened > 1 and opened > max(bare.text.rfind(")"), bare.text.rfind("）")):
        bare = bare.cut(0, opened).strip(_FRAME)
    return bare, headcount


def whose(owner: Passage, lexicon: Lexicon) -> Passage:
    """Return the name in what stands before the label of a heading: 前厅部 of 前厅部机构设置及, nothing of 酒店各."""
    if (joint := _JOINED.search(owner.text)) is None:
        return owner
    for size in range(joint.start(), _SHORTEST, -1):
        if ends_surely(owner.text[:size], lexicon) or owner.text[:size].endswith(lexicon.posts.sure_departments):
            return owner.cut(0, size)
    return EMPTY


def ends_like_post(text: str, lexicon: Lexicon) -> bool:
    """Whether `text` ends as names of posts do."""
    bare = _ASIDE.sub("", plain(text)).strip(_FRAME)
    return len(bare) >= 2 and bare.endswith(lexicon.posts.endings) and not bare.endswith(lexicon.posts.unlike)


def ends_surely(text: str, lexicon: Lexicon) -> bool:
    """Whether `text` ends as little else than names of posts does."""
    bare = _ASIDE.sub("", plain(text)).strip(_FRAME)
    return len(bare) >= 2 and bare.endswith(lexicon.posts.sure) and not bare.endswith(lexicon.posts.unlike)


def is_department(text: str, lexicon: Lexicon) -> bool:
    """Whether `text` is called as departments are."""
    bare, posts = plain(text).strip(_FRAME), lexicon.posts
    if not 2 <= len(bare) <= _LONGEST_DEPARTMENT or bare in posts.no_departments or _SENTENCE.search(bare):
        return False
    ending = next((each for each in posts.departments if bare.endswith(each)), "")
    return bool(ending) and (not begins_with_verb(bare) or _is_work(bare[: -len(ending)]))


def _is_work(words: str) -> bool:
    """Whether all of some words are verbs that departments are called by: 清洁(部门), 采购管理(部)."""
    return 0 < len(words) <= _LONGEST_WORK and all(words[at : at + 2] in PLAIN for at in range(0, len(words), 2))


def likeness(unit: Unit, lexicon: Lexicon) -> int:
    """Return how much a unit looks like the name of a post by itself: from about 3 it may well be one, below 0 it is none."""
    text = plain(unit.body.text).strip()
    bare = text.strip(_FRAME)
    short = plain(named(unit.body, lexicon).name.text)
    if not bare or len(short) > _LONGEST or len(bare) > 2 * _LONGEST:
        return -9
    points = 1 if len(short) <= _FEW else 0 if len(short) <= 18 else -1
    points += 3 if ends_surely(short, lexicon) else 2 if ends_like_post(short, lexicon) else 0
    points += 2 if unit.line.heading else 1 if unit.line.strong else 0
    points += 1 if text[:1] in "【[〔「《" and text[-1:] in "】]〕」》" else 0
    points += 2 if BEHIND.search(bare) else 0
    points -= 4 if _SENTENCE.search(bare) else 0
    points -= 2 if unit.end.text.strip(" 、：:") else 0
    points -= 4 if _STRANGE.search(short) else 0
    points -= 3 if begins_with_verb(bare) else 0
    points -= 4 if re.search(r"[:：]", bare) else 0
    points -= 3 if is_department(short, lexicon) and not ends_like_post(short, lexicon) else 0
    points -= 3 if short.isascii() and not ends_like_post(short, lexicon) else 0
    points -= 9 if len(short) < 2 or short.isdigit() else 0
    return points
