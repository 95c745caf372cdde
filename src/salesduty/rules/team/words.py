"""What is said of a file of rules that is not as it has to be."""

from __future__ import annotations

from salesduty.results.wording import Text

NO_RULES = Text("文件最外层要写“rules:”，下面一条规则一项", "the file must hold `rules:` with one item a rule")
MANY = Text("最多写 {most} 项", "there may be {most} of them at the most")
UNKNOWN = Text("没有“{key}”这一项{near}", "there is no “{key}”{near}")
MISSING = Text("这条规则缺少“{key}”", "the rule lacks “{key}”")
KIND = Text("“{key}”要写成{wanted}", "“{key}” must be {wanted}")
BAD_CODE = Text(
    "代码“{code}”不行：要三到八个大写字母加三位数字，例如 TEAM001",
    "“{code}” is no code: it is three to eight capitals and three digits",
)
TAKEN = Text("“{code}”已经有别的规则用了", "“{code}” is taken by another rule")
FAMILY = Text(
    "{family} 开头的代码是 salesduty 自己用的，换几个字母，例如 TEAM",
    "{family} is of salesduty itself; take other letters, such as TEAM",
)
BAD_NAME = Text(
    "名称“{name}”不行：用小写字母、数字和“-”，或者汉字",
    "“{name}” is no name: take small letters, digits and “-”",
)
BAD_WHERE = Text("位置里的“{word}”不存在{near}", "“{word}” in the path does not exist{near}")
BAD_PATTERN = Text("第 {at} 个字符起看不懂：{what}", "from character {at} on this is no pattern: {what}")
ONE = Text(
    "要写而且只能写其中一项：不许出现（pattern）、必须出现（must）、必填（required）、不许填（forbid）、只能是（one-of）",
    "there must be just one of pattern, must, required, forbid, one-of",
)
NO_UNLESS = Text("必填（required）的规则不能带“除非”（unless）", "“unless” does not go with “required”")
YES_ONLY = Text("“{key}”后面写 true，不要就删掉这一行", "write true behind “{key}”, or take it out")
CHOICE = Text("“{got}”不行，可以是：{known}{near}", "it cannot be “{got}”; it is one of: {known}{near}")
PLACEHOLDER = Text(
    "花括号里只能是 {known}；要写花括号本身就写两遍", "braces may hold {known} only; write a brace twice for a brace"
)
LONG = Text("太长，最多 {most} 个字", "this is too long; {most} characters at the most")
NO_EXAMPLE = Text("至少写一个“{key}”：规则靠它自己检查自己", "there must be a “{key}” at least: the rule is tested by it")

WANTED = {
    "mapping": Text("一组“名称: 值”", "a mapping"),
    "list": Text("列表", "a list"),
    "text": Text("一句话", "a text"),
    "words": Text("一个词或词的列表", "a word or a list of words"),
}
PATTERNS = {
    "unclosed": Text("括号没有成对", "a bracket is not closed"),
    "unopened": Text("多了一个右括号", "there is a bracket too many"),
    "nothing-to-repeat": Text("重复号前面没有可以重复的内容", "there is nothing to repeat"),
    "look-around": Text("不支持“(?”开头的写法，排除的情况写到“除非”（unless）里", "“(?…)” is not supported; see “unless”"),
    "back-reference": Text("不支持引用前面的括号", "references to groups are not supported"),
    "lazy": Text("不支持“尽量少”的写法，去掉这个“?”", "lazy repetition is not supported; take this “?” out"),
    "range": Text("方括号里的范围写反了", "the range in the brackets is the wrong way round"),
    "count": Text("次数要从小到大，最多 100", "counts go from the smaller to the larger, up to 100"),
    "escape": Text("反斜杠后面的字符没有这种用法", "a backslash before this character means nothing"),
    "too-large": Text("写得太长或重复太多，请拆成几条规则", "it is too long or repeats too much; make several rules of it"),
    "always": Text("它什么都能匹配，等于没有要求", "it matches everything"),
}
