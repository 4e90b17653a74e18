"""HARDENING 4 and 15: with keys to trust nothing unsigned is opened; what is encrypted is gone when the server is; who
did what stands in the trail, and no key does anywhere."""

import contextlib
import gc
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

pytest.importorskip("cryptography", reason="the extra security is not installed")

import asyncio

import modelyard
from modelyard import pipeline
from modelyard.cli import main
from modelyard.core import artifact, durable, keyfiles, private_copy, sealed_artifact, signing, trail
from modelyard.core.errors import ArtifactError, ModelyardError, RecipeError, RunError
from modelyard.core.trail_check import check, entries
from modelyard.export import folder
from modelyard.inference import Predictor
from modelyard.pipeline import trust
from modelyard.serving import admission, server


@pytest.fixture
def run(packaged, tmp_path):
    shutil.copytree(packaged("mlp"), tmp_path / "reviews")
    return tmp_path / "reviews"


@pytest.fixture
def key(tmp_path):
    keyfiles.new(tmp_path / "own")
    return tmp_path / "own"


@pytest.fixture
def own_trail(tmp_path, monkeypatch):
    monkeypatch.setenv(trail.PLACE, str(tmp_path / "trail.jsonl"))
    return trail.place()


@pytest.fixture
def served(monkeypatch):
    """What the server would answer with, instead of it."""
    found = []
    monkeypatch.setattr(server, "run_app", lambda app, settings, *listeners: found.append(app.state.service.models))
    return found


def never_opened(monkeypatch):
    def used(*arguments, **named):
        raise AssertionError("the weights were opened before the signature was checked")

    monkeypatch.setattr(Predictor, "open", used)
    monkeypatch.setattr(durable, "verify_directory", used)


def resealed(source, copy):
    """Other weights under digests that fit, as who can write the folder but has no key hands them on."""
    manifest = {
        n: v for n, v in json.loads((source / "manifest.json").read_text()).items() if n not in ("seal", "files")
    }
    with durable.new_directory(copy, manifest=manifest) as directory:
        for file in source.iterdir():
            if file.name not in ("manifest.json", "signature.json"):
                shutil.copyfile(file, directory / file.name)
        (directory / "task.json").write_bytes((directory / "task.json").read_bytes() + b" ")
    if (source / "signature.json").exists():
        shutil.copyfile(source / "signature.json", copy / "signature.json")


@pytest.mark.parametrize("role", ["main", "canary", "shadow"])
def test_an_unsigned_model_is_not_served(run, key, served, monkeypatch, tmp_path, role):
    other = tmp_path / "other"
    shutil.copytree(run, other)
    if role != "main":
        trust.sign(run, key=key)
    given = {} if role == "main" else {role: other}
    if role == "main":
        never_opened(monkeypatch)
    with pytest.raises(ArtifactError, match="not signed"):
        pipeline.serve(run, port=0, trust=[f"{key}.pub"], **given)
    assert served == []


def test_a_signed_model_is_served_and_a_changed_one_is_not(run, key, served, tmp_path, monkeypatch):
    trust.sign(run, key=key)
    pipeline.serve(run, port=0, trust=[f"{key}.pub"])
    assert len(served) == 1
    resealed(run / "artifact", tmp_path / "changed")
    keyfiles.new(tmp_path / "foreign")
    never_opened(monkeypatch)
    with pytest.raises(ArtifactError, match="of another manifest"):
        pipeline.serve(tmp_path / "changed", port=0, trust=[f"{key}.pub"])
    with pytest.raises(ArtifactError, match="not trusted here"):
        pipeline.serve(run, port=0, trust=[tmp_path / "foreign.pub"])
    with pytest.raises(RecipeError):
        pipeline.serve(run, port=0, trust=[tmp_path / "missing.pub"])


def test_a_reload_asks_for_the_signature_again(run, key, served):
    """Hot swap: what lies there now must be signed too, by keys as they are now."""
    trust.sign(run, key=key)
    pipeline.serve(run, port=0, trust=[f"{key}.pub"])
    versions = served[0].all[0].versions
    assert versions._load() is not None
    (run / "artifact" / "signature.json").unlink()
    with pytest.raises(ArtifactError, match="not signed"):
        versions._load()


