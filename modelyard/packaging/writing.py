"""`package`: the folder that is handed to a platform, written whole or not at all."""

from __future__ import annotations

import platform
import re
import shutil
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path

from modelyard.core import durable, keyfiles, sealing, signing
from modelyard.core.artifact import Artifact, open_artifact
from modelyard.core.errors import RecipeError, RunError
from modelyard.core.litter import temporary_directory
from modelyard.packaging import pins
from modelyard.packaging.compose import compose
from modelyard.packaging.docker import docker
from modelyard.packaging.facts import Facts, label_of, needs_torch, threads_of
from modelyard.packaging.kubernetes import kubernetes
from modelyard.packaging.measuring import Measured, measure
from modelyard.packaging.readme import readme
from modelyard.packaging.systemd import systemd

TARGETS = ("docker", "kubernetes", "systemd", "compose")
# A reference without a digest: what stands in files may hold nothing that ends a word or a line.
_IMAGE = re.compile(
    r"[a-z0-9]+(?:[._-][a-z0-9]+)*(?::[0-9]+)?(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}"
)


def package(
    path: Path,
    *,
    targets: Sequence[str],
    out: Path,
    image: str | None = None,
    cpus: int = 2,
    trust: Sequence[Path] = (),
    measurer: Callable[..., Measured] = measure,
) -> Facts:
    """Write the files for `targets` of the finished model in `path` into the new folder `out`.

    A server of the model is started here and measured; nothing is built and no cluster is asked. With `trust` one of
    these public keys must have signed it, and what is deployed opens only what one of them signed.
    Raises: RecipeError for a wrong target or image name; RunError where `out` exists, or where no server starts;
    ArtifactError for a damaged model, or one that no trusted key has signed.
    """
    wanted = _checked(targets, image)
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise RunError("this folder exists already", where=str(out), remedy="Give another --out, or remove it.")
    if sealing.is_sealed(path):
        remedy = "Decrypt it first: modelyard decrypt FILE --key PRIVATE --out FOLDER"
        raise RecipeError("an encrypted artifact is not packaged", where=str(path), remedy=remedy)
    keys = _trusted(path, trust)
    artifact = open_artifact(path)
    measured = measurer(artifact.path, threads=threads_of(cpus))
    durable.make_directory(out.parent)
    try:
        with temporary_directory(out) as temporary:
            facts = _write(artifact, temporary, wanted, image, cpus, measured, keys)
            if out.exists():
                out.rmdir()
            temporary.rename(out)
    except OSError as error:
        raise RunError(f"cannot write: {error.strerror or error}", where=str(out), remedy="Free some space.") from error
    return facts


def _checked(targets: Sequence[str], image: str | None) -> set[str]:
    unknown = [target for target in targets if target not in TARGETS]
    if unknown or not targets:
        known = ", ".join(f"--{target}" for target in TARGETS)
        raise RecipeError("say what the files are for", where="package", remedy=f"Give one or more of {known}.")
    if image is not None and _IMAGE.fullmatch(image) is None:
        raise RecipeError(
            "this is no image name with a tag", where="--image", got=image, remedy="Try registry.example/reviews:1.0."
        )
    return {*targets, "docker"} if "compose" in targets else set(targets)


def _trusted(path: Path, trust: Sequence[Path]) -> tuple[tuple[str, str], ...]:
    """The keys, by id; one of them must have signed what is in `path`. Raises: ArtifactError, RecipeError."""
    if not trust:
        return ()
    signing.require(path, trust)
    found = signing.trusted(trust)
    return tuple((name, keyfiles.public_pem(found[name]).decode("ascii")) for name in sorted(found))


def _write(
    artifact: Artifact,
    directory: Path,
    targets: set[str],
    image: str | None,
    cpus: int,
    measured: Measured,
    keys: tuple[tuple[str, str], ...],
) -> Facts:
    real = artifact.path.resolve()
    label = label_of(real.parent.name if real.name == "artifact" else real.name, artifact.digest)
    installs = bool(targets & {"docker", "systemd"})
    version = metadata.version("modelyard")
    facts = Facts(
        name=label,
        task=_plain(artifact.task),
        family=_plain(artifact.family),
        digest=artifact.digest,
        version=version,
        python=platform.python_version(),
        image=image or f"{label}:{artifact.digest[:12]}",
        measured=measured,
        requirements=tuple(pins.requirements(torch=needs_torch(artifact), signatures=bool(keys))) if installs else (),
        wheel=pins.wheel(directory).name if installs else f"modelyard-{version}-py3-none-any.whl",
        cpus=cpus,
        golden_contains_data=bool(artifact.manifest.get("golden_contains_data")),
        trusted=keys,
    )
    files = {"README.md": readme(facts, targets)}
    if "docker" in targets:
        files |= docker(facts)
    elif installs:
        files["requirements.txt"] = "\n".join(facts.requirements) + "\n"
    if "compose" in targets:
        files |= compose(facts)
    if "kubernetes" in targets:
        files |= {f"kubernetes/{name}": text for name, text in kubernetes(facts).items()}
    if "systemd" in targets:
        files |= {f"systemd/{name}": text for name, text in systemd(facts).items()}
    files |= {f"trust/{name}": text for name, text in facts.key_files.items()}
    for name, text in files.items():
        (directory / name).parent.mkdir(exist_ok=True)
        (directory / name).write_text(text, encoding="utf-8")
    for name in facts.key_files:  # mounted as they are: readable by whoever the server runs as
        (directory / "trust").chmod(0o755)
        (directory / "trust" / name).chmod(0o644)
    if installs:
        _copy(artifact.path, directory / "model")
    return facts


def _plain(name: str) -> str:
    """A plug-in's name, which may be a dotted module of the user's; anything else in it is left out."""
    return re.sub(r"[^A-Za-z0-9._-]", "", name)


def _copy(source: Path, target: Path) -> None:
    """The artifact, readable by whoever the server runs as."""
    for path in sorted([source, *source.rglob("*")]):
        place = target / path.relative_to(source)
        if path.is_dir():
            place.mkdir()
            place.chmod(0o755)
        else:
            shutil.copyfile(path, place)
            place.chmod(0o644)
