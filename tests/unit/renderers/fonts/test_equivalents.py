"""Which font stands for which."""

from __future__ import annotations

import pytest

from salesduty.renderers.fonts.equivalents import is_heavy, standing_for


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("仿宋", ("FangSong", "STFangsong", "SimSun", "Songti SC", "Noto Serif CJK SC")),
        ("仿宋_GB2312", ("仿宋", "FangSong")),
        ("simhei", ("SimHei", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei")),
        ("楷体", ("KaiTi", "STKaiti", "Kaiti SC", "AR PL UKai CN", "FangSong", "SimSun")),
        ("方正小标宋简体", ("FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun", "Noto Serif CJK SC")),
        ("Times New Roman", ("Liberation Serif", "Nimbus Roman")),
    ],
)
def test_the_same_hand_comes_before_a_similar_one(wanted: str, found: tuple[str, ...]) -> None:
    names = standing_for(wanted)

    assert names[0] == wanted
    assert [name for name in names if name in found] == list(found)


def test_an_unknown_font_stands_for_itself() -> None:
    assert standing_for("本公司体") == ("本公司体",)


def test_only_the_hand_of_titles_is_heavy_by_itself() -> None:
    assert [is_heavy(name) for name in ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "宋体")] == [True, True, False]
