"""Which account a company in a text is: the best-supported candidate, or an honest "nobody for sure".

Every candidate adds up parts in log-odds: what kind of form was found, how ordinary the name is as a word, and what the
text says that fits the account's row or contradicts it. The parts are kept, so that a person can read why.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from campaigns.candidates import Candidate, candidates
from campaigns.context import Context, context, domains, owns
from campaigns.evidence import ambiguity, weigh
from campaigns.index import AccountIndex
from campaigns.names import core, fold, look_alike, tokens
from campaigns.types import Abstain, Match, Scored
from triggers.types import CompanyRef, Reading

ENOUGH = 0.15  # log-odds from which a candidate is believed
MARGIN = 0.8  # how far the best must stand above another account
SHOWN = 5  # candidates that are kept for the explanation


def match(company: str, reading: Reading, index: AccountIndex) -> Match | Abstain:
    """The account that `company`, as `reading` tells of it, stands for."""
    words = core(tokens(company))
    if not words:
        return Abstain("there is no name to look up")
    imitated = _imitation(company, index)
    if imitated is not None:
        return imitated
    found = candidates(company, words, reading, index)
    if not found and company.endswith(("'s", "’s")):
        return match(company[:-2], reading, index)
    if not found:
        return Abstain(f"no account is called {company}")
    around = context(company, reading)
    ranked = sorted((_score(company, one, around, index) for one in found), key=lambda s: (-s[0], s[1].account_id))
    return _decide(company, ranked[:SHOWN], index)


def _score(company: str, one: Candidate, around: Context, index: AccountIndex) -> tuple[float, Scored]:
    parts = weigh(company, one, around, index)
    total = sum(weight for _, weight in parts)
    method = "domain" if any(label.startswith("its domain") for label, _ in parts) else one.method
    return total, Scored(
        account_id=one.account.id,
        name=one.account.name,
        score=round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), 3),
        method=method,
        form=one.form,
        parts=tuple((label, round(weight, 2)) for label, weight in parts),
    )


def _decide(company: str, ranked: Sequence[tuple[float, Scored]], index: AccountIndex) -> Match | Abstain:
    total, best = ranked[0]
    everybody = tuple(scored for _, scored in ranked)
    if total < ENOUGH:
        doubt = doubts(best.parts) or "too little speaks for it"
        return Abstain(f"{company} may not be {_told(best, index)}: {doubt}", everybody, ask=True)
    rivals = [scored for other, scored in ranked[1:] if total - other < MARGIN and other > 0]
    rivals = [scored for scored in rivals if not _related(best.account_id, scored.account_id, index)]
    if rivals:
        names = " or ".join([_told(best, index), *(_told(rival, index) for rival in rivals)])
        return Abstain(f"{company} could be {names}, and the text does not say which", everybody, ask=True)
    return Match(best, everybody[1:] + _parent_of(best, index))


def doubts(parts: Sequence[tuple[str, float]]) -> str:
    """What speaks against a candidate, the heaviest first; empty where nothing does."""
    against = sorted((weight, label) for label, weight in parts if weight < 0)
    return "; ".join(label for _, label in against[:3])


def _told(scored: Scored, index: AccountIndex) -> str:
    account = index.get(scored.account_id)
    more = [part for part in (account.domain, account.country) if part] if account else []
    return f"{scored.name} ({', '.join(more) or scored.account_id})"


def _related(one_id: str, other_id: str, index: AccountIndex) -> bool:
    one, other = index.get(one_id), index.get(other_id)
    return one is not None and other is not None and (one.parent == other_id or other.parent == one_id)


def _parent_of(best: Scored, index: AccountIndex) -> tuple[Scored, ...]:
    """The parent of a matched subsidiary, so that a person can move the trigger up."""
    account = index.get(best.account_id)
    parent = index.get(account.parent) if account and account.parent else None
    if parent is None:
        return ()
    return (Scored(parent.id, parent.name, best.score, "parent", best.form, ((f"{best.name} belongs to it", 0.0),)),)


def _imitation(company: str, index: AccountIndex) -> Abstain | None:
    """A warning where the name only looks like an account's, in letters of another script."""
    latin = look_alike(company)
    if latin is None or index.by_name(fold(company)):
        return None
    hits = index.by_name(fold(latin))
    if not hits:
        return None
    shown = tuple(
        Scored(hit.account.id, hit.account.name, 0.0, "folded", company, (("letters of another script", -9.0),))
        for hit in hits[:SHOWN]
    )
    odd = " ".join(f"U+{ord(c):04X}" for c in company if not c.isascii())
    return Abstain(
        f"“{company}” ({odd}) only looks like “{hits[0].account.name}”: letters of another script", shown, ask=True
    )


class IndexResolver:
    """`triggers.ports.CompanyResolver` over an index; remembers what it said about each name in each entry."""

    def __init__(self, index: AccountIndex, *, remember: int = 20_000) -> None:
        self._index = index
        self._remember = remember
        self._said: dict[tuple[str, str, str, str | None], Match | Abstain] = {}

    def outcome(self, company: str, reading: Reading) -> Match | Abstain:
        """`match`, remembered. What is known of an entry beside its text changes when it was read: no part of this."""
        key = (company, reading.title, reading.summary, reading.url)
        said = self._said.get(key)
        if said is None:
            if len(self._said) >= self._remember:
                self._said.clear()
            said = self._said[key] = match(company, reading, self._index)
        return said

    def forget(self) -> None:
        """Drop what was remembered; call it after the index changed."""
        self._said.clear()

    def resolve(self, names: Sequence[tuple[str, Reading]]) -> list[CompanyRef]:
        """One reference per (company name, reading), in order."""
        return [self._reference(company, reading) for company, reading in names]

    def _reference(self, company: str, reading: Reading) -> CompanyRef:
        said = self.outcome(company, reading)
        if isinstance(said, Match):
            return CompanyRef(f"account:{said.best.account_id}", company, said.best.account_id)
        own = sorted(domain for domain in domains(reading) if owns(domain, company))
        if own:
            return CompanyRef(f"domain:{own[0]}", company)
        country = home(company, reading)
        return CompanyRef(f"name:{fold(company)}|{country if _ordinary(company) else ''}", company, home=country)


def _ordinary(company: str) -> bool:
    """Whether several companies may well have this name.

    Outlets tell the country or leave it out as they please. A coined name is one company either way, and keying it by
    country would tear one event into two.
    """
    words = core(tokens(company))
    return bool(words) and ambiguity(words)[1] <= -0.5


def home(company: str, reading: Reading) -> str:
    """The one country that the text gives to the company, or nothing."""
    found = context(company, reading).home
    return next(iter(found)) if len(found) == 1 else ""
