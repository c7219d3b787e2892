"""What speaks for and against a candidate account, each part with its weight in log-odds. Pure.

The weights are round numbers, set by hand and checked against labelled news; they are kept in one place so that an
explanation can show them.
"""

from __future__ import annotations

import re

from campaigns.candidates import Candidate, bearer, trade_of
from campaigns.context import Context, owns
from campaigns.index import AccountIndex
from campaigns.names import core, registrable_domain, tokens
from campaigns.places import is_place
from campaigns.sectors import agree, clash
from campaigns.words import commonness, proper_name
from campaigns.workspace import Account

Part = tuple[str, float]

BASE: dict[str, Part] = {
    "name": ("called exactly so", 2.5),
    "alias": ("an alias of it", 2.4),
    "former": ("its former name", 1.8),
    "house": ("its name but for “Group” or “Holding”", 1.9),
    "short": ("its name without the word for its trade", 0.9),
    "unit": ("a part that carries its name", 1.3),
    "linked": ("a name that goes with its domain", 0.5),
    "learned": ("somebody said so", 6.0),
    "taught parent": ("somebody said it belongs to it", 5.0),
}
_TAUGHT = frozenset(("learned", "taught parent"))
_ORDINARY = {"everyday": ("an everyday word", -2.2), "known": ("an ordinary word", -2.0), "rare": ("a rare word", -0.9)}
_DOUBTFUL = -0.5  # below this a name needs the text's support
_SMALL, _TINY, _LARGE, _VERY_LARGE = 50, 10, 200, 1_000  # employees
_PER_HEAD = 1_500_000.0  # US dollars in one event per employee from which the firm looks too small for it


def ambiguity(words: list[str] | tuple[str, ...]) -> Part:
    """How likely a folded name is to mean something else, from the name alone; 0 for a coined one."""
    name = "".join(words)
    if is_place(words):
        return ("the name of a place", -2.5)
    if not name.isascii():
        return ("a very short name", -0.5) if len(name) < 2 else ("", 0.0)
    if len(name) <= 3:
        return _short(name)
    if len(words) > 1:
        return ("", 0.0)
    common = commonness(name)
    if common is None:
        return ("also a person's or place's name", -0.3) if proper_name(name) else ("", 0.0)
    label, weight = _ORDINARY[common]
    return (f"{label}, and a well-known name", weight + 1.2) if proper_name(name) else (label, weight)


def _short(name: str) -> Part:
    if len(name) == 1:
        return ("a single letter", -2.2)
    if len(name) == 2:
        return ("two letters", -1.6)
    return ("a three-letter word", -1.6) if commonness(name) in ("everyday", "known") else ("three letters", -0.5)


def weigh(company: str, one: Candidate, around: Context, index: AccountIndex) -> list[Part]:
    """All parts that count for this candidate, strongest kind first; parts without weight are left out."""
    parts = [BASE[one.how], *_domain(company, one.account, around)]
    if one.how not in _TAUGHT:
        doubt = _doubt(company, one, index)
        doubtful = doubt[1] < _DOUBTFUL
        parts += [doubt, *_place(one, around, doubtful), *_trade(one.account, around, doubtful)]
        parts += [
            *_acquaintances(one.account, around, index),
            *_bearer(one, doubtful),
            *_size(one.account, around, doubtful),
            *_writing(around, doubtful),
            *_neighbours(one, index),
        ]
    return [part for part in parts if part[1]]


def _doubt(company: str, one: Candidate, index: AccountIndex) -> Part:
    label, weight = ambiguity(one.words)
    written = tokens(company)
    if one.how == "name" and len(written) > 1 and written == tokens(one.account.name):
        return (label, weight * 0.3)  # "Science Corp." in the list and in the text
    # An alias was written down by somebody; a product's name shows that its first word is no ordinary one here.
    return (label, weight * 0.5) if one.how in ("alias", "unit") else (label, weight)


