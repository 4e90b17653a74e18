"""Task, target and inputs from a file alone; on real data where MODELYARD_DATA names it, on planted tables always."""

import csv
import os
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.infer import Inference, infer
from modelyard.data.inspect import inspect
from modelyard.data.sources import open_source

TEXT, TABLE, NUMBER = "text-classification", "tabular-classification", "tabular-regression"
REAL = os.environ.get("MODELYARD_DATA")


def infer_file(path: Path, **known: Any) -> Inference:
    section = Data(train=(str(path),))
    return infer(inspect(open_source(section.train, section)), **known)


def infer_rows(directory: Path, rows: Mapping[str, Sequence[Any]], **known: Any) -> Inference:
    path = directory / "t.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(rows)
        writer.writerows(zip(*rows.values(), strict=True))
    return infer_file(path, **known)


@pytest.mark.skipif(not REAL, reason="MODELYARD_DATA does not name the folder of real data sets")
@pytest.mark.parametrize(
    ("file", "known", "task", "target", "inputs", "left_out"),
    [
        ("imdb_25k/train.parquet", None, TEXT, "label", {"text"}, {"id", "rating"}),
        ("sst2/train.tsv", None, TEXT, "label", {"text"}, set()),
        ("rotten_tomatoes/rt_polarity.csv", None, TEXT, "label", {"text"}, set()),
        ("chnsenticorp_htl/ChnSentiCorp_htl_all.csv", None, TEXT, "label", {"review"}, set()),
        ("waimai_10k/waimai_10k.csv", None, TEXT, "label", {"review"}, set()),
        ("trec/train.csv", "label_coarse", TEXT, "label_coarse", {"text"}, {"label_fine"}),
        ("toutiao_news_titles/train.csv", None, TEXT, "label", {"text", "keywords"}, set()),
        ("sms_spam/sms_spam.tsv", None, TEXT, "label", {"text"}, set()),
        ("ag_news/test.csv", None, TEXT, "label", {"title", "description"}, set()),
        ("adult_census/train.csv", None, TABLE, "income", 14, set()),
        ("titanic/train.csv", "Survived", TABLE, "Survived", 7, {"PassengerId", "Name", "Ticket", "Cabin"}),
        ("german_credit/german_credit.csv", None, TABLE, "class", 20, set()),
        ("california_housing/housing.csv", None, NUMBER, "median_house_value", 9, set()),
        ("elec2/elec.csv", None, TABLE, "class", 6, set()),
        ("mnist/train-images-idx3-ubyte.gz", None, TABLE, "label", {"pixels"}, set()),
    ],
)
def test_real_data(
    file: str, known: str | None, task: str, target: str, inputs: set[str] | int, left_out: set[str]
) -> None:
    found = infer_file(Path(str(REAL)) / file, target=known)
    names = {column.name for column in found.schema.inputs}
    assert (found.task, found.target) == (task, target)
    assert (names == inputs) if isinstance(inputs, set) else (len(names) == inputs)
    assert set(found.left_out) == left_out


@pytest.mark.skipif(not REAL, reason="MODELYARD_DATA does not name the folder of real data sets")
def test_compas_leaks_and_people_are_left_out() -> None:
    found = infer_file(Path(str(REAL)) / "compas/compas-scores-two-years.csv")
    assert (found.task, found.target) == (TABLE, "two_year_recid")
    known_only_afterwards = {"is_recid", "r_case_number", "r_charge_degree", "r_offense_date", "r_charge_desc"}
    people = {"id", "name", "first", "last", "c_case_number"}
    empty = {"violent_recid", "type_of_assessment", "v_type_of_assessment"}
    assert known_only_afterwards | people | empty <= set(found.left_out)


def table(count: int = 300) -> dict[str, list[Any]]:
    dice = random.Random(0)
    good = [dice.random() < 0.4 for _ in range(count)]
    return {
        "age": [dice.randint(18, 90) for _ in range(count)],
        "job": [dice.choice(["cook", "clerk", "nurse"]) for _ in range(count)],
        "pay": [round(dice.gauss(30, 5) + 10 * yes, 2) for yes in good],
        "bought": ["yes" if yes else "no" for yes in good],
    }


