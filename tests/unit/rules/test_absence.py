"""The same thing missing in many places."""

from __future__ import annotations

from collections.abc import Mapping

from salesduty.results.place import Place
from salesduty.results.wording import Text
from salesduty.rules.absence import Lack, lacking
from salesduty.rules.rule import Hit, Mention

OTHERS = Text("个岗位", "other posts")


def _lacks(count: int) -> list[Lack]:
    return [Lack(Place("a.yaml", ("posts", index)), Text(f"“岗{index}”", f"“post {index}”")) for index in range(count)]


def _subject(zh: str, en: str) -> Mapping[str, object]:
    return {"subject": Text(zh, en)}


def test_nothing_missing_is_no_hit() -> None:
    assert list(lacking([], 5, OTHERS)) == []


def test_few_are_named_one_by_one_even_if_they_are_all() -> None:
    assert list(lacking(_lacks(3), 3, OTHERS)) == [Hit(lack.at, {"subject": lack.subject}) for lack in _lacks(3)]


def test_a_minority_is_named_one_by_one() -> None:
    assert list(lacking(_lacks(4), 8, OTHERS)) == [Hit(lack.at, {"subject": lack.subject}) for lack in _lacks(4)]


def test_a_majority_is_one_hit() -> None:
    assert list(lacking(_lacks(4), 7, OTHERS)) == [
        Hit(
            Place("a.yaml", ("posts", 0)),
            _subject("“岗0”等 4 个岗位", "“post 0” and 3 other posts"),
            tuple(
                Mention(Place("a.yaml", ("posts", n)), Text(f"“岗{n}”也没有", f"the same holds for “post {n}”"))
                for n in (1, 2, 3)
            ),
        )
    ]


def test_no_more_than_ten_others_are_mentioned() -> None:
    (hit,) = lacking(_lacks(400), 400, OTHERS)
    assert hit.values == _subject("“岗0”等 400 个岗位", "“post 0” and 399 other posts")
    assert [mention.at.path for mention in hit.related] == [("posts", n) for n in range(1, 11)]
