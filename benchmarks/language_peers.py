"""What language_training.py compares with: Trainer and Lightning on the same definition, nanoGPT by its own script."""

import re
import subprocess
import sys
import time
from pathlib import Path

BATCH, CONTEXT, RATE = 12, 256, 1e-3
SHAPE = {"layers": 6, "width": 384, "heads": 6}
WARM = 4  # steps that are not timed


def text(directory):
    """nanoGPT's split of the characters: the first 90 % to train on, the rest to validate."""
    whole = (directory / "tiny_shakespeare" / "input.txt").read_text(encoding="utf-8")
    cut = int(0.9 * len(whole))
    return whole[:cut], whole[cut:]


def stream(directory):
    """Character ids of the training part, by their order."""
    import torch

    train, rest = text(directory)
    number = {character: i for i, character in enumerate(sorted(set(train + rest)))}
    return torch.tensor([number[character] for character in train]), len(number)


def definition(vocabulary):
    """The model that Modelyard builds for this shape, as `transformers` has it."""
    from transformers import LlamaConfig, LlamaForCausalLM

    config = LlamaConfig(
        vocab_size=vocabulary,
        hidden_size=SHAPE["width"],
        num_hidden_layers=SHAPE["layers"],
        num_attention_heads=SHAPE["heads"],
        intermediate_size=1024,
        max_position_embeddings=CONTEXT,
        tie_word_embeddings=True,
        attn_implementation="sdpa",
    )
    return LlamaForCausalLM(config)


def rate(times):
    """Tokens a second after the warm-up, and the seconds of the first step."""
    steps = len(times) - 1 - WARM
    return {"tokens_per_second": steps * BATCH * CONTEXT / (times[-1] - times[WARM]), "first_step": times[1] - times[0]}


def trainer(directory, steps):
    """Hugging Face's Trainer in bfloat16."""
    import tempfile

    import torch
    from transformers import Trainer, TrainerCallback, TrainingArguments

    ids, vocabulary = stream(directory)
    windows = ids[: len(ids) // CONTEXT * CONTEXT].view(-1, CONTEXT)
    rows = [{"input_ids": row, "labels": row} for row in windows]
    torch.manual_seed(0)
    model, times, losses = definition(vocabulary), [], []

    class Watch(TrainerCallback):
        def on_step_begin(self, *given, **named):
            if not times:
                times.append(time.perf_counter())

        def on_step_end(self, *given, **named):
            times.append(time.perf_counter())

        def on_log(self, arguments, state, control, logs=None, **named):
            if "loss" in logs:
                losses.append(float(logs["loss"]))

    with tempfile.TemporaryDirectory() as temporary:
        arguments = TrainingArguments(
            temporary,
            per_device_train_batch_size=BATCH,
            max_steps=steps,
            learning_rate=RATE,
            bf16=True,
            use_cpu=True,
            save_strategy="no",
            report_to=[],
            disable_tqdm=True,
            logging_steps=steps,
        )
        Trainer(model, arguments, train_dataset=rows, callbacks=[Watch()]).train()
    return {**rate(times), "loss": losses[-1]}


def with_lightning(directory, steps):
    """Lightning in bfloat16 with AdamW."""
    import logging
    import warnings

    import lightning
    import torch
    from torch.utils.data import DataLoader, TensorDataset

    warnings.simplefilter("ignore")
    logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
    ids, vocabulary = stream(directory)
    windows = ids[: len(ids) // CONTEXT * CONTEXT].view(-1, CONTEXT)

    class Module(lightning.LightningModule):
        def __init__(self):
            super().__init__()
            self.network, self.times, self.last = definition(vocabulary), [], 0.0

        def training_step(self, batch, index):
            if not self.times:
                self.times.append(time.perf_counter())
            return self.network(input_ids=batch[0], labels=batch[0]).loss

        def on_train_batch_end(self, outputs, batch, index):
            self.times.append(time.perf_counter())
            self.last = outputs["loss"].detach()

        def configure_optimizers(self):
            return torch.optim.AdamW(self.parameters(), lr=RATE)  # a fused one cannot be clipped here

    torch.manual_seed(0)
    module = Module()
    runner = lightning.Trainer(
        max_steps=steps,
        accelerator="cpu",
        precision="bf16-mixed",
        gradient_clip_val=1.0,
        logger=False,
        enable_checkpointing=False,
        enable_progress_bar=False,
        enable_model_summary=False,
    )
    runner.fit(module, DataLoader(TensorDataset(windows), batch_size=BATCH, shuffle=True, drop_last=True))
    return {**rate(module.times), "loss": float(module.last)}


def prepared(repository):
    """nanoGPT's own character files, made where they are missing."""
    folder = repository / "data" / "shakespeare_char"
    if not (folder / "train.bin").exists():
        subprocess.run([sys.executable, str(folder / "prepare.py")], check=True, capture_output=True, cwd=folder)


def nanogpt(directory, repository, arguments, threads):
    """Its training script; the log's lines as (iteration, loss, milliseconds), and the seconds of the whole."""
    folder = repository / "data" / "shakespeare_char"
    (folder / "input.txt").write_text("".join(text(directory)), encoding="utf-8")  # it would download this very file
    prepared(repository)
    command = [sys.executable, "train.py", "config/train_shakespeare_char.py", "--device=cpu", "--compile=False"]
    started = time.perf_counter()
    done = subprocess.run(
        [*command, *arguments, f"--out_dir={repository / 'out-benchmark'}"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr[-3000:])
    lines = re.findall(r"iter (\d+): loss ([\d.]+), time ([\d.]+)ms", done.stdout)
    checks = re.findall(r"step (\d+): train loss [\d.]+, val loss ([\d.]+)", done.stdout)
    return lines, checks, time.perf_counter() - started


def nanogpt_rate(directory, repository, steps, threads):
    """Tokens a second of nanoGPT in this shape."""
    lines, _, _ = nanogpt(
        directory,
        repository,
        [
            f"--max_iters={steps}",
            f"--eval_interval={10 * steps}",
            "--eval_iters=1",
            "--log_interval=1",
            f"--block_size={CONTEXT}",
            f"--batch_size={BATCH}",
            "--gradient_accumulation_steps=1",
        ],
        threads,
    )
    milliseconds = [float(found[2]) for found in lines[WARM + 1 :]]
    return {
        "tokens_per_second": BATCH * CONTEXT * len(milliseconds) / (sum(milliseconds) / 1000),
        "first_step": float(lines[0][2]) / 1000,
        "loss": float(lines[-1][1]),
    }


def here(path):
    """A repository given by path. Exits where it is none."""
    path = Path(path).resolve()
    if not (path / "train.py").exists():
        sys.exit(f"{path} holds no nanoGPT: git clone https://github.com/karpathy/nanoGPT")
    return path
