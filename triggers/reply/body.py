"""A reply's body, decoded while it arrives and never beyond the limits.

A few kilobytes of gzip can hold gigabytes. So nothing is inflated whole: each call to zlib is told how much room is
left, and the first byte too many refuses the document.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from triggers.limits import MIB, Limits
from triggers.types import Fault

GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31
_ZLIB_WINDOW = 15
_RAW_WINDOW = -15


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a body was refused; `message` says what the server did."""

    fault: Fault
    message: str


def coding_of(header: str) -> str | Problem:
    """The content coding of a reply: "", "gzip" or "deflate", which are all that we ask for."""
    codings = [coding.strip().lower() for coding in header.split(",") if coding.strip()]
    named = [coding.removeprefix("x-") for coding in codings if coding != "identity"]
    if not named:
        return ""
    if len(named) > 1:
        return Problem(Fault.ENCODING, f"the body is packed more than once ({header[:80]})")
    if named[0] not in ("gzip", "deflate"):
        return Problem(Fault.ENCODING, f"the body is packed as {named[0][:40]}, which was not asked for")
    return named[0]


class Body:
    """Collects the decoded bytes of one reply. Feed chunks until `feed` returns a Problem, then ask `finish`."""

    def __init__(self, coding: str, limits: Limits) -> None:
        self._coding = coding
        self._limits = limits
        self._inflater: zlib._Decompress | None = None
        self._pieces: list[bytes] = []
        self._head = b""
        self.wire = 0  # bytes as they came
        self.size = 0  # bytes after decoding

    def feed(self, chunk: bytes) -> Problem | None:
        """Take the next bytes from the wire."""
        self.wire += len(chunk)
        if self.wire > self._limits.wire_bytes:
            return _too_large(self._limits.wire_bytes, "on the wire")
        if not self._coding:
            return self._keep(chunk)
        if self._inflater is None:
            chunk = self._head + chunk
            if len(chunk) < 2:
                self._head = chunk
                return None
            self._head = b""
            if not self._start(chunk):
                return self._keep(chunk)
        try:
            return self._inflate(chunk)
        except zlib.error:
            return Problem(Fault.ENCODING, f"the {self._coding} body is broken")

    def finish(self) -> bytes | Problem:
        """The whole decoded body, or why there is none."""
        if self._head:
            self._pieces.append(self._head)
        if self._inflater is not None and not self._inflater.eof:
            return Problem(Fault.ENCODING, f"the {self._coding} body ends too early")
        body = b"".join(self._pieces)
        if self._inflater is not None and body.startswith(GZIP_MAGIC):
            return Problem(Fault.ENCODING, "the body is packed more than once")
        return body

    def _start(self, first: bytes) -> bool:
        """Choose the window from the first two bytes; False where the body is not packed after all."""
        if self._coding == "gzip":
            if not first.startswith(GZIP_MAGIC):
                # Some servers name the coding and forget to pack. The bytes are bounded either way.
                self._coding = ""
                return False
            self._inflater = zlib.decompressobj(_GZIP_WINDOW)
            return True
        wrapped = first[0] & 0x0F == 8 and (first[0] * 256 + first[1]) % 31 == 0
        self._inflater = zlib.decompressobj(_ZLIB_WINDOW if wrapped else _RAW_WINDOW)
        return True

    def _inflate(self, data: bytes) -> Problem | None:
        while data:
            assert self._inflater is not None
            if self._inflater.eof:
                # A gzip file may have several members; anything else after the end is padding.
                if self._coding != "gzip" or not data.startswith(GZIP_MAGIC):
                    return None
                self._inflater = zlib.decompressobj(_GZIP_WINDOW)
            room = self._limits.decoded_bytes - self.size
            problem = self._keep(self._inflater.decompress(data, room + 1))
            if problem is not None:
                return problem
            data = self._inflater.unconsumed_tail or self._inflater.unused_data
        return None

    def _keep(self, piece: bytes) -> Problem | None:
        self.size += len(piece)
        if self.size > self._limits.decoded_bytes:
            self._pieces.clear()
            return _too_large(self._limits.decoded_bytes, "unpacked")
        self._pieces.append(piece)
        return None


def declared_too_large(content_length: int | None, limits: Limits) -> Problem | None:
    """Refuse on the header alone, before a byte of the body is read."""
    if content_length is not None and content_length > limits.wire_bytes:
        return _too_large(limits.wire_bytes, "on the wire")
    return None


def _too_large(limit: int, where: str) -> Problem:
    return Problem(Fault.TOO_LARGE, f"the document is larger than {limit // MIB or 1} MiB {where}")
