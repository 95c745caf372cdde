"""Whether words name somebody, and help that does not say whom it is for: strings in, values out.

Texts are in the normal spelling of `text.normal`.
"""

from __future__ import annotations

import re

from salesduty.text.actions import leading_verb
from salesduty.text.verbs import NOUN_LIKE

_NAMED = re.compile(
    "部(?!署|分|件|位)|经理|总监|主管|主任|领导|上级|人员|员工|职工|[专文店船队学教队会司船厨演委店社团党]员|师|组(?!织|建|装|成)|团队|公司|处(?![理置罚于])|"
    "科(?![学技目普])|室|中心|客户|顾客|同事|办公室|院|会计|[甲乙丙各双对我买卖资厂校]方|企业|单位|班长|代表(?!性)|助理|顾问|[店厂组队校园院行科处站所]长|"
    "他人|他们|其他|下属|老师|医生|护士|村|街道|社区|机关|政府|公安|海关|银行|供应商|经销商|代理商|服务商|承包商|业主|住户|学生|患者|家属|用户|"
    "监理(?!工作)|委员会|协会|支部|总部|集团|门店|分店|工厂|车间"
)
_BY_TRADE = re.compile("(?:财务|人事|人力资源|行政|法务|技术|生产|采购|物流|质检|品管|市场|销售|研发|工程|设计|运营)")
_HELP = re.compile(
    "(?:^|[,;。:])(?:积极|主动|负责|认真|并|及时|按要求|定期){0,3}(协助|配合|辅助|协同)(?:做好|好|完成|进行|开展)?(?=([^,;。]{0,24}))"
)
_TAKE_PART = re.compile("(?:^|[,;。:])(?:积极|主动|负责|认真|并|及时|按要求|定期|承担或){0,3}(参与)(?=([^,;。]{0,24}))")


def names_somebody(text: str) -> bool:
    """Tell whether a normal text names a person, a post, a department or a party."""
    return _NAMED.search(text) is not None


def helps_nobody(text: str) -> str:
    """Return the word of help or of taking part in a sentence that does not say with whom, "" where it does or has none."""
    for match in _HELP.finditer(text):
        helped = match[2]
        if (verb := leading_verb(helped)) and verb not in NOUN_LIKE:
            return match[1]
        if names_somebody(helped) or _BY_TRADE.match(helped):
            continue
        if verb or match[0].endswith(("做好", "完成", "进行", "开展")):
            return match[1]
    for match in _TAKE_PART.finditer(text):
        if not names_somebody(match[2]):
            return match[1]
    return ""


HELP = re.compile("协助|配合|辅助|协同|参与")
"""What a sentence must hold for `helps_nobody` to find anything."""
