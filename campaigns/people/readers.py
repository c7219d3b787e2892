"""Who reads about this, worries about it, and knows one of us: the join of interest, recent concern and tie. Pure.

Words are compared by their beginnings, since "churn", "churning" and "Churn-Rate" are one subject; common words of a
language say nothing about a subject and are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from campaigns.names import tokens
from campaigns.workspace import Concern, Contact, Interest, Tie

RECENT = timedelta(days=548)  # a concern heard longer ago is no reason to write
_STEM = 5  # letters in which two forms of a word agree
_SHORT = 4  # shorter words are kept whole only as names of things: "CRM", "AI"
_COMMON = frozenset(
    tokens(
        """about above after again against also and any because been before being between both but can come could does
        done down during each even every everybody everything few first for from get gets getting give given
        goes going good great had has have having hear her here him his how into its just keep keeping know
        less like long look made make makes many may more most much must need needs never new next nobody
        nor not nothing now off old once one only other our ours out over own part people rather really same
        say see she should since some somebody something still such take takes than that the their them then
        there these they thing things this those through time too two under until use used using very want
        was way week weeks well were what when where which while who whole why will with within without work
        works would year years you your yours aber alle allem allen aller alles als also andere auch auf aus
        bei beim bin bis dann darum das dass dein dem den denn der des die dies diese dieser doch dort durch
        ein eine einem einen einer eines erst etwas euch euer für gegen gibt haben hat hatte ihm ihn ihr
        ihre immer jede jeder jedes jetzt kann kein keine können mehr mein mit muss nach neue neuen nicht
        nichts noch nur oder ohne schon sehr sein seine sich sie sind über um und uns unser unsere unter
        viel viele vom von vor war was weil wenn wer werden wie wieder will wir wird wurde zum zur zwei"""
    )
)


@dataclass(frozen=True, slots=True)
class Reader:
    """A contact for whom a post is a reason to write, and why. Higher `rank` comes first."""

    contact_id: str
    account_id: str
    topic: str
    concern_id: str
    tie_id: str
    rank: tuple[int, int]  # strength of the tie, newness of the concern


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """The subject words of a text by their beginnings. Words of fewer than three letters count in capitals only."""
    found = set()
    for raw in text.replace("-", " ").split():
        for word in tokens(raw):
            if len(word) >= _SHORT and word not in _COMMON:
                found.add(word[:_STEM])
            elif 1 < len(word) < _SHORT and raw.strip("\"'“”‘’.,:;!?()[]").isupper():
                found.add(word)
    return frozenset(found)


def is_about(topic: str, text: Collection[str]) -> bool:
    """Whether a text, given as stems, is about a topic: every subject word of the topic stands in it."""
    wanted = stems(topic) or frozenset(word[:_STEM] for word in tokens(topic))
    return bool(wanted) and wanted <= set(text)


def touches_on(statement: str, subject: Collection[str]) -> bool:
    """Whether what somebody said shares a subject word with a post and its topic."""
    return not stems(statement).isdisjoint(subject)


def worries_about(
    title: str, text: str, concerns: Sequence[Concern], interests: Sequence[Interest]
) -> tuple[Concern, ...]:
    """What one person said that a post touches on, by its title and by what of it they read about."""
    words = stems(f"{title} {text}")
    subject = stems(title).union(*(stems(one.topic) for one in interests if is_about(one.topic, words)))
    return tuple(one for one in concerns if touches_on(one.statement, subject))


def readers(
    title: str,
    text: str,
    *,
    contacts: Sequence[Contact],
    interests: Sequence[Interest],
    concerns: Sequence[Concern],
    ties: Sequence[Tie],
    today: date,
) -> list[Reader]:
    """Contacts who read about it, said something lately that it touches on, and are tied to one of us; first the
    strongest tie, then the newest concern. Rows about other contacts are ignored."""
    words = stems(f"{title} {text}")
    found = []
    for contact in contacts:
        topic = next(
            (one.topic for one in interests if one.contact_id == contact.id and is_about(one.topic, words)), None
        )
        tie = max((one for one in ties if one.contact_id == contact.id), key=lambda one: one.strength, default=None)
        if topic is None or tie is None:
            continue
        subject = stems(title) | stems(topic)
        said = [one for one in concerns if one.contact_id == contact.id and _lately(one, today)]
        concern = max(
            (one for one in said if touches_on(one.statement, subject)), key=lambda one: one.heard_on, default=None
        )
        if concern is not None:
            rank = (tie.strength, concern.heard_on.toordinal())
            found.append(Reader(contact.id, contact.account_id, topic, concern.id, tie.id, rank))
    return sorted(found, key=lambda one: (-one.rank[0], -one.rank[1], one.contact_id))


def _lately(concern: Concern, today: date) -> bool:
    return today - RECENT < concern.heard_on <= today
