"""What `new` and `check` say: every line earns its place, the recipe can be read back."""

import csv
import random
from pathlib import Path
from typing import Any

import pytest

from modelyard.core import recipe_file
from modelyard.core.recipe import Recipe
from modelyard.data.shown import cells_wide, pad
from modelyard.data.verdict import check_lines, propose


def write(path: Path, rows: dict[str, list[Any]]) -> str:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(rows)
        writer.writerows(zip(*rows.values(), strict=True))
    return str(path)


def reviews(seed: int, count: int = 120) -> dict[str, list[Any]]:
    dice = random.Random(seed)
    return {
        "评论": ["".join(dice.choices("很净服务好早餐差位置远近吵的了", k=20)) for _ in range(count)],
        "label": [dice.randint(0, 1) for _ in range(count)],
    }


def test_the_face_of_the_product(tmp_path: Path) -> None:
    rows = reviews(0)
    rows["评论"][4] = ""
    proposal = propose(write(tmp_path / "reviews.csv", rows))
    text = "\n".join(proposal.lines)
    assert proposal.lines[0] == "reviews.csv   120 rows   utf-8   2 columns"
    assert "Chinese, median 20 characters, 95 % under 20" in text and "-> input" in text
    assert "-> target of text-classification" in text
    assert any("1 text is empty" in line and "row 6" in line and "dropped" in line for line in proposal.lines)
    assert proposal.lines[-1].startswith("splits   train ") and "dropped 1 (empty input 1)" in proposal.lines[-1]
    assert all(line.isprintable() and cells_wide(line) <= 200 for line in proposal.lines)


def test_the_recipe_reads_back_and_finds_the_same(tmp_path: Path) -> None:
    write(tmp_path / "train.csv", reviews(0))
    write(tmp_path / "test.csv", reviews(1))
    write(tmp_path / "dev.csv", {"评论": ["没有标签"]})
    proposal = propose(str(tmp_path / "train.csv"))
    assert 5 <= len(proposal.text.splitlines()) <= 15
    (tmp_path / "recipe.yaml").write_text(proposal.text, encoding="utf-8")
    recipe = recipe_file.load(tmp_path / "recipe.yaml")
    assert recipe.data.test == (str(tmp_path / "test.csv"),) and recipe.data.validation == ()
    assert (recipe.task, recipe.data.target, recipe.data.inputs) == ("text-classification", "label", ("评论",))
    assert any("dev.csv beside it has no label: not used" in line for line in proposal.lines)
    assert check_lines(recipe)[-1] == proposal.lines[-1]


@pytest.mark.parametrize("name", ["a: b", "#x", "yes", "- a", "it's so", "[1]", "数 量", "1 2", "null", "a,b", "{a}"])
def test_any_column_name_survives_the_recipe(tmp_path: Path, name: str) -> None:
    from ruamel.yaml import YAML

    dice = random.Random(0)
    rows = {
        name: [dice.gauss(0, 1) for _ in range(80)],
        "o": ["u"] * 80,
        "label": [dice.randint(0, 1) for _ in range(80)],
    }
    tree = YAML(typ="safe", pure=True).load(propose(write(tmp_path / "t.csv", rows)).text)
    assert tree["data"]["inputs"] == name and tree["data"]["target"] == "label"


def test_names_cannot_steer_the_terminal(tmp_path: Path) -> None:
    dice = random.Random(0)
    rows = {
        "\x1b[31mred": [dice.gauss(0, 1) for _ in range(60)],
        "b": [dice.choice(["\x1b]0;x\x07", "v"]) for _ in range(60)],
        "label": [dice.randint(0, 1) for _ in range(60)],
    }
    proposal = propose(write(tmp_path / "t.csv", rows))
    assert "\x1b" not in "\n".join([*proposal.lines, proposal.text])


def test_a_wide_table_is_cut_and_its_target_shown(tmp_path: Path) -> None:
    dice = random.Random(0)
    rows: dict[str, list[Any]] = {f"c{i}": [dice.gauss(0, 1) for _ in range(50)] for i in range(60)}
    proposal = propose(write(tmp_path / "t.csv", {**rows, "label": [dice.randint(0, 1) for _ in range(50)]}))
    assert proposal.lines[1].startswith("  label") and "  ... and 37 columns more" in proposal.lines
    assert "# inputs: all 60 columns but the target" in proposal.text


def test_check_of_a_recipe(tmp_path: Path) -> None:
    data = {"train": write(tmp_path / "t.csv", reviews(0)), "target": "label", "inputs": "评论"}
    lines = check_lines(Recipe.model_validate({"task": "text-classification", "data": data}))
    assert lines[-2] == "findings: none" and lines[-1] == "splits   train 84   validation 12   test 24"


def test_pad_counts_cells() -> None:
    assert pad("评论", 6) == "评论  " and cells_wide(pad("评论评论评论", 8)) == 8 and pad("abc", 3) == "abc"
