"""Write a CSV of the documentation of the running Python: every docstring of its library, labelled by subject.

Real text that is on every machine: nothing is downloaded.
"""

import ast
import csv
import sys
import sysconfig
from pathlib import Path

# Library packages by subject. A subject is what a reader would look the text up under.
SUBJECTS = {
    "network": (
        "asyncio",
        "http",
        "urllib",
        "socket",
        "ssl",
        "ftplib",
        "imaplib",
        "smtplib",
        "poplib",
        "xmlrpc",
        "wsgiref",
        "socketserver",
        "selectors",
        "ipaddress",
        "nntplib",
        "telnetlib",
    ),
    "email": ("email", "mailbox", "mimetypes"),
    "window": ("tkinter", "turtle", "idlelib", "turtledemo"),
    "testing": ("unittest", "doctest", "pdb", "bdb", "trace", "cProfile", "profile", "pstats", "timeit", "tracemalloc"),
    "packages": (
        "importlib",
        "distutils",
        "ensurepip",
        "venv",
        "pkgutil",
        "zipimport",
        "modulefinder",
        "lib2to3",
        "ast",
        "inspect",
        "tokenize",
        "dis",
        "pydoc",
        "typing",
    ),
    "numbers": (
        "statistics",
        "fractions",
        "random",
        "decimal",
        "_pydecimal",
        "numbers",
        "datetime",
        "_pydatetime",
        "calendar",
        "colorsys",
        "ctypes",
    ),
    "processes": ("multiprocessing", "concurrent", "threading", "subprocess", "signal", "queue", "sched"),
    "files": (
        "os",
        "pathlib",
        "shutil",
        "tempfile",
        "zipfile",
        "tarfile",
        "gzip",
        "bz2",
        "lzma",
        "csv",
        "json",
        "configparser",
        "plistlib",
        "sqlite3",
        "dbm",
        "shelve",
        "pickle",
        "xml",
        "html",
        "logging",
        "io",
        "_pyio",
        "codecs",
        "encodings",
    ),
}


def docstrings(path: Path):
    """The docstrings of a source file, without examples and signatures that give the module's name away."""
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except (SyntaxError, UnicodeDecodeError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Module):
            text = " ".join((ast.get_docstring(node) or "").split())
            if len(text) >= 20:
                yield text[:600]


def main(out: Path) -> None:
    """Write the CSV to `out`."""
    library = Path(sysconfig.get_paths()["stdlib"])
    rows = []
    for subject, names in SUBJECTS.items():
        for name in names:
            files = sorted((library / name).rglob("*.py")) if (library / name).is_dir() else [library / f"{name}.py"]
            for file in files:
                if file.is_file() and not {"test", "tests", "site-packages"} & set(file.relative_to(library).parts):
                    rows += [(text, subject) for text in docstrings(file)]
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("text", "subject"), *rows])
    print(f"{out}: {len(rows):,} docstrings of Python {sys.version.split()[0]} in {len(SUBJECTS)} subjects")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
