"""Warm paths: how one of us comes to a contact through people who know each other, told in words. Pure.

One hop: a tie to the contact. Two: a tie to somebody at the same company, or at one that it belongs to or owns. Three:
somebody elsewhere in the same group. Where the way has to begin with one of us, asking a colleague is a hop, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from campaigns.people.answers import say_tie

MOST_HOPS = 3


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody, and where they work."""

    id: str
    name: str
    account_id: str
    account: str


@dataclass(frozen=True, slots=True)
class WarmPath:
    """One of us, who knows `through`, who is the contact or somebody near them.

    `distance` counts companies: 0 the same, 1 owner or subsidiary, 2 elsewhere in the group.
    """

    contact: Known
    through: Known
    teammate_id: str
    teammate: str
    tie_id: str
    kind: str
    strength: int  # 1..5
    since: date | None = None
    last_touch: date | None = None
    evidence: str | None = None
    distance: int = 0
    asks: str | None = None  # name of the one of us who asks the teammate; None where they write themselves

    @property
    def hops(self) -> int:
        between = 0 if self.through.id == self.contact.id else max(1, self.distance)
        return 1 + between + (self.asks is not None)

    @property
    def steps(self) -> tuple[str, ...]:
        """Each hop as a sentence without a full stop, from us to the contact."""
        tie = say_tie(
            self.kind,
            teammate=self.teammate,
            contact=self.through.name,
            strength=self.strength,
            since=self.since,
            last=self.last_touch,
        )
        found = [f"{self.asks} asks {self.teammate}"] if self.asks else []
        found.append(tie)
        if self.through.id != self.contact.id:
            found.append(f"{self.through.name} {self._near()}")
        return tuple(found)

    def _near(self) -> str:
        who, there, here = self.contact.name, self.through.account, self.contact.account
        if self.distance == 0:
            return f"works with {who} at {here}"
        group = "which belongs together with" if self.distance == 1 else "of the same group as"
        return f"is at {there}, {group} {here}, where {who} is"

    def __str__(self) -> str:
        return "; ".join(self.steps)


def warmest(paths: list[WarmPath], limit: int) -> tuple[WarmPath, ...]:
    """The shortest first, of those the strongest, of those the one that was in touch last."""

    def order(path: WarmPath) -> tuple[object, ...]:
        touched = path.last_touch.toordinal() if path.last_touch else 0
        return path.hops, path.distance, -path.strength, -touched, path.teammate, path.through.name

    return tuple(sorted((path for path in paths if path.hops <= MOST_HOPS), key=order)[:limit])
