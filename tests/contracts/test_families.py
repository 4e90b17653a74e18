"""What every model family must say of itself, and how it answers a wrong configuration."""

import pytest
from pydantic import ValidationError

from modelyard.core import registry
from modelyard.core.recipe import Section

FAMILIES = registry.names("models")
FAMILIES = [name for name in FAMILIES if hasattr(registry.load("models", name, field="model"), "FEATURES")]


@pytest.mark.parametrize("name", FAMILIES)
def test_a_family_is_whole(name):
    module = registry.load("models", name, field="model")
    assert set(module.FEATURES) <= {"text", "table", "corpus", "conversations", "pairs", "masked"}
    assert issubclass(module.Config, Section)
    module.Config()
    if hasattr(module, "build"):
        assert module.LEARNING_RATE > 0
        assert module.BATCH_SIZE > 0
        assert callable(module.save) and callable(module.open)
    else:
        assert callable(module.fit) and callable(module.forward)
    assert callable(getattr(module, "architecture", None)) or module.UNSTATED, "what is planned, or why it cannot be"


@pytest.mark.parametrize("name", FAMILIES)
def test_a_bad_config_names_the_field(name):
    module = registry.load("models", name, field="model")
    with pytest.raises(ValidationError) as caught:
        module.Config.model_validate({"no_such_field": 1})
    assert caught.value.errors()[0]["loc"] == ("no_such_field",)
    numeric = [key for key, field in module.Config.model_fields.items() if field.annotation in (int, float)]
    for key in numeric:
        with pytest.raises(ValidationError) as caught:
            module.Config.model_validate({key: "many"})
        assert key in caught.value.errors()[0]["loc"]


@pytest.mark.parametrize("name", FAMILIES)
def test_a_config_survives_json(name):
    config = registry.load("models", name, field="model").Config()
    again = type(config).model_validate_json(config.model_dump_json(by_alias=True))
    assert again == config
