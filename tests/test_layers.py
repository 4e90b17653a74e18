"""The layering test: imports point downward only, inside functions too."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "modelyard"
LAYERS = {
    "core": 0,
    "models": 1,
    "data": 1,
    "metrics": 1,
    "tasks": 2,
    "inference": 3,
    "training": 4,
    "export": 4,
    "compression": 4,
    "evaluation": 4,
    "explanation": 4,
    "auditing": 4,
    "planning": 4,
    "reporting": 4,
    "serving": 4,
    "packaging": 4,
    "pipeline": 5,
    "cli": 6,
}
HEAVY = {"torch", "transformers", "sklearn", "lightgbm", "pyarrow", "scipy", "datasets", "onnx", "onnxscript", "pandas"}
# The only files that may load a heavy library when they are imported.
MAY_BE_HEAVY = ("training/", "models/_")


def imports(path: Path):
    """(line, module, at module level) of every import of a file, `from modelyard import x` as `modelyard.x`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {
        id(node) for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom) and node.col_offset == 0
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, id(node) in top
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: import by the full name"
            for alias in node.names:
                name = f"{node.module}.{alias.name}" if node.module == "modelyard" else node.module
                yield node.lineno, name, id(node) in top


def package_of(path: Path) -> str:
    """The layer's name that a file belongs to."""
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


FILES = sorted(path for path in ROOT.rglob("*.py") if path.parent != ROOT)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_point_downward(path):
    own = package_of(path)
    assert own in LAYERS, f"{own} has no layer: add it to LAYERS and to docs/architecture.md"
    for line, module, _ in imports(path):
        parts = module.split(".")
        if parts[0] != "modelyard" or len(parts) == 1 or parts[1] in (own, "__version__"):
            continue
        assert LAYERS[parts[1]] < LAYERS[own], f"{path}:{line}: {own} must not import {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_heavy_libraries_are_imported_where_they_are_used(path):
    if path.relative_to(ROOT).as_posix().startswith(MAY_BE_HEAVY):
        return
    for line, module, at_top in imports(path):
        if at_top and module.partition(".")[0] in HEAVY:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            raise AssertionError(
                f"{path}:{line}: import {module} inside the function that needs it ({tree.body[0].lineno})"
            )


def test_the_test_sees_what_it_should(tmp_path):
    file = tmp_path / "x.py"
    file.write_text("import torch\ndef f():\n    from modelyard import cli\n")
    assert list(imports(file)) == [(1, "torch", True), (3, "modelyard.cli", False)]