def swapping(monkeypatch, target, other):
    """Between the check of the digests and the reading of the weights a folder takes the other's place."""
    real = artifact.verify_signed_directory

    def checked(directory):
        found = real(directory)
        if target.exists() and not target.is_symlink():
            target.rename(target.with_name("aside"))
            target.symlink_to(other)
        return found

    monkeypatch.setattr(artifact, "verify_signed_directory", checked)


def answers_of(model):
    return list(model.answers({name: [value] * 2 for name, value in model.example().items()}))


@pytest.mark.parametrize("guarded", [True, False])
def test_what_others_can_write_is_not_exchanged_between_check_and_opening(run, key, tmp_path, monkeypatch, guarded):
    trust.sign(run, key=key)
    expected = admission.loader([Path(f"{key}.pub")])(run)
    resealed(run / "artifact", tmp_path / "evil")
    weights = tmp_path / "evil" / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-400] + bytes(400))
    if not guarded:
        (run / "artifact").chmod(0o777)
    assert private_copy.is_guarded((run / "artifact").resolve()) is guarded
    opened = []
    monkeypatch.setattr(private_copy, "folder", _noted(private_copy.folder, opened))
    if guarded:  # nobody else could: nothing is copied
        assert answers_of(admission.loader([Path(f"{key}.pub")])(run)) == answers_of(expected)
        assert opened == []
        return
    swapping(monkeypatch, run / "artifact", tmp_path / "evil")
    model = admission.loader([Path(f"{key}.pub")])(run)
    assert answers_of(model) == answers_of(expected)
    assert (run / "artifact").is_symlink(), "nothing was exchanged"
    assert model.about == expected.about
    (place,) = opened
    assert place.exists() and place.stat().st_mode & 0o777 == 0o700
    del model
    gc.collect()
    assert not place.exists()


def test_a_hot_swap_leaves_no_copy_of_the_one_before(run, key, served, tmp_path, monkeypatch):
    trust.sign(run, key=key)
    (run / "artifact").chmod(0o777)
    opened = []
    monkeypatch.setattr(private_copy, "folder", _noted(private_copy.folder, opened))
    pipeline.serve(run, port=0, trust=[f"{key}.pub"])
    versions = served[0].all[0].versions

    async def swap():
        await versions.replace(versions._load())
        await versions.stop()

    asyncio.run(swap())
    assert [place.exists() for place in opened] == [False, True]
    (run / "artifact" / "signature.json").unlink()
    with pytest.raises(ArtifactError, match="not signed") as error:
        versions._load()
    assert error.value.where == str(run / "artifact")
    versions.main.model.release()
    assert not any(place.exists() for place in opened)


def test_what_is_wrong_with_a_copy_is_told_of_the_folder(run, key):
    trust.sign(run, key=key)
    (run / "artifact").chmod(0o777)
    with (run / "artifact" / "model.safetensors").open("r+b") as weights:
        weights.seek(-8, os.SEEK_END)
        weights.write(bytes(range(8)))
    with pytest.raises(ArtifactError) as error:
        admission.loader([Path(f"{key}.pub")])(run)
    assert str(run / "artifact") in str(error.value) and "modelyard-open-" not in str(error.value)


def _noted(folder, opened):
    @contextlib.contextmanager
    def noted(size):
        with folder(size) as place:
            opened.append(place)
            yield place

    return noted


def test_links_pipes_and_full_disks_end_the_copying(run, key, tmp_path, monkeypatch):
    trust.sign(run, key=key)
    (run / "artifact").chmod(0o777)
    load = admission.loader([Path(f"{key}.pub")])
    os.mkfifo(run / "artifact" / "pipe")
    with pytest.raises(ArtifactError, match="plain files only"):
        load(run)
    (run / "artifact" / "pipe").unlink()
    (run / "artifact" / "task.json").rename(tmp_path / "task.json")
    (run / "artifact" / "task.json").symlink_to(tmp_path / "task.json")
    with pytest.raises(RunError, match="cannot be copied"):
        load(run)
    (run / "artifact" / "task.json").unlink()
    shutil.copyfile(tmp_path / "task.json", run / "artifact" / "task.json")

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(private_copy.shutil, "copyfileobj", full)
    before = set(private_copy.MEMORY.glob("modelyard-open-*"))
    with pytest.raises(RunError, match=r"No space left.*belong to root"):
        load(run)
    assert set(private_copy.MEMORY.glob("modelyard-open-*")) == before


