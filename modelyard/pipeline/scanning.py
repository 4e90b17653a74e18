"""The verb `scan`: what an artifact, a checkpoint's folder or a file would bring, before anything of it is opened."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from modelyard.auditing.scanning import Finding, Scanned
from modelyard.auditing.scanning_faults import Malformed
from modelyard.auditing.scanning_texts import MOST_JSON_BYTES, parsed
from modelyard.core import durable, signing
from modelyard.core.allowed import PICKLES
from modelyard.core.errors import ArtifactError

# Of a run, what is opened as a model; its data, report and logs are not.
_OF_A_RUN = ("artifact", "base", "models/*/", "checkpoints", "tokens/tokenizer", "compressed/*/")
# Wherever else in it, since other programs may open them; the .bin files of these folders are its own tokens.
_MODELS, _TOKENS = PICKLES | {".onnx", ".gguf", ".h5", ".hdf5", ".keras", ".npz"}, ("bundle", "tokens")
_DEEPEST = 8


def scan(
    path: str | os.PathLike[str], *, trust: Sequence[str | os.PathLike[str]] = (), seconds: float = 600.0
) -> Scanned:
    """Look at a folder or a file; of a run, at what is opened as a model. Nothing of it is run or unpickled.

    With `trust` an artifact must be signed by one of these keys. Raises: DataError where there is nothing.
    """
    from modelyard.auditing.scanning import scan as look

    root = Path(path)
    is_run = root.is_dir() and (root / "recipe.yaml").is_file() and (root / "artifact").is_dir()
    if not is_run:
        found = look(root, seconds=seconds, known=_own_code(root))
    else:
        found = Scanned(path=str(root))
        places = sorted(one for pattern in _OF_A_RUN for one in root.glob(pattern))
        for place in [*places, *_models_elsewhere(root, places)]:
            _add(found, place.relative_to(root).as_posix(), look(place, seconds=seconds))
        found.notes.append("a run: its models were looked at, not its data, logs and report")
    if trust:
        try:
            signed = signing.require(root, [Path(one) for one in trust])
            found.notes.append(f"signed by {signed['signer'] or signed['key']} at {signed['time']}")
        except ArtifactError as error:
            value = str(error.got) if error.got is not None else "-"
            found.findings.append(Finding(file=error.where, rule=error.rule, value=value, remedy=error.remedy))
    return found


def to_json(found: Scanned) -> dict[str, Any]:
    """What was found, as plain JSON."""
    return {
        "path": found.path,
        "clean": not found.findings,
        "files": found.files,
        "bytes": found.bytes,
        "notes": found.notes,
        "findings": [
            {"file": one.file, "rule": one.rule, "value": one.value, "remedy": one.remedy} for one in found.findings
        ],
    }


def _models_elsewhere(root: Path, places: Sequence[Path]) -> Iterator[Path]:
    """Files of a run that other programs would open as a model, beside the places where its own models are.

    A folder that looks like a run must not hide them.
    """
    covered = {os.fspath(place) for place in places}
    waiting = [(root, 0)]
    while waiting:
        folder, depth = waiting.pop()
        try:
            found = sorted(folder.iterdir())
        except OSError:
            yield folder  # the scan says that it cannot be read
            continue
        for path in found:
            if os.fspath(path) in covered:
                continue
            if path.is_dir() and not path.is_symlink():
                # One that is too deep is looked at as it is: the scan says so.
                if depth < _DEEPEST:
                    waiting.append((path, depth + 1))
                else:
                    yield path
            elif path.suffix.lower() in _MODELS and not (
                path.suffix == ".bin" and path.relative_to(root).parts[0] in _TOKENS
            ):
                yield path


def _add(all_: Scanned, name: str, part: Scanned) -> None:
    all_.files += part.files
    all_.bytes += part.bytes
    all_.notes += part.notes
    for one in part.findings:
        beside = Path(name).parent if Path(name).name == one.file else Path(name)  # of a file its own name is told
        file = one.file if Path(one.file).is_absolute() else (beside / one.file).as_posix()
        all_.findings.append(Finding(file=file, rule=one.rule, value=one.value, remedy=one.remedy))


def _own_code(folder: Path) -> dict[str, bytes]:
    """The files of code that this version writes into an export like this one: exactly these may stand in it."""
    from modelyard.data.personal import masking
    from modelyard.export import decoder_files, decoders, runner

    manifest = folder / durable.MANIFEST
    if not manifest.is_file() or manifest.is_symlink() or manifest.stat().st_size > MOST_JSON_BYTES:
        return {}
    try:
        content = parsed(manifest.read_bytes())
    except (OSError, Malformed):
        return {}
    if not isinstance(content, dict) or content.get("kind") != "export":
        return {}
    try:
        form, kind = str(content.get("target")), str(content.get("features"))
        files = content.get("files")
        personal = isinstance(files, dict) and masking.FILE in files
        own = (
            decoder_files.code(form, personal=personal)
            if kind == decoders.KIND
            else runner.code(form, kind, personal=personal)
        )
    except KeyError:
        return {}
    return {place: text.encode("utf-8") for place, text in own.items()}
