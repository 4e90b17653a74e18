import http.server
import os
import threading
from functools import partial

import fsspec
import pytest

from modelyard.core.errors import DataError
from modelyard.data.sources import remote

CSV = "text,label\ngood,1\n"


def test_several_files_of_the_same_columns(read, write):
    one, two = write("a/x.csv", CSV), write("b/x.csv", "label,text\n0,bad\n")
    found = read(one, two)
    assert found.rows == {"text": ["good", "bad"], "label": ["1", "0"]}
    assert found.places == [f"{one}:2", f"{two}:2"]  # one name: told apart by the whole path
    assert found.description["bytes"] == one.stat().st_size + two.stat().st_size


def test_several_files_of_different_columns(read, write):
    with pytest.raises(DataError, match=r"b\.csv: .*same columns; this one lacks 'label' and has also 'other'"):
        read(write("a.csv", CSV), write("b.csv", "text,other\na,b\n"))


def test_globs_are_in_order_of_names(read, write, tmp_path):
    for name in ("p2.csv", "p1.csv", "q.csv"):
        write(name, f"text,label\n{name},1\n")
    assert read(tmp_path / "p*.csv").rows["text"] == ["p1.csv", "p2.csv"]
    with pytest.raises(DataError, match="no file fits this pattern"):
        read(tmp_path / "z*.csv")


def test_a_name_that_looks_like_a_pattern(read, write):
    assert len(read(write("x[1].csv", CSV)).places) == 1


def test_a_folder_of_tables(read, write, tmp_path):
    write("d/b.csv", CSV), write("d/a.csv", CSV), write("d/README.md", "no"), write("d/.hidden.csv", "x")
    assert read(tmp_path / "d").places == ["a.csv:2", "b.csv:2"]


def test_a_folder_of_texts(read, write, tmp_path):
    (
        write("d/pos/2.txt", "很好"),
        write("d/neg/1.txt", "bad\nfilm\n"),
        write("d/pos/10.txt", "不错".encode("gb18030") * 20),
    )
    found = read(tmp_path / "d", rows=2)
    assert found.columns == ("text", "label")
    assert found.rows["label"] == ["neg", "pos", "pos"]
    assert found.rows["text"] == ["bad\nfilm\n", "不错" * 20, "很好"]
    assert found.places == ["neg/1.txt", "pos/10.txt", "pos/2.txt"]
    assert found.description["format"] == "text"


def test_texts_without_label_or_with_bad_bytes(read, write, tmp_path):
    write("d/pos/1.txt", b"caf\xe9"), write("d/0.txt", "x"), write("d/pos/2.txt", b"a\0b")
    found = read(tmp_path / "d", encoding="utf-8")
    assert found.rows == {"text": ["x"], "label": [None]}
    assert [row.place for row in found.bad] == ["pos/1.txt", "pos/2.txt"]
    assert any("have no label" in note for note in found.notes)


def test_a_text_file_by_itself(read, write):
    found = read(write("x.txt", "one, two\r\n\nthree\n"))
    assert found.rows == {"text": ["one, two", "three"]} and found.places == ["x.txt:1", "x.txt:3"]


def test_an_empty_folder(read, tmp_path):
    with pytest.raises(DataError, match="holds no file"):
        read(tmp_path)
    (tmp_path / "x.bin").write_bytes(b"x")
    with pytest.raises(DataError, match="no file of a known format"):
        read(tmp_path)


def test_links_out_of_a_folder_are_not_followed(read, write, tmp_path):
    secret = write("outside/pos/secret.txt", "secret")
    write("d/pos/1.txt", "fine")
    (tmp_path / "d/pos/2.txt").symlink_to(secret)
    (tmp_path / "d/neg").symlink_to(secret.parent)
    (tmp_path / "d/pos/3.txt").symlink_to(tmp_path / "d/pos/1.txt")
    found = read(tmp_path / "d")
    assert found.rows["text"] == ["fine", "fine"]


@pytest.mark.parametrize("name", ["pipe.csv", "nowhere.csv", "loop.csv", "nul\0.csv", "x.unknown"])
def test_what_is_no_plain_file(read, tmp_path, name):
    path = tmp_path / name
    if name == "pipe.csv":
        os.mkfifo(path)
    elif name == "loop.csv":
        path.symlink_to(path)
    elif name == "x.unknown":
        path.write_text("a")
    with pytest.raises(DataError) as caught:
        read(path)
    assert caught.value.remedy


def test_a_device(read):
    with pytest.raises(DataError, match="plain file"):
        read("/dev/zero", format="csv")


def test_memory_url(read):
    system = fsspec.filesystem("memory")
    system.pipe("/my/a.csv", CSV.encode())
    system.pipe("/my/b.csv", CSV.encode())
    try:
        assert read("memory://my/*.csv").places == ["a.csv:2", "b.csv:2"]
        assert read("memory://my/a.csv").rows == {"text": ["good"], "label": ["1"]}
        with pytest.raises(DataError, match="there is no such file"):
            read("memory://my/c.csv")
    finally:
        system.rm("/my", recursive=True)


def test_file_url(read, write):
    assert read(f"file://{write('x.csv', CSV)}").places == ["x.csv:2"]


def test_http_url_hides_its_query(read, write, tmp_path):
    pytest.importorskip("aiohttp", reason="the extra for http is not installed")
    write("x.csv", CSV)

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        url = f"http://127.0.0.1:{server.server_address[1]}"
        found = read(f"{url}/x.csv?key=canary-secret")
        assert found.rows == {"text": ["good"], "label": ["1"]}
        assert "canary" not in str(found.description) + str(found.places)
        with pytest.raises(DataError) as caught:
            read(f"{url}/none.csv?key=canary-secret")
        assert "canary" not in str(caught.value) and caught.value.__suppress_context__
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    "url", ["simplecache::http://x/y.csv", "ssh://u:canary@h/x.csv", "python://x", "zip://a::file://b"]
)
def test_other_urls_are_refused(read, url):
    with pytest.raises(DataError) as caught:
        read(url)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://me:canary@host:5432/db?sslpassword=canary", "postgresql://me:***@host:5432/db?***"),
        ("https://canary@host/x.csv?sig=canary", "https://***@host/x.csv?***"),
        ("s3://bucket/x.csv", "s3://bucket/x.csv"),
        ("https://[canary", "https://***"),
        ("plain/path.csv", "plain/path.csv"),
    ],
)
def test_redacted(url, shown):
    assert remote.redacted(url) == shown
