"""The web app for tests: a filled database, a clock that tests turn, and browsers without a window."""

from __future__ import annotations

import html
import re
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from types import CodeType
from typing import Any
from unittest.mock import patch

import httpx2
import uvicorn
from fastapi._compat import v2 as fields
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from pydantic import BaseModel, TypeAdapter
from sqlalchemy import Engine

from campaigns.types import Segment
from overture.db import sessions, users
from overture.db.decisions import OutboxPolicy, Relinted, Standing
from overture.db.engine import write
from overture.web import pages
from overture.web.app import create_app
from overture.web.serve import listen
from overture.web.services import WebServices, WebSettings
from support.sample_drafts import COMPANY, KEYS

NOON = datetime(2026, 11, 19, 10, 32, tzinfo=UTC)


class _Compiled(BytecodeCache):
    """An app compiles each template when it first needs it; tests make hundreds of apps, so those share the code."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._kept[bucket.key, bucket.checksum] = bucket.code


class _Adapters:
    """Likewise what reads a parameter of a route, by its type and what is asked of it. Models are left out: they
    carry theirs, and those of bodies are made anew with each app."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Any, str], tuple[Any, TypeAdapter[Any]]] = {}

    def __call__(self, asked: Any, *, config: Any = None) -> TypeAdapter[Any]:
        if config or isinstance(asked.__origin__, type(BaseModel)):
            return TypeAdapter(asked, config=config)
        key = asked.__origin__, repr(asked.__metadata__)
        if key not in self._kept:
            self._kept[key] = asked, TypeAdapter(asked)  # kept with it, as names in a repr may be addresses
        return self._kept[key][1]


patch.object(pages, "Environment", partial(Environment, bytecode_cache=_Compiled())).start()
patch.object(fields, "TypeAdapter", _Adapters()).start()


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


class Site:
    """The app behind a real server on a free port of the loopback."""

    def __init__(self, given: WebServices) -> None:
        self.services = given
        self._visitors: list[Visitor] = []
        self._socket = listen("127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.app = create_app(given)
        config = uvicorn.Config(self.app, log_level="critical", access_log=False, lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)

    def __enter__(self) -> Site:
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        for visitor in self._visitors:
            visitor.http.close()
        self._server.should_exit = True
        self._thread.join(timeout=10)
        self._socket.close()

    def token_for(self, user_id: str) -> str:
        """A session of this user, as the cookie holds it."""
        engine, now = self.services.engine, self.services.clock()
        with write(engine) as connection:
            user = users.find_user(connection, user_id)
            assert user is not None
            return sessions.open_session(connection, user, address=None, now=now)[0]

    def visitor(self, user_id: str | None = None) -> Visitor:
        self._visitors.append(Visitor(self, user_id))
        return self._visitors[-1]


class Visitor:
    """A browser without a window: keeps cookies and the token of the last page that it saw."""

    def __init__(self, site: Site, user_id: str | None) -> None:
        self.http = httpx2.Client(
            base_url=site.address, headers={"origin": site.address}, timeout=30, verify=False, trust_env=False
        )
        self.csrf = ""
        if user_id is not None:
            self.http.cookies.set("overture", site.token_for(user_id), domain="127.0.0.1")

    def get(self, path: str, **headers: str) -> httpx2.Response:
        answer = self.http.get(path, headers=headers)
        found = re.search(r'data-csrf="([^"]+)"', answer.text)
        self.csrf = found.group(1) if found else self.csrf
        return answer

    def post(self, path: str, headers: Any = None, **fields: Any) -> httpx2.Response:
        return self.http.post(path, data={"csrf": self.csrf, **fields}, headers=headers)

    def sent(self, path: str, **fields: Any) -> str:
        """The page that a form leads to."""
        answer = self.post(path, **fields)
        assert answer.status_code == 303, answer.text
        return self.get(answer.headers["location"]).text

    def act(self, draft_id: int, act: str, **fields: Any) -> httpx2.Response:
        """Open the draft and press a button of its page."""
        page = self.get(f"/drafts/{draft_id}").text
        return self.post(f"/drafts/{draft_id}/{act}", **(shown_on(page) | fields))


def shown_on(page: str) -> dict[str, str]:
    """Version and hash that the forms of a page carry."""
    return {name: found for name in ("version", "content_hash") if (found := field_of(page, name))}


def field_of(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return html.unescape(found.group(1)) if found else ""