def test_an_old_version_put_back_is_refused_by_its_time(run, key, served, tmp_path):
    trust.sign(run, key=key)
    signed = json.loads((run / "artifact" / "signature.json").read_text())["time"]
    for since in (signed, signed[:10], "2020-01-01T00:00:00+08:00"):
        pipeline.serve(run, port=0, trust=[f"{key}.pub"], signed_since=since)
    assert len(served) == 3
    with pytest.raises(ArtifactError, match="an old version may have been put back"):
        pipeline.serve(run, port=0, trust=[f"{key}.pub"], signed_since="2999-01-01")
    other = tmp_path / "other"
    shutil.copytree(run, other)
    for role in ("canary", "shadow"):
        with pytest.raises(ArtifactError, match="put back"):
            pipeline.serve(other, port=0, trust=[f"{key}.pub"], signed_since="2999-01-01", **{role: run})
    with pytest.raises(RecipeError, match="no date"):
        pipeline.serve(run, port=0, trust=[f"{key}.pub"], signed_since="yesterday")
    with pytest.raises(RecipeError, match="trusted ones only"):
        pipeline.serve(run, port=0, signed_since="2020-01-01")


def test_a_reload_refuses_an_older_version_than_was_asked_for(run, key, served):
    trust.sign(run, key=key)
    pipeline.serve(run, port=0, trust=[f"{key}.pub"], signed_since="2020-01-01")
    versions = served[0].all[0].versions
    file = run / "artifact" / "signature.json"
    private = signing.signing_key(key)
    old = {**json.loads(file.read_text()), "time": "2019-12-31T23:59:59Z"}
    del old["signature"]
    file.write_text(json.dumps({**old, "signature": signing.signature_of(old, private, signing.ARTIFACT)}))
    with pytest.raises(ArtifactError, match="put back"):
        versions._load()
    file.write_text(json.dumps({**old, "time": "2029-12-31T23:59:59Z", "signature": "x"}))
    with pytest.raises(ArtifactError, match="wrong"):
        versions._load()


def test_verify_asks_for_the_signature_first(run, key, monkeypatch):
    with pytest.raises(ArtifactError, match="not signed"):
        pipeline.verify(str(run), trust=[f"{key}.pub"])
    trust.sign(run, key=key)
    assert len(pipeline.verify(str(run), trust=[f"{key}.pub"]).notes) > 10
    with pytest.raises(RecipeError, match="seen from outside"):
        pipeline.verify("http://127.0.0.1:1", trust=[f"{key}.pub"])


def test_scan_looks_at_signatures(run, key):
    assert pipeline.scan(run / "artifact").findings == []
    (finding,) = pipeline.scan(run / "artifact", trust=[f"{key}.pub"]).findings
    assert "not signed" in finding.rule
    trust.sign(run, key=key, signer="us")
    found = pipeline.scan(run / "artifact", trust=[f"{key}.pub"])
    assert (found.findings, found.notes[0].startswith("signed by us")) == ([], True)


def test_an_encrypted_artifact_is_served_and_leaves_nothing(run, key, served, tmp_path, monkeypatch, capsys):
    keyfiles.new(tmp_path / "box", purpose="encrypt")
    trust.sign(run, key=key)
    file = trust.encrypt(run, to=[tmp_path / "box.pub"], out=tmp_path)
    seen, before = [], set(private_copy.MEMORY.glob("modelyard-open-*"))

    def running(app, settings, *listeners):
        served.append(app)
        seen.extend(set(private_copy.MEMORY.glob("modelyard-open-*")) - before)

    monkeypatch.setattr(server, "run_app", running)
    pipeline.serve(file, port=0, trust=[f"{key}.pub"], key=tmp_path / "box")
    assert len(served) == 1
    assert "removed at the end" in capsys.readouterr().out
    assert not [place for place in seen if place.exists()]
    with pytest.raises(RecipeError, match="--key FILE"):
        pipeline.serve(file, port=0)
    with pytest.raises(ArtifactError, match="not signed"):
        unsigned = tmp_path / "unsigned"
        shutil.copytree(run / "artifact", unsigned)
        (unsigned / "signature.json").unlink()
        sealed_artifact.encrypt(unsigned, [tmp_path / "box.pub"], tmp_path / "u.sealed")
        pipeline.serve(tmp_path / "u.sealed", port=0, trust=[f"{key}.pub"], key=tmp_path / "box")


