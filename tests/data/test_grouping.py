"""Near copies are kept together, but a form that most texts share is no copying."""

import csv

from modelyard.core.recipe_file import from_mapping
from modelyard.data.bundle import prepare


def bundle_of(rows, folder):
    with (folder / "texts.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("text", "label"), *rows])
    data = {"train": str(folder / "texts.csv"), "inputs": "text", "target": "label"}
    recipe = from_mapping({"task": "text-classification", "data": data})
    return prepare(recipe, folder / "bundle", lambda text, share: None)


def test_texts_of_one_form_are_dealt_to_every_split(tmp_path):
    form = "Dear customer, your order number {} has been {}; thank you very much for buying from our little shop today."
    bundle = bundle_of([(form.format(1000 + i, "sent" if i % 2 else "lost"), i % 2) for i in range(200)], tmp_path)
    assert min(bundle.counts[split] for split in ("train", "validation", "test")) >= 15
    finding = next(finding for finding in bundle.findings if finding.kind == "templates")
    assert finding.count > 100
    assert finding.severity == "warning"


def test_a_few_near_copies_stay_together(tmp_path):
    words = ["河流", "stone", "面包", "cloud", "纸张", "glass", "骏马", "table", "音乐", "winter", "garden", "bridge"]
    texts = [" ".join(words[(i * k + k) % 12] + str(i * k % 97) for k in range(1, 14)) for i in range(1, 200)]
    copies = [text + " !" for text in texts[:5]]
    bundle = bundle_of([(text, i % 2) for i, text in enumerate([*texts, *copies])], tmp_path)
    split_of = {text: split for split in ("train", "validation", "test") for text in bundle.rows(split)["text"]}
    for text in texts[:5]:
        assert split_of[text] == split_of[text + " !"]
    assert not [finding for finding in bundle.findings if finding.kind == "templates"]
