"""The one Jinja environment of the pages: autoescape on, undefined names are errors, a few filters for people."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from sqlalchemy import Connection
from starlette.responses import HTMLResponse

from campaigns.rule_words import in_words
from overture.db.views import Counts
from overture.web import icons, keys
from overture.web.services import WebServices
from overture.web.shell import RAIL, shell_for
from overture.web.show import when, words
from overture.web.static_files import StaticFiles

_FOLDER = Path(__file__).parent / "templates"
_FIRST_NEEDED = ("base", "draft", "foot", "keys", "parts", "queue", "search")  # what names of templates begin with


def web_address(value: str | None) -> str | None:
    """`value` if it is an http(s) address that may become a link, else None."""
    if not value or any(ord(letter) < 33 for letter in value):
        return None
    try:
        parts = urlsplit(value)
        return value if parts.scheme in {"http", "https"} and parts.hostname else None
    except ValueError:
        return None


class Pages:
    """Renders templates with what every page needs around it."""

    def __init__(self, services: WebServices, static: StaticFiles) -> None:
        self._services = services
        self._static = static
        self._env = Environment(
            loader=FileSystemLoader(_FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        zone = when.zone(services.settings.time_zone)
        self._env.filters.update(
            web_address=web_address,
            clock=lambda moment: when.clock(moment, zone),
            leaves=lambda moment, now: when.leaves(moment, now, zone),
            stamp=lambda moment: when.stamp(moment, zone),
            query=lambda pairs: urlencode({k: v for k, v in pairs.items() if v not in (None, "")}),
            initials=words.initials,
            plain_words=words.plain_words,
            matched=words.matched,
            rule_words=in_words,
            spoken=keys.spoken,
            many=words.many,
            percent=words.percent,
            interval=words.interval,
        )
        self._env.globals.update(
            icon=icons.icon,
            sprite=icons.sprite(),
            key=keys.printed,
            keys_of=lru_cache(maxsize=256)(self._keys_of),
            static=static.address,
            version=services.settings.version,
            day=when.day,
            ago=when.ago,
            left=when.left,
            event_label=words.event_label,
            reasons=words.REASONS,
            scopes=keys.SCOPES,
            rail=RAIL,
            may_open=web_address,
        )

    def warm(self) -> None:
        """Compile what a morning in the queue begins with, so that its first reader need not wait for that."""
        for name in self._env.list_templates(filter_func=lambda name: name.startswith(_FIRST_NEEDED)):
            self._env.get_template(name)

    def render(self, request: Request, name: str, context: Mapping[str, Any], *, status: int = 200) -> HTMLResponse:
        """A page in its frame; a page with `status` of an error stands bare, since the data may be what failed."""
        bare, counts = name == "error.html", context.get("counts")
        waiting = counts.waiting if isinstance(counts, Counts) else None
        around = {
            "shell": None if bare else shell_for(self._services, request, waiting=waiting),
            "now": self._services.clock(),
            "path": request.url.path,
            "query": request.url.query,
        }
        text = self._env.get_template(name).render({**context, **around})
        return HTMLResponse(text, status_code=status)

    def foot(self, request: Request, connection: Connection, *, waiting: int) -> str:
        """The foot of a page by itself, with the last decision in it: for a page that was fetched before that."""
        shell = shell_for(self._services, request, waiting=waiting, connection=connection)
        return self.fragment("foot.html", {"shell": shell, "now": self._services.clock()})

    def _keys_of(self, choice: keys.Choice) -> Markup:
        """The list of all keys; every page holds it, and it is the same for all who chose these keys."""
        return Markup(self.fragment("keys.html", {"actions": keys.KEYMAP.of(choice)}))

    def fragment(self, name: str, context: Mapping[str, Any]) -> str:
        """A part of a page by itself, for scripts that put it in place."""
        return self._env.get_template(name).render(context)
