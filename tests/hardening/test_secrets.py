"""HARDENING 15, outside the server: no secret is in any file of a run, in what is printed, or in an error.

Canaries stand in the environment, in URLs, in the recipe's `${VARIABLE}`s and in what libraries raise. (Keys of the
server: test_access.py.)
"""

import csv
import http.server
import json
import socket
import sys
import threading
import traceback

import pytest

import modelyard
from modelyard.cli import main
from modelyard.core import recipe_file, secrets
from modelyard.core.errors import DataError, ModelyardError, RecipeError, hidden

CANARY = "kanarie-7F3kQ9"
# As they are, and as a URL would hold them: not even a part may show.
SINGS = (CANARY, CANARY.replace("-", "%2D"), "7F3kQ9")


def assert_silent(text, where=""):
    for song in SINGS:
        assert song not in text, f"{where}: ...{text[max(0, text.find(song) - 200) : text.find(song) + 60]}..."


def everything_of(error):
    """The message, the attributes and what a traceback would print of an error and of all that led to it."""
    return "".join(traceback.format_exception(error)) + repr(vars(error))


def assert_silent_directory(directory):
    seen = 0
    for path in directory.rglob("*"):
        assert_silent(str(path))
        if path.is_file():
            data = path.read_bytes()
            assert not any(song.encode() in data for song in SINGS), path
            seen += 1
    return seen


def rows():
    return [["size", "label"], *([str(i % 17), "big" if (i * 7 + i // 17) % 23 > 8 else "small"] for i in range(120))]


def write_csv(path):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows())
    return path


def recipe_of(**data):
    return {
        "task": "tabular-classification",
        "data": {"inputs": "size", "target": "label", **data},
        "model": "linear",
        "evaluate": {"resamples": 100},
    }


URLS = [
    f"postgresql://user:{CANARY}@localhost/nowhere",
    f"postgresql://user:{CANARY}/half@localhost:1/nowhere",
    f"postgresql://user:pass@{CANARY}@localhost/nowhere",
    f"postgresql://localhost/nowhere?user=me&password={CANARY}",
    f"http://user:{CANARY}@127.0.0.1:1/x.csv",
    f"https://{CANARY}@127.0.0.1:1/x.csv",
    f"https://127.0.0.1:1/x.csv?X-Amz-Signature={CANARY}&part=1",
    f"https://127.0.0.1:1/x.csv?sv=1&sig={CANARY}",
    f"s3://AKIA:{CANARY}@bucket/x.csv",
    f"s3://bucket/x.csv?aws_secret_access_key={CANARY}",
    f"hf://owner/name?token={CANARY}",
]


@pytest.mark.parametrize("url", URLS)
def test_a_secret_in_a_recipes_url_is_refused_and_not_shown(tmp_path, url):
    (tmp_path / "recipe.yaml").write_text(
        f"task: tabular-classification\ndata:\n  train: ['{url}']\n  target: label\n  limit: -1\n"
    )
    with pytest.raises(RecipeError, match=r"recipe\.yaml:3: data\.train.*saved with the run.*\$\{NAME\}") as caught:
        modelyard.run(tmp_path / "recipe.yaml", out=tmp_path / "run")
    assert_silent(everything_of(caught.value))
    assert not (tmp_path / "run").exists()
    for attempt in (
        lambda: modelyard.run(recipe_of(train=url), out=tmp_path / "run"),
        lambda: modelyard.run(recipe_of(train="x.csv"), out=tmp_path / "run", overrides=[f"data.test={url}"]),
        lambda: modelyard.check(recipe_file.Recipe.model_validate(recipe_of(train=url))),
        lambda: modelyard.new(url, out=tmp_path / "new.yaml"),
    ):
        with pytest.raises(RecipeError, match="saved with the run") as caught:
            attempt()
        assert_silent(everything_of(caught.value))
    assert [path.name for path in tmp_path.iterdir()] == ["recipe.yaml"]


@pytest.mark.parametrize("url", URLS[:1])
@pytest.mark.parametrize(
    "text",
    [
        "data: {url}",
        "data: {{train: x.csv, target: label, limit: {url}}}",
        "data: {{train: x.csv, on_bad_rows: {url}}}",
        "data:\n  train: {url}\n target: [",
        "{url}",
        "task: {url}",
        "model: {url}",
        "include: {url}",
        "title: see {url}\ndata: {{train: x.csv}}",
    ],
)
def test_a_secret_anywhere_in_a_recipe_is_not_shown(tmp_path, url, text):
    (tmp_path / "recipe.yaml").write_text(
        "task: tabular-classification\n" * (not text.startswith("task"))
        + text.format(url=f"'{url}'" if "see" not in text else url)
    )
    with pytest.raises(ModelyardError) as caught:
        recipe_file.load(tmp_path / "recipe.yaml", overrides=[f"data.train=[{url}"] if "limit" in text else [])
    assert_silent(everything_of(caught.value))


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://user:${PW}@localhost/nowhere",
        "postgresql://user@localhost/nowhere",
        "postgresql://${ACCOUNT}@localhost/nowhere",
        "https://${TOKEN}@host/x.csv",
        "https://host:8080/@user/x.csv",
        "https://host/x.csv?token=${TOKEN}&part=2",
        "https://host/x.csv?sort=asc&page=2",
        "s3://bucket/key=5/x.parquet",
        "${URL}",
        "folder/a:b@c.csv",
    ],
)
def test_what_holds_no_secret_is_accepted(monkeypatch, url):
    secrets.refuse_literal(url, where="recipe", field="data.train")
    for name in ("PW", "ACCOUNT", "TOKEN", "URL"):
        monkeypatch.setenv(name, CANARY)
    assert recipe_file.from_mapping(recipe_of(train=url)).data.train == (url,)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://user:${SECRET}@127.0.0.1:1/nowhere?connect_timeout=2",
        "http://user:${SECRET}@127.0.0.1:1/x.csv",
        "https://${SECRET}@127.0.0.1:1/x.csv",
        "http://127.0.0.1:1/x.csv?token=${SECRET}",
        "http://127.0.0.1:1/x.csv?${SECRET}",
        "s3://AKIA:${SECRET}@bucket/x.csv",
        "ftp://user:${SECRET}@127.0.0.1:1/x.csv",
        "simplecache::http://user:${SECRET}@127.0.0.1:1/x.csv",
        "hf://owner/name?token=${SECRET}",
        "sqlite:///nowhere.db?key=${SECRET}",
    ],
)
@pytest.mark.filterwarnings("ignore")  # a library's own warnings about a failed connection are not the point
def test_a_failing_source_does_not_show_its_secret(tmp_path, monkeypatch, capfd, url):
    monkeypatch.setenv("SECRET", CANARY)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelyardError) as caught:
        modelyard.run(recipe_of(train=url, query="SELECT 1"), out=tmp_path / "run")
    assert_silent(everything_of(caught.value), url)
    out, err = capfd.readouterr()
    assert_silent(out + err)
    assert assert_silent_directory(tmp_path) >= 3
    assert json.loads((tmp_path / "run" / "plan.json").read_text())["command"] is None