def test_who_did_what_is_in_the_trail(run, key, served, own_trail, tmp_path):
    modelyard.load(run)
    trust.sign(run, key=key)
    other = tmp_path / "other"
    shutil.copytree(run, other)
    pipeline.serve(run, port=0, canary=other)
    versions = served[0].all[0].versions

    async def swap():
        await versions.replace(versions._load())
        await versions.stop()

    asyncio.run(swap())
    digest = durable.file_digest(run / "artifact" / "manifest.json")
    found = entries(own_trail.path)
    assert [entry["verb"] for entry in found] == ["open", "sign", "serve", "canary", "promote"]
    assert {entry["artifact"] for entry in found} == {digest}
    assert [entry["run"] for entry in found[:4]] == [str(run), str(run), str(run), str(other)]
    assert check(own_trail).faults == []


def test_a_required_trail_that_cannot_be_written_stops_all_of_it(run, key, served, monkeypatch):
    monkeypatch.setenv(trail.PLACE, "required:/proc/trail.jsonl")
    for attempt in (
        lambda: modelyard.load(run),
        lambda: pipeline.serve(run, port=0),
        lambda: trust.encrypt(run, to=[f"{key}.pub"], out=run / "x"),
    ):
        with pytest.raises(RunError, match="required"):
            attempt()
    assert served == []


def test_a_swap_that_cannot_be_recorded_does_not_happen(run, served, monkeypatch):
    pipeline.serve(run, port=0)
    versions = served[0].all[0].versions
    before = versions.main
    monkeypatch.setenv(trail.PLACE, "required:/proc/trail.jsonl")

    async def swap():
        with pytest.raises(RunError):
            await versions.replace(before.model)

    asyncio.run(swap())
    assert versions.main is before


