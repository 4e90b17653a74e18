"""`judge` from two runs of rows to the report, on the command line."""

import csv
import json

import pytest

from modelyard.cli import main


def call(monkeypatch, *arguments):
    monkeypatch.setattr("sys.argv", ["modelyard", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code or 0


def test_two_classifiers_are_judged_where_they_differ(linear_runs, tmp_path, monkeypatch, capsys):
    plain, weighted = linear_runs["plain"].path, linear_runs["weighted"].path
    words = ["text"] + [f"great awful thing {i} {'lovely' * (i % 2)} poor 很好" for i in range(60)] + ["", "no", "x y"]
    file = tmp_path / "rows.csv"
    file.write_text("\n".join(words), encoding="utf-8")
    asked = ("judge", plain, weighted, "--data", file, "--rows", 20, "--out", tmp_path / "sheet")
    if call(monkeypatch, *asked) == 2:  # these two happen to answer all alike: that is said, and they can be rated
        assert "nothing to choose between" in capsys.readouterr().err
        assert call(monkeypatch, *asked, "--form", "rating") == 0
    said = capsys.readouterr().out
    assert "for no rater" in said and "modelyard judge --collect" in said
    name = said.split()[1].rstrip(":")
    key = json.loads((plain / "judging" / name / "key.json").read_text(encoding="utf-8"))
    assert key["models"] == ["plain", "weighted"]
    assert not (tmp_path / "sheet" / "key.json").exists()
    with (tmp_path / "sheet" / "sheet.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    for row in rows:
        row["answer"] = "left" if key["form"] == "pairs" else "4"
    filled = tmp_path / "me.csv"
    with filled.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert call(monkeypatch, "judge", "--collect", filled, plain) == 0
    assert "how far the raters agree is not known" in (plain / "card.md").read_text(encoding="utf-8").replace("\\", "")
    assert "Judged by people" in (plain / "report.html").read_text(encoding="utf-8")
    filled.write_text(filled.read_text(encoding="utf-8").replace("left", "up").replace(",4,", ",9,"), encoding="utf-8")
    assert call(monkeypatch, "judge", "--collect", filled, plain) == 2
    assert "me.csv:2: this is no answer of the sheet" in capsys.readouterr().err


def test_one_classifier_is_rated_and_the_sheet_is_the_same_again(linear_runs, monkeypatch, capsys):
    plain = linear_runs["plain"].path
    pages = []
    for _ in range(2):
        assert call(monkeypatch, "judge", plain, "--rows", 5, "--seed", 3) == 0
        name = capsys.readouterr().out.split()[1].rstrip(":")
        pages.append((plain / "judging" / name / "sheet.html").read_bytes())
        files = sorted(path.name for path in (plain / "judging" / name).iterdir())
        assert files == ["key.json", "sheet.csv", "sheet.html"], "what a killed call left is gone"
        for left in files:
            (plain / "judging" / name / f".tmp-{left}-0123abcd").write_text("half")
    assert pages[0] == pages[1] and b"label: " in pages[0]
    assert call(monkeypatch, "judge", plain, "--rows", 5, "--out", plain / "recipe.yaml" / "sheets") == 2
    assert "cannot write: Not a directory" in capsys.readouterr().err
    assert call(monkeypatch, "judge", plain, "--prompts", "x.txt") == 2
    assert "prompts are for models that write texts" in capsys.readouterr().err
    assert call(monkeypatch, "judge", "--collect", plain) == 2
