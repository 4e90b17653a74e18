"""`scan`: what it refuses, with canaries that show that nothing runs, and what it lets pass."""

import bz2
import gzip
import io
import json
import os
import pickle
import signal
import struct
import subprocess
import sys
import tarfile
import zipfile
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modelyard import pipeline
from modelyard.auditing.scanning import scan
from modelyard.auditing.scanning_pickles import read as read_pickle
from modelyard.cli import main
from modelyard.core import durable, keyfiles
from modelyard.core.errors import DataError


class Canary:
    """Unpickled, it writes a file."""

    def __init__(self, path):
        self.path = str(path)

    def __reduce__(self):
        return (Path.touch, (Path(self.path),))


@pytest.fixture
def sung(tmp_path_factory):
    path = tmp_path_factory.mktemp("canary") / "sung"
    yield path
    assert not path.exists(), "the canary was run"


def canary(sung, protocol=pickle.DEFAULT_PROTOCOL):
    return pickle.dumps(Canary(sung), protocol=protocol)


def rules(path, **named):
    return [(one.file, one.rule, one.value) for one in scan(path, **named).findings]


def zipped(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return stream.getvalue()


def tarred(name, data):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    return stream.getvalue()


def npy(array):
    stream = io.BytesIO()
    np.save(stream, array, allow_pickle=True)
    return stream.getvalue()


def safetensors(header, data=b"", length=None):
    body = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(body) if length is None else length) + body + data


DISGUISES = {
    "weights.pt": lambda p: p,
    "pytorch_model.bin": lambda p: zipped(archive__data_dot_pkl=p),
    "model.pkl": lambda p: p,
    "model.joblib": lambda p: zlib.compress(p),
    "legacy.pth": lambda p: pickle.dumps(0x1950A86A20F9469CFC6C, 2) + pickle.dumps(1001, 2) + p,
    "config.json": lambda p: p,
    "README.md": lambda p: p,
    "LICENSE": lambda p: p,
    "vocab.txt": lambda p: p,
    "model.safetensors": lambda p: p,
    "model.onnx": lambda p: p,
    "model.gguf": lambda p: p,
    "a.npy": lambda p: npy(np.array([pickle.loads], dtype=object)) + p,
    "b.npy": lambda p: p,
    "a.npz": lambda p: zipped(a_dot_npy=p),
    "a.zip": lambda p: zipped(inner__config_dot_json=p),
    "b.zip": lambda p: zipped(inner_dot_zip=zipped(inner__config_dot_json=p)),
    "a.tar": lambda p: tarred("inner/README.md", p),
    "a.tar.gz": lambda p: gzip.compress(tarred("inner/README.md", p)),
    "a.tgz": lambda p: gzip.compress(tarred("inner/README.md", p)),
    "vocab.txt.gz": lambda p: gzip.compress(p),
    "a.png": lambda p: p,
    "a.parquet": lambda p: p,
    "a.txt.bz2": lambda p: bz2.compress(p),
    "a.": lambda p: p,
    "a.keras": lambda p: zipped(config_dot_json=p),
    "a.h5": lambda p: p,
}


@pytest.mark.parametrize("protocol", [0, 2, pickle.HIGHEST_PROTOCOL])
@pytest.mark.parametrize("name", DISGUISES)
def test_a_pickle_is_refused_in_any_disguise(tmp_path, sung, name, protocol):
    (tmp_path / name).write_bytes(DISGUISES[name](canary(sung, protocol)))
    found = rules(tmp_path)
    assert found, name
    if name not in ("a.npy", "model.joblib", "a.txt.bz2"):  # told by their own rule: objects, a stream, no such format
        assert any("pickle" in rule for _, rule, _ in found), found


@pytest.mark.parametrize("name", ["weights.pt", "pytorch_model.bin", "vocab.txt", "a.npz", "a.tar.gz"])
def test_the_finding_names_what_would_be_imported(tmp_path, sung, name):
    (tmp_path / name).write_bytes(DISGUISES[name](canary(sung)))
    assert any("pathlib" in value for _, _, value in rules(tmp_path))


def test_the_canary_is_one(tmp_path):
    pickle.loads(canary(tmp_path / "sung"))
    assert (tmp_path / "sung").exists()


