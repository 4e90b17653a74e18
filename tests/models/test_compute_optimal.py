import math

import pytest

from modelyard.core.errors import RecipeError
from modelyard.models import _compute_optimal as rule
from modelyard.models import decoder


def test_without_repetition_it_is_the_closed_form():
    # Hoffmann et al. 2022, section 3.3: the loss under C = 6 N D is least at N = G sqrt(C / 6) for equal exponents.
    for flops in (1e18, 1e21, 1e24):
        scale = math.sqrt(rule.PARAMETERS_PER_TOKEN)
        best = scale * math.sqrt(flops / 6)

        def loss(parameters, flops=flops):
            tokens = flops / (6 * parameters)
            return rule.expected_loss(parameters, tokens, tokens)

        # Surplus parameters are worth less than they cost, so the optimum is theirs or a little below.
        assert loss(best) <= min(loss(best * factor) for factor in (0.5, 0.8, 1.25, 2.0)) + 1e-12


def test_chinchilla():
    # 5.76e23 operations: Hoffmann et al. chose 70 B parameters and 1.4 T tokens.
    shapes = {shape: 12 * shape.layers * shape.width**2 + 32_000 * shape.width for shape in rule.shapes()}
    best = rule.optimum(shapes, unique=10**13, flops=5.76e23)
    assert 60e9 < best.parameters < 80e9 and 1.2e12 < best.tokens < 1.6e12


def test_repeated_tokens_are_worth_less_and_less():
    # Muennighoff et al. 2023: four epochs are nearly as good as new tokens, forty are not.
    few, many = (rule.expected_loss(5e6, epochs * 1e8, 1e8) for epochs in (4, 40))
    assert few == pytest.approx(rule.expected_loss(5e6, 3.73e8, 3.73e8), abs=1e-3)  # 93 % of four new ones
    assert many == pytest.approx(rule.expected_loss(5e6, 15.2e8, 15.2e8), abs=2e-3)  # 38 % of forty
    assert rule.expected_loss(5e6, 40e8, 40e8) < many < few
    # A small corpus takes a smaller model and more epochs than the same budget on a large one.
    shapes = {shape: 12 * shape.layers * shape.width**2 for shape in rule.shapes()}
    small, large = (rule.optimum(shapes, unique=unique, flops=1e20) for unique in (10**8, 10**11))
    assert small.parameters < large.parameters and small.epochs > 1 > large.epochs


def test_the_size_of_a_decoder():
    config, best = decoder.size(
        decoder.Config(kv_heads=2, vocabulary=8000), tokens=10**8, vocabulary=8000, seconds=3600, flops_per_second=1e14
    )
    assert config.is_sized and config.kv_heads == 2
    assert config.sizes["width"] % (2 * config.sizes["heads"]) == 0
    assert best.parameters == decoder.parameters(config.sizes, 8000)
    assert type(config).model_validate_json(config.model_dump_json(by_alias=True)) == config
    assert best.tokens == pytest.approx(3.6e17 / 6 / best.parameters, rel=1e-6)
    with pytest.raises(RecipeError, match="given already"):
        decoder.size(decoder.Config(preset="tiny"), tokens=1, vocabulary=300, seconds=1, flops_per_second=1)


def test_learning_rates_of_kaplan():
    # Kaplan et al. 2020, D.1: 0.003239 - 0.0001395 ln N.
    assert decoder.learning_rate(10_700_000) == pytest.approx(0.000981, abs=2e-6)
    assert decoder.learning_rate(10**6) == 1e-3
    assert decoder.learning_rate(10**12) == 1e-4
