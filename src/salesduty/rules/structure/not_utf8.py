"""STR009: a file in the Chinese encoding of old Windows programs."""

from salesduty.results.finding import WARNING
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

RULE = Rule(
    code="STR009",
    name="not-utf8",
    severity=WARNING,
    kinds={
        "not-utf8": Text("文件不是 UTF-8 编码，已按 {encoding} 读取", "the file is not UTF-8 and has been read as {encoding}")
    },
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="同一个文件换一台电脑、换一个软件打开可能变成乱码，别人保存一次，内容就毁了。",
        en="On another computer or in another program the same file may come up as garbage, and saving it there destroys it.",
    ),
    fix=Text(
        zh="转成 UTF-8：用记事本打开，另存为，编码选“UTF-8”；用 VS Code 打开，点右下角的编码名称，选“通过编码保存”，"
        "再选“UTF-8”。",
        en="Convert it: in Notepad choose Save as with the encoding UTF-8; in VS Code click the name of the encoding at the "
        "lower "
        "right, then “Save with Encoding”, then “UTF-8”.",
    ),
    good=(Example("部门:\n  名称: 销售部\n".encode()), Example("部门:\n  名称: 销售部\n".encode("utf-8-sig"))),
    bad=(Example("部门:\n  名称: 销售部\n".encode("gb18030"), finds=("1:1 文件不是 UTF-8 编码，已按 GB18030 / GBK 读取",)),),
)
