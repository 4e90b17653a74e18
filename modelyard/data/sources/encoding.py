"""Which encoding a file is in, and its text in blocks of whole lines.

A byte that does not fit the encoding becomes a lone surrogate, so that the row it stands in can be named and set aside.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from modelyard.core.errors import DataError
from modelyard.data.sources.base import MAX_LINE_BYTES, File

BLOCK_BYTES = 256 << 10  # a block's cells fit the cache: 1 MiB read wide tables a third slower
SAMPLE_BYTES = 512 << 10
UNDECODABLE = re.compile("[\ud800-\udfff]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_GB_PAIR = re.compile(rb"[\x81-\xfe]([\x30-\x39][\x81-\xfe][\x30-\x39]|[\x40-\x7e\x80-\xfe])", re.DOTALL)


class Block(NamedTuple):
    """Whole lines of text. `clean`: neither an undecodable byte nor a NUL in them."""

    text: str
    clean: bool


def detect(sample: bytes) -> tuple[str, str]:
    """The encoding of a file that begins with `sample`, and a note for the user (empty where there is no doubt).

    Tried in order: a byte order mark, UTF-16 by its zero bytes, UTF-8 (a few bad bytes are left for their rows),
    GB18030 where the pairs look like Chinese, and cp1252 or latin-1 at last, which any file would fit.
    """
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name, ""
    utf16 = _utf16(sample)
    if utf16:
        return utf16, f"read as {utf16}: every other byte of the plain characters is zero"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
        return "utf-8", ""
    except UnicodeDecodeError:
        pass
    good = _MULTIBYTE.findall(sample)
    strange = len(re.findall(rb"[\x80-\xff]", _MULTIBYTE.sub(b"", sample)))
    if len(good) > 10 * strange:
        return "utf-8", "some bytes are not utf-8: their rows are malformed"
    if _is_gb18030(sample):
        return "gb18030", "not utf-8; read as gb18030, whose byte pairs it holds (data.encoding overrides)"
    try:
        sample.decode("cp1252")
        last = "cp1252"
    except UnicodeDecodeError:
        last = "latin-1"
    return (
        last,
        f"neither utf-8 nor gb18030; read as {last}, which fits any file: set data.encoding if letters look wrong",
    )


def checked(encoding: str) -> str:
    """`encoding` if Python knows it as a text encoding.

    Raises: DataError.
    """
    try:
        "a\n".encode(encoding)  # a codec that is no text encoding (zlib, hex) is a LookupError too
    except (LookupError, ValueError) as error:
        raise DataError(
            "data.encoding must be a known text encoding", got=encoding, remedy="Try utf-8, gb18030, utf-16 or cp1252."
        ) from error
    return encoding


def blocks(file: File, encoding: str) -> Iterator[Block]:
    """The text of a file in blocks that end with a line (but the last), without its byte order mark.

    Raises: DataError for a line over the limit.
    """
    with file.open() as stream:
        if _is_bytewise(encoding):
            yield from _byte_blocks(stream, file, encoding)
        else:
            yield from _wide_blocks(stream, file, encoding)


def _byte_blocks(stream: BinaryIO, file: File, encoding: str) -> Iterator[Block]:
    rest, first, lines = b"", True, 1
    while True:
        # As much again as is held back, so that a long line is not searched once for every block.
        data = stream.read(max(BLOCK_BYTES, len(rest)))
        cut = _last_line_end(data) if data else 0
        if data and not cut:
            rest += data
            _refuse_long(len(rest), file, lines)
            continue
        block = rest + data[:cut] if data else rest
        rest = data[cut:]
        if first and encoding == "utf-8-sig":
            block = block.removeprefix(codecs.BOM_UTF8)
        first = False
        lines += block.count(b"\n")
        if block:
            codec = "utf-8" if encoding == "utf-8-sig" else encoding
            try:
                yield Block(block.decode(codec), b"\0" not in block)
            except UnicodeDecodeError:
                yield Block(block.decode(codec, errors="surrogateescape"), False)
        if not data:
            return


def _wide_blocks(stream: BinaryIO, file: File, encoding: str) -> Iterator[Block]:
    decoder = codecs.getincrementaldecoder(encoding)(errors="surrogatepass" if "utf" in encoding.lower() else "replace")
    rest, lines = "", 1
    while True:
        data = stream.read(max(BLOCK_BYTES, len(rest)))
        try:
            text = decoder.decode(data, final=not data)
        except UnicodeDecodeError:  # the file ends in the middle of a character
            text = "\udcff"
        cut = max(text.rfind("\n"), text.rfind("\r", 0, -1)) + 1
        if data and not cut:
            rest += text
            _refuse_long(len(rest), file, lines)
            continue
        block, rest = (rest + text[:cut], text[cut:]) if data else (rest + text, "")
        lines += block.count("\n")
        if block:
            yield Block(block, "\0" not in block and not UNDECODABLE.search(block))
        if not data:
            return


def _last_line_end(data: bytes) -> int:
    """Where the last whole line ends. A carriage return counts unless a line feed may still follow it."""
    return max(data.rfind(b"\n"), data.rfind(b"\r", 0, -1)) + 1 if b"\n" not in data else data.rfind(b"\n") + 1


def _refuse_long(size: int, file: File, line: int) -> None:
    if size > MAX_LINE_BYTES:
        raise DataError(
            f"a line must be under {MAX_LINE_BYTES >> 20} MB",
            where=f"{file.name}:{line}",
            remedy="Is it a text file with one row a line? State data.format if its name misleads.",
        )


def _is_bytewise(encoding: str) -> bool:
    """Whether a line feed is the byte 10 and never a part of another character, so that bytes can be cut at it."""
    return encoding == "utf-8-sig" or "a\n".encode(encoding) == b"a\n"


def _utf16(sample: bytes) -> str:
    even, odd = sample[0 : len(sample) & ~1 : 2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    for name, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros / half < 0.02 or others * 10 > zeros:
            continue
        try:
            text = codecs.getincrementaldecoder(name)().decode(sample)
        except UnicodeDecodeError:
            continue
        if "\n" in text or zeros / half > 0.5:
            return name
    return ""


def _is_gb18030(sample: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder("gb18030")().decode(sample)
    except UnicodeDecodeError:
        return False
    trails = _GB_PAIR.findall(sample)
    chinese = sum("\u3000" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef" for c in text)
    # Accented Latin letters followed by plain ones are valid pairs too, but their second byte is below 0xA1.
    high = sum(trail[-1] >= 0xA1 for trail in trails)
    return bool(trails) and high >= 0.7 * len(trails) and chinese >= 0.7 * len(trails)