@pytest.mark.parametrize(
    "data",
    [
        b"cos\nsystem\n(S'touch x'\ntR.",
        b"cos\nsystem\n(S'touch x'\ntRbroken beyond this",  # an unpickler has called it by then
        b"(S'touch x'\nios\nsystem\n.",
        b"N0" * 150_000 + b"cos\nsystem\n(S'touch x'\ntR.",
        b"c__builtin__\neval\n(V1+1\ntR.",
        b"\x80\x04\x8c\x02os\x8c\x06system\x93\x8c\x01x\x85R.",
        b"\x80\x04\x8c\x02os\x94\x8c\x06system\x940h\x00h\x01\x93\x8c\x01x\x85R.",  # names through the memo
        b"\x80\x02cos\nsystem\n.",  # imports only
    ],
)
def test_hand_made_pickles_are_seen(tmp_path, data):
    assert read_pickle(data).certain
    (tmp_path / "notes.txt").write_bytes(data)
    assert any("pickle" in rule for _, rule, _ in rules(tmp_path))


LONG = 5 << 20
PADDED = {
    "a text of bytes": b"\x80\x04B" + struct.pack("<I", LONG) + b"x" * LONG + b"0",
    "a text in UTF-8": b"\x80\x04X" + struct.pack("<I", 2 * LONG) + "é".encode() * LONG + b"0",
    "eight bytes of length": b"\x8e" + struct.pack("<Q", LONG) + bytes(LONG) + b"0",
    "a quoted line": b"S'" + b"a" * LONG + b"'\n0",
    "a line": b"V" + b"a" * LONG + b"\n0",
    "a number": b"F0." + b"1" * LONG + b"\n0",
}


@pytest.mark.parametrize("name", ["pytorch_model.bin", "vocab.txt", "weights.safetensors"])
@pytest.mark.parametrize("padding", PADDED)
def test_a_long_text_before_it_hides_no_pickle(tmp_path, sung, padding, name):
    (tmp_path / name).write_bytes(PADDED[padding] + b"cos\nsystem\n(S'touch x'\ntR.")
    assert any("imports os.system" in value for _, _, value in rules(tmp_path))


def test_long_texts_are_no_pickle(tmp_path):
    (tmp_path / "a.txt").write_text("Very long " * 600_000)
    (tmp_path / "b.txt").write_text("V" + "a" * LONG + "\n" + "Sentences. " * 100)
    assert rules(tmp_path) == []


def test_names_of_memoised_pickles_are_told():
    data = b"\x80\x04\x8c\x02os\x94\x8c\x06system\x940h\x00h\x01\x93\x8c\x01x\x85R."
    assert "os.system" in read_pickle(data).names


def test_what_torch_saves_is_named(tmp_path):
    import torch

    torch.save(torch.nn.Linear(2, 2), tmp_path / "new.bin")
    torch.save({"a": torch.zeros(2)}, tmp_path / "old.pth", _use_new_zipfile_serialization=False)
    found = rules(tmp_path)
    assert {file for file, _, _ in found} == {"new.bin", "new.bin/new/data.pkl", "old.pth"}
    told = " ".join(value for _, _, value in found)
    assert "torch.nn.modules.linear.Linear" in told
    assert "collections.OrderedDict" in told


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_words_are_no_pickle(text):
    assert not read_pickle(text.encode("utf-8", "replace")).marked


@pytest.mark.parametrize(
    "text",
    [
        "cat\ndog\nfish\n",
        "important\nword\n",
        "I am a text.\n",
        "N.",
        "(cats)\n",
        "模型\n说明\n",
        "",
        "#version\nĠ t\n",
    ],
)
def test_ordinary_texts_pass(tmp_path, text):
    (tmp_path / "vocab.txt").write_text(text, encoding="utf-8")
    assert rules(tmp_path) == []


@given(st.binary(max_size=300))
@settings(max_examples=400, deadline=None)
def test_no_bytes_break_the_reader_of_pickles(data):
    read_pickle(data)
    read_pickle(b"\x80\x04" + data)


