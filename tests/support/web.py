"""The web app for tests: a filled database, a clock that tests turn, and browsers without a window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from campaigns.types import Segment
from overture.db.decisions import OutboxPolicy, Relinted, Standing
from overture.web.services import WebServices, WebSettings
from support.sample_drafts import COMPANY, KEYS

NOON = datetime(2026, 11, 19, 10, 32, tzinfo=UTC)


@dataclass
class Hand:
    """A clock that stands still until a test turns it."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **by: float) -> None:
        self.now += timedelta(**by)


def relint(before: Standing, subject: str, body: str, vouched: Sequence[str]) -> Relinted:
    """Binds nothing and finds nothing: the text as one literal run."""
    return Relinted((Segment(subject),), (Segment(body),), (), {"words": len(body.split())})


def services(
    engine: Engine,
    clock: Callable[[], datetime],
    *,
    demo_user: str | None = None,
    settings: WebSettings | None = None,
) -> WebServices:
    cheap = settings or WebSettings(
        hosts=frozenset({"localhost", "127.0.0.1", "testserver"}), hash_memory_kib=256, hash_passes=1
    )
    return WebServices(
        engine=engine, clock=clock, keyring=KEYS, outbox=lambda: OutboxPolicy(COMPANY), relint=relint,
        settings=cheap, demo_user=demo_user,
    )  # fmt: skip


@dataclass
class Cast:
    """Passwords of the people in the sample, the same for all."""

    password: str = "blue kettles hum softly"
    signed_in: dict[str, str] = field(default_factory=dict)
