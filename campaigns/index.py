"""All accounts by what they are called, in one process: a hash trie over the words of their names.

The bulk lies in flat sorted arrays of 64-bit hashes, which worker processes share after a fork; what changed since the
bulk was built lies in a small dict beside it. A look-up costs the same for a thousand accounts and for a million.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from campaigns.names import core, former_names, house, registrable_domain, squash, tokens, transliterated
from campaigns.words import commonness, lists
from campaigns.workspace import Account

_MASK = (1 << 64) - 1
_HALF = (1 << 32) - 1
_KIND_BITS = 3
_SEARCHES = 50
_LONGEST = 6  # words of a name that `scan` looks for
_WORD = re.compile(r"[^\W_]+(?:[&.'’/+-][^\W_]+)*")

# Words that say what a house does; news drops them from the end of a name that needs no explaining.
DESCRIPTORS = frozenset(lists("names")["descriptor"])


class Form(IntEnum):
    """In what way a key stands for its account, strongest first."""

    NAME = 0
    ALIAS = 1
    FORMER = 2
    HOUSE = 3  # the name without "Group", "Holdings"
    SHORT = 4  # the name without its descriptor
    DOMAIN = 5
    LEARNED = 6
    PARENT = 7  # learned: a unit that belongs to the account


@dataclass(frozen=True, slots=True)
class Hit:
    account: Account
    form: Form


@dataclass(frozen=True, slots=True)
class Spotted:
    """A name of an account in running text; offsets are code points."""

    start: int
    end: int
    text: str
    hits: tuple[Hit, ...]


Fetch = Callable[[str], Account | None]


Keys = tuple[dict[str, Form], tuple[str, ...]]


def keys_of(account: Account) -> Keys:
    """Squashed names with their strongest form (and the domain behind an "@"); first words of names of several words.

    Plain tuples: a million of these are made in one go.
    """
    name = account.name.partition("(")[0].strip() or account.name if "(" in account.name else account.name
    words = core(tokens(name))
    others = [core(tokens(alias)) for alias in account.aliases]
    pairs = {"".join(words): Form.NAME}
    for other in others:
        pairs.setdefault("".join(other), Form.ALIAS)
    bare = house(words)
    if len(bare) < len(words):
        pairs.setdefault("".join(bare), Form.HOUSE)
    if (short := shortened(bare)) is not None:
        pairs.setdefault(short, Form.SHORT)
    if "(" in account.name or not name.isascii():
        _rarer_keys(account, name, pairs)
    if account.domain and (domain := registrable_domain(account.domain)):
        pairs["@" + domain] = Form.DOMAIN
    pairs.pop("", None)
    if not others:
        return pairs, (words[0],) if len(words) > 1 else ()
    return pairs, tuple({some[0] for some in (words, *others) if len(some) > 1})


def _rarer_keys(account: Account, name: str, pairs: dict[str, Form]) -> None:
    if (other := transliterated(name)) is not None:
        pairs.setdefault("".join(core(tokens(other))), Form.NAME)
    pairs.setdefault("".join(core(tokens(account.name))), Form.NAME)
    for old in former_names(account.name):
        pairs.setdefault("".join(core(tokens(old))), Form.FORMER)


def shortened(words: list[str]) -> str | None:
    """A two-word or longer name without its last descriptor, where what is left is no everyday word and long enough."""
    if len(words) < 2 or words[-1] not in DESCRIPTORS:
        return None
    rest = words[:-1]
    if len(rest) == 1 and len(rest[0]) < 4:
        return None
    return "".join(rest)


def _hash(key: str) -> int:
    return hash(key) & _MASK


class AccountIndex:
    """Look-ups by folded name, by domain and in running text; accounts can be added and removed at any time.

    `fetch` gives an account by its id. Without one the index keeps the accounts it was built from.
    """

    def __init__(self, fetch: Fetch | None = None) -> None:
        self._kept: dict[str, Account] = {}  # as the bulk was built
        self._edited: dict[str, Account | None] = {}  # since then; None: gone
        self._fetch: Fetch = fetch or self._own
        self._keeps = fetch is None
        self._hashes = array("Q")
        self._places = array("I")  # row << 3 | form, beside `_hashes`
        self._firsts = array("I")  # half hashes of first words, with repeats: the gate of `scan`, and who shares one
        self._ids: list[str] = []
        self._rows: dict[str, int] | None = None
        self._searched = 0
        self._gone: set[int] = set()
        self._fresh: dict[int, list[tuple[str, Form]]] = {}
        self._fresh_keys: dict[str, list[int]] = {}  # of accounts added since the bulk was built
        self._fresh_firsts: dict[int, int] = {}
        self._never: dict[str, set[str]] = {}
        self._people: dict[str, tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(self._ids) - len(self._gone) + len(self._fresh_keys)

    @classmethod
    def build(
        cls,
        accounts: Iterable[Account],
        learned: Iterable[tuple[str, str]] = (),
        never: Iterable[tuple[str, str]] = (),
        *,
        fetch: Fetch | None = None,
    ) -> AccountIndex:
        """Index `accounts`; `learned` and `never` are (name, account id) as people answered them."""
        index = cls(fetch)
        index._fill(accounts)
        for name, account_id in learned:
            index.learn(name, account_id)
        for name, account_id in never:
            index.forbid(name, account_id)
        return index

    def _fill(self, accounts: Iterable[Account]) -> None:
        packed: list[int] = []
        firsts: list[int] = []
        for row, account in enumerate(accounts):
            self._ids.append(account.id)
            if self._keeps:
                self._kept[account.id] = account
            pairs, openers = keys_of(account)
            for key, form in pairs.items():
                packed.append((hash(key) & _MASK) << 32 | row << _KIND_BITS | form)
            for first in openers:
                firsts.append(hash(first) & _HALF)
        packed.sort()
        firsts.sort()
        self._hashes = array("Q", (key >> 32 for key in packed))
        self._places = array("I", (key & _HALF for key in packed))
        self._firsts = array("I", firsts)

    # --- changes ---

    def branch(self) -> AccountIndex:
        """A copy to change while others still ask this one. The bulk is shared, so it costs what changed before."""
        new = AccountIndex(None if self._keeps else self._fetch)
        new._kept, new._edited = self._kept, dict(self._edited)
        new._hashes, new._places, new._firsts = self._hashes, self._places, self._firsts
        new._ids, new._rows, new._searched = self._ids, self._rows, self._searched
        new._gone = set(self._gone)
        new._fresh = {key: list(pairs) for key, pairs in self._fresh.items()}
        new._fresh_keys = dict(self._fresh_keys)
        new._fresh_firsts = dict(self._fresh_firsts)
        new._never = {name: set(ids) for name, ids in self._never.items()}
        new._people = dict(self._people)
        return new

    @property
    def edits(self) -> int:
        """How many accounts were added, changed or removed since the bulk was built."""
        return len(self._gone) + len(self._fresh_keys)

    def add(self, account: Account) -> None:
        """Add an account, or put its present row in the place of the old one."""
        self.remove(account.id)
        if self._keeps:
            self._edited[account.id] = account
        pairs, openers = keys_of(account)
        for key, form in pairs.items():
            self._fresh.setdefault(_hash(key), []).append((account.id, form))
        for first in openers:
            self._open(first)
        self._fresh_keys[account.id] = [_hash(key) for key in pairs]

    def remove(self, account_id: str) -> None:
        """Forget an account; what people taught about its names stays for its return. Unknown ids are ignored."""
        if self._keeps and (old := self._own(account_id)) is not None:
            for first in keys_of(old)[1]:
                self._open(first, -1)
        if (row := self._row(account_id)) is not None:
            self._gone.add(row)
        for key in self._fresh_keys.pop(account_id, ()):
            self._fresh[key] = [pair for pair in self._fresh[key] if pair[0] != account_id or pair[1] >= Form.LEARNED]
        if self._keeps:
            self._edited[account_id] = None

    def _own(self, account_id: str) -> Account | None:
        """An account that the index keeps, as it is now."""
        return self._edited[account_id] if account_id in self._edited else self._kept.get(account_id)

    def _row(self, account_id: str) -> int | None:
        """Where an account stands in the bulk. A few edits search the list; many are worth a dict of it."""
        self._searched += 1
        if self._rows is None and self._searched > _SEARCHES:
            self._rows = {known: row for row, known in enumerate(self._ids)}
        if self._rows is not None:
            return self._rows.get(account_id)
        try:
            return self._ids.index(account_id)
        except ValueError:
            return None

    def learn(self, name: str, account_id: str, *, parent: bool = False) -> None:
        """A person said that `name` is this account (or with `parent` a part of it)."""
        words = core(tokens(name))
        key, form = _hash("".join(words)), Form.PARENT if parent else Form.LEARNED
        self._fresh.setdefault(key, []).append((account_id, form))
        if words:
            self._open(words[0])

    def unlearn(self, name: str, account_id: str) -> None:
        """A person took back that `name` is this account."""
        words = core(tokens(name))
        key = _hash("".join(words))
        pairs = self._fresh.get(key, [])
        kept = [pair for pair in pairs if pair[0] != account_id or pair[1] < Form.LEARNED]
        self._fresh[key] = kept
        if words:
            self._open(words[0], len(kept) - len(pairs))

    def _open(self, first_word: str, count: int = 1) -> None:
        """One name more (or fewer) of several words starts with this one."""
        first = _hash(first_word) & _HALF
        self._fresh_firsts[first] = self._fresh_firsts.get(first, 0) + count

    def forbid(self, name: str, account_id: str) -> None:
        """A person said that `name` is never this account."""
        self._never.setdefault("".join(core(tokens(name))), set()).add(account_id)

    def allow(self, name: str, account_id: str) -> None:
        """A person took back that `name` is never this account."""
        self._never.get("".join(core(tokens(name))), set()).discard(account_id)

    def meet(self, account_id: str, people: Iterable[str]) -> None:
        """Names of the people who are known to work there, instead of those told before; a single word says nothing."""
        full = tuple(dict.fromkeys(name for name in people if len(tokens(name)) > 1))
        if full:
            self._people[account_id] = full
        else:
            self._people.pop(account_id, None)

    # --- look-ups ---

    def people(self, account_id: str) -> tuple[str, ...]:
        """Who is known to work there."""
        return self._people.get(account_id, ())

    def by_name(self, folded: str) -> tuple[Hit, ...]:
        """Accounts called so, strongest form first; `folded` as `names.fold` gives it."""
        key = squash(folded)
        barred = self._never.get(key, set())
        return tuple(hit for hit in self._hits(key) if hit.account.id not in barred)

    def by_domain(self, domain: str) -> tuple[Hit, ...]:
        """Accounts with this registrable domain."""
        return self._hits("@" + domain)

    def barred(self, name: str) -> frozenset[str]:
        """Ids of accounts that people said this name never means."""
        return frozenset(self._never.get(squash(name), ()))

    def sharing(self, first_word: str) -> int:
        """How many accounts have a name of several words that starts with this one: a family, or a common word."""
        key = _hash(first_word) & _HALF
        bulk = bisect_right(self._firsts, key) - bisect_left(self._firsts, key)
        return bulk + self._fresh_firsts.get(key, 0)

    def get(self, account_id: str) -> Account | None:
        return self._fetch(account_id)

    def _hits(self, key: str) -> tuple[Hit, ...]:
        hashed = _hash(key)
        found: dict[str, Form] = {}
        for account_id, form in self._pairs(hashed):
            strength = (form < Form.LEARNED, form)  # what a person taught comes first
            if account_id not in found or strength < (found[account_id] < Form.LEARNED, found[account_id]):
                found[account_id] = form
        hits = (Hit(account, form) for account_id, form in found.items() if (account := self._fetch(account_id)))
        return tuple(sorted(hits, key=lambda hit: (hit.form < Form.LEARNED, hit.form, hit.account.id)))

    def _pairs(self, hashed: int) -> Iterator[tuple[str, Form]]:
        at = bisect_left(self._hashes, hashed)
        while at < len(self._hashes) and self._hashes[at] == hashed:
            place = self._places[at]
            if place >> _KIND_BITS not in self._gone:
                yield self._ids[place >> _KIND_BITS], Form(place & 7)
            at += 1
        yield from self._fresh.get(hashed, ())

    def _known(self, hashed: int) -> bool:
        at = bisect_left(self._hashes, hashed)
        return (at < len(self._hashes) and self._hashes[at] == hashed) or hashed in self._fresh

    def _opens(self, word: str) -> bool:
        """Can a name start with this word?"""
        hashed = _hash(word) & _HALF
        at = bisect_left(self._firsts, hashed)
        return (at < len(self._firsts) and self._firsts[at] == hashed) or hashed in self._fresh_firsts

    def scan(self, text: str) -> list[Spotted]:
        """Names of accounts in running text, longest first at each place, no overlaps.

        A single ordinary word counts only with a capital letter where the text has small ones, too.
        """
        spans = [(m.start(), m.end(), "".join(tokens(m[0]))) for m in _WORD.finditer(text)]
        found: list[Spotted] = []
        at = 0
        while at < len(spans):
            spotted, used = self._longest(text, spans[at : at + _LONGEST])
            if spotted is not None:
                found.append(spotted)
            at += used
        return found

    def _longest(self, text: str, spans: list[tuple[int, int, str]]) -> tuple[Spotted | None, int]:
        first = spans[0][2]
        longest = len(spans) if self._opens(first) else 1
        for count in range(longest, 0, -1):
            key = "".join(word for _, _, word in spans[:count])
            if not self._known(_hash(key)):
                continue
            start, end = spans[0][0], spans[count - 1][1]
            written = text[start:end]
            if count == 1 and commonness(first) and written.islower():
                continue
            if hits := self.by_name(key):
                return Spotted(start, end, written, hits), count
        return None, 1


def of(accounts: Mapping[str, Account]) -> AccountIndex:
    """An index over accounts that the caller keeps."""
    return AccountIndex.build(accounts.values(), fetch=accounts.get)
