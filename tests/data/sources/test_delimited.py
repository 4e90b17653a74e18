import csv
import io

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import dialect, encoding, read_rows, records
from modelyard.data.sources.base import File

CHINESE = "label,review\n" + "".join(f"{i % 2},酒店很好，服务不错{i}\n" for i in range(50))
LATIN = "name;city\n" + "".join(f"José{i};Zürich am Fluß\n" for i in range(50))


def test_rows_places_and_description(read, write):
    path = write("reviews.csv", "text,label\ngood,1\nbad,0\n")
    found = read(path)
    assert found.columns == ("text", "label")
    assert found.rows == {"text": ["good", "bad"], "label": ["1", "0"]}
    assert found.places == ["reviews.csv:2", "reviews.csv:3"]
    assert found.description == {
        "paths": [str(path)],
        "format": "csv",
        "encoding": "utf-8",
        "delimiter": ",",
        "bytes": 24,
        "notes": [],
    }
    assert found.bad == []


@pytest.mark.parametrize(
    ("content", "name", "text"),
    [
        (CHINESE.encode(), "utf-8", "酒店很好，服务不错0"),
        (CHINESE.encode("utf-8-sig"), "utf-8", "酒店很好，服务不错0"),
        (CHINESE.encode("utf-16"), "utf-16", "酒店很好，服务不错0"),
        (CHINESE.encode("utf-16-le"), "utf-16-le", "酒店很好，服务不错0"),
        (CHINESE.encode("utf-16-be"), "utf-16-be", "酒店很好，服务不错0"),
        (CHINESE.encode("utf-32"), "utf-32", "酒店很好，服务不错0"),
        (CHINESE.encode("gb18030"), "gb18030", "酒店很好，服务不错0"),
        (LATIN.encode("cp1252"), "cp1252", "Zürich am Fluß"),
        (LATIN.encode("latin-1").replace(b"am", b"\x81m"), "latin-1", "Zürich \x81m Fluß"),
    ],
)
def test_encodings_are_detected(read, write, content, name, text):
    found = read(write("x.csv", content))
    assert found.description["encoding"] == name
    assert found.columns[-1] in ("review", "city")
    assert found.rows[found.columns[-1]][0] == text
    assert len(found.places) == 50 and not found.bad
    assert bool(found.notes) == (name not in ("utf-8", "utf-16", "utf-32", "cp1252") or found.columns[0] == "name")


def test_stated_encoding_counts(read, write):
    path = write("x.csv", "text,label\n好,1\n坏,0\n".encode("big5"))
    assert read(path, encoding="big5").rows["text"] == ["好", "坏"]
    with pytest.raises(DataError, match=r"data\.encoding must be a known text encoding"):
        read(path, encoding="zlib_codec")


@pytest.mark.parametrize("policy", ["drop", "keep", "error"])
def test_bad_bytes_far_behind_the_sample(read, write, policy):
    lines = [b"text,label"] + [b"a plain text of some length,%d" % (i % 2) for i in range(30_000)]
    lines[25_000] = b"caf\xe9,1"
    path = write("x.csv", b"\n".join(lines) + b"\n")
    if policy == "error":
        with pytest.raises(DataError, match=r"x\.csv:25001: a row must be utf-8"):
            read(path, on_bad_rows=policy)
        return
    found = read(path, on_bad_rows=policy)
    assert [(row.place, row.kept) for row in found.bad] == [("x.csv:25001", policy == "keep")]
    assert len(found.places) == 30_000 - (policy == "drop")
    if policy == "keep":
        assert found.rows["text"][24_999] == "caf\N{REPLACEMENT CHARACTER}"


def test_bad_utf16_units_and_a_cut_end(read, write):
    content = "text,label\ngood,1\nb\x00d,0\n".encode("utf-16-le").replace(b"b\0\0\0d", b"b\0\x00\xd8d") + b"x"
    found = read(write("x.csv", content), encoding="utf-16-le")
    assert found.rows["text"] == ["good"]
    assert [row.place for row in found.bad] == ["x.csv:3", "x.csv:4"]


@pytest.mark.parametrize(
    ("delimiter", "name"),
    [(",", "x.csv"), (";", "x.csv"), ("\t", "x.csv"), ("|", "x.csv"), ("\t", "x.tsv"), (",", "x.tsv")],
)
def test_delimiters_are_detected(read, write, delimiter, name):
    rows = [["text", "n", "label"]] + [
        [f"one, two; three {i}" if delimiter not in ",;" else f"one {i}", "1.5", "a"] for i in range(9)
    ]
    found = read(write(name, "\n".join(delimiter.join(row) for row in rows)))
    assert found.description["delimiter"] == delimiter
    assert found.columns == ("text", "n", "label") and len(found.places) == 9


def test_one_column_of_prose(read, write):
    found = read(write("x.csv", "text\nHello, world\nOne, two, three\nplain\n"))
    assert found.columns == ("text",)
    assert found.rows["text"] == ["Hello, world", "One, two, three", "plain"]


