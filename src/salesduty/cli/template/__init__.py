"""salesduty template: Word files of a company as templates. The commands below it are one file each."""

from __future__ import annotations

from salesduty.cli.words import Shown, Words
from salesduty.results.wording import Text

WORDS = Words(
    summary=Text("用公司自己的 Word 文件作模板：新建、检查。", "Word files of your own as templates: begin one, check one."),
    about=Text(
        "用 Word 改好的模板，交给 salesduty render --template 生成文件。模板里可以用的名称，见 docs/templates.zh-CN.md。",
        "A template that was edited in Word goes to salesduty render --template. docs/templates.zh-CN.md lists the names that it "
        "may use.",
    ),
    options={},
    examples=(
        Shown("salesduty template new post company.docx", Text("新建一份岗位说明书的模板", "a template of post descriptions")),
        Shown("salesduty template check company.docx", Text("检查改过的模板", "check a template that was edited")),
    ),
)
