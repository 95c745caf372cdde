"""What files are called."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesduty.toolkit.filenames import PLACEHOLDERS, BadName, Names, pattern

NOTHING = dict.fromkeys(PLACEHOLDERS, "")


def named(text: str, **values: str) -> str:
    return Names(pattern(text, "docx"), "docx").name({**NOTHING, "name": "默认", "department": "sales", "post": "经理", **values})


@pytest.mark.parametrize(
    ("text", "without", "within"),
    [
        ("{department}/{post}-{version}.docx", "sales/经理", "sales/经理-2.1"),
        ("{部门编号}/{岗位}-{版本}", "sales/经理", "sales/经理-2.1"),
        ("{post}（{version}）", "经理", "经理（2.1）"),
        ("{post} (v{version})", "经理", "经理 (v2.1)"),
        ("{post}-v{version}-{cycle}", "经理", "经理-v2.1-每月"),
        ("{version}-{post}", "经理", "2.1-经理"),
        ("考核-{version}", "考核", "考核-2.1"),
        ("{company}/{post}", "经理", "甲公司/经理"),
        ("{version}", "默认", "2.1"),
        ("{{{post}}}", "{经理}", "{经理}"),
        ("{department}\\{post}.DOCX", "sales/经理", "sales/经理"),
        ("./{post}.v2", "经理.v2", "经理.v2"),
        ("con/{post}", "_con/经理", "_con/经理"),
        ("..{version}/{post}. ", "经理", "2.1/经理"),
    ],
)
def test_what_a_pattern_comes_to(text: str, without: str, within: str) -> None:
    assert named(text) == f"{without}.docx"
    assert named(text, version="2.1", cycle="每月", company="甲公司") == f"{within}.docx"


@pytest.mark.parametrize(
    ("text", "kind", "given", "near"),
    [
        ("{pots}", "unknown", "pots", ("post",)),
        ("{岗位名}", "unknown", "岗位名", ("岗位",)),
        ("{post", "brace", "{post", ()),
        ("post}", "brace", "post}", ()),
        ("../{post}", "outside", "../{post}", ()),
        ("a/../../{post}", "outside", "a/../../{post}", ()),
        ("/etc/{post}", "outside", "/etc/{post}", ()),
        ("\\\\server\\{post}", "outside", "\\\\server\\{post}", ()),
        ("C:{post}", "outside", "C:{post}", ()),
        ("{post}.pdf", "ending", ".pdf", ()),
        (" ", "empty", " ", ()),
        ("a/", "empty", "a/", ()),
        ("a/b/c/d/e/f/g/h/i", "deep", "a/b/c/d/e/f/g/h/i", ()),
    ],
)
def test_what_is_no_pattern(text: str, kind: str, given: str, near: tuple[str, ...]) -> None:
    with pytest.raises(BadName) as caught:
        pattern(text, "docx")
    assert (caught.value.kind, caught.value.given, caught.value.near) == (kind, given, near)


def test_no_two_are_called_the_same_on_any_system() -> None:
    names = Names(pattern("{post}", "md"), "md")
    posts = ["é", normalize("NFD", "é"), "A", "a", "a-2", "a", "ß", "SS", "a/b", "a:b"]

    assert [names.name({**NOTHING, "name": "x", "post": post}) for post in posts] == [
        "é.md",
        "é-2.md",
        "A.md",
        "a-2.md",
        "a-2-2.md",
        "a-3.md",
        "ß.md",
        "SS-2.md",
        "a_b.md",
        "a_b-2.md",
    ]


def test_a_kept_name_is_given_to_nobody() -> None:
    names = Names(pattern("Index", "html"), "html")
    names.keep("index.html")

    assert names.name({**NOTHING, "name": "x"}) == "Index-2.html"


def test_many_of_one_name_take_no_longer_each() -> None:
    names = Names(pattern("a", "md"), "md")

    assert [names.name({**NOTHING, "name": "x"}) for _ in range(20_000)][-1] == "a-20000.md"


@given(st.text(), st.text(), st.text())
def test_no_value_leads_anywhere(department: str, post: str, version: str) -> None:
    values = {**NOTHING, "name": "名", "department": department, "post": post, "version": version}
    name = Names(pattern("{department}/{post}-{version}/{title}{post}", "docx"), "docx").name(values)
    parts = name.split("/")

    assert len(name.encode("utf-16-le")) // 2 <= 190
    assert 1 <= len(parts) <= 3
    assert all(part and part not in (".", "..") and part == part.strip(" .") for part in parts)
    assert not set(name) & set('\\:*?"<>|\0\n')
