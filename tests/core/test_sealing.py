"""Encrypted streams and artifacts: against an independent reader, and with every kind of tampering."""

import base64
import fcntl
import hashlib
import hmac
import io
import json
import os
import random
import shutil
import stat
import struct
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("cryptography", reason="the extra security is not installed")

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa, x25519
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from modelyard.core import durable, keyfiles, private_copy, sealed_artifact, sealing, signing
from modelyard.core.errors import ArtifactError, ModelyardError, RecipeError, RunError

START = len(sealing.MAGIC)


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    """(private, public) files by kind, and another X25519 key."""
    folder = tmp_path_factory.mktemp("keys")
    for name in ("x25519", "other"):
        keyfiles.new(folder / name, purpose="encrypt")
    private = rsa.generate_private_key(65537, 3072)
    form = serialization.PrivateFormat.PKCS8
    data = private.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    (folder / "rsa").write_bytes(data)
    (folder / "rsa").chmod(0o600)
    (folder / "rsa.pub").write_bytes(keyfiles.public_pem(private.public_key()))
    return {name: (folder / name, folder / f"{name}.pub") for name in ("x25519", "other", "rsa")}


def sealed(data, public, chunk=64):
    stream = io.BytesIO()
    sealing.seal([data[i : i + 37] for i in range(0, len(data), 37)], stream, keyfiles.read_public(public), chunk=chunk)
    return stream.getvalue()


def unsealed(data, private):
    return b"".join(sealing.unseal(io.BytesIO(data), keyfiles.read_private(private), where="x"))


# An independent reader: HPKE written from RFC 9180's text, the stream from the module's description.


def hkdf(salt, key, info, length):
    return expand(hmac.new(salt or bytes(32), key, hashlib.sha256).digest(), info, length)


