"""The way out that every message carries: a mailbox to write to, and our pages to post to where readers reach them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Unsubscribe:
    """RFC 2369 and RFC 8058. `token` names the draft and cannot be guessed; `pages` only counts with https."""

    mailbox: str
    token: str
    pages: str | None = None  # where this installation answers, not the company's own site

    @property
    def mailto(self) -> str:
        subject = quote(f"unsubscribe {self.token}")
        return f"mailto:{quote(self.mailbox, safe='@+.-_')}?subject={subject}"

    @property
    def https(self) -> str | None:
        if not self.pages or not self.pages.lower().startswith("https://"):
            return None
        return f"{self.pages.rstrip('/')}/u/{quote(self.token, safe='.-_')}"

    def headers(self) -> tuple[tuple[str, str], ...]:
        """One-click only with https: a POST to anything else must not be offered."""
        if self.https is None:
            return (("List-Unsubscribe", f"<{self.mailto}>"),)
        return (
            ("List-Unsubscribe", f"<{self.https}>, <{self.mailto}>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        )
