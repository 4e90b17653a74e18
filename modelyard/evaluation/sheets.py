"""Blind sheets: answers dealt to raters as a page and a table, and the key that says whose answer was whose."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal

import numpy as np

from modelyard.core.errors import RequestError
from modelyard.core.style import csp_hash, css
from modelyard.core.words import counted, visible

Form = Literal["rating", "pairs"]
FORMAT = 1
RATINGS = ("1", "2", "3", "4", "5")
SIDES = ("left", "tie", "right")
ALLOWED: dict[str, tuple[str, ...]] = {"rating": RATINGS, "pairs": SIDES}


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """What is judged at once: what was asked (by field), and one answer, or two side by side."""

    number: int
    place: str
    asked: Mapping[str, str]
    answers: tuple[str, ...]
    models: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """Dealt items. `same` are the pairs of models that answered a row alike, by place: no one needs to judge these."""

    name: str
    form: Form
    items: tuple[Item, ...]
    same: tuple[tuple[str, str, str], ...]
    models: tuple[str, ...]

    def key(self) -> dict[str, Any]:
        """What the raters must not see."""
        return {
            "format": FORMAT,
            "sheet": self.name,
            "form": self.form,
            "models": list(self.models),
            "items": [{"item": item.number, "place": item.place, "models": list(item.models)} for item in self.items],
            "same": [list(one) for one in self.same],
        }

    def rows(self) -> dict[str, list[Any]]:
        """The table that raters fill in: the column `answer` is theirs."""
        found: dict[str, list[Any]] = {
            "sheet": [self.name] * len(self.items),
            "item": [item.number for item in self.items],
            "rater": [None] * len(self.items),
            "asked": [_joined(item.asked) for item in self.items],
        }
        for at, name in enumerate(("shown",) if self.form == "rating" else ("left", "right")):
            found[name] = [item.answers[at] for item in self.items]
        return {**found, "answer": [None] * len(self.items), "comment": [None] * len(self.items)}


def deal(
    asked: Sequence[Mapping[str, str]],
    places: Sequence[str],
    answers: Mapping[str, Sequence[str]],
    form: Form,
    *,
    seed: int = 0,
) -> Sheet:
    """Shuffle what is judged, and of pairs which side is whose: each model stands left as often as right, give or take
    one. With more than two models each row gets one pair of them, every pair about as often.

    Raises: RequestError where there is nothing to choose between.
    """
    models = tuple(answers)
    random = np.random.default_rng(seed)
    found: list[tuple[int, tuple[str, ...]]] = []
    same: list[tuple[str, str, str]] = []
    if form == "rating":
        found = [(row, (model,)) for row in range(len(asked)) for model in models]
    else:
        pairs = list(itertools.combinations(models, 2))
        if not pairs:
            raise RequestError("a choice needs the answers of two runs", where="judge", remedy="Name a second run.")
        met: dict[tuple[str, str], list[int]] = {pair: [] for pair in pairs}
        for row, pair in zip(random.permutation(len(asked)).tolist(), itertools.cycle(pairs)):
            if answers[pair[0]][row] == answers[pair[1]][row]:
                same.append((places[row], *pair))
            else:
                met[pair].append(row)
        for pair, rows in met.items():
            # Half of a pair's rows, drawn by chance, are turned round.
            turned = random.permutation((np.arange(len(rows)) + random.integers(2)) % 2)
            found += [(row, pair[::-1] if turn else pair) for row, turn in zip(rows, turned.tolist(), strict=True)]
        if not found:
            raise RequestError(
                f"the models answer all {counted(len(asked), 'row')} alike: there is nothing to choose between",
                where="judge",
                remedy="Give more rows with --rows, or have the answers rated: --form rating.",
            )
    order = random.permutation(len(found)).tolist()
    items = tuple(
        Item(
            number=number,
            place=places[found[at][0]],
            asked=dict(asked[found[at][0]]),
            answers=tuple(answers[model][found[at][0]] for model in found[at][1]),
            models=found[at][1],
        )
        for number, at in enumerate(order, 1)
    )
    return Sheet(name=_digest(form, items), form=form, items=items, same=tuple(same), models=models)


def page(sheet: Sheet, title: str) -> str:
    """The sheet as one self-contained page: no request, its one script and style pinned by hash."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    folder = resources.files("modelyard.evaluation").joinpath("pages")
    style = css() + folder.joinpath("sheet.css").read_text(encoding="utf-8")
    script = folder.joinpath("sheet.js").read_text(encoding="utf-8")
    environment = Environment(
        loader=PackageLoader("modelyard.evaluation", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
    )
    return (
        environment.get_template("sheet.html.j2").render(
            style=Markup(style),  # our own files: they must stand in the page byte for byte, as their hashes do
            style_hash=csp_hash(style),
            script=Markup(script),
            script_hash=csp_hash(script),
            title=title,
            sheet=sheet,
            choices=_choices(sheet.form),
        )
        + "\n"
    )


def _choices(form: Form) -> list[dict[str, str]]:
    """What can be chosen: its value, its words, and the key that chooses it."""
    if form == "pairs":
        words = ("Left is better", "No difference", "Right is better")
        return [{"value": v, "words": w, "key": str(k)} for k, (v, w) in enumerate(zip(SIDES, words, strict=True), 1)]
    words_ = ("1 – bad", "2", "3", "4", "5 – very good")
    return [{"value": v, "words": w, "key": v} for v, w in zip(RATINGS, words_, strict=True)]


def _joined(asked: Mapping[str, str]) -> str:
    if len(asked) == 1:
        return next(iter(asked.values()))
    return "\n".join(f"{name}: {value}" for name, value in asked.items())


def _digest(form: Form, items: Sequence[Item]) -> str:
    """Of all that is shown, so that answers cannot be taken for another sheet's; of whose it is nothing."""
    content = json.dumps([form, [[item.number, dict(item.asked), item.answers] for item in items]], sort_keys=True)
    return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:12]
