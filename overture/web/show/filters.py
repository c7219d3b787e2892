"""The queue's search language: `is:` `source:` `story:` `owner:` `kind:` `by:` `score:>60` `id:7.12` and plain words.
Pure."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass, replace

from overture.config.places import suggestion
from overture.db.queue_pick import QueueQuery, Sort, Tab

_IS: dict[str, Tab] = {
    "mine": "mine", "unassigned": "unassigned", "snoozed": "snoozed", "outbox": "outbox", "approved": "outbox",
    "blocked": "blocked", "decided": "decided",
}  # fmt: skip
_STATES = frozenset({"rejected", "expired", "superseded", "done"})
_LONGEST = 300
_IDS = re.compile(r"\d{1,9}([.,]\d{1,9})*")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was understood, term by term, and what was not."""

    query: QueueQuery
    terms: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def parse(text: str, *, tab: Tab, user: str, sort: Sort = "score", after: int | None = None) -> Parsed:
    """Read a filter. A term that is not understood is reported, never guessed."""
    query = QueueQuery(tab, user, sort=sort, after=after)
    terms: list[str] = []
    unknown: list[str] = []
    for term in _split(text[:_LONGEST]):
        changed = _take(query, term)
        if changed is None:
            unknown.append(term)
        else:
            query = changed
            terms.append(term)
    return Parsed(query, tuple(terms), tuple(unknown))


def only(ids: Iterable[int]) -> str:
    """The filter that finds these drafts and no others; of very many, as many as it has room for."""
    text = "id:" + ".".join(map(str, ids))
    return text if len(text) <= _LONGEST else text[: _LONGEST + 1].rpartition(".")[0]


def missed(query: QueueQuery, stories: Iterable[str]) -> str:
    """What the filter names and nothing bears, in words with what was probably meant; else empty."""
    if query.story is None or any(query.story.casefold() in one for one in stories):
        return ""
    return f'no story has "{query.story}" in its name{suggestion(query.story, stories)}'


def _split(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:  # an open quotation mark
        return text.split()


def _take(query: QueueQuery, term: str) -> QueueQuery | None:
    name, colon, value = term.partition(":")
    if not colon:
        return replace(query, words=(*query.words, term))
    if name == "is":
        return _is(query, value)
    if name == "score":
        return _score(query, value)
    if name == "id":
        return replace(query, ids=tuple(map(int, re.split("[.,]", value)))) if _IDS.fullmatch(value) else None
    named = {"source": "source", "story": "story", "owner": "owner", "kind": "kind", "by": "decided_by"}
    if name not in named or not value:
        return None
    value = query.user if value == "me" and name in ("owner", "by") else value
    changed: QueueQuery = replace(query, **{named[name]: value})  # type: ignore[arg-type]
    return changed


def _is(query: QueueQuery, value: str) -> QueueQuery | None:
    if value in _IS:
        return replace(query, tab=_IS[value])
    return replace(query, tab="decided", state=value) if value in _STATES else None


def _score(query: QueueQuery, value: str) -> QueueQuery | None:
    found = re.fullmatch(r"([<>])(\d{1,3})", value)
    if not found:
        return None
    number = int(found.group(2))
    return replace(query, score_over=number) if found.group(1) == ">" else replace(query, score_under=number)
