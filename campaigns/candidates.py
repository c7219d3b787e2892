"""Accounts that a name could stand for, by the ways in which names are shortened, lengthened and linked. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from campaigns.account_keys import Form
from campaigns.context import domains, owns, page
from campaigns.index import AccountIndex, Hit
from campaigns.names import core, house, tokens
from campaigns.places import places
from campaigns.sectors import sectors
from campaigns.words import commonness, lists, proper_name
from campaigns.workspace import Account
from triggers.types import Reading


@dataclass(frozen=True, slots=True)
class Candidate:
    account: Account
    how: str  # a key of `evidence.BASE`
    method: str  # domain, exact, alias, folded, parent, learned
    form: str  # the words in the text that stood for it
    words: tuple[str, ...]  # the folded words that were found in the index


# Words after a house's name that make a product or a department of it, whatever the house is called ...
_PRODUCTS = frozenset(lists("names")["product"])
# ... and those that only do so behind a name that is nobody else's.
_DIVISIONS = frozenset(lists("names")["division"])
_LONGEST = 6
_HOW = {
    Form.NAME: ("name", "folded"),
    Form.ALIAS: ("alias", "alias"),
    Form.FORMER: ("former", "alias"),
    Form.HOUSE: ("house", "folded"),
    Form.SHORT: ("short", "folded"),
    Form.LEARNED: ("learned", "learned"),
    Form.PARENT: ("taught parent", "parent"),
}


def candidates(company: str, words: list[str], reading: Reading, index: AccountIndex) -> list[Candidate]:
    """Every account that `company` (its folded core in `words`) could be, each in its strongest way."""
    barred = index.barred("".join(words))
    found: dict[str, Candidate] = {}
    for one in (
        *_called(company, words, index),
        *_linked(company, words, reading, index),
        *_of_the_house(company, words, index),
        *_units(company, words, index),
    ):
        if one.account.id not in barred:
            found.setdefault(one.account.id, one)
    return list(found.values())


def _called(company: str, words: list[str], index: AccountIndex) -> list[Candidate]:
    written = tokens(company)
    found = []
    for hit in index.by_name("".join(words)):
        how, method = _HOW[hit.form]
        if hit.form is Form.NAME and written == tokens(hit.account.name):
            method = "exact"
        found.append(Candidate(hit.account, how, method, company, tuple(words)))
    return found


def _linked(company: str, words: list[str], reading: Reading, index: AccountIndex) -> list[Candidate]:
    """Accounts whose domain the text or its address names, where the domain goes with the name.

    A link alone proves little: news links to many houses, and a publisher can be an account itself.
    """
    found = []
    own = page(reading)
    for domain in sorted(domains(reading) | ({own} if own else set())):
        for hit in index.by_domain(domain):
            named = set(core(tokens(hit.account.name)))
            if owns(domain, company) or words[0] in named or "".join(words) in "".join(named):
                found.append(Candidate(hit.account, "linked", "domain", company, tuple(words)))
    return found


def _of_the_house(company: str, words: list[str], index: AccountIndex) -> list[Candidate]:
    """ "Pearl Group" for an account "Pearl"."""
    bare = house(words)
    if len(bare) == len(words):
        return []
    hits = (
        hit for hit in index.by_name("".join(bare)) if hit.form in (Form.NAME, Form.ALIAS, Form.HOUSE, Form.LEARNED)
    )
    return [Candidate(hit.account, "house", "folded", company, tuple(bare)) for hit in hits]


def _units(company: str, words: list[str], index: AccountIndex) -> list[Candidate]:
    """ "Acme Cloud" for an account "Acme": a product or department that carries the name of its house."""
    for size in range(min(len(words) - 1, _LONGEST), 0, -1):
        name, rest = words[:size], words[size:]
        hits = [hit for hit in index.by_name("".join(name)) if hit.form in (Form.NAME, Form.ALIAS, Form.LEARNED)]
        if hits and _is_unit(name, rest, hits, index):
            return [Candidate(hit.account, "unit", "parent", company, tuple(name)) for hit in hits]
    return []


def _is_unit(name: list[str], rest: list[str], hits: list[Hit], index: AccountIndex) -> bool:
    own = sum(len(core(tokens(hit.account.name))) > 1 for hit in hits)
    if index.sharing(name[0]) > own:  # a family of houses: each carries the name, none owns the others
        return False
    word = "".join(name)
    if all(part in _PRODUCTS for part in rest):
        return len(word) > 3
    if len(word) < 4 or (len(name) == 1 and commonness(word) in ("everyday", "known")):
        return False
    if len(rest) <= 2 and any(
        sectors(rest) & trade_of(hit.account) for hit in hits
    ):  # "Acme Motorcycles" for a maker of cars
        return True
    here = {at for at, _ in places(rest)}
    known = all(part in _PRODUCTS or part in _DIVISIONS or at in here for at, part in enumerate(rest))
    return known and (not proper_name(word) or any(bearer(hit.account, word) for hit in hits))


def trade_of(account: Account) -> frozenset[str]:
    """The account's lines of business: its industry, its tags, and the words behind the first of its name."""
    behind = core(tokens(account.name))[1:]
    return sectors(tokens(f"{account.industry or ''} {' '.join(account.tags)}") + behind)


def bearer(account: Account, name: str) -> bool | None:
    """Does the account own the plain domain of this squashed name ("acme.com")? None where it has no domain."""
    if not account.domain:
        return None
    label, _, suffix = account.domain.lower().partition(".")
    return label.replace("-", "") == name and suffix == "com"
