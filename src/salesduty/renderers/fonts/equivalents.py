"""Which font stands for which: the same hand under the names that Windows, macOS, WPS and Linux give it.

Names are as font files say them, compared without regard to case. Within a hand the better likeness comes first.
"""

from __future__ import annotations

_SONG = (
    "宋体", "SimSun", "NSimSun", "STSong", "华文宋体", "Songti SC", "Source Han Serif SC", "思源宋体", "Source Han Serif CN",
    "Noto Serif CJK SC", "Noto Serif SC", "FandolSong", "AR PL UMing CN", "AR PL SungtiL GB", "HanaMinA",
)  # fmt: skip
_HEI = (
    "黑体", "SimHei", "STHeiti", "华文黑体", "Heiti SC", "Microsoft YaHei", "微软雅黑", "DengXian", "等线", "PingFang SC",
    "Hiragino Sans GB", "Source Han Sans SC", "思源黑体", "Source Han Sans CN", "Noto Sans CJK SC", "Noto Sans SC", "FandolHei",
    "WenQuanYi Zen Hei", "文泉驿正黑", "WenQuanYi Micro Hei", "Droid Sans Fallback",
)  # fmt: skip
_FANG = ("仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312", "STFangsong", "华文仿宋", "FZFangSong-Z02S", "FandolFang")
_KAI = (
    "楷体", "KaiTi", "楷体_GB2312", "KaiTi_GB2312", "STKaiti", "华文楷体", "Kaiti SC", "FZKai-Z03S", "FandolKai", "AR PL UKai CN",
    "AR PL KaitiM GB", "LXGW WenKai", "霞鹜文楷", "LXGW WenKai GB",
)  # fmt: skip
_TITLE = ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "STZhongsong", "华文中宋")
_TIMES = (
    "Times New Roman", "Times", "Liberation Serif", "Tinos", "TeX Gyre Termes", "Nimbus Roman", "Nimbus Roman No9 L", "FreeSerif",
    "Noto Serif", "DejaVu Serif",
)  # fmt: skip
_ARIAL = (
    "Arial",
    "Helvetica",
    "Liberation Sans",
    "Arimo",
    "TeX Gyre Heros",
    "Nimbus Sans",
    "FreeSans",
    "Noto Sans",
    "DejaVu Sans",
)

# Where a machine has no 仿宋 or 楷体, as no Linux has, 宋体 is what a reader expects; where there is no 小标宋, a heavy 宋体.
_HANDS = (
    (_FANG, _SONG),
    (_KAI, _FANG, _SONG),
    (_TITLE, _SONG),
    (_SONG, _FANG),
    (_HEI, _SONG),
    (_TIMES,),
    (_ARIAL,),
)
HEAVY = frozenset(name.casefold() for name in _TITLE)
"""Fonts that are heavy by themselves: whatever stands in for them is set bold."""


def standing_for(name: str) -> tuple[str, ...]:
    """Return the names under which the font `name`, or the nearest to it, may be found, the best first."""
    wanted = name.casefold()
    for hands in _HANDS:
        if wanted in (known.casefold() for known in hands[0]):
            return tuple(dict.fromkeys((name, *(known for hand in hands for known in hand))))
    return (name,)


def is_heavy(name: str) -> bool:
    """Tell whether `name` is a heavy hand, whose stand-ins are set bold."""
    return name.casefold() in HEAVY