@given(name=st.sampled_from(sorted(DISGUISES)), data=st.binary(max_size=200))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_break_the_scan(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    scan(tmp_path / name)
    (tmp_path / name).unlink()


CONFIGS = {
    "auto_map": ("config.json", {"model_type": "x", "auto_map": {"AutoModel": "evil.Model"}}),
    "deep auto_map": ("config.json", {"text_config": [{"auto_map": {"AutoConfig": "evil.C"}}]}),
    "trust": ("config.json", {"trust_remote_code": True}),
    "hydra": ("settings.json", {"_target_": "os.system"}),
    "jsonpickle": ("state.json", {"py/object": "os.system"}),
    "tokenizer": ("tokenizer_config.json", {"tokenizer_class": "EvilTokenizer"}),
    "dotted tokenizer": ("tokenizer_config.json", {"tokenizer_class": "evil.module.Tokenizer"}),
    "tokenizer in config": ("config.json", {"model_type": "x", "tokenizer_class": "../evil"}),
    "modules": ("modules.json", [{"type": "evil.Pooling"}]),
    "index": ("model.safetensors.index.json", {"weight_map": {"a": "../../etc/passwd"}}),
    "index pickle": ("model.safetensors.index.json", {"weight_map": {"a": "pytorch_model.bin"}}),
    "task": ("manifest.json", {"task": "evil.task", "family": "mlp"}),
}


@pytest.mark.parametrize("case", CONFIGS)
def test_a_configuration_that_names_code_is_refused(tmp_path, case):
    name, content = CONFIGS[case]
    (tmp_path / name).write_text(json.dumps(content))
    assert any(file == name for file, _, _ in rules(tmp_path)), case


def test_two_names_in_one_object_are_refused(tmp_path):
    (tmp_path / "config.json").write_text('{"auto_map": null, "a": 1, "a": 2}')
    assert "stands twice" in rules(tmp_path)[0][2]


def test_deep_json_is_refused(tmp_path):
    (tmp_path / "config.json").write_text("[" * 200_000)
    assert len(rules(tmp_path)) == 1


TEMPLATES = [
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''['__cl' ~ 'ass__'] }}",
    "{{ x['__cl' + 'ass__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ messages|map(attribute='__class__')|list }}",
    "{{ messages|map('attr', name)|list }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self._TemplateReference__context }}",
    "{{ lipsum.__globals__ }}",
    "{% include '/etc/passwd' %}",
    "{% import 'x' as y %}",
    "{{ '{0.__class__}'.format(messages) }}",
    "{{ 'x'.encode() }}",
    "{{ messages[0].run('id') }}",
    "{{ open('/etc/passwd') }}",
    "{{ (messages|first)() }}",
    "{{ 'x'|center(1000000000) }}",
    "{% for",
    "{{ 'a' }}" + " " * 300_000,
]


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("place", ["tokenizer_config.json", "chat_template.jinja", "list"])
def test_a_template_that_does_more_is_refused(tmp_path, template, place):
    if place == "chat_template.jinja":
        (tmp_path / place).write_text(template)
    else:
        content = template if place != "list" else [{"name": "default", "template": template}]
        (tmp_path / "tokenizer_config.json").write_text(json.dumps({"chat_template": content}))
    assert rules(tmp_path)


@pytest.mark.parametrize(
    "template",
    [
        '{% set a = "__class__" %}{{ messages[a] }}',
        '{% for a in ["__cl" ~ "ass__"] %}{{ ""[a] }}{% endfor %}',
        "{% set k = '__glo' + 'bals__' %}{{ namespace[k] }}",
        "{% set a = ['_', '_', 'class', '_', '_'] | join %}{% set b = a %}{{ messages[b] }}",
        "{% set a = '-'.join(x) %}{{ messages[a] }}",
        "{% for a, b in [('x', '_y')] %}{{ messages[b] }}{% endfor %}",
        "{% set ns = namespace(a='') %}{% set ns.a = '__cl' ~ 'ass__' %}{{ messages[ns.a] }}",
        "{% with a = '__class__' %}{{ messages[a] }}{% endwith %}",
        "{% set a %}__class__{% endset %}{{ messages[a] }}",
        "{% macro f(a) %}{{ messages[a] }}{% endmacro %}{{ f('__class__') }}",
        "{% macro f(a, b='x') %}{{ messages[b] }}{% endmacro %}{{ f(1, b='__class__') }}",
        "{% macro f(a, b='__class__') %}{{ messages[b] }}{% endmacro %}{{ f(1) }}",
        "{% set a = [] %}{% set b = a.append('__class__') %}{{ messages[a[0]] }}",
    ],
)
def test_a_name_that_is_put_together_before_it_is_looked_up_is_refused(tmp_path, template):
    (tmp_path / "chat_template.jinja").write_text(template)
    assert any("put together" in value for _, _, value in rules(tmp_path))


