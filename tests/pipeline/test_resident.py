"""What a stage freed is handed back before the next one stands on top of it."""

import torch

from modelyard.core.recipe import Recipe
from modelyard.core.run import Run
from modelyard.pipeline import stages
from modelyard.pipeline.stages import Stage, run_stages
from modelyard.training import memory


def test_what_a_stage_freed_is_handed_back_before_the_next(tmp_path, monkeypatch):
    order = []
    monkeypatch.setattr(memory, "hand_back", lambda: order.append("back"))

    def step(name):
        def made(recipe, run):
            order.append(name)
            (run.path / name).write_text("")

        return Stage(name=name, run=made, sections=("seed",), writes=(name,), code=("core",))

    recipe = Recipe.model_validate(
        {"task": "text-classification", "data": {"train": "x.csv", "target": "y"}, "model": "linear"}
    )
    run_stages(recipe, Run(tmp_path), [step("one"), step("two")])
    assert order == ["one", "back", "two", "back"]
    assert stages.resident.peak_bytes() > 10e6


def test_judging_makes_room_on_processors_only(monkeypatch):
    freed = []
    monkeypatch.setattr(memory, "hand_back", lambda: freed.append(1))
    memory.make_room(torch.device("cuda"))
    assert not freed
    memory.make_room(torch.device("cpu"))
    assert freed == [1]