@pytest.fixture
def guarded_file(tmp_path):
    """A server that hands out the table only to who has the password and the key."""
    import base64

    expected = "Basic " + base64.b64encode(f"user:{CANARY}".encode()).decode()
    body = write_csv(tmp_path / "served.csv").read_bytes()

    class Handler(http.server.BaseHTTPRequestHandler):
        def _head(self):
            good = self.headers.get("Authorization") == expected and self.path == f"/rows.csv?token={CANARY}"
            self.send_response(200 if good else 401)
            self.send_header("Content-Length", str(len(body) if good else 0))
            self.end_headers()
            return good

        def do_HEAD(self):
            self._head()

        def do_GET(self):
            if self._head():
                self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_whole_run_with_secrets_leaves_none(tmp_path, monkeypatch, capfd, guarded_file):
    """Through the command line, with canaries in the environment, the URL's password and its query."""
    (tmp_path / "recipe.yaml").write_text(
        "task: tabular-classification\n"
        f"data:\n  train: http://user:${{PASSWORD}}@{guarded_file}/rows.csv?token=${{TOKEN}}\n"
        "  inputs: size\n  target: label\n"
        "model: linear\nevaluate: {resamples: 100}\n"
    )
    for name in ("PASSWORD", "TOKEN", "AWS_SECRET_ACCESS_KEY", "HF_TOKEN", "PGPASSWORD", "MODELYARD_API_KEYS"):
        monkeypatch.setenv(name, CANARY)
    monkeypatch.chdir(tmp_path)

    def command(*arguments):
        monkeypatch.setattr(sys, "argv", ["modelyard", *arguments])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code or 0
        out, err = capfd.readouterr()
        assert_silent(out + err, arguments)
        return code, err

    url = f"http://user:${{PASSWORD}}@{guarded_file}/rows.csv?token=${{TOKEN}}"
    assert command("run", "recipe.yaml", "--out", "run", "seed=3")[0] == 0
    assert command("runs", ".")[0] == 0
    assert command("predict", "run", url, "--out", "answers.csv")[0] == 0
    assert command("evaluate", "run", "--data", url)[0] == 0
    assert command("new", url, "--out", "proposed.yaml")[0] == 0
    code, printed = command("evaluate", "run", "--data", url.replace("${TOKEN}", "wrong"))
    assert code == 2
    assert "Traceback" not in printed
    assert assert_silent_directory(tmp_path) > 20
    assert json.loads((tmp_path / "run" / "plan.json").read_text())["command"] == (
        "modelyard run recipe.yaml seed=3 --out run"
    )
    assert "${PASSWORD}" in (tmp_path / "run" / "recipe.yaml").read_text()
    report = (tmp_path / "run" / "report.html").read_text()
    assert "rows.csv" in report


