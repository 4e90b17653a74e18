"""What an image installs: the very versions that run here, each pinned, and this Modelyard as a wheel."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from modelyard.core.errors import RunError

_TORCH_EXTRA = ("torch", "transformers")  # what a model needs that only torch can answer
_SECURITY_EXTRA = ("cryptography",)  # what a server needs that checks signatures
_CPU_INDEX = "https://download.pytorch.org/whl/cpu"  # where builds with "+cpu" in their version are
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same content gives the same bytes


def requirements(*, torch: bool, signatures: bool = False) -> list[str]:
    """`name==version` of everything that serving imports, found by following what is installed here.

    Raises: RunError where a requirement is not installed.
    """
    waiting = [Requirement(text) for text in metadata.requires("modelyard") or ()]
    waiting = [one for one in waiting if one.marker is None or one.marker.evaluate({"extra": ""})]
    if torch:
        waiting += [Requirement(name) for name in _TORCH_EXTRA]
    if signatures:
        waiting += [Requirement(name) for name in _SECURITY_EXTRA]
    found: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        extras = ("", *sorted(wanted.extras))
        for extra in extras:
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            try:
                distribution = metadata.distribution(wanted.name)
            except metadata.PackageNotFoundError as error:
                raise RunError(
                    f"{wanted.name} is not installed here, so its version cannot be pinned",
                    remedy=f"Run: pip install {wanted.name}",
                ) from error
            found[name] = distribution.version
            for text in distribution.requires or ():
                needed = Requirement(text)
                if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                    waiting.append(needed)
    lines = [f"{name}=={version}" for name, version in sorted(found.items())]
    if any("+cpu" in line for line in lines):
        lines.insert(0, f"--extra-index-url {_CPU_INDEX}")
    return lines


def wheel(directory: Path) -> Path:
    """Write this Modelyard, as it runs here, as a wheel: what was measured is what is installed.

    Source: Python packaging user guide, "Binary distribution format".
    """
    import modelyard

    distribution = metadata.distribution("modelyard")
    info = f"modelyard-{distribution.version}.dist-info"
    root = Path(modelyard.__file__).parent
    files = {
        f"modelyard/{path.relative_to(root).as_posix()}": path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    files[f"{info}/METADATA"] = (distribution.read_text("METADATA") or "").encode()
    files[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: modelyard\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{info}/entry_points.txt"] = (distribution.read_text("entry_points.txt") or "").encode()
    record = "".join(f"{name},sha256={_digest(content)},{len(content)}\n" for name, content in files.items())
    files[f"{info}/RECORD"] = (record + f"{info}/RECORD,,\n").encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    path = directory / f"modelyard-{distribution.version}-py3-none-any.whl"
    path.write_bytes(buffer.getvalue())
    return path


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
