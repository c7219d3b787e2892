"""The outlets of the demo world, read from `outlets/*.yaml`: one readable file per outlet, with what each post means.

Hours are counted back from a `now` that is fixed when the server starts, so that a page asked for twice is the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from ruamel.yaml import YAML

Format = Literal["rss", "atom", "rdf", "json"]
Behaviour = Literal["ok", "dead", "slow", "html", "moved", "gone"]


@dataclass(frozen=True, slots=True)
class Expected:
    """One event that a post is meant to tell; None where the text leaves the fact out or it does not matter."""

    event: str
    company: str
    status: str = "announced"
    round: str | None = None
    amount: int | None = None  # whole units of `currency`
    currency: str | None = None
    person: str | None = None
    role: str | None = None
    other_party: str | None = None
    side: str | None = None
    place: str | None = None
    product: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    slug: str
    hours_ago: float
    title: str
    summary: str  # HTML, as most feeds have it
    expect: tuple[Expected, ...] = ()
    trap: str | None = None  # what would be wrong to read into it

    def published(self, now: datetime) -> datetime:
        """When it came out, in the zone of `now`, to the minute."""
        return (now - timedelta(hours=self.hours_ago)).replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Outlet:
    id: str
    title: str
    about: str
    format: Format
    path: str  # what sources.yaml asks for, without the leading slash
    language: str = "en"
    behaviour: Behaviour = "ok"
    own: bool = False
    posts: tuple[Post, ...] = ()

    @property
    def moved_to(self) -> str:
        """Where a moved outlet lives now."""
        return f"now/{self.path}"

    @property
    def tells(self) -> bool:
        """Whether its posts can be read at all."""
        return self.behaviour in ("ok", "slow", "moved")


@cache
def outlets() -> tuple[Outlet, ...]:
    """All outlets, by id. Raises where a packaged file is broken, which only a developer can cause."""
    folder = files("overture.demo") / "outlets"
    pages = sorted((page for page in folder.iterdir() if page.name.endswith(".yaml")), key=lambda page: page.name)
    return tuple(
        _outlet(page.name.removesuffix(".yaml"), YAML(typ="safe").load(page.read_text("utf-8"))) for page in pages
    )


def _outlet(outlet_id: str, raw: dict[str, Any]) -> Outlet:
    posts = tuple(_post(post) for post in raw.pop("posts", ()))
    return Outlet(id=outlet_id, posts=posts, **raw)


def _post(raw: dict[str, Any]) -> Post:
    expect = tuple(Expected(**event) for event in raw.pop("expect", ()))
    return Post(
        slug=raw.pop("slug"),
        hours_ago=raw.pop("hours_ago"),
        title=_line(raw.pop("title")),
        summary=_line(raw.pop("summary")),
        expect=expect,
        **raw,
    )


def _line(text: str) -> str:
    return " ".join(text.split())
