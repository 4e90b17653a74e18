"""A Transformer layer's parameters, operations and kept activations from its sizes alone; no torch.

Kept of a position for the backward pass, in order of computation (width h, query and key width q and k, inner i):
the residual stream twice, each normalisation's result where the map after it needs its input, queries, keys and values,
the mixed values, the activation's input (a gate: both factors), its result where the map after it needs its input. A
frozen map needs its input only where an adapter reads it. For GPT with 4 h units this is 16 h numbers and 2 h mask
bytes, the 34 bytes of Korthikanti et al. 2022, "Reducing activation recomputation", section 4.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from modelyard.core.architecture import Attention, Block, Input, Kept, Product
from modelyard.models._low_rank import Adapter, adapted

QKV = ("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj")
UP = ("mlp.gate_proj", "mlp.up_proj")


@dataclass(frozen=True, kw_only=True, slots=True)
class Experts:
    """A layer's routed experts: each a gated feed-forward of `inner` units; `shared` ones are passed by every token."""

    count: int
    used: int
    inner: int
    shared: int = 0  # units of those that every token passes
    shared_gate: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Layer:
    """Sizes of an attention and a feed-forward part. `norm` is the vectors of a normalisation: 1, with an offset 2.

    `qkv`, `out`, `up` and `down` are the names of the linear maps; one name for several sizes: they are one map.
    """

    width: int
    heads: int
    head_width: int
    inner: int
    kv_heads: int | None = None
    qkv: tuple[str, ...] = QKV
    out: str = "self_attn.o_proj"
    up: tuple[str, ...] = UP
    down: str = "mlp.down_proj"
    gated: bool = True
    causal: bool = True
    qkv_bias: bool = False
    out_bias: bool = False
    inner_bias: bool = False
    norm: int = 1
    norms: int = 2
    head_norms: int = 0  # normalisations of width `head_width`
    dropout: bool = False
    experts: Experts | None = None
    projections: tuple[Product, ...] | None = None  # instead of plain queries, keys and values
    mixed: int | None = None  # width of the mixed values, where it is not that of the queries
    latent: int | None = None
    extra: int = 0  # parameters that are in no product

    @property
    def keys(self) -> int:
        """Heads of keys and values."""
        return self.heads if self.kv_heads is None else self.kv_heads

    @property
    def mixed_width(self) -> int:
        """What the output map reads."""
        return self.heads * self.head_width if self.mixed is None else self.mixed

    def products(self) -> tuple[Product, ...]:
        """Every matrix product, in order."""
        queries, keys = self.heads * self.head_width, self.keys * self.head_width
        projections = self.projections
        if projections is None:
            sizes = (queries, keys, keys) if len(self.qkv) == 3 else (queries + 2 * keys,)
            projections = tuple(
                Product(k=self.width, n=size, name=name) for size, name in zip(sizes, self.qkv, strict=True)
            )
        return (*projections, Product(k=self.mixed_width, n=self.width, name=self.out), *self._feed_forward())

    def _feed_forward(self) -> tuple[Product, ...]:
        h = self.width
        if self.experts is None:
            return _gated(h, self.inner, self.up, self.down, gated=self.gated)
        experts = self.experts
        share = experts.used / experts.count
        found = [
            Product(k=h, n=experts.count),  # the router
            Product(k=h, n=2 * experts.inner, count=experts.count, share=share),
            Product(k=experts.inner, n=h, count=experts.count, share=share),
        ]
        if experts.shared:
            found += _gated(h, experts.shared, self.up, self.down, gated=True)
        if experts.shared_gate:
            found.append(Product(k=h, n=1, name="mlp.shared_expert_gate"))
        return tuple(found)

    def parameters(self) -> int:
        """Of one layer, without adapters."""
        queries, keys = self.heads * self.head_width, self.keys * self.head_width
        biases = (queries + 2 * keys) * self.qkv_bias + self.width * self.out_bias
        if self.inner_bias:
            biases += self.inner * (2 if self.gated else 1) + self.width
        norms = self.norms * self.norm * self.width + self.head_norms * self.head_width
        return weights_of(self.products()) + biases + norms + self.extra

    def block(self, name: str, repeats: int, *, window: int | None = None, adapter: Adapter | None = None) -> Block:
        """The layer `repeats` times; with an adapter only that is trained."""
        found = Block(
            name=name,
            repeats=repeats,
            parameters=self.parameters(),
            products=self.products(),
            attention=Attention(
                heads=self.heads,
                kv_heads=self.keys,
                head_width=self.head_width,
                causal=self.causal,
                window=window,
                latent=self.latent,
            ),
            kept=self._kept(),
            unfused=self._unfused(),
            inputs=self._inputs(),
            handed_on=self.width,
            recomputable=True,
            elementwise=self._elementwise(),
        )
        return found if adapter is None else adapted(found, adapter)

    def _inputs(self) -> tuple[Input, ...]:
        products, forward = self.products(), self._feed_forward()
        before = tuple(product.name for product in products[: len(products) - 1 - len(forward)])
        if self.experts is not None:  # their tokens' copies are needed for their own gates' gradients
            return (Input(names=before, values=self.width, whole=True), self._of_norms())
        return (
            Input(names=before, values=self.width, whole=True),
            Input(names=tuple(product.name for product in forward[:-1]), values=self.width, whole=True),
            Input(names=(forward[-1].name,), values=self.inner),
            self._of_norms(),
        )

    def _of_norms(self) -> Input:
        return Input(names=(), values=float(self.norms * self.width * (self.norm == 1)))

    def _kept(self) -> Kept:
        queries, keys = self.heads * self.head_width, self.keys * self.head_width
        values = float(queries + 2 * keys + self.mixed_width)  # attention needs all of its factors and its result
        # The inputs of maps; of routed experts a token's copy for each of its own.
        whole = float(self.width * (2 if self.experts is None else 2 + self.experts.used))
        values += self._units() * (3 if self.gated else 2)
        return Kept(
            values=values + whole,
            floats=self.heads + float(self.norms * self.norm),  # logarithms of sums; each normalisation's statistics
            flags=2.0 * self.width * self.dropout,
            stream=float(self.norms * self.width),
            whole=whole,
        )

    def _unfused(self) -> Kept:
        """Of a normalisation in steps its input as float32 and its result before the weight; of a gate the activation's
        result, beside its input."""
        in_steps = self.norm == 1
        return Kept(
            values=self._units() * self.gated + self._of_norms().values,
            floats=float(self.norms * self.width * in_steps),
        )

    def _units(self) -> float:
        if self.experts is None:
            return float(self.inner)
        return float(self.experts.used * self.experts.inner + self.experts.shared)

    def _elementwise(self) -> float:
        """Values read and written a position: norms (2), residual sums (3), rotation (2), activation (2, a gate 3)."""
        turned = (self.heads + self.keys) * self.head_width
        return (2.0 * self.norms + 6.0) * self.width + 2.0 * turned + (3.0 if self.gated else 2.0) * self._units()


