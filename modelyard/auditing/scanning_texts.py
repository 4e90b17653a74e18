"""Files of text: JSON configurations, chat templates, YAML, and words. Nothing in them is followed."""

from __future__ import annotations

import functools
import importlib.util
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from modelyard.auditing.scanning_faults import Fault, Malformed
from modelyard.auditing.scanning_templates import template_faults
from modelyard.core import durable
from modelyard.core.allowed import code_named

MOST_JSON_BYTES = 64 << 20  # tokenizers of large vocabularies have some tens of MB
# What a parser builds of a list or object is twenty times its two brackets: their number bounds the memory.
_MOST_BRACKETS, _MOST_COMMAS = 2_000_000, 4_000_000
_MOST_YAML_BYTES, _DEEPEST_YAML = 1 << 18, 50
_STEP = 1 << 20
_TOKENIZER_CLASSES = frozenset({"PreTrainedTokenizerFast", "PreTrainedTokenizer", "TokenizersBackend"})


def refuse_twice(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object. Raises: Malformed where a name stands twice: two readers would read two things."""
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise Malformed(f"a name stands twice: {next(name for name in names if names.count(name) > 1)!r:.80}")
    return found


def parsed(data: bytes) -> Any:
    """Strict JSON: UTF-8, no name twice, no more of it than memory is for. Raises: Malformed."""
    if data.count(b"[") + data.count(b"{") > _MOST_BRACKETS or data.count(b",") > _MOST_COMMAS:
        raise Malformed("it has more values than a configuration or a vocabulary")
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=refuse_twice)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"it is not JSON ({str(error)[:120]})") from error


def json_faults(path: Path, name: str) -> Iterator[Fault]:
    """A configuration, an index of weights, a tokenizer: what would import code or lead out. Raises: Malformed."""
    if path.stat().st_size > MOST_JSON_BYTES:
        yield Fault(f"a JSON file may have {MOST_JSON_BYTES >> 20} MiB", f"{path.stat().st_size:,} bytes", "Split it.")
        return
    data = path.read_bytes()
    content = parsed(data)
    for key, value in code_named(content):
        yield Fault("a configuration must not bring code", f"{key}: {value!r:.80}", "Use a model that needs none.")
    if ".keras/" in name and (b'"Lambda"' in data or b"__lambda__" in data):
        yield Fault("a layer must not be code", "Lambda", "Replace the layer by one of Keras' own.")
    base = PurePosixPath(name).name
    if not isinstance(content, dict):
        if base == "modules.json":
            yield from _sentence_modules(content)
        return
    yield from _classes(content, base)
    if base == durable.MANIFEST:
        yield from _plug_ins(content)
    if isinstance(content.get("weight_map"), dict):
        yield from _leading_out(content["weight_map"])
    template = content.get("chat_template")
    for one in [template] if isinstance(template, str) else template if isinstance(template, list) else []:
        yield from template_faults(one.get("template") if isinstance(one, dict) else one)


def _classes(content: dict[str, Any], base: str) -> Iterator[Fault]:
    """Tokenizers that `transformers` does not define would be searched for elsewhere."""
    named = content.get("tokenizer_class")
    if named is None or (base != "tokenizer_config.json" and "model_type" not in content):
        return
    known = known_tokenizers()
    if not isinstance(named, str) or not (named in known or (len(known) == len(_TOKENIZER_CLASSES) and _plain(named))):
        yield Fault(
            "a tokenizer's class must be one of transformers' own",
            f"tokenizer_class: {named!r:.80}",
            "Save it as tokenizer.json with PreTrainedTokenizerFast.",
        )


def _plain(name: str) -> bool:
    return re.fullmatch(r"[A-Z][A-Za-z0-9]*Tokenizer(Fast)?", name) is not None


@functools.lru_cache(maxsize=1)
def known_tokenizers() -> frozenset[str]:
    """The tokenizers of the installed transformers, read from its source; it is not imported."""
    spec = importlib.util.find_spec("transformers")
    if spec is None or spec.origin is None:
        return _TOKENIZER_CLASSES
    source = Path(spec.origin).parent / "models" / "auto" / "tokenization_auto.py"
    if not source.is_file():
        return _TOKENIZER_CLASSES
    found = re.findall(r"[\"']([A-Z][A-Za-z0-9]*(?:Tokenizer(?:Fast)?|Backend))[\"']", source.read_text("utf-8"))
    return _TOKENIZER_CLASSES | {*found, *(name + "Fast" for name in found if name.endswith("Tokenizer"))}


def _sentence_modules(content: Any) -> Iterator[Fault]:
    """modules.json of sentence-transformers imports each `type`."""
    for one in content if isinstance(content, list) else []:
        kind = one.get("type") if isinstance(one, dict) else one
        if not isinstance(kind, str) or not kind.startswith("sentence_transformers."):
            rule = "a module must be one of sentence-transformers' own"
            yield Fault(rule, f"type: {kind!r:.80}", "Use a model that needs none.")


def _plug_ins(content: dict[str, Any]) -> Iterator[Fault]:
    """A dotted task or family is a module that is imported."""
    for key in ("task", "family"):
        if "." in str(content.get(key, "")):
            yield Fault(
                f"the {key} must be one of Modelyard's own: a dotted name is a module that is imported",
                f"{key}: {content[key]!r:.80}",
                "Open it only where you wrote that module yourself.",
            )


def _leading_out(weights: dict[str, Any]) -> Iterator[Fault]:
    for file in sorted({str(value) for value in weights.values()}):
        if PurePosixPath(file).name != file or "\\" in file or not file.endswith(".safetensors"):
            yield Fault("an index names safetensors beside it only", f"weight_map: {file:.80}", "Save the model again.")


def text_faults(path: Path) -> Iterator[Fault]:
    """Words in UTF-8, streamed. Raises: Malformed."""
    import codecs

    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        if file.read(2) == b"#!":
            yield Fault("a model's folder holds no programs", "#!", "Remove it.")
        file.seek(0)
        try:
            while data := file.read(_STEP):
                if b"\0" in data:
                    raise Malformed("it holds NUL, which no text does")
                decoder.decode(data)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            raise Malformed("it is no UTF-8 text") from error


def yaml_faults(path: Path) -> Iterator[Fault]:
    """Tags that would make objects; nothing is built, and aliases are not followed. Raises: Malformed."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    if path.stat().st_size > _MOST_YAML_BYTES:
        yield Fault(f"a YAML file may have {_MOST_YAML_BYTES >> 10} KiB", f"{path.stat().st_size:,} bytes", "Use JSON.")
        return
    depth = 0
    try:
        for event in YAML(typ="safe", pure=True).parse(path.read_text("utf-8")):
            kind = type(event).__name__
            depth += kind.endswith("StartEvent") - kind.endswith("EndEvent")
            if depth > _DEEPEST_YAML:
                raise Malformed("it is nested too deeply")
            tag = str(getattr(event, "tag", None) or "!")
            if "python" in tag or not (tag == "!" or tag.startswith("tag:yaml.org,2002:")):
                yield Fault("a YAML file must not name objects", tag[:80], "Remove the tag.")
    except Malformed:
        raise
    except (YAMLError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise Malformed(f"it is not YAML ({str(error).splitlines()[0][:120]})") from error