def test_bare_quotes_in_a_tab_separated_file(read, write):
    content = 'text\tlabel\n" an open one\t1\nan "inner" one\t0\n"both"\t1\n"\t0\n'
    found = read(write("x.tsv", content))
    assert found.rows["text"] == ['" an open one', 'an "inner" one', '"both"', '"']
    assert not found.bad


def test_quoted_fields_in_a_tab_separated_file(read, write):
    found = read(write("x.tsv", 'text\tlabel\n"a ""b"" c"\t1\n"d"\t0\n'))
    assert found.rows["text"] == ['a "b" c', "d"]


def test_blanks_after_the_separator(read, write):
    found = read(write("adult.csv", 'age,job,pay\n39, clerk, <=50K\n50, ?, ">50, K"\n38, cook, <=50K\n'))
    assert found.rows == {
        "age": ["39", "50", "38"],
        "job": ["clerk", None, "cook"],
        "pay": ["<=50K", ">50, K", "<=50K"],
    }


def test_prose_keeps_its_blanks(read, write):
    found = read(write("x.csv", 'text,label\n"Well, yes, no", 1\n"So, what", 0\nplain,1\n'))
    assert found.rows["text"] == ["Well, yes, no", "So, what", "plain"]


def test_physical_lines_count_breaks_inside_quotes(read, write):
    found = read(write("x.csv", 'text,keys,label\na,"k\n",x\nb,"l\r\n\r\nm",y\n\nc,n,z\n'))
    assert found.places == ["x.csv:2", "x.csv:4", "x.csv:8"]
    assert found.rows["keys"] == ["k\n", "l\r\n\r\nm", "n"]


def test_rows_that_blocks_cut(read, write, monkeypatch):
    rows = [(f"text {i} " + "x" * (i % 40), '"\n' * (i % 4)) for i in range(300)]
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([("a", "b"), *rows])
    path = write("x.csv", out.getvalue())
    whole = read(path)
    monkeypatch.setattr(encoding, "BLOCK_BYTES", 64)
    pieces = read(path, rows=7)
    assert whole.rows == pieces.rows and whole.places == pieces.places
    assert [tuple(map(str, row)) for row in zip(*whole.rows.values(), strict=True)] == [
        (a, str(b or None)) for a, b in rows
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends(read, write, ending):
    found = read(write("x.csv", ending.join(["a,b", "1,x", "2,y", ""])))
    assert found.rows == {"a": ["1", "2"], "b": ["x", "y"]}
    assert found.places == ["x.csv:2", "x.csv:3"]


def test_ragged_rows(read, write):
    path = write("x.csv", "a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,1,1,,\n\n2,2,2\n")
    dropped = read(path)
    assert dropped.rows["a"] == ["1", "1", "2"]
    assert [(row.place, row.content) for row in dropped.bad] == [("x.csv:3", "4,5"), ("x.csv:4", "6,7,8,9")]
    assert "must have 3 cells" in dropped.bad[0].rule and "has 2" in dropped.bad[0].rule
    kept = read(path, on_bad_rows="keep")
    assert kept.rows["c"] == ["3", None, "8", "1", "2"]
    assert all(row.kept for row in kept.bad)
    with pytest.raises(DataError, match=r"x\.csv:3: a row must have 3 cells.*on_bad_rows"):
        read(path, on_bad_rows="error")


def test_an_unclosed_quote_costs_its_own_row(read, write, monkeypatch):
    monkeypatch.setattr(records, "MAX_RECORD_CHARACTERS", 1000)
    lines = ["text,label", *[f'"row {i}, it is",1' for i in range(50)], '"open,1', *[f"row {i},0" for i in range(500)]]
    found = read(write("x.csv", "\n".join(lines) + "\n"))
    assert len(found.places) == 550
    assert [(row.place, row.rule) for row in found.bad] == [("x.csv:52", "a quote is opened and never closed")]


def test_an_unclosed_quote_that_a_later_one_closes(read, write):
    lines = ["text,label", *['"x, y",1'] * 50, '"open,1', "a,0", '"x, y",1', "b,0"]
    found = read(write("x.csv", "\n".join(lines)))
    assert [row.place for row in found.bad] == ["x.csv:52"]
    assert found.rows["text"][-3:] == ["a", "x, y", "b"]


def test_a_file_of_broken_quotes_is_read_in_linear_time(read, write):
    lines = ["text,label", *['"x, y",1'] * 120_000, *['"a"b,1'] * 60_000, *['"a,1', '"a"b,1'] * 20_000]
    found = read(write("x.csv", "\n".join(lines)))
    assert len(found.places) == 120_000
    assert [row.place for row in found.bad] == [f"x.csv:{line}" for line in range(120_002, 220_002)]


def test_nul_bytes(read, write):
    path = write("x.csv", b"a,b\n1,x\n2,\0y\n3,z\n")
    assert [row.rule for row in read(path).bad] == ["a row must not hold a NUL byte"]
    assert read(path, on_bad_rows="keep").rows["b"] == ["x", "y", "z"]


def test_column_names(read, write):
    found = read(write("x.csv", ",a,a, b ,\x1b[31mred\nx,1,2,3,y\n"))
    assert found.columns == ("column_1", "a", "a_2", "b", "[31mred")
    assert len(found.notes) == 2


@pytest.mark.parametrize(
    ("content", "columns", "count"),
    [
        ("5.1,3.5,setosa\n4.9,3.0,setosa\n", ("column_1", "column_2", "column_3"), 2),
        ("good film,pos\nbad film,neg\nfine,pos\nnice,pos\n", ("column_1", "column_2"), 4),
        ("0,1,2,label\n1,2,3,x\n", ("0", "1", "2", "label"), 1),
        ("label,1x1,1x2\n1,2,3\n", ("label", "1x1", "1x2"), 1),
        ("评论,标签\n好,1\n坏,0\n", ("评论", "标签"), 2),
    ],
)
def test_header_or_not(read, write, content, columns, count):
    found = read(write("x.csv", content))
    assert found.columns == columns and len(found.places) == count
    assert any("columns are named" in note for note in found.notes) == (columns[0] == "column_1")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"\0\0\0"])
