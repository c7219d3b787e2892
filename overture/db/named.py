"""Which companies that we know by name a text names: what no rule of language could tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, and_, func, or_, select

from campaigns.names import short_name, tokens
from campaigns.words import commonness
from overture.db.tables import accounts, drafts

_LONGEST, _MOST = 4, 120  # words in a name that is looked for, and names
_TOLD_OF = ("customer", "former", "partner")  # whose short names are looked for, too: we might tell of them
# Nobody writes these into a letter, and most lists of accounts carry them: asked for by equality, an index serves all.
_LEGAL = (
    "GmbH", "AG", "SE", "KG", "KGaA", "GmbH & Co. KG", "SE & Co. KG", "SE + Co. KG", "Ltd", "Ltd.", "Limited", "plc",
    "PLC", "Inc", "Inc.", "Corp", "Corp.", "LLC", "SA", "SAS", "BV", "B.V.", "NV", "N.V.", "AB",
)  # fmt: skip


def accounts_named(connection: Connection, text: str, *, besides: int) -> tuple[str, ...]:
    """Names of accounts as they stand in the text; the account of the draft `besides` is its reader's own.

    Any account by its name, with or without its legal form and in capitals or not, and those with whom we have dealt by
    the first word of it, too.
    """
    whole = _candidates(text)
    if not whole:
        return ()
    own = func.coalesce(select(drafts.c.account_id).where(drafts.c.id == besides).scalar_subquery(), "")
    a = accounts.c
    first = [word for word in whole if " " not in word and len(word) > 3]
    short = and_(a.lifecycle.in_(_TOLD_OF), or_(*(a.name.startswith(f"{word} ", autoescape=True) for word in first)))
    spelled = a.name.in_(sorted(set(_spellings(whole))))
    wanted = or_(spelled, short) if first else spelled
    found = connection.scalars(select(a.name).where(wanted, a.retired_at.is_(None), a.id != own).limit(_MOST)).all()
    known = {_plain(form) for name in found for form in (name, short_name(name), name.split()[0])}
    return tuple(sorted((one for one in whole if _plain(one) in known), key=len, reverse=True))


def _spellings(names: Iterable[str]) -> Iterator[str]:
    """How a list of accounts may spell what a letter calls so. An everyday word stands for itself alone."""
    for name in names:
        yield name
        if " " in name or (len(name) > 3 and commonness(name.lower()) is None):
            for one in {name} if " " in name else {name, name.upper(), name.capitalize()}:
                yield one
                yield from (f"{one} {form}" for form in _LEGAL)


def _plain(name: str) -> str:
    return " ".join(tokens(name))


def _candidates(text: str) -> list[str]:
    """Runs of capitalised words, and each beginning of such a run."""
    found: dict[str, None] = {}
    for line in re.split(r"[\n.!?,;:()\"“”„«»]", text):
        words = line.split()
        for at, word in enumerate(words):
            if word[:1].isupper():
                for end in range(at + 1, min(at + _LONGEST, len(words)) + 1):
                    if words[end - 1][:1].isupper() or words[end - 1] == "&":
                        found.setdefault(" ".join(words[at:end]))
    return list(found)[:400]
