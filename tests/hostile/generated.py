"""Input that is hostile by its size, made when a test runs: nobody wants it in the repository."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def _posts(lines: list[str]) -> str:
    return "posts:\n" + "\n".join(f"  - {{{line}}}" for line in lines) + "\n"


def _ten_megabytes_and_one() -> str:
    head = "post:\n  name: 甲\n"
    return head + "#" * (10_000_001 - len(head.encode()))


def _just_ten_megabytes() -> str:
    text = "post:\n  name: 甲\n  duties: [做]\n"
    return text + "#" * (10_000_000 - len(text.encode()))


def _a_duty_of_nine_megabytes() -> str:
    return "post:\n  name: 甲\n  duties:\n    - " + "做" * 3_000_000 + "\n"


def _duties(count: int) -> str:
    return "post:\n  name: 甲\n  duties:\n" + "".join(f"    - 第 {number} 件事\n" for number in range(count))


def _circle_of_a_thousand() -> str:
    posts = [f"id: p{number}, name: 岗位{number}, reports_to: p{(number + 1) % 1000}, duties: [做]" for number in range(1000)]
    return _posts(posts)


def _line_of_three_thousand() -> str:
    return _posts([f"id: p{number}, name: 岗位{number}, reports_to: p{number + 1}, duties: [做]" for number in range(3000)])


def _five_thousand_problems() -> str:
    return _posts([f"name: 岗位{number}, levle: 员工, headcount: 很多" for number in range(2500)])


def _two_thousand_unknown_superiors() -> str:
    return _posts(
        [f"name: 华东大区第{number}销售部经理, reports_to: 华东大区第{number}销售部总监, duties: [做]" for number in range(2000)]
    )


def _two_thousand_posts_of_one_name() -> str:
    return _posts(
        [f"id: same, name: 同名, aliases: [别名{number % 7}], reports_to: 同名, duties: [做]" for number in range(2000)]
    )


def _five_thousand_duplicate_keys() -> str:
    return "post:\n  name: 甲\n" + "".join(f"  level: staff{number}\n" for number in range(5000))


def _twenty_thousand_unknown_keys() -> str:
    return "post:\n  name: 甲\n" + "".join(f"  未知项目{number}: 乙\n" for number in range(20_000))


def _fifty_thousand_anchors() -> str:
    return "x:\n" + "".join(f"  - &a{number} 值\n" for number in range(50_000)) + "post: {name: 甲, duties: [*a1]}\n"


def _twenty_thousand_aliases() -> str:
    return "x: &x 做\npost:\n  name: 甲\n  duties: [" + ", ".join(["*x"] * 20_001) + "]\n"


def _nested_aliases() -> str:
    """Each anchor one level deeper than the one before: deep without being written deep."""
    return "a0: &a0 [底]\n" + "".join(f"a{level}: &a{level} [*a{level - 1}]\n" for level in range(1, 200)) + "post: {name: 甲}\n"


def _thousand_merges() -> str:
    keys = ", ".join(f"k{number}: 值" for number in range(300))
    return f"x: &x {{{keys}}}\npost:\n  name: 甲\n  <<: [" + ", ".join(["*x"] * 1000) + "]\n"


def _wide_and_deep_duties() -> str:
    duty = "{text: 做}"
    for _ in range(13):
        duty = f"{{text: 做, duties: [{duty}, {duty}]}}"
    return f"post: {{name: 甲, duties: [{duty}]}}\n"


def _thousand_names_for_one_post() -> str:
    aliases = ", ".join(f"别名{number}" for number in range(20_000))
    return (
        f"posts:\n  - {{name: 甲, aliases: [{aliases}], duties: [做]}}\n  - {{name: 乙, reports_to: 别名19999x, duties: [做]}}\n"
    )


def _thousands_of_waivers() -> str:
    waivers = "".join(
        f"    - {{rule: STR026, at: d/p{number}, reason: 试, approver: 我, until: 2099-01-01}}\n" for number in range(3000)
    )
    return f"department:\n  id: d\n  name: 部\n  waivers:\n{waivers}" + _posts(
        [f"id: p{number}, name: 岗{number}" for number in range(3000)]
    )


def _thousands_of_unknown_receivers() -> str:
    duties = "".join(
        f"    - {{text: 做, to: [第{number}接收人], kpis: [指标{number}], systems: [系统{number}], authority: 权{number}}}\n"
        for number in range(5000)
    )
    return f"post:\n  name: 甲\n  duties:\n{duties}"


GENERATED: Mapping[str, Callable[[], str]] = {
    "ten-megabytes-and-one.yaml": _ten_megabytes_and_one,
    "just-ten-megabytes.yaml": _just_ten_megabytes,
    "a-duty-of-nine-megabytes.yaml": _a_duty_of_nine_megabytes,
    "twenty-thousand-duties.yaml": lambda: _duties(20_000),
    "hundred-thousand-duties.yaml": lambda: _duties(100_000),
    "hundred-thousand-open-brackets.yaml": lambda: "[" * 100_000,
    "hundred-thousand-open-braces.yaml": lambda: "{a: " * 100_000,
    "hundred-thousand-dashes.yaml": lambda: "- " * 100_000 + "x\n",
    "hundred-thousand-question-marks.yaml": lambda: "? " * 100_000 + "x\n",
    "ten-thousand-indentations.yaml": lambda: "".join(" " * level + "a:\n" for level in range(3000)),
    "hundred-thousand-quotes.yaml": lambda: "post: {name: 甲, purpose: " + "'" * 100_000 + "}\n",
    "a-million-blank-lines.yaml": lambda: "post:\n  name: 甲\n" + "\n" * 1_000_000 + "  levle: x\n",
    "a-hundred-thousand-comments.yaml": lambda: "post: # 一\n  name: 甲\n" + "  # 注释\n" * 100_000 + "  levle: x\n",
    "circle-of-a-thousand.yaml": _circle_of_a_thousand,
    "line-of-three-thousand.yaml": _line_of_three_thousand,
    "five-thousand-problems.yaml": _five_thousand_problems,
    "two-thousand-unknown-superiors.yaml": _two_thousand_unknown_superiors,
    "two-thousand-posts-of-one-name.yaml": _two_thousand_posts_of_one_name,
    "five-thousand-duplicate-keys.yaml": _five_thousand_duplicate_keys,
    "twenty-thousand-unknown-keys.yaml": _twenty_thousand_unknown_keys,
    "fifty-thousand-anchors.yaml": _fifty_thousand_anchors,
    "twenty-thousand-aliases.yaml": _twenty_thousand_aliases,
    "nested-aliases.yaml": _nested_aliases,
    "thousand-merges.yaml": _thousand_merges,
    "wide-and-deep-duties.yaml": _wide_and_deep_duties,
    "thousands-of-waivers.yaml": _thousands_of_waivers,
    "thousands-of-unknown-receivers.yaml": _thousands_of_unknown_receivers,
    "thousand-names-for-one-post.yaml": _thousand_names_for_one_post,
}
"""The text of each file, by its name."""