USUAL = [
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + m.content|trim + '<|im_end|>' }}{% endfor %}",
    "{%- if tools %}{{ tools | tojson }}{% endif %}{% set ns = namespace(last=0) %}{% for m in messages[::-1] %}"
    "{% if m.role == 'user' and not m.content.startswith('<tool>') %}{% set ns.last = loop.index0 %}{% endif %}"
    "{% endfor %}{{ messages[ns.last + 1:] | length }}{{ raise_exception('no') if not messages }}",
    "{% macro say(m) %}{{ m.content.split('</think>')[-1].lstrip('\n') }}{% endmacro %}"
    "{% for m in messages if m.role is defined %}{% generation %}{{ say(m) }}{% endgeneration %}{% endfor %}",
    "{% set role = 'user' %}{% for i in range(messages | length) %}{{ messages[i][role] }}{% endfor %}"
    "{% set offset = 1 if messages[0]['role'] == 'system' else 0 %}{{ messages[loop.index0 + offset].content }}",
    "{{ bos_token }}{{ messages | selectattr('role', 'equalto', 'user') | map(attribute='content') | join(' ') }}",
    "{% set ns = namespace(said='', at=0) %}{% set ns.said = ns.said + '\n' + messages[0]['content'] %}"
    "{% set ns.at = ns.at + 1 %}{{ messages[ns.at].content }}{{ ns.said }}",
]


@pytest.mark.parametrize("template", USUAL)
def test_usual_templates_pass(tmp_path, template):
    (tmp_path / "chat_template.jinja").write_text(template)
    assert rules(tmp_path) == []


