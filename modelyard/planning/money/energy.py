"""Electricity and what it emits: from a device's power, the hours, the building and the grid."""

from __future__ import annotations

from dataclasses import dataclass

from modelyard.planning.quote import Band

# Of a device's rated power that a training draws, its share of the host's included. Source: Patterson et al. 2021,
# "Carbon emissions and large neural network training", table 4: 330 W a V100 that is rated at 300 W, host included.
DRAWN = Band(value=0.95, low=0.6, high=1.2)
# Power usage effectiveness: of large clouds 1.1 (Patterson et al. 2021), of the average building 1.56 (Uptime
# Institute, Global Data Center Survey 2024).
BUILDING = Band(value=1.2, low=1.08, high=1.56)
# kg CO2 a kWh: the world's mean of 2024 (Ember, Global Electricity Review 2025: 473 g), from hydropower to coal.
GRID = Band(value=0.473, low=0.03, high=0.82)
# A processor core under load with its share of memory and board; servers of 2 x 32 cores draw 500 to 800 W.
CORE_WATTS = 10.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Energy:
    """Electricity in kWh and its emissions in kg CO2e."""

    kwh: Band
    kgco2e: Band


def of(hours: Band, watts: float, *, grid_kg: float | None = None) -> Energy:
    """Of devices that together are rated at `watts`. `grid_kg`: kg CO2e a kWh, the world's mean where None."""
    kwh = Band(
        value=hours.value * watts / 1000 * DRAWN.value * BUILDING.value,
        low=hours.low * watts / 1000 * DRAWN.low * BUILDING.low,
        high=hours.high * watts / 1000 * DRAWN.high * BUILDING.high,
    )
    grid = GRID if grid_kg is None else Band.around(grid_kg, 0.1)
    carbon = Band(value=kwh.value * grid.value, low=kwh.low * grid.low, high=kwh.high * grid.high)
    return Energy(kwh=kwh, kgco2e=carbon)
