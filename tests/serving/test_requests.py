"""Requests that do not fit: each refused with the right status and the place in the error."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving_kit import TABLE, TEXT, FakePredictor, ServerThread

from modelyard.core import registry
from modelyard.core.errors import RecipeError
from modelyard.core.schema import Column, Schema
from modelyard.serving.replies import RefusedError
from modelyard.serving.requests import RequestReader, parse_json
from modelyard.serving.settings import Settings
from modelyard.tasks._table import Table

READER = RequestReader(TEXT.inputs, required=["text"], max_rows=4)
TABLE_READER = RequestReader(TABLE.inputs, required=[], max_rows=4)


def refusal(reader: RequestReader, body: bytes) -> tuple[int, str | None, str]:
    with pytest.raises(RefusedError) as caught:
        reader.rows(parse_json(body))
    found = caught.value.refusal
    return found.status, found.field, found.message


@pytest.mark.parametrize(
    ("body", "field", "says"),
    [
        (b"", None, "must be JSON"),
        (b"{", None, "line 1"),
        (b"\xff\xfe", None, "UTF-8"),
        ('{"inputs": [{"text": "x"}]}'.encode("utf-16"), None, "UTF-8"),
        (b"\xef\xbb\xbf{}", None, "must be JSON"),
        (b"[]", None, "an object such as"),
        (b"null", None, "not null"),
        (b"{}", "inputs", "missing"),
        (b'{"inputs": {}}', "inputs", "a list of rows, not an object"),
        (b'{"inputs": []}', "inputs", "at least one row"),
        (b'{"inputs": [{"text": "x"}], "model": "y"}', "model", "not a field"),
        (b'{"inputs": [{"text": "x"}, 3]}', "inputs[1]", "an object, not a number"),
        (b'{"inputs": [{"text": "x"}, {"text": "x"}, {"text": "x"}, {}]}', "inputs[3].text", "missing"),
        (b'{"inputs": [{"txt": "x"}]}', "inputs[0].text", 'did you mean it by "txt"'),
        (b'{"inputs": [{"text": ["x"]}]}', "inputs[0].text", "must not be a list"),
        (b'{"inputs": [{"text": {"x": 1}}]}', "inputs[0].text", "must not be an object"),
        (b'{"inputs": [{"text": "x", "more": 1}]}', "inputs[0].more", "not an input"),
        (b'{"inputs": [{"text": "a", "text": "b"}]}', None, "stands twice"),
        (b'{"inputs": [], "inputs": [{"text": "b"}]}', None, "stands twice"),
        (rb'{"inputs": [{"text": "\ud800"}]}', "inputs[0].text", "surrogate"),
        (rb'{"inputs": [{"text": "x", "\ud800": 1}]}', "inputs[0].\ud800", "not an input"),
        (b'{"inputs": [{"text": NaN}]}', None, "NaN"),
        (b'{"inputs": [{"text": -Infinity}]}', None, "Infinity"),
        (b"[" * 1000 + b"]" * 1000, None, "nested"),
        (b"[" * 200_000, None, "nested"),
        (b'{"a":' * 100_000, None, "nested"),
        (b'{"inputs": ' + b"9" * 5000 + b"}", None, "cannot be read"),
        (b'{"inputs": [{"text": "x"}]} {}', None, "Extra data"),
    ],
)
def test_texts(body: bytes, field: str | None, says: str) -> None:
    status, where, message = refusal(READER, body)
    assert (status, where) == (422, field)
    assert says in message
    assert len(message) < 1500


@pytest.mark.parametrize(
    ("row", "field", "says"),
    [
        (b'{"age": %s}' % (b"9" * 400), "inputs[0].age", "within"),
        (b'{"age": 1e999}', "inputs[0].age", "within"),
        (b'{"age": [1]}', "inputs[0].age", "a list"),
        (b'{"job": {}}', "inputs[0].job", "an object"),
        (b'{"Age": 1}', "inputs[0].Age", 'did you mean "age"'),
    ],
)
def test_tables(row: bytes, field: str, says: str) -> None:
    status, where, message = refusal(TABLE_READER, b'{"inputs": [%s]}' % row)
    assert (status, where) == (422, field)
    assert says in message


def test_what_is_not_given_is_missing() -> None:
    assert TABLE_READER.rows({"inputs": [{"age": 1}, {"job": None}]}) == {
        "age": [1, None],
        "job": [None, None],
        "joined": [None, None],
    }


def test_too_many_rows() -> None:
    assert refusal(READER, json.dumps({"inputs": [{"text": "x"}] * 5}).encode())[:2] == (422, "inputs")


def test_vectors_may_be_lists_of_finite_numbers() -> None:
    reader = RequestReader((Column(name="pixels", kind="vector", shape=(2, 2)),), required=[], max_rows=4)
    assert reader.rows({"inputs": [{"pixels": [[1, 2], [3, 4.5]]}]}) == {"pixels": [[[1, 2], [3, 4.5]]]}
    assert refusal(reader, b'{"inputs": [{"pixels": [[1, 1e999]]}]}')[:2] == (422, "inputs[0].pixels")


@pytest.mark.parametrize(
    "cell",
    [
        *(None, [1, 2, 3, 4.5], [[1, 2], [3, 4]], [], [1], [1, 2, 3], [1, 2, 3, 4, 5], [[1, 2, 3, 4]], [[1], [2]]),
        *([[1, 2], [3]], [[1, 2], 3, 4], [1, [2], 3, 4], [[[1, 2], [3, 4]]], [True, 0, 1, 2], [[True, 1], [2, 3]]),
        *([1, 2, 3, None], [1, 2, 3, "4"], ["1", "2", "3", "4"], 5, True, "text", "字", {}, [{}, 1, 2, 3], [[], []]),
    ],
)
@pytest.mark.parametrize("shape", [(2, 2), (4,), (1,)])
def test_a_vector_is_taken_exactly_if_the_published_schema_allows_it(cell: object, shape: tuple[int, ...]) -> None:
    jsonschema_rs = pytest.importorskip("jsonschema_rs", reason="jsonschema-rs is not installed (extra: test)")
    size = math.prod(shape)
    rows = {"pixels": [np.arange(size).reshape(shape).tolist()] * 4}
    schema = Schema(inputs=(Column(name="pixels", kind="vector", shape=shape, example=rows["pixels"][0]),))
    linear = registry.load("models", "linear", field="model.family")
    published = Table.fit(rows, schema, family="linear", config=linear.Config()).request_schema()
    try:
        RequestReader(schema.inputs, required=[], max_rows=4).rows({"inputs": [{"pixels": cell}]})
        taken = True
    except RefusedError as error:
        assert (error.refusal.status, error.refusal.field) == (422, "inputs[0].pixels")
        taken = False
    assert taken == jsonschema_rs.validator_for(published).is_valid({"pixels": cell})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_as_python_reads_it(value: object) -> None:
    assert parse_json(json.dumps(value).encode()) == value


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    try:
        READER.rows(parse_json(body))
    except RefusedError as error:
        assert error.refusal.status in (413, 422)


@pytest.fixture(scope="module")
def server() -> Iterator[ServerThread]:
    with ServerThread(FakePredictor(), max_body_bytes=20_000) as running:
        yield running


GOOD = b'{"inputs": [{"text": "x"}]}'


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content-type": "application/json"}, 200),
        ({"content-type": "application/json; charset=UTF-8"}, 200),
        ({"content-type": "application/json; charset=gb18030"}, 415),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/xml"}, 415),
        ({"content-type": "multipart/form-data; boundary=x"}, 415),
        ({"content-type": "application/json", "content-encoding": "gzip"}, 415),
    ],
)
def test_types(server: ServerThread, headers: dict[str, str], status: int) -> None:
    with server.client() as client:
        reply = client.post("/v1/predict", content=GOOD, headers=headers)
    assert reply.status_code == status
    if status != 200:
        assert set(reply.json()["error"]) == {"message", "field", "request_id"}


def test_the_body_is_limited_with_and_without_a_length(server: ServerThread) -> None:
    large = json.dumps({"inputs": [{"text": "x" * 30_000}]}).encode()
    pieces = (large[i : i + 1000] for i in range(0, len(large), 1000))
    with server.client() as client:
        for content in (large, pieces):
            reply = client.post("/v1/predict", content=content, headers={"content-type": "application/json"})
            assert reply.status_code == 413
            assert "20000 bytes" in reply.json()["error"]["message"]
        assert client.post("/v1/predict", content=GOOD, headers={"content-type": "application/json"}).status_code == 200
    assert server.service.bodies.held_bytes == 0


def test_unknown_addresses_and_methods(server: ServerThread) -> None:
    with server.client() as client:
        assert client.get("/nothing").status_code == 404
        reply = client.get("/v1/predict")
        assert (reply.status_code, reply.headers["allow"]) == (405, "POST")
        assert client.delete("/").status_code == 405


def test_a_full_queue_says_when_to_come_again() -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ServerThread(FakePredictor(seconds=0.1), max_queue_rows=4) as server, ThreadPoolExecutor(16) as pool:
        replies = list(pool.map(lambda _: server.ask(["x", "y"]), range(16)))
    statuses = sorted({reply.status_code for reply in replies})
    assert statuses == [200, 429]
    assert all(int(reply.headers["retry-after"]) >= 1 for reply in replies if reply.status_code == 429)


def test_a_request_that_waits_too_long_is_refused() -> None:
    from concurrent.futures import ThreadPoolExecutor

    slow = FakePredictor(seconds=0.4)
    with ServerThread(slow, answer_seconds=0.1, max_batch_rows=1) as server, ThreadPoolExecutor(4) as pool:
        replies = list(pool.map(lambda _: server.ask(["x"]), range(4)))
    assert sorted({reply.status_code for reply in replies}) == [200, 503]


@pytest.mark.parametrize(("name", "bound"), [("max_rows", "above 0"), ("port", "at least 0")])
def test_a_setting_out_of_range_names_its_bound(name: str, bound: str) -> None:
    with pytest.raises(RecipeError, match=rf"^serve\.{name} must be {bound}\. Got -1\.$"):
        Settings(**{name: -1})
