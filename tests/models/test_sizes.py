"""What must hold between sizes: said with the nearest width that does."""

import pytest
from pydantic import ValidationError

from modelyard.models import decoder, encoder


@pytest.mark.parametrize("family", [decoder, encoder])
def test_a_width_that_heads_do_not_divide_is_refused_with_one_that_they_do(family):
    with pytest.raises(ValidationError, match=r"100 is not one of 8; try width 96"):
        family.Config(width=100, heads=8)
    assert family.Config(width=96, heads=8, **({"kv_heads": 8} if family is decoder else {})).sizes["width"] == 96


@pytest.mark.parametrize("family", [decoder, encoder])
def test_sizes_of_a_checkpoint_are_its_own(family):
    with pytest.raises(ValidationError, match="width cannot be changed in a checkpoint"):
        family.Config(width=96, from_="folder")
