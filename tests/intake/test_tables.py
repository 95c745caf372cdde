"""Tables with cells: forms, grids, matrices, what they say and where it goes."""

from __future__ import annotations

from tests.intake.tables_of import duties, kpis, read, table, unclear

from salesduty.intake.manuscript import Line


def test_a_form_with_numbered_duties_and_a_grid_of_kpis_in_it() -> None:
    rows = [
        ["岗位名称", "销售经理", "所属部门", "销售部"],
        ["直接上级", "总监", "编制", "3"],
        ["岗位职责"],
        ["职责一", "职责表述：负责销售计划"],
        ["", "工作任务", "制定年度计划；"],
        ["", "", "分解指标"],
        ["考核指标", "权重", "目标值"],
        ["销售额", "40%", "100万"],
        ["回款率", "60%", "95%"],
        ["合计", "100%"],
    ]
    found = read(*table(rows, {(2, 0): (1, 4), (3, 0): (3, 1), (3, 1): (1, 3), (4, 1): (2, 1)}))
    (post,) = found.posts
    assert (post.name, post.department, post.reports_to, post.headcount) == ("销售经理", "销售部", ("总监",), "3")
    assert duties(post.duties) == [("负责销售计划", ["制定年度计划", "分解指标"])]
    assert post.duties[0].number == "职责一"
    assert kpis(found) == [("销售额", "40%", "100万", ""), ("回款率", "60%", "95%", "")]
    assert unclear(found) == []


def test_kpis_whose_kind_reaches_over_rows() -> None:
    rows = [
        ["指标类别", "考核内容", "分值", "评分标准", "得分"],
        ["业绩", "销售额", "40", "每低1%扣1分"],
        ["", "回款", "30", "每低1%扣2分"],
        ["行为", "考勤", "30", "迟到扣1分"],
        ["合计", "", "100"],
    ]
    found = read(*table(rows, {(1, 0): (2, 1)}))
    assert kpis(found) == [
        ("销售额", "40", "", "每低1%扣1分"),
        ("回款", "30", "", "每低1%扣2分"),
        ("考勤", "30", "", "迟到扣1分"),
    ]
    assert [kpi.kind for kpi in found.kpis] == ["业绩", "业绩", "行为"]


def test_grades_of_one_kpi_over_several_rows_are_its_scoring() -> None:
    rows = [["序号", "栏目", "权重", "分值", "得分"], ["1", "工作数量", "饱和", "5"], ["", "", "不足", "-10"]]
    found = read(*table(rows, {(1, 0): (2, 1), (1, 1): (2, 1)}))
    assert kpis(found) == [("工作数量", "", "", "饱和5；不足-10")]


def test_what_a_post_does_and_does_not_do_and_time_limits() -> None:
    rule = table([["角色", "✅ 做什么", "❌ 不做什么"], ["客服", "快速响应", "不擅自承诺"]])
    limits = table([["类型", "时效"], ["退款", "15分钟内审核"]], number=1)
    found = read(*rule, *limits)
    (post,) = found.posts
    assert (post.name, duties(post.duties), post.rules) == ("客服", ["快速响应"], ("不擅自承诺",))
    assert found.department.promises == ("退款15分钟内审核",)


def test_a_row_a_duty_with_posts_that_are_named_once() -> None:
    rows = [
        ["部门", "岗位", "工作模块", "工作内容", "频次"],
        ["销售部", "销售经理", "计划", "定计划", "每月"],
        ["", "", "", "分指标", "每周"],
        ["", "内勤", "订单", "录单", "每日"],
    ]
    found = read(*table(rows))
    assert [(post.name, post.department, duties(post.duties)) for post in found.posts] == [
        ("销售经理", "销售部", [("计划", ["定计划", "分指标"])]),
        ("内勤", "销售部", [("订单", ["录单"])]),
    ]
    assert found.posts[0].duties[0].children[1].details == (("cadence", "每周"),)


def test_the_order_of_columns_says_nothing() -> None:
    rows = [["目标值", "评分标准", "考核指标", "权重"], ["100万", "低1%扣1分", "销售额", "40%"]]
    assert kpis(read(*table(rows))) == [("销售额", "40%", "100万", "低1%扣1分")]


def test_a_matrix_of_posts_and_duties() -> None:
    rows = [["工作事项", "销售经理", "销售代表"], ["合同评审", "A", "R"], ["客户回访", "I", "R"]]
    found = read(*table(rows))
    assert [(post.name, [(duty.text, duty.number) for duty in post.duties]) for post in found.posts] == [
        ("销售经理", [("合同评审", "A")]),
        ("销售代表", [("合同评审", "R"), ("客户回访", "R")]),
    ]


def test_steps_of_a_process() -> None:
    rows = [["步骤", "责任岗位", "时限", "输出"], ["受理", "客服", "1小时", "工单"], ["处理", "二线", "1天", "结果"]]
    (process,) = read(*table(rows)).processes
    assert [(step.name, step.do, step.sla, step.outputs) for step in process.steps] == [
        ("受理", ("客服",), "1小时", ("工单",)),
        ("处理", ("二线",), "1天", ("结果",)),
    ]


