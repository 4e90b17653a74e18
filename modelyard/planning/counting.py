"""What the busiest device has to do in a training step, each amount in the seconds that its data sheet would take."""

from __future__ import annotations

import math
from dataclasses import fields

from modelyard.core.architecture import Architecture, Block, Product
from modelyard.planning import efficiency
from modelyard.planning.amounts import Software, Training, Work
from modelyard.planning.hardware import Device
from modelyard.planning.layout import Layout

ALIGNED = 32  # widths that are no multiple of it leave part of a matrix unit idle
SCORE_BYTES = 24  # of one score and pass where attention is not fused: product, softmax, dropout, product
LOGIT_BYTES = 24  # of one logit: the product's result, its float32 copy, softmax, gradient
NODE = 8  # devices
PERMUTED = 6  # values read and written of a routed position: gathered, weighted and scattered
OPTIMIZER_BYTES = {"adamw": 30, "adam": 30, "sgd": 20, "muon": 26, "adafactor": 22}


def work(architecture: Architecture, layout: Layout, device: Device, training: Training) -> Work:
    """Counts a step."""
    again = training.repeated if training.repeated is not None else 1.0 if layout.recompute == "full" else 0.0
    counter = _Counter(architecture, layout, device, training)
    plain = training.software in ("eager", "plain", "plain-tuned")
    for block in architecture.blocks:
        counter.add(block, again if block.recomputable else 0.0, plain)
    counter.add_logits(architecture)
    counter.add_messages(architecture, training.pure, again)
    counter.add_optimizer(architecture, training.pure, training.optimizer)
    return counter.work(training.software)


