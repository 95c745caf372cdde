"""STR013: a field that cannot be left out."""

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

RULE = Rule(
    code="STR013",
    name="missing-field",
    severity=ERROR,
    kinds={"missing-field": Text("缺少“{title}”（{key}）", "“{key}” is missing")},
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="没有名称的岗位、没有批准人的豁免无法引用，也无法打印成文件。",
        en="A post without a name or a waiver without an approver can neither be referred to nor printed.",
    ),
    fix=Text(zh="补上这一项。", en="Write the field."),
    good=(Example("post:\n  name: 销售代表\n  level: staff\n"),),
    bad=(
        Example("post:\n  id: rep\n  level: staff\n", finds=("1:1 缺少“岗位名称”（name）",)),
        Example(
            """\
department:
  name: 销售部
  waivers:
    - rule: ORG002
      reason: 过渡期由两位经理共同管理
      until: 2027-03-01
""",
            finds=("4:7 缺少“批准人”（approver）",),
        ),
    ),
)
