"""Who takes which rows, and who holds which weights, of a number of processes."""

import pytest

from modelyard.core.errors import RecipeError
from modelyard.core.processes import data_size, shard_size
from modelyard.core.recipe import Parallel


@pytest.mark.parametrize(
    ("fields", "size", "data", "sharers"),
    [
        ({}, 4, 4, 1),
        ({"shard": True}, 4, 4, 4),
        ({"shard": True, "tensor": 2}, 8, 4, 4),
        ({"shard": 2, "tensor": 2}, 8, 4, 2),
        ({"data": 16, "shard": 8}, 16, 16, 8),
    ],
)
def test_processes_are_dealt_out(fields, size, data, sharers):
    parallel = Parallel(**fields)
    assert data_size(parallel, size) == data
    assert shard_size(parallel, data) == sharers


def test_shards_that_do_not_divide_are_refused():
    with pytest.raises(RecipeError, match=r"shard must divide the 4 processes") as error:
        data_size(Parallel(shard=3, tensor=2), 8)
    assert error.value.where == "train.parallel.shard"


@pytest.mark.parametrize("shard", [1, 0, -2, 2.5, "many"])
def test_other_numbers_are_no_layout(shard):
    with pytest.raises(ValueError, match="shard"):
        Parallel(shard=shard)
