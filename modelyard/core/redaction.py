"""Personal data in free text replaced by what it is (`[email]`, `[phone]`, `[card]`, `[id]`), and secrets by ***.

Patterns with check digits where there are any. It is a filter that lowers a risk: names, addresses and whatever has no
form of its own pass through.
"""

from __future__ import annotations

import re

from modelyard.core.errors import hidden

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_IBAN = re.compile(r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")
# Digits in groups: cards, phones and identity numbers are told apart by their length and check digits.
_DIGITS = re.compile(
    r"(?<![\w.])(?:\+|00)?[0-9(](?:[0-9]|[ ().-](?=[0-9(])|[) ][ -](?=[0-9(])){6,24}[0-9Xx](?![\w])", re.ASCII
)
_IPV4 = re.compile(r"\b(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\b")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def redact(text: str) -> str:
    """The text without what these patterns find."""
    text = _EMAIL.sub("[email]", hidden(text))
    text = _IBAN.sub(lambda match: "[iban]" if _is_iban(match[0]) else match[0], text)
    text = _IPV4.sub("[ip]", text)
    return _DIGITS.sub(_number, text)


def _number(match: re.Match[str]) -> str:
    shown = match[0]
    digits = re.sub(r"[^0-9Xx]", "", shown)
    if len(digits) == 18 and _is_chinese_id(digits.upper()):
        return "[id]"
    if not digits.isdigit():
        return shown
    if 13 <= len(digits) <= 19 and _is_luhn(digits):
        return "[card]"
    if re.fullmatch(r"(?:86|0086)?1[3-9][0-9]{9}", digits):  # a mobile number in China, however it is grouped
        return "[phone]"
    grouped = shown != digits
    # A plain number may be anything; grouped as a phone number is, or with a country code, it is taken for one.
    if 8 <= len(digits) <= 15 and (shown.startswith(("+", "00")) or (grouped and _is_grouped_phone(shown))):
        return "[phone]"
    if re.fullmatch(r"[0-9]{3}-[0-9]{2}-[0-9]{4}", shown):
        return "[id]"
    return shown


def _is_grouped_phone(shown: str) -> bool:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}", shown):
        return False  # a date
    return re.fullmatch(r"\(?0?[0-9]{2,4}\)?[ .-]?[0-9]{3,4}[ .-][0-9]{3,4}", shown) is not None


def _is_luhn(digits: str) -> bool:
    """Source: ISO/IEC 7812-1, annex B."""
    total = 0
    for i, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if i % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _is_chinese_id(digits: str) -> bool:
    """Source: GB 11643-1999."""
    if not digits[:17].isdigit():
        return False
    check = sum(int(digit) * weight for digit, weight in zip(digits[:17], _WEIGHTS, strict=True)) % 11
    return digits[17] == "10X98765432"[check]


def _is_iban(shown: str) -> bool:
    """Source: ISO 13616-1."""
    text = shown.replace(" ", "")
    turned = text[4:] + text[:4]
    return 15 <= len(text) <= 34 and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
