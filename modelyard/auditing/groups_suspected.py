"""Columns and words that may stand for a protected attribute: offered to the user, never taken as fact.

The attributes are those that the EU Charter of Fundamental Rights, article 21, and China's Personal Information
Protection Law, article 28, name and that a table or a text usually shows; the words are our own lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# Names of columns, by whole parts (`marital_sex` has the part `sex`, `essex` has not).
NAMES: dict[str, tuple[str, ...]] = {
    "sex": ("sex", "gender", "male", "female", "性别"),
    "age": ("age", "birth", "birthday", "birthdate", "dob", "年龄", "出生", "生日"),
    "race": ("race", "racial", "skin", "ethnicity", "ethnic", "ethnicities", "民族", "种族", "族裔"),
    "religion": ("religion", "religious", "faith", "宗教", "信仰"),
    "origin": ("nationality", "citizenship", "citizen", "foreign", "immigrant", "country", "国籍", "籍贯", "户籍"),
    "family": ("marital", "marriage", "married", "pregnant", "婚姻", "婚否", "生育"),
    "disability": ("disability", "disabled", "handicap", "残疾"),
    "orientation": ("orientation", "lgbt", "sexuality", "性取向"),
}
# Values of a column; most of its rows must have one of them, and at least two must occur.
VALUES: dict[str, frozenset[str]] = {
    "sex": frozenset(("male", "female", "man", "woman", "m", "f", "男", "女", "男性", "女性")),
    "race": frozenset(
        (
            *("white", "black", "asian", "hispanic", "latino", "caucasian", "african-american", "native american"),
            *("asian-pac-islander", "amer-indian-eskimo", "asian/pacific islander", "pacific islander"),
            *("汉族", "回族", "藏族", "维吾尔族", "蒙古族", "满族", "壮族", "苗族", "彝族", "朝鲜族"),
        )
    ),
    "religion": frozenset(
        (
            *("christian", "muslim", "jewish", "hindu", "buddhist", "atheist", "catholic", "protestant", "sikh"),
            *("佛教", "道教", "基督教", "伊斯兰教", "天主教", "无宗教信仰"),
        )
    ),
    "family": frozenset(("married", "single", "divorced", "widowed", "已婚", "未婚", "离异", "丧偶")),
}
# Words in texts: whole words of scripts with blanks, anywhere in Chinese.
WORDS: dict[str, tuple[str, ...]] = {
    "sex": (
        *("he", "she", "him", "her", "his", "hers", "man", "woman", "men", "women", "boy", "girl", "husband", "wife"),
        *("他", "她", "先生", "女士", "男人", "女人", "丈夫", "妻子", "男生", "女生"),
    ),
    "age": (*("elderly", "teenager", "teenagers", "pensioner"), *("老年人", "青少年", "老人家")),
    "race": (
        *("caucasian", "hispanic", "latino", "latina", "african-american", "african american"),
        *("黑人", "白人", "少数民族", "汉族", "回族", "藏族", "维吾尔族"),
    ),
    "religion": (
        *("muslim", "muslims", "christian", "christians", "jewish", "jews", "hindu", "buddhist", "islam"),
        *("穆斯林", "基督徒", "佛教徒", "清真", "犹太人"),
    ),
    "origin": (*("immigrant", "immigrants", "refugee", "refugees"), *("移民", "外地人", "农民工", "难民")),
    "disability": (*("disabled", "disability", "wheelchair", "autistic"), *("残疾", "残障", "轮椅")),
    "orientation": (*("gay", "lesbian", "bisexual", "transgender", "lgbt"), *("同性恋", "双性恋", "跨性别")),
}
# Beside `age` in a column's name: what is no person, and what is one all the same (`car_owner_age`).
_THINGS = frozenset(
    (
        *("house", "houses", "housing", "building", "property", "dwelling", "apartment", "roof", "car", "vehicle"),
        *("account", "machine", "equipment", "engine", "device", "battery", "pump", "company", "firm", "tree", "wine"),
        *("invoice", "debt", "inventory", "ticket", "cache"),
    )
)
_PERSONS = frozenset(
    (
        *("owner", "holder", "driver", "buyer", "seller", "tenant", "renter", "applicant", "customer", "client"),
        *("user", "person", "head", "employee", "patient", "member", "householder"),
    )
)
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[一-鿿]+")  # MARITAL_STATUS, applicantAge, SEXCode
_MOST_VALUES = 0.8  # of the rows that must have a known value


@dataclass(frozen=True, slots=True)
class Suspect:
    """A column (or, where `column` is empty, words in texts) that may stand for `attribute`, and why."""

    attribute: str
    column: str
    why: str
    share: float = 0.0


def kind_of_name(column: str) -> str | None:
    """The attribute that a column's name speaks of."""
    parts = {part.casefold() for part in _PART.findall(column)} | {column.casefold()}
    if is_of_a_thing(column):
        parts -= {"age"}
    for attribute, words in NAMES.items():
        for word in words:
            if word in parts or (not word.isascii() and any(word in part for part in parts)):
                return attribute
    return None


def is_of_a_thing(column: str) -> bool:
    """Whether a column's name speaks of a house, a car or such, and of no person."""
    parts = {part.casefold() for part in _PART.findall(column)}
    return bool(parts & _THINGS) and not parts & _PERSONS


def suspected_columns(counts: Mapping[str, Mapping[str, int]]) -> list[Suspect]:
    """Of all columns with their most frequent values (none where they are numbers), the ones to ask about."""
    found = []
    for column, seen in counts.items():
        by_name = kind_of_name(column)
        if by_name:
            found.append(Suspect(by_name, column, "by its name"))
            continue
        total = sum(seen.values())
        for attribute, known in VALUES.items():
            there = {value: count for value, count in seen.items() if value.strip().casefold() in known}
            if len(there) >= 2 and sum(there.values()) >= _MOST_VALUES * total:
                found.append(Suspect(attribute, column, f"by its values ({', '.join(list(there)[:3])})"))
                break
    return found


def suspected_words(texts: Sequence[str], least: float = 0.001) -> list[Suspect]:
    """Attributes that at least this share of the texts has a word of, the most frequent first."""
    found = []
    for attribute, words in WORDS.items():
        pattern = pattern_of(words)
        seen: dict[str, int] = {}
        texts_with = 0
        for text in texts:
            here = {match.lower() for match in pattern.findall(text)}
            texts_with += bool(here)
            for word in here:
                seen[word] = seen.get(word, 0) + 1
        if texts_with and texts_with >= least * len(texts):
            most = sorted(seen, key=lambda word: (-seen[word], word))[:4]
            found.append(Suspect(attribute, "", f"words such as {', '.join(most)}", texts_with / len(texts)))
    return sorted(found, key=lambda suspect: -suspect.share)


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds whole words of scripts with blanks, and Chinese words anywhere; the longest first."""
    ordered = sorted(words, key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in ordered if word.isascii())
    others = "|".join(re.escape(word) for word in ordered if not word.isascii())
    either = "|".join(part for part in (rf"\b(?:{latin})\b" if latin else "", others) if part)
    return re.compile(either, re.IGNORECASE)