def leak_of(found: Inference, name: str) -> str:
    (leak,) = [leak for leak in found.leaks if leak.column == name]
    assert leak.certain == (name in found.left_out)
    return leak.how


def test_planted_leaks(tmp_path: Path) -> None:
    rows = table()
    yes = [value == "yes" for value in rows["bought"]]
    dice = random.Random(1)
    planted = {
        "code": [f"x{dice.getrandbits(40):x}/{'pos' if y else 'neg'}/{i}" for i, y in enumerate(yes)],
        "grade": ["ABC"[dice.randrange(3)] if y else "DE"[dice.randrange(2)] for y in yes],
        "refund": [dice.randint(1, 90) if y else "" for y in yes],
        "exact": [1000 + dice.random() if y else dice.random() for y in yes],
    }
    honest = {
        "noise": [dice.choice("abcdefgh") for _ in yes],
        "hint": ["u" if y == (dice.random() < 0.85) else "v" for y in yes],
    }
    found = infer_rows(tmp_path, {**planted, **honest, **rows}, target="bought")
    assert leak_of(found, "code") == "by its part 2"
    assert leak_of(found, "grade") == "by its value"
    assert leak_of(found, "refund") == "by being blank"
    assert leak_of(found, "exact") == "by its range"
    assert not {leak.column for leak in found.leaks} & {*honest, *rows}
    assert {"noise", "hint", "age", "job", "pay"} == {column.name for column in found.schema.inputs}


def test_a_column_that_names_the_label_leaks(tmp_path: Path) -> None:
    rows = table()
    rows["bought"] = ["accepted" if value == "yes" else "refused" for value in rows["bought"]]
    rows["log"] = [f"case {i} was {value.upper()} by the clerk on duty" for i, value in enumerate(rows["bought"])]
    found = infer_rows(tmp_path, rows, target="bought", task=TABLE)
    assert leak_of(found, "log") == "by containing the label's text"


def test_chance_is_no_leak(tmp_path: Path) -> None:
    dice = random.Random(3)
    rows = {f"c{i}": [dice.randint(0, 40) for _ in range(60)] for i in range(40)}
    found = infer_rows(tmp_path, {**rows, "label": [dice.randint(0, 1) for _ in range(60)]})
    assert not found.leaks


def test_a_copy_of_a_regression_target_leaks(tmp_path: Path) -> None:
    rows = table()
    found = infer_rows(tmp_path, {**rows, "cents": [100 * pay + 3 for pay in rows["pay"]]}, target="pay")
    assert found.task == NUMBER and leak_of(found, "cents") == "by its rank"


@pytest.mark.parametrize(
    ("columns", "target"),
    [
        (["标签", "评论"], "标签"),
        (["text", "label"], "label"),
        (["Y", "sentence"], "Y"),
        (["review", "whatever"], "whatever"),
        (["whatever", "review"], "whatever"),
    ],
)
def test_target_by_name_or_place(tmp_path: Path, columns: list[str], target: str) -> None:
    dice = random.Random(0)
    words = ["the", "room", "was", "clean", "and", "quiet", "but", "breakfast", "came", "late"]
    cells: dict[str, list[Any]] = {}
    for name in columns:
        texts = [" ".join(dice.choices(words, k=9)) for _ in range(80)]
        cells[name] = [dice.randint(0, 1) for _ in range(80)] if name == target else texts
    found = infer_rows(tmp_path, cells)
    assert (found.task, found.target) == (TEXT, target) and len(found.schema.inputs) == 1
    assert found.schema.target is not None and set(found.schema.target.values) == {"0", "1"}


def test_given_inputs_are_kept_whatever_they_are(tmp_path: Path) -> None:
    rows = table() | {"id": list(range(300))}
    found = infer_rows(tmp_path, rows, target="bought", inputs=("id", "job"))
    assert [(column.name, column.kind) for column in found.schema.inputs] == [("id", "number"), ("job", "category")]