def test_known_tokenizers_pass(tmp_path):
    for number, name in enumerate(
        ("PreTrainedTokenizerFast", "BertTokenizer", "BertTokenizerFast", "Qwen2TokenizerFast")
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": name}))
    assert rules(tmp_path) == []


def entry(begin, end, dtype="F32", shape=None):
    return {"dtype": dtype, "shape": [(end - begin) // 4] if shape is None else shape, "data_offsets": [begin, end]}


HEADERS = {
    "sound": (safetensors({"a": entry(0, 8), "b": entry(8, 16), "__metadata__": {"x": "y"}}, bytes(16)), None),
    "empty": (safetensors({}), None),
    "bomb": (struct.pack("<Q", 1 << 62) + b"{}", "claims"),
    "larger than allowed": (safetensors(b"[" * (9 << 20)), "header may have"),
    "overlap": (safetensors({"a": entry(0, 8), "b": entry(4, 12)}, bytes(12)), "overlaps"),
    "hole": (safetensors({"a": entry(0, 8), "b": entry(12, 16)}, bytes(16)), "hole"),
    "beyond": (safetensors({"a": entry(0, 800)}, bytes(8)), "nothing else"),
    "left over": (safetensors({"a": entry(0, 8)}, bytes(80)), "nothing else"),
    "shape": (safetensors({"a": entry(0, 8, shape=[1 << 40, 1 << 40])}, bytes(8)), "claims"),
    "negative": (safetensors({"a": entry(0, 8, shape=[-2])}, bytes(8)), "whole number"),
    "dtype": (safetensors({"a": entry(0, 8, dtype="O")}, bytes(8)), "format says"),
    "twice": (safetensors(b'{"a":{},"a":{}}'), "stands twice"),
    "metadata": (safetensors({"__metadata__": {"a": [1]}}), "texts"),
    "deep": (safetensors(b"[" * 100_000), "not JSON"),
    "a zip, too": (safetensors({"a": entry(0, 8)}, bytes(8)) + zipped(data_dot_pkl=b"x"), "one format"),
    "short": (b"\0\0", "claims"),
}


@pytest.mark.parametrize("case", HEADERS)
def test_safetensors_are_what_they_claim(tmp_path, case):
    data, expected = HEADERS[case]
    (tmp_path / "model.safetensors").write_bytes(data)
    found = rules(tmp_path)
    if expected is None:
        assert found == []
    else:
        assert any(expected in rule + value for _, rule, value in found), found


def gguf(entries=(), tensors=(), data=b"", counts=None):
    def text(value):
        return struct.pack("<Q", len(value)) + value

    body = b"GGUF" + struct.pack("<IQQ", 3, *(counts or (len(tensors), len(entries))))
    for name, value in entries:
        body += text(name) + struct.pack("<I", 8) + text(value)
    for name, count, kind, offset in tensors:
        body += text(name) + struct.pack("<IQIQ", 1, count, kind, offset)
    return body + bytes(-len(body) % 32) + data


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (gguf([(b"general.name", b"x")], [(b"a", 8, 0, 0), (b"b", 32, 8, 32)], bytes(96)), None),
        (gguf(tensors=[(b"a", 8, 0, 0), (b"b", 8, 0, 0)], data=bytes(64)), "overlaps"),
        (gguf(tensors=[(b"a", 1 << 60, 0, 0)], data=bytes(64)), "overlaps"),
        (gguf(tensors=[(b"a", 8, 99, 0)], data=bytes(64)), "unknown type"),
        (gguf(counts=(1 << 60, 0)), "claims"),
        (gguf(counts=(0, 1)), "cut short"),
        (gguf([(b"tokenizer.chat_template", b"{{ ''.__class__ }}")]), "chat template"),
        (b"GGUF", "cut short"),
    ],
)
def test_gguf_is_what_it_claims(tmp_path, data, expected):
    (tmp_path / "model.gguf").write_bytes(data)
    found = rules(tmp_path)
    assert (found == []) if expected is None else any(expected in rule + value for _, rule, value in found), found


def test_our_own_gguf_writer_passes(tmp_path):
    gguf_library = pytest.importorskip("gguf", reason="the gguf library is not installed")
    writer = gguf_library.GGUFWriter(tmp_path / "m.gguf", "llama")
    writer.add_array("tokenizer.ggml.tokens", ["a", "好"])
    writer.add_array("x", [1.0, 2.0])
    writer.add_tensor("a", np.zeros((4, 32), dtype=np.float32))
    writer.add_tensor("b", np.zeros(7, dtype=np.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    assert rules(tmp_path) == []


@pytest.mark.parametrize("dtype", ["f4", "i8", "U5", "?", [("a", "f4"), ("b", "U3")]])
def test_arrays_of_numbers_pass(tmp_path, dtype):
    np.save(tmp_path / "a.npy", np.zeros(5, dtype=dtype))
    np.savez(tmp_path / "b.npz", a=np.zeros(5, dtype=dtype))
    assert rules(tmp_path) == []


def test_arrays_of_objects_and_false_sizes_are_refused(tmp_path):
    (tmp_path / "a.npy").write_bytes(npy(np.array([{}], dtype=object)))
    (tmp_path / "b.npy").write_bytes(npy(np.zeros(4))[:-1])
    whole = npy(np.zeros(4)).replace(b"(4,)", b"(9**9**9,)"[:4])
    (tmp_path / "c.npy").write_bytes(whole)
    assert {file for file, _, _ in rules(tmp_path)} == {"a.npy", "b.npy", "c.npy"}


def test_bombs_are_refused(tmp_path):
    (tmp_path / "a.zip").write_bytes(zipped(big_dot_txt=b" " * (64 << 20)))
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b" " * (64 << 20)))
    nested = zipped(a_dot_txt=b"x")
    for _ in range(6):
        nested = zipped(inner_dot_zip=nested)
    (tmp_path / "nested.zip").write_bytes(nested)
    with (tmp_path / "sparse.txt").open("wb") as file:
        file.truncate(1 << 40)
    (tmp_path / "many.yaml").write_text("a: &a [x,x]\n" + "b: *a\n" * 10)
    found = rules(tmp_path)
    assert {file.partition("/")[0] for file, _, _ in found} == {"a.zip", "a.txt.gz", "nested.zip", "sparse.txt"}


def _claiming(size, kind):
    member = tarfile.TarInfo("x")
    member.type, member.size = kind, size
    return member.tobuf(tarfile.GNU_FORMAT)


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK])
def test_extended_headers_of_a_tar_are_bounded(tmp_path, kind):
    """`tarfile` reads them into memory whole: a gigabyte of zeros packs into one megabyte."""
    size = 2 << 20
    (tmp_path / "a.tar").write_bytes(_claiming(size, kind) + bytes(size) + tarred("a.txt", b"x"))
    assert any("extended header claims 2,097,152 bytes" in value for _, _, value in rules(tmp_path))


