"""The rules and standards that the family rests on."""

from __future__ import annotations

from salesduty.results.wording import Text

BASIC_NORM = Text(
    zh="财政部等五部委《企业内部控制基本规范》（财会〔2008〕7号）第二十九条：全面梳理不相容职务，实施相应的分离措施；"
    "COSO《内部控制——整合框架》（2013）原则 10 也要求考虑职责分离",
    en="Basic Standard for Enterprise Internal Control of five Chinese ministries (Caikuai [2008] No. 7), article 29: find what "
    "must not be in one hand, and part it; so does principle 10 of COSO's Internal Control – Integrated Framework (2013)",
)
_SALES_2002 = Text(
    zh="财政部《内部会计控制规范——销售与收款（试行）》（财会〔2002〕21号）：",
    en="Internal Accounting Control Standard, Sales and Collection (trial), of the Chinese Ministry of Finance (Caikuai [2002] "
    "No. 21): ",
)
_SALES_2010 = Text(
    zh="财政部等五部委《企业内部控制应用指引第9号——销售业务》（财会〔2010〕11号）",
    en="Application Guideline No. 9 for Enterprise Internal Control, Sales, of five Chinese ministries (Caikuai [2010] No. 11), ",
)


def _joined(first: Text, zh: str, en: str) -> Text:
    return Text(f"{first.zh}{zh}", f"{first.en}{en}")


NEGOTIATION = _joined(
    _SALES_2002, "谈判人员与订立合同的人员相分离", "who negotiates and who concludes the contract are not the same"
)
INVOICES = _joined(
    _SALES_2002,
    "编制销售发票通知单的人员与开具销售发票的人员相分离",
    "who asks for an invoice and who issues it are not the same",
)
CASH = _joined(_SALES_2002, "销售人员应当避免接触销售现款", "sellers should keep away from the money of sales")
CREDIT = _joined(_SALES_2002, "信用管理岗位与销售业务岗位应分设", "credit management and selling are posts apart")
SHIPPING = _joined(
    _SALES_2010,
    "第七条：发货和仓储部门应当对销售通知进行审核，严格按照所列项目组织发货",
    "article 7: shipping and warehouse review the sales notice and ship just what stands in it",
)
RETURNS = _joined(
    _SALES_2010,
    "第七条：加强销售退回管理；第十二条：会计记录、销售记录与仓储记录核对一致",
    "article 7: control what comes back; article 12: the books of accounts, sales and warehouse agree",
)
BAD_DEBTS = _joined(
    _SALES_2010,
    "第十二条：应收款项无法收回的，应当查明原因，明确责任，并严格履行审批程序",
    "article 12: where money cannot be got in, the cause and who answers for it are found, and it is approved in due form",
)
CONTRACTS = Text(
    zh="财政部等五部委《企业内部控制应用指引第16号——合同管理》（财会〔2010〕11号）：合同文本一般由业务承办部门起草、法律部门审核",
    en="Application Guideline No. 16 for Enterprise Internal Control, Contracts, of five Chinese ministries (Caikuai [2010] "
    "No. 11): as a rule the business department drafts a contract, and the legal department reviews it",
)
LEDGERS = Text(
    zh="《中华人民共和国会计法》：出纳人员不得兼任收入、支出、费用、债权债务账目的登记工作",
    en="Accounting Law of the People's Republic of China: a cashier must not also keep the accounts of income, cost, claims "
    "and debts",
)
