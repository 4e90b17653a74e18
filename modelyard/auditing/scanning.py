"""What stands in a folder or a file before anything of it is opened: formats by list, and nothing is ever run.

A file is refused unless it is of a format that cannot carry code and is what that format says, byte by byte where it
has a header. Memory, time, unpacked bytes and depth are bounded. Shapes of findings: one a fault, with its file.
"""

from __future__ import annotations

import contextlib
import stat
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from modelyard.auditing import scanning_formats as formats
from modelyard.auditing import scanning_graphs as graphs
from modelyard.auditing.scanning_archives import Unpacking, ends_as_zip
from modelyard.auditing.scanning_faults import MOST_FINDINGS, Fault, Malformed
from modelyard.auditing.scanning_pickles import read_file as read_pickle
from modelyard.core import durable
from modelyard.core.artifact import verify_signed_directory
from modelyard.core.errors import ArtifactError, DataError, hidden
from modelyard.data.sources.archives import FREE_BYTES, MAX_MEMBERS, MAX_RATIO

_DEEPEST_FOLDER, _DEEPEST_ARCHIVE = 32, 3
_PICKLE = "a pickle can run code when it is read"
_CONVERT = "Convert it where it can do no harm, or take a copy with safetensors."
_COPY = "Copy it with its content (cp -rL FOLDER COPY), and scan the copy."


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Why a file is refused."""

    file: str
    rule: str
    value: str
    remedy: str


@dataclass(kw_only=True, slots=True)
class Scanned:
    """What was looked at, and what speaks against it; clean where nothing does."""

    path: str
    findings: list[Finding] = field(default_factory=list)
    files: int = 0
    bytes: int = 0
    notes: list[str] = field(default_factory=list)


class _Ended(Exception):
    """Enough was found, or the time is over."""


def scan(path: Path, *, seconds: float = 600.0, known: Mapping[str, bytes] | None = None) -> Scanned:
    """Look at a file or a folder. `known` are files of code, by their place in the folder, that may stand there so.

    Raises: DataError where there is nothing.
    """
    if not path.exists() and not path.is_symlink():
        raise DataError("there is nothing here to scan", where=str(path), remedy="Give a file or a folder.")
    with tempfile.TemporaryDirectory(prefix="modelyard-scan-") as temporary:
        scanner = _Scanner(path, Path(temporary), time.monotonic() + seconds, known or {})
        with contextlib.suppress(_Ended):
            scanner.run()
    return scanner.scanned


class _Scanner:
    def __init__(self, root: Path, temporary: Path, deadline: float, known: Mapping[str, bytes]) -> None:
        self.scanned = Scanned(path=str(root))
        self._root, self._deadline, self._known = root, deadline, known
        self._unpacking = Unpacking(temporary, self._check_time)
        self._links: dict[tuple[int, int], tuple[int, int, str]] = {}
        self._walked: set[Path] = set()  # graphs, which are looked at before the files beside them

    def run(self) -> None:
        """Everything under the root."""
        if self._root.is_symlink() or not self._root.is_dir():
            self._entry(self._root, self._root.name, frozenset())
        else:
            self._folder(self._root, 0)
        for seen, claimed, name in self._links.values():
            if seen < claimed:
                self._found(name, Fault("a file has no second name elsewhere (hard link)", f"{claimed} links", _COPY))

    def _folder(self, folder: Path, depth: int) -> None:
        shown = self._shown(folder)
        if depth > _DEEPEST_FOLDER:
            self._found(shown, Fault(f"folders are {_DEEPEST_FOLDER} deep at most", shown, "Move them up."))
            return
        paths: list[Path] = []
        with self._told(shown, folder):
            paths = sorted(folder.iterdir(), key=lambda path: path.name)
        if folder.name == ".git" and depth:
            self._found(shown, Fault("a history is not looked at", ".git", "Scan a copy without it."))
            return
        data = self._walk_graphs(folder, paths)
        for path in paths:
            if path.is_dir() and not path.is_symlink():
                self._folder(path, depth + 1)
            else:
                self._entry(path, self._shown(path), data)
        manifest = folder / durable.MANIFEST
        if manifest in paths and self._shown(manifest) not in {one.file for one in self.scanned.findings}:
            with self._told(shown, folder):
                self._digests(folder)

    def _walk_graphs(self, folder: Path, paths: list[Path]) -> frozenset[str]:
        """Walk a folder's graphs; the files beside them that hold their data: plain numbers under any name."""
        found: set[str] = {path.stem + ".bin" for path in paths if path.suffix == ".xml"}
        for path in paths:
            if path.suffix == ".onnx" and path.is_file() and not path.is_symlink():
                self._check_time()
                with self._told(self._shown(path), path):
                    graph = graphs.read(path, folder)
                    found.update(graph.locations)
                    self._walked.add(path)
                    for fault in graph.told():
                        self._found(self._shown(path), fault)
        return frozenset(found)

    def _digests(self, folder: Path) -> None:
        try:
            verify_signed_directory(folder)
        except ArtifactError as error:
            remedy = error.remedy or "Restore it from a copy."
            self._found(error.where or self._shown(folder), Fault(error.rule, "its manifest's digests", remedy))

    def _entry(self, path: Path, name: str, data: frozenset[str]) -> None:
        self._check_time()
        self.scanned.files += 1
        if self.scanned.files > MAX_MEMBERS:
            self._found(name, Fault(f"{MAX_MEMBERS:,} files are looked at", "more", "Scan it in parts."))
            raise _Ended
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            self._found(name, Fault("a model's folder holds no links", str(path.readlink()), _COPY))
        elif not stat.S_ISREG(status.st_mode):
            self._found(name, Fault("a model's folder holds plain files", "a device, pipe or socket", "Remove it."))
        else:
            if status.st_nlink > 1:
                seen = self._links.get((status.st_dev, status.st_ino), (0, 0, name))[0]
                self._links[status.st_dev, status.st_ino] = (seen + 1, status.st_nlink, name)
            self.scanned.bytes += status.st_size
            if status.st_size > max(FREE_BYTES, MAX_RATIO * status.st_blocks * 512):
                value = f"{status.st_size:,} bytes claimed, {status.st_blocks * 512:,} there"
                self._found(name, Fault("a file is not mostly holes", value, _COPY))
                return
            if not self._is_known(path):
                self._look(name, path, data, path.parent, 0)

    def _is_known(self, path: Path) -> bool:
        place = path.relative_to(self._root).as_posix() if path != self._root else ""
        if place not in self._known or path.stat().st_size != len(self._known[place]):
            return False
        return path.read_bytes() == self._known[place]

    def _look(self, name: str, path: Path, data: frozenset[str], folder: Path | None, depth: int) -> None:
        """One file, on the disk or unpacked (`folder` None): its own format's rules, and those of all."""
        with self._told(name, path):
            for fault in self._faults(name, path, data, folder, depth):
                self._found(name, fault)

    @contextlib.contextmanager
    def _told(self, name: str, path: Path) -> Iterator[None]:
        """What breaks off the look at a file is a finding."""
        try:
            yield
        except Malformed as error:
            self._found(name, Fault("a file must be what its name says", str(error), "Fetch it again, or remove it."))
        except DataError as error:
            self._found(name, Fault(error.rule, str(error.got or path.stat().st_size), error.remedy))
        except OSError as error:
            self._found(name, Fault("a file can be read", error.strerror or str(error), "Make it readable."))
        except RecursionError:
            self._found(name, Fault("a file must be what its name says", "it is nested too deeply", "Remove it."))

    def _faults(self, name: str, path: Path, data: frozenset[str], folder: Path | None, depth: int) -> Iterator[Fault]:
        form = formats.of(name, data)
        pickle = read_pickle(path)
        if form.name == "pickle":
            told = pickle.told if pickle.certain else "an archive of them" if ends_as_zip(path) else "not a plain one"
            yield Fault(_PICKLE, told, _CONVERT)
        elif pickle.certain:
            yield Fault("a pickle can run code when it is read, under any name", pickle.told, _CONVERT)
            return
        if form.refusal:
            yield Fault(form.refusal, name.rpartition("/")[2], form.remedy)
        if form.archive or (form.name == "pickle" and ends_as_zip(path)):
            yield from self._archive(form, name, path, depth)
            return
        if ends_as_zip(path):
            yield Fault("a file has one format", "it opens as a zip, too", "Do not trust it.")
        if form.check is not None and path not in self._walked:
            yield from form.check(path, name, folder)

    def _archive(self, form: formats.Format, name: str, path: Path, depth: int) -> Iterator[Fault]:
        if depth >= _DEEPEST_ARCHIVE:
            yield Fault(f"archives are {_DEEPEST_ARCHIVE} deep at most", name, "Unpack it where you trust it.")
            return

        def look(inner: str, place: Path) -> None:
            self.scanned.files += 1
            whole = f"{name}/{inner}"
            if form.name == "pickle":  # refused as it is: only what it would import is of interest
                pickle = read_pickle(place)
                if pickle.certain:
                    self._found(whole, Fault(_PICKLE, pickle.told, _CONVERT))
                return
            if form.only and not inner.endswith(form.only):
                self._found(whole, Fault(f"{form.name} holds {form.only} only", inner, _CONVERT))
            self._look(whole, place, frozenset(), None, depth + 1)

        if form.archive == "gz":
            self._unpacking.gunzip(path, name.rpartition("/")[2], look)
        elif form.archive == "tar":
            yield from self._unpacking.tar_faults(path, look)
        else:
            yield from self._unpacking.zip_faults(path, look)

    def _found(self, file: str, fault: Fault) -> None:
        one = Finding(file=_plain(file), rule=fault.rule, value=_plain(fault.value)[:200], remedy=fault.remedy)
        if one not in self.scanned.findings:
            self.scanned.findings.append(one)
        if len(self.scanned.findings) >= MOST_FINDINGS:
            self.scanned.notes.append(f"the scan ended at {MOST_FINDINGS:,} findings")
            raise _Ended

    def _check_time(self) -> None:
        if time.monotonic() > self._deadline:
            rule = "a scan ends in time"
            self.scanned.findings.append(
                Finding(file=str(self._root), rule=rule, value="not all was looked at", remedy="Give --seconds.")
            )
            raise _Ended

    def _shown(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix() if path != self._root else path.name


def _plain(text: str) -> str:
    """Without keys, and with bytes that are no UTF-8 (in names of files) written out."""
    return hidden(text).encode("utf-8", "backslashreplace").decode("utf-8")