def test_the_process_own_command_line_is_not_recorded(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["train.py", "--database-password", CANARY])
    write_csv(tmp_path / "rows.csv")
    modelyard.run(recipe_of(train=str(tmp_path / "rows.csv")), out=tmp_path / "run")
    assert_silent_directory(tmp_path)


def test_a_librarys_error_that_repeats_a_url_is_hidden(tmp_path, monkeypatch):
    import fsspec

    def fails(url, **_):
        raise OSError(f"could not connect to {url} with key {CANARY}")

    monkeypatch.setattr(fsspec.core, "url_to_fs", fails)
    monkeypatch.setenv("SECRET", CANARY)
    with pytest.raises(DataError) as caught:
        modelyard.run(recipe_of(train="http://u:${SECRET}@127.0.0.1/x.csv?token=${SECRET}"), out=tmp_path / "run")
    assert_silent(everything_of(caught.value))
    assert_silent_directory(tmp_path)


def test_recipe_fields_never_reach_a_shell(tmp_path, monkeypatch):
    """Names and paths with a shell's metacharacters; any process that a run starts is seen."""
    started = []

    def watch(event, arguments):
        if active and event in ("os.system", "subprocess.Popen", "os.exec", "os.posix_spawn", "pty.spawn"):
            started.append((event, repr(arguments)))

    active = [True]
    sys.addaudithook(watch)
    sung = tmp_path / "sung"
    evil = f"$(touch {sung.name}); `touch {sung.name}`; x"
    monkeypatch.chdir(tmp_path)
    write_csv(tmp_path / f"{evil}.csv")
    recipe = recipe_of(train=f"{evil}.csv", licence=evil) | {"title": evil}
    modelyard.run(recipe, out=tmp_path / evil)
    modelyard.predict(tmp_path / evil, f"{evil}.csv", tmp_path / f"{evil}-answers.csv")
    active.clear()
    assert not sung.exists()
    assert not [call for call in started if "touch" in call[1]], started
    assert not [call for call in started if call[0] == "os.system"], started


def test_hiding_keeps_what_is_no_secret():
    for text in ("rows.csv:7: a@b.c", "see https://host/path?page=2", "postgresql://user:${PW}@host/x", "10:30 @ noon"):
        assert hidden(text) == text
    assert hidden(f"x http://u:{CANARY}@h/p?a=1&api_key={CANARY}&b=2 y") == "x http://u:***@h/p?a=1&api_key=***&b=2 y"


def test_a_postgres_password_is_not_shown_by_a_server_that_hangs_up(tmp_path, monkeypatch):
    pytest.importorskip("adbc_driver_postgresql", reason="the driver of postgresql:// is not installed")
    listener = socket.create_server(("127.0.0.1", 0))

    def hang_up():
        for _ in range(4):
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.close()

    thread = threading.Thread(target=hang_up)
    thread.start()
    monkeypatch.setenv("SECRET", CANARY)
    url = f"postgresql://user:${{SECRET}}@127.0.0.1:{listener.getsockname()[1]}/nowhere?connect_timeout=2"
    with pytest.raises(DataError, match="the database refuses") as caught:
        modelyard.check(recipe_of(train=url, query="SELECT 1"))
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()
    assert_silent(everything_of(caught.value))
