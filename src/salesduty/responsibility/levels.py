"""How high a post stands: by its level, its place under others, or its name."""

from __future__ import annotations

import re

from salesduty.model.choices import Level
from salesduty.text.normal import normal

_TITLES: dict[int, str] = {
    3: "副总经理|总经理|副?总监|总裁|首席|CEO|副总|事业部长|校长|院长|行长|董事长?|总代表",
    2: "副?经理|部长|主任|店长|负责人|区总|店总|处长|科长|"
    "(?:支行|网点|营业部|门店|分店|分公司|分校|校区).{0,3}(?:行长|总经理|校长)",
    1: "主管|组长|领班|班长|督导|队长|主办|带班",
    0: "客户成功经理|客户经理|产品经理|项目经理|商户经理|理财经理|成功经理|大堂经理|投资经理|商务经理|渠道经理|班主任|"
    "助理|秘书|代表|专员|专管员|顾问|内勤|业务员|导购员?|客服|文员|管培生?|店员|销售员|教师|老师|代理|"
    "工程师|设计师|讲师|会计|出纳|岗",
}
_RANKS = tuple((found, re.compile(titles)) for found, titles in _TITLES.items())


def rank(name: str, level: Level | None = None) -> int:
    """Return 0 for staff, 1 supervisor, 2 manager, 3 director; by the last title in its name where no level is written."""
    if level is not None:
        return level.rank
    spelt = normal(name)
    titles = [(match.end(), match.end() - match.start(), -found) for found, titles in _RANKS for match in titles.finditer(spelt)]
    return -max(titles)[2] if titles else 0
