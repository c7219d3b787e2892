"""A program that talks to the API of a site, by a token of somebody."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

import httpx2

from overture.db import api_tokens
from overture.db.audit import SYSTEM
from overture.db.engine import write
from support.web import Site


def token_of(site: Site, user: str, *, scopes: Collection[str] = (), days: int = 30) -> str:
    """The secret of a new token."""
    with write(site.services.engine) as connection:
        made = api_tokens.add_token(
            connection, user, "a script", scopes=scopes, days=days, by=SYSTEM, now=site.services.clock()
        )
    assert not isinstance(made, str), made
    return made[0]


class Program:
    """Sends JSON with a token; `bad` answers are problems."""

    def __init__(self, site: Site, secret: str = "") -> None:
        headers = {"authorization": f"Bearer {secret}"} if secret else {}
        self.http = httpx2.Client(base_url=site.address, headers=headers, timeout=30, verify=False, trust_env=False)

    def get(self, path: str, **params: Any) -> httpx2.Response:
        return self.http.get(f"/api/v1{path}", params=params or None)

    def post(self, path: str, body: Any = None, **headers: str) -> httpx2.Response:
        # Written here, since a client would not write what is no text.
        raw = {"content-type": "application/json", **headers}
        return self.http.post(f"/api/v1{path}", content=json.dumps(body).encode(), headers=raw)

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()


def program(site: Site, user: str, **how: Any) -> Program:
    return Program(site, token_of(site, user, **how))


def shown(draft: Any) -> dict[str, Any]:
    """What a decision has to name, from a draft as the API told it."""
    return {"version": draft["version"], "hash": draft["hash"]}
