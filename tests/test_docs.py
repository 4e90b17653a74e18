"""The documents name what exists: every file, module, function and recipe field in backticks is there."""

from __future__ import annotations

import ast
import re
import typing
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from modelyard.core.recipe import Recipe

ROOT = Path(__file__).parent.parent
CODE = ROOT / "modelyard"
FILES = [path.relative_to(ROOT).as_posix() for base in ("modelyard", "tests") for path in (ROOT / base).rglob("*.*")]
PACKAGES = {path.name for path in CODE.iterdir() if (path / "__init__.py").is_file()}
FILE = re.compile(r"`((?:[\w.-]+/)*[\w.-]+\.(?:py|md|json|toml|js|csv))`|`((?:[\w-]+/)+)`")
DOTTED = re.compile(r"`([a-z_]+(?:\.[A-Za-z_]+)+)\b(?:\(|`)")
SUFFIXES = {"json", "jsonl", "csv", "parquet", "md", "html", "yaml", "py", "onnx", "safetensors"}
SCALARS = {"task", "title", "seed"}  # fields of a recipe that are no section: `task.decide` is an object's
FOREIGN = {"convert_hf_to_gguf.py"}
OF_A_RUN = re.compile(r"^(artifact|bundle|models|checkpoints|folds|evidence|outputs|judging|compressed|tokens|base)/")


@cache
def names_in(file: Path) -> dict[str, set[str]]:
    """What a module defines or imports, and of its classes what their bodies name."""
    found: dict[str, set[str]] = {}
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        for inner in [node, *(ast.walk(node) if isinstance(node, (ast.If, ast.Try)) else ())]:
            if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef)):
                found[inner.name] = set()
            elif isinstance(inner, ast.ClassDef):
                bodies = [
                    getattr(one, "name", None) or getattr(getattr(one, "target", None), "id", "") for one in inner.body
                ]
                found[inner.name] = {*bodies, *re.findall(r"self\.(\w+)", ast.unparse(inner))}
            elif isinstance(inner, (ast.Import, ast.ImportFrom)):
                found |= {(one.asname or one.name): set() for one in inner.names}
            elif isinstance(inner, (ast.Assign, ast.AnnAssign)):
                targets = inner.targets if isinstance(inner, ast.Assign) else [inner.target]
                found |= {name.id: set() for one in targets for name in ast.walk(one) if isinstance(name, ast.Name)}
    return found


def is_code(parts: list[str]) -> bool:
    """Whether `package.module.name` leads to something."""
    here = CODE
    for at, part in enumerate(parts):
        if (here / part).is_dir():
            here = here / part
            continue
        file = here / f"{part}.py"
        rest = parts[at + 1 :] if file.is_file() else parts[at:]
        known = names_in(file if file.is_file() else here / "__init__.py")
        return not rest or (rest[0] in known and (len(rest) == 1 or rest[1] in known[rest[0]]))
    return True


def is_field(parts: list[str]) -> bool:
    """Whether `section.field` is one of a recipe."""
    kind: typing.Any = Recipe
    for part in parts:
        if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
            return False
        if kind.model_config.get("extra") == "allow":
            return True  # a family states its own
        fields = {field.alias or name: field.annotation for name, field in kind.model_fields.items()}
        if part not in fields:
            return False
        options = (fields[part], *typing.get_args(fields[part]))
        kind = next((one for one in options if isinstance(one, type) and issubclass(one, BaseModel)), None)
    return True


def missing(text: str) -> list[str]:
    found = []
    for path, folder in FILE.findall(text):
        name = path or folder.rstrip("/")
        if (
            re.search(r"\b[A-Z]{2,}\b", name)
            or name in FOREIGN
            or OF_A_RUN.match(f"{name}/")
            or ("/" not in name and not name.endswith(".py"))
        ):
            continue  # a placeholder, another project's, or of a run's directory
        there = any((base / name).exists() for base in (ROOT, CODE, ROOT / "docs"))
        if not there and not any(f"/{one}".endswith(f"/{name}") for one in FILES):
            found.append(name)
    for name in DOTTED.findall(text):
        parts = name.split(".")
        if parts[0] == "modelyard":
            parts = parts[1:]
        code, field = parts[0] in PACKAGES, is_field(parts[:1]) and parts[0] not in SCALARS
        if parts[-1] not in SUFFIXES and (code or field) and not ((code and is_code(parts)) or is_field(parts)):
            found.append(name)
    return found


@pytest.mark.parametrize(
    "name", sorted(path.name for path in (ROOT / "docs").glob("*.md") if path.name != "decisions.md")
)
def test_what_a_document_names_is_there(name: str) -> None:
    assert missing((ROOT / "docs" / name).read_text(encoding="utf-8")) == []


def test_a_wrong_name_is_found() -> None:
    text = (
        "`core.secrets` `core.nothing` `core.run.Run.owned` `core.run.Run.sold` `train.ema` `train.emu` `audit.minimum`"
    )
    assert missing(text) == ["core.nothing", "core.run.Run.sold", "train.emu"]
    assert missing("`training/loop.py` `training/loops.py` `data/features/` `data/fetures/` `artifact/x.json`") == [
        "training/loops.py",
        "data/fetures",
    ]
