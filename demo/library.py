"""Write the source and documentation text of the running Python's library as documents, one file a line of JSON.

Real text that is on every machine: nothing is downloaded.
"""

import json
import random
import sys
import sysconfig
from pathlib import Path

NOT_READ = {"test", "tests", "site-packages", "dist-packages", "__pycache__", "lib2to3", "encodings", "pydoc_data"}
ENDINGS = (".py", ".txt", ".rst", ".md")
SIZE = 4_000_000  # bytes of text, so that the demo takes three minutes


def documents(library: Path):
    """The files of the library that people wrote, in an order that does not depend on the disk's."""
    for path in sorted(library.rglob("*")):
        parts = set(path.relative_to(library).parts)
        if path.suffix in ENDINGS and path.is_file() and not parts & NOT_READ:
            try:
                text = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:  # a few old files are in another encoding
                continue
            if len(text) >= 200:
                yield path.relative_to(library).as_posix(), text


def main(out: Path) -> None:
    """Write the documents to `out`."""
    found = list(documents(Path(sysconfig.get_paths()["stdlib"])))
    random.Random(0).shuffle(found)
    kept, size = [], 0
    for name, text in found:
        if size < SIZE:
            kept.append((name, text))
            size += len(text.encode())
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") as file:
        for name, text in kept:
            file.write(json.dumps({"name": name, "text": text}, ensure_ascii=False) + "\n")
    print(f"{out}: {len(kept):,} of {len(found):,} files of Python {sys.version.split()[0]}, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
