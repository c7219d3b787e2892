"""A small web server on the loopback that plays the outlets of the demo world, the broken ones too.

Every page is rendered once when the server starts, so a repeated poll meets the same bytes and the same validators.
"""

from __future__ import annotations

import hashlib
import sys
import threading
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from overture.demo.feeds import (
    CONTENT_TYPES,
    article_path,
    newest,
    render_article,
    render_feed,
    render_front_page,
)
from overture.demo.outlets import Outlet, outlets

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Page:
    """An answer that is ready to be given."""

    status: int
    body: bytes = b""
    content_type: str = HTML
    etag: str | None = None
    last_modified: str | None = None
    location: str | None = None
    wait: float = 0.0  # seconds before the first byte

    def not_modified(self, *, if_none_match: str | None, if_modified_since: str | None) -> bool:
        """RFC 9110 13.1: the entity tag decides where there is one, else the date. A server that made both
        validators may compare the date by its text."""
        if if_none_match is not None:
            return self.etag is not None and self.etag in {tag.strip() for tag in if_none_match.split(",")}
        return self.last_modified is not None and if_modified_since == self.last_modified


NOT_FOUND = Page(404, b"<!doctype html><title>404</title><p>No such page in the demo.</p>")


def pages(*, now: datetime, base: str, slow_seconds: float) -> dict[str, Page]:
    """Every page of the demo world by path, with its leading slash."""
    found: dict[str, Page] = {}
    for outlet in outlets():
        found[f"/{outlet.path}"] = _front(outlet, now, base, slow_seconds)
        if outlet.behaviour == "moved":
            found[f"/{outlet.moved_to}"] = _feed(outlet, now, base)
        for post in outlet.posts:
            found[f"/{article_path(outlet, post)}"] = Page(200, render_article(outlet, post, now=now))
    return found


def _front(outlet: Outlet, now: datetime, base: str, slow_seconds: float) -> Page:
    match outlet.behaviour:
        case "dead":
            return Page(500, b"<!doctype html><title>500</title><p>The database is down.</p>")
        case "gone":
            return Page(410, b"<!doctype html><title>410</title><p>This outlet has closed.</p>")
        case "html":
            return Page(200, render_front_page(outlet))
        case "moved":
            return Page(301, location=f"{base}/{outlet.moved_to}")
        case "slow":
            return _feed(outlet, now, base, wait=slow_seconds)
        case "ok":
            return _feed(outlet, now, base)


def _feed(outlet: Outlet, now: datetime, base: str, *, wait: float = 0.0) -> Page:
    body = render_feed(outlet, now=now, base=base)
    return Page(
        200,
        body,
        CONTENT_TYPES[outlet.format],
        etag=f'"{hashlib.sha256(body).hexdigest()[:20]}"',
        last_modified=format_datetime(newest(outlet, now=now).astimezone(UTC), usegmt=True),
        wait=wait,
    )


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # closing waits for the last answer, so no thread outlives its test

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.pages: dict[str, Page] = {}
        self.requests: Counter[str] = Counter()
        self.answers: Counter[tuple[str, int]] = Counter()
        self.counting = threading.Lock()
        self.closing = threading.Event()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader that hangs up is no news."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "OvertureDemo"
    sys_version = ""
    timeout = 10.0  # seconds a client may stay silent

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        page = self.server.pages.get(path, NOT_FOUND)
        self.server.closing.wait(page.wait)
        status = 304 if self._known(page) else page.status
        with self.server.counting:
            self.server.requests[path] += 1
            self.server.answers[path, status] += 1
        self._answer(page, status)

    def _known(self, page: Page) -> bool:
        return page.status == 200 and page.not_modified(
            if_none_match=self.headers.get("If-None-Match"), if_modified_since=self.headers.get("If-Modified-Since")
        )

    def _answer(self, page: Page, status: int) -> None:
        self.send_response(status)
        for name, value in (("ETag", page.etag), ("Last-Modified", page.last_modified), ("Location", page.location)):
            if value:
                self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Type", page.content_type)
            self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        if status != 304:
            self.wfile.write(page.body)

    def log_message(self, format: str, *args: Any) -> None:
        """Silent: requests are counted, not printed."""


class DemoServer:
    """`with DemoServer(now) as server:` serves the demo world on 127.0.0.1 until the block ends.

    `now` is aware and fixed; `port` 0 takes a free one. Raises OSError where a given port is taken.
    """

    def __init__(self, now: datetime, port: int = 0, *, slow_seconds: float = 2.5) -> None:
        self.now = now
        self._server = _Server(port)
        self._server.pages = pages(now=now, base=self.base, slow_seconds=slow_seconds)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="demo-server")

    @property
    def port(self) -> int:
        return self._server.server_port

    @property
    def base(self) -> str:
        """The server's address without a trailing slash."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def requests(self) -> Counter[str]:
        """How often each path was asked for, a copy."""
        with self._server.counting:
            return self._server.requests.copy()

    @property
    def answers(self) -> Counter[tuple[str, int]]:
        """How often each path answered with each status, a copy."""
        with self._server.counting:
            return self._server.answers.copy()

    def __enter__(self) -> DemoServer:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
