"""How the matches of a pattern may begin: its literal openings, so that a text without them is not searched at all.

Understands what the lists of phrases are made of: letters, groups, alternatives, optional parts, small sets. Whatever
else stands in a pattern only ends an opening early; where nothing is left, nothing is known.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Opening:
    """The letters that a match begins with, in lower case; `whole` where no letter may follow them."""

    text: str
    whole: bool


def openings(pattern: str) -> frozenset[Opening] | None:
    """The openings of every alternative of a pattern; None where one may begin with anything.

    The pattern is to be matched as whole words: no letter stands before it and none behind it.
    """
    walk = _Walk(pattern)
    found = {Opening(text.lower(), whole=True) for text in walk.alternatives({""})} | walk.ended
    return frozenset(found) if all(one.text for one in found) else None


@dataclass(slots=True)
class _Walk:
    """A walk through a pattern with the texts that it may have matched so far; `ended` are those it lost sight of."""

    pattern: str
    at: int = 0
    ended: set[Opening] = field(default_factory=set)

    def alternatives(self, before: set[str]) -> set[str]:
        """What stands between here and the end, or the end of this group."""
        after: set[str] = set()
        while True:
            after |= self._sequence(set(before))
            if self._here() != "|":
                return after
            self.at += 1

    def _sequence(self, texts: set[str]) -> set[str]:
        while self._here() not in ("", "|", ")"):
            texts = self._quantified(texts)
        return texts

    def _quantified(self, texts: set[str]) -> set[str]:
        held = set(self.ended)
        after = self._atom(texts)
        sign = self._here()
        if sign and sign in "*+{":
            self.ended = held | {Opening(text.lower(), whole=False) for text in texts}
            self.at = self.pattern.index("}", self.at) + 1 if sign == "{" else self.at + 1
            after = set()
        elif sign == "?":
            self.at += 1
            after |= texts
        if self._here() in ("?", "+") and sign and sign in "*+?{":  # lazy or possessive: no matter here
            self.at += 1
        return after

    def _atom(self, texts: set[str]) -> set[str]:
        sign = self._here()
        if sign == "(":
            return self._group(texts)
        if sign == "[":
            return self._set(texts)
        self.at += 2 if sign == "\\" else 1
        if sign == "\\":
            return self._end(texts, whole=not self.pattern[self.at - 1].isalnum())
        if sign == "_" or sign.isalnum():
            return {text + sign for text in texts}
        return self._end(texts, whole=sign not in ".^$")

    def _group(self, texts: set[str]) -> set[str]:
        plain = self.pattern.startswith("(?:", self.at)
        self.at += 3 if plain else 1
        inner = self.alternatives(texts if plain else set())
        self.at += 1
        return inner if plain else self._end(texts, whole=False)

    def _set(self, texts: set[str]) -> set[str]:
        close = self.pattern.index("]", self.at + 2)
        members, self.at = self.pattern[self.at + 1 : close], close + 1
        if members.isalpha():
            return {text + one for text in texts for one in members}
        return self._end(texts, whole=not any(one.isalnum() or one in "\\_^" for one in members))

    def _end(self, texts: set[str], *, whole: bool) -> set[str]:
        self.ended |= {Opening(text.lower(), whole) for text in texts}
        return set()

    def _here(self) -> str:
        return self.pattern[self.at : self.at + 1]
