"""The formats that `scan` knows, by a file's name: which are let pass after a check, and why the others are not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from modelyard.auditing import (
    scanning_graphs,
    scanning_templates,
    scanning_texts,
    scanning_weights,
    scanning_wire,
)
from modelyard.auditing.scanning_faults import Fault, Malformed
from modelyard.core.allowed import PICKLES

# (where it lies, its name, the folder that its references may mean)
Check = Callable[[Path, str, Path | None], Iterator[Fault]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Format:
    """`refusal` is why the format itself is refused; `archive` is zip, tar or gz; `only` the ending of its members."""

    name: str
    check: Check | None = None
    archive: str = ""
    only: str = ""
    refusal: str = ""
    remedy: str = ""


def _starts(*marks: bytes) -> Check:
    def check(path: Path, name: str, folder: Path | None) -> Iterator[Fault]:
        with path.open("rb") as file:
            start = file.read(16)
        if not any(start.startswith(mark) for mark in marks):
            raise Malformed("it does not begin as its format does")
        yield from ()

    return check


def _onnx(path: Path, name: str, folder: Path | None) -> Iterator[Fault]:
    yield from scanning_graphs.read(path, folder).told()


def _wire(path: Path, name: str, folder: Path | None) -> Iterator[Fault]:
    scanning_wire.check_wire(path)
    yield from ()


def _parquet(path: Path, name: str, folder: Path | None) -> Iterator[Fault]:
    with path.open("rb") as file:
        start = file.read(4)
        file.seek(max(0, path.stat().st_size - 4))
        if start != b"PAR1" or file.read(4) != b"PAR1":
            raise Malformed("it does not begin and end as its format does")
    yield from ()


def _xml(path: Path, name: str, folder: Path | None) -> Iterator[Fault]:
    """OpenVINO's description of a network; entities could unfold without end."""
    yield from scanning_texts.text_faults(path)
    with path.open("rb") as file:
        start = file.read(1 << 16)
    if b"<net" not in start:
        raise Malformed("it does not begin as a network of OpenVINO does")
    if b"<!" in start:
        yield Fault("an XML file declares nothing", "<!DOCTYPE or <!ENTITY", "Export it again.")


def _hdf5(path: Path, name: str, folder: Path | None) -> Iterator[Fault]:
    """It is refused in any case; this only says why it was well that it was."""
    with path.open("rb") as file:
        start = file.read(1 << 22)
    if b'"Lambda"' in start or b"__lambda__" in start:
        yield Fault("a layer must not be code", "Lambda", "Replace the layer by one of Keras' own.")