def test_nothing_stands_behind_the_end_of_a_tar(tmp_path, sung):
    """Other readers pass over a header that is none, or over the zeros of an end, and go on."""
    good, evil = tarred("a.txt", b"x"), tarred("b.pkl", canary(sung))
    for data in (good[:1024] + b"?" * 512 + evil, good + evil):
        (tmp_path / "a.tar").write_bytes(data)
        assert any("follows its end" in value for _, _, value in rules(tmp_path))
    (tmp_path / "a.tar").write_bytes(good + bytes(20_480))
    assert rules(tmp_path) == []


def test_names_that_lead_out_of_archives_are_refused(tmp_path):
    for number, name in enumerate(("../x.txt", "/etc/x.txt", "a\\..\\x.txt")):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(name, "x")
        (tmp_path / f"{number}.zip").write_bytes(stream.getvalue())
        (tmp_path / f"{number}.tar").write_bytes(tarred(name, b"x"))
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            member = tarfile.TarInfo(f"x{kind[0]}.txt")
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    (tmp_path / "links.tar").write_bytes(stream.getvalue())
    found = [file for file, _, _ in rules(tmp_path)]
    assert len(found) == 10
    assert set(found) == {*(f"{n}.{kind}" for n in range(3) for kind in ("zip", "tar")), "links.tar"}


def test_links_and_devices_are_refused(tmp_path):
    folder, outside = tmp_path / "model", tmp_path / "outside.txt"
    (folder / "inner").mkdir(parents=True)
    outside.write_text("x")
    (folder / "link.txt").symlink_to(outside)
    (folder / "inner" / "folder").symlink_to("/")
    os.mkfifo(folder / "pipe.txt")
    os.link(outside, folder / "hard.txt")
    (folder / "own.txt").write_text("y")
    os.link(folder / "own.txt", folder / "own_too.txt")
    assert {file for file, _, _ in rules(folder)} == {"link.txt", "inner/folder", "pipe.txt", "hard.txt"}


@pytest.mark.parametrize(
    "name", ["hook.py", "run.sh", "a.so", "x", "a.exe", ".hidden", "Makefile", "a.ipynb", "page.html"]
)
def test_what_is_on_no_list_is_refused(tmp_path, name):
    (tmp_path / name).write_text("hello")
    assert [file for file, _, _ in rules(tmp_path)] == [name]


def test_a_keras_model_with_a_layer_of_code_is_refused(tmp_path):
    config = {"config": {"layers": [{"class_name": "Lambda", "config": {"function": {"class_name": "__lambda__"}}}]}}
    (tmp_path / "a.keras").write_bytes(zipped(config_dot_json=json.dumps(config), model_dot_weights_dot_h5=b"\x89HDF"))
    (tmp_path / "a.h5").write_bytes(b"\x89HDF\r\n" + json.dumps(config).encode())
    found = rules(tmp_path)
    assert ("a.keras/config.json", "a layer must not be code", "Lambda") in found
    assert ("a.h5", "a layer must not be code", "Lambda") in found


def test_tags_in_yaml_are_refused(tmp_path, sung):
    (tmp_path / "a.yaml").write_text(f"a: !!python/object/apply:pathlib.Path.touch [{sung}]\n")
    (tmp_path / "b.yml").write_text("a: !evil {b: 1}\n")
    (tmp_path / "c.yml").write_text("a: {b: !!str 1, 中: 文}\n")
    assert {file for file, _, _ in rules(tmp_path)} == {"a.yaml", "b.yml"}


@pytest.mark.parametrize("family", ["mlp", "linear", "encoder", "trees"])
def test_our_own_artifacts_are_clean(packaged, family):
    found = scan(packaged(family) / "artifact")
    assert found.findings == []
    assert found.files >= 6


