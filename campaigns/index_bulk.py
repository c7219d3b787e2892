"""The unchanging part of the account index: sorted arrays of hashes, which worker processes share after a fork."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from campaigns.account_keys import Form, Keys

_MASK = (1 << 64) - 1
_HALF = (1 << 32) - 1
_KIND_BITS = 3
_SEARCHES = 50


def hash_of(key: str) -> int:
    """64 bits of a key; of this process and its forks alone."""
    return hash(key) & _MASK


def half_hash_of(word: str) -> int:
    """32 bits of a first word."""
    return hash(word) & _HALF


class Bulk:
    """Hashes of keys, each with its accounts: a look-up costs the same for a thousand accounts and for a million."""

    def __init__(self, keyed: Iterable[tuple[str, Keys]] = ()) -> None:
        """`keyed`: each account's id with its keys, an id once."""
        self._ids: list[str] = []
        self._rows: dict[str, int] | None = None
        self._searched = 0
        packed: list[int] = []
        firsts: list[int] = []
        for row, (account_id, (pairs, openers)) in enumerate(keyed):
            self._ids.append(account_id)
            for key, form in pairs.items():
                packed.append((hash(key) & _MASK) << 32 | row << _KIND_BITS | form)
            for first in openers:
                firsts.append(hash(first) & _HALF)
        packed.sort()
        firsts.sort()
        self._hashes = array("Q", (key >> 32 for key in packed))
        self._places = array("I", (key & _HALF for key in packed))  # row << 3 | form, beside `_hashes`
        self._firsts = array("I", firsts)  # half hashes of first words, with repeats

    def __len__(self) -> int:
        return len(self._ids)

    def row(self, account_id: str) -> int | None:
        """Where an account stands. A few questions search the list; many are worth a dict of it."""
        self._searched += 1
        if self._rows is None and self._searched > _SEARCHES:
            self._rows = {known: row for row, known in enumerate(self._ids)}
        if self._rows is not None:
            return self._rows.get(account_id)
        try:
            return self._ids.index(account_id)
        except ValueError:
            return None

    def pairs(self, hashed: int, gone: set[int]) -> Iterator[tuple[str, Form]]:
        """Account ids with this key, and how it stands for them, but for the rows that are gone."""
        at = bisect_left(self._hashes, hashed)
        while at < len(self._hashes) and self._hashes[at] == hashed:
            place = self._places[at]
            if place >> _KIND_BITS not in gone:
                yield self._ids[place >> _KIND_BITS], Form(place & 7)
            at += 1

    def sharing(self, half: int) -> int:
        """How many names of several words start with this word."""
        return bisect_right(self._firsts, half) - bisect_left(self._firsts, half)
