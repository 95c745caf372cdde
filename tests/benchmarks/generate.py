"""Made-up departments of any size, the same for the same seed. Run `python tests/benchmarks/generate.py 1000 FOLDER`.

A post has ten duties (four plain sentences, six in detail, two of them nested), five KPIs (two by reference, three in
place) and about 5.7 kB. Twelve departments share the posts, each with a `department.yaml`, a `kpis.yaml` and one file
a post; every post but the head reports to another one, ten to a superior. The sentences are invented. One post in fifty
has a KPI without a target, because a linter that has nothing to say has less to do.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DEPARTMENTS = 12
SEED = 7
_REPORTS = 10
_FEWEST_POSTS = 6
# A head, ten managers, a hundred supervisors, a thousand staff.
_MOST_POSTS = 1111
_BETWEEN_FINDINGS = 50

_BUSINESSES = ("净水", "空压", "照明", "泵阀", "仪表", "线缆", "涂料", "轴承", "电梯", "暖通", "安防", "包装")
_REGIONS = ("华东", "华南", "华中", "华北", "西南", "西北", "东北", "沿江", "闽赣", "云贵", "苏北", "胶东")
_TRADES = ("医药", "食品", "纺织", "钢铁", "电子", "造纸", "物流", "学校", "酒店", "市政", "矿山", "船舶")
_LINES = ("直销", "分销", "项目", "售后", "租赁", "备件", "改造", "出口")
_SEATS = ("总监", "经理", "主管", "专员")
_LEVELS = ("director", "manager", "supervisor", "staff")

_VERBS = ("整理", "核对", "编制", "审核", "登记", "汇总", "更新", "拟定", "复核", "分解", "评议", "归档")
_OBJECTS = (
    "老客户用量台账", "意向客户名单", "价格申请单", "投标文件", "应收账龄表", "样机借用登记", "交付排期表",
    "竞品价目记录", "拜访路线图", "区域指标分解表", "展会线索清单", "退换货申请", "合同履约清单", "经销商库存表",
    "培训签到与考题", "回访问卷", "费用报销明细", "安装验收单", "客户信用档案", "开票信息表", "商机阶段记录",
    "投诉处理单", "月度预测表", "新品试用报告",
)  # fmt: skip
_RESULTS = (
    "差错不超过千分之三", "缺项当天补齐", "由接收人签字确认", "差异逐笔写明原因", "结论写进周报", "逾期的逐户列出",
    "超出权限的附上意见送上级", "原件放入档案柜", "在系统里留下附件", "同一客户只保留一条记录", "连同依据一并提交",
    "未完成的写明下一步和日期",
)  # fmt: skip
_AREAS = ("C01", "C02", "C03.visit", "C06", "C08.review", "C10", "C11", "C13.collect", "C14", "C15", "M02", "M12", "M13", "M16")
_ACTIONS = ("decide", "plan", "assign", "do", "support", "review", "report", "coordinate")
# What the fields say of a time, so that they agree with the sentence beside them.
_TIMES = {
    "每周一 10:00 前": ("      cadence: weekly",),
    "每月 5 日前": ("      cadence: monthly",),
    "每季度首月 10 日前": ("      cadence: quarterly",),
    "收到申请后 4 小时内": ("      cadence: on-event", "      sla: 4 小时"),
    "收到订单后 1 个工作日内": ("      cadence: on-event", "      sla: 1 个工作日"),
    "合同签订后 3 个工作日内": ("      cadence: on-event", "      sla: 3 个工作日"),
    "每天下班前": ("      cadence: daily",),
    "每两周一次": ("      cadence: biweekly",),
    "客户来电后 30 分钟内": ("      cadence: on-event", "      sla: 30 分钟"),
    "月末最后 2 个工作日内": ("      cadence: monthly",),
    "发货前 1 天": ("      cadence: on-event",),
    "验收后 5 个工作日内": ("      cadence: on-event", "      sla: 5 个工作日"),
}
_OUTSIDE = ("总经理", "财务部", "法务部", "人力资源部", "物流部", "技术部", "客户", "经销商")
_SYSTEMS = ("crm", "erp", "oa")
_TRAITS = ("守时", "细心", "敢开口", "能独自出差", "守得住价格", "肯复盘", "讲信用", "抗压")
_SKILLS = ("会读图纸", "能做用量测算", "会用客户管理系统", "能写投标文件", "会做透视表", "能主持谈判", "懂税票要素", "会讲产品")
_FIGURES = (
    "签约额达成率", "到期回款率", "新客户成交数", "报价差错率", "拜访完成率", "投诉按时办结率", "档案完整率",
    "续约率", "预测偏差率", "交付准时率", "毛利率", "培训合格率",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    """What was written."""

    files: int
    bytes: int


def generate(folder: Path, posts: int, *, departments: int = DEPARTMENTS, seed: int = SEED) -> Size:
    """Write a workspace of `posts` posts below `folder`, in `departments` or, where those are too full, in more."""
    departments = max(min(departments, posts // _FEWEST_POSTS), -(-posts // _MOST_POSTS))
    files = size = 0
    for number in range(departments):
        here = posts // departments + (number < posts % departments)
        for name, text in _department(number, here, random.Random(f"{seed}/{number}")):
            path = folder / f"department-{number + 1:02d}" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            files, size = files + 1, size + len(text.encode())
    return Size(files, size)


def _department(number: int, posts: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file of one department."""
    seats = [_Seat(index, chance.randint(1, 2) if index > _REPORTS + _REPORTS**2 else 1) for index in range(posts)]
    yield "department.yaml", _about(number, seats)
    yield "kpis.yaml", "kpis:\n" + "".join(_figure(f"figure-{index}", name, chance) for index, name in enumerate(_FIGURES, 1))
    for seat in seats:
        yield f"posts/{seat.id}.yaml", _post(seat, posts, chance)


