import gzip
import io
import os
import stat
import struct
import subprocess
import sys
import zipfile
import zlib

import numpy as np
import pytest

from modelyard.core.errors import DataError

CSV = b"text,label\ngood,1\nbad,0\n"


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def test_gz(read, write):
    found = read(write("x.csv.gz", gzip.compress(CSV)))
    assert found.rows == {"text": ["good", "bad"], "label": ["1", "0"]}
    assert found.places == ["x.csv.gz:2", "x.csv.gz:3"]
    assert [batch.places[0] for batch in found.source.batches()] == ["x.csv.gz:2"]


def test_zip_of_several_files(read, write):
    content = zipped(
        ("a/one.csv", CSV), ("a/", b""), ("__MACOSX/one.csv", b"junk"), ("b/two.csv", b"label,text\n1,fine")
    )
    found = read(write("x.zip", content))
    assert found.rows == {"text": ["good", "bad", "fine"], "label": ["1", "0", "1"]}
    assert found.places == ["x.zip/a/one.csv:2", "x.zip/a/one.csv:3", "x.zip/b/two.csv:2"]


def test_a_member_that_names_the_folder_itself_is_passed_over(read, write):
    path = write("x.zip", zipped(("./", b""), (".", b""), ("a.csv", b"text,label\ngood,1\n")))
    assert read(path).rows == {"text": ["good"], "label": ["1"]}


def test_zip_of_text_folders(read, write):
    found = read(write("x.zip", zipped(("d/pos/1.txt", "好".encode()), ("d/neg/2.txt", b"bad"))))
    assert found.rows == {"text": ["bad", "好"], "label": ["neg", "pos"]}
    assert found.places == ["d/neg/2.txt", "d/pos/1.txt"]


@pytest.mark.parametrize("name", ["x.jsonl", "x.json", "x.parquet", "x.xlsx", "x.tsv"])
def test_every_format_in_zip_and_gz(read, write, tmp_path, name):
    write(name, _content(name))
    plain = read(tmp_path / name)
    content = (tmp_path / name).read_bytes()
    for packed in (write(f"{name}.gz", gzip.compress(content)), write(f"{name}.zip", zipped((name, content)))):
        found = read(packed)
        assert found.rows == plain.rows
        assert [place.rpartition(":")[2] for place in found.places] == [p.rpartition(":")[2] for p in plain.places]


def _content(name: str) -> bytes:
    out = io.BytesIO()
    if name.endswith("xlsx"):
        import openpyxl

        book = openpyxl.Workbook()
        for row in (["text", "label"], ["good", 1], ["坏", 0]):
            book.active.append(row)
        book.save(out)
    elif name.endswith("parquet"):
        import pyarrow
        from pyarrow import parquet

        parquet.write_table(pyarrow.table({"text": ["good", "坏"], "label": [1, 0]}), out)
    else:
        text = {
            "x.jsonl": '{"text": "good"}\n{"text": "坏"}\n',
            "x.json": '[{"text": "good"},\n{"text": "坏"}]',
            "x.tsv": "text\tlabel\ngood\t1\n坏\t0\n",
        }[name]
        out.write(text.encode())
    return out.getvalue()


@pytest.mark.parametrize("name", ["../x.csv", "a/../../x.csv", "/etc/x.csv", "C:/x.csv", "..\\x.csv", "a\\..\\x.csv"])
def test_names_that_leave_the_archive(read, write, name):
    info = zipfile.ZipInfo("x.csv")
    info.filename = name
    with pytest.raises(DataError, match="leads out of it"):
        read(write("x.zip", zipped(("ok.csv", CSV), (info, CSV))))


def test_a_link_in_an_archive(read, write):
    info = zipfile.ZipInfo("x.csv")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(DataError, match="leads out of it"):
        read(write("x.zip", zipped((info, b"/etc/passwd"))))


def test_an_archive_in_an_archive(read, write):
    with pytest.raises(DataError, match="an archive inside an archive"):
        read(write("x.zip", zipped(("y.zip", zipped(("x.csv", CSV))))))


