"""The fields of a request to a language model, read one by one: what does not fit is refused with its name."""

from __future__ import annotations

import difflib
import math
from typing import Any, NoReturn

from modelyard.serving.replies import Refusal, RefusedError
from modelyard.serving.requests import kind, refuse, short, shown

_MOST_INTEGER = 2**63 - 1


class Fields:
    """A JSON object being read; `null` is the same as nothing. `place` stands before the names in errors."""

    def __init__(self, content: Any, place: str = "") -> None:
        self._place = place
        if type(content) is not dict:
            refuse(f"{place or 'the body'} must be an object, not {kind(content)}", place or None)
        self._content: dict[str, Any] = content
        self._read: set[str] = set()

    def name(self, field: str) -> str:
        """The field as a client wrote it."""
        return f"{self._place}.{field}" if self._place else field

    def any(self, field: str) -> Any:
        """The value as it is; None where there is none."""
        self._read.add(field)
        return self._content.get(field)

    def refuse(self, field: str, rule: str) -> NoReturn:
        """Raises: RefusedError (422)."""
        refuse(f"{self.name(field)} {rule}"[:1000], self.name(field))

    def integer(self, field: str, low: int = 0, high: int = _MOST_INTEGER) -> int | None:
        """A whole number within bounds; 3.0 is one."""
        value = self.any(field)
        if value is None:
            return None
        if type(value) is float and math.isfinite(value) and value == int(value):
            value = int(value)
        if type(value) is not int or not low <= value <= high:
            bounds = f"at least {low}" if high == _MOST_INTEGER else f"from {low} to {high}"
            self.refuse(field, f"must be a whole number, {bounds}")
        return value

    def number(self, field: str, low: float, high: float) -> float | None:
        """A number within bounds."""
        value = self.any(field)
        if value is None:
            return None
        if type(value) not in (int, float) or not low <= value <= high:
            self.refuse(field, f"must be a number from {low:g} to {high:g}")
        return float(value)

    def flag(self, field: str) -> bool:
        """True or false; false where there is none."""
        value = self.any(field)
        if value is not None and type(value) is not bool:
            self.refuse(field, f"must be true or false, not {kind(value)}")
        return bool(value)

    def text(self, field: str, most: int = 1_000_000) -> str | None:
        """A text."""
        value = self.any(field)
        return None if value is None else self.checked(field, value, most)

    def checked(self, field: str, value: Any, most: int = 1_000_000) -> str:
        """The value, if it is a text that UTF-8 can carry."""
        if type(value) is not str:
            self.refuse(field, f"must be a text, not {kind(value)}")
        if len(value) > most:
            self.refuse(field, f"must have at most {most:,} characters, not {len(value):,}")
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            self.refuse(field, f"holds half of a surrogate pair at character {error.start}: it is no text")
        return value

    def texts(self, field: str, *, most: int, characters: int) -> tuple[str, ...]:
        """A text or a list of texts, none empty."""
        value = self.any(field)
        if value is None:
            return ()
        listed = value if type(value) is list else [value]
        if len(listed) > most:
            self.refuse(field, f"must hold at most {most} texts, not {len(listed)}")
        found = tuple(self.checked(field, one, characters) for one in listed)
        if not all(found):
            self.refuse(field, "must not hold an empty text")
        return found

    def neutral(self, field: str, *values: Any, instead: str = "") -> None:
        """A field that clients send and this server cannot follow: only a value that asks for nothing is taken."""
        value = self.any(field)
        if value is not None and value not in values:
            self.refuse(field, f"is not something this server can do{'; ' + instead if instead else ''}")

    def done(self) -> None:
        """Refuse a field that nobody read."""
        unknown = next((name for name in self._content if name not in self._read), None)
        if unknown is None:
            return
        near = difflib.get_close_matches(unknown, self._read, n=1)
        hint = f"did you mean {shown(near[0])}?" if near else f"there are: {', '.join(sorted(self._read))}"
        refuse(f"{shown(unknown)} is not a field of this request; {hint}"[:1000], self.name(short(unknown)))


def not_found(message: str, field: str) -> NoReturn:
    """Raises: RefusedError (404)."""
    raise RefusedError(Refusal(404, message, field))