def test_no_private_key_is_in_any_output_or_file(run, key, tmp_path, monkeypatch, capsys, own_trail):
    """The canary is the key itself, its passphrase, and every line of its file."""
    monkeypatch.setenv("MODELYARD_KEY_PASSPHRASE", "kanarie-7F3kQ9")
    keyfiles.new(tmp_path / "secret")
    monkeypatch.setenv(trail.KEY, str(tmp_path / "secret"))
    box = tmp_path / "box"
    keyfiles.new(box, purpose="encrypt")
    lines = [line for file in (tmp_path / "secret", box) for line in file.read_text().splitlines()[1:-1]]
    songs = [line for line in lines if len(line) > 20] + ["kanarie", "7F3kQ9"]

    def command(*arguments):
        monkeypatch.setattr(sys, "argv", ["modelyard", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code or 0
        out = "".join(capsys.readouterr())
        assert "Traceback" not in out
        assert not [song for song in songs if song in out], arguments
        return code, out

    assert command("sign", run, "--key", tmp_path / "secret", "--signer", "us")[0] == 0
    assert command("encrypt", run, "--to", f"{box}.pub", "--out", tmp_path / "a.sealed")[0] == 0
    assert command("decrypt", tmp_path / "a.sealed", "--key", box, "--out", tmp_path / "back")[0] == 0
    assert command("key", "show", tmp_path / "secret")[0] == 0
    assert command("key", "show", box, "--json")[0] == 0
    assert command("verify", run, "--trust", f"{tmp_path / 'secret'}.pub")[0] == 0
    assert command("trail", "show")[0] == 0
    assert command("trail", "verify", "--trust", f"{tmp_path / 'secret'}.pub")[0] == 0
    assert command("trail", "sign", "--key", tmp_path / "secret")[0] == 0
    for wrong in (
        ("verify", run, "--trust", tmp_path / "secret"),
        ("encrypt", run, "--to", box, "--out", tmp_path / "b.sealed"),
        ("decrypt", tmp_path / "a.sealed", "--key", tmp_path / "secret", "--out", tmp_path / "c"),
        ("decrypt", tmp_path / "a.sealed", "--key", tmp_path / "box.pub", "--out", tmp_path / "c"),
        ("sign", run, "--key", box),
        ("key", "new", box),
        ("trail", "verify", "--from", "0" * 63),
    ):
        assert command(*wrong)[0] == 2, wrong
    own = {tmp_path / "secret", box}
    for path in tmp_path.rglob("*"):
        if path.is_file() and path not in own:
            data = path.read_bytes()
            assert not [song for song in songs if song.encode() in data], path


def test_errors_are_of_one_kind(run, tmp_path):
    (tmp_path / "empty.sealed").write_bytes(b"")
    for attempt in (
        lambda: sealed_artifact.decrypt(tmp_path / "empty.sealed", tmp_path / "missing", tmp_path / "x"),
        lambda: trust.sign(run, key=tmp_path / "missing"),
        lambda: trust.show_key(tmp_path / "missing"),
    ):
        with pytest.raises(ModelyardError):
            attempt()


def test_an_export_is_clean_and_a_changed_one_is_not(run, key, tmp_path):
    """An export brings code: exactly that which this version writes."""
    pipeline.export(run, tmp_path / "export", form="onnx")
    assert pipeline.scan(tmp_path / "export").findings == []
    trust.sign(tmp_path / "export", key=key)
    assert pipeline.scan(tmp_path / "export", trust=[f"{key}.pub"]).findings == []
    assert len(pipeline.verify(str(tmp_path / "export"), trust=[f"{key}.pub"]).notes) > 10
    with (tmp_path / "export" / "run.py").open("a") as file:
        file.write("\nprint('more')\n")
    assert any(one.file == "run.py" for one in pipeline.scan(tmp_path / "export").findings)


def test_an_exports_code_is_not_exchanged_between_comparing_and_running(run, tmp_path, monkeypatch):
    pipeline.export(run, tmp_path / "export", form="onnx")
    (tmp_path / "export").chmod(0o777)
    sung = tmp_path / "sung"
    real = folder.require_code

    def compared(directory, *arguments, **named):
        real(directory, *arguments, **named)
        (tmp_path / "export" / "run.py").write_text(f"open({str(sung)!r}, 'w')\n")

    monkeypatch.setattr(folder, "require_code", compared)
    assert len(pipeline.verify(str(tmp_path / "export")).notes) > 10
    assert not sung.exists()


def test_a_folder_that_looks_like_a_run_hides_no_model(run):
    (run / "recipe.yaml").write_text("task: text-classification\n")
    (run / "tokens").mkdir()
    (run / "tokens" / "train-000.bin").write_bytes(bytes(range(256)))
    assert pipeline.scan(run).findings == []
    evil = b"cos\nsystem\n(S'touch x'\ntR."
    for place in ("pytorch_model.bin", "weights/model.pt", "bundle/a.pkl", "models/x.h5", "1/2/3/4/5/6/7/8/9/10/a.pt"):
        (run / place).parent.mkdir(parents=True, exist_ok=True)
        (run / place).write_bytes(evil)
        assert any(place.startswith(one.file) for one in pipeline.scan(run).findings), place
        (run / place).unlink()
    (run / "model.pt").symlink_to("/etc/hostname")
    assert pipeline.scan(run).findings


def test_a_folder_of_a_run_that_cannot_be_read_is_a_finding(run, monkeypatch):
    (run / "recipe.yaml").write_text("task: text-classification\n")
    (run / "closed").mkdir()
    usual = Path.iterdir

    def iterdir(path):  # whoever is root reads everything, whatever the modes say
        if path.name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    (finding,) = pipeline.scan(run).findings
    assert finding.file.startswith("closed") and "Permission denied" in finding.value
