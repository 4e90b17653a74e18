"""What DESIGN asks of every task with every family: see conftest.py for how they are found."""

import jsonschema_rs
import numpy as np
import pytest

from modelyard.core.errors import DataError, RequestError
from modelyard.core.recipe import Answer
from modelyard.core.schema import row_count
from modelyard.export.runtime import answering
from modelyard.inference import deciding


def test_the_same_seed_gives_the_same_model_and_the_same_loss(case, pick):
    if not case.is_network:
        first, second = case.solve(seed=3), case.solve(seed=3)
        assert first.keys() == second.keys()
        for name in first:
            np.testing.assert_array_equal(first[name], second[name])
        return
    losses = [case.task.loss(case.network(seed=3).train(), case.batch())[0].item() for _ in range(2)]
    assert losses[0] == losses[1]
    assert case.task.loss(case.network(seed=4).train(), case.batch())[0].item() != losses[0]


def test_a_batch_can_be_overfitted(case):
    if not case.is_network:
        outputs = case.answers(case.solve(), case.features)
    else:
        import torch

        model = case.network().train()
        optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
        for _ in range(150):
            optimizer.zero_grad()
            total, count = case.task.loss(model, case.batch())
            (total / count).backward()
            optimizer.step()
        outputs = case.answers(model, case.features)
    predicted = case.task.probabilities(outputs)
    if case.task.metrics == "classification":
        assert (predicted.argmax(axis=1) == case.targets).mean() >= 0.9
    elif case.predicts_tokens:
        nats, tokens = predicted.sum(axis=0)
        assert nats / tokens < 0.5 * np.log(case.task.features.width)
    else:
        truth = case.task.answers.scale.decode(case.targets)
        # A solver with a penalty, or trees with few rows a leaf, need not reach zero.
        assert np.mean((predicted - truth) ** 2) <= 0.3 * truth.var()


def test_a_loss_is_a_sum_and_a_count(case):
    if not case.is_network:
        pytest.skip("a solver has no batches")
    import torch

    model, batch = case.network().eval(), case.batch()
    total, count = case.task.loss(model, batch)
    predicted = (batch["targets"] != -100).sum() if case.predicts_tokens else len(case.targets)
    assert count.item() == predicted
    half = len(case.targets) * 3 // 4
    halves = [{name: value[part] for name, value in batch.items()} for part in (slice(0, half), slice(half, None))]
    torch.testing.assert_close(sum(case.task.loss(model, half)[0] for half in halves), total, rtol=1e-4, atol=1e-4)
    if case.predicts_tokens:
        return
    weights = torch.full((len(case.targets),), 2.0)
    weighted, weight = case.task.loss(model, {**batch, "weights": weights})
    torch.testing.assert_close(weighted / weight, total / count)


def test_padding_and_batch_size_do_not_change_a_prediction(case, pick):
    model = case.network() if case.is_network else case.solve()
    together = case.answers(model, case.features)
    tolerance = 2e-5 if case.is_network else 0.0  # float32 matrix products sum in another order
    for i in range(len(case.targets)):
        alone = case.answers(model, pick(case.features, [i]))
        np.testing.assert_allclose(alone[0], together[i], rtol=tolerance, atol=tolerance)


def test_encoding_a_row_does_not_depend_on_its_neighbours(case, pick, as_json):
    model = case.network() if case.is_network else case.solve()
    together = case.answers(model, case.features)
    for i in (0, 5, 7, 11):
        row = {name: values[i : i + 1] for name, values in case.rows.items()}
        alone = case.answers(model, case.task.encode(row))
        np.testing.assert_allclose(alone[0], together[i], rtol=2e-5, atol=2e-5)


