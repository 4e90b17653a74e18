"""Accelerators and processors as data: peak rates, memory, links and power, each field with its source and date.

The catalogue is `data/accelerators.json`; a device that is not in it is a `Device` of one's own.
"""

from __future__ import annotations

import difflib
import functools
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib import resources
from types import MappingProxyType
from typing import Any

from modelyard.core.errors import RecipeError

HERE = "this machine"
# What a precision computes in, best first: the first that the device has is its own.
_FALLBACK = {
    "fp32": ("fp32",),
    "tf32": ("tf32", "fp32"),
    "bf16": ("bf16", "fp32"),
    "fp16": ("fp16", "bf16", "fp32"),
    "int8": ("int8", "fp16", "bf16", "fp32"),
    "fp8": ("fp8", "bf16", "fp16", "fp32"),
    "fp4": ("fp4", "fp8", "bf16", "fp32"),
}
PRECISIONS = tuple(_FALLBACK)
# Sums over eight devices on PCIe 4 reach about 10 of its 31 GB/s; consumer parts go through the host's memory.
PCIE_SHARE = 1 / 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Device:
    """One accelerator (or processor) as a framework sees it.

    Units: bytes, operations and bytes a second, one way; watts. `flops` are dense peaks by precision; `matmul_flops` is
    the best bf16 product actually measured, where one is. `domain` is how many devices the fast link joins, `link_`
    and `network_bandwidth` are a device's own share within and outside of it.
    """

    name: str
    vendor: str
    generation: str
    memory_bytes: int
    bandwidth: float
    flops: Mapping[str, float]
    link_bandwidth: float
    network_bandwidth: float
    domain: int
    power_watts: float
    matmul_flops: float | None = None
    link: str = ""
    aliases: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    note: str = ""

    def peak(self, precision: str) -> float:
        """Dense peak in operations a second; of the nearest precision that the device computes in.

        Raises: RecipeError for an unknown precision.
        """
        if precision not in _FALLBACK:
            raise RecipeError(
                f"must be one of {', '.join(PRECISIONS)}", where="precision", got=precision, remedy=_near(precision)
            )
        return next((self.flops[name] for name in _FALLBACK[precision] if name in self.flops), max(self.flops.values()))

    @property
    def shared_bandwidth(self) -> float:
        """What a device's link gives while its neighbours send too: over a host's PCIe tree a third of its own rate."""
        return self.link_bandwidth * (PCIE_SHARE if self.link.startswith("PCIe") else 1.0)

    def computes_in(self, precision: str) -> str:
        """The precision that products really run in (fp8 on a device without it is bf16)."""
        return next((name for name in _FALLBACK[precision] if name in self.flops), next(iter(self.flops)))

    def on_network(self, bytes_per_second: float) -> Device:
        """The same device in a cluster whose network gives each of them so many bytes a second, one way.

        Raises: RecipeError where that is no positive number.
        """
        if not bytes_per_second > 0:
            raise RecipeError("must be > 0 bytes a second", where="network_bandwidth", got=bytes_per_second)
        return replace(self, network_bandwidth=bytes_per_second)


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where a field of the catalogue was read: a text, when it was published (None: undated) and when taken over."""

    text: str
    published: str | None
    taken: str


@functools.cache
def _document() -> dict[str, Any]:
    text = resources.files("modelyard.planning").joinpath("data/accelerators.json").read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


@functools.cache
def catalogue() -> Mapping[str, Device]:
    """Every known device by its name."""
    return MappingProxyType({entry["name"]: _device(entry) for entry in _document()["devices"]})


@functools.cache
def sources() -> Mapping[str, Source]:
    """The sources that the devices' fields name, by key."""
    return MappingProxyType({key: Source(**value) for key, value in _document()["sources"].items()})


def find(name: str, *, where: str = "device") -> Device:
    """The device of a name or an alias, whatever the case and punctuation (`h100`, `A100 80GB`).

    Raises: RecipeError for an unknown one, with the nearest known.
    """
    found = _by_plain_name().get(_plain(name)) or _by_parts(name)
    if found is None:
        raise RecipeError("must be a device of the catalogue", where=where, got=name, remedy=_nearest(name))
    return found


def asked(text: str | None) -> tuple[str | None, int | None]:
    """The device's name and the count that `budget.on` means: `8 x h100`, `any`, `here`, or nothing.

    Raises: RecipeError for a device that is not in the catalogue.
    """
    if text is None or text.strip().lower() in ("here", HERE):
        return (None if text is None else HERE), None
    plain, count = text.strip(), None
    first, _, rest = plain.replace("×", "x").partition("x")
    if first.strip().isdigit() and rest.strip():
        plain, count = rest.strip(), int(first)
        if count < 1:
            raise RecipeError("a count of devices is at least 1", where="budget.on", got=text, remedy="Try 8 x h100.")
    return ("any" if plain.lower() == "any" else find(plain, where="budget.on").name), count


@functools.cache
def _by_plain_name() -> dict[str, Device]:
    return {_plain(name): device for device in catalogue().values() for name in (*device.aliases, device.name)}


def _by_parts(name: str) -> Device | None:
    """The one device of a family, a memory size and a form in any order (`H100 (80 GB) SXM`), if there is one."""
    text = name.lower().replace("hgx", "sxm")
    size, form = re.search(r"(\d+)\s*gb", text), re.search(r"sxm|pcie|nvl", text)
    family = _plain(re.sub(r"\d+\s*gb|sxm\d?|pcie|nvl\b|[()]", " ", text))
    known = [
        device
        for device in catalogue().values()
        if family
        and _plain(device.name).startswith((f"{family}sxm", f"{family}pcie", f"{family}nvl", *_sizes(family, size)))
    ]
    known = [d for d in known if not size or f"{size[1]}gb" in d.name.lower() or d.name == family]
    known = [d for d in known if not form or form[0] in d.name.lower()]
    whole = [d for d in known if "sxm" in d.name.lower()] or known
    return whole[0] if len(whole) == 1 else None


def _sizes(family: str, size: re.Match[str] | None) -> tuple[str, ...]:
    return (f"{family}{size[1]}gb", f"rtx{family}{size[1]}gb") if size else ()


def _nearest(name: str) -> str:
    known = {_plain(known): device.name for known, device in ((d.name, d) for d in catalogue().values())}
    near = difflib.get_close_matches(_plain(name), [*known, *_by_plain_name()], n=3, cutoff=0.4)
    names = dict.fromkeys(_by_plain_name()[one].name for one in near)
    return f"Nearest: {', '.join(names)}" if names else f"Known: {', '.join(catalogue())}"


def _near(precision: str) -> str:
    near = difflib.get_close_matches(precision, PRECISIONS, n=1)
    return f"Did you mean {near[0]!r}?" if near else ""


def _plain(name: str) -> str:
    """Letters and figures alone, without makers, families and memory kinds: what a driver or a cloud calls a part."""
    plain = re.sub(r"\b(?:nvidia|amd|google|geforce|tesla|instinct|quadro|hbm\w*|tensor core|gpu)\b", " ", name.lower())
    plain = re.sub(r"sxm\d", "sxm", plain).replace("pcie gen5", "pcie").replace("lite", "e")
    return "".join(letter for letter in plain if letter.isalnum())


def _device(entry: Mapping[str, Any]) -> Device:
    fields = dict(entry)
    fields["flops"] = MappingProxyType({key: float(value) for key, value in fields["flops"].items()})
    fields["aliases"] = tuple(fields["aliases"])
    fields["sources"] = MappingProxyType(dict(fields["sources"]))
    return Device(**fields)
