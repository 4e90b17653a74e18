import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from modelyard.core.recipe import Train
from modelyard.models import mlp
from modelyard.tasks.tabular_classification import Task as Classification
from modelyard.tasks.tabular_regression import Task as Regression
from modelyard.training.batches import Examples
from modelyard.training.distilling import (
    Lessons,
    Student,
    Taught,
    TaughtExamples,
    load_lessons,
    save_lessons,
    taught_outputs,
)

finite = st.floats(-8, 8)


def task_of(kind):
    rows, schema = kind.tiny() if hasattr(kind, "tiny") else _rows(kind)
    task = kind.fit(rows, schema, family="mlp", config=mlp.Config(), seed=0, train=Train())
    return task, rows


def _rows(kind):
    from modelyard.core.schema import Column, Schema

    dice = np.random.default_rng(0)
    values = dice.normal(size=40)
    regression = kind is Regression
    rows = {"a": values.tolist(), "y": (values * 3).tolist() if regression else ["n" if v < 0 else "p" for v in values]}
    target = Column(name="y", kind="number") if regression else Column(name="y", kind="category", values=("n", "p"))
    return rows, Schema(inputs=(Column(name="a", kind="number"),), target=target)


def lessons(outputs, **fields):
    given = {"states": None, "more": None, "temperature": 2.0, "teaching": 0.7, "hidden": 0.0, **fields}
    return Lessons(outputs=np.asarray(outputs, dtype=np.float32), **given)


class Fixed(torch.nn.Module):
    def __init__(self, outputs):
        super().__init__()
        self.outputs = torch.nn.Parameter(torch.tensor(outputs, dtype=torch.float32))

    def forward(self, features):
        return self.outputs


def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(finite, finite, finite, finite, st.booleans(), st.booleans()), min_size=1, max_size=5),
    st.floats(0.5, 8),
    st.floats(0.1, 1),
)
def test_the_loss_is_hintons(rows, heat, share):
    """Against the formula in numpy, float64: share * T^2 KL(teacher || student) + (1 - share) * cross-entropy."""
    task, _ = task_of(Classification)
    taught, student = (np.array([[row[i], row[i + 1]] for row in rows]) for i in (0, 2))
    targets, labelled = (np.array([int(row[i]) for row in rows]) for i in (4, 5))
    batch = {
        "features": torch.zeros(len(rows), 1),
        "targets": torch.from_numpy(targets),
        "taught": torch.from_numpy(taught).float(),
        "labelled": torch.from_numpy(labelled).float(),
    }
    objective = Taught(task, lessons(taught, temperature=heat, teaching=share))
    total, count = objective.loss(Fixed(student), batch)
    p, q = softmax(taught / heat), softmax(student / heat)
    divergence = heat**2 * (p * (np.log(p) - np.log(q))).sum()
    entropy = -(labelled * np.log(softmax(student))[np.arange(len(rows)), targets]).sum()
    assert float(total.detach()) == pytest.approx(share * divergence + (1 - share) * entropy, rel=1e-4, abs=1e-4)
    assert float(count) == pytest.approx(share * len(rows) + (1 - share) * labelled.sum(), rel=1e-5)


def test_without_lessons_it_is_the_tasks_own_loss():
    task, _ = task_of(Classification)
    batch = {"features": torch.zeros(3, 1), "targets": torch.tensor([0, 1, 1])}
    model = Fixed([[1.0, 2.0], [0.0, 1.0], [3.0, 0.5]])
    own = task.loss(model, batch)
    assert Taught(task, lessons(np.zeros((3, 2)))).loss(model, batch) == own


def test_a_value_is_compared_squared_and_states_by_a_matrix_that_learns():
    task, _ = task_of(Regression)
    module = mlp.build(mlp.Config(hidden=(4,), dropout=0), task.features, 1)
    student = Student(module, 6)
    states = torch.randn(3, 6)
    batch = {
        "features": torch.randn(3, task.features.width),
        "targets": torch.zeros(3),
        "taught": torch.ones(3, 1),
        "state": states,
        "labelled": torch.ones(3),
    }
    objective = Taught(task, lessons(np.ones((3, 1)), states=states.numpy(), teaching=1.0, hidden=0.5))
    total, count = objective.loss(student, batch)
    answers = student(batch["features"]).detach()
    apart = ((student.mapped().detach() - states) ** 2).mean(dim=1).sum()
    assert float(total.detach()) == pytest.approx(float(((answers - 1) ** 2).sum() + 0.5 * apart), rel=1e-5)
    assert float(count) == 3
    total.backward()
    assert all(parameter.grad is not None for parameter in student.map.parameters())
    assert {name for name, _ in student.network.named_parameters()} == {name for name, _ in module.named_parameters()}


def test_what_the_teacher_says_is_in_the_order_of_the_rows_and_survives_a_kill(tmp_path):
    task, rows = task_of(Classification)
    count = len(next(iter(rows.values())))
    teacher = mlp.build(mlp.Config(hidden=(4,)), task.features, task.outputs)
    outputs, states = taught_outputs(teacher, task, rows, count)
    direct = teacher(torch.from_numpy(np.asarray(task.encode(rows), dtype=np.float32))).detach().numpy()
    np.testing.assert_allclose(outputs, direct, atol=1e-5)
    assert states.shape == (count, 4)
    save_lessons(tmp_path / "lessons.safetensors", outputs, None, "one")
    kept = load_lessons(tmp_path / "lessons.safetensors", "one")
    np.testing.assert_array_equal(kept[0], outputs)
    assert kept[1] is None
    assert load_lessons(tmp_path / "lessons.safetensors", "another") is None
    (tmp_path / "lessons.safetensors").write_bytes(b"torn")
    assert load_lessons(tmp_path / "lessons.safetensors", "one") is None


def test_examples_bring_their_own_lessons():
    features = np.arange(6, dtype=np.float32).reshape(6, 1)
    targets = np.array([0, 1, 0, 1, 0, 0])
    outputs = np.arange(12, dtype=np.float32).reshape(6, 2)
    taught = TaughtExamples((features, targets, None, 0), np.arange(6) < 4, lessons(outputs))
    batch = taught.batch(np.array([5, 1]))
    assert batch["taught"].tolist() == [[10, 11], [2, 3]] and batch["labelled"].tolist() == [0, 1]
    assert set(Examples(features, targets, None, 0).batch(np.array([0]))) == {"features", "targets"}
    assert set(taught.rounded("bf16").batch(np.array([0]))) == {"features", "targets", "taught", "labelled"}
