"""A request's body read strictly: JSON without duplicate keys or NaN, then columns checked against the model's schema.

Written by hand rather than with pydantic: it is on the path of every request, and an error names the place as a user
wrote it (`inputs[3].text`).
"""

from __future__ import annotations

import difflib
import json
import math
from collections.abc import Callable
from typing import Any, NoReturn

from modelyard.core.schema import Column, Schema
from modelyard.serving.replies import Refusal, RefusedError

_SHOWN = 60  # characters of an offending value or name in an error


def parse_json(body: bytes) -> Any:
    """The JSON value of a body.

    Raises: RefusedError (422) for what JSON or this server does not allow, with the line and column where there is one.
    """
    try:
        return _DECODER.decode(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        _refuse(f"the body must be UTF-8; byte {error.start} is not")
    except json.JSONDecodeError as error:
        _refuse(f"the body must be JSON: {error.msg} at line {error.lineno}, column {error.colno}")
    except RecursionError:
        _refuse("the body is nested too deeply")
    except ValueError as error:  # an integer of more digits than Python reads
        _refuse(f"the body holds a number that cannot be read: {error}".split(";")[0])


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                _refuse(f"the key {_shown(name)} stands twice in one object")
            seen.add(name)
    return found


def _no_constant(name: str) -> NoReturn:
    _refuse(f"the body must be JSON: {name} is not a number that JSON has; for a missing value send null")


_DECODER = json.JSONDecoder(object_pairs_hook=_no_duplicates, parse_constant=_no_constant)


class RequestReader:
    """Turns the JSON of a prediction request into rows by column."""

    def __init__(self, schema: Schema, max_rows: int) -> None:
        self._columns = [(column.name, _checker(column)) for column in schema.inputs]
        self._names = {column.name for column in schema.inputs}
        self._max_rows = max_rows

    def rows(self, request: Any) -> dict[str, list[Any]]:
        """Rows by column.

        Raises: RefusedError (422, or 413 for too many rows) naming the first place that does not fit.
        """
        if type(request) is not dict:
            _refuse(f'the body must be an object such as {{"inputs": [...]}}, not {_kind(request)}')
        inputs = request.get("inputs")
        if "inputs" not in request:
            _refuse("inputs is missing: it holds a list of rows", "inputs")
        for name in request:
            if name != "inputs":
                _refuse(f"{_shown(name)} is not a field of a request; it has one, inputs", _place(name))
        if type(inputs) is not list:
            _refuse(f"inputs must be a list of rows, not {_kind(inputs)}", "inputs")
        if not inputs:
            _refuse("inputs must hold at least one row", "inputs")
        if len(inputs) > self._max_rows:
            message = f"inputs holds {len(inputs)} rows; one request may hold {self._max_rows}: send several requests"
            raise RefusedError(Refusal(413, message, "inputs"))
        return self._columns_of(inputs)

    def _columns_of(self, inputs: list[Any]) -> dict[str, list[Any]]:
        width = len(self._columns)
        rows: dict[str, list[Any]] = {name: [] for name, _ in self._columns}
        for i, row in enumerate(inputs):
            if type(row) is not dict:
                _refuse(f"inputs[{i}] must be an object, not {_kind(row)}", f"inputs[{i}]")
            for name, check in self._columns:
                if name not in row:
                    self._refuse_missing(i, name, row)
                rows[name].append(check(row[name], i, name))
            if len(row) != width:
                self._refuse_unknown(i, row)
        return rows

    def _refuse_missing(self, i: int, name: str, row: dict[str, Any]) -> NoReturn:
        near = difflib.get_close_matches(name, [key for key in row if key not in self._names], n=1)
        hint = f"; did you mean it by {_shown(near[0])}?" if near else ""
        _refuse(f"inputs[{i}].{name} is missing{hint}", f"inputs[{i}].{name}")

    def _refuse_unknown(self, i: int, row: dict[str, Any]) -> NoReturn:
        name = next(key for key in row if key not in self._names)
        place = f"inputs[{i}].{_place(name)}"
        _refuse(f"{place} is not an input of this model; its inputs are: {', '.join(self._names)}"[:1000], place)


Check = Callable[[Any, int, str], Any]


def _checker(column: Column) -> Check:
    if column.kind == "text":
        return _text
    if column.kind == "number":
        return _number
    if column.kind == "vector":
        size = math.prod(column.shape)
        return lambda value, i, name: _vector(value, i, name, column.shape, size)
    return _category


def _text(value: Any, i: int, name: str) -> str:
    if type(value) is not str:
        _refuse(f"inputs[{i}].{name} must be a text, not {_kind(value)}", f"inputs[{i}].{name}")
    return _encodable(value, i, name)


def _category(value: Any, i: int, name: str) -> str | None:
    if value is None:
        return None
    if type(value) is not str:
        _refuse(f"inputs[{i}].{name} must be a text or null, not {_kind(value)}", f"inputs[{i}].{name}")
    return _encodable(value, i, name)


def _number(value: Any, i: int, name: str) -> float | int | None:
    if value is None:
        return None
    if type(value) is not float and type(value) is not int:
        _refuse(f"inputs[{i}].{name} must be a number or null, not {_kind(value)}", f"inputs[{i}].{name}")
    try:
        if math.isfinite(value):
            return value
    except OverflowError:
        pass
    _refuse(f"inputs[{i}].{name} must be within +-1.8e308", f"inputs[{i}].{name}")


def _vector(value: Any, i: int, name: str, shape: tuple[int, ...], size: int) -> list[Any]:
    place = f"inputs[{i}].{name}"
    if type(value) is not list:
        _refuse(f"{place} must be a list of numbers of shape {list(shape)}, not {_kind(value)}", place)
    flat = value
    for length in shape[1:]:
        if any(type(part) is not list or len(part) != length for part in flat):
            _refuse(f"{place} must have the shape {list(shape)}", place)
        flat = [number for part in flat for number in part]
    if len(flat) != size:
        _refuse(f"{place} must hold {size} numbers (shape {list(shape)}), not {len(flat)}", place)
    for number in flat:
        if _number(number, i, name) is None:
            _refuse(f"{place} must hold numbers only, not null", place)
    return value


def _encodable(value: str, i: int, name: str) -> str:
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            place = f"inputs[{i}].{name}"
            _refuse(f"{place} holds half of a surrogate pair at character {error.start}: it is no text", place)
    return value


def _kind(value: Any) -> str:
    return {
        dict: "an object",
        list: "a list",
        str: "a text",
        bool: "a boolean",
        int: "a number",
        float: "a number",
    }.get(type(value), "null")


def _place(name: str) -> str:
    return name if len(name) <= _SHOWN else name[:_SHOWN] + "..."


def _shown(name: str) -> str:
    return json.dumps(_place(name))


def _refuse(message: str, field: str | None = None) -> NoReturn:
    raise RefusedError(Refusal(422, message, field))
