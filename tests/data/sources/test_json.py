import json

import pytest

from modelyard.core.errors import DataError
from modelyard.data.sources import json_array

ROWS = [{"text": "好", "n": 1}, {"text": "bad\n", "n": -2.5}, {"text": None, "n": True}]


def test_jsonl(read, write):
    found = read(write("x.jsonl", "\n".join(json.dumps(row) for row in ROWS)))
    assert found.rows == {"text": ["好", "bad\n", None], "n": [1, -2.5, True]}
    assert found.places == ["x.jsonl:1", "x.jsonl:2", "x.jsonl:3"]
    assert found.description["format"] == "jsonl"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ('{"text": "a"', "not a JSON object"),
        ("[1, 2]", "must be a JSON object"),
        ("17", "must be a JSON object"),
        ('{"text": "a", "more": 1}', "key 'more' is in no earlier row"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": ' + '{"a":' * 50_000 + "1" + "}" * 50_001, "nested too deeply"),
        ('{"text": ' + "9" * 5000 + "}", "a number of 5000 digits"),
    ],
)
def test_a_bad_line_of_jsonl(read, write, line, rule):
    before = '{"text": "x"}\n' * 1500  # columns are known from the first thousand rows
    path = write("x.jsonl", f'{before}\n{line}\n{{"text": "y"}}\n')
    found = read(path)
    assert len(found.rows["text"]) == 1501
    assert [row.place for row in found.bad] == ["x.jsonl:1502"]
    assert rule in found.bad[0].rule
    with pytest.raises(DataError, match=r"x\.jsonl:1502"):
        read(path, on_bad_rows="error")


def test_jsonl_bytes_that_do_not_decode(read, write):
    found = read(write("x.jsonl", b'{"text": "a"}\n{"text": "\xff"}\n' + '{"text": "好"}\n'.encode() * 20))
    assert [row.place for row in found.bad] == ["x.jsonl:2"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_jsonl_encodings(read, write, encoding):
    content = "".join(json.dumps({"text": f"服务不错{i}"}, ensure_ascii=False) + "\r\n" for i in range(9))
    assert read(write("x.jsonl", content.encode(encoding))).rows["text"][8] == "服务不错8"


def test_what_json_is_not(read, write):
    found = read(write("x.jsonl", '{"a": NaN, "b": 1}\n{"a": Infinity, "b": 1, "b": 2}\n{"b": 1e999}\n'))
    assert found.rows == {"a": [None, None, None], "b": [1, 2, None]}
    assert any("NaN" in note for note in found.notes) and any("twice" in note for note in found.notes)


def test_nested_values_are_text_and_vectors_stay(read, write):
    found = read(write("x.jsonl", '{"v": [1, 2.5], "o": {"a": [1]}, "l": ["x"]}\n{"v": [[1], [2]], "o": null}\n'))
    assert found.rows == {"v": [[1, 2.5], [[1], [2]]], "o": ['{"a":[1]}', None], "l": ['["x"]', None]}
    assert sum("JSON text" in note for note in found.notes) == 2


def test_missing_words(read, write):
    assert read(write("x.jsonl", '{"a": " NA ", "b": 0}\n{"a": "x", "b": ""}\n')).rows == {
        "a": [None, "x"],
        "b": [0, None],
    }


@pytest.mark.parametrize("shape", ["{}", '{{"data": {}}}', '{{"version": "1.1", "n": [1][0], "rows": {}, "more": 1}}'])
def test_json(read, write, shape):
    if "[0]" in shape:
        shape = shape.replace('"n": [1][0], ', '"n": {{"x": 1}}, ')
    found = read(write("x.json", shape.format(json.dumps(ROWS, indent=1))))
    assert found.rows == {"text": ["好", "bad\n", None], "n": [1, -2.5, True]}
    assert found.description["format"] == "json"
    assert found.places[1] > found.places[0]


def test_places_of_json(read, write):
    lines = read(write("x.json", '[\n{"a": 1},\n\n{"a":\n2}\n,{"a": 3}]'))
    assert lines.places == ["x.json:2", "x.json:4", "x.json:6"]
    dense = read(write("y.json", '[{"a": 1}, {"a": 2}]'))
    assert dense.places == ["y.json:1", "y.json:2"]
    assert any("count rows" in note for note in dense.notes)


def test_json_in_pieces(read, write, monkeypatch):
    rows = [{"text": "好" * (i % 50), "n": i} for i in range(400)]
    path = write("x.json", json.dumps({"a": {"b": 1}, "data": rows}, ensure_ascii=False))
    pieces = json_array._pieces
    monkeypatch.setattr(json_array, "_pieces", lambda *given: (c for piece in pieces(*given) for c in _cut(piece, 7)))
    found = read(path, rows=9)
    assert found.rows["n"] == list(range(400))
    assert found.rows["text"] == [row["text"] or None for row in rows]


def _cut(text, size):
    return (text[at : at + size] for at in range(0, len(text), size))


def test_json_that_holds_an_object_a_line(read, write):
    found = read(write("x.json", '{"a": 1}\n{"a": 2}\n'))
    assert found.rows == {"a": [1, 2]} and found.description["format"] == "jsonl"


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("", "x.json:1"),
        ("17", "x.json:1"),
        ("[]", "x.json"),
        ("[1, 2]", "x.json"),
        ('{"a": 1}', "x.json:1"),
        ('[{"a": 1},\n{"a": }]', "x.json:2"),
        ('[{"a": 1},\n{"a": 2}', "x.json:2"),
        ('[{"a": 1}\n{"a": 2}]', "x.json:2"),
        ("[" * 200_000, "x.json:1"),
    ],
)
def test_broken_json(read, write, content, where):
    path = write("x.json", content)
    with pytest.raises(DataError) as caught:
        read(path)
    assert caught.value.where == str(path.with_name(where)) and caught.value.remedy


def test_a_row_of_json_that_is_no_object(read, write):
    found = read(write("x.json", '[\n{"a": 1},\n5,\n{"a": 2, "b": 1}]'))
    assert found.rows["a"] == [1, 2]
    assert [(row.place, row.rule) for row in found.bad] == [("x.json:3", "a row must be a JSON object")]


@pytest.mark.parametrize("name", ["x.jsonl", "x.ndjson"])
def test_an_empty_jsonl(read, write, name):
    with pytest.raises(DataError, match="the file is empty"):
        read(write(name, "\n\n"))
    with pytest.raises(DataError, match=rf"{name}:1: this is not a JSON object"):
        read(write(name, "text,label\na,b\n"))


def test_articles_of_questions_are_told_what_to_become(read, write):
    article = {"title": "T", "paragraphs": [{"context": "Paris.", "qas": [{"question": "Where?", "answers": []}]}]}
    for whole in ({"version": "1.1", "data": [article]}, [article]):
        with pytest.raises(DataError, match=r"this is SQuAD's format.*jsonl.*instruction.*completion"):
            read(write("a.json", json.dumps(whole)))
