"""All accounts by what they are called, in one process.

The bulk lies in flat sorted arrays of 64-bit hashes, which worker processes share after a fork; what changed since the
bulk was built lies in a small dict beside it. A look-up costs the same for a thousand accounts and for a million.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from campaigns.account_keys import Form, Keys, keys_of
from campaigns.index_bulk import Bulk, half_hash_of, hash_of
from campaigns.names import core, squash, tokens
from campaigns.workspace import Account


@dataclass(frozen=True, slots=True)
class Hit:
    account: Account
    form: Form


Fetch = Callable[[str], Account | None]


class AccountIndex:
    """Look-ups by folded name and by domain; accounts can be added and removed at any time.

    `fetch` gives an account by its id. Without one the index keeps the accounts it was built from.
    """

    def __init__(self, fetch: Fetch | None = None) -> None:
        self._kept: dict[str, Account] = {}  # as the bulk was built
        self._edited: dict[str, Account | None] = {}  # since then; None: gone
        self._fetch: Fetch = fetch or self._own
        self._keeps = fetch is None
        self._bulk = Bulk()
        self._gone: set[int] = set()
        self._fresh: dict[int, list[tuple[str, Form]]] = {}
        self._fresh_keys: dict[str, list[int]] = {}  # of accounts added since the bulk was built
        self._fresh_firsts: dict[int, int] = {}
        self._never: dict[str, set[str]] = {}
        self._people: dict[str, tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(self._bulk) - len(self._gone) + len(self._fresh_keys)

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
        def keyed() -> Iterator[tuple[str, Keys]]:
            for account in accounts:
                if self._keeps:
                    self._kept[account.id] = account
                yield account.id, keys_of(account)

        self._bulk = Bulk(keyed())

    # --- changes ---

    def branch(self) -> AccountIndex:
        """A copy to change while others still ask this one. The bulk is shared, so it costs what changed before."""
        new = AccountIndex(None if self._keeps else self._fetch)
        new._kept, new._edited = self._kept, dict(self._edited)
        new._bulk = self._bulk
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
            self._fresh.setdefault(hash_of(key), []).append((account.id, form))
        for first in openers:
            self._open(first)
        self._fresh_keys[account.id] = [hash_of(key) for key in pairs]

    def remove(self, account_id: str) -> None:
        """Forget an account; what people taught about its names stays for its return. Unknown ids are ignored."""
        if self._keeps and (old := self._own(account_id)) is not None:
            for first in keys_of(old)[1]:
                self._open(first, -1)
        if (row := self._bulk.row(account_id)) is not None:
            self._gone.add(row)
        for key in self._fresh_keys.pop(account_id, ()):
            self._fresh[key] = [pair for pair in self._fresh[key] if pair[0] != account_id or pair[1] >= Form.LEARNED]
        if self._keeps:
            self._edited[account_id] = None

    def _own(self, account_id: str) -> Account | None:
        """An account that the index keeps, as it is now."""
        return self._edited[account_id] if account_id in self._edited else self._kept.get(account_id)

    def learn(self, name: str, account_id: str, *, parent: bool = False) -> None:
        """A person said that `name` is this account (or with `parent` a part of it)."""
        words = core(tokens(name))
        key, form = hash_of("".join(words)), Form.PARENT if parent else Form.LEARNED
        self._fresh.setdefault(key, []).append((account_id, form))
        if words:
            self._open(words[0])

    def unlearn(self, name: str, account_id: str) -> None:
        """A person took back that `name` is this account."""
        words = core(tokens(name))
        key = hash_of("".join(words))
        pairs = self._fresh.get(key, [])
        kept = [pair for pair in pairs if pair[0] != account_id or pair[1] < Form.LEARNED]
        self._fresh[key] = kept
        if words:
            self._open(words[0], len(kept) - len(pairs))

    def _open(self, first_word: str, count: int = 1) -> None:
        """One name more (or fewer) of several words starts with this one."""
        first = half_hash_of(first_word)
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
        half = half_hash_of(first_word)
        return self._bulk.sharing(half) + self._fresh_firsts.get(half, 0)

    def get(self, account_id: str) -> Account | None:
        return self._fetch(account_id)

    def _hits(self, key: str) -> tuple[Hit, ...]:
        hashed = hash_of(key)
        found: dict[str, Form] = {}
        for account_id, form in (*self._bulk.pairs(hashed, self._gone), *self._fresh.get(hashed, ())):
            strength = (form < Form.LEARNED, form)  # what a person taught comes first
            if account_id not in found or strength < (found[account_id] < Form.LEARNED, found[account_id]):
                found[account_id] = form
        hits = (Hit(account, form) for account_id, form in found.items() if (account := self._fetch(account_id)))
        return tuple(sorted(hits, key=lambda hit: (hit.form < Form.LEARNED, hit.form, hit.account.id)))


def of(accounts: Mapping[str, Account]) -> AccountIndex:
    """An index over accounts that the caller keeps."""
    return AccountIndex.build(accounts.values(), fetch=accounts.get)