def expand(key, info, length):
    out = block = b""
    while len(out) < length:
        block = hmac.new(key, block + info + bytes([len(out) // 32 + 1]), hashlib.sha256).digest()
        out += block
    return out[:length]


def labeled_extract(suite, salt, label, key):
    return hmac.new(salt or bytes(32), b"HPKE-v1" + suite + label + key, hashlib.sha256).digest()


def labeled_expand(suite, key, label, info, length):
    return expand(key, struct.pack(">H", length) + b"HPKE-v1" + suite + label + info, length)


def hpke_open(wrapped, private, info):
    encapsulated, ciphertext = wrapped[:32], wrapped[32:]
    secret = private.exchange(x25519.X25519PublicKey.from_public_bytes(encapsulated))
    own = private.public_key().public_bytes_raw()
    kem = b"KEM" + struct.pack(">H", 0x20)
    shared = labeled_expand(
        kem, labeled_extract(kem, b"", b"eae_prk", secret), b"shared_secret", encapsulated + own, 32
    )
    suite = b"HPKE" + struct.pack(">HHH", 0x20, 1, 2)
    context = b"\0" + labeled_extract(suite, b"", b"psk_id_hash", b"") + labeled_extract(suite, b"", b"info_hash", info)
    key = labeled_extract(suite, shared, b"secret", b"")
    nonce = labeled_expand(suite, key, b"base_nonce", context, 12)
    return AESGCM(labeled_expand(suite, key, b"key", context, 32)).decrypt(nonce, ciphertext, b"")


def read_independently(data, private):
    assert data[:19] == b"MODELYARD-SEALED-1\n"
    length = int.from_bytes(data[19:23], "big")
    header = json.loads(data[23 : 23 + length])
    (mine,) = header["recipients"]
    wrapped = base64.b64decode(mine["wrapped"])
    if mine["algorithm"] == "RSA-OAEP-SHA256":
        oaep = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), b"modelyard data key 1")
        key = private.decrypt(wrapped, oaep)
    else:
        key = hpke_open(wrapped, private, b"modelyard data key 1")
    prefix, bound = base64.b64decode(header["nonce"]), hashlib.sha256(data[: 23 + length]).digest()
    body, size = data[23 + length :], header["chunk"] + 16
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(
        AESGCM(key).decrypt(prefix + struct.pack(">IB", i, i == len(parts) - 1), part, bound)
        for i, part in enumerate(parts)
    )


@pytest.mark.parametrize("kind", ["x25519", "rsa"])
@pytest.mark.parametrize("size", [0, 1, 63, 64, 65, 128, 1000])
def test_what_is_sealed_is_read_by_both_readers(keys, kind, size):
    private, public = keys[kind]
    data = random.Random(size).randbytes(size)
    found = sealed(data, public)
    assert unsealed(found, private) == data
    assert read_independently(found, keyfiles.read_private(private)) == data


def test_our_hkdf_reads_the_standards_example():
    """RFC 5869, test case 1: the reference above is right itself."""
    found = hkdf(bytes(range(13)), b"\x0b" * 22, bytes(range(0xF0, 0xFA)), 42)
    assert found.hex().startswith("3cb25f25faacd57a90434f64d0362f2a")


@pytest.mark.parametrize("kind", ["x25519", "rsa"])
def test_every_flipped_byte_is_found(keys, kind):
    private, public = keys[kind]
    found = sealed(b"weights" * 20, public)
    opened = keyfiles.read_private(private)
    for place in range(len(found)):
        changed = bytearray(found)
        changed[place] ^= 1 << (place % 8)
        with pytest.raises(ModelyardError):
            b"".join(sealing.unseal(io.BytesIO(changed), opened, where="x"))


def chunks_of(found):
    begin = START + 4 + int.from_bytes(found[START : START + 4], "big")
    body = found[begin:]
    return found[:begin], [body[i : i + 80] for i in range(0, len(body), 80)]


@given(data=st.data())
@settings(max_examples=120, deadline=None)
def test_no_other_order_of_chunks_is_read(keys, data):
    private, public = keys["x25519"]
    start, chunks = chunks_of(sealed(bytes(64 * 5 + 10), public))
    others = data.draw(st.lists(st.sampled_from(range(len(chunks))), max_size=8))
    if others == list(range(len(chunks))):
        return
    with pytest.raises(ModelyardError):
        unsealed(start + b"".join(chunks[i] for i in others), private)


def test_every_truncation_and_every_appended_byte_is_found(keys):
    private, public = keys["x25519"]
    found = sealed(bytes(200), public)
    opened = keyfiles.read_private(private)
    for length in range(len(found)):
        with pytest.raises(ModelyardError):
            b"".join(sealing.unseal(io.BytesIO(found[:length]), opened, where="x"))
    for more in (b"\0", b"\0" * 80, chunks_of(found)[1][-1]):
        with pytest.raises(ModelyardError):
            unsealed(found + more, private)


def test_chunks_of_another_file_are_found(keys):
    private, public = keys["x25519"]
    (start, own), (other_start, other) = chunks_of(sealed(bytes(200), public)), chunks_of(sealed(bytes(200), public))
    for mixed in (start + b"".join(other), other_start + b"".join(own), start + own[0] + b"".join(other[1:])):
        with pytest.raises(ArtifactError):
            unsealed(mixed, private)


def test_only_the_named_keys_open_it(keys):
    public = keys["x25519"][1]
    recipients = {**keyfiles.read_public(public), **keyfiles.read_public(keys["rsa"][1])}
    stream = io.BytesIO()
    sealing.seal([b"weights"], stream, recipients)
    for kind in ("x25519", "rsa"):
        assert unsealed(stream.getvalue(), keys[kind][0]) == b"weights"
    with pytest.raises(RecipeError, match="encrypted to other keys"):
        unsealed(stream.getvalue(), keys["other"][0])


def test_no_two_files_share_a_key_or_nonce(keys):
    headers = [json.loads(chunks_of(sealed(b"x", keys["rsa"][1]))[0][START + 4 :]) for _ in range(20)]
    assert len({one["nonce"] for one in headers}) == len({one["recipients"][0]["wrapped"] for one in headers}) == 20


@given(st.binary(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_refused_in_words(keys, data):
    for start in (b"", sealing.MAGIC, sealing.MAGIC + (60).to_bytes(4, "big")):
        with pytest.raises(ModelyardError):
            unsealed(start + data, keys["x25519"][0])


@pytest.mark.skipif("not os.environ.get('MODELYARD_SOAK')", reason="1 GB: with MODELYARD_SOAK=1")
def test_a_gigabyte_takes_bounded_memory(keys, tmp_path):
    private, public = keys["x25519"]
    block = random.Random(0).randbytes(1 << 20)
    tracemalloc.start()
    with (tmp_path / "x").open("wb") as file:
        sealing.seal((block for _ in range(1024)), file, keyfiles.read_public(public))
    count = 0
    with (tmp_path / "x").open("rb") as file:
        for part in sealing.unseal(file, keyfiles.read_private(private), where="x"):
            assert part == block
            count += len(part)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1 << 30
    assert peak < 16 << 20, peak


@pytest.fixture
def artifact(tmp_path):
    manifest = {"kind": "artifact", "format": 1, "task": "x", "family": "y"}
    with durable.new_directory(tmp_path / "run" / "artifact", manifest=manifest) as directory:
        (directory / "model.safetensors").write_bytes(random.Random(1).randbytes(5000))
        (directory / "task.json").write_text("{}")
        (directory / "more").mkdir()
        (directory / "more" / "模型.txt").write_text("好")
    return tmp_path / "run" / "artifact"


def test_an_artifact_comes_back_as_it_was(artifact, keys, tmp_path):
    private, public = keys["rsa"]
    keyfiles.new(tmp_path / "own")
    signing.sign(artifact, tmp_path / "own")
    file = sealed_artifact.encrypt(artifact.parent, [public], tmp_path)
    assert file == tmp_path / "run.sealed"
    assert b"safetensors" not in file.read_bytes()
    assert sealing.plain_bytes(file) > 5000
    back = sealed_artifact.decrypt(file, private, tmp_path / "back")
    assert durable.digests(back) == durable.digests(artifact)
    assert stat.S_IMODE(back.stat().st_mode) == 0o700
    assert all(stat.S_IMODE(one.stat().st_mode) == 0o600 for one in back.rglob("*") if one.is_file())
    assert signing.require(back, [tmp_path / "own.pub"])
    with pytest.raises(RunError, match="exists already"):
        sealed_artifact.decrypt(file, private, tmp_path / "back")
    with pytest.raises(RunError, match="exists already"):
        sealed_artifact.encrypt(artifact.parent, [public], tmp_path)


def test_nothing_is_published_of_a_changed_file(artifact, keys, tmp_path):
    private, public = keys["x25519"]
    file = sealed_artifact.encrypt(artifact, [public], tmp_path / "a.sealed")
    whole = file.read_bytes()
    for changed in (whole[:-1], whole + b"\0", whole[:-100] + b"\1" + whole[-99:], b""):
        file.write_bytes(changed)
        with pytest.raises(ArtifactError):
            sealed_artifact.decrypt(file, private, tmp_path / "back")
        assert sorted(path.name for path in tmp_path.iterdir()) == ["a.sealed", "run"]


def test_a_damaged_artifact_is_not_encrypted(artifact, keys, tmp_path):
    (artifact / "task.json").write_text("[]")
    with pytest.raises(ArtifactError, match="altered"):
        sealed_artifact.encrypt(artifact, [keys["rsa"][1]], tmp_path / "a.sealed")
    assert not (tmp_path / "a.sealed").exists()


NAMES = ["../x", "/etc/x", "a/../../x", "a\\x", "", ".", "a//b", "a\0b", "x" * 600, "./x"]


@pytest.mark.parametrize("name", NAMES)
def test_names_that_lead_out_are_refused(keys, tmp_path, name):
    """Anyone with the public key can encrypt: what is inside is as untrusted as any archive."""
    private, public = keys["x25519"]
    body = json.dumps([[name, 1]]).encode()
    stream = io.BytesIO()
    sealing.seal([len(body).to_bytes(8, "big") + body + b"x"], stream, keyfiles.read_public(public))
    (tmp_path / "a.sealed").write_bytes(stream.getvalue())
    with pytest.raises(ArtifactError, match="leads out"):
        sealed_artifact.decrypt(tmp_path / "a.sealed", private, tmp_path / "back")
    assert [path.name for path in tmp_path.iterdir()] == ["a.sealed"]


@pytest.mark.parametrize(
    "index",
    [[["a", 5]], [["a", 1], ["a", 1]], [["a", -1]], [["a", 1 << 60]], "x", [1], [["a"]], [["a", 1]] * 2, [["a", 0]]],
)
def test_an_index_that_lies_is_refused(keys, tmp_path, index):
    private, public = keys["x25519"]
    body = json.dumps(index).encode()
    stream = io.BytesIO()
    sealing.seal([len(body).to_bytes(8, "big") + body + b"xy"], stream, keyfiles.read_public(public))
    (tmp_path / "a.sealed").write_bytes(stream.getvalue())
    with pytest.raises(ArtifactError):
        sealed_artifact.decrypt(tmp_path / "a.sealed", private, tmp_path / "back")
    assert [path.name for path in tmp_path.iterdir()] == ["a.sealed"]


def test_opened_lies_in_memory_and_is_gone_afterwards(artifact, keys, tmp_path):
    private, public = keys["x25519"]
    file = sealed_artifact.encrypt(artifact, [public], tmp_path / "reviews.sealed")
    with sealed_artifact.opened(file, private) as directory:
        assert directory.name == "reviews"
        assert stat.S_IMODE(directory.parent.stat().st_mode) == 0o700
        assert durable.verify_directory(directory)
        assert private_copy.in_memory(directory) == str(directory).startswith("/dev/shm")
    assert not directory.parent.exists()
    file.write_bytes(file.read_bytes()[:-1])
    before = set(directory.parent.parent.glob("modelyard-open-*"))
    with pytest.raises(ArtifactError), sealed_artifact.opened(file, private):
        raise AssertionError("it was opened")
    assert set(directory.parent.parent.glob("modelyard-open-*")) == before


def test_what_a_killed_process_left_is_removed_and_a_living_ones_is_not(artifact, keys, tmp_path, monkeypatch):
    private, public = keys["x25519"]
    file = sealed_artifact.encrypt(artifact, [public], tmp_path / "a.sealed")
    monkeypatch.setattr(private_copy, "MEMORY", tmp_path)
    for name in ("dead", "alive"):
        (tmp_path / f"modelyard-open-{name}").mkdir()
        os.utime(tmp_path / f"modelyard-open-{name}", (1, 1))
    held = os.open(tmp_path / "modelyard-open-alive", os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    with sealed_artifact.opened(file, private):
        assert not (tmp_path / "modelyard-open-dead").exists()
        assert (tmp_path / "modelyard-open-alive").exists()
    os.close(held)
    shutil.rmtree(tmp_path / "modelyard-open-alive")


def test_keys_that_sign_are_not_encrypted_to(artifact, tmp_path):
    keyfiles.new(tmp_path / "own")
    with pytest.raises(RecipeError, match="--for encrypt"):
        sealed_artifact.encrypt(artifact, [tmp_path / "own.pub"], tmp_path / "a.sealed")
    assert not (tmp_path / "a.sealed").exists()
