"""The plain forms of asking a plan otherwise, and what is not one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelyard.core.errors import RecipeError
from modelyard.planning.what_if import Change, parse


@pytest.mark.parametrize(
    ("text", "overrides", "data", "gpus"),
    [
        ("model.layers=24", ("model.layers=24",), 1.0, None),
        ("data x 10", (), 10.0, None),
        ("data×0.5", (), 0.5, None),
        ("Data * 1e3", (), 1000.0, None),
        ("gpus=16", (), 1.0, 16),
        ("device=8 x h100", ("budget.on=8 x h100",), 1.0, None),
        ("deadline=12h", ("budget.deadline_hours=12",), 1.0, None),
        ("deadline=2d", ("budget.deadline_hours=48",), 1.0, None),
        ("deadline=90min", ("budget.deadline_hours=1.5",), 1.0, None),
        ("hours=8", ("budget.minutes=null", "budget.hours=8"), 1.0, None),
        ("minutes=30", ("budget.minutes=null", "budget.hours=0.5"), 1.0, None),
        ("usd=$200", ("budget.usd=200",), 1.0, None),
        ("model.hidden=[1, 2], data x 2", ("model.hidden=[1, 2]",), 2.0, None),
        ("model.layers=24,gpus=16 , data x 3", ("model.layers=24",), 3.0, 16),
    ],
)
def test_forms(text, overrides, data, gpus):
    assert parse(text) == Change(text=text.strip(), overrides=overrides, data=data, gpus=gpus)


@pytest.mark.parametrize(
    "text",
    ["", "faster", "gpus=two", "gpus=0", "gpus=1.5", "data x -1", "data x 0", "data x 1e99", "deadline=soon",
     "usd=much", "layers=24", "model.layers=", "data x 10,,gpus=2", "budget", "deadline=", "gpus=nan", "usd=inf"],
)  # fmt: skip
def test_what_is_none_is_one_error_with_a_remedy(text):
    with pytest.raises(RecipeError, match="--what-if") as error:
        parse(text)
    assert error.value.remedy


@given(st.text(max_size=40))
def test_any_text_is_a_change_or_an_error(text):
    try:
        found = parse(text)
    except RecipeError:
        return
    assert found.overrides or found.data != 1.0 or found.gpus or "x" in text.lower() or "*" in text or "×" in text
