"""Catch-all duties, which leave open what is to be done (完成上级交办的其他工作): strings in, values out."""

from __future__ import annotations

import re

_THING = "(?:工作任务|工作|任务|事项|事务|事宜|职责|业务|指标|事情)"
_GIVEN = (
    "(?:交办|交代|交待|交付|交给|交予|指派|委派)(?:处理|完成|办理)?的?|"
    "(?:安排|布置|下达|分配|委托|授权|赋予|要求|部署)(?:完成|办理)?的"
)
_OPEN = "(?:其他|其它|临时性?|一切|各项|各种|有关|相关|突发性?)"
_DO = "(?:(?:完成|做好|负责|承担|处理|履行|办理|从事|执行)好?)?(?:(?:公司|部门|本部门|上级|领导|岗位|日常|与.{1,6}相关的?)的?)?"
_END = "(?:[,;](?:包括|例如|如|不限于).{0,60}|[,;][^,;。]{0,15})?[。;,.]?"
_FORMS = re.compile(
    f"[^,;。]{{0,30}}?(?:{_GIVEN}){_OPEN}{{0,3}}{_THING}(?:等|(?:和|及|、|以及){_THING})?{_END}|"
    f"[^,;。]{{0,30}}?(?:{_GIVEN}){_OPEN}[^,;。]{{0,12}}{_THING}{_END}|"
    f"{_DO}(?:其他|其它)(?!部门|人员|单位|岗位|公司|同事)[^,;。、的]{{0,4}}的?{_THING}{_END}|"
    f"(?:法律|法规|章程|制度|公司|上级|其他|其它)[^,;。]{{0,20}}规定的?(?:其他|其它)?[^,;。]{{0,4}}(?:工作|任务|职责|事项|职权){{1,2}}{_END}"
)
_LONGEST = 90


def is_catch_all(text: str) -> bool:
    """Tell whether a normal sentence as a whole leaves open what is to be done."""
    stripped = text.strip()
    return len(stripped) <= _LONGEST and _FORMS.fullmatch(stripped) is not None


CATCH_ALL = re.compile("其他|其它|交[办代待付给予]|指派|委派|安排|布置|下达|分配|委托|授权|赋予|要求|部署|规定")
"""What a sentence must hold for `is_catch_all` to be true."""
