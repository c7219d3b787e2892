"""Our own static files, read once and served from memory under an address that holds their digest.

One digest for the whole folder, in the path: modules import each other by relative addresses and so stay together,
and everything may be cached for a year.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

_FOLDER = Path(__file__).parent / "static"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class _File:
    body: bytes
    packed: bytes
    kind: str


class StaticFiles:
    """Files by name, and the address under which pages name them."""

    def __init__(self, folder: Path = _FOLDER) -> None:
        paths = sorted(path for path in folder.rglob("*") if path.suffix in _TYPES)
        self._files = {path.relative_to(folder).as_posix(): _read(path) for path in paths}
        digest = hashlib.sha256()
        for name, file in self._files.items():
            digest.update(name.encode() + b"\0" + file.body)
        self.digest = digest.hexdigest()[:12]

    def address(self, name: str) -> str:
        """Where `name` is served; an unknown name raises `KeyError`, so a template cannot name a missing file."""
        if name not in self._files:
            raise KeyError(name)
        return f"/static/{self.digest}/{name}"

    def packed_bytes(self, suffix: str, *, without: Collection[str] = ()) -> int:
        """Bytes on the wire of all files of a kind, `without` those named."""
        mine = (file for name, file in self._files.items() if name.endswith(suffix) and name not in without)
        return sum(len(file.packed) for file in mine)

    def serve(self, request: Request, name: str) -> Response | None:
        file = self._files.get(name)
        if file is None:
            return None
        headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(file.packed, media_type=file.kind, headers={**headers, "Content-Encoding": "gzip"})
        return Response(file.body, media_type=file.kind, headers=headers)


def _read(path: Path) -> _File:
    body = path.read_bytes()
    return _File(body, _packed(body), _TYPES[path.suffix])


@lru_cache(maxsize=64)  # packing takes longer than all the rest, and a process may make several apps
def _packed(body: bytes) -> bytes:
    return gzip.compress(body, 9, mtime=0)