class _Counter:
    """Adds up a step's work; all amounts are of one device and all of its micro-batches."""

    def __init__(self, architecture: Architecture, layout: Layout, device: Device, training: Training) -> None:
        self.layout, self.device, self.positions = layout, device, training.positions
        self.batches = layout.micro_batches(training.sequences)
        self.micro = min(layout.micro_batch, max(1.0, training.sequences / layout.data))
        self.tokens = self.micro * training.positions / layout.context
        ceiling = efficiency.ceiling(device)
        self.own = device.computes_in(training.precision)
        self.peak = device.peak(self.own if self.own not in ("fp8", "fp4") else "bf16") * ceiling
        self.peak_low = device.peak(self.own) * ceiling
        self.amount = {one.name: 0.0 for one in fields(Work)}
        self.layers = sum(block.repeats for block in architecture.blocks if block.recomputable) or 1
        self.width = max((block.handed_on for block in architecture.blocks if block.recomputable), default=1)
        self.experts, self.used = 0.0, 1.0

    def share(self, block: Block) -> float:
        """The part of a block's repeats that the busiest stage holds."""
        stages = self.layout.pipeline
        if block.recomputable:
            return math.ceil(self.layers / stages) / self.layers
        return 0.5 + 0.5 / stages if stages > 1 else 1.0  # ends of the network: stages are balanced around them in part

    def add(self, block: Block, again: float, plain: bool) -> None:
        """A block's products, attention and memory-bound operations."""
        tokens = self.tokens
        if block.positions is not None:
            tokens = self.micro * block.positions
        if block.recurrent:
            tokens = self.tokens
        times = block.repeats * self.share(block) * self.batches
        for product in block.products:
            self._product(product, tokens, times, again, block)
        passes = 3.0 + again
        self.amount["elementwise"] += (
            2 * block.elementwise * tokens * times * passes / self.layout.tensor / self.device.bandwidth
        )
        self.amount["passes"] += times * passes * (self.positions if block.recurrent else 1) * bool(block.products)
        routed = next((product for product in block.products if product.share < 1), None)
        if routed is not None:  # positions are sorted by expert, sent there, and put back
            moved = tokens * routed.share * routed.count * routed.k * times
            self.experts, self.used = self.experts + moved, routed.share * routed.count
            self.amount["elementwise"] += 2 * PERMUTED * moved * passes / self.layout.tensor / self.device.bandwidth
        if block.attention is not None:
            self._attention(block, tokens, times, again, plain)

    def _product(self, product: Product, tokens: float, times: float, again: float, block: Block) -> None:
        m, k, n, count = tokens * product.share, float(product.k), float(product.n), float(product.count)
        if product.share < 1:
            m, count = m * self.layout.expert, count / self.layout.expert
        if n >= k:
            n /= self.layout.tensor
        else:
            k /= self.layout.tensor
        if block.recurrent:
            m = max(1.0, self.micro)
        frozen = product.frozen or (block.trained == 0)
        passes = 1.0 + (1.0 if frozen else 2.0) + again
        flops = 2.0 * tokens * product.share * product.count * product.k * product.n / self.layout.tensor
        low = self.own in ("fp8", "fp4") and block.recomputable and product.weights
        seconds = flops * times * passes / (self.peak_low if low else self.peak)
        self.amount[f"products_{self.own}" if low else "products"] += seconds
        if n % ALIGNED or k % ALIGNED:
            self.amount["misaligned"] += seconds
        calls = self.positions / self.layout.context if block.recurrent else 1.0
        values = (m * k + k * n + m * n) * count * calls
        self.amount["traffic"] += 2 * values * times * passes / self.device.bandwidth
        if product.frozen and block.quantised_bits is not None:  # unpacked for each pass: read packed, written whole
            unpacked = (block.quantised_bits / 8 + 2) * k * n * count
            self.amount["elementwise"] += unpacked * times * passes / self.device.bandwidth

    def _attention(self, block: Block, tokens: float, times: float, again: float, plain: bool) -> None:
        attention = block.attention
        assert attention is not None
        again = max(again, 1.0 if self.layout.recompute == "selective" and plain else again)
        flops = attention.flops(self.positions, masked=not plain) * tokens * times / self.layout.tensor
        if plain:
            self.amount["products"] += flops * (3.0 + again) / self.peak
            scores = attention.heads * attention.seen(self.positions) * tokens * times / self.layout.tensor
            self.amount["scores"] += scores * SCORE_BYTES * (2.0 + again) / self.device.bandwidth
        else:  # the fused backward pass computes the scores anew: 2.5 times the forward pass
            self.amount["attention"] += flops * (3.5 + again) / self.peak

    def add_logits(self, architecture: Architecture) -> None:
        """The loss over the logits."""
        stages = self.layout.pipeline
        values = architecture.logits * self.tokens * self.batches / self.layout.tensor
        share = 0.5 + 0.5 / stages if stages > 1 else 1.0
        self.amount["elementwise"] += values * LOGIT_BYTES * share / self.device.bandwidth

    def add_messages(self, architecture: Architecture, pure: bool, again: float) -> None:
        """What is sent: halves of products (tensor), gradients and weights (data), positions (pipeline, context)."""
        layout, device = self.layout, self.device
        layers = math.ceil(self.layers / layout.pipeline)
        stream = 2.0 * self.tokens * self.width
        if layout.tensor > 1:
            sent = 2 * (layout.tensor - 1) / layout.tensor * stream * layers * self.batches * 2 * (2 + again)
            self.amount["tensor"] += sent / self._rate(layout.tensor)
        if layout.pipeline > 1:
            sent = 2 * stream / layout.tensor * layout.interleave * self.batches
            rate = device.network_bandwidth if layout.devices > device.domain else device.shared_bandwidth
            self.amount["pipeline"] += sent / rate
        if layout.context > 1:
            keys = sum(b.repeats * b.attention.kv_width for b in architecture.blocks if b.attention is not None)
            sent = 2.0 * self.tokens * keys / layout.pipeline * (layout.context - 1) * self.batches * (3 + again)
            self.amount["context"] += sent / layout.tensor / self._rate(layout.tensor * layout.context)
        if layout.expert > 1:
            # A position crosses the network once for each node it is sent to, and is dealt out there.
            near = min(layout.expert, device.domain)
            far = layout.expert / near
            across = min(1.0, far / self.used) * (far - 1) / far / device.network_bandwidth
            within = (near - 1) / near / device.shared_bandwidth
            self.amount["expert"] += 2 * self.experts * 2 * (2 + again) * (across + within)
        self._data(architecture, pure, again)
        bubbles = (layout.pipeline - 1) / (layout.interleave * self.batches)
        self.amount["bubble"] = bubbles

    def _data(self, architecture: Architecture, pure: bool, again: float) -> None:
        layout, device = self.layout, self.device
        if layout.replicas == 1:
            self.amount["window"] = 1.0
            return
        routed = sum(
            b.repeats * p.k * p.n * p.count
            for b in architecture.blocks
            for p in b.products
            if p.share < 1 and p.weights
        )
        held = (architecture.parameters - routed + routed / layout.expert) / (layout.tensor * layout.pipeline)
        trained = held * architecture.trained / max(architecture.parameters, 1)
        gradient = 2.0 if pure else 4.0
        if layout.zero == 3:
            sent = (held * 2 * 2 + trained * gradient) * self.batches
            layers = self.layers / layout.pipeline
            self.amount["collectives"] = layers * (3 + again) * self.batches * math.log2(max(2, layout.together))
            self.amount["window"] = 1.0
        else:
            sent = trained * (gradient + (gradient if layout.zero == 0 else 2.0))
            self.amount["window"] = 1.0 / self.batches
        near = max(1, min(layout.together, device.domain // layout.tensor))
        far = layout.together / near
        self.amount["data_inside"] = sent * (near - 1) / near / device.shared_bandwidth
        self.amount["data_outside"] = sent * (far - 1) / far / (device.network_bandwidth * near)
        models = layout.replicas / layout.together
        if models > 1:  # each device sums its part of the gradients with those that hold the same
            between = 2 * trained * gradient / layout.together * (self.batches if layout.zero == 3 else 1)
            wide = layout.together * layout.tensor < device.domain and layout.devices <= device.domain
            rate = device.shared_bandwidth if wide else device.network_bandwidth
            self.amount["data_outside"] += between * (models - 1) / models / rate

    def _rate(self, members: int) -> float:
        return self.device.shared_bandwidth if members <= self.device.domain else self.device.network_bandwidth

    def add_optimizer(self, architecture: Architecture, pure: bool, optimizer: str) -> None:
        """Reading and writing weights, gradients and state."""
        layout = self.layout
        held = architecture.trained / (layout.tensor * layout.pipeline)
        held /= layout.together if layout.zero >= 1 else 1
        size = OPTIMIZER_BYTES.get(optimizer, OPTIMIZER_BYTES["adamw"])
        self.amount["optimizer"] += held * (size / 2 if pure else size) / self.device.bandwidth

    def work(self, software: Software) -> Work:
        """All of it."""
        self.amount["eager"], self.amount["tuned"] = (
            float(software == "eager"),
            float(software in ("tuned", "plain-tuned")),
        )
        self.amount["hopper"] = float(self.device.generation == "hopper")
        self.amount["sequence"] = float(self.layout.sequence)
        self.amount["nodes"] = math.log2(max(1.0, self.layout.devices / max(NODE, self.device.domain)))
        return Work(**self.amount)
