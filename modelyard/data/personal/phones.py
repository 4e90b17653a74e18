"""Telephone numbers: international (E.164), American, British, Chinese; and whatever is called one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from modelyard.data.personal.spans import Span

_START, _END = r"(?<![\w.+/=-])", r"(?![\w%]|[-.,/:][0-9]|[年月日元块万])"
_PATTERNS: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern, re.ASCII), score)
    for pattern, score in (
        # E.164, however it is grouped; the number of digits is checked below.
        (r"(?<![\w+])(?:\+|00(?=[1-9][0-9]{0,2}[ -]))[1-9][0-9]{0,2}+(?:[ .-]?+\(?+[0-9]{1,5}+\)?+){2,6}+" + _END, 0.9),
        (_START + r"(?:\+?1[ .-]?)?\([2-9][0-9]{2}\) ?-?[2-9][0-9]{2}[ .-][0-9]{4}" + _END, 0.92),
        (_START + r"(?:1[ .-])?[2-9][0-9]{2}([ .-])[2-9][0-9]{2}\1[0-9]{4}" + _END, 0.85),
        # British: mobile, London and the other big cities, the other area codes.
        (_START + r"07[0-9]{3} ?[0-9]{3} ?[0-9]{3}" + _END, 0.8),
        (_START + r"\(?02[0-9]\)? ?[0-9]{4} [0-9]{4}" + _END, 0.85),
        (_START + r"\(?01[0-9]{2,3}\)? [0-9]{3}(?: ?[0-9]{3}| [0-9]{4})" + _END, 0.8),
        # Chinese: mobile, and landline with its area code.
        (r"(?<![\w.+/=-])(?:(?:\+|00)?86[ -]?)?1[3-9][0-9]([ -]?)[0-9]{4}\1[0-9]{4}" + _END, 0.85),
        (_START + r"(?:86-)?\(?0(?:10|2[0-9]|[3-9][0-9]{2})(?:\) ?|[- ])[2-9][0-9]{6,7}(?:-[0-9]{1,5})?" + _END, 0.85),
        # An area code in brackets, anywhere.
        (_START + r"\(0[0-9]{1,4}\)[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}" + _END, 0.85),
    )
)
_SAID = re.compile(
    r"(?:\b(?:tele)?phone(?: number| no\.?)?|\btel(?: no\.?|\.)?|\bmobile(?: number| no\.?)?|\bcell(?: phone)?"
    r"|\bcall(?: me)?(?: (?:at|on|back))?|\btext me(?: at| on)?|\bring me(?: on)?|\bwhatsapp|\bfax"
    r"|电话(?:号码)?|手机(?:号码?)?|联系方式|致电|座机|拨打|传真)[ :：是为#()（）]{0,4}"
    r"([0-9(+][0-9 ().-]{5,18}[0-9])" + _END,
    re.IGNORECASE,
)
# What a long number before which one of these stands is called.
_OTHER = re.compile(
    r"(?:order|invoice|tracking|serial|model|part|item|ticket|case|ref(?:erence)?|account|isbn|issn|sku|build|version"
    r"|订单|单号|编号|型号|货号|条码|条形码|发票|流水号?|序列号|工单|快递|运单|学号|工号|QQ|qq|卡号|ISBN|案号|票号)"
    r"(?: (?:number|no\.?|id))?[号码 :：#为是]{0,4}\Z",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:19|20)[0-9]{2}[-./ ][01]?[0-9][-./ ][0-3]?[0-9].*|[0-3]?[0-9]\.[01]?[0-9]\.(?:19|20)[0-9]{2}.*")
_FEWEST, _MOST = 8, 15  # digits of a number with its country


def find(text: str) -> Iterator[Span]:
    """Spans of telephone numbers."""
    for pattern, score in _PATTERNS:
        for match in pattern.finditer(text):
            digits = sum(sign.isdigit() for sign in match[0])
            if not _FEWEST <= digits <= _MOST + 2 or _DATE.fullmatch(match[0]):
                continue
            if _OTHER.search(text[max(0, match.start() - 24) : match.start()]):
                continue
            yield Span(*match.span(), "phone", score)
    for match in _SAID.finditer(text):
        digits = sum(sign.isdigit() for sign in match[1])
        if 7 <= digits <= _MOST and not _DATE.fullmatch(match[1]):
            yield Span(*match.span(1), "phone", 0.75)
