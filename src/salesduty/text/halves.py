"""Sentences that hold half of what makes a duty: strings in, values out, in the normal spelling of `text.normal`."""

from __future__ import annotations

import re

from salesduty.text.bare import has_verb
from salesduty.text.verbs import HEADS, PLAIN

_TIMES = re.compile(
    "每(?:[日天周月季年]|星期|季度|半年|学期|个?工作日)|定期|不定期|及时|按时|随时|当[日天月]|次日|认真|积极|严格|做好|负责|进行|工作$"
)
_THING = re.compile(
    "(?:档案|报表|台账|账册|账目|合同|资料|文件|文档|用品|物料|物资|设备|工具|样品|产品|商品|货物|库存|车辆|仓库|场地|资产|印章|证照|发票|票据|单据|"
    "卫生|环境|消防|安全|考勤|工资|薪酬|社保|福利|问题|投诉|订单|流程|制度|计划|方案|预算|费用|成本|质量|指标|数据|信息|系统|网站|会议|客户关系|市场|渠道)$"
)
# What begins with one of these does something to what follows: 跑市场, 看仓库.
_SHORT_VERBS = frozenset(
    "跑看管办派排挑开关做写抓盯走去拿送带领守搞盘理卖买租借修拆搬扫擦洗教学讲听读画调配收发交签订下跟催追查点数算报编审批核录填存取印装"
)
_AIMS = re.compile("保证|确保|保障|提高|提升|降低|减少|增加|加强|促进|推动")
_BETWEEN = re.compile("并且?|和|与|及|、|的")


def only_verbs(text: str) -> bool:
    """Tell whether a sentence is nothing but verbs and words of time: 每周汇报, 审核并归档."""
    return all(verb in PLAIN and verb not in HEADS for verb in _BETWEEN.split(_TIMES.sub("", text)))


def only_a_thing(text: str) -> bool:
    """Tell whether a sentence is the name of a thing and no more: 办公用品, 客户档案."""
    return (
        _THING.search(text) is not None
        and (text[:1] not in _SHORT_VERBS or text[:2] == "办公")
        and not (has_verb(text) or _AIMS.match(text))
    )
