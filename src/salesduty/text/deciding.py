"""Verbs by which a sentence lets somebody decide on his own: strings in, values out.

Texts are in the normal spelling of `text.normal`.
"""

from __future__ import annotations

import re

_DECIDES = re.compile(
    "(?:^|[,;。])(?:负责|对[^,;。]{1,14}进行|最终|统一|直接|独立|全权|及时|当[天日]|按权限|每[^,;。]{1,6}?|[^,;。]{0,12}[内前]){0,2}"
    "(审批|批准|审定|核准|核批|签批|审签|拍板|否决|任免|任命|解聘|聘任|罢免)"
    "(?!手续|流程|[单表]|资料|材料|权限|[后前时]|通过|文件|结果|程序|进度|意见|情况|状态|记录|系统|平台|工作的?(?:跟|协)|的|岗|人)(?=[^,;。])"
)
_NOT_OWN = re.compile("[报送呈提请经待由交]|协助|配合|跟踪|跟进|办理|组织|参与|督促|催|按照|根据")
DECIDES = re.compile("审批|批准|审定|核准|核批|签批|审签|拍板|否决|任免|任命|解聘|聘任|罢免")
"""What a sentence must hold for `decides` to find anything."""


def decides(text: str) -> str:
    """Return the verb by which a normal sentence lets somebody decide on his own, "" where it does not.

    Handing in for approval, help with it and what comes after it are no decisions.
    """
    for match in _DECIDES.finditer(text):
        before = text[max(0, match.start(1) - 8) : match.start(1)]
        if _NOT_OWN.search(before) is None:
            return match[1]
    return ""