def _domain(company: str, account: Account, around: Context) -> list[Part]:
    own = registrable_domain(account.domain) if account.domain else None
    if own is None:
        return []
    if own in around.domains:
        return [(f"its domain {own} stands in the text", 4.0)]
    if own == around.page:
        return [(f"its domain {own} published this", 2.0)]
    others = sorted(domain for domain in around.domains if owns(domain, company))
    return [(f"the text names another domain, {others[0]}", -4.0)] if others else []


def _place(one: Candidate, around: Context, doubtful: bool) -> list[Part]:
    if one.account.country is None:
        return []
    country = one.account.country.upper()
    if country in around.home:
        return [(f"the text places it in {country}", 0.8)]
    if country in around.places:
        return [(f"the text names {country}", 0.4)]
    if around.home and one.how != "unit":  # a department may well be abroad
        return [(f"the text places it in {', '.join(sorted(around.home))}, the account is in {country}", -1.2)]
    return [(f"nothing in the text points to {country}", -0.2)] if doubtful else []


def _bearer(one: Candidate, doubtful: bool) -> list[Part]:
    """Who holds an ordinary word's plain .com is its best-known bearer; "get…" before it leaves room for another."""
    holds = bearer(one.account, "".join(one.words)) if doubtful else None
    if holds is None:
        return []
    return (
        [("it holds the plain .com of the name", 0.5)]
        if holds
        else [("somebody else may hold the plain .com of the name", -0.3)]
    )


def _trade(account: Account, around: Context, doubtful: bool) -> list[Part]:
    own = trade_of(account)
    if not own:
        return []
    if shared := agree(own, around.sectors):
        return [(f"the text speaks of {', '.join(sorted(shared))}", 1.0)]
    if clash(own, around.sectors):
        return [
            (
                f"the text speaks of {', '.join(sorted(around.sectors))}, the account is in {', '.join(sorted(own))}",
                -1.4,
            )
        ]
    return [(f"nothing in the text points to {', '.join(sorted(own))}", -0.4)] if doubtful else []


_PROPER = re.compile(r"\b[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){1,3}")


def _acquaintances(account: Account, around: Context, index: AccountIndex) -> list[Part]:
    """A contact of the account whom the text names, or somebody (an investor, a founder) whom its notes name too."""
    told = f" {' '.join(around.words)} "
    for name in index.people(account.id):
        if f" {' '.join(tokens(name))} " in told:
            return [(f"the text names {name}, who works there", 1.5)]
    for name in _PROPER.findall(account.notes or ""):
        if f" {' '.join(tokens(name))} " in told:
            return [(f"the text names {name}, as the account's notes do", 1.5)]
    return []


def _size(account: Account, around: Context, doubtful: bool) -> list[Part]:
    staff = account.employees
    if staff is None:
        return []
    parts: list[Part] = []
    if staff <= _SMALL and around.dollars > max(staff, 1) * _PER_HEAD:
        parts.append((f"large sums for a firm of {staff}", -1.2))
    if staff <= _SMALL:
        tiny = staff <= _TINY
        weight = (-0.8 if tiny else -0.4) if doubtful else (-0.3 if tiny else 0.0)
        parts.append((f"a firm of {staff}", weight))
    elif staff >= _LARGE:
        parts.append((f"a firm of {staff}", 0.8 if staff >= _VERY_LARGE else 0.4))
    return parts


def _writing(around: Context, doubtful: bool) -> list[Part]:
    if around.lower:
        return [("written in small letters, as a word", -2.0)]
    if not doubtful:
        return []
    if around.empty:
        return [("no text to check it against", -0.6)]
    return [("the text says that it is a company", 0.4)] if around.anchored else []


def _neighbours(one: Candidate, index: AccountIndex) -> list[Part]:
    """Other accounts whose names begin with the same word: the word alone may be any of them, or the house above."""
    if one.how not in ("name", "alias", "short") or len(one.words) > 1:
        return []
    own = sum(len(core(tokens(name))) > 1 for name in (one.account.name, *one.account.aliases))
    others = min(index.sharing(one.words[0]) - own, 2)
    if others <= 0 or (one.how != "short" and commonness(one.words[0]) is None):
        return []
    return [("other accounts begin with the same word", (-1.0 if one.how == "short" else -0.3) * others)]
