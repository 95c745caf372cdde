"""Numbers as Word draws them: the number formats of ECMA-376 17.18.59 that Chinese documents use."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

_HANZI = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
    (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_ROMAN = 4000
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_PADDED = re.compile(r"(0*)1\b")
_TEN, _HUNDRED, _THOUSAND, _MYRIAD = 10, 100, 1000, 10_000


def counted(value: int, form: str, custom: str = "") -> str:
    """Return the number `value` in the number format `form`; `custom` is the pattern of a custom one, as `001, 002, …`.

    What a format has no sign for is drawn in digits, as Word does.
    """
    if form == "custom":
        match = _PADDED.match(custom)
        return str(value).zfill(len(match.group()) if match else 1)
    return FORMS.get(form, str)(value)


def _hanzi(value: int, digits: str = _HANZI, units: str = "十百千", bare_ten: bool = True) -> str:
    """Thousands, hundreds, tens: 一百零五; ten to nineteen begin with 十 where `bare_ten`."""
    if not 0 < value < _MYRIAD:
        return "〇" if value == 0 else str(value)
    ten, hundred, thousand = tuple(units)
    text, gap = "", False
    for size, unit in ((_THOUSAND, thousand), (_HUNDRED, hundred), (_TEN, ten), (1, "")):
        digit = value // size % _TEN
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + unit
            gap = False
        else:
            gap = bool(text)
    return text[1:] if bare_ten and _TEN <= value < 2 * _TEN else text


def _japanese(value: int) -> str:
    """As Chinese ones without a zero, and without a one before ten and hundred."""
    if not 0 < value < _MYRIAD:
        return str(value)
    return _hanzi(value).replace("零", "").replace("一十", "十").replace("一百", "百").replace("一千", "千")


def _roman(value: int) -> str:
    if not 0 < value < _MOST_ROMAN:
        return str(value)
    text = ""
    for size, sign in _ROMAN:
        times, value = divmod(value, size)
        text += sign * times
    return text


def _letters(value: int) -> str:
    """A to Z, then AA, BB."""
    if not 0 < value <= 26 * 20:
        return str(value)
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _from(signs: Sequence[str]) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else str(value)


def _row(first: str, count: int) -> str:
    return "".join(chr(ord(first) + each) for each in range(count))


FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "chineseCounting": _hanzi,
    "chineseCountingThousand": _hanzi,
    "taiwaneseCounting": _hanzi,
    "taiwaneseCountingThousand": _hanzi,
    "japaneseCounting": _japanese,
    "koreanCounting": _japanese,
    "chineseLegalSimplified": lambda value: _hanzi(value, _LEGAL, "拾佰仟", bare_ten=False),
    "ideographLegalTraditional": lambda value: _hanzi(value, _LEGAL_TRADITIONAL, "拾佰仟", bare_ten=False),
    "japaneseLegal": lambda value: _hanzi(value, "零壱弐参四伍六七八九", "拾百阡", bare_ten=False),
    "ideographDigital": lambda value: str(value).translate(_DIGITS),
    "japaneseDigitalTenThousand": lambda value: str(value).translate(_DIGITS),
    "taiwaneseDigital": lambda value: str(value).translate(_DIGITS),
    "ideographTraditional": _from("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _from("子丑寅卯辰巳午未申酉戌亥"),
    "ideographZodiacTraditional": _from(
        [f"{'甲乙丙丁戊己庚辛壬癸'[n % 10]}{'子丑寅卯辰巳午未申酉戌亥'[n % 12]}" for n in range(60)]
    ),
    "ideographEnclosedCircle": _from(_row("㊀", 10)),
    "decimalEnclosedCircle": _from(_row("①", 20)),
    "decimalEnclosedCircleChinese": _from(_row("①", 20)),
    "decimalEnclosedFullstop": _from(_row("⒈", 20)),
    "decimalEnclosedParen": _from(_row("⑴", 20)),
    "decimalFullWidth": lambda value: str(value).translate(_WIDE),
    "decimalFullWidth2": lambda value: str(value).translate(_WIDE),
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "none": lambda _: "",
}
