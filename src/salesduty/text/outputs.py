"""Whether a sentence says what is handed over in the end: strings in, values out, in the normal spelling of `text.normal`."""

from __future__ import annotations

import re

_MADE = re.compile(
    "(?:编[制写]|制[定订]|撰写|提交|出具|建立|输出|起草|填[写报]|形成|拟[制定订写]|签发|开具|写出|给出|提出|报送)[^,;。]{0,24}"
    "(?:报告|报表|方案|计划|规划|预算|清单|台账|档案|纪要|记录|意见|建议|合同|协议|制度|办法|流程|手册|证书|发票|凭证|单据?|表|书|图|稿|案例|线索|数据|资料)"
)


def names_output(text: str) -> bool:
    """Tell whether a sentence makes something that can be shown: 编制月度报表, 出具检验报告."""
    return _MADE.search(text) is not None