def _gated(width: int, inner: int, up: tuple[str, ...], down: str, *, gated: bool) -> tuple[Product, ...]:
    size = inner * 2 // len(up) if gated else inner
    return (*(Product(k=width, n=size, name=name) for name in up), Product(k=inner, n=width, name=down))


def weights_of(products: Sequence[Product]) -> int:
    """Parameters in matrix products."""
    return sum(product.k * product.n * product.count for product in products if product.weights)


def embedding(vocabulary: int, width: int, *, others: int = 0, stored: int | None = None) -> Block:
    """A table of token vectors, with `others` parameters beside it (positions, a normalisation).

    `stored` is the tables' own width where a map follows (of which `others` counts the parameters).
    """
    return Block(
        name="embedding",
        parameters=vocabulary * (stored or width) + others,
        handed_on=width,
        elementwise=2.0 * width,
    )


def normalisation(width: int, *, vectors: int = 1) -> Block:
    """One over the residual stream."""
    return Block(
        name="norm",
        parameters=vectors * width,
        kept=Kept(values=float(width), stream=float(width), floats=float(vectors)),
        handed_on=width,
        elementwise=2.0 * width,
    )


def output(width: int, vocabulary: int, *, tied: bool, bias: bool = False) -> Block:
    """The product with the output matrix; tied, the matrix is the embedding's."""
    return Block(
        name="output",
        parameters=(0 if tied else width * vocabulary) + (vocabulary if bias else 0),
        products=(Product(k=width, n=vocabulary),),
        handed_on=vocabulary,
    )


def dense(k: int, n: int, *, name: str, bias: bool = True, others: int = 0, positions: int | None = 1) -> Block:
    """A linear map (by itself once an example) whose input and result are kept."""
    return Block(
        name=name,
        parameters=k * n + (n if bias else 0) + others,
        products=(Product(k=k, n=n),),
        kept=Kept(values=float(k + n)),
        handed_on=n,
        positions=positions,
    )
