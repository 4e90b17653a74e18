import pytest
import torch
from torch import nn

from modelyard.core.errors import TrainingError
from modelyard.training import compiling
from modelyard.training.compiling import Trial, choose


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


class Attempt:
    """Counts its calls."""

    def __init__(self, cold=30.0, plain=1.0, compiled=0.8):
        self.trial = Trial(cold_seconds=cold, plain_step_seconds=plain, compiled_step_seconds=compiled)
        self.calls = 0

    def __call__(self):
        self.calls += 1
        return self.trial


def chosen(setting, attempt, steps=1000, seconds=1.0, steady=True, key="k"):
    return choose(setting, steps=steps, plain_step_seconds=seconds, key=key, attempt=attempt, steady=steady)


@pytest.fixture
def compiler(monkeypatch):
    monkeypatch.setattr(compiling, "missing_compiler", lambda: "")


@pytest.mark.usefixtures("compiler")
def test_only_a_long_run_pays_for_a_trial():
    attempt = Attempt()
    assert not chosen("auto", attempt, steps=100).compile
    assert not chosen("auto", attempt, steady=False).compile
    assert not chosen(False, attempt).compile
    assert attempt.calls == 0
    assert chosen("auto", attempt).compile
    assert attempt.calls == 1


@pytest.mark.usefixtures("compiler")
def test_a_trial_is_remembered_and_decides_for_shorter_runs_too():
    attempt = Attempt(cold=30.0, plain=1.0, compiled=0.8)
    chosen("auto", attempt)
    assert chosen("auto", attempt, steps=151).compile
    assert not chosen("auto", attempt, steps=150).compile
    assert attempt.calls == 1
    assert chosen("auto", attempt, steps=1000).reason == "800 ms a step instead of 1e+03, 30 s to compile"
    chosen("auto", attempt, key="another model")
    assert attempt.calls == 2


@pytest.mark.usefixtures("compiler")
def test_a_gain_within_the_noise_is_none():
    assert not chosen("auto", Attempt(cold=1.0, plain=1.0, compiled=0.96), steps=10**6).compile


@pytest.mark.usefixtures("compiler")
def test_what_pytorch_cannot_compile_is_said_and_left_plain():
    def attempt():
        raise torch._dynamo.exc.BackendCompilerFailed(compiling.choose, ValueError("a strange operator"), None)

    choice = chosen("auto", attempt)
    assert not choice.compile
    assert "PyTorch fails to compile this model" in choice.reason
    assert "a strange operator" in choice.reason


def test_without_a_compiler(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CXX", raising=False)
    attempt = Attempt()
    with pytest.raises(
        TrainingError, match=r"train.compile needs a C\+\+ compiler \(g\+\+ or clang\+\+ or c\+\+\).*g\+\+"
    ):
        chosen(True, attempt)
    choice = chosen("auto", attempt)
    assert (choice.compile, choice.reason, attempt.calls) == (
        False,
        "missing on this machine: a C++ compiler (g++ or clang++ or c++)",
        0,
    )


def test_regions_are_the_repeated_layers():
    block = nn.ModuleList([nn.Linear(2, 2) for _ in range(3)])
    model = nn.ModuleDict({"few": nn.ModuleList([nn.ReLU(), nn.Tanh()]), "body": block})
    assert compiling.regions(model) == tuple(block)
    whole = nn.Sequential(nn.Linear(2, 2))
    assert compiling.regions(whole) == (whole,)
    whole.layers = (block[0],)
    assert compiling.regions(whole) == (block[0],)


class Block(nn.Module):
    def __init__(self, index):
        super().__init__()
        self.index, self.linear = index, nn.Linear(4, 4)

    def forward(self, hidden, context):
        return hidden + torch.tanh(self.linear(hidden)) * context[self.index]


class Stack(nn.Module):
    def __init__(self, depth):
        super().__init__()
        self.blocks = nn.ModuleList([Block(index) for index in range(depth)])

    def forward(self, hidden):
        context = torch.linspace(0.5, 1.5, len(self.blocks))
        for block in self.blocks:
            hidden = block(hidden, context)
        return hidden


@pytest.mark.filterwarnings("ignore")  # of PyTorch's own use of what it deprecates
def test_layers_share_one_graph_and_weights_and_gradients_are_the_plain_ones():
    """Without the last stage, C++: that takes a minute."""
    import torch._dynamo
    from torch._dynamo.utils import counters

    torch._dynamo.reset()
    counters.clear()
    torch.manual_seed(0)
    model, inputs = Stack(depth=10), torch.randn(3, 4)

    def gradients():
        model.zero_grad()
        model(inputs).square().sum().backward()
        return [p.grad.clone() for p in model.parameters()]

    plain = gradients()
    names = list(model.state_dict())
    with compiling.sharing():
        compiling.start(model, backend="aot_eager")
        try:
            compiled = gradients()
            graphs = counters["stats"]["unique_graphs"]
            with compiling.plain(), torch.no_grad():
                model(torch.randn(7, 4))
            assert counters["stats"]["unique_graphs"] == graphs <= 2
        finally:
            compiling.stop(model)
    assert list(model.state_dict()) == names
    for one, other in zip(plain, compiled, strict=True):
        torch.testing.assert_close(one, other, rtol=1e-5, atol=1e-6)
    for one, other in zip(plain, gradients(), strict=True):
        assert torch.equal(one, other)
    torch._dynamo.reset()
