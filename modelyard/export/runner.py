"""The code that travels with an export: `run.py`, and `transforms/` with the modules that encode and decode.

The modules are this version's own source with their imports turned into ones of the folder, so an export answers by
the code that training used. What they are is a function of the format and of the kind of features alone: `verify` runs
an export's code only where it is this very code, or where the user says that its author is trusted.
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import re
from pathlib import Path

_INPUT = {"tokens": "tokens_input", "ngrams": "ngrams_input", "dense": "table_input", "columns": "table_input"}
_TABLE = ("core.errors", "core.schema", "core.features", "data.features.parts", "data.features.columns")
_NGRAMS = (
    "core.errors",
    "core.features",
    "data.features.grams",
    "data.features.ngrams",
    "export.runtime.recipe",
    "export.runtime.texts",
)
_NEEDED: dict[str, tuple[str, ...]] = {
    "tokens": ("export.runtime.texts",),
    "ngrams": _NGRAMS,
    "dense": _TABLE,
    "columns": _TABLE,
}
_IMPORT = re.compile(r"^(?P<indent> *)from (?P<module>modelyard(?:\.\w+)*) import", re.MULTILINE)
_PACKAGES = frozenset({"modelyard.data", "modelyard.data.features", "modelyard.data.personal"})
# What replaces personal data in rows, where it was replaced in the data that the model learnt from.
_PERSONAL = (
    "core.errors",
    *(
        f"data.personal.{name}"
        for name in (
            *("spans", "check_digits", "numbers", "phones", "addresses", "not_persons", "names_latin", "latin_words"),
            *("names_english", "not_chinese_names", "names_han", "names_chinese", "detect", "masking"),
        )
    ),
)

# What each format adds to run.py: the import, how the model is opened, how it answers `inputs`.
_ENGINES = {
    "onnx": (
        'import os\nos.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # it is on by default\nimport onnxruntime',
        'model = onnxruntime.InferenceSession(HERE / "model.onnx")',
        "model.run(None, inputs)[0]",
    ),
    "openvino": (
        "import openvino",
        'model = openvino.compile_model(HERE / "model.xml", "CPU", {"INFERENCE_PRECISION_HINT": "f32"})',
        "model(inputs)[0]",
    ),
    "torch-export": (
        "import torch",
        'model = torch.export.load(HERE / "model.pt2").module()',
        "model(**{name: torch.from_numpy(array) for name, array in inputs.items()}).detach().numpy()",
    ),
    "executorch": (
        "import numpy\nimport torch\nfrom executorch.runtime import Runtime",
        'program = Runtime.get().load_program(HERE / "model.pte")\nmodel = program.load_method("forward")',
        "numpy.concatenate([  # one row a call\n"
        "        model.execute([torch.from_numpy(array[i : i + 1]) for array in inputs.values()])[0].numpy()\n"
        "        for i in range(len(rows))\n"
        "    ])",
    ),
    "huggingface": (
        "import torch\nfrom transformers import AutoModelForSequenceClassification",
        "model = AutoModelForSequenceClassification.from_pretrained(HERE).eval()",
        "model(**{name: torch.from_numpy(array) for name, array in inputs.items()}).logits.detach().numpy()",
    ),
}
_RUN = '''"""python run.py TEXT ...   (or rows as JSON, or one a line on standard input): the answers, one a line."""
import json
import sys
from pathlib import Path

%s

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True  # the folder stays as its manifest says
sys.path.insert(0, str(HERE))
from transforms import answering, encoding%s

%s
encode, decode = encoding.load(HERE), answering.load(HERE)
columns = json.loads((HERE / "runner.json").read_text(encoding="utf-8"))["inputs"]


def run(rows):
    inputs = encode(%s)
    return %s


if __name__ == "__main__":
    given = sys.argv[1:] or [line.rstrip("\\n") for line in sys.stdin if line.strip()]
    if len(columns) > 1 and not all(text.startswith("{") for text in given):
        sys.exit("a row of several columns is JSON, with any of: " + ", ".join(columns))
    rows = [json.loads(text) if text.startswith("{") else {columns[0]: text} for text in given]
    for row in rows:
        print(json.dumps(decode(run([row]))[0], ensure_ascii=False))
'''
# Distributions that run.py imports, beside numpy; the versions that wrote an export stand in its manifest.
REQUIREMENTS = {
    "onnx": ("onnxruntime>=1.20",),
    "openvino": ("openvino>=2025.0",),
    "torch-export": ("torch>=2.9",),
    "executorch": ("executorch>=1.5", "torch>=2.9"),
    "huggingface": ("torch>=2.9", "transformers>=5.19,<6"),
}
_ALSO = {"tokens": ("tokenizers>=0.20",), "ngrams": ("safetensors>=0.4.5",), "dense": (), "columns": ()}


def code(form: str, kind: str, *, personal: bool = False) -> dict[str, str]:
    """Every file of code in an export of this format for features of this kind, by its place in the folder.

    `personal`: it replaces personal data in rows.
    """
    engine, opening, answer = _ENGINES[form]
    rows, needed = "rows", _NEEDED[kind]
    if personal:
        opening, rows = f"{opening}\nmasker = masking.Masker.load(HERE)", "[masker.row(row) for row in rows]"
        needed = tuple(dict.fromkeys((*needed, *_PERSONAL)))
    files = {
        "run.py": _RUN % (engine, ", masking" if personal else "", opening, rows, answer),
        "transforms/__init__.py": "",
    }
    for name, module in (
        ("encoding", f"export.runtime.{_INPUT[kind]}"),
        ("answering", "export.runtime.answering"),
        ("decisions", "data.features.decisions"),
        ("scores", "data.features.scores"),
        ("values", "data.values"),
        *((module.rpartition(".")[2], module) for module in needed),
    ):
        files[f"transforms/{name}.py"] = _turned(f"modelyard.{module}")
    return files


def masking_code() -> dict[str, str]:
    """What replaces personal data, in `transforms`."""
    found = {f"transforms/{module.rpartition('.')[2]}.py": _turned(f"modelyard.{module}") for module in _PERSONAL}
    return {"transforms/__init__.py": "", **found}


def requirements(form: str, kind: str) -> str:
    """The export's requirements.txt."""
    return "\n".join(("numpy>=1.26", *REQUIREMENTS[form], *_ALSO[kind])) + "\n"


def digest(files: dict[str, str]) -> str:
    """The SHA-256 over files of code and their places."""
    content = "".join(f"{name}\0{text}\0" for name, text in sorted(files.items()))
    return hashlib.sha256(content.encode()).hexdigest()


def _turned(module: str) -> str:
    """A module's source, its imports of Modelyard turned into ones of the folder `transforms`."""
    spec = importlib.util.find_spec(module)
    assert spec is not None and spec.origin is not None
    text = _IMPORT.sub(_place, Path(spec.origin).read_text(encoding="utf-8"))
    for node in ast.walk(ast.parse(text)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not any(name.partition(".")[0] == "modelyard" for name in names), f"{module} would need Modelyard"
    return text


def _place(match: re.Match[str]) -> str:
    module = match["module"]
    place = "transforms" if module in _PACKAGES else f"transforms.{module.rpartition('.')[2]}"
    return f"{match['indent']}from {place} import"
