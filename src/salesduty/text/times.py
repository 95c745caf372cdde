"""Whether a sentence says by when or how often, and the words that only seem to: strings in, values out.

Texts are in the normal spelling of `text.normal`.
"""

from __future__ import annotations

import re

_SAID = re.compile(
    r"[\d一二两三四五六七八九十半] ?个?(?:工作日|小时|钟头|分钟|天|日|周|星期|月|季度|学期|年(?![级龄轻])|号(?=之?前|[,;。]|$)|"
    r"点(?=之?前|钟|[整半到至,;。\d])|时(?![期候间机])|:\d)|"
    "每(?:逢|隔|[日天周月季年半旬班次个两批单晚早课]|星期|学期|学年|工作日)|逐[日周月季年]|"
    "当[日天晚月周班场季年](?!期)|次[日月周]|同日|当场|即时|即刻|实时|立即|随到随|"
    "[日周月季年][清结报底末初会](?!员)|周[一二三四五六日]|(?:半)?年终|月中|旬末|"
    "早会|晨会|夕会|班[前后]|(?:上班|下班|开工|收工|完工|出车|开课|上课|发货|出库|入库|到期|离店|离岗|交班|接班|交接班|闭店|开店|营业|开业|"
    "使用|投产|开机|停机|手术|查房|考试|开标|签约|验收|到货|会议?)[前后]|例会|(?:年|季|月)度(?:结束|终了)"
)
_VAGUE = re.compile(
    "及时(?!性|间|期|段|限|雨|代|节)|按时(?!间|段|序|长|薪|点|限|计|空)|尽快|尽早|"
    "定期(?!限|存|货|保险|报告|间|权|合同|贷款|票据|租|检验合格)|经常(?!性|态|规|务|项目|账户|委)|时常|第一时间"
)
_INSIDE = {"及时": "涉以不普触波提", "定期": "固约规法限指预设特拟不确议假", "经常": "已"}
"""Characters before a word that make another one of it: 涉及时, 固定期, 已经常."""
_SOFT = re.compile(
    "(?:地|的|、?准确|、?主动|、?全面|、?有效|与[^,;。]{1,12}|和[^,;。]{1,12}|跟[^,;。]{1,12}|向[^,;。]{1,8}){0,3}"
    "(?:了解|掌握|关注|知悉|获悉|把握|学习|发现|察觉|洞察|捕捉|沟通|交流|联系|联络|互动|交换|谈心|上下?班|到岗|到会|出席|参加|考勤|打卡|休息|就餐|调整[^,;。]{0,6}策略|认可|肯定|鼓励|表扬)"
)
_AIM = re.compile("(?:确保|保证|保障|以便|使|力争|做到|促进|促使)[^,;。]{0,24}$")


def says_when(text: str) -> bool:
    """Tell whether a sentence names a time limit, a day or how often."""
    return _SAID.search(text) is not None


def vague_times(text: str) -> tuple[tuple[int, str], ...]:
    """Return the words of a sentence that speak of time and name none, each with where it begins.

    Left out is what nobody could put a number to: keeping informed or in touch, turning up, and what only is an aim (确保…).
    """
    found = []
    for match in _VAGUE.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        if before[-1:] and before[-1] in _INSIDE.get(match[0], ""):
            continue
        if _SOFT.match(text, match.end()) or _AIM.search(before):
            continue
        found.append((match.start(), match[0]))
    return tuple(found)


VAGUE = re.compile("及时|按时|尽快|尽早|定期|经常|时常|第一时间")
"""What a sentence must hold for `vague_times` to find anything."""
