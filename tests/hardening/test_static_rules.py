"""HARDENING 12, as a lint of the source: forms that run what data says, also under another name.

Plain calls of pickle, eval and the like are refused by test_no_code_in_data.py; here stand what hides behind an alias,
a value that is not written out, or a default that is unsafe.
"""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "modelyard"
# Names that may not be called or imported bare, whatever module they come from.
RUNS = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "system",
    "popen",
    "spawnv",
    "spawnl",
    "execv",
    "execvp",
    "unsafe_load",
}
# Keywords whose value must be written out as False (or not stand at all).
MUST_BE_FALSE = {"allow_pickle", "shell", "trust_remote_code"}
PROCESSES = {"subprocess", "pty", "multiprocessing"}
# Starts this very interpreter on a module of its own, by a list and without a shell; what it is told to run is named by
# our own callers, never by data. The last starts vLLM in the same way, with arguments of whoever starts the server.
STARTS_ITSELF = {
    "data/workers.py",
    "export/isolated.py",
    "packaging/measuring.py",
    "pipeline/ensemble_price.py",
    "pipeline/rehearsing.py",
    "serving/vllm_process.py",
}


def faults(tree):
    """(line, what) of every form that is refused."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name in RUNS)
            if node.module == "torch":
                yield from ((node.lineno, "torch.load") for alias in node.names if alias.name == "load")
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            dotted = ast.unparse(node.func)
            if name in RUNS and node.args and dotted != "re.compile":  # model.eval() only sets a mode
                yield node.lineno, dotted
            if name == "getattr" and node.args[1:] and isinstance(node.args[1], ast.Constant):
                yield from ((node.lineno, f"getattr {n}") for n in RUNS if node.args[1].value == n)
            keywords = {keyword.arg: keyword.value for keyword in node.keywords}
            for word in MUST_BE_FALSE & set(keywords):
                if getattr(keywords[word], "value", None) is not False:
                    yield node.lineno, f"{word} that is not False"
            if dotted == "torch.load" and getattr(keywords.get("weights_only"), "value", None) is not True:
                yield node.lineno, "torch.load without weights_only=True"
            if name == "YAML":
                kind = getattr(keywords.get("typ"), "value", "rt")  # "rt", the default, builds no objects either
                if kind not in ("safe", "rt"):
                    yield node.lineno, f"YAML of type {kind}"
            if (
                dotted in ("np.load", "numpy.load")
                and getattr(keywords.get("allow_pickle"), "value", None) is not False
            ):
                yield node.lineno, f"{dotted} without allow_pickle=False"
            if dotted in (
                "yaml.load",
                "yaml.full_load",
                "pandas.read_pickle",
                "pd.read_pickle",
            ):
                yield node.lineno, dotted
        if isinstance(node, ast.Dict):  # keywords passed as a mapping
            for key, value in zip(node.keys, node.values, strict=True):
                word = getattr(key, "value", None)
                if word in MUST_BE_FALSE and getattr(value, "value", None) is not False:
                    yield node.lineno, f"{word} that is not False"


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_form_that_runs_data(path):
    assert list(faults(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_other_process_is_started(path):
    if path.relative_to(SOURCE).as_posix() in STARTS_ITSELF:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not {name.partition(".")[0] for name in names} & PROCESSES, f"{path}:{node.lineno}"


@pytest.mark.parametrize(
    "text",
    [
        "from os import system",
        "from torch import load",
        "eval(x)",
        "builtins.exec(x)",
        "getattr(os, 'system')(x)",
        "AutoModel.from_pretrained(p, trust_remote_code=flag)",
        "f(**{'allow_pickle': True})",
        "torch.load(f)",
        "torch.load(f, weights_only=False)",
        "YAML(typ='unsafe')",
        "np.load(f)",
        "subprocess.run(c, shell=s)",
    ],
)
def test_the_lint_sees_what_it_should(text):
    assert list(faults(ast.parse(text)))


@pytest.mark.parametrize(
    "text",
    [
        "re.compile(x)",
        "model.eval()",
        "torch.load(f, weights_only=True)",
        "YAML(typ='safe')",
        "f(shell=False)",
        "np.load(f, allow_pickle=False)",
    ],
)
def test_the_lint_lets_pass_what_is_safe(text):
    assert not list(faults(ast.parse(text)))
