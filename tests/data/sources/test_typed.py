"""parquet, xlsx, idx, Hugging Face folders."""

import datetime
import decimal
import gzip
import struct

import numpy as np
import pytest

from modelyard.core.errors import DataError, MissingExtra


def parquet_file(path, table, **options):
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.table(table), path, **options)
    return path


def test_parquet(read, tmp_path):
    table = {
        "text": ["好", "NA", None] * 40,
        "n": [1.5, float("nan"), float("inf")] * 40,
        "i": [1, None, 3] * 40,
        "v": [[1, 2], [3, 4], None] * 40,
        "d": [datetime.date(2026, 1, 2), None, None] * 40,
        "x": [decimal.Decimal("1.50"), None, None] * 40,
        "image": [{"bytes": b"x", "path": "p"}] * 120,
    }
    found = read(parquet_file(tmp_path / "x.parquet", table, row_group_size=7), rows=11)
    assert found.rows["text"] == ["好", None, None] * 40
    assert found.rows["n"] == [1.5, None, None] * 40
    assert found.rows["i"] == [1, None, 3] * 40
    assert found.rows["v"] == [[1, 2], [3, 4], None] * 40
    assert found.rows["d"][0] == "2026-01-02" and found.rows["x"][0] == "1.50"
    assert found.rows["image"][0] == {"bytes": b"x", "path": "p"}
    assert found.places == [f"x.parquet:{i}" for i in range(1, 121)]
    assert any("infinities" in note for note in found.notes) and any("'image'" in note for note in found.notes)


def test_wide_parquet_comes_in_small_batches(read, tmp_path):
    path = parquet_file(tmp_path / "x.parquet", {"v": [list(range(1000))] * 5000})
    source = read(path).source
    assert max(len(batch.places) for batch in source.batches()) <= 1000


@pytest.mark.parametrize("cut", [slice(0, 100), slice(0, -4), slice(4, None), slice(0, 0)])
def test_broken_parquet(read, write, tmp_path, cut):
    whole = parquet_file(tmp_path / "w.parquet", {"a": list(range(1000))}).read_bytes()
    with pytest.raises(DataError, match=r"x\.parquet.*cannot be read"):
        read(write("x.parquet", whole[cut]))


