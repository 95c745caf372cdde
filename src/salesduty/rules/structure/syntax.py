"""STR001: a text that is no YAML."""

from salesduty.results.finding import ERROR
from salesduty.results.wording import Text
from salesduty.rules.rule import Example, Rule

RULE = Rule(
    code="STR001",
    name="syntax",
    severity=ERROR,
    kinds={
        "syntax": Text(
            "从这里起不合 YAML 的写法；文字以 * & ! | > 等符号开头时，整句要加引号",
            "this is no YAML ({detail}); a text that begins with a sign such as * & ! | > has to be quoted",
        ),
        "odd-start": Text(
            "文字不能以“{character}”开头，整句要加引号",
            "a text cannot begin with “{character}” unless it is quoted",
        ),
        "unclosed-quote": Text(
            "这里的引号没有配对的另一半，补上结尾的引号",
            "this quotation mark is never closed; add the closing one",
        ),
        "bad-escape": Text(
            "双引号里的反斜杠“\\”有特殊含义，改用单引号，或写成“\\\\”",
            "a backslash in double quotes begins an escape; use single quotes or write it twice",
        ),
        "stray-colon": Text(
            "这里多出一个冒号：如果整句是一段文字，加上引号；如果这是另一个项目，让它和同级的项目左边对齐",
            "a colon too many: quote the sentence if it is one text; if this is another field, align it with its neighbours",
        ),
        "missing-colon": Text(
            "这一行没有写成“项目: 内容”：补上冒号和空格；如果它接着上一行，就比上一行多缩进两格；如果是清单里的一项，"
            "“-”后面空一格",
            "this line is no “key: value”: add the colon and a space, indent it further if it continues the line above, "
            "or put a space after “-” if it is an item of a list",
        ),
        "dash-without-blank": Text(
            "“-”后面要空一格：写成“- {key}: 内容”",
            "put a space behind “-”: “- {key}: value”",
        ),
        "wide-dash": Text(
            "这里的“{character}”是中文或全角的横线，要用半角“-”，后面空一格",
            "“{character}” is a wide dash; write the Latin “-” and a space",
        ),
        "wide-indentation": Text(
            "缩进用了全角空格或网页上的不间断空格，要换成半角空格，和同级的项目左边对齐",
            "this is indented with full-width or non-breaking spaces; use ordinary ones, and align it with its neighbours",
        ),
        "numbered-item": Text(
            "清单每项以“- ”开头，不写“{number}”这样的序号",
            "every item of a list begins with “- ” and not with a number such as “{number}”",
        ),
        "colon-without-blank": Text(
            "“{key}:”后面要空一格",
            "put a space behind “{key}:”",
        ),
        "unclosed-bracket": Text(
            "这里的括号没有配对的另一半，补上结尾的括号；括号里各项之间用半角逗号隔开",
            "this bracket is never closed; add the closing one, and separate what is inside with commas",
        ),
        "bad-indentation": Text(
            "从这里起和上面的内容接不上：同级的项目左边要对齐；引号或括号后面还有文字时，整句要加引号",
            "this does not fit what is above: fields of one level begin in the same column, "
            "and a text that goes on behind a quotation mark or a bracket has to be quoted as a whole",
        ),
        "complex-key": Text(
            "冒号前面要有项目名，不能空着，也不能用括号；文字里的大括号和方括号要加引号",
            "a plain name has to stand before the colon, not a bracket or nothing; quote a text that holds brackets",
        ),
        "bad-merge": Text(
            "“<<”后面只能引用一组带项目名的内容，例如“<<: *模板”",
            "“<<” takes a group of named fields, as in “<<: *template”",
        ),
        "unknown-alias": Text(
            "“*{alias}”要引用的“&{alias}”前面没有写过；如果这个星号只是文字，整句要加引号",
            "nothing above is marked “&{alias}”, so “*{alias}” stands for nothing; if the star is only text, quote the sentence",
        ),
        "recursive-alias": Text(
            "“*{alias}”引用的内容里又包含它自己，永远展不开，删掉这个引用",
            "“*{alias}” lies inside the very thing that it stands for; take it out",
        ),
    },
    message=Text(zh="{what}", en="{what}"),
    why=Text(
        zh="这个文件从出错的地方起都读不出来，里面的岗位和职责不会参加检查，也不会出现在打印的文件里。",
        en="The file cannot be read, so the posts and duties in it are neither checked nor printed.",
    ),
    fix=Text(
        zh="按提示改这一行；拿不准时，给整句文字加上英文双引号。",
        en="Mend the line as the message says; when in doubt, put the whole text in double quotes.",
    ),
    good=(
        Example('post:\n  name: 销售代表\n  purpose: "目标: 完成销售任务"\n'),
        Example("post:\n  name: 销售代表\n  duties:\n    - '@所有客户的留言当天回复'\n    - \"[重点客户] 每月上门拜访一次\"\n"),
    ),
    bad=(
        Example(
            "post:\n  name: 销售代表\n  purpose: *重要* 客户由专人负责\n",
            finds=("3:13 从这里起不合 YAML 的写法；文字以 * & ! | > 等符号开头时，整句要加引号",),
        ),
        Example("post:\n  name: @销售代表\n", finds=("2:9 文字不能以“@”开头，整句要加引号",)),
        Example('post:\n  name: "销售代表\n  level: staff\n', finds=("2:9 这里的引号没有配对的另一半，补上结尾的引号",)),
        Example(
            'post:\n  name: "销售代表\n  level: staff\n  purpose: "完成销售任务"\n',
            finds=("2:9 这里的引号没有配对的另一半，补上结尾的引号",),
        ),
        Example(
            "岗位清单:\n  -岗位名称: 销售代表\n    编制: 2\n",
            finds=("2:3 “-”后面要空一格：写成“- 岗位名称: 内容”",),
        ),
        Example(
            "岗位清单:\n  —岗位名称: 销售代表\n    编制: 2\n",
            finds=("2:3 这里的“—”是中文或全角的横线，要用半角“-”，后面空一格",),
        ),
        Example(
            "岗位:\n\u3000岗位名称: 销售代表\n  编制: 2\n",
            finds=("2:1 缩进用了全角空格或网页上的不间断空格，要换成半角空格，和同级的项目左边对齐",),
        ),
        Example(
            "岗位:\n  岗位名称: 销售代表\n  岗位职责:\n    - 每月制定计划\n    2. 每周拜访 5 家客户\n",
            finds=("5:5 清单每项以“- ”开头，不写“2.”这样的序号",),
        ),
        Example(
            "岗位:\n  岗位名称: 销售代表\n  编制:2\n  层级:员工\n",
            finds=("3:5 “编制:”后面要空一格", "4:5 “层级:”后面要空一格"),
        ),
        Example(
            'post:\n  name: 销售代表\n  purpose: "填写 D:\\客户台账"\n',
            finds=("3:18 双引号里的反斜杠“\\”有特殊含义，改用单引号，或写成“\\\\”",),
        ),
        Example(
            "post:\n  name: 销售代表\n  purpose: 目标: 完成销售任务\n",
            finds=("3:14 这里多出一个冒号：如果整句是一段文字，加上引号；如果这是另一个项目，让它和同级的项目左边对齐",),
        ),
        Example(
            "post:\n  name: 销售代表\n  完成销售任务\n  level: staff\n",
            finds=(
                "3:3 这一行没有写成“项目: 内容”：补上冒号和空格；如果它接着上一行，就比上一行多缩进两格；"
                "如果是清单里的一项，“-”后面空一格",
            ),
        ),
        Example(
            "post:\n  name: 销售代表\n  aliases: [业务员, 销售员\n  level: staff\n",
            finds=("3:12 这里的括号没有配对的另一半，补上结尾的括号；括号里各项之间用半角逗号隔开",),
        ),
        Example(
            "post:\n  name: 销售代表\n level: staff\n",
            finds=("3:2 从这里起和上面的内容接不上：同级的项目左边要对齐；引号或括号后面还有文字时，整句要加引号",),
        ),
        Example(
            "post:\n  name: {{岗位名称}}\n",
            finds=("2:10 冒号前面要有项目名，不能空着，也不能用括号；文字里的大括号和方括号要加引号",),
        ),
        Example("post:\n  <<: 模板\n  name: 销售代表\n", finds=("2:3 “<<”后面只能引用一组带项目名的内容，例如“<<: *模板”",)),
        Example(
            "post:\n  name: 销售代表\n  duties: *common\n",
            finds=("3:11 “*common”要引用的“&common”前面没有写过；如果这个星号只是文字，整句要加引号",),
        ),
        Example(
            "post: &rep\n  name: 销售代表\n  duties: [*rep]\n",
            finds=("3:12 “*rep”引用的内容里又包含它自己，永远展不开，删掉这个引用",),
        ),
    ),
)
