"""Hugging Face datasets: `hf://owner/name?split=train&config=plain&revision=main`, or a folder that `datasets` saved.

Only data files are read: a data set that is a script is refused by the library, and never trusted here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from modelyard.core import registry
from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources.base import Batch, Numbered
from modelyard.data.sources.parquet import arrow_notes, plain_cells

_FAILURES = (OSError, ValueError, RuntimeError, LookupError)  # of `datasets` and of the libraries under it
REACH_SECONDS = 10.0
_OPTIONS = ("split", "config", "revision")


class Hub:
    """A split of a Hugging Face data set, streamed. A `ClassLabel` is read as its name."""

    def __init__(self, url: str, section: Data) -> None:
        del section
        address, _, query = url.partition("?")
        self._address = address.removeprefix("hf://")
        given = {key: values[-1] for key, values in parse_qs(query).items()}
        unknown = sorted(set(given) - set(_OPTIONS))
        if unknown or not self._address:
            raise DataError(
                f"an hf:// address takes {', '.join(_OPTIONS)} after the question mark",
                where=address,
                got=unknown[0] if unknown else "no name",
                remedy="For example: hf://stanfordnlp/imdb?split=train",
            )
        self._split = given.get("split")
        self._config, self._revision = given.get("config"), given.get("revision")
        self._label = f"{self._address.rstrip('/').rpartition('/')[2]}/{self._split or 'train'}"
        self.bytes = 0
        self._set = self._opened()
        schema = self._set.features.arrow_schema
        self.columns = tuple(schema.names)
        self._classes = {
            name: list(feature.names)
            for name, feature in self._set.features.items()
            if type(feature).__name__ == "ClassLabel"
        }
        notes = [f"column {name!r} holds classes: read as their names" for name in self._classes]
        self.description: dict[str, Any] = {"format": "hf", "name": address, "notes": notes + arrow_notes(schema)}

    def batches(self, rows: int) -> Iterator[Batch]:
        """The rows from the start, at most `rows` at a time."""
        done = 0
        for table in self._tables(rows):
            cells = {name: plain_cells(table.column(name).combine_chunks()) for name in self.columns}
            for name, names in self._classes.items():
                cells[name] = [names[i] if i is not None and 0 <= i < len(names) else None for i in cells[name]]
            yield Batch(cells, Numbered(self._label, range(done + 1, done + table.num_rows + 1)))
            done += table.num_rows

    def _tables(self, rows: int) -> Iterator[Any]:
        try:
            yield from self._set.with_format("arrow").iter(batch_size=rows)
        except _FAILURES as error:  # the network, or a file of the set, fails after the beginning was read
            raise self._unreadable("cannot be read to its end", error) from error

    def _unreadable(self, what: str, error: Exception) -> DataError:
        reason = (str(error).splitlines() or [type(error).__name__])[0][:200]
        return DataError(
            f"this data set {what} ({reason})",
            where=f"hf://{self._address}",
            remedy="Check its name, config and split, and the network.",
        )

    def _opened(self) -> Any:
        try:
            import datasets
        except ModuleNotFoundError as error:
            raise registry.missing_extra(error.name or "datasets", needed_for=f"hf://{self._address}") from error
        try:
            found = self._load(datasets)
        except _FAILURES as error:
            raise self._unreadable("cannot be opened", error) from error
        if found.features is None:
            found = found._resolve_features()
        for name, feature in found.features.items():  # undecoded: pictures and sounds stay bytes
            if type(feature).__name__ in ("Image", "Audio", "Video"):
                found = found.cast_column(name, type(feature)(decode=False))
        return found

    def _load(self, datasets: Any) -> Any:
        if is_saved(Path(self._address)):
            found = datasets.load_from_disk(self._address)
            return self._pick(found) if isinstance(found, dict) else found
        self._reach()
        found = datasets.load_dataset(self._address, self._config, revision=self._revision, streaming=True)
        return self._pick(found)

    def _reach(self) -> None:
        """Ask for the data set once, before `datasets` asks five times with pauses and says so each time.

        Neither library has a setting for that number. Raises: DataError.
        """
        if Path(self._address).is_dir():  # `datasets` opens a folder too
            return
        from huggingface_hub import HfApi
        from huggingface_hub.utils import get_session  # type: ignore[attr-defined]

        transport = sys.modules[type(get_session()).__module__.partition(".")[0]]  # httpx, or the fork it is built on
        try:
            HfApi().dataset_info(self._address, revision=self._revision, timeout=REACH_SECONDS)
        except transport.HTTPError as error:
            raise self._unreadable("cannot be reached", error) from error

    def _pick(self, splits: Any) -> Any:
        wanted = self._split or ("train" if "train" in splits else next(iter(splits)) if len(splits) == 1 else "train")
        if wanted not in splits:
            raise DataError(
                "this data set has no such split",
                where=f"hf://{self._address}",
                got=wanted,
                remedy=f"Add ?split= with one of: {', '.join(splits)}.",
            )
        return splits[wanted]


def is_saved(folder: Path) -> bool:
    """Whether `datasets` saved this folder."""
    return (folder / "dataset_dict.json").is_file() or (folder / "state.json").is_file()
