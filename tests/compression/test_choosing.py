import pytest

from modelyard.compression.choosing import Bounds, choose, frontier, parse
from modelyard.compression.judging import Loss, Measured
from modelyard.core.errors import ArtifactError, RequestError


def variant(name, size, time, lost):
    loss = Loss(value=lost, interval=(lost - 0.01, lost + 0.01), p_value=0.5, relative=False)
    return Measured(
        name=name, bytes=size, milliseconds=time, metric="accuracy", value=0.9 - lost, loss=loss, split="test", n=100
    )


SOME = [variant("a", 10, 5.0, 0.0), variant("b", 5, 6.0, 0.004), variant("c", 3, 9.0, 0.03), variant("d", 6, 7.0, 0.01)]


def test_targets_are_read_with_their_units():
    assert parse("size=20MB") == Bounds(bytes=20e6)
    assert parse("loss=1%") == Bounds(loss=0.01)
    assert parse("loss=0.005, latency=0.5s") == Bounds(loss=0.005, milliseconds=500.0)
    assert str(parse("size=1.5kB,latency=5ms")) == "size 1.5 kB, latency 5.0 ms"


@pytest.mark.parametrize("wrong", ["", "size", "size=20", "size=20ms", "loss=1%,loss=2%", "speed=3", "size=-3MB"])
def test_a_target_that_says_nothing_is_refused(wrong):
    with pytest.raises(RequestError, match=r"--target: a target is size=20MB"):
        parse(wrong)


def test_the_frontier_leaves_out_what_another_beats():
    assert [one.name for one in frontier(SOME)] == ["c", "b", "a"]  # d is larger, slower and worse than b
    assert [one.name for one in frontier([SOME[0], variant("same", 10, 5.0, 0.0)])] == ["a", "same"]


def test_the_choice_within_bounds():
    assert choose(SOME, Bounds(loss=0.01)).name == "b"
    assert choose(SOME, Bounds(loss=0.1)).name == "c"
    assert choose(SOME, Bounds(bytes=6)).name == "b"
    assert choose(SOME, Bounds(milliseconds=6.5)).name == "a"
    assert choose([*SOME, variant("lucky", 9, 6.0, -0.002)], Bounds(milliseconds=6.5)).name == "lucky"  # smaller than a
    with pytest.raises(ArtifactError, match=r"no variant is within size 4 B, loss 1.0 %.*c 3 B.*b 5 B.*a 10 B"):
        choose(SOME, Bounds(bytes=4, loss=0.01))
