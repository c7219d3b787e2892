"""What surrounds every request: an id, headers on every answer, a limit for bodies, known hosts, no strangers' posts.

A body comes with its length or not at all, so the limit is checked before the first byte is read; the server below
keeps the promise that no more than the announced length arrives.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from overture.web.services import WebSettings

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
_HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# Of a text on show: it may be framed by our own pages, and do nothing at all.
FRAMED = {
    "content-security-policy": (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self'; object-src 'none'"
    ),
    "x-frame-options": "SAMEORIGIN",
}
_YEAR = 31_536_000
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
Refuse = Callable[[Request, int, str], Response | Awaitable[Response]]


def request_id(scope: Scope) -> str:
    state = scope.setdefault("state", {})
    if "request_id" not in state:
        state["request_id"] = secrets.token_hex(8)
    return str(state["request_id"])


def protect(headers: MutableHeaders, *, https: bool, id_: str) -> None:
    """Put the headers of this house on one answer; what a route set itself stays."""
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("cache-control", "no-store")
    headers.setdefault("x-request-id", id_)
    if https:
        headers.setdefault("strict-transport-security", f"max-age={_YEAR}; includeSubDomains")


class Shell:
    """The outermost layer: ids and headers for all answers that pass through it."""

    def __init__(self, app: ASGIApp, settings: WebSettings) -> None:
        self._app = app
        self._https = settings.https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        id_ = request_id(scope)

        async def send_protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                protect(headers, https=self._https, id_=id_)
                if cookie := scope["state"].get("cookie"):
                    headers.append("set-cookie", cookie)
            await send(message)

        await self._app(scope, receive, send_protected)


def host_name(headers: Headers) -> str:
    """The host that the browser thinks it talks to, without port, lower case; empty if it is not well formed."""
    found = re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?", headers.get("host", ""))
    return found.group(1).strip("[]").lower() if found else ""


def stranger(headers: Headers) -> bool:
    """Does another site ask? By Fetch Metadata, else by Origin. Who sends neither still needs the token of a form."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()


class Door:
    """Refuses unknown hosts (400), posts from other sites (403) and bodies over the limit (413)."""

    def __init__(self, app: ASGIApp, settings: WebSettings, refuse: Refuse) -> None:
        self._app = app
        self._settings = settings
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        verdict = self._verdict(scope)
        if verdict is not None:
            answer = self._refuse(Request(scope), *verdict)
            response = answer if isinstance(answer, Response) else await answer
            await response(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _verdict(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if host_name(headers) not in self._settings.hosts:
            return 400, "host"
        if scope["method"] not in SAFE_METHODS and stranger(headers):
            return 403, "stranger"
        size = headers.get("content-length", "0")
        if not size.isdecimal() or int(size) > self._settings.body_limit:
            return 413, "body"
        if "chunked" in headers.get("transfer-encoding", "").lower():
            return 411, "length"
        return None
