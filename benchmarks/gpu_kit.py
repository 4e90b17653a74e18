"""Shapes, rows, the model and the timer of the GPU benchmarks."""

import time

COMMON = {"vocabulary": 50_304, "context": 1024}
SHAPES = {
    "124m": {**COMMON, "layers": 12, "width": 768, "heads": 12, "inner": 2048, "batch": 32},
    "760m": {**COMMON, "layers": 24, "width": 1536, "heads": 16, "inner": 4096, "batch": 16},
    "tiny": {**COMMON, "layers": 2, "width": 128, "heads": 2, "inner": 256, "batch": 8},
}


class Timer:
    """Seconds of the steps after the warm-up: the GPU is waited for twice only."""

    def __init__(self, warm, steps):
        self.warm, self.steps, self.done = warm, steps, 0
        self.begun = time.perf_counter()
        self.first = self.seconds = 0.0

    def step(self):
        """To be called after each step."""
        import torch

        self.done += 1
        if self.done in (1, self.warm, self.steps):
            torch.cuda.synchronize()
            now = time.perf_counter()
            if self.done == 1:
                self.first = now - self.begun
            if self.done == self.warm:
                self.at = now
            if self.done == self.steps:
                self.seconds = (now - self.at) / (self.steps - self.warm)

    def figures(self):
        """What is reported of a training."""
        import torch

        return {
            "step_seconds": self.seconds,
            "first_step_seconds": self.first,
            "peak_bytes": torch.cuda.max_memory_reserved(),
        }


def rows_of(shape, count):
    """Seeded token ids [count, context]."""
    import torch

    random = torch.Generator().manual_seed(0)
    return torch.randint(0, shape["vocabulary"], (count, shape["context"]), generator=random)


class Feed:
    """Seeded rows, as `training.corpus.WindowFeed` gives them; packed: documents of 20 to 800 tokens."""

    unit, steady = "tokens", True

    def __init__(self, shape, steps, packed):
        self.rows, self.size, self.packed = rows_of(shape, shape["batch"] * steps), shape["batch"], packed
        self.context = shape["context"]
        self.work_per_step, self.steps_per_epoch = self.size * self.context, steps

    def step(self, number, size):
        import numpy as np
        import torch

        ids = self.rows[number * self.size : (number + 1) * self.size]
        batch = {"input_ids": ids, "targets": torch.cat([ids[:, 1:], torch.full((len(ids), 1), -100)], dim=1)}
        if self.packed:
            random = np.random.default_rng(number)
            begins = np.zeros(ids.shape, dtype=np.int64)
            for row in begins:
                at = int(random.integers(20, 800))
                while at < len(row):
                    row[at] = 1
                    at += int(random.integers(20, 800))
            segments = begins.cumsum(axis=1)
            places = np.broadcast_to(np.arange(ids.shape[1]), ids.shape)
            last = np.maximum.accumulate(np.where(begins == 1, places, 0), axis=1)
            batch |= {"segments": torch.from_numpy(segments), "position_ids": torch.from_numpy(places - last)}
        starts = range(0, len(ids), size)
        return [{name: tensor[s : s + size] for name, tensor in batch.items()} for s in starts]


class Objective:
    """The language model's."""

    def loss(self, model, batch):
        from modelyard.tasks._language import next_token_loss

        return next_token_loss(model, batch, 0.0)


def spec_of(shape):
    from modelyard.core.features import FeatureSpec

    return FeatureSpec(kind="tokens", width=shape["vocabulary"], pad_id=1, max_length=shape["context"], end_id=0)


def built(shape):
    import torch

    from modelyard.models import decoder

    fields = {name: shape[name] for name in ("layers", "width", "heads", "inner", "vocabulary")}
    torch.manual_seed(0)
    return decoder.build(decoder.Config(**fields, max_length=shape["context"], attention="sdpa"), spec_of(shape))
