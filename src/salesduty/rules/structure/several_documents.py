"""STR004: more than one YAML document in a file."""

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

RULE = Rule(
    code="STR004",
    name="several-documents",
    severity=ERROR,
    kinds={"several-documents": Text("这里的“---”开始了另一份文档", "another document begins at this “---”")},
    message=Text(zh="{what}，从这里往下都没有读", en="{what}; nothing from here on is read"),
    why=Text(
        zh="一个文件只读一份文档，“---”以下的岗位不会参加检查，也不会出现在打印的文件里。",
        en="A file is read as one document, so the posts below “---” are neither checked nor printed.",
    ),
    fix=Text(
        zh="删掉“---”，把几个岗位写成“岗位清单”（posts），或者分成几个文件。",
        en="Take out “---” and list the posts under `posts`, or put each into a file of its own.",
    ),
    good=(Example("---\nposts:\n  - name: 销售代表\n  - name: 销售内勤\n"),),
    bad=(
        Example(
            "post: {name: 销售代表}\n---\npost: {name: 销售内勤}\n",
            finds=("2:1 这里的“---”开始了另一份文档，从这里往下都没有读",),
        ),
    ),
)