def _jinja(path: Path, name: str, folder: Path | None) -> Iterator[Fault]:
    if path.stat().st_size > 4 * scanning_templates.MOST_TEMPLATE:
        raise Malformed("it is too long for a template")
    try:
        yield from scanning_templates.template_faults(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise Malformed("it is no UTF-8 text") from error


def _numbers(path: Path, name: str, folder: Path | None) -> Iterator[Fault]:
    """Plain numbers have no header, so all that can be said is what they are not: `torch.load` unpickles from tars."""
    with path.open("rb") as file:
        start = file.read(512)
    if start.startswith(_PACKED) or start[257:262] == b"ustar":
        raise Malformed("a graph's data are plain numbers, and this is an archive or a program")
    yield from ()


_TEXT = Format(name="text", check=lambda path, name, folder: scanning_texts.text_faults(path))
# gzip, bzip2, xz, zstandard, LZ4: readers of pickles unpack these by themselves. And programs of Linux.
_PACKED = (b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18", b"\x7fELF")
_NUMBERS = Format(name="the data of a graph", check=_numbers)
_CODE = Format(
    name="code", refusal="a model's folder holds no programs", remedy="Remove it; use a model that needs none."
)
_PICKLE = Format(name="pickle")
_HDF5 = Format(
    name="HDF5",
    check=_hdf5,
    refusal="HDF5 is not read here: it can hold layers as code, and refer to other files",
    remedy="Convert it to safetensors where it can do no harm.",
)
_KERAS = Format(
    name="Keras",
    archive="zip",
    refusal="a Keras model is not read here: its layers may be code (Lambda), and its weights are HDF5",
    remedy="Convert it to ONNX or safetensors where it can do no harm.",
)
_UNKNOWN = Format(
    name="unknown",
    refusal="formats are allowed by list, and this is none of them",
    remedy="Remove it, or convert it to safetensors, ONNX, GGUF, JSON or text.",
)
_BY_SUFFIX = {
    ".json": Format(name="JSON", check=lambda path, name, folder: scanning_texts.json_faults(path, name)),
    ".safetensors": Format(
        name="safetensors", check=lambda path, name, folder: scanning_weights.safetensors_faults(path)
    ),
    ".gguf": Format(name="GGUF", check=lambda path, name, folder: scanning_weights.gguf_faults(path)),
    ".npy": Format(name="an array", check=lambda path, name, folder: scanning_weights.npy_faults(path)),
    ".onnx": Format(name="ONNX", check=_onnx),
    ".npz": Format(name="an .npz", archive="zip", only=".npy"),
    ".zip": Format(name="zip", archive="zip"),
    ".tar": Format(name="tar", archive="tar"),
    ".gz": Format(name="gz", archive="gz"),
    ".tgz": Format(name="gz", archive="gz"),
    ".jinja": Format(name="a template", check=_jinja),
    ".model": Format(name="a sentencepiece model", check=_wire),
    ".spm": Format(name="a sentencepiece model", check=_wire),
    ".parquet": Format(name="Parquet", check=_parquet),
    ".xml": Format(name="XML", check=_xml),
    ".png": Format(name="a picture", check=_starts(b"\x89PNG\r\n\x1a\n")),
    **dict.fromkeys((".jpg", ".jpeg"), Format(name="a picture", check=_starts(b"\xff\xd8\xff"))),
    ".gif": Format(name="a picture", check=_starts(b"GIF87a", b"GIF89a")),
    ".webp": Format(name="a picture", check=_starts(b"RIFF")),
    **dict.fromkeys(
        (".yaml", ".yml"), Format(name="YAML", check=lambda path, name, folder: scanning_texts.yaml_faults(path))
    ),
    **dict.fromkeys((".txt", ".md", ".csv", ".tsv", ".jsonl", ".tiktoken", ".vocab", ".merges", ".metadata"), _TEXT),
    **dict.fromkeys((".h5", ".hdf5"), _HDF5),
    ".sealed": Format(
        name="encrypted",
        refusal="what is encrypted cannot be looked at",
        remedy="Scan what comes out of it: modelyard decrypt FILE --key PRIVATE --out FOLDER.",
    ),
    ".keras": _KERAS,
    **dict.fromkeys(
        """.py .pyc .pyd .pyw .so .dll .dylib .exe .sh .bash .bat .cmd .ps1 .js .mjs .jar .class .whl .egg .ipynb .lua
        .rb .pl .wasm .cu .c .cpp""".split(),  # noqa: SIM905
        _CODE,
    ),
    **dict.fromkeys(PICKLES, _PICKLE),
}
_WORDS = re.compile(
    r"(LICEN[CS]E|README|NOTICE|COPYING|USE_POLICY|USAGE_POLICY|CHANGELOG|AUTHORS)([-_.][A-Za-z0-9_.-]*)?"
)
_HIDDEN_TEXTS = frozenset({".gitattributes", ".gitignore", ".lock", "CACHEDIR.TAG"})


def of(name: str, data: frozenset[str]) -> Format:
    """The format that a name promises; `data` are the names that graphs beside it keep their numbers under."""
    base = PurePosixPath(name).name
    suffix = PurePosixPath(base).suffix.lower()
    if base in data and suffix not in _BY_SUFFIX.keys() - {".bin"}:
        return _NUMBERS
    if base in _HIDDEN_TEXTS or (_WORDS.fullmatch(base) and suffix not in _BY_SUFFIX):
        return _TEXT
    return _BY_SUFFIX.get(suffix, _UNKNOWN)
