"""Sheets hide whose answer is whose, raters' files are read with care, and planted preferences are found."""

import itertools
import json

import numpy as np
import pytest

from modelyard.core.errors import DataError, RequestError
from modelyard.core.exhibit import Exhibit
from modelyard.data.sources import write_rows
from modelyard.evaluation.people import exhibit
from modelyard.evaluation.sheets import deal, page
from modelyard.evaluation.votes import Vote, read_votes

ASKED = [{"question": f"问题 {i}?"} for i in range(40)]
PLACES = [f"talks.jsonl:{i + 1}" for i in range(40)]
MODELS = {name: [f"{name.lower()} says {i}" for i in range(40)] for name in ("Alpha", "Beta", "Gamma")}
TWO = {name: MODELS[name] for name in ("Alpha", "Beta")}


def votes_of(sheet, raters, judge):
    """`judge(rater, item)` gives an answer."""
    return [
        Vote(sheet=sheet.name, item=item.number, rater=rater, answer=judge(rater, item), comment="", place="x")
        for rater in raters
        for item in sheet.items
    ]


def test_sides_are_balanced_and_follow_from_the_seed():
    sheet = deal(ASKED, PLACES, TWO, "pairs", seed=1)
    assert sum(item.models[0] == "Alpha" for item in sheet.items) == 20
    assert [item.number for item in sheet.items] == list(range(1, 41))
    assert sheet == deal(ASKED, PLACES, TWO, "pairs", seed=1) != deal(ASKED, PLACES, TWO, "pairs", seed=2)
    for item in sheet.items:
        row = PLACES.index(item.place)
        assert item.answers == tuple(MODELS[name][row] for name in item.models)
    # The order of the questions says nothing either.
    assert [item.place for item in sheet.items] != PLACES


def test_each_of_three_models_meets_each_other_as_often():
    sheet = deal(ASKED, PLACES, MODELS, "pairs")
    met = dict.fromkeys(itertools.combinations(sorted(MODELS), 2), 0)
    for item in sheet.items:
        met[tuple(sorted(item.models))] += 1
    assert sorted(met.values()) == [13, 13, 14]


def test_neither_page_nor_table_says_whose_answer_it_is(tmp_path):
    hidden = {"runs/secret-a": TWO["Alpha"], "runs/secret-b": TWO["Beta"]}
    sheet = deal(ASKED, PLACES, hidden, "pairs")
    write_rows(tmp_path / "sheet.csv", sheet.rows())
    shown = page(sheet, "Which?") + (tmp_path / "sheet.csv").read_text(encoding="utf-8")
    assert "secret" not in shown and "talks.jsonl" not in shown
    assert json.dumps(sheet.key()).count("secret") == 2 + 2 * 40


def test_what_is_answered_alike_is_not_shown():
    same = {"Alpha": ["yes"] * 40, "Beta": ["yes"] * 30 + ["no"] * 10}
    sheet = deal(ASKED, PLACES, same, "pairs")
    assert len(sheet.items) == 10 and len(sheet.same) == 30
    with pytest.raises(RequestError, match="nothing to choose between"):
        deal(ASKED, PLACES, {"Alpha": ["yes"] * 40, "Beta": ["yes"] * 40}, "pairs")
    with pytest.raises(RequestError, match="answers of two runs"):
        deal(ASKED, PLACES, {"Alpha": ["yes"] * 40}, "pairs")


def test_a_hostile_answer_is_only_a_text(tmp_path):
    nasty = ["</script><script>alert(1)</script>", '=HYPERLINK("http://x")', "\x1b[31m\x00\u202e", "<img src=x>"]
    sheet = deal(ASKED[:4], PLACES[:4], {"Alpha": nasty}, "rating")
    shown = page(sheet, "<b>")
    assert "<script>alert" not in shown and "<img" not in shown and "\x1b" not in shown and "<title><b>" not in shown
    write_rows(tmp_path / "sheet.csv", sheet.rows())
    assert "'=HYPERLINK" in (tmp_path / "sheet.csv").read_text(encoding="utf-8")


def filled(tmp_path, sheet, rater, judge, name="a.csv"):
    rows = sheet.rows()
    rows["answer"] = [judge(item) for item in sheet.items]
    rows["rater"] = [rater] * len(sheet.items)
    write_rows(tmp_path / name, rows)
    return str(tmp_path / name)


SHEET = deal(ASKED, PLACES, TWO, "pairs")
KEYS = {SHEET.name: SHEET.key()}


def test_a_filled_in_table_comes_back(tmp_path):
    file = filled(tmp_path, SHEET, "王芳", lambda item: "LEFT" if item.number < 5 else None)
    votes = read_votes([file], KEYS)
    assert [(vote.item, vote.rater, vote.answer) for vote in votes] == [(i, "王芳", "left") for i in range(1, 5)]
    assert votes[0].place.endswith("a.csv:2")
    unnamed = read_votes([filled(tmp_path, SHEET, None, lambda item: "tie", name="li.csv")], KEYS)
    assert {vote.rater for vote in unnamed} == {"li"}


def test_numbers_that_a_spreadsheet_wrote_are_read(tmp_path):
    sheet = deal(ASKED, PLACES, {"Alpha": MODELS["Alpha"]}, "rating")
    (tmp_path / "a.csv").write_text(f"sheet;item;rater;answer\n{sheet.name};1.0;me;4.0\n", encoding="utf-8-sig")
    (vote,) = read_votes([str(tmp_path / "a.csv")], {sheet.name: sheet.key()})
    assert (vote.item, vote.answer) == (1, "4")


