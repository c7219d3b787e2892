"""How ordinary a name is as a word: what the index cannot know by itself. Data and its source: `data/NOTICE.txt`."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

Commonness = Literal["everyday", "known", "rare"]
_LEVELS: dict[str, Commonness] = {"a": "everyday", "b": "known", "c": "rare"}
_SUFFIXES = ("s", "es", "ed", "ing", "ly", "er", "d", "r", "ness")


@cache
def _words() -> tuple[dict[str, Commonness], frozenset[str]]:
    packed = files("campaigns").joinpath("data/words.txt.gz").read_bytes()
    found: dict[str, Commonness] = {}
    names: frozenset[str] = frozenset()
    for line in gzip.decompress(packed).decode("ascii").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "n":
            names = frozenset(rest.split())
        else:
            found.update(dict.fromkeys(rest.split(), _LEVELS[kind]))
    return found, names


@cache
def lists(table: str) -> dict[str, tuple[str, ...]]:
    """A packaged table of word lists: `key: words`, continued on indented lines; `#` opens a comment."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in files("campaigns").joinpath(f"data/{table}.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        words = line
        if not line.startswith(" "):
            key, _, words = line.partition(":")
        found.setdefault(key, []).extend(words.split())
    return {key: tuple(words) for key, words in found.items() if key}


def _stems(word: str) -> list[str]:
    found = [word]
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 3:
            found += [stem, stem + "e"] if suffix in ("ed", "ing", "er") else [stem]
            if len(stem) > 3 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return found


@lru_cache(maxsize=8_192)
def commonness(word: str) -> Commonness | None:
    """How common a lower-case word is in English, inflected or not; None where it is no word of ours."""
    words, _ = _words()
    levels = [words[stem] for stem in _stems(word) if stem in words]
    return min(levels, key=list(_LEVELS.values()).index, default=None)


def proper_name(word: str) -> bool:
    """Is this lower-case word also a well-known name of a person, place or house?"""
    return word in _words()[1]
