"""上岗一页纸 with tags where the words of a post would be."""

from __future__ import annotations

from salesduty.results.paper import (
    Field,
    Form,
    Paragraph,
)
from salesduty.views.starting.tags import Blocks, form


def onboarding() -> Blocks:
    """Yield the page for a new colleague."""
    yield Paragraph(("欢迎你！这一页写着你管什么、找谁、怎么算做好。",))
    people = form(
        (
            ("你的部门", "{{ 部门.部门名称 }}"),
            ("你的上级", "{{ 岗位.直接上级 }}"),
            ("谁考核你", "{{ 岗位.考核人 }}"),
            ("你不在时", "{{ 岗位.备岗 }}"),
        )
    )
    lines = "{%% for 项 in %s %%}{{ 项 }}{%% if not loop.last %%}；{%% endif %%}{%% endfor %%}"
    between = "{% if not loop.last %}{{ '\\n' }}{% endif %}{% endfor %}"
    duty = "{{ loop.index }}. {% if 职责.标题 %}{{ 职责.标题 }}{% else %}{{ 职责.内容 }}{% endif %}"
    duties = ("{% for 职责 in 岗位.岗位职责 %}" + duty + between,)
    weight, target = (
        "{% if 指标.权重 %}，占 {{ 指标.权重 }}{% endif %}",
        "{% if 指标.目标值 %}，目标 {{ 指标.目标值 }}{% endif %}",
    )
    measured = "{{ 指标.指标名称 }}" + weight + target
    kpis = ("{% for 指标 in 岗位.绩效指标 %}" + measured + between,)
    yield Form(
        (
            *people.rows,
            (Field("岗位目的", ("{{ 岗位.岗位目的 }}",), 3),),
            (Field("你带的人", ("{{ 岗位.下属 }}",), 3),),
            (Field("你管这些事", duties, 3),),
            (Field("你交给谁", (lines % "岗位.交给谁",), 3),),
            (Field("谁交给你", (lines % "岗位.谁交来",), 3),),
            (Field("考核看什么", kpis, 3),),
            (Field("你能决定", (lines % "岗位.岗位权限",), 3),),
        )
    )
