"""STR008: a file too large to be read.

Its bad example would be the file of several MB itself, so that there is none; a test makes one.
"""

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

RULE = Rule(
    code="STR008",
    name="too-large",
    severity=ERROR,
    kinds={
        "too-large": Text("文件超过 {limit} MB", "the file is larger than {limit} MB"),
        "too-many-values": Text("文件里的内容超过 {limit} 项", "the file holds more than {limit} values"),
    },
    message=Text(zh="{what}，没有读", en="{what} and has not been read"),
    why=Text(
        zh="10 MB 大约是两千份岗位说明书；这么大的单个文件没有人能审，多半是放错了地方的数据。",
        en="10 MB are about two thousand post descriptions. Nobody can review such a file; it is probably data that got here "
        "by mistake.",
    ),
    fix=Text(
        zh="按岗位拆成多个文件；不是岗位文件就移出这个文件夹。",
        en="Split it into one file a post, or move it out of this folder if it holds no posts.",
    ),
    good=(Example("post:\n  name: 销售代表\n"),),
    bad=(),
)