def test_an_empty_file(read, write, content):
    with pytest.raises(DataError, match=r"x\.csv: the file is empty"):
        read(write("x.csv", content))


def test_header_only(read, write):
    found = read(write("x.csv", "a,b\n"))
    assert found.columns == ("a", "b") and found.places == [] and found.rows == {"a": [], "b": []}


def test_a_broken_header(read, write):
    with pytest.raises(DataError, match=r"x\.csv:1: .*[Cc]heck its quotes"):
        read(write("x.csv", '"a,b\n' + '"x, y",2\n' * 20))


def test_a_file_without_lines(write, monkeypatch):
    monkeypatch.setattr(encoding, "MAX_LINE_BYTES", 1 << 20)
    path = write("x.csv", b"a" * (3 << 20))
    file = File(name=str(path), label="x.csv", suffix=".csv", bytes=1, open=lambda: path.open("rb"))
    with pytest.raises(DataError, match=r"x\.csv:1: a line must be under"):
        list(encoding.blocks(file, "utf-8"))


def test_missing_words(read, write):
    found = read(write("x.csv", "a,b\n NA ,x\n?,\n1, \n\u3000nan\u3000,None\n"))
    assert found.rows == {"a": [None, None, "1", None], "b": ["x", None, None, None]}
    assert read(write("y.csv", "a\nNA\n-\n"), missing=["-"]).rows["a"] == ["NA", None]


def test_limit_and_reading_again(read, write):
    path = write("x.csv", "a\n" + "".join(f"r{i}\n" for i in range(100)))
    found = read(path, limit=10, rows=7)
    assert len(found.rows["a"]) == 10
    assert found.rows["a"] == sorted(found.rows["a"], key=lambda cell: int(cell[1:]))
    again = [cell for batch in found.source.batches() for cell in batch.rows["a"]]
    assert again == found.rows["a"]


def test_a_whole_file_leaves_no_row_out(write):
    path = write("x.csv", "a,b\n1,2\n3\n")
    with pytest.raises(DataError, match=r"x\.csv:3: a row must have 2 cells.*left out unseen"):
        read_rows(path, Data(train="-"))
    assert read_rows(path, Data(train="-", on_bad_rows="keep"))[0] == {"a": ["1", "3"], "b": ["2", None]}


def test_a_stated_delimiter(read, write):
    assert read(write("x.csv", "a:b\n1:2\n"), delimiter=":").rows == {"a": ["1"], "b": ["2"]}


cells = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=12), st.sampled_from(["\n", "\r\n"]))
@example([['"', "\r", "\n"], ["a\u2028b", "\x85", "\x1c"]], "\n")
def test_what_the_csv_module_writes_is_read_back(tmp_path, table, ending):
    path = tmp_path / "round.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator=ending, quoting=csv.QUOTE_ALL).writerows([["alpha", "beta", "gamma"], *table])
    rows, places = read_rows(path, Data(train="-", missing=["\ud800 never"], delimiter=","))
    assert list(map(list, zip(*rows.values(), strict=True))) == table
    assert len(places) == len(table)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.sampled_from(["csv", "tsv", "jsonl", "json", "txt"]))
def test_any_bytes_are_rows_or_one_clear_error(tmp_path, content, ending):
    path = tmp_path / f"any.{ending}"
    path.write_bytes(content)
    try:
        rows, places = read_rows(path, Data(train="-"))
    except DataError as error:
        assert "any." in error.where and error.remedy
    else:
        assert all(len(column) == len(places) for column in rows.values())


def test_detection_looks_at_the_sample_only():
    found, _ = dialect.detect("a,b\n1,2\n", delimiter=None, suffix=".csv")
    assert (found.delimiter, found.quoted, found.spaced, found.header) == (",", True, False, True)
