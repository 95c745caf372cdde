"""STR018: two departments that claim the same folder."""

from __future__ import annotations

from collections.abc import Iterator

from salesduty.results.finding import ERROR
from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Hit, Mention, Rule
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department


def check(department: Department, _: Settings) -> Iterator[Hit]:
    """Yield every declaration of a department in a folder that has one already."""
    declared = [(file, spec) for file in department.files if (spec := file.document.department) is not None]
    for file, spec in declared[1:]:
        yield Hit(
            Place(file.name, ("department",)).key,
            {"department": spec.name, "first": department.name},
            (Mention(department.place.key, Text("第一个部门写在这里", "the first department is declared here")),),
        )


RULE = Rule(
    code="STR018",
    name="several-departments",
    severity=ERROR,
    check=check,
    message=Text(
        zh="这个文件夹已经是“{first}”，“{department}”没有被采用",
        en="this folder is the department “{first}” already, so “{department}” is not used",
    ),
    why=Text(
        zh="一个文件夹就是一个部门；有两个部门时，分不清里面的岗位归谁，后一个部门的职能和例会都不会检查。",
        en="A folder is a department. With two of them nobody can tell whose the posts are, and all that the second one says "
        "is unused.",
    ),
    fix=Text(
        zh="给每个部门建一个文件夹，把它的岗位、流程和指标放进去；如果其实是一个部门，合并成一处。",
        en="Give each department a folder with its posts, processes and KPIs, or merge the two if they are one.",
    ),
    good=(
        Example(
            {
                "east/department.yaml": "department: {id: east, name: 华东销售部}\n",
                "west/department.yaml": "department: {id: west, name: 西部销售部}\n",
            }
        ),
    ),
    bad=(
        Example(
            {
                "sales.yaml": "department: {id: sales, name: 销售部}\n",
                "service.yaml": "department: {id: service, name: 客服部}\n",
            },
            finds=("service.yaml:1:1 这个文件夹已经是“销售部”，“客服部”没有被采用",),
        ),
    ),
)