def test_parquet_bytes_flipped(read, write, tmp_path):
    whole = bytearray(parquet_file(tmp_path / "w.parquet", {"a": [f"text {i}" for i in range(3000)]}).read_bytes())
    for at in range(8, len(whole) - 8, len(whole) // 40):
        damaged = bytearray(whole)
        damaged[at] ^= 0x55
        try:
            found = read(write("x.parquet", bytes(damaged)))
        except DataError as error:
            assert "x.parquet" in error.where
        else:
            assert len(found.rows[found.columns[0]]) == len(found.places)


def xlsx(path, rows, sheets=1):
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for extra in range(1, sheets):
        book.create_sheet(f"more {extra}")
    book.save(path)
    return path


def test_xlsx(read, tmp_path):
    rows = [
        [],
        ["text", "label", "when", "n"],
        ["好", 1, datetime.datetime(2026, 1, 2), 1.5],
        [],
        ["NA", 0, None, -3],
        ["long", 1, None, None, "extra"],
        ["=1+1", True, None, 2],
    ]
    found = read(xlsx(tmp_path / "x.xlsx", rows, sheets=2))
    assert found.columns == ("text", "label", "when", "n")
    assert found.rows["text"][:2] == ["好", None]
    assert found.rows["label"] == [1, 0, True] and found.rows["n"] == [1.5, -3, 2]
    assert found.rows["when"] == ["2026-01-02", None, None]
    assert found.places == ["x.xlsx:3", "x.xlsx:5", "x.xlsx:7"]
    assert [row.place for row in found.bad] == ["x.xlsx:6"]
    assert any("only the first of 2 sheets" in note for note in found.notes)


def test_broken_xlsx(read, write, tmp_path):
    whole = xlsx(tmp_path / "w.xlsx", [["a"], ["b"]]).read_bytes()
    for content in (whole[:-30], b"PK\3\4", b"", b"a,b\n1,2\n"):
        with pytest.raises(DataError, match=r"x\.xlsx"):
            read(write("x.xlsx", content))
    with pytest.raises(DataError, match="first sheet is empty"):
        read(xlsx(tmp_path / "e.xlsx", []))


def idx_bytes(array, kind=8):
    return struct.pack(f">HBB{array.ndim}I", 0, kind, array.ndim, *array.shape) + array.tobytes()


@pytest.fixture
def digits(tmp_path):
    images = np.arange(5 * 6, dtype=np.uint8).reshape(5, 2, 3)
    labels = np.array([3, 1, 4, 1, 5], dtype=np.uint8)
    (tmp_path / "t-images-idx3-ubyte.gz").write_bytes(gzip.compress(idx_bytes(images)))
    (tmp_path / "t-labels-idx1-ubyte").write_bytes(idx_bytes(labels))
    return tmp_path, images, labels


def test_idx(read, digits):
    folder, images, labels = digits
    for path in (folder / "t-images-idx3-ubyte.gz", folder):
        found = read(path, rows=2)
        assert found.columns == ("pixels", "label")
        assert np.array_equal(np.stack(found.rows["pixels"]), images.reshape(5, 6))
        assert found.rows["label"] == labels.tolist()
        assert found.description["shapes"] == {"pixels": [2, 3]}
        assert found.places[4] == "t-images-idx3-ubyte.gz:5"


def test_broken_idx(read, digits):
    folder, images, labels = digits
    path = folder / "t-images-idx3-ubyte"
    path.write_bytes(idx_bytes(images)[:-1])
    with pytest.raises(DataError, match="ends before its last record"):
        read(path)
    path.write_bytes(struct.pack(">HBB3I", 0, 8, 3, 1, 2**31, 2**31))
    with pytest.raises(DataError, match="under 16 MB"):
        read(path)
    path.write_bytes(b"\1\2\3")
    with pytest.raises(DataError, match="not an idx file"):
        read(path)
    path.write_bytes(idx_bytes(images[:3]))
    with pytest.raises(DataError, match="one label for each of the 3 images"):
        read(path)
    (folder / "t-labels-idx1-ubyte").unlink()
    assert read(path).columns == ("pixels",)
    with pytest.raises(DataError, match="give the file of images"):
        (folder / "u-labels-idx1-ubyte").write_bytes(idx_bytes(labels))
        read(folder / "u-labels-idx1-ubyte")


def saved(tmp_path, split=False):
    datasets = pytest.importorskip("datasets", reason="the extra hf is not installed")
    features = datasets.Features({"text": datasets.Value("string"), "label": datasets.ClassLabel(names=["neg", "pos"])})
    one = datasets.Dataset.from_dict({"text": ["good", "坏", "so"], "label": [1, 0, -1]}, features=features)
    (datasets.DatasetDict({"train": one, "test": one.select([0])}) if split else one).save_to_disk(str(tmp_path / "s"))
    return tmp_path / "s"


def test_a_folder_that_datasets_saved(read, tmp_path):
    path = saved(tmp_path)
    for address in (path, f"hf://{path}"):
        found = read(address, rows=2)
        assert found.rows == {"text": ["good", "坏", "so"], "label": ["pos", "neg", None]}
        assert found.description["format"] == "hf"


def test_dates_and_decimals_of_a_data_set_are_text(read, tmp_path):
    datasets = pytest.importorskip("datasets", reason="the extra hf is not installed")
    cells = {"day": [datetime.date(2024, 1, 2), None], "pay": [decimal.Decimal("1.50"), decimal.Decimal("2.25")]}
    features = datasets.Features({"day": datasets.Value("date32"), "pay": datasets.Value("decimal128(5, 2)")})
    datasets.Dataset.from_dict(cells, features=features).save_to_disk(str(tmp_path / "s"))
    assert read(f"hf://{tmp_path / 's'}").rows == {"day": ["2024-01-02", None], "pay": ["1.50", "2.25"]}


def test_a_data_set_that_fails_on_the_way_is_one_clear_error(read, tmp_path, monkeypatch):
    datasets = pytest.importorskip("datasets", reason="the extra hf is not installed")
    path = saved(tmp_path)

    def broken(self, batch_size):
        yield from ()
        raise ConnectionError("the network is gone")

    monkeypatch.setattr(datasets.Dataset, "iter", broken)
    with pytest.raises(DataError, match=r"hf://.*cannot be read to its end \(the network is gone\)\."):
        read(f"hf://{path}")


def test_splits_of_a_saved_folder(read, tmp_path):
    path = saved(tmp_path, split=True)
    assert len(read(f"hf://{path}").places) == 3
    assert read(f"hf://{path}?split=test").places == ["s/test:1"]
    with pytest.raises(DataError, match=r"no such split.*train, test"):
        read(f"hf://{path}?split=dev")
    with pytest.raises(DataError, match="takes split, config, revision"):
        read(f"hf://{path}?trust_remote_code=1")


def test_a_repository_of_parquet_files_is_streamed(read, tmp_path):
    pytest.importorskip("datasets", reason="the extra hf is not installed")
    (tmp_path / "repo/data").mkdir(parents=True)
    parquet_file(tmp_path / "repo/data/train-00000.parquet", {"text": ["a", "b"], "n": [1, 2]})
    found = read(f"hf://{tmp_path / 'repo'}")
    assert found.rows == {"text": ["a", "b"], "n": [1, 2]}


def test_a_script_is_never_run(read, tmp_path):
    pytest.importorskip("datasets", reason="the extra hf is not installed")
    canary = tmp_path / "canary"
    (tmp_path / "evil").mkdir()
    (tmp_path / "evil/evil.py").write_text(f"open({str(canary)!r}, 'w')\n")
    with pytest.raises(DataError):
        read(f"hf://{tmp_path / 'evil'}")
    assert not canary.exists()


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [("pyarrow", "x.parquet", "train"), ("python_calamine", "x.xlsx", "xlsx"), ("datasets", "hf://a/b", "hf")],
)
def test_a_missing_extra_is_named(read, tmp_path, monkeypatch, module, name, extra):
    import sys

    path = name
    if name == "x.parquet":
        path = parquet_file(tmp_path / name, {"a": [1]})
    elif name == "x.xlsx":
        path = xlsx(tmp_path / name, [["a"], ["b"]])
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra, match=rf"pip install 'modelyard\[{extra}\]'"):
        read(path)
