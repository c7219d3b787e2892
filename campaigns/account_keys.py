"""What an account can be looked up by: squashed names, each with the way in which it stands for the account."""

from __future__ import annotations

from enum import IntEnum

from campaigns.names import core, former_names, house, registrable_domain, tokens, transliterated
from campaigns.words import lists
from campaigns.workspace import Account

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
