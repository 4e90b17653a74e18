"""An export: a folder that answers without Modelyard, and the proof that it does.

```
DIR/
  run.py             the runner: python run.py "text"
  transforms/        the code that makes features of rows and answers of outputs
  model.onnx         or model.xml and model.bin, model.pt2, model.pte, config.json and model.safetensors
  runner.json        input columns, and how texts are cut;  task.json: labels and calibration, or the target's scale
  tokenizer.json     or ngrams.json and ngrams.safetensors, or columns.json
  golden.json        examples with the recorded answers;  parity.json: how far this export is off, example by example
  requirements.txt   what run.py imports;  manifest.json: digests
```
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from modelyard.core import durable
from modelyard.core.artifact import Artifact, open_artifact, verified
from modelyard.core.errors import ArtifactError, RunError
from modelyard.data.personal import masking
from modelyard.export import isolated, runner, targets
from modelyard.export.carried import FORMAT, manifest, require_code, write_code
from modelyard.export.parity import Parity, compare
from modelyard.inference import Predictor
from modelyard.inference.golden import Golden
from modelyard.models import ensemble

_TRANSFORM_FILES = ("tokenizer.json", "ngrams.json", "ngrams.safetensors", "columns.json", "task.safetensors")
_PERSONAL = "personal.json"  # what replaces personal data in rows, where the model learnt from such
# What computes each format's outputs, as golden.json's tolerances name it: all are float32 in another order of sums.
_TOLERANCE_OF = {
    "onnx": "onnx",
    "openvino": "onnx",
    "torch-export": "torch",
    "executorch": "torch",
    "huggingface": "torch",
}
_README = """# {family} for {task}, as {form}

    pip install -r requirements.txt
    python run.py {example}

`run.py` needs neither Modelyard nor{also} anything beyond requirements.txt. In Python: `import run; run.run(rows)` are
raw outputs of rows (a list of objects), `run.decode` makes answers of them. Any number of rows at once.

{count} golden examples were answered by this very runner, without Modelyard, when it was written: the largest
difference of an output from the trained model's is {difference:.2g} (refused beyond {tolerance:g}); parity.json has
each. Again, at any time: `modelyard verify DIR`.

**golden.json holds rows of the data the model was trained and judged on: mind that before you share this folder.**
"""


def export(path: Path, out: Path, *, form: str) -> Parity:
    """Write the artifact in `path` (a run, or an artifact) to `out` as `form`, and replay its golden examples there.

    Raises: ArtifactError, and writes nothing, where the family or the task has no such form or an answer differs by
    more than the tolerance; RunError where `out` exists; MissingExtra.
    """
    if form not in targets.FORMATS:
        raise RunError(
            "there is no such format", where="--format", got=form, remedy=f"Use one of: {', '.join(targets.FORMATS)}."
        )
    if out.exists():
        raise RunError("this place is taken", where=str(out), remedy="Give another --out.")
    artifact = open_artifact(path)
    _refuse_ensemble(artifact)
    model = Predictor.open(artifact)
    _require_rows(model)
    kind = model.task.features.kind
    code = runner.code(form, kind, personal=(artifact.path / _PERSONAL).is_file())
    found: list[Parity] = []

    def described() -> dict[str, Any]:
        return manifest(artifact, form, kind, code, found[0].tolerance)

    with durable.new_directory(out, manifest=described) as directory:
        targets.write(form, model, directory)
        for name in (*_TRANSFORM_FILES, _PERSONAL):
            if (artifact.path / name).is_file():
                shutil.copyfile(artifact.path / name, directory / name)
        for name in ("task.json", "golden.json", "schema.json"):
            shutil.copyfile(artifact.path / name, directory / name)
        durable.write_json(directory / "runner.json", _settings(model))
        write_code(directory, code, runner.requirements(form, kind))
        parity = replay(directory, form, masking.brought(artifact.path)).require(
            "It does not answer as the trained model; nothing is written."
        )
        durable.write_json(directory / "parity.json", parity.to_json())
        durable.write_text(directory / "README.md", _readme(model, form, parity))
        found.append(parity)
    return parity


def verify(directory: Path, *, trusted: bool = False) -> Parity:
    """Check the digests of an export, and answer its golden examples with its own runner.

    Its code is run only where it is this version's own or `trusted` says so.
    Raises: ArtifactError for a damaged folder, for code that is not this version's, for an answer that differs.
    """
    found = verified(directory, newest=FORMAT, what="export").manifest
    if found.get("kind") != "export" or found.get("target") not in targets.FORMATS:
        raise ArtifactError(
            "this is no export",
            where=str(directory),
            got=found.get("kind"),
            remedy="Give a folder that modelyard export wrote.",
        )
    form, files = str(found["target"]), found["files"]
    own = runner.code(form, str(found["features"]), personal=_PERSONAL in files)
    require_code(directory, files, own, trusted=trusted)
    return replay(directory, form).require("This export does not answer as the trained model: do not use it.")


def replay(directory: Path, form: str, environment: Mapping[str, str] | None = None) -> Parity:
    """The golden examples answered by the folder's own runner, compared with what was recorded."""
    golden = Golden.from_json(_read(directory / "golden.json"))
    rows = [{name: values[i] for name, values in golden.inputs.items()} for i in range(len(golden))]
    outputs, answers = isolated.answer(directory, rows, form=form, environment=environment)
    return compare(
        golden,
        answers,
        outputs,
        target=f"{form} export",
        tolerance=golden.tolerance[_TOLERANCE_OF[form]],
        state=_read(directory / "task.json"),
    )


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _refuse_ensemble(artifact: Artifact) -> None:
    if artifact.family == ensemble.FAMILY:
        raise ArtifactError(
            "an ensemble is not exported as one model",
            where=str(artifact.path),
            got=f"{len(ensemble.read(artifact.path))} members",
            remedy="Teach one of its runs' networks what it answers, and export that: modelyard compress RUN "
            f"--model mlp --teacher {artifact.path} (cnn or encoder for texts); or serve it as it is.",
        )


def _require_rows(model: Predictor) -> None:
    from modelyard.tasks._supervised import Supervised

    if not isinstance(model.task, Supervised):
        raise ArtifactError(
            "an export answers rows with a class or a value; this task does neither",
            where=str(model.artifact.path),
            got=model.artifact.task,
            remedy="Its artifact/ opens in transformers as it is; modelyard serve answers over HTTP.",
        )


def _settings(model: Predictor) -> dict[str, Any]:
    settings: dict[str, Any] = {"inputs": [column.name for column in model.schema.inputs]}
    if model.task.features.kind == "tokens":
        spec, cut = model.task.features, model.task.transform.cut
        settings |= {"max_length": spec.max_length, "pad_id": spec.pad_id, "cut": cut}
    return settings


def _readme(model: Predictor, form: str, parity: Parity) -> str:
    text = model.task.features.kind in ("tokens", "ngrams") and len(model.schema.inputs) == 1
    return _README.format(
        family=model.artifact.family,
        task=model.artifact.task,
        form=form,
        example='"a few words"' if text else '\'{"column": "value", ...}\'',
        also=" torch, nor" if form in ("onnx", "openvino") else "",
        count=len(parity.notes),
        difference=parity.to_json()["largest_output_difference"],
        tolerance=parity.tolerance,
    )
