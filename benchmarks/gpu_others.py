"""The other trainings of gpu.py, and decoding: each beside `transformers` in the same process, in turns."""

import statistics
import tempfile
import time
from pathlib import Path

from gpu_kit import SHAPES, Feed, Objective, Timer, built, rows_of, spec_of

WARM, STEPS = 8, 32
ENCODER = {"layers": 12, "width": 768, "heads": 12, "inner": 3072}
LENGTH, BATCH, VOCABULARY = 128, 128, 30_522


def _trained_by_loop(model, objective, feed, steps, section, batch_size):
    """Our loop's figures."""
    from modelyard.training import device, loop
    from modelyard.training.checkpoint import Checkpoints
    from modelyard.training.schedule import Timeline
    from modelyard.training.state import Plan

    plan = Plan(
        digest="", family="", seed=0, batch_size=batch_size, learning_rate=1e-4, precision="bf16", threads=4,
        evaluations=1, timeline=Timeline(steps), steps_per_epoch=steps, ceiling_steps=steps, device="cuda",
    )  # fmt: skip
    timer, ran = Timer(WARM, steps), loop.Telemetry.ran

    def watched(self):
        timer.step()
        ran(self)

    loop.Telemetry.ran = watched
    loop.CURVE_POINTS = 5
    with tempfile.TemporaryDirectory() as folder, device.deterministic():
        checkpoints = Checkpoints(Path(folder), 1)
        checkpoints.save = lambda *given: None
        loop.fit(model, objective, feed, None, section, plan, checkpoints, lambda *given, **named: None)
    loop.Telemetry.ran = ran
    return timer.figures()


def _trained_by_trainer(model, rows, steps, batch_size):
    """Trainer's figures, with the flags that make it fastest."""
    from transformers import Trainer, TrainerCallback, TrainingArguments

    timer = Timer(WARM, steps)

    class Watch(TrainerCallback):
        def on_step_end(self, *given, **named):
            timer.step()

    with tempfile.TemporaryDirectory() as temporary:
        arguments = TrainingArguments(
            temporary, max_steps=steps, per_device_train_batch_size=batch_size, bf16=True, learning_rate=1e-4,
            optim="adamw_torch_fused", max_grad_norm=1.0, logging_steps=steps, save_strategy="no", report_to=[],
            disable_tqdm=True, dataloader_num_workers=4,
        )  # fmt: skip
        Trainer(model, arguments, train_dataset=rows, callbacks=[Watch()]).train()
    return timer.figures()


def encoder():
    """A BERT-base shape over texts of 128 tokens, uncompiled: examples a second."""
    import numpy as np
    import torch
    from transformers import BertConfig, BertForSequenceClassification

    from modelyard.core.features import FeatureSpec, Tokens
    from modelyard.core.recipe import Train
    from modelyard.models import encoder as family
    from modelyard.training import device
    from modelyard.training.batches import Examples
    from modelyard.training.feed import ExampleFeed

    device.prepare()
    count = BATCH * STEPS
    ids = np.random.default_rng(0).integers(1000, VOCABULARY, count * LENGTH).astype(np.int32)
    features = Tokens(ids, np.arange(0, len(ids) + 1, LENGTH, dtype=np.int64))
    targets = np.random.default_rng(1).integers(0, 2, count)
    spec = FeatureSpec(kind="tokens", width=VOCABULARY, pad_id=0, max_length=LENGTH)

    class Objective:
        def loss(self, model, batch):
            outputs = model(batch["input_ids"], batch["attention_mask"])
            losses = torch.nn.functional.cross_entropy(outputs, batch["targets"], reduction="none")
            return losses.sum(), torch.full((), float(len(losses)), device=losses.device)

    found = {"modelyard": [], "trainer": []}
    for _ in range(2):
        torch.manual_seed(0)
        model = family.build(family.Config.model_validate(ENCODER), spec, 2).to("cuda")
        examples = Examples(features, targets, None, 0)
        feed = ExampleFeed(examples, batch_size=BATCH, accumulate=1, seed=0)
        section = Train(clip_norm=1.0, early_stopping=None)
        found["modelyard"].append(_trained_by_loop(model, Objective(), feed, STEPS, section, BATCH))
        kind, parameters = type(model.network).__name__, sum(p.numel() for p in model.parameters())
        config = BertConfig(num_labels=2, max_position_embeddings=512, attn_implementation="sdpa")
        peer = BertForSequenceClassification(config)
        rows = [
            {
                "input_ids": torch.from_numpy(ids[i * LENGTH : (i + 1) * LENGTH].astype(np.int64)),
                "attention_mask": torch.ones(LENGTH, dtype=torch.int64),
                "labels": int(targets[i]),
            }
            for i in range(count)
        ]
        found["trainer"].append(_trained_by_trainer(peer, rows, STEPS, BATCH))
    rates = {name: BATCH / statistics.median(one["step_seconds"] for one in runs) for name, runs in found.items()}
    return {"what": "encoder", "definition": kind, "parameters": parameters, "examples_per_second": rates, **found}


