"""What the pages ask about sources: trying one, adding one, taking over a list, giving the list away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overture.config.edit import Added, NewSource, lines_of
from overture.config.opml import Judged
from overture.db.audit import Actor
from overture.jobs import source_lists, source_remove
from overture.jobs.source_lists import Found
from overture.jobs.source_remove import Look
from overture.jobs.trial import Trial, trial
from overture.services import Services

MOST_ASKED = 100  # addresses of a list that a page asks while somebody waits


@dataclass(frozen=True, slots=True)
class SourceDesk:
    """Reads and writes sources.yaml, and asks feeds under the same rules as the line does."""

    services: Services

    def trial(self, which: str) -> Trial:
        """Ask the source of this id, or the feed at this address, and save nothing."""
        return trial(self.services, which)

    def find(self, url: str) -> tuple[Found, str]:
        """What stands at an address, and a free name for it."""
        found = source_lists.find_feed(self.services, url)
        return found, source_lists.free_id(self.services, found)

    def add(self, new: Sequence[NewSource]) -> list[str]:
        """Write lines into sources.yaml, all or none; what is wrong, in words, where it cannot be done."""
        try:
            done = source_lists.add(self.services, new)
        except OSError as error:
            return [f"sources.yaml cannot be written here ({error.strerror}): add the lines where it is kept."]
        self.services.refresh()
        return [str(item) for item in done if not isinstance(item, Added)]

    def read_only(self) -> str:
        """Why sources.yaml cannot be changed from here; empty where it can."""
        return source_remove.read_only(self.services)

    def look(self, source_id: str) -> Look:
        """What removing a source would take out of the file. Nothing is written."""
        return source_remove.look(self.services, source_id)

    def remove(self, source_id: str, by: Actor) -> str:
        """Take a source out of the file; its history stays. Empty, or what is wrong in words."""
        return source_remove.remove(self.services, source_id, by)

    def put_back(self, source_id: str, by: Actor) -> str:
        """Write the lines of a removed source where they stood. Empty, or what is wrong in words."""
        return source_remove.put_back(self.services, source_id, by)

    def judge(self, body: bytes, *, ask: bool) -> list[Judged] | str:
        """What taking over this OPML list would do, line by line; the first `MOST_ASKED` new addresses are asked."""
        judged = source_lists.judge(self.services, body, check=False)
        if isinstance(judged, str) or not ask:
            return judged
        return source_lists.ask(self.services, judged, most=MOST_ASKED)

    def export(self) -> bytes:
        """All feeds as OPML 2.0."""
        return source_lists.export(self.services)

    def lines(self) -> dict[str, int]:
        """On which line of sources.yaml each source stands."""
        return lines_of(self.services.folder)
