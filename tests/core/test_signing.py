"""Signatures of artifacts: who is trusted, what is refused, and that keys stay where they are."""

import contextlib
import json
import shutil
import stat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("cryptography", reason="the extra security is not installed")

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

from modelyard.core import durable, keyfiles, signing
from modelyard.core.artifact import SIGNATURE, open_artifact
from modelyard.core.errors import ArtifactError, ModelyardError, RecipeError


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    file = tmp_path_factory.mktemp("keys") / "own"
    keyfiles.new(file)
    return file


@pytest.fixture
def artifact(tmp_path):
    manifest = {"kind": "artifact", "format": 1, "task": "x", "family": "y"}
    with durable.new_directory(tmp_path / "run" / "artifact", manifest=manifest) as directory:
        (directory / "model.safetensors").write_bytes(bytes(100))
        (directory / "task.json").write_text("{}")
    return tmp_path / "run" / "artifact"


def public(key):
    return key.with_name(key.name + ".pub")


def test_a_signed_artifact_opens_and_is_trusted(artifact, key):
    digest = open_artifact(artifact).digest
    signed = signing.sign(artifact.parent, key, signer="小红 <red@example.org>")
    assert open_artifact(artifact).digest == digest == signed["digest"]
    assert signing.require(artifact.parent, [public(key)])["signer"] == "小红 <red@example.org>"
    assert signing.sign(artifact, key)["signer"] == ""  # again: the former one is replaced


def test_the_signature_is_one_by_the_standard(artifact, key):
    """Against the library alone: the message is rebuilt here."""
    signed = signing.sign(artifact, key, signer="x")
    signature = __import__("base64").b64decode(signed.pop("signature"))
    body = json.dumps(signed, sort_keys=True, separators=(",", ":")).encode("ascii")
    own = serialization.load_pem_public_key(public(key).read_bytes())
    own.verify(signature, b"modelyard artifact 1\n" + body)


def test_an_unsigned_artifact_is_refused(artifact, key):
    with pytest.raises(ArtifactError, match=r"not signed.*modelyard sign"):
        signing.require(artifact, [public(key)])


def test_another_key_is_refused_and_rotation_is_several_keys(artifact, key, tmp_path):
    keyfiles.new(tmp_path / "other")
    signing.sign(artifact, tmp_path / "other")
    with pytest.raises(ArtifactError, match="not trusted here"):
        signing.require(artifact, [public(key)])
    assert signing.require(artifact, [public(key), public(tmp_path / "other")])
    both = tmp_path / "both.pem"
    both.write_bytes(public(key).read_bytes() + public(tmp_path / "other").read_bytes())
    assert signing.require(artifact, [both])
    folder = tmp_path / "trusted"
    folder.mkdir()
    for file in (key, tmp_path / "other"):
        shutil.copy(public(file), folder)
    assert signing.require(artifact, [folder])


CHANGES = {
    "digest": lambda s: s | {"digest": "0" * 64},
    "signer": lambda s: s | {"signer": "somebody else"},
    "time": lambda s: s | {"time": "2030-01-01T00:00:00Z"},
    "algorithm": lambda s: s | {"algorithm": "none"},
    "format": lambda s: s | {"format": "2"},
    "signature": lambda s: s | {"signature": s["signature"][:-4] + "AAAA"},
    "no base64": lambda s: s | {"signature": "!"},
    "empty": lambda s: s | {"signature": ""},
    "another field": lambda s: s | {"more": "x"},
    "no field": lambda s: {name: value for name, value in s.items() if name != "time"},
    "a number": lambda s: s | {"time": 1},
    "escape": lambda s: s | {"signer": "\x1b[31m"},
    "a list": lambda s: [s],
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_statement_is_refused(artifact, key, change):
    signed = signing.sign(artifact, key)
    (artifact / SIGNATURE).write_text(json.dumps(CHANGES[change](signed)))
    with pytest.raises(ArtifactError):
        signing.require(artifact, [public(key)])


def test_a_resealed_artifact_does_not_keep_its_signature(artifact, key, tmp_path):
    """What an attacker hands on: other weights, a manifest that fits them, and the old signature."""
    signing.sign(artifact, key)
    content = {
        n: v for n, v in json.loads((artifact / "manifest.json").read_text()).items() if n not in ("seal", "files")
    }
    with durable.new_directory(tmp_path / "copy", manifest=content) as directory:
        (directory / "model.safetensors").write_bytes(bytes(99) + b"\1")
        (directory / "task.json").write_text("{}")
    shutil.copy(artifact / SIGNATURE, tmp_path / "copy" / SIGNATURE)
    with pytest.raises(ArtifactError, match="of another manifest"):
        signing.require(tmp_path / "copy", [public(key)])
    with pytest.raises(ArtifactError, match="of another manifest"):  # damage even for who trusts nobody
        open_artifact(tmp_path / "copy")


def test_weights_changed_under_a_right_signature_are_found(artifact, key):
    signing.sign(artifact, key)
    (artifact / "model.safetensors").write_bytes(bytes(99) + b"\1")
    assert signing.require(artifact, [public(key)])  # only says what the digests must be
    with pytest.raises(ArtifactError, match="altered"):
        open_artifact(artifact)
    with pytest.raises(ArtifactError, match="altered"):
        signing.sign(artifact, key)


@pytest.mark.parametrize("name", ["signature.txt", "Signature.json", "more/signature.json", ".signature.json"])
def test_only_the_one_name_is_let_beside_the_manifest(artifact, key, name):
    signing.sign(artifact, key)
    (artifact / name).parent.mkdir(exist_ok=True)
    (artifact / SIGNATURE).rename(artifact / name)
    with pytest.raises(ArtifactError, match="not in the manifest"):
        open_artifact(artifact)


def test_a_copy_with_changes_is_unsigned_and_can_be_signed(artifact, key, tmp_path):
    """What makes another artifact of one (compress, merge) may copy all its files."""
    signing.sign(artifact, key)
    with durable.new_directory(tmp_path / "small", manifest={"kind": "artifact", "format": 1}) as directory:
        for file in artifact.iterdir():
            shutil.copyfile(file, directory / file.name)
    with pytest.raises(ArtifactError, match="not signed"):
        signing.require(tmp_path / "small", [public(key)])
    signing.sign(tmp_path / "small", key)
    assert open_artifact(tmp_path / "small")
    assert signing.require(tmp_path / "small", [public(key)])


def test_a_linked_signature_is_refused(artifact, key):
    signing.sign(artifact, key)
    (artifact / SIGNATURE).rename(artifact.parent / "s.json")
    (artifact / SIGNATURE).symlink_to("../s.json")
    with pytest.raises(ArtifactError, match="plain files only"):
        open_artifact(artifact)


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_flipped_byte_of_a_signature_passes(artifact, key, data):
    if not (artifact / SIGNATURE).exists():
        signing.sign(artifact, key, signer="x")
    whole = (artifact / SIGNATURE).read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole)
    changed[place] ^= data.draw(st.integers(1, 255))
    same = None
    with contextlib.suppress(ValueError):
        same = json.loads(changed) == json.loads(whole)
    (artifact / SIGNATURE).write_bytes(changed)
    try:
        if same:  # white space between fields says nothing
            return
        with pytest.raises(ModelyardError):
            signing.require(artifact, [public(key)])
    finally:
        (artifact / SIGNATURE).write_bytes(whole)