def lora():
    """Adapters of rank 16 beside all linear maps of the 124M decoder: tokens a second, uncompiled."""
    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    from modelyard.core.recipe import Train
    from modelyard.models import decoder
    from modelyard.training import device

    device.prepare()
    shape = SHAPES["124m"]
    found = {"modelyard": [], "trainer": []}
    with tempfile.TemporaryDirectory() as base:
        built(shape).network.save_pretrained(base)
        for _ in range(2):
            config = decoder.Config(**{"from": base, "adapter": "lora", "max_length": shape["context"]})
            model = decoder.build(config, spec_of(shape))
            model.attention = "sdpa"
            model.to("cuda")
            section = Train(clip_norm=1.0, spike_factor=10.0, early_stopping=None)
            feed = Feed(shape, STEPS, packed=False)
            found["modelyard"].append(_trained_by_loop(model, Objective(), feed, STEPS, section, shape["batch"]))
            del model
            torch.cuda.empty_cache()
            peer = AutoModelForCausalLM.from_pretrained(base, attn_implementation="sdpa")
            peer.config.use_cache = False
            settings = LoraConfig(r=16, lora_alpha=32, target_modules="all-linear", task_type="CAUSAL_LM")
            rows = [{"input_ids": row, "labels": row} for row in rows_of(shape, shape["batch"] * STEPS)]
            found["trainer"].append(_trained_by_trainer(get_peft_model(peer, settings), rows, STEPS, shape["batch"]))
            torch.cuda.empty_cache()
    tokens = shape["batch"] * shape["context"]
    rates = {name: tokens / statistics.median(one["step_seconds"] for one in runs) for name, runs in found.items()}
    return {"what": "lora", "tokens_per_second": rates, **found}


def generation():
    """Greedy tokens a second of the 124M decoder in float32, 128 new ones after 64, one text and 32 at once."""
    import torch

    from modelyard.models._decoding import start
    from modelyard.training import device

    device.prepare()
    shape = SHAPES["124m"]
    model = built(shape).to("cuda").eval()
    model.network.config.use_cache = True
    new, found = 128, {}
    for batch in (1, 32):
        prompts = [[(7 * i + j) % 5000 + 2 for j in range(64)] for i in range(batch)]
        seconds, written = {"modelyard": [], "transformers": []}, {}
        for _ in range(3):
            torch.cuda.synchronize()
            begun = time.perf_counter()
            session, rows = start(model, prompts, 64 + new), [[] for _ in prompts]
            for number in range(new):
                tokens = session.logits.argmax(1).tolist()
                for row, token in zip(rows, tokens, strict=True):
                    row.append(token)
                if number + 1 < new:
                    session.step(tokens)
            seconds["modelyard"].append(time.perf_counter() - begun)
            written["modelyard"] = rows
            begun = time.perf_counter()
            ids = torch.tensor(prompts, device="cuda")
            with torch.inference_mode():
                out = model.network.generate(
                    ids, attention_mask=torch.ones_like(ids), max_new_tokens=new, min_new_tokens=new, do_sample=False
                )
            written["transformers"] = out[:, 64:].tolist()
            seconds["transformers"].append(time.perf_counter() - begun)
        found[batch] = {name: batch * new / min(times) for name, times in seconds.items()}
        pairs = zip(written["modelyard"], written["transformers"], strict=True)
        found[batch]["rows_equal"] = sum(ours == theirs for ours, theirs in pairs)
    return {"what": "generation", "tokens_per_second": found}
