"""Documents that are long or made to be slow: read in time that grows with their length, or refused with a message."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import process_time

import pytest

from salesduty.intake import encoding, manuscript
from salesduty.intake.building import found, signs
from salesduty.intake.draft import draft
from salesduty.intake.manuscript import Unreadable
from salesduty.intake.sniff import sniff
from salesduty.intake.writing.leaves import leaf
from salesduty.results.draft import Draft
from salesduty.results.unreadable import TROUBLES
from salesduty.toolkit.importing import Wanted, lexicon, style

HEAD = "销售经理\n岗位职责：\n"


def imported(text: str, name: str = "职责.txt") -> Draft:
    """What a text says, after it was written too."""
    found = draft(text.encode(), name, lexicon())
    leaf(found, style(Wanted()))
    return found


@pytest.mark.parametrize(
    "made",
    [
        lambda size: HEAD + "负责销售计划的制定与落实，" * size,
        lambda size: HEAD + "".join(f"{number}、负责第{number}项工作。" for number in range(1, size)),
        lambda size: HEAD + "".join(f"{number}、负责第{number}项工作；\n" for number in range(1, size // 10)),
        lambda size: "岗位,职责\n" + "".join(f"经理{number // 3},负责第{number}项\n" for number in range(size // 20)),
    ],
    ids=["sentence", "run-together", "items", "rows"],
)
def test_time_grows_with_the_length(made: Callable[[int], str]) -> None:
    imported(made(100))

    def taken(size: int) -> float:
        begin = process_time()
        imported(made(size), "职责.csv" if made(size).startswith("岗位,") else "职责.txt")
        return process_time() - begin

    # Four times as much takes sixteen times as long where every item is compared with all others.
    assert taken(8_000) < 9 * max(taken(2_000), 0.03)


@pytest.mark.parametrize("pattern", [found._COUNTED, signs.BEHIND, signs.HEADCOUNT])
def test_blanks_in_the_midst_of_a_name(pattern: re.Pattern[str]) -> None:
    begin = process_time()
    assert pattern.search("经理" + " " * 20_000 + "x") is None
    assert pattern.search("经理（" + " " * 20_000 + "x") is None
    assert process_time() - begin < 1
    assert [match[0] for text in ("置业顾问13名", "顾问 （ 2 人 ）", "专员(3名)", "2#机1") if (match := pattern.search(text))]


@pytest.mark.parametrize(
    ("name", "most", "text", "reason"),
    [
        ("MOST_LINES", 10, HEAD + "1、负责销售；\n" * 10, "too-long"),
        ("MOST_CHARACTERS", 100, HEAD + "负责销售计划。" * 20, "too-much"),
    ],
)
@pytest.mark.parametrize("suffix", ["txt", "md", "csv", "html"])
def test_more_than_can_be_worked_through(
    name: str, most: int, text: str, reason: str, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = "<p>" + text.replace("\n", "<p>") if suffix == "html" else text
    imported(written, f"职责.{suffix}")
    monkeypatch.setattr(manuscript, name, most)
    with pytest.raises(Unreadable) as caught:
        imported(written, f"职责.{suffix}")
    assert caught.value.reason == reason
    words = TROUBLES[reason].filled({"file": "职责", **caught.value.told})
    assert f"职责 超过 {most} " in words.zh
    assert f"职责 has more than {most} " in words.en


def test_a_page_with_pictures_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "MOST_BYTES", 2**20)
    with pytest.raises(Unreadable) as caught:
        imported(f'<p>职责<img src="data:{"A" * 2**20}">', "职责.html")
    assert (caught.value.reason, caught.value.told) == ("too-big", {"most": 1})


def test_elements_nested_in_each_other() -> None:
    begin = process_time()
    found = imported("<body><p>销售经理岗位职责</p>" + "<ul><li>负责销售工作" * 2_000, "职责.html")
    assert "负责销售工作" in str(found.posts)
    imported("<body>" + "<table><tr><td>负责" * 2_000, "职责.html")
    assert process_time() - begin < 8


def test_comments_above_a_page() -> None:
    begin = process_time()
    assert sniff(b"<!-- a --><!---->" * 10_000 + b"x", "a.txt") == "txt"
    assert sniff(b'<?xml version="1.0"?>\n<!-- > -->\n' + b"<!---->" * 100 + b"<HTML>", "a.txt") == "html"
    assert process_time() - begin < 2


@pytest.mark.parametrize("blank", [" ", "\t", "\u3000"])
def test_blanks_without_end_in_a_line(blank: str) -> None:
    begin = process_time()
    found = imported(f"{HEAD}1、负责销售{blank * 100_000}工作；\n2、完成销售任务；\n")
    assert ["".join(str(duty.text).split()) for duty in found.posts[0].duties] == ["负责销售工作", "完成销售任务"]
    assert process_time() - begin < 2