def test_a_grid_that_lies() -> None:
    rows = [["岗位名称", "销售经理", "销售代表"], ["编制", "1", "10"], ["岗位职责", "定计划", "跑客户"]]
    found = read(*table(rows))
    assert [(post.name, post.headcount, duties(post.duties)) for post in found.posts] == [
        ("销售经理", "1", ["定计划"]),
        ("销售代表", "10", ["跑客户"]),
    ]


def test_weights_in_brackets_and_a_heading_over_names_and_grades() -> None:
    rows = [["考核内容及评价依据", "", "分值", "得分"], ["工作业绩（40%）", "效率高", "40"], ["", "效率低", "5-0"], ["备注"]]
    found = read(*table(rows, {(0, 0): (1, 2), (1, 0): (2, 1)}))
    assert kpis(found) == [("工作业绩", "40%", "", "效率高40；效率低5-0")]


def test_remarks_below_kpis_are_none() -> None:
    rows = [["指标名称", "权重", "目标值"], ["销售额", "100%", "5万"], ["合计", "100%"], ["情况说明"], ["批准意见", "", "同意"]]
    assert kpis(read(*table(rows, {(4, 0): (1, 2)}))) == [("销售额", "100%", "5万", "")]


def test_a_heading_above_a_table_says_what_it_is_about() -> None:
    rows = [["考核指标", "权重"], ["销售额", "100%"]]
    titled = [
        read(Line(title, 1), *table(rows, start=2)) for title in ("销售经理绩效考核表", "财务部职员绩效考核表", "绩效考核表")
    ]
    assert [([post.name for post in found.posts], found.department.name, kpis(found)) for found in titled] == [
        (["销售经理"], None, [("销售额", "100%", "", "")]),
        ([], "财务部", [("销售额", "100%", "", "")]),
        ([], None, [("销售额", "100%", "", "")]),
    ]


def test_who_appraises_whom_is_no_post() -> None:
    rows = [
        ["销售代表绩效考核表"],
        ["被考核人", "", "考核周期", "月度", "考核人", "销售经理"],
        ["序号", "考核指标", "权重", "目标值", "评分标准", "得分"],
        ["1", "回款率", "60%", "95%", "每低1%扣2分"],
        ["2", "新客户数", "40%", "5家", "每少一家扣4分"],
    ]
    found = read(*table(rows, {(0, 0): (1, 6)}))
    assert [(post.name, len(post.kpis)) for post in found.posts] == [("销售代表", 2)]


def test_what_stands_right_beside_a_label_is_its_value_in_a_column_of_labels_too() -> None:
    rows = [
        ["岗位名称", "采购主管", "岗位编号", "CG-02", "所属部门", "采购部"],
        ["直接上级", "副总", "直接下级", "采购员", "岗位定员", "1"],
        ["学历", "大专以上", "", "专业", "物流或相关专业"],
    ]
    (post,) = read(*table(rows, {(2, 1): (1, 2), (2, 4): (1, 2)})).posts
    assert [str(each) for _, each in post.qualifications] == ["大专以上", "物流或相关专业"]


def test_rows_that_repeat_whose_they_are_say_it_once() -> None:
    rows = [["部门", "岗位", "直接上级", "职责", "占比", "任职资格"]]
    rows += [["销售部", "内勤", "销售经理", text, "50%", "大专"] for text in ("录入订单", "开具发票")]
    found = read(*table(rows))
    (post,) = found.posts
    assert (post.reports_to, post.qualifications) == (("销售经理",), (("other", "大专"),))
    assert duties(post.duties) == ["录入订单", "开具发票"]
    put = [(each.text, each.reason) for each in found.left_out if each.reason not in ("heading", "punctuation")]
    repeated = [(text, "repeated") for text in ("销售部", "内勤", "销售经理", "大专")]
    assert sorted(put) == sorted([("50%", "share"), ("50%", "share"), *repeated])


def test_how_much_time_a_duty_takes_is_no_heading() -> None:
    rows = [
        ["岗位名称", "内勤"],
        ["职责与工作任务："],
        ["职责一", "职责表述：处理订单", "工作时间百分比：30%"],
        ["", "工作任务", "录入订单"],
    ]
    found = read(*table(rows, {(1, 0): (1, 3), (2, 0): (2, 1)}))
    assert duties(found.posts[0].duties) == [("处理订单", ["录入订单"])]
    put = {each.text: each.reason for each in found.left_out}
    assert (put["30%"], put["职责与工作任务"]) == ("share", "heading")


def test_where_people_sign_says_nothing_of_a_kpi() -> None:
    rows = [
        ["岗位", "客服主管", "部门", "客服部", "考核月份", "年 月"],
        ["考核指标", "权重", "目标值", "评分标准", "自评", "得分"],
        ["投诉处理及时率", "60%", "98%", "每低1%扣2分"],
        ["出勤", "40%", "全勤", "迟到一次扣1分"],
        ["被考核人签字：", "", "", "考核人签字："],
    ]
    found = read(*table(rows))
    assert kpis(found) == [("投诉处理及时率", "60%", "98%", "每低1%扣2分"), ("出勤", "40%", "全勤", "迟到一次扣1分")]
    assert found.posts[0].name == "客服主管"