def test_a_damaged_artifact_is_refused(packaged, tmp_path):
    import shutil

    copy = tmp_path / "artifact"
    shutil.copytree(packaged("mlp") / "artifact", copy)
    data = bytearray((copy / "model.safetensors").read_bytes())
    data[-1] ^= 1
    (copy / "model.safetensors").write_bytes(data)
    assert rules(copy)[0][1:] == ("this file is altered", "its manifest's digests")


@pytest.fixture
def in_time():
    """What waits for ever fails instead."""

    class Waited(BaseException):
        pass

    def over(number, frame):
        raise Waited

    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def _deep(folder):
    """Deeper than a recursion goes, made as no path of the whole could be."""
    (folder / "manifest.json").write_bytes(durable._sealed({"files": {}}))
    here = os.open(folder, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("a", dir_fd=here)
        inner = os.open("a", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)


BOMBS = {
    "a pipe": lambda folder: os.mkfifo(folder / "manifest.json"),
    "a folder": lambda folder: (folder / "manifest.json").mkdir(),
    "mostly holes": lambda folder: os.truncate(_new(folder / "manifest.json"), 64 << 30),
    "brackets": lambda folder: (folder / "manifest.json").write_bytes(b'{"files":[' + b"[]," * 2_100_000 + b"[]]}"),
    "deep folders": _deep,
}


def _new(path):
    path.touch()
    return path


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_manifest_is_held_against_nothing_before_it_is_looked_at(tmp_path, in_time, bomb):
    (tmp_path / "model").mkdir()
    BOMBS[bomb](tmp_path / "model")
    try:
        assert pipeline.scan(tmp_path / "model").findings
    finally:  # rmtree does not reach the depth either
        subprocess.run(["rm", "-rf", str(tmp_path / "model")], check=True)


def test_a_signature_that_is_a_pipe_is_not_waited_for(tmp_path, in_time):
    pytest.importorskip("cryptography", reason="the extra security is not installed")
    keyfiles.new(tmp_path / "own")
    model = tmp_path / "model"
    model.mkdir()
    (model / "manifest.json").write_bytes(durable._sealed({"files": {}}))
    os.mkfifo(model / "signature.json")
    found = pipeline.scan(model, trust=[tmp_path / "own.pub"]).findings
    assert any("plain files only" in one.rule for one in found)


def test_the_verb_ends_with_two_and_says_why(tmp_path, monkeypatch, capsys, sung):
    (tmp_path / "a\x1b[31m.pt").write_bytes(canary(sung))

    def command(*arguments):
        monkeypatch.setattr(sys, "argv", ["modelyard", "scan", *arguments])
        with pytest.raises(SystemExit) as stop:
            main()
        return stop.value.code, capsys.readouterr().out

    code, out = command(str(tmp_path))
    assert code == 2
    assert "\x1b" not in out
    assert "imports pathlib" in out
    code, out = command(str(tmp_path), "--json")
    assert code == 2
    content = json.loads(out)
    assert not content["clean"]
    assert content["findings"][0]["remedy"]
    next(tmp_path.iterdir()).unlink()
    (tmp_path / "README.md").write_text("模型")
    assert command(str(tmp_path))[0] == 0


def test_nothing_there_is_said(tmp_path):
    with pytest.raises(DataError, match="nothing here"):
        scan(tmp_path / "missing")


def test_a_scan_ends_in_time(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    assert rules(tmp_path, seconds=-1)[0][1] == "a scan ends in time"


def test_odd_names_and_unreadable_files_are_findings(tmp_path, monkeypatch, capsys):
    (tmp_path / os.fsdecode(b"a\xff.py")).write_text("x")
    (tmp_path / "b\n.pt").write_bytes(b"x")
    (tmp_path / "c.txt").write_text("x")
    (tmp_path / "d.sealed").write_bytes(b"x")
    real = Path.open

    def refuse(path, *arguments, **named):
        if path.name == "c.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(sys, "argv", ["modelyard", "scan", str(tmp_path)])
    with pytest.raises(SystemExit) as stop:
        main()
    out = capsys.readouterr().out
    assert stop.value.code == 2
    assert "a\\udcff.py: a model's folder" in out
    assert "b\\n.pt: a pickle" in out
    assert "c.txt: a file can be read. Got Permission denied" in out
    assert "modelyard decrypt" in out
