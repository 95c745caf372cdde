"""STR019: posts in a folder that no department is declared for."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import INFO
from salesduty.results.wording import Text
from salesduty.rules.left_out import left_out
from salesduty.rules.rule import Example, Hit, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield the folder, at the first thing written in it, unless its department was written and could not be read."""
    if department.declared or not all(file.readable for file in department.files):
        return
    if not any(place.path[:1] == ("department",) for place in left_out(department)):
        yield Hit(department.place, {"folder": department.name})


RULE = Rule(
    code="STR019",
    name="folder-without-department",
    severity=INFO,
    check=check,
    message=Text(
        zh="文件夹里没有写部门（department），暂时当作名为“{folder}”的部门",
        en="no `department` is declared in this folder, so it is taken for one called “{folder}”",
    ),
    why=Text(
        zh="没有部门就没有职能、外部对象和文件版本，手册封面上只能印文件夹的名字。",
        en="Without it there are no functions, outside parties or version, and the cover shows the name of the folder.",
    ),
    fix=Text(
        zh="在这个文件夹里加一个 department.yaml，至少写上部门的“编号”（id）和“部门名称”（name）。",
        en="Add a department.yaml to the folder with at least the `id` and `name` of the department.",
    ),
    good=(
        Example(
            {
                "sales/department.yaml": "department: {id: sales, name: 销售部}\n",
                "sales/posts/rep.yaml": "post: {name: 销售代表}\n",
            }
        ),
    ),
    bad=(
        Example(
            {
                "sales/posts/assistant.yaml": "post: {name: 销售内勤}\n",
                "sales/posts/rep.yaml": "post: {name: 销售代表}\n",
            },
            finds=("sales/posts/assistant.yaml:1:1 文件夹里没有写部门（department），暂时当作名为“sales”的部门",),
        ),
    ),
)
