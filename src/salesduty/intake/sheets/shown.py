"""Numbers of a spreadsheet as a person sees them: 0.3 in the format `0%` is 30%, 45292 in `yyyy-mm-dd` is a day.

After "number format codes" of ECMA-376 part 1, 18.8.31. Fractions and exponents, which documents about work do not use, are
shown plain.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss", 49: "@", 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""Formats that a workbook names by number only, the last ones those of Chinese editions."""
_PART = re.compile(r'"([^"]*)"?|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[(h+|m+|s+)\]|\[[^\]]*\]', re.IGNORECASE | re.DOTALL)
_DATE = re.compile(r"AM/PM|上午/下午|A/P|y+|m+|d+|h+|s+|\[h+\]", re.IGNORECASE)
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?|\.[0#?]+")
_QUOTED = "\x00"
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a day on paper, in no zone
_LAST_DAY = 2_958_465
_SIGNIFICANT = 15
_MOST_DECIMALS = 10


def shown(value: str, code: str, *, since_1904: bool = False) -> str:
    """Return the number `value` as the format `code` shows it; `value` itself where it is no number."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number.adjusted()) > _SIGNIFICANT:
        return value
    section = _section(code, number)
    if section.strip().lower() in ("", "general", "@", "g/通用格式"):
        return _general(number)
    plain, kept = _without_quotes(section)
    if "E+" in plain.upper() or "/?" in plain or "?/" in plain:
        return _general(number)
    if not _DIGITS.search(plain) and _DATE.search(plain):
        return _restored(_dated(number, plain, _EPOCH_1904 if since_1904 else _EPOCH) or _general(number), kept)
    if not _DIGITS.search(plain):
        return _restored(plain.replace("@", _general(number)), kept)
    if ";" in code and number < 0 and section is not code.split(";")[0]:
        number = abs(number)
    return _restored(_numbered(number, plain), kept)


def _section(code: str, number: Decimal) -> str:
    """The part of the format that is for a number of this sign."""
    parts: list[str] = re.findall(r'(?:"[^"]*"?|\\.|[^;"\\])+|(?<=;)(?=;|\Z)', code) or [code]
    if len(parts) > 1 and number < 0:
        return parts[1]
    return parts[2] if len(parts) > 2 and number == 0 else parts[0]


def _without_quotes(section: str) -> tuple[str, list[str]]:
    """A format with a mark for each literal text, and these texts."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        text = next((each for each in match.groups()[:3] if each is not None), "")
        if match[4]:
            return match[4][0]
        kept.append(text)
        return _QUOTED if text else ""

    plain = _PART.sub(keep, section)
    return plain, [each for each in kept if each]


def _restored(text: str, kept: list[str]) -> str:
    pieces = text.split(_QUOTED)
    return "".join(
        piece + (kept[place] if place < len(kept) and place < len(pieces) - 1 else "") for place, piece in enumerate(pieces)
    ).strip()


def _general(number: Decimal) -> str:
    """A number without a format; what binary fractions add behind the fifteenth digit is cut."""
    rounded = number if len(number.as_tuple().digits) <= _SIGNIFICANT else Decimal(f"{number:.{_SIGNIFICANT - 1}E}")
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _numbered(number: Decimal, plain: str) -> str:
    match = _DIGITS.search(plain)
    if match is None:
        return _general(number)
    digits = match[0]
    number = number.scaleb(2 * plain.count("%")).scaleb(-3 * (len(digits) - len(digits.rstrip(","))))
    whole, _, fraction = digits.rstrip(",").partition(".")
    decimals = min(len(fraction), _MOST_DECIMALS)
    if number.adjusted() > _SIGNIFICANT:
        return _general(number)
    rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{abs(rounded):,f}" if "," in whole else f"{abs(rounded):f}"
    integer, _, rest = text.partition(".")
    least = fraction.rstrip("#?")
    rest = rest[: len(least)] + rest[len(least) :].rstrip("0")
    integer = integer.lstrip("0").rjust(whole.count("0"), "0") if "," not in whole else integer
    return plain[: match.start()] + ("-" if rounded < 0 else "") + integer + ("." + rest if rest else "") + plain[match.end() :]


def _dated(number: Decimal, plain: str, epoch: datetime) -> str | None:
    if not 0 <= number <= _LAST_DAY:
        return None
    seconds = int((number % 1 * 86_400).to_integral_value(ROUND_HALF_UP))
    day = epoch + timedelta(days=int(number), seconds=seconds)
    before = ""

    def written(match: re.Match[str]) -> str:
        nonlocal before
        sign = match[0].lower()
        after = plain[match.end() :].lower().lstrip(":\x00. ")
        minutes = sign[0] == "m" and len(sign) < 3 and (before == "h" or after.startswith("s"))
        before = "minutes" if minutes else sign[0]
        if sign in ("am/pm", "a/p", "上午/下午"):
            return day.strftime("%p") if sign != "上午/下午" else ("上午" if day.hour < 12 else "下午")
        values = {"y": day.year, "m": day.minute if minutes else day.month, "d": day.day, "h": day.hour, "s": day.second}
        value = values[sign[0]]
        if sign[0] == "y":
            return f"{value:04}" if len(sign) > 2 else f"{value % 100:02}"
        return f"{value:02}" if len(sign) == 2 else str(value)

    return _DATE.sub(written, plain)