@dataclass(frozen=True, slots=True)
class _Seat:
    """A post by its number in the department, counted from the head, who is 0."""

    index: int
    headcount: int

    @property
    def id(self) -> str:
        return _id(self.index)

    @property
    def depth(self) -> int:
        return sum(self.index > last for last in (0, _REPORTS, _REPORTS + _REPORTS**2))

    @property
    def name(self) -> str:
        rest, line = divmod(self.index, len(_LINES))
        rest, trade = divmod(rest, len(_TRADES))
        return f"{_REGIONS[rest % len(_REGIONS)]}{_TRADES[trade]}{_LINES[line]}{_SEATS[self.depth]}"

    @property
    def superior(self) -> str:
        return _id((self.index - 1) // _REPORTS) if self.index else "总经理"


def _id(index: int) -> str:
    return f"post-{index:04d}"


def _about(number: int, seats: list[_Seat]) -> str:
    business = _BUSINESSES[number % len(_BUSINESSES)] + ("" if number < len(_BUSINESSES) else str(number // len(_BUSINESSES) + 1))
    return f"""\
# {business}设备的销售部，整个部门都是生成的。
department:
  id: department-{number + 1:02d}
  name: {business}销售部
  company: 生成样例{business}有限公司
  profile: general
  document_no: SC-{number + 1:03d}
  version: "1.0"
  effective: 2026-01-01
  review_by: 2099-01-01
  prepared_by: 人力资源部
  reviewed_by: 销售总监
  approved_by: 总经理
  headcount: {sum(seat.headcount for seat in seats)}
  purpose: 把{business}设备卖给用得着的客户，按合同交付，把钱收回来。
  functions:
    - {{id: market, name: 市场与客户开发, areas: [C01, C03]}}
    - {{id: collection, name: 货款回收, text: 每一笔到期货款都有人盯, areas: [C13]}}
    - 样机与物料管理
  meetings:
    - {{id: weekly, name: 销售周会, cadence: weekly, when: 每周一 9:00, chair: post-0000, attendees: [全体], outputs: [周会纪要]}}
  outside: [{", ".join(_OUTSIDE)}]
  systems:
    - {{id: crm, name: 客户管理系统, purpose: 登记客户和商机}}
    - {{id: erp, name: 订单系统, purpose: 查询订单、开票和到账}}
    - {{id: oa, name: 审批平台, purpose: 流转申请}}
"""


def _post(seat: _Seat, posts: int, chance: random.Random) -> str:
    lines = [
        f"# {seat.name}的岗位说明",
        "post:",
        f"  id: {seat.id}",
        f"  name: {seat.name}",
        f"  aliases: [{seat.name}岗]",
        f"  level: {_LEVELS[seat.depth]}",
        f"  reports_to: {seat.superior}",
        f"  headcount: {seat.headcount}",
        f"  deputy: {_colleague(seat, posts, chance)}",
        f"  purpose: {sentence(chance)}，{chance.choice(_RESULTS)}。",
        "  duties:",
        *(line for number in range(1, 11) for line in _duty(number, seat, posts, chance)),
        "  authorities:",
        "    - {id: approve, text: 单笔优惠的审批权, limit: <500000}",
        f"    - {chance.choice(_OBJECTS)}要素不全时的退回权",
        "  qualifications:",
        f"    education: {chance.choice(('中专', '大专', '本科'))}及以上，市场营销或机电专业优先",
        f"    experience: {chance.randint(1, 8)} 年以上同行业销售经验，熟悉{chance.choice(_OBJECTS)}",
        f"    skills: [{', '.join(chance.sample(_SKILLS, 3))}]",
        f"    traits: [{', '.join(chance.sample(_TRAITS, 3))}]",
        "  relations:",
        f"    internal: [{{party: 财务部, about: {chance.choice(_OBJECTS)}}}, {{party: 技术部, about: 选型}}]",
        "    external: [{party: 客户, about: 需求、交付和回款}]",
        "  kpis:",
    ]
    chosen = (2 * seat.index % len(_FIGURES) + 1, 2 * seat.index % len(_FIGURES) + 2)
    weights = chance.choice(((30, 25, 20, 15, 10), (40, 20, 20, 10, 10), (25, 25, 20, 20, 10)))
    lines += [f"    - {{ref: figure-{figure}, weight: {weight}}}" for figure, weight in zip(chosen, weights[:2], strict=True)]
    text = "\n".join(lines) + "\n"
    for number, weight in enumerate(weights[2:], 1):
        text += _figure(f"own-{number}", f"{chance.choice(_OBJECTS)}合格率{number}", chance, weight, indent=4)
    if seat.index % _BETWEEN_FINDINGS == _BETWEEN_FINDINGS // 2:
        return text.replace("      target:", "      # target:", 1)
    return text


def _duty(number: int, seat: _Seat, posts: int, chance: random.Random) -> Iterator[str]:
    """Yield the lines of a duty: a plain sentence, a mapping, or a mapping with two sentences below it."""
    if number % 5 in (0, 2):
        yield f"    - {_quoted(sentence(chance) + '，' + chance.choice(_RESULTS), chance)}"
        return
    thing, partner = chance.choice(_OBJECTS), _colleague(seat, posts, chance)
    yield f"    - id: duty-{number}"
    yield f"      title: {thing}"
    said = sentence(chance)
    yield f"      text: {_quoted(said + '，' + chance.choice(_RESULTS), chance)}"
    yield f"      area: {chance.choice(_AREAS)}"
    yield f"      action: {chance.choice(_ACTIONS)}"
    yield f"      object: {thing}"
    yield from next(lines for when, lines in _TIMES.items() if said.startswith(when))
    yield f"      inputs: [{', '.join(chance.sample(_OBJECTS, 2))}]"
    yield f"      outputs: [{chance.choice(_OBJECTS)}]"
    yield f"      to: [{partner}, {chance.choice(_OUTSIDE)}]"
    if number % 3 == 1:
        amount = f"<{chance.randint(1, 9)}00000"
        yield f"      scope: {{region: {chance.choice(_REGIONS)}, industry: {chance.choice(_TRADES)}, amount: {amount}}}"
        yield f"      systems: [{chance.choice(_SYSTEMS)}]"
        yield f"      kpis: [figure-{chance.randint(1, len(_FIGURES))}]"
    if number in (3, 8):
        yield "      authority: approve"
        yield "      duties:"
        yield f"        - {sentence(chance)}"
        yield f"        - {{id: part, text: {sentence(chance)}, outputs: [{chance.choice(_OBJECTS)}]}}"


def _figure(ident: str, name: str, chance: random.Random, weight: int | None = None, *, indent: int = 2) -> str:
    """Return a KPI with everything that is asked of one; the kinds alternate, so that no post has only outcomes."""
    at = " " * indent
    kind = "process" if int(ident.rsplit("-", 1)[1]) % 2 else "outcome"
    return (
        f"{at}- id: {ident}\n{at}  name: {name}\n"
        + (f"{at}  weight: {weight}%\n" if weight is not None else "")
        + f"{at}  kind: {kind}\n{at}  level: individual\n{at}  formula: 合格的{name} ÷ 全部{name} × 100%\n"
        f'{at}  unit: "%"\n{at}  better: higher\n{at}  target: ≥{chance.randint(80, 99)}%\n'
        f"{at}  source: {chance.choice(('客户管理系统', '订单系统', '财务到账明细'))}\n{at}  cycle: monthly\n"
        f"{at}  scoring: [达到目标得满分, 每低 1 个百分点扣 {chance.randint(2, 5)} 分]\n"
    )


def sentence(chance: random.Random) -> str:
    """Return a made-up duty."""
    first, second = (f"{chance.choice(_VERBS)}{chance.choice(_OBJECTS)}" for _ in range(2))
    return f"{chance.choice(tuple(_TIMES))}{first}并{second}"


def _quoted(text: str, chance: random.Random) -> str:
    """Return `text` as people write it: mostly plain, sometimes quoted."""
    mark = chance.choices(("", '"', "'"), (85, 10, 5))[0]
    return f"{mark}{text}{mark}"


def _colleague(seat: _Seat, posts: int, chance: random.Random) -> str:
    """Return another post of the department, an outside party where there is none."""
    near = (seat.index - 1, seat.index + 1, chance.randrange(posts))
    others = [index for index in near if 0 <= index < posts and index != seat.index]
    return _id(chance.choice(others)) if others else _OUTSIDE[0]


def main() -> None:
    parser = argparse.ArgumentParser(description="Write made-up departments.")
    parser.add_argument("posts", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--departments", type=int, default=DEPARTMENTS)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    size = generate(given.folder, given.posts, departments=given.departments, seed=given.seed)
    print(f"{given.posts} posts, {size.files} files, {size.bytes:,} bytes, {size.bytes // given.posts:,} a post")


if __name__ == "__main__":
    main()