HEAD = "sheet,item,rater,answer\n"
ONE = f"{SHEET.name},1,me,left\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "a.csv"),
        ("sheet,item,answer\n1,2,3\n", "'rater' is needed"),
        (HEAD + ONE + f"{SHEET.name},2,me,best\n", r"a.csv:3: this is no answer.*Got 'best'.*left, tie, right"),
        (HEAD + ONE + "0123456789ab,2,me,left\n", r"a.csv:3: this run has dealt no such sheet"),
        (HEAD + ONE + f"{SHEET.name},41,me,left\n", r"a.csv:3: this is no item.*1 to 40"),
        (HEAD + ONE + f"{SHEET.name},-1,me,left\n", r"a.csv:3: this is no item"),
        (HEAD + ONE + f"{SHEET.name},٣,me,left\n", r"a.csv:3: this is no item"),
        (HEAD + ONE + f"{SHEET.name},1e999999,me,left\n", r"a.csv:3: this is no item"),
        (HEAD + ONE + f"{SHEET.name},{'9' * 5000},me,left\n", r"a.csv:3: this is no item"),
        (HEAD + ONE + f"{SHEET.name},2,me,left,more,cells\n", r"a.csv:3"),
        (HEAD + ONE + ONE, r"a.csv:3: 'me' has judged item 1 already, at .*a.csv:2"),
        (HEAD + f"{SHEET.name},1,me,\n", "no item has an answer"),
        ("\x00\x01\x02", "a.csv"),
    ],
)
def test_a_broken_table_is_one_clear_error(tmp_path, content, told):
    (tmp_path / "a.csv").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=told):
        read_votes([str(tmp_path / "a.csv")], KEYS)


def test_one_rater_in_two_files_must_not_judge_an_item_twice(tmp_path):
    files = [filled(tmp_path, SHEET, "me", lambda item: "left", name=name) for name in ("a.csv", "b.csv")]
    with pytest.raises(DataError, match=r"b.csv:2: 'me' has judged item 1 already, at .*a.csv:2"):
        read_votes(files, KEYS)


def better(item, name):
    return "left" if item.models[0] == name else "right"


def test_a_planted_preference_is_found_whatever_side_it_stands_on():
    random = np.random.default_rng(0)

    def judge(rater, item):
        return better(item, "Beta") if random.random() < 0.85 else better(item, "Alpha")

    found = exhibit(votes_of(SHEET, ["a", "b", "c"], judge), KEYS, resamples=200)
    (share,) = found.detail["pairs"]["shares"]
    assert (share["first"], share["second"]) == ("Alpha", "Beta")
    assert share["interval"][1] < 0.5 and share["share"] == pytest.approx(0.15, abs=0.1)
    assert found.summary.startswith("Beta is preferred to Alpha: Alpha wins 0.")
    assert {claim.name: claim.n for claim in found.claims} == {"win_rate": 40, "agreement_pairs": 40}
    assert Exhibit.from_json(json.loads(json.dumps(found.to_json()))) == found


def test_one_who_always_takes_the_left_prefers_nobody():
    found = exhibit(votes_of(SHEET, ["a", "b"], lambda rater, item: "left"), KEYS, resamples=200)
    assert found.detail["pairs"]["shares"][0]["share"] == 0.5
    assert found.summary.startswith("Neither Alpha nor Beta is shown to be preferred")


def test_three_models_are_put_in_order():
    random = np.random.default_rng(0)
    sheet = deal(
        ASKED * 3,
        [f"{place}-{i}" for i in range(3) for place in PLACES],
        {k: v * 3 for k, v in MODELS.items()},
        "pairs",
    )
    worth = {"Alpha": -1.0, "Beta": 0.0, "Gamma": 1.0}

    def judge(rater, item):
        left, right = (worth[name] for name in item.models)
        return "left" if random.random() < 1 / (1 + np.exp(right - left)) else "right"

    found = exhibit(votes_of(sheet, ["a", "b"], judge), {sheet.name: sheet.key()}, resamples=300)
    strengths = found.detail["pairs"]["strengths"]
    assert sorted(strengths, key=lambda name: strengths[name]["strength"]) == ["Alpha", "Beta", "Gamma"]
    for name, value in worth.items():
        low, high = strengths[name]["interval"]
        assert low - 0.3 <= value <= high + 0.3
    assert any(block.get("title") == "Where each model stands" for block in found.blocks)


def test_ratings_have_means_and_differences_on_the_same_rows():
    sheet = deal(ASKED, PLACES, TWO, "rating", seed=4)
    keys = {sheet.name: sheet.key()}
    random = np.random.default_rng(0)

    def judge(rater, item):
        base = 4 if item.models == ("Alpha",) else 2
        return str(int(np.clip(base + random.integers(-1, 2), 1, 5)))

    found = exhibit(votes_of(sheet, ["a", "b"], judge), keys, resamples=200)
    means = found.detail["rating"]["means"]
    assert means["Alpha"] == pytest.approx(4, abs=0.3) and means["Beta"] == pytest.approx(2, abs=0.3)
    (difference,) = [block for block in found.blocks if block.get("columns", [""])[0].startswith("difference")]
    assert difference["rows"][0][0] == "Alpha - Beta" and difference["rows"][0][1].startswith("+")
    assert {"rating", "rating_Beta", "agreement_rating"} <= {claim.name for claim in found.claims}


def test_raters_who_guess_are_said_to_agree_little():
    random = np.random.default_rng(0)
    found = exhibit(
        votes_of(SHEET, ["a", "b"], lambda *_: random.choice(["left", "tie", "right"])), KEYS, resamples=200
    )
    assert "agree little" in found.limits[0]
    alone = exhibit(votes_of(SHEET, ["a"], lambda *_: "tie"), KEYS, resamples=200)
    assert "no unit was rated by two" in alone.limits[0]
