"""Header lines as bytes may carry them: ASCII, folded at spaces, or encoded words (RFC 2047).

Written by hand because the library folds a long List-Unsubscribe into an encoded word (python/cpython#85725), splits
long names beyond ASCII so that they read differently, and in releases before CVE-2024-6923 was mended lets an
encoded line break end a header.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from email.headerregistry import Address

LINE = 76  # what we aim at, in characters
_WORD_BYTES = 42  # of UTF-8 in one encoded word; 56 characters in base64 and 12 around them
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")


def structural(name: str, value: str) -> str:
    """A header whose value programs read: on one line whatever its length."""
    return f"{name}: {value}"


def text_header(name: str, value: str) -> str:
    """A header whose value people read; `value` is one line."""
    if value.isascii() and all(len(word) < LINE - len(name) - 2 for word in value.split(" ")):
        return "\r\n ".join(_folded(f"{name}: {value}"))
    return f"{name}: " + "\r\n ".join(_encoded_words(value))


def address_header(name: str, address: Address) -> str:
    """A header with exactly one mailbox."""
    where = f"<{address.addr_spec}>"
    shown = _phrase(address.display_name)
    if not shown:
        return f"{name}: {where}"
    line = f"{name}: {shown} {where}"
    return line if len(line) <= LINE and "\r\n" not in shown else f"{name}: {shown}\r\n {where}"


def _phrase(text: str) -> str:
    if not text:
        return ""
    quoted = text if _ATOMS.fullmatch(text) else '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'
    if quoted.isascii() and len(quoted) <= LINE - len("From: "):
        return quoted
    return "\r\n ".join(_encoded_words(text))


def _folded(line: str) -> Iterator[str]:
    """`line` in pieces that end before a space, each short enough where its words allow it."""
    piece = ""
    for word in line.split(" "):
        if piece and len(piece) + len(word) + 1 > LINE - 1:
            yield piece
            piece = word
        else:
            piece = f"{piece} {word}" if piece else word
    yield piece


def _encoded_words(text: str) -> Iterator[str]:
    """Each holds whole characters, as section 5 (3) asks."""
    chunk = b""
    for character in text:
        encoded = character.encode()
        if len(chunk) + len(encoded) > _WORD_BYTES:
            yield _encoded(chunk)
            chunk = b""
        chunk += encoded
    yield _encoded(chunk)


def _encoded(chunk: bytes) -> str:
    return f"=?utf-8?b?{b64encode(chunk).decode()}?="