@pytest.mark.parametrize(
    ("known", "message"),
    [
        ({"target": "bougth"}, "Did you mean 'bought'"),
        ({"target": "job", "task": NUMBER}, "must be a number"),
        ({"inputs": ("agee",)}, "Did you mean 'age'"),
        ({"target": "one"}, "one value only"),
        ({"target": "none"}, "has no values"),
        ({"target": "key"}, "must be a class or a number"),
    ],
)
def test_what_does_not_fit_is_said(tmp_path: Path, known: dict[str, Any], message: str) -> None:
    rows = table()
    rows |= {"one": ["x"] * 300, "none": [""] * 300, "key": [f"k{i:x}z" for i in range(300)]}
    with pytest.raises(DataError, match=message):
        infer_rows(tmp_path, rows, **known)


def test_nothing_to_predict(tmp_path: Path) -> None:
    dice = random.Random(0)
    with pytest.raises(DataError, match="no column looks like a target"):
        infer_rows(tmp_path, {"a": [f"{dice.getrandbits(60):x}q" for _ in range(50)], "b": ["x"] * 50})


def test_half_stars_are_a_number_and_whole_ones_are_classes(tmp_path: Path) -> None:
    dice = random.Random(0)
    column = {"age": [dice.randint(18, 90) for _ in range(400)], "job": [dice.choice("abc") for _ in range(400)]}
    halves = infer_rows(tmp_path, column | {"rating": [dice.randint(1, 10) / 2 for _ in range(400)]})
    whole = infer_rows(tmp_path, column | {"rating": [dice.randint(1, 10) for _ in range(400)]})
    assert (halves.task, whole.task) == (NUMBER, TABLE) and halves.target == whole.target == "rating"


def test_numbers_with_a_decimal_comma_are_named_as_such(tmp_path: Path) -> None:
    dice = random.Random(0)
    rows = table() | {"price": [f"{dice.randint(1, 9)},{dice.randint(10, 99)}" for _ in range(300)]}
    assert "decimal comma" in infer_rows(tmp_path, rows, target="bought").left_out["price"]


def test_pictures_in_a_table_are_no_text(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    dice = random.Random(0)
    pictures = [{"bytes": dice.randbytes(60), "path": f"{i}.png"} for i in range(200)]
    columns = {"image": pictures, "raw": [dice.randbytes(20) for _ in range(200)], "label": [i % 2 for i in range(200)]}
    path = tmp_path / "t.parquet"
    parquet.write_table(arrow.table(columns | {"age": [dice.random() for _ in range(200)]}), path)
    found = infer_file(path)
    assert [column.name for column in found.schema.inputs] == ["age"] and found.task == TABLE
    assert "bytes or structures" in found.left_out["image"] and "bytes or structures" in found.left_out["raw"]
    with pytest.raises(DataError, match="'image' cannot be used"):
        infer_file(path, target="label", inputs=("image",))
    parquet.write_table(arrow.table(columns), path)
    with pytest.raises(DataError, match="no column is left as an input"):
        infer_file(path)


def test_an_estimated_count_is_told_as_one_and_never_above_the_rows(tmp_path: Path) -> None:
    rows = {"text": ["good film"] * 30_000, "label": [f"L{i}" for i in range(30_000)]}
    with pytest.raises(DataError, match=r"Got 'about (2\d|30),\d{3} different values'"):
        infer_rows(tmp_path, rows, target="label", task=TEXT)


@pytest.mark.parametrize("words", [("train", "test"), ("Training", "dev"), ("训练集", "测试集")])
def test_a_column_that_deals_the_rows_is_no_input(tmp_path: Path, words: tuple[str, str]) -> None:
    rows = {
        "split": [words[i % 5 == 0] for i in range(300)],
        "colour": ["red" if i % 3 else "blue" for i in range(300)],
        "label": ["ab"[i % 2] for i in range(300)],
    }
    found = infer_rows(tmp_path, rows, target="label")
    assert [column.name for column in found.schema.inputs] == ["colour"]
    assert found.left_out["split"] == f"it deals the rows to {words[0]}, {words[1]}"
    named = infer_rows(tmp_path, rows, target="label", inputs=["split"])
    assert [column.name for column in named.schema.inputs] == ["split"], "who names it gets it"
    journeys = {**rows, "split": ["train" if i % 5 else "bus" for i in range(300)]}
    assert "split" not in infer_rows(tmp_path, journeys, target="label").left_out
