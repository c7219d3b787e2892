"""Writes the demo's workspace into a folder: the packaged files with today's dates and the server's port put in.

A marker in a packaged file is `{{today}}`, `{{today-12d}}`, `{{today+85d}}` (an ISO date) or `{{port}}`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from overture.demo.outlets import Outlet, outlets

_MARKER = re.compile(r"\{\{(?:(?P<port>port)|today(?:(?P<days>[+-]\d{1,4})d)?)\}\}")


def write_world(folder: Path, *, now: datetime, port: int) -> None:
    """Fill `folder` with a complete workspace, stories included. `now` is aware; `port` is the demo server's.

    Files of the same name are replaced. Raises OSError where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for page in sorted((files("overture.demo") / "world").iterdir(), key=lambda page: page.name):
        _put(folder / page.name, fill(page.read_text("utf-8"), today=now.date(), port=port))
    _put(folder / "sources.yaml", sources_yaml(port=port))
    for home in ("campaigns", "overture.demo"):  # those to start from, and one that shows how not to
        _copy_stories(files(home) / "stories", folder / "stories")


def fill(text: str, *, today: date, port: int) -> str:
    """The text with its markers replaced."""

    def put(found: re.Match[str]) -> str:
        if found["port"]:
            return str(port)
        return (today + timedelta(days=int(found["days"] or 0))).isoformat()

    return _MARKER.sub(put, text)


def sources_yaml(*, port: int) -> str:
    """The demo's sources.yaml, made from the outlets so that the two cannot drift apart."""
    lines = ["# The demo's outlets. They are served by this machine and exist nowhere else.", "sources:"]
    for outlet in outlets():
        lines.append(_source(outlet, port))
    lines.append("  # Dates on record: Day One, check-ins, renewals, customers that have gone quiet.")
    lines.append("  - {id: our-calendar, kind: calendar}")
    return "\n".join(lines) + "\n"


def _source(outlet: Outlet, port: int) -> str:
    tags = ", ".join(dict.fromkeys(("demo", outlet.language)))
    own = ", own: true" if outlet.own else ""
    url = f"http://127.0.0.1:{port}/{outlet.path}"
    return f'  # {outlet.title}: {outlet.about}\n  - {{id: {outlet.id}, kind: feed, url: "{url}", tags: [{tags}]{own}}}'


def _copy_stories(source: Traversable, target: Path) -> None:
    target.mkdir(exist_ok=True)
    for page in source.iterdir():
        if page.name.endswith(".j2"):
            _put(target / page.name, page.read_text("utf-8"))


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