@pytest.mark.parametrize("cut", [3, 12, 30])
@pytest.mark.parametrize("name", ["x.csv.gz", "x.zip"])
def test_a_damaged_archive(read, write, name, cut):
    content = gzip.compress(CSV * 50) if name.endswith("gz") else zipped(("x.csv", CSV * 50))
    with pytest.raises(DataError, match="damaged or cut short"):
        read(write(name, content[:-cut]))


def test_a_wrong_checksum(read, write):
    content = bytearray(zipped(("x.csv", os.urandom(2000).hex().encode())))
    content[500] ^= 0xFF
    with pytest.raises(DataError, match="damaged or cut short"):
        read(write("x.zip", bytes(content)))


def _deflate_bomb(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    piece = bytes(1 << 20)
    return b"".join([packer.compress(piece) for _ in range(size >> 20)]) + packer.flush()


def _lying_zip() -> bytes:
    """A zip whose headers claim 100 bytes for what unpacks to 64 MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = b"".join(packer.compress(b"a,b\n" * (1 << 18)) for _ in range(64)) + packer.flush()
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0x21, 0, len(body), 100, 5, 0) + b"x.csv"
    central = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0x21, 0, len(body), 100, 5, 0, 0, 0, 0, 0, 0)
    central += b"x.csv"
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(central), len(local) + len(body), 0)
    return local + body + central + end


_PROBE = """
import resource, sys
from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import open_source
if sys.argv[1].endswith(("parquet", "xlsx")):
    import pyarrow.parquet, python_calamine
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    for batch in open_source([sys.argv[1]], Data(train="-")).batches():
        pass
except DataError as error:
    print(error)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10)
"""


def _parquet_bomb() -> bytes:
    import pyarrow
    from pyarrow import parquet

    out = io.BytesIO()
    # Fifty million rows of one value: run-length coding needs a few bytes for a million of them.
    part = pyarrow.table({"a": np.zeros(1_000_000)})
    with parquet.ParquetWriter(out, part.schema, compression="zstd") as writer:
        for _ in range(50):
            writer.write_table(part)
    return out.getvalue()


def _xlsx_bomb() -> bytes:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    head = '<?xml version="1.0"?>'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    docs = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    return zipped(
        ("[Content_Types].xml", f'{head}<Types xmlns="{package}/content-types"/>'.encode()),
        (
            "xl/workbook.xml",
            f'{head}<workbook xmlns="{main}" xmlns:r="{docs}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets>'
            "</workbook>".encode(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{docs}/worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>'.encode(),
        ),
        (
            "xl/worksheets/sheet1.xml",
            f'{head}<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'.encode(),
        ),
    )


@pytest.mark.parametrize("kind", ["gz", "gz_lines", "zip", "lying.zip", "parquet", "xlsx", "xlsx_size"])
def test_a_bomb_is_refused_with_little_memory(write, kind):
    content, name = {
        "gz": lambda: (_deflate_bomb(1 << 28), "x.csv.gz"),
        "gz_lines": lambda: (gzip.compress(b"a,b\n" * (1 << 24), 9), "x.csv.gz"),
        "zip": lambda: (zipped(*[(f"{i}.csv", bytes(30 << 20)) for i in range(5)]), "x.zip"),
        "lying.zip": lambda: (_lying_zip(), "x.zip"),
        "parquet": lambda: (_parquet_bomb(), "x.parquet"),
        "xlsx": lambda: (_xlsx_bomb(), "x.xlsx"),
        "xlsx_size": lambda: (zipped(("xl/workbook.xml", bytes(100 << 20))), "x.xlsx"),
    }[kind]()
    path = write(name, content)
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    *message, figures = done.stdout.strip().splitlines()
    megabytes = float(figures)
    assert message and name in message[0], done.stdout
    assert any(word in message[0] for word in ("unpack to", "honestly hold", "claims more", "damaged", "is empty"))
    assert megabytes < 256


def test_an_honest_file_that_packs_well(read, write):
    content = b"a,b\n" + b"".join(b"%d,0\n" % (i % 7) for i in range(60_000))
    assert len(read(write("x.csv.gz", gzip.compress(content, 9))).places) == 60_000
