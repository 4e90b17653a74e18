"""Low-rank adapters beside a block's linear maps: their parameters, what a frozen layer no longer keeps; no torch."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from modelyard.core.architecture import Block, Product


@dataclass(frozen=True, kw_only=True, slots=True)
class Adapter:
    """Low-rank adapters beside the linear maps that `targets` name (every named map where empty)."""

    rank: int
    kind: Literal["lora", "dora"] = "lora"
    targets: tuple[str, ...] = ()
    dropout: float = 0.0

    def adapts(self, product: Product) -> bool:
        """Whether a map gets one: a target is its name or the end of it, after a dot (as peft matches lists)."""
        if not product.name:
            return False
        return not self.targets or any(f".{product.name}".endswith(f".{target}") for target in self.targets)

    def parameters(self, product: Product) -> int:
        """Of all the maps alike: A [rank, k] and B [n, rank]; for DoRA the magnitudes [n] too."""
        magnitudes = product.n if self.kind == "dora" else 0
        return product.count * (self.rank * (product.k + product.n) + magnitudes)


def adapted(block: Block, adapter: Adapter) -> Block:
    """The block with adapters beside its maps, all else frozen.

    A quantised map keeps its input all the same (bitsandbytes saves it beside the weight).
    """
    maps = [product for product in block.products if adapter.adapts(product)]
    low_rank = sum(adapter.parameters(product) for product in maps)
    beside = tuple(
        Product(k=k, n=n, count=product.count)
        for product in maps
        for k, n in ((product.k, adapter.rank), (adapter.rank, product.n))
    )
    frozen = tuple(dataclasses.replace(product, frozen=True) for product in block.products)
    names = {product.name for product in maps}
    spared = [one for one in block.inputs if not names.intersection(one.names)]
    kept, unfused = block.kept, block.unfused
    unfused = dataclasses.replace(unfused, values=unfused.values - sum(one.values for one in spared if not one.names))
    if block.quantised_bits is None:
        spared = [one for one in spared if one.names]
        kept = dataclasses.replace(
            kept,
            values=kept.values - sum(one.values for one in spared),
            whole=kept.whole - sum(one.values for one in spared if one.whole),
        )
    read = float(sum(product.k for product in maps)) if adapter.dropout else 0.0  # its own copy and a mask
    kept = dataclasses.replace(
        kept, values=kept.values + sum(adapter.rank * one.count for one in maps) + read, flags=kept.flags + read
    )
    return dataclasses.replace(
        block,
        parameters=block.parameters + low_rank,
        products=frozen + beside,
        trained=low_rank,
        kept=kept,
        unfused=unfused,
        inputs=(),
    )


def unmatched(adapter: Adapter, blocks: Sequence[Block]) -> list[str]:
    """Targets that name no map."""
    names = {f".{product.name}" for block in blocks for product in block.products if product.name}
    return [target for target in adapter.targets if not any(name.endswith(f".{target}") for name in names)]
