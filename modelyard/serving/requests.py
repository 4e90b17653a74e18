"""A request's body read strictly: JSON without duplicate keys or NaN, then rows by column.

Written by hand rather than with pydantic: it is on the path of every request, and an error names the place as a user
wrote it (`inputs[3].text`).
"""

from __future__ import annotations

import difflib
import json
import math
from collections.abc import Collection, Sequence
from typing import Any, NoReturn

from modelyard.core.schema import Column
from modelyard.serving.replies import Refusal, RefusedError

_SHOWN = 60  # characters of an unknown name in an error
_LONGEST = 1000  # characters of an error


def parse_json(body: bytes) -> Any:
    """The JSON value of a body.

    Raises: RefusedError (422) for what JSON or this server does not allow, with the line and column where there is one.
    """
    try:
        return _DECODER.decode(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        refuse(f"the body must be UTF-8; byte {error.start} is not")
    except json.JSONDecodeError as error:
        refuse(f"the body must be JSON: {error.msg} at line {error.lineno}, column {error.colno}")
    except RecursionError:
        refuse("the body is nested too deeply")
    except ValueError as error:  # an integer of more digits than Python reads
        refuse(f"the body holds a number that cannot be read: {error}".split(";")[0])


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                refuse(f"the key {shown(name)} stands twice in one object")
            seen.add(name)
    return found


def _no_constant(name: str) -> NoReturn:
    refuse(f"the body must be JSON: {name} is not a number that JSON has; for a missing value send null")


_DECODER = json.JSONDecoder(object_pairs_hook=_no_duplicates, parse_constant=_no_constant)


class RequestReader:
    """Turns the JSON of a prediction request into rows by column; what a cell must be is left to the task's check."""

    def __init__(self, columns: Sequence[Column], *, required: Collection[str], max_rows: int) -> None:
        self._columns = [
            (column.name, column.shape if column.kind == "vector" else None, column.name in required)
            for column in columns
        ]
        self._names = [column.name for column in columns]
        self._talks = frozenset(column.name for column in columns if column.kind == "messages")
        self._max_rows = max_rows

    def rows(self, request: Any) -> dict[str, list[Any]]:
        """Rows by column; a field that is not required and not given is None.

        Raises: RefusedError (422) naming the first place that does not fit.
        """
        if type(request) is not dict:
            refuse(f'the body must be an object such as {{"inputs": [...]}}, not {kind(request)}')
        inputs = request.get("inputs")
        if "inputs" not in request:
            refuse("inputs is missing: it holds a list of rows", "inputs")
        for name in request:
            if name != "inputs":
                refuse(f"{shown(name)} is not a field of a request; it has one, inputs", short(name))
        if type(inputs) is not list:
            refuse(f"inputs must be a list of rows, not {kind(inputs)}", "inputs")
        if not inputs:
            refuse("inputs must hold at least one row", "inputs")
        if len(inputs) > self._max_rows:
            refuse(f"inputs holds {len(inputs)} rows; one request may hold {self._max_rows}", "inputs")
        return self._by_column(inputs)

    def _by_column(self, inputs: list[Any]) -> dict[str, list[Any]]:
        rows: dict[str, list[Any]] = {name: [] for name in self._names}
        for i, row in enumerate(inputs):
            if type(row) is not dict:
                refuse(f"inputs[{i}] must be an object, not {kind(row)}", f"inputs[{i}]")
            found = 0
            for name, shape, required in self._columns:
                if name in row:
                    found += 1
                    value = row[name]
                    if shape is not None:
                        rows[name].append(_vector(value, f"inputs[{i}].{name}", shape))
                    elif type(value) is str and value.isascii():
                        rows[name].append(value)
                    elif name in self._talks:
                        rows[name].append(_messages(value, f"inputs[{i}].{name}"))
                    else:
                        rows[name].append(_plain(value, f"inputs[{i}].{name}"))
                elif required:
                    self._refuse_names(i, row, name)
                else:
                    rows[name].append(None)
            if found != len(row):
                self._refuse_names(i, row, None)
        return rows

    def _refuse_names(self, i: int, row: dict[str, Any], missing: str | None) -> NoReturn:
        unknown = [name for name in row if name not in self._names]
        if missing is not None:
            near = difflib.get_close_matches(missing, unknown, n=1)
            hint = f"; did you mean it by {shown(near[0])}?" if near else ""
            refuse(f"inputs[{i}].{missing} is missing{hint}", f"inputs[{i}].{missing}")
        place = f"inputs[{i}].{short(unknown[0])}"
        near = difflib.get_close_matches(unknown[0], self._names, n=1)
        hint = f"did you mean {shown(near[0])}?" if near else f"its inputs are: {', '.join(self._names)}"
        refuse(f"{place} is not an input of this model; {hint}"[:_LONGEST], place)


def _plain(value: Any, place: str) -> Any:
    """The value, if it is one that a task can be asked to check: encodable text or a finite number."""
    if type(value) is str:
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            refuse(f"{place} holds half of a surrogate pair at character {error.start}: it is no text", place)
    elif type(value) is float or type(value) is int:
        _refuse_infinite(value, place)
    elif type(value) is dict or type(value) is list:
        refuse(f"{place} must not be {kind(value)}", place)
    return value


def _messages(value: Any, place: str) -> Any:
    """The value, if it is a list of objects with a role and a content, both text; the task checks what they say."""
    if type(value) is not list:
        refuse(f"{place} must be a list of messages, not {kind(value)}", place)
    for i, message in enumerate(value):
        if type(message) is not dict or set(message) != {"role", "content"}:
            refuse(f"{place}[{i}] must be an object with role and content", f"{place}[{i}]")
        for name, text in message.items():
            if type(text) is not str:
                refuse(f"{place}[{i}].{name} must be text, not {kind(text)}", f"{place}[{i}].{name}")
            _plain(text, f"{place}[{i}].{name}")
    return value


def _vector(value: Any, place: str, shape: tuple[int, ...]) -> Any:
    """The value, if it is null, a flat list of numbers, or lists nested as `shape` says: what the API document allows.

    A shape of () is not known here; the task's check knows how many numbers there must be.
    """
    if value is None:
        return None
    if type(value) is not list:
        refuse(f"{place} must be a list of numbers, not {kind(value)}", place)
    if len(shape) > 1 and value and type(value[0]) is list:
        _nested(value, place, shape)
    else:
        _nested(value, place, (math.prod(shape) if shape else len(value),))
    return value


def _nested(value: Any, place: str, shape: tuple[int, ...]) -> None:
    if not shape:
        if type(value) is not float and type(value) is not int:
            refuse(f"{place} must hold numbers only, not {kind(value)}", place)
        _refuse_infinite(value, place)
        return
    if type(value) is not list or len(value) != shape[0]:
        found = f"one of {len(value)}" if type(value) is list else kind(value)
        refuse(f"{place} must hold a list of {shape[0]} here, not {found}", place)
    for part in value:
        _nested(part, place, shape[1:])


def _refuse_infinite(value: float, place: str) -> None:
    try:
        finite = math.isfinite(value)
    except OverflowError:
        finite = False
    if not finite:
        refuse(f"{place} must hold numbers within +-1.8e308", place)


def kind(value: Any) -> str:
    """What a JSON value is, in words."""
    return {
        dict: "an object",
        list: "a list",
        str: "a text",
        bool: "a boolean",
        int: "a number",
        float: "a number",
    }.get(type(value), "null")


def short(name: str) -> str:
    """The beginning of a name that a client made up."""
    return name if len(name) <= _SHOWN else name[:_SHOWN] + "..."


def shown(name: str) -> str:
    """The same in quotes, ASCII only."""
    return json.dumps(short(name))


def refuse(message: str, field: str | None = None) -> NoReturn:
    """Raises: RefusedError (422)."""
    raise RefusedError(Refusal(422, message, field))