def test_a_private_key_is_its_owners_alone(tmp_path, artifact):
    file = tmp_path / "key"
    name = keyfiles.new(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(public(file).stat().st_mode) == 0o644
    with pytest.raises(RecipeError, match="never replaced"):
        keyfiles.new(file) if public(file).unlink() is None else None
    for mode in (0o644, 0o640, 0o604, 0o660):
        file.chmod(mode)
        with pytest.raises(RecipeError, match=r"its owner alone.*chmod 600"):
            signing.sign(artifact, file)
    file.chmod(0o400)
    assert signing.sign(artifact, file)["key"] == name


def test_a_passphrase_protects_a_key(tmp_path, artifact, monkeypatch):
    monkeypatch.setenv("MODELYARD_KEY_PASSPHRASE", "correct horse")
    keyfiles.new(tmp_path / "key")
    assert b"ENCRYPTED" in (tmp_path / "key").read_bytes()
    assert signing.sign(artifact, tmp_path / "key")
    for wrong in ("", "battery staple"):
        monkeypatch.setenv("MODELYARD_KEY_PASSPHRASE", wrong)
        with pytest.raises(RecipeError, match="passphrase is another") as caught:
            signing.sign(artifact, tmp_path / "key")
        assert "horse" not in str(caught.value)
    monkeypatch.setenv("MODELYARD_KEY_PASSPHRASE", "unneeded")
    monkeypatch.delenv("MODELYARD_KEY_PASSPHRASE")
    keyfiles.new(tmp_path / "plain")
    monkeypatch.setenv("MODELYARD_KEY_PASSPHRASE", "unneeded")
    assert signing.sign(artifact, tmp_path / "plain")


def test_what_is_shown_of_a_key_is_never_private(tmp_path):
    keyfiles.new(tmp_path / "key")
    for file in (tmp_path / "key", public(tmp_path / "key")):
        (shown,) = keyfiles.describe(file)
        assert shown["algorithm"] == "Ed25519"
        assert shown["for"] == "sign"
        assert "PRIVATE" not in json.dumps(shown)
        body = "".join((tmp_path / "key").read_text().splitlines()[1:-1])
        assert body not in json.dumps(shown)


def test_a_private_key_is_not_taken_for_a_public_one(tmp_path, artifact, key):
    with pytest.raises(RecipeError, match=r"a public key is asked for.*\.pub") as caught:
        signing.require(artifact, [key])
    assert "".join(key.read_text().splitlines()[1:-1]) not in str(caught.value)


@pytest.mark.parametrize(
    "content", [b"", b"nonsense", b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", b"\xff"]
)
def test_what_is_no_key_is_refused(tmp_path, artifact, content):
    (tmp_path / "key").write_bytes(content)
    (tmp_path / "key").chmod(0o600)
    with pytest.raises(RecipeError):
        signing.sign(artifact, tmp_path / "key")
    with pytest.raises(RecipeError):
        keyfiles.read_public(tmp_path / "key")


def test_other_kinds_of_keys_do_not_sign(tmp_path, artifact):
    keyfiles.new(tmp_path / "box", purpose="encrypt")
    with pytest.raises(RecipeError, match="only an Ed25519"):
        signing.sign(artifact, tmp_path / "box")
    with pytest.raises(RecipeError, match="must be Ed25519"):
        signing.require(artifact, [public(tmp_path / "box")])
    weak = rsa.generate_private_key(65537, 1024)
    with pytest.raises(RecipeError, match="3072 bits"):
        keyfiles.algorithm(weak)
    assert keyfiles.algorithm(ed25519.Ed25519PrivateKey.generate()) == "Ed25519"


def test_a_public_key_that_is_not_there_is_told_in_words(tmp_path):
    with pytest.raises(RecipeError, match=r"cannot be read: No such file or directory\. .*modelyard key new"):
        keyfiles.read_public(tmp_path / "no.pub")
    (tmp_path / "bad.pub").write_text("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")
    with pytest.raises(RecipeError, match=r"no public key that can be read\. Give a PEM file"):
        keyfiles.read_public(tmp_path / "bad.pub")
