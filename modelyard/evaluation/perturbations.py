"""Changes of a text that leave its meaning, and so its label, as they are: what people and devices do to texts.

Each change of a row follows from (seed, change, strength, row) alone, so that a sample's answers do not hang on which
rows stand beside it. Negations, numbers and the first and last letter of a word are never touched.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, TypeVar

from modelyard.core import registry

Change = Callable[[str, float, random.Random], str]
Place = TypeVar("Place")

# Neighbours on a QWERTY keyboard, same row and the rows beside it.
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# A word that can take a slip: in a shorter one it makes another word too often (lost, lot). What denies is left alone.
_WORD = re.compile(r"(?<![^\W_])[A-Za-z]{5,}(?![^\W_]|['’][A-Za-z])")
DENYING = frozenset({"none", "never", "neither", "nothing", "nobody", "nowhere", "cannot", "without", "hardly"})
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_HAN_DENYING = frozenset("不没沒无無非未别別莫勿否弗毋休")
_BLANKS = re.compile(r"(?<=\S) (?=\S)")
_BETWEEN_HAN = re.compile(rf"(?<={HAN.pattern})(?={HAN.pattern})")
# Marks whose loss leaves the words as they were: not what stands within a number, a word, an address or a face.
_MARK = re.compile(r"[!?;:,.，。！？；：、…]+(?=\s|$)|[，。！？；：、…]+")
_HALF = {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F)} | {0x20: "\u3000"}
_FULL = {ord(wide): chr(narrow) for narrow, wide in _HALF.items()}


@dataclass(frozen=True, kw_only=True, slots=True)
class Perturbation:
    """One change at some strengths; `unit` says of what a strength is the share, empty where there is only one.

    `usual` is the strength whose figure becomes a claim.
    """

    name: str
    title: str
    change: Change
    strengths: tuple[float, ...] = (1.0,)
    unit: str = ""
    usual: float = 1.0

    def __call__(self, texts: Sequence[Any], strength: float, *, seed: int, rows: Sequence[int]) -> list[Any]:
        """The texts changed; a cell that is no text stays as it is. `rows` numbers them in their split."""
        return [
            self.change(text, strength, random.Random(f"{seed}:{self.name}:{strength}:{row}"))
            if isinstance(text, str) and text.strip()
            else text
            for text, row in zip(texts, rows, strict=True)
        ]


def typos(text: str, share: float, draw: random.Random) -> str:
    """One slip in a share of the words of five or more Latin letters: a neighbouring key, two swapped, one left out."""
    words = [found for found in _WORD.finditer(text) if found.group().lower() not in DENYING]
    return spliced(text, [(w.start(), w.end(), _slip(w.group(), draw)) for w in some(words, share, draw)])


def homophones(text: str, share: float, draw: random.Random) -> str:
    """A share of the Chinese characters replaced by another of the same sound: how slips look when typed by pinyin."""
    sounds, characters = _sounding()
    places = [
        found
        for found in HAN.finditer(text)
        if found.group() not in _HAN_DENYING and len(characters[sounds.get(found.group(), "")]) > 1
    ]
    pieces = []
    for found in some(places, share, draw):
        others = [one for one in characters[sounds[found.group()]] if one != found.group()]
        pieces.append((found.start(), found.end(), draw.choice(others)))
    return spliced(text, pieces)


def blanks(text: str, share: float, draw: random.Random) -> str:
    """A share of the gaps between words made wider; between Chinese characters a blank where there was none."""
    gaps = [*_BLANKS.finditer(text), *_BETWEEN_HAN.finditer(text)]
    return spliced(text, [(gap.start(), gap.end(), gap.group() + " ") for gap in some(gaps, share, draw)])


def lower(text: str, share: float, draw: random.Random) -> str:
    """All in small letters."""
    return text.lower()


def upper(text: str, share: float, draw: random.Random) -> str:
    """All in capitals."""
    return text.upper()


def without_marks(text: str, share: float, draw: random.Random) -> str:
    """Without the marks that end sentences and their parts."""
    stripped = re.sub(r" {2,}", " ", _MARK.sub(lambda mark: " " if _between_letters(text, mark) else "", text)).strip()
    return stripped or text


def full_width(text: str, share: float, draw: random.Random) -> str:
    """Latin letters, digits and marks in full width, as Chinese and Japanese keyboards write them."""
    return text.translate(_HALF)


def half_width(text: str, share: float, draw: random.Random) -> str:
    """Full-width letters, digits and marks in half width."""
    return text.translate(_FULL)


def traditional(text: str, share: float, draw: random.Random) -> str:
    """Simplified Chinese in traditional characters (OpenCC, by phrases)."""
    return str(_converter("s2t").convert(text))


def simplified(text: str, share: float, draw: random.Random) -> str:
    """Traditional Chinese in simplified characters (OpenCC, by phrases)."""
    return str(_converter("t2s").convert(text))


PLAIN: tuple[Perturbation, ...] = (
    Perturbation(
        name="typos", title="typing errors", change=typos, unit="words", strengths=(0.05, 0.1, 0.2), usual=0.1
    ),
    Perturbation(name="lower_case", title="all in small letters", change=lower),
    Perturbation(name="upper_case", title="all in capitals", change=upper),
    Perturbation(name="no_punctuation", title="without punctuation", change=without_marks),
    Perturbation(name="blanks", title="stray blanks", change=blanks, unit="gaps", strengths=(0.1, 0.3), usual=0.1),
)
# Of texts with Chinese in them.
CHINESE: tuple[Perturbation, ...] = (
    Perturbation(name="full_width", title="in full width", change=full_width),
    Perturbation(name="half_width", title="in half width", change=half_width),
    Perturbation(
        name="homophones",
        title="same-sounding characters",
        change=homophones,
        unit="characters",
        strengths=(0.05, 0.1, 0.2),
        usual=0.1,
    ),
    Perturbation(name="traditional", title="in traditional characters", change=traditional),
    Perturbation(name="simplified", title="in simplified characters", change=simplified),
)


def is_chinese(text: Any) -> bool:
    """Whether it holds a Han character."""
    return isinstance(text, str) and HAN.search(text) is not None


def some(found: list[Place], share: float, draw: random.Random) -> list[Place]:
    """A share of them: rounded at random, so that short texts are hit as often as long ones."""
    exact = share * len(found)
    count = int(exact) + (draw.random() < exact - int(exact))
    return draw.sample(found, count)


def _slip(word: str, draw: random.Random) -> str:
    at = draw.randrange(1, len(word) - 1)
    kind = draw.choice(("neighbour", "swap", "drop"))
    if kind == "swap":
        pairs = [i for i in range(1, len(word) - 2) if word[i] != word[i + 1]]
        if pairs:
            at = draw.choice(pairs)
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    near = draw.choice(_neighbours()[word[at].lower()])
    return word[:at] + (near.upper() if word[at].isupper() else near) + word[at + 1 :]


@cache
def _neighbours() -> dict[str, str]:
    found: dict[str, str] = {}
    for row, letters in enumerate(_ROWS):
        for at, letter in enumerate(letters):
            # Each row stands half a key to the right of the one above it.
            beside = [(row, at - 1), (row, at + 1), (row - 1, at), (row - 1, at + 1), (row + 1, at - 1), (row + 1, at)]
            found[letter] = "".join(_ROWS[r][c] for r, c in beside if 0 <= r < 3 and 0 <= c < len(_ROWS[r]))
    return found


def spliced(text: str, pieces: Sequence[tuple[int, int, str]]) -> str:
    """The text with other pieces (start, end, new) in their places."""
    parts, at = [], 0
    for start, end, new in sorted(pieces):
        parts += [text[at:start], new]
        at = end
    return "".join((*parts, text[at:]))


def _between_letters(text: str, mark: re.Match[str]) -> bool:
    """Words of a script with blanks must not grow together."""
    around = text[mark.start() - 1 : mark.start()] + text[mark.end() : mark.end() + 1]
    return len(around) == 2 and not around.isspace() and not all(map(HAN.match, around))


@cache
def _converter(name: str) -> Any:
    with registry.needing("traditional and simplified Chinese"):
        from opencc import OpenCC
    return OpenCC(name)


@cache
def _sounding() -> tuple[dict[str, str], dict[str, list[str]]]:
    """The sound (pinyin with its tone) of each common character, and the common characters of each sound.

    Common are the 3,755 of level 1 of GB 2312-80; of several readings the usual one stands (pypinyin's, MIT licence).
    """
    sounds: dict[str, str] = {}
    characters: dict[str, list[str]] = defaultdict(list)
    table = resources.files("modelyard.evaluation").joinpath("same_sound.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        sound, _, alike = line.partition(" ")
        sounds.update(dict.fromkeys(alike, sound))
        characters[sound] = [one for one in alike if one not in _HAN_DENYING]
    return sounds, characters
