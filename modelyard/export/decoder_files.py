"""What stands in the export of a decoder beside its weights: run.py, requirements.txt, README.md."""

from __future__ import annotations

from pathlib import Path

from modelyard.export import runner
from modelyard.export.runtime import decoding

_ONNX = '''"""python run.py TEXT ...   (or texts on standard input, one a line): each continued greedily."""
import os
import sys
from pathlib import Path

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # it is on by default
import numpy as np
import onnxruntime
from tokenizers import Tokenizer

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True  # the folder stays as its manifest says
sys.path.insert(0, str(HERE))
from transforms.decoding import Decoder

decoder = Decoder(HERE, onnxruntime.InferenceSession(HERE / "model.onnx"))
tokenizer = Tokenizer.from_file(str(HERE / "tokenizer.json"))


def continued(text, count=100):
    ids = [decoder.settings["begin"], *tokenizer.encode(text, add_special_tokens=False).ids]
    for token, _ in decoder.write(ids, count):
        if token in decoder.settings["ends"]:
            break
        ids.append(token)
    return tokenizer.decode(ids[1:])


def run(rows):  # for the golden texts: tokens after the ids of each row, and their log-probabilities
    return [np.concatenate(list(zip(*decoder.write(row["prompt"], row["count"])))) for row in rows]
'''
_GGUF = '''"""python run.py TEXT ...   (or texts on standard input, one a line): each continued greedily."""
import sys
from itertools import islice
from pathlib import Path

import numpy as np
from llama_cpp import Llama

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True  # the folder stays as its manifest says
model = Llama(str(HERE / "model.gguf"), n_ctx=0, verbose=False)


def continued(text, count=100):
    return text + model.create_completion(text, max_tokens=count, temperature=0.0)["choices"][0]["text"]


def run(rows):  # for the golden texts: tokens after the ids of each row
    return [np.array(list(islice(model.generate(row["prompt"], temp=0.0), row["count"]))) for row in rows]
'''
_MAIN = """

def decode(found):
    return [{} for _ in found]


if __name__ == "__main__":
    for given in sys.argv[1:] or [line.rstrip("\\n") for line in sys.stdin if line.strip()]:
        print(continued(given))
"""
README = {
    "onnx": """# decoder for {task}, as ONNX

    pip install -r requirements.txt
    python run.py "the beginning of a text"

`run.py` needs neither Modelyard nor torch. `model.onnx` uses operators of com.microsoft, so ONNX Runtime opens it and
other runtimes do not; keys and values stay in memory that is bound as past and present.

After {count} beginnings of golden examples it wrote, token by token, what the model that was exported writes; a
log-probability was off by {difference:.2g} at most (refused beyond {tolerance:g}). Again: `modelyard verify DIR`.

**golden.json holds rows of the data: mind that before you share this folder.**
""",
    "gguf": """# decoder for {task}, as GGUF

    llama-cli -m model.gguf -p "the beginning of a text"      # or anything else that is built on llama.cpp
    pip install -r requirements.txt                           # compiles llama.cpp
    python run.py "the beginning of a text"

llama.cpp wrote, token by token, what the model writes after {count} beginnings of golden examples. Again:
`modelyard verify DIR`.

**golden.json holds rows of the data: mind that before you share this folder.**
""",
}


# Where the model learnt from text without personal data.
_MASKED = """
from transforms import masking

masker = masking.Masker.load(HERE)

"""
_PERSONAL_NOTE = """
The model learnt from text whose personal data was replaced (`personal.json`), and `run.py` reads prompts so. **Another
program does not**: replace it in prompts before they reach it.
"""


def code(form: str, *, personal: bool = False) -> dict[str, str]:
    """Every file of code in the folder, by its place. `personal`: personal data in prompts is replaced."""
    main = _MAIN.replace("continued(given)", "continued(masker.text(given))") if personal else _MAIN
    head = "\nsys.path.insert(0, str(HERE))" if personal and form == "gguf" else ""
    files = {"run.py": (_GGUF if form == "gguf" else _ONNX) + (head + _MASKED if personal else "") + main}
    if form != "gguf":
        loop = Path(decoding.__file__).read_text(encoding="utf-8")
        files |= {"transforms/__init__.py": "", "transforms/decoding.py": loop}
    return files | (runner.masking_code() if personal else {})


def readme(form: str, *, personal: bool) -> str:
    """The export's README, to be filled in."""
    return README[form] + (_PERSONAL_NOTE if personal else "")


def requirements(form: str, *, eight_bits: bool) -> str:
    """The export's requirements.txt."""
    if form == "gguf":
        return "llama-cpp-python>=0.3\n"
    return f"numpy>=1.26\nonnxruntime>={'1.22' if eight_bits else '1.20'}\ntokenizers>=0.20\n"
