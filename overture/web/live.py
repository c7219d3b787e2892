"""News for open pages: counts, who looks at what, and what became of the draft that is on the screen.

One look at the database a second at most serves every open page, and only what has changed is worked out for each.
A stream ends by itself after some minutes, so that whoever lost the right to see it does not go on seeing it; there
are so many streams and no more, and a page that gets none asks now and then instead.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.concurrency import run_in_threadpool

from overture.db import watching
from overture.db.engine import read
from overture.db.live import draft_now, mark
from overture.db.views import tab_counts, waiting_for
from overture.db.watching import Present
from overture.web.deps import Parts

MOST = 64  # streams of this process
MOST_EACH = 4  # of one person: a few windows
LOOK_SECONDS = 1.0
LIFE_SECONDS = 240.0

People = dict[int, tuple[Present, ...]]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What all pages have in common: how far the log has come, and who is where."""

    mark: int
    people: People
    tabs: Mapping[str, int] = field(compare=False)  # the same for everybody, but for `mine`


class Live:
    """Hands out streams, and looks once for all of them."""

    def __init__(
        self, parts: Parts, *, life: float = LIFE_SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._parts = parts
        self._life = life
        self._clock = clock
        self._open: Counter[str] = Counter()
        self._seen: Snapshot | None = None
        self._seen_at = 0.0
        self._looking = asyncio.Lock()
        self._closed = False

    def close(self) -> None:
        """The house closes: every stream ends within moments."""
        self._closed = True

    @property
    def streams(self) -> int:
        return self._open.total()

    def has_place(self, user: str) -> bool:
        return self.streams < MOST and self._open[user] < MOST_EACH

    @contextmanager
    def place(self, user: str) -> Iterator[bool]:
        """A place for one more stream while the body runs; False where there is none."""
        free = self.has_place(user)
        self._open[user] += free
        try:
            yield free
        finally:
            self._open[user] -= free
            if not self._open[user]:
                del self._open[user]

    async def events(self, user: str, draft_id: int | None) -> AsyncGenerator[dict[str, str | int], None]:
        """What this person's page has to know, each time that it changes."""
        began, before = self._clock(), ""
        ends = began + self._life
        with self.place(user) as free:
            while free and self._on(ends):
                snapshot = await self._look(since=began)
                news = await run_in_threadpool(self._news, snapshot, user, draft_id) if snapshot else ""
                if news and news != before:
                    yield {"event": "news", "data": news, "retry": 5_000}
                    before = news
                await self._changed(snapshot, ends)

    async def _changed(self, seen: Snapshot | None, ends: float) -> None:
        """Wait until something is different from what was seen."""
        while self._on(ends):
            await asyncio.sleep(LOOK_SECONDS)
            if await self._look() != seen:
                return

    def _on(self, ends: float) -> bool:
        return not self._closed and self._clock() < ends

    async def _look(self, *, since: float = 0.0) -> Snapshot | None:
        """A page that has just come knows what was so a moment ago: it is told nothing from before `since`."""
        async with self._looking:
            at = self._clock()
            if self._seen is None or at - self._seen_at >= LOOK_SECONDS or self._seen_at <= since:
                self._seen, self._seen_at = await run_in_threadpool(self._snapshot), at
            return self._seen

    def _snapshot(self) -> Snapshot:
        parts, before = self._parts, self._seen
        with read(parts.services.engine) as connection:
            now = mark(connection)
            same = before is not None and before.mark == now
            tabs = before.tabs if before and same else tab_counts(
                connection, "", day_began=parts.day_began(), now=parts.now()
            ).tabs  # fmt: skip
            return Snapshot(now, watching.everywhere(connection), tabs)

    def _news(self, snapshot: Snapshot, user: str, draft_id: int | None) -> str:
        with read(self._parts.services.engine) as connection:
            tabs = {**snapshot.tabs, "mine": waiting_for(connection, user)}
            draft = draft_now(connection, draft_id) if draft_id is not None else None
        people = {id_: told(who, user) for id_, who in snapshot.people.items()}
        news: dict[str, Any] = {
            "tabs": tabs,
            "waiting": tabs["mine"] + tabs["unassigned"],
            "people": {str(id_): who for id_, who in people.items() if who},
            "draft": draft,
        }
        return json.dumps(news, separators=(",", ":"))


def told(people: tuple[Present, ...], user: str) -> list[dict[str, str]]:
    """Others, as pages are told of them."""
    return [
        {"user": one.user, "name": one.name, "doing": one.doing, "since": one.since.isoformat()}
        for one in people
        if one.user != user
    ]
