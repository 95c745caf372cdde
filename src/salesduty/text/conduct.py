"""Sentences about how somebody is to behave and not what is to be done: 遵守公司各项规章制度. Strings in, values out.

Texts are in the normal spelling of `text.normal`.
"""

from __future__ import annotations

import re

from salesduty.text.bare import has_verb

_LEAD = (
    "(?:严格|自觉|认真|模范|坚决|必须|应当?|要|带头|积极|努力|时刻|热情|全面|切实|并|能够?|具有|具备|须|需|做到|始终|不断|"
    "加强){0,4}"
)
_BEHAVES = re.compile(
    f"{_LEAD}(遵守|恪守|严守|遵从|遵循[^,;。]{{0,10}}(?:道德|守则|原则|准则)|服从|听从|忠于职守|忠于|忠诚|爱岗敬业|敬业|热爱|以身作则|廉洁|清正|廉政|"
    "团结(?:同事|协作|互助|友爱)|尊重|尊敬|文明礼貌|礼貌待人|树立(?:[^,;。]{0,8}(?:形象|意识|观念|思想|责任心))|保守|爱护|爱惜|"
    "维护(?:公司|企业|单位|学校|医院|集体|本?[店厂院行])(?:的)?(?:良好)?(?:形象|声誉|利益|荣誉)|注重?(?:仪容|仪表|礼仪)|保持(?:仪容|仪表|良好的?(?:仪|形象|心态|工作态度))|"
    "不迟到|不早退|按时上下?班|准时上下?班|钻研业务|努力学习|学习(?:业务|专业|产品|相关)知识|提[高升](?:自身|自我|个人|本人)(?:的)?(?:业务|素质|专业|能力|水平|修养|综合)|"
    "执行(?:公司|企业|单位|学校|医院|集团)(?:的|及部门的?)?(?:各项|有关|相关)?(?:规章|管理)?(?:制度|考勤|纪律|规定)|吃苦耐劳|认真负责|尽职尽责|恪尽职守|勤俭节约|"
    "事事?前请示|着装|(?:服务)?态度(?:和蔼|端正|热情|良好|友好)|安全第一|预防为主|增强(?:[^,;。]{0,6}(?:意识|观念))|工作(?:态度)?(?:积极|认真|主动)|有(?:强烈的)?(?:责任心|事业心|上进心|团队精神))"
)
_PIECE = re.compile("[,;。]")
_WORK = re.compile("加强|完成|做好|提供|承担")
CONDUCT = re.compile(
    "遵守|恪守|严守|遵从|遵循|服从|听从|忠|敬业|热爱|以身作则|廉|清正|团结|尊重|尊敬|礼貌|树立|保守|爱护|爱惜|维护|仪容|仪表|礼仪|保持|迟到|早退|上班|上下班|"
    "钻研|学习|提[高升]|执行|吃苦|认真|尽职|勤俭|请示|责任心|事业心|上进心|团队精神|积极|安全第一|预防为主|增强|着装|态度"
)
"""What a sentence must hold for `conduct` to find anything."""


def conduct(text: str) -> str:
    """Return the words of conduct that a normal sentence begins with, "" where it asks for work, too, or for nothing but work."""
    pieces = [piece for piece in _PIECE.split(text.strip()) if piece]
    match = _BEHAVES.match(pieces[0]) if pieces else None
    if match is None:
        return ""
    rest = ",".join(piece for piece in pieces[1:] if _BEHAVES.match(piece) is None)
    return match[1] if not rest or not (has_verb(rest) or _WORK.search(rest)) else ""
