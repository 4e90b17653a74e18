import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from modelyard.core.recipe import Compress
from modelyard.core.recipe_compress import GRAPHS, PRUNED, Variant, checked, variant

shares = st.floats(0.01, 0.99).map(lambda value: float(f"{value:.3g}"))


@given(
    st.dictionaries(st.sampled_from(["heads", "neurons", "layers", "sparse"]), shares),
    st.booleans(),
    st.sampled_from([None, *GRAPHS]),
)
def test_a_name_says_what_it_was_made_of(kinds, distilled, graph):
    made = Variant(tuple((kind, kinds[kind]) for kind in PRUNED if kind in kinds), distilled, graph)
    if str(made):
        assert variant(str(made)) == made
        assert variant(f" {str(made).replace('+', ' + ')}") == made
        assert made.needs_student == (distilled and not kinds)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("int3", "no way to compress"),
        ("", "no way to compress"),
        ("prune", r"prune=: give the share that is removed"),
        ("prune=2", "between 0 and 1; prune=0.5 removes half"),
        ("prune=0", "between 0 and 1"),
        ("prune=-0.5", "between 0 and 1"),
        ("prune=nan", "between 0 and 1"),
        ("layers=1e-3", "between 0 and 1"),
        ("int8+int4", "each part once"),
        ("int8+prune=0.5", "in the order"),
        ("neurons=0.5+neurons=0.2", "each part once"),
        ("prune=0.5+heads=0.5", "prune removes heads and neurons"),
        ("../../etc", "no way to compress"),
    ],
)
def test_a_name_that_makes_no_sense_is_refused(wrong, said):
    with pytest.raises(ValueError, match=said):
        variant(wrong)
    with pytest.raises(ValidationError, match=said):
        Compress(to=[wrong])


def test_the_section():
    assert Compress(to="prune=.50 + int8").to == ("prune=0.5+int8",)
    assert checked(["int8", "int8 "]) == ("int8",)
    assert Compress(student="cnn").wanted == ("distill",)
    assert Compress(student={"family": "encoder", "layers": 2}).student.options == {"layers": 2}
    assert Compress(target="size=1MB", student="cnn").wanted == ()
    with pytest.raises(ValidationError, match="distill needs a student"):
        Compress(to=["distill+int8"])
    with pytest.raises(ValidationError, match="a student is taught by distill"):
        Compress(to=["int8"], student="cnn")
    assert Compress(to=["prune=0.5+distill"]).student is None  # the pruned network is the student