def test_save_and_load_agree(case, tmp_path, as_json):
    from safetensors.numpy import load_file, save_file

    case.task.save(tmp_path)
    again = type(case.task).load(tmp_path)
    assert again.features == case.task.features
    assert (again.outputs, again.labels) == (case.task.outputs, case.task.labels)
    assert as_json(again.request_schema()) == as_json(case.task.request_schema())
    features = again.encode(case.rows)
    model = case.network() if case.is_network else case.solve()
    expected = case.answers(model, case.features)
    if case.is_network:
        case.family.save(model, case.config, tmp_path)
        model = case.family.open(tmp_path, again.features, again.outputs)
    else:
        save_file({name: np.ascontiguousarray(value) for name, value in model.items()}, tmp_path / "model.safetensors")
        model = load_file(tmp_path / "model.safetensors")
    np.testing.assert_array_equal(case.answers(model, features), expected)
    assert again.decode(expected) == case.task.decode(expected)
    np.testing.assert_array_equal(again.encode_targets(case.rows), case.targets)


def test_answers_fit_their_schema(case):
    outputs = case.answers(case.network() if case.is_network else case.solve(), case.features)
    for answer in case.task.decode(outputs):
        assert jsonschema_rs.is_valid(case.task.answer_schema(), answer)
    if case.task.metrics == "classification":
        np.testing.assert_allclose(case.task.probabilities(outputs).sum(axis=1), 1.0)


def test_requests_that_fit_the_schema_pass_the_check(case):
    schema = case.task.request_schema()
    names = list(schema["properties"])
    case.task.check({name: case.rows[name] for name in names})
    for i in range(row_count(case.rows)):
        assert jsonschema_rs.is_valid(schema, {name: case.rows[name][i] for name in names})


def test_a_bad_request_names_its_field(case):
    for name in case.task.request_schema()["properties"]:
        rows = {column: list(values) for column, values in case.rows.items()}
        rows[name][3] = {"not": "a value"}
        with pytest.raises(RequestError) as caught:
            case.task.check(rows)
        assert caught.value.where == f"inputs[3].{name}"


def test_an_unknown_target_names_its_row(case):
    if case.predicts_tokens:
        pytest.skip("what is predicted are the tokens themselves")
    name = case.task.target.name
    rows = {**case.rows, name: [*case.rows[name][:-1], "never seen"]}
    with pytest.raises(DataError, match=f"row {len(rows[name])}, {name}"):
        case.task.encode_targets(rows)


def test_calibration_keeps_the_most_probable_label(case):
    outputs = case.answers(case.network() if case.is_network else case.solve(), case.features)
    calibrated = case.task.calibrated(outputs, case.targets)
    if case.task.metrics == "classification":
        before, after = case.task.probabilities(outputs), calibrated.probabilities(outputs)
        np.testing.assert_array_equal(before.argmax(axis=1), after.argmax(axis=1))
    else:
        assert calibrated == case.task


def test_what_is_stated_of_answers_is_answered_everywhere(case, tmp_path):
    if case.predicts_tokens:
        pytest.skip("nothing can be stated of texts")
    outputs = case.answers(case.network() if case.is_network else case.solve(), case.features).astype(np.float64)
    if case.task.metrics == "classification":
        first, second = case.task.labels[:2]
        stated, targets = Answer(costs={first: {second: 8}}, accuracy=0.6, coverage=0.8), case.targets
    else:
        stated, targets = Answer(coverage=0.8), case.task.answers.scale.decode(case.targets)
    given = case.task.probabilities(outputs)
    task = case.task.deciding(deciding.fitted(stated, case.task.labels, given, targets, 0))
    expected = task.decode(outputs)
    fields = {"confident", "label_set"} if case.task.labels else {"low", "high"}
    assert all(fields < answer.keys() for answer in expected)
    assert all(jsonschema_rs.is_valid(task.answer_schema(), answer) for answer in expected)
    assert not jsonschema_rs.is_valid(task.answer_schema(), case.task.decode(outputs[:1])[0])
    assert [task.decode(outputs[i : i + 1])[0] for i in range(len(outputs))] == expected  # alone as together
    task.save(tmp_path)
    assert type(case.task).load(tmp_path).decode(outputs) == expected
    assert answering.load(tmp_path)(outputs) == expected  # as an export does
    if case.task.labels:
        assert [task.labels[at] for at in task.decide(given)] == [answer["label"] for answer in expected]
        assert all(answer["label"] in answer["label_set"] for answer in expected)
