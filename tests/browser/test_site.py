"""The pages in a real browser: what they are made for works, with mouse and keyboard, and nothing else does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

GENERAL = "general/销售部岗位责任制.html"
TEA = "tea/茶叶销售部岗位责任制.html"
SOLUTION = "solution/方案销售部岗位责任制.html"


def hits(page: Any) -> list[str]:
    return [text.replace("\n", " ") for text in page.locator("#hits a .hit-head").all_inner_texts()]


def target(page: Any) -> str:
    """The id of the place that the page stands at."""
    return str(page.evaluate("document.querySelector(':target')?.id"))


def on_screen(page: Any, selector: str) -> bool:
    box = page.locator(selector).bounding_box()
    return bool(box and 0 <= box["y"] < 800)


def hostile_page(site: Path) -> Path:
    (found,) = (path for path in site.glob("*/*.html") if path.parent.name not in ("general", "solution", "tea"))
    return found


def test_a_chinese_word_is_found_and_leads_to_its_duty(site: Path, show: Any) -> None:
    page = show(site / GENERAL)
    page.fill("#query", "投诉")
    assert page.inner_text("#found").startswith("找到 ")
    first = hits(page)
    assert first[0] == "职能 投诉处理与客户满意"
    assert "流程 客户投诉处理" in first
    assert all("投诉" in text for text in first[:5])
    page.fill("#query", "投诉　大区经理")
    assert len(hits(page)) < len(first)
    page.fill("#query", "排出下周拜访计划")
    page.locator("#hits a").first.click()
    assert target(page).startswith("general/sales-representative/")
    assert on_screen(page, ":target")
    assert page.evaluate("document.activeElement === document.querySelector(':target')")
    assert page.locator("#results").is_hidden()


def test_spelling_does_not_matter_and_what_is_nowhere_is_said(site: Path, show: Any) -> None:
    page = show(site / GENERAL)
    page.fill("#query", "14:00")
    found = hits(page)
    page.fill("#query", "１４：００")
    assert hits(page) == found != []
    page.fill("#query", "火星")
    assert page.inner_text("#found") == "没有找到。换一个词，或少写几个字试试。"
    page.fill("#query", " ")
    assert page.locator("#results").is_hidden()


def test_spaces_and_punctuation_between_words_do_not_matter(site: Path, show: Any) -> None:
    page = show(site / GENERAL)
    page.fill("#query", "48 小时内办结")
    found = hits(page)
    page.fill("#query", "48小时内办结")
    assert hits(page) == found != []
    assert page.locator("#hits a").first.locator("mark").all_inner_texts() == ["48 小时内办结"]
    page.fill("#query", "合同，评审、销售助理")
    several = hits(page)
    page.fill("#query", "合同 评审 销售助理")
    assert hits(page) == several != []


def test_a_duty_without_a_title_is_shown_where_the_word_stands(site: Path, show: Any) -> None:
    page = show(site / GENERAL)
    page.fill("#query", "客户投诉")
    marks = [each.locator("mark").all_inner_texts() for each in page.locator("#hits a").all()]
    assert all("客户投诉" in each for each in marks)


def test_no_more_than_fifty_are_shown(site: Path, show: Any) -> None:
    page = show(site / SOLUTION)
    page.fill("#query", "客户")
    assert page.locator("#hits a").count() == 50
    assert "显示前 50 条" in page.inner_text("#found")


def test_the_index_finds_in_all_departments(site: Path, show: Any) -> None:
    page = show(site / "index.html")
    assert {"销售部", "方案销售部"} < set(page.locator(".card h2").all_inner_texts())
    page.fill("#query", "投诉")
    departments = {text.split(" · ")[0] for text in page.locator("#hits .hit-where").all_inner_texts()}
    assert departments >= {"销售部", "方案销售部"}
    page.fill("#query", "销售代表 每周 排出 计划")
    page.locator("#hits a").first.click()
    page.wait_for_url("**/general/**")
    assert target(page).startswith("general/sales-representative/")
    page.click("text=全部部门")
    page.wait_for_url("**/index.html")
    page.locator(".card", has_text="方案销售部").locator("text=销售总监").click()
    page.wait_for_url("**/solution/**")
    assert on_screen(page, ":target")


def test_a_box_of_the_chart_leads_to_its_post(site: Path, show: Any) -> None:
    page = show(site / GENERAL)
    page.locator("#chart ~ div svg a", has_text="销售主管").click()
    assert target(page) == "general/sales-supervisor"
    assert on_screen(page, ":target")


def rows(page: Any) -> int:
    return int(page.locator("#matrix tr[data-posts]:visible").count())


def test_the_matrix_is_filtered(site: Path, show: Any) -> None:
    page = show(site / GENERAL)
    every = rows(page)
    page.select_option("#by-post", label="大区经理")
    of_post = rows(page)
    assert 0 < of_post < every
    assert page.inner_text("#left") == f"显示 {of_post} 项"
    assert page.locator("#matrix th.chosen").inner_text() == "大区经理"
    page.select_option("#by-group", label="部门职能")
    assert 0 < rows(page) < of_post
    page.check("#by-gap")
    assert rows(page) == 0
    assert page.inner_text("#left") == "没有符合的项"
    page.click("#filters button")
    page.wait_for_function("document.getElementById('left').textContent !== '没有符合的项'")
    assert rows(page) == every


def test_what_nobody_holds_is_left_when_asked_for(site: Path, show: Any) -> None:
    page = show(hostile_page(site))
    page.check("#by-gap")
    assert 0 < rows(page) == page.locator("#matrix tr.open").count()


def test_a_duty_has_an_address_and_a_button_to_copy_it(site: Path, show: Any) -> None:
    page = show(site / GENERAL, permissions=["clipboard-read", "clipboard-write"])
    duty = page.locator(".duty[id^='general/sales-representative/']").first
    anchor = duty.get_attribute("id")
    duty.hover()
    page.click(".copy")
    page.wait_for_function("document.getElementById('said').textContent")
    assert page.inner_text("#said") == "链接已复制"
    address = page.evaluate("navigator.clipboard.readText()")
    assert address.endswith(f"#{anchor}")
    other = show(site / GENERAL, address[address.index("#") :])
    assert target(other) == anchor
    assert on_screen(other, ":target")


def test_dark_or_light_is_remembered(site: Path, show: Any) -> None:
    page = show(site / GENERAL)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("#look")
    dark = page.evaluate(ground)
    assert dark != light
    assert page.get_attribute("#look", "aria-pressed") == "true"
    page.reload()
    assert page.evaluate(ground) == dark
    page.click("#look")
    page.reload()
    assert page.evaluate(ground) == light
    assert show(site / GENERAL, dark=True).evaluate(ground) == dark


def test_findings_stand_beside_what_they_are_about_and_can_be_hidden(site: Path, show: Any) -> None:
    page = show(site / SOLUTION)
    count = int(page.inner_text("#show-findings .count"))
    assert count == sum(map(int, page.locator(".title .of-findings strong").all_inner_texts()))
    page.locator(".others a").first.click()
    note = page.locator(":target")
    assert note.get_attribute("open") is not None
    assert "怎么做" in note.inner_text()
    assert note.locator("xpath=..").locator("xpath=ancestor-or-self::*[contains(@id, 'solution/')]").count() > 0
    page.click("#show-findings")
    assert page.locator(".note:visible").count() == 0
    page.reload()
    assert page.get_attribute("#show-findings", "aria-pressed") == "false"


def test_only_the_keyboard(site: Path, show: Any) -> None:
    page = show(site / GENERAL)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.type("投诉")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("[...document.querySelectorAll('#hits a')].indexOf(document.activeElement)") == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("Escape")
    assert page.locator("#results").is_hidden()
    page.keyboard.type(" 登记")
    page.keyboard.press("Enter")
    assert target(page).startswith("general/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest(':target, [id]') !== null")


def test_it_prints_without_what_is_there_to_click(site: Path, show: Any) -> None:
    page = show(site / GENERAL, dark=True)
    page.emulate_media(media="print")
    for hidden in (".bar", "#contents", "#filters"):
        assert page.locator(hidden).is_hidden()
    assert page.evaluate("getComputedStyle(document.querySelector('a.number')).textDecorationLine") == "none"
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper')").strip() == "#fff"
    assert len(page.pdf()) > 10_000
    index = show(site / "index.html")
    index.emulate_media(media="print")
    assert index.locator("#search").is_hidden()


def test_everything_can_be_read_without_scripts(site: Path, show: Any) -> None:
    page = show(site / GENERAL, java_script_enabled=False, width=320)
    for hidden in ("#search", "#filters", ".switches"):
        assert page.locator(hidden).is_hidden()
    for there in ("#contents", "#matrix", "#chart", "[id='general/sales-representative']"):
        assert page.locator(there).is_visible()
    index = show(site / "index.html", java_script_enabled=False)
    assert index.locator(".card a").count() > 10


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_nothing_runs_out_of_the_window(site: Path, show: Any, width: int) -> None:
    for path in (site / "index.html", site / SOLUTION, hostile_page(site)):
        page = show(path, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name


def test_the_contents_unfold_on_a_phone(site: Path, show: Any) -> None:
    page = show(site / GENERAL, width=375)
    assert page.locator("#contents").is_hidden()
    page.click("#menu")
    page.locator("#contents a", has_text="销售主管").click()
    assert target(page) == "general/sales-supervisor"
    assert page.locator("#contents").is_hidden()


def test_markup_of_a_role_file_stays_text(site: Path, show: Any) -> None:
    page = show(hostile_page(site))
    assert page.inner_text("h1") == "</script><script>alert(1)</script>部岗位责任制"
    assert page.locator("script").count() == 2
    page.fill("#query", "alert(1)")
    assert page.locator("#hits a").count() > 10
    assert page.locator("#hits :is(script, img, svg, b, style)").count() == 0
    for link in page.locator("svg a").all():
        link.focus()
    page.locator("svg a").first.click()
    assert page.evaluate("document.querySelector(':target') !== null")
    index = show(site / "index.html")
    index.fill("#query", "alert(1)")
    assert index.locator("#hits :is(script, img, svg, b, style)").count() == 0
    data = json.loads(index.locator("#entries").text_content())
    assert any("</script><script>alert(1)</script>" in entry[1] for _, _, entries in data for entry in entries)
    index.locator("#hits a").first.click()
    index.wait_for_url("**.html#**")
    assert index.evaluate("document.querySelector(':target') !== null")


def test_the_policy_stops_what_got_in(site: Path, show: Any, tmp_path: Path, browser: Any) -> None:
    planted = tmp_path / "planted.html"
    evil = "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\"><p style='color: red' id=p>x</p>"
    planted.write_text((site / GENERAL).read_text(encoding="utf-8").replace("</h1>", f"</h1>{evil}", 1), encoding="utf-8")
    page = browser.new_page()
    page.goto(planted.as_uri())
    assert page.title() != "ran"
    assert page.evaluate("getComputedStyle(document.getElementById('p')).color") != "rgb(255, 0, 0)"
    page.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("which", ["index", "tea", "hostile"])
def test_axe_has_no_complaint(site: Path, show: Any, axe: str, which: str, dark: bool) -> None:
    path = {"index": site / "index.html", "tea": site / TEA, "hostile": hostile_page(site)}[which]
    page = show(path, dark=dark, bypass_csp=True)
    page.fill("#query", "alert" if which == "hostile" else "客户")
    page.evaluate(axe)
    found = page.evaluate("axe.run()")
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]] == []
