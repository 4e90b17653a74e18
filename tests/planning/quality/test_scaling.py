"""Expected losses against the papers' own figures; learning curves against curves that are known."""

from __future__ import annotations

import numpy as np
import pytest

from modelyard.core.errors import DataError
from modelyard.planning.quality import learning_curve, scaling
from modelyard.planning.quality.learning_curve import Point, fit


def test_the_laws_give_what_their_papers_say():
    by_name = {law.name: law for law in scaling.LAWS}
    # Hoffmann et al. 2022, appendix F: Gopher (280 B, 300 B tokens) 1.993 and Chinchilla (70 B, 1.4 T) 1.936.
    law = by_name["Hoffmann et al. 2022"]
    assert law.loss(280e9, 300e9) == pytest.approx(1.993, abs=0.003)
    assert law.loss(70e9, 1.4e12) == pytest.approx(1.936, abs=0.003)
    # Besiroglu et al. 2024, section 4: their fit puts the optimum of Chinchilla's compute near 20 tokens a parameter.
    law, compute = by_name["Besiroglu et al. 2024"], 6 * 70e9 * 1.4e12
    sizes = np.geomspace(1e9, 1e12, 2000)
    best = sizes[int(np.argmin([law.loss(size, compute / 6 / size) for size in sizes]))]
    assert 12 < compute / 6 / best / best < 30


def test_repeated_text_is_worth_less_and_hardly_anything_in_the_end():
    fresh = scaling.expected(1e9, 4e10, 4e10).value
    four = scaling.expected(1e9, 4e10, 1e10).value
    forty = scaling.expected(1e9, 4e10, 1e9).value
    assert fresh < four < forty
    # Muennighoff et al. 2023, figure 1: up to four epochs are almost as good as new text.
    assert four - fresh < 0.03 < forty - fresh
    assert scaling.worth(1e12, 1.0, 15.4) == pytest.approx(16.4, rel=1e-6)


def test_quality_says_what_helps_more():
    starved = scaling.quality(1e9, 4e10, 1e9)  # forty bytes of training a parameter, of text read forty times
    assert starved.better == "more data" and starved.more_data < starved.bits_per_byte.value
    fed = scaling.quality(1e7, 4e13, 4e13)
    assert fed.better == "a larger model" and fed.larger < fed.more_data
    for found in (starved, fed):
        assert found.bits_per_byte.low < found.bits_per_byte.value < found.bits_per_byte.high
        assert not found.stretched
    assert scaling.quality(2e6, 1e9, 1e9).stretched
    assert scaling.quality(1e4, 1e9, 1e9) is None and scaling.quality(1e9, 1e6, 1e6) is None


def test_a_power_law_is_found_and_carried_on():
    sizes = [100, 200, 400, 800, 6400]
    points = [Point(examples=n, error=0.03 + 1.5 * n**-0.4) for n in sizes]
    curve = fit(points)
    assert curve.exponent == pytest.approx(0.4, abs=0.15)
    for n in (10_000, 100_000):
        assert curve.at(n).holds(0.03 + 1.5 * n**-0.4)
    assert curve.gain(10_000).low >= 0 and curve.gain(10_000).holds(1.5 * 10_000**-0.4 - 1.5 * 100_000**-0.4)


def test_nine_of_ten_intervals_hold_the_truth():
    """Four sizes of 1 to 8 %, with the scatter of trainings: carried on to all of the data and to ten times it."""
    generator = np.random.default_rng(11)
    held = {1: 0, 10: 0}
    rounds = 250
    for _ in range(rounds):
        exponent, floor, factor = generator.uniform(0.1, 0.6), generator.uniform(0, 0.1), generator.uniform(0.5, 3)
        whole = 100_000

        def truth(n, floor=floor, factor=factor, exponent=exponent):
            return floor + factor * n**-exponent

        points = [
            Point(examples=int(share * whole), error=truth(share * whole) * (1 + 0.05 * generator.standard_normal()))
            for share in learning_curve.SHARES
        ]
        curve = fit(points)
        for times in held:
            held[times] += curve.at(times * whole).holds(truth(times * whole))
    for times, count in held.items():
        assert 0.84 <= count / rounds <= 0.98, (times, count / rounds)


def test_an_error_that_does_not_fall_promises_nothing():
    curve = fit([Point(examples=n, error=0.3) for n in (100, 200, 400, 800)])
    assert curve.at(10_000).high == pytest.approx(0.3, rel=0.1)
    assert curve.gain(800).value < 0.06
    perfect = fit([Point(examples=n, error=0.0) for n in (100, 200, 400)])
    assert perfect.at(10_000).value == pytest.approx(0.0, abs=1e-6)


def test_two_sizes_are_no_curve():
    with pytest.raises(DataError, match="three sizes"):
        fit([Point(examples=1, error=0.5), Point(examples=1, error=0.4), Point(examples=2, error=0.4)])
