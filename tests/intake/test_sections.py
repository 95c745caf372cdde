"""Sections of posts: what heads them, what they hold, and what recruiting sites write around them."""

from __future__ import annotations

import pytest

from salesduty.intake.draft import draft
from salesduty.results.draft import Draft, DraftPost
from salesduty.toolkit.importing import lexicon


def read(text: str, name: str = "招聘.txt") -> Draft:
    return draft(text.encode(), name, lexicon())


def told(post: DraftPost) -> tuple[str, list[str], list[str]]:
    """Return the name, the duties and the qualifications of a post."""
    return str(post.name), [str(each.text) for each in post.duties], [str(each) for _, each in post.qualifications]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        pytest.param(
            "<h2>品类采购</h2><h4>岗位职责：</h4><p>1、开发供应商</p><p>2、核对到货</p>"
            "<p>立即投递</p><p>在某某网完善简历，即有机会被企业推荐应聘</p><p>截止时间：2031-01-01</p>",
            [("品类采购", ["开发供应商", "核对到货"], [])],
            id="what a site writes around a post stays out",
        ),
        pytest.param(
            "包装专员\n岗位职责：\n1、核对装箱清单；\n2、打印运单；\n说明：运单格式由公司统一。\n3、交接快递员。\n",
            [("包装专员", ["核对装箱清单", "打印运单", "交接快递员"], [])],
            id="a list goes on behind a remark",
        ),
        pytest.param(
            "岗位名称：库房组长\n工资：5000\n1、安排收货上架；\n2、组织月度盘点。\n",
            [("库房组长", ["安排收货上架", "组织月度盘点"], [])],
            id="a line about pay opens no section",
        ),
        pytest.param(
            "<h1>装配技工</h1><h4>职位描述</h4><p>本厂建于1998年，产品远销各地。</p><p>岗位职责：</p><p>1、装配泵体；</p><p>2、填写自检表。</p>",
            [("装配技工", ["装配泵体", "填写自检表"], [])],
            id="a label over labels announces nothing",
        ),
        pytest.param(
            "门店导购专员\n岗位职责：\n1、接待进店顾客；\n2、整理陈列。\n你的本领：\n1、大专以上学历；\n2、性格开朗；\n"
            "小惊喜：\n1、五险一金；\n2、包吃住。\n",
            [("门店导购专员", ["接待进店顾客", "整理陈列"], ["大专以上学历", "性格开朗"])],
            id="items tell what an unknown heading heads",
        ),
        pytest.param(
            "<table><tr><td>职位</td><td>人数</td><td>岗位要求</td></tr>"
            "<tr><td>店长</td><td>2</td><td>(1)30岁以下<br/>(2)有经验者优先</td></tr></table>",
            [("店长", [], ["30岁以下", "有经验者优先"])],
            id="numbers in cells are no words",
        ),
        pytest.param(
            "<h2>泵站值守专员</h2><h4>职位描述</h4><p>中专以上学历，机电专业毕业；负责泵站每日巡检与记录；协助检修班更换阀门；具有两年以上值守经验。</p>",
            [
                (
                    "泵站值守专员",
                    ["负责泵站每日巡检与记录", "协助检修班更换阀门"],
                    ["中专以上学历，机电专业毕业", "具有两年以上值守经验"],
                )
            ],
            id="requirements amid the duties of a description",
        ),
        pytest.param(
            "门店前台\n职位要求：\n1、负责来访客人的登记引导；\n2、协助店长整理每日报表；\n任职资格：\n1、一年以上接待工作经验；\n2、熟悉常用办公软件的操作。\n",
            [
                (
                    "门店前台",
                    ["负责来访客人的登记引导", "协助店长整理每日报表"],
                    ["一年以上接待工作经验", "熟悉常用办公软件的操作"],
                )
            ],
            id="duties under a heading of requirements",
        ),
        pytest.param(
            "<div><h3>质检班长</h3><dl>岗位职责：\n1、复核首件\n\n要求：三年以上经验</dl></div>",
            [("质检班长", ["复核首件"], ["三年以上经验"])],
            id="an empty line in a page ends an item",
        ),
        pytest.param(
            "仓储专员\n岗位职责：\n1、登记bai出入库du单据；\n2、每周zhi清点一次货架。\n\n浦东新区某路12号\n",
            [("仓储专员", ["登记出入库单据", "每周清点一次货架"], [])],
            id="letters of a watermark, and a few words behind the list",
        ),
        pytest.param(
            "INSERT INTO `job` VALUES ('1', '高新路7号', '岗位职责：<br/>1、编写接口文档，维护测试环境，整理缺陷清单<br/>2、验收改动并记录结果', '接口测试员', '2');\n"
            "INSERT INTO `job` VALUES ('2', '长江路9号', '岗位职责：<br/>1、排查网络故障，登记设备台账，更换老化线缆<br/>2、每日备份机房日志', '机房管理员', '1');\n",
            [
                ("接口测试员", ["编写接口文档，维护测试环境，整理缺陷清单", "验收改动并记录结果"], []),
                ("机房管理员", ["排查网络故障，登记设备台账，更换老化线缆", "每日备份机房日志"], []),
            ],
            id="a row of a database says whose its text is behind the text",
        ),
        pytest.param(
            "叉车专员\n岗位职责：1、搬运托盘；2、保养叉车； 二、理货员（3名） 岗位职责：1、清点到货；2、贴标签；",
            [("叉车专员", ["搬运托盘", "保养叉车"], []), ("理货员", ["清点到货", "贴标签"], [])],
            id="a post and how many hold it in the midst of a line",
        ),
    ],
)
def test_sections_hold_what_stands_below_them(text: str, posts: list[tuple[str, list[str], list[str]]]) -> None:
    assert [told(post) for post in read(text).posts] == posts


@pytest.mark.parametrize(
    "text",
    [
        "行政部岗位职责汇编\n一、前台岗位职责\n1、接待来访客人；\n2、收发快递。\n",
        "# 行政部岗位职责\n\n## 行政部门职责\n\n1. 管理印章。\n2. 组织会议。\n\n## 前台\n\n### 主要职责\n\n1. 接待来访客人；\n2. 收发快递。\n",
    ],
)
def test_headings_that_call_a_department_in_several_ways_mean_one(text: str) -> None:
    found = read(text)
    (post,) = found.posts
    assert (found.department.name, post.department or found.department.name, post.name) == ("行政部", "行政部", "前台")
