"""What serving costs: devices for a load within a latency, dollars a request or a token, break-even, runway."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from modelyard.core.errors import RecipeError
from modelyard.planning.quote import Band

# Devices are not loaded beyond this: arrivals come in heaps, and waiting grows without bound near 1. With Poisson
# arrivals and one server, waiting takes as long as serving at a half, and 2.3 times as long at 0.7.
LOADED = 0.7
BATCHES = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
HOURS_A_MONTH = 730.0
LONGEST_RUNWAY_MONTHS = 600


@dataclass(frozen=True, kw_only=True, slots=True)
class Load:
    """What is asked of a service. `tokens_in` and `tokens_out` are of a request (0: its answer is no text).

    `latency_seconds` is for the whole answer. `price` is what a request (or, `per_million`, a million tokens) brings.
    """

    requests_per_second: float = 1.0
    latency_seconds: float | None = None
    tokens_in: int = 0
    tokens_out: int = 0
    price_usd: float | None = None
    price_is: str = "request"
    funds_usd: float | None = None
    growth: float = 0.0

    def __post_init__(self) -> None:
        for name, least in (
            ("requests_per_second", 0.0),
            ("latency_seconds", 0.0),
            ("price_usd", 0.0),
            ("funds_usd", 0.0),
        ):
            value = getattr(self, name)
            if value is not None and not least < value < math.inf:
                raise RecipeError("must be a number above 0", where=f"--{name.replace('_', '-')}", got=value)
        if not -1 < self.growth < 100:
            raise RecipeError(
                "growth is a share a month", where="--growth", got=self.growth, remedy="Try 0.1 for ten percent."
            )
        if self.price_is not in ("request", "million-tokens"):
            raise RecipeError("must be request or million-tokens", where="--price-is", got=self.price_is)

    @property
    def tokens(self) -> int:
        """Of a request, in and out."""
        return self.tokens_in + self.tokens_out


@dataclass(frozen=True, kw_only=True, slots=True)
class Speed:
    """A device at a batch: seconds until all of a batch's answers are there."""

    batch: int
    seconds: float
    band: float = 0.2

    @property
    def requests_per_second(self) -> float:
        """Answered, when always busy."""
        return self.batch / self.seconds


@dataclass(frozen=True, kw_only=True, slots=True)
class Service:
    """A device (or a group of `group` that hold the model together) under a load. `devices` are all that it takes.

    `usd_per_1000` requests at this load, `usd_per_million` tokens; `full_usd_per_1000` where the devices were as loaded
    as they may be.
    """

    device: str
    devices: int
    group: int
    batch: int
    latency_seconds: Band
    capacity_per_second: float
    usd_per_hour: float
    usd_per_1000: Band
    full_usd_per_1000: Band
    usd_per_million: Band | None
    break_even_per_second: float | None
    margin: float | None
    runway_months: float | None

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return asdict(self)


def serve(device: str, usd_per_hour: float, speeds: Sequence[Speed], load: Load, *, group: int = 1) -> Service | None:
    """The cheapest way for this device to bear the load; None where no batch keeps the latency.

    `speeds` are of a group of devices by batch; `usd_per_hour` is of one device.
    """
    held = [one for one in speeds if _latency(one, load) <= (load.latency_seconds or math.inf)]
    if not held:
        return None
    best = max(held, key=lambda one: one.requests_per_second)
    capacity = best.requests_per_second * LOADED
    groups = max(1, math.ceil(load.requests_per_second / capacity - 1e-9))
    devices, rate = groups * group, usd_per_hour
    hourly = devices * rate
    a_thousand = hourly / (load.requests_per_second * 3600) * 1000
    full = group * rate / (capacity * 3600) * 1000
    # With few devices a slower one changes nothing: the bill is by the hour. Their number goes with the speed.
    low, high = (
        max(1, math.ceil(load.requests_per_second / (capacity * factor) - 1e-9)) / groups
        for factor in (1 + best.band, 1 - best.band)
    )
    cost = Band(value=a_thousand, low=a_thousand * low, high=a_thousand * high)
    income = _income(load)
    return Service(
        device=device,
        devices=devices,
        group=group,
        batch=best.batch,
        latency_seconds=Band.around(_latency(best, load), best.band),
        capacity_per_second=capacity * groups,
        usd_per_hour=hourly,
        usd_per_1000=cost,
        full_usd_per_1000=Band(value=full, low=full / (1 + best.band), high=full / (1 - best.band)),
        usd_per_million=cost * (1000 / load.tokens) if load.tokens else None,
        break_even_per_second=None if income is None else break_even(group * rate, capacity, income),
        margin=None if income is None else 1 - a_thousand / 1000 / income,
        runway_months=runway(load, capacity, group * rate, income) if load.funds_usd is not None else None,
    )


def _latency(one: Speed, load: Load) -> float:
    """Mean seconds of an answer: serving, and waiting for the batch before it to end, by its load."""
    capacity = one.requests_per_second * LOADED
    groups = max(1, math.ceil(load.requests_per_second / capacity - 1e-9))
    busy = min(LOADED, load.requests_per_second / groups / one.requests_per_second)
    return one.seconds * (1 + busy / (2 * (1 - busy)))


def _income(load: Load) -> float | None:
    """Dollars that a request brings."""
    if load.price_usd is None:
        return None
    if load.price_is == "request":
        return load.price_usd
    if not load.tokens:
        raise RecipeError(
            "a price by tokens needs tokens",
            where="--price-is",
            got=load.price_is,
            remedy="Give --tokens-in and --tokens-out, or a price by request.",
        )
    return load.price_usd * load.tokens / 1e6


def break_even(usd_per_hour: float, capacity_per_second: float, usd_a_request: float) -> float | None:
    """The least requests a second that pay for the devices that they need; None where no load ever does.

    With k groups full, income is k * capacity * price: a group that does not pay when full never does. Below one
    group's capacity the first must pay alone.
    """
    needed = usd_per_hour / 3600 / usd_a_request
    return needed if needed <= capacity_per_second else None


def runway(load: Load, capacity_per_second: float, usd_per_hour: float, income: float | None) -> float:
    """Months that the funds last while the load grows by `growth` a month; LONGEST_RUNWAY_MONTHS where they never end.

    A month's bill is that of the groups its load needs; what requests bring is added. Within the last month, a share.
    """
    assert load.funds_usd is not None
    left, asked = load.funds_usd, load.requests_per_second
    for month in range(LONGEST_RUNWAY_MONTHS):
        groups = max(1, math.ceil(asked / capacity_per_second - 1e-9))
        bill = groups * usd_per_hour * HOURS_A_MONTH - (income or 0.0) * asked * HOURS_A_MONTH * 3600
        if bill > left:
            return month + left / bill
        left -= bill
        asked *= 1 + load.growth
        if bill <= 0 and load.growth >= 0:
            return float(LONGEST_RUNWAY_MONTHS)  # it pays for itself
    return float(LONGEST_RUNWAY_MONTHS)


def speeds(speed_of: Callable[[int], Speed | None]) -> list[Speed]:
    """By batch, as long as it fits (`speed_of` gives None where it does not)."""
    found = []
    for batch in BATCHES:
        one = speed_of(batch)
        if one is None:
            break
        found.append(one)
    return found


def described(load: Load) -> Mapping[str, Any]:
    """The load as plain values."""
    return {name: value for name, value in asdict(load).items() if value not in (None, 0, 0.0)}
