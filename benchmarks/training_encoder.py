"""Training a small Transformer encoder on short texts: Modelyard's loop against Hugging Face's Trainer.

The same ModernBERT-shaped encoder (4 layers, width 256), the same token ids of the same SST-2 sentences, batches of 32,
fused AdamW, clipping at 1, a cosine schedule, one epoch. Trainer pads dynamically (DataCollatorWithPadding) and runs
in bf16 (and fp32). Model building, tokenizing and imports are not timed; for Modelyard its checkpoint is.

    MODELYARD_DATA=... python benchmarks/training_encoder.py --threads 1 2
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from training_compare import clock, data_directory, fitted, machine, measure, middle, on, rehearsed, spread, write

# Python puts this folder first; Trainer imports the package `datasets`, and a benchmark here is called that, too.
sys.path.remove(str(Path(__file__).resolve().parent))

BATCH, RATE, VOCABULARY = 32, 5e-4, 8000
CHILDREN = ("modelyard", "trainer-bf16", "trainer-fp32")


def prepared(examples):
    """The fitted task, the family and its configuration, the features and targets of `examples` random sentences."""
    import numpy as np

    from modelyard.core.schema import Column, Schema
    from modelyard.models import encoder
    from modelyard.tasks.text_classification import Task

    lines = (data_directory() / "sst2" / "train.tsv").read_text(encoding="utf-8").splitlines()[1:]
    picked = np.random.default_rng(0).permutation(len(lines))[:examples]
    cells = [lines[i].split("\t") for i in picked]
    rows = {"text": [text for text, _ in cells], "label": [label for _, label in cells]}
    target = Column(name="label", kind="category", values=("0", "1"))
    schema = Schema(inputs=(Column(name="text", kind="text"),), target=target)
    config = encoder.Config(vocabulary=VOCABULARY)
    task = Task.fit(rows, schema, family="encoder", config=config)
    return task, encoder, config, task.encode(rows), task.encode_targets(rows)


def ours(examples, threads):
    """Modelyard's loop, with the precision that its rehearsal would choose."""
    import torch

    from modelyard.core.recipe import Train
    from modelyard.training.batches import Examples
    from modelyard.training.feed import ExampleFeed

    torch.set_num_threads(threads)
    task, family, config, features, targets = prepared(examples)
    torch.manual_seed(0)
    model = family.build(config, task.features, task.outputs)
    training = Examples(features, targets, None, task.features.pad_id)
    feed = ExampleFeed(training, batch_size=BATCH, accumulate=1, seed=0)
    section = Train(early_stopping=None)
    precision = rehearsed(model, task, feed, section, threads)
    start, busy = clock()
    outcome = fitted(
        model,
        task,
        feed,
        section,
        family="encoder",
        batch_size=BATCH,
        learning_rate=RATE,
        precision=precision,
        threads=threads,
    )
    end, busy_end = clock()
    curve = outcome.progress.curve
    return {
        "samples_per_second": len(training) / (end - start),
        "samples_per_processor_second": len(training) / (busy_end - busy),
        "loss": sum(point["loss"] for point in curve) / len(curve),
        "precision": precision,
    }


def trainer(examples, threads, bf16):
    """Hugging Face's Trainer."""
    import torch
    from transformers import (
        AutoModelForSequenceClassification,
        DataCollatorWithPadding,
        PreTrainedTokenizerFast,
        Trainer,
        TrainingArguments,
    )

    torch.set_num_threads(threads)
    task, family, config, features, targets = prepared(examples)
    torch.manual_seed(0)
    definition = family.build(config, task.features, task.outputs).network.config
    model = AutoModelForSequenceClassification.from_config(definition, attn_implementation="sdpa")
    rows = [
        {
            "input_ids": features.ids[start:stop].tolist(),
            "attention_mask": [1] * int(stop - start),
            "labels": int(label),
        }
        for start, stop, label in zip(features.offsets, features.offsets[1:], targets, strict=False)
    ]
    with tempfile.TemporaryDirectory() as directory:
        task.transform.save(Path(directory))
        tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(Path(directory) / "tokenizer.json"), pad_token="[PAD]")
        arguments = TrainingArguments(
            output_dir=directory,
            per_device_train_batch_size=BATCH,
            num_train_epochs=1,
            learning_rate=RATE,
            lr_scheduler_type="cosine",
            warmup_steps=6,
            max_grad_norm=1.0,
            optim="adamw_torch_fused",
            bf16=bf16,
            use_cpu=True,
            report_to="none",
            save_strategy="no",
            logging_strategy="no",
            disable_tqdm=True,
            seed=0,
        )
        this = Trainer(model, arguments, data_collator=DataCollatorWithPadding(tokenizer), train_dataset=rows)
        batch = this.data_collator(rows[:BATCH])
        for _ in range(2):  # kernels are built before the clock starts, as in the rehearsal
            model(**batch).loss.backward()
        model.zero_grad()
        start, busy = clock()
        result = this.train()
        end, busy_end = clock()
    return {
        "samples_per_second": len(rows) / (end - start),
        "samples_per_processor_second": len(rows) / (busy_end - busy),
        "loss": result.training_loss,
        "precision": "bf16" if bf16 else "fp32",
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--child", choices=CHILDREN)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--examples", type=int, default=3200)
    given = parser.parse_args()
    if given.child:
        threads = given.threads[0]
        answer = (
            ours(given.examples, threads)
            if given.child == "modelyard"
            else trainer(given.examples, threads, given.child.endswith("bf16"))
        )
        print(json.dumps(answer))
        return
    content = {"machine": machine(), "examples": given.examples, "batch": BATCH, "rounds": given.rounds, "threads": {}}
    lines = [
        "# Training a 4x256 encoder on SST-2 sentences\n",
        "Samples a second, one epoch; medians of interleaved runs, [lowest, highest].",
        "`python benchmarks/training_encoder.py`.\n",
        "| threads | Modelyard | Trainer, bf16 | Trainer, fp32 | against bf16 | by processor time |",
        "|---|---|---|---|---|---|",
    ]
    for threads in given.threads:
        answers = measure(
            Path(__file__),
            CHILDREN,
            threads=threads,
            rounds=given.rounds,
            arguments=["--examples", str(given.examples)],
        )
        speeds = {name: middle(found, "samples_per_second") for name, found in answers.items()}
        ratio = speeds["modelyard"]["median"] / speeds["trainer-bf16"]["median"]
        busy = {name: middle(found, "samples_per_processor_second") for name, found in answers.items()}
        # On a machine with other work, what a processor second buys says more than what a second does.
        busy_ratio = busy["modelyard"]["median"] / busy["trainer-bf16"]["median"]
        content["threads"][threads] = {
            "samples_per_second": speeds,
            "ratio": ratio,
            "samples_per_processor_second": busy,
            "processor_ratio": busy_ratio,
            "runs": answers,
        }
        cells = [spread(speed, 0) for speed in speeds.values()]
        lines.append(f"| {threads} | {' | '.join(cells)} | {ratio:.2f}x | {busy_ratio:.2f}x |")
    lines.append(on(content["machine"]))
    write("training_encoder", content, "\n".join(lines))


if __name__ == "__main__":
    main()
