"""The bytes of one message: RFC 5322 and MIME, built once at approval and never again.

The finished bytes are read back, by hand and by the library, and compared with what was meant: a value that would
add a header, a recipient or a word is refused, whatever hole it found.
"""

from __future__ import annotations

import quopri
from datetime import datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.policy import compat32
from email.policy import default as default_policy
from email.utils import format_datetime, getaddresses

from campaigns.letter import MAX_SUBJECT, clean_subject, content_hash, full_text, mailbox
from campaigns.workspace import Contact, OurCompany, Teammate
from overture.handoff.headers import LINE, address_header, structural, text_header
from overture.handoff.unsubscribe import Unsubscribe

__all__ = ["MessageError", "build", "content_hash", "full_text"]

MAX_LINE = 998  # octets without the line end (RFC 5322, 2.1.1)


class MessageError(Exception):
    """No correct message can be built from these values; says which one is at fault. Trying again cannot help."""


def build(
    subject: str,
    body: str,
    *,
    to: Contact,
    sender: Teammate,
    company: OurCompany,
    message_id: str,
    date: datetime,
    unsubscribe: Unsubscribe,
    unsent: bool = True,
) -> bytes:
    """The message to one reader. `unsent` makes mail clients open it as a draft. Raises MessageError."""
    text = full_text(body, sender, company)
    mailboxes = {
        "From": _mailbox("sender", sender.name, sender.email),
        "To": _mailbox("contact", to.name, to.email or ""),
    }
    cleaned = _subject(subject)
    encoding, payload = _encode(text)
    fixed = (
        ("Date", format_datetime(date)),
        ("Message-ID", message_id),
        *unsubscribe.headers(),
        *((("X-Unsent", "1"),) if unsent else ()),
        ("MIME-Version", "1.0"),
        ("Content-Type", 'text/plain; charset="utf-8"'),
        ("Content-Transfer-Encoding", encoding),
    )
    lines = [address_header(name, address) for name, address in mailboxes.items()]
    lines += [text_header("Subject", cleaned), *(structural(name, value) for name, value in fixed)]
    raw = _bytes(lines) + b"\r\n\r\n" + payload
    _compare(raw, {**mailboxes, "Subject": cleaned, **dict(fixed)}, text)
    return raw


def _mailbox(who: str, name: str, email: str) -> Address:
    found = mailbox(name, email)
    if found is None:
        raise MessageError(f"the address of the {who} cannot be written to: {email!r}")
    return found


def _subject(subject: str) -> str:
    cleaned = clean_subject(subject)
    if not cleaned:
        raise MessageError("the subject is empty")
    if len(cleaned) > MAX_SUBJECT:
        raise MessageError(f"the subject has {len(cleaned)} characters, more than {MAX_SUBJECT}")
    return cleaned


def _encode(text: str) -> tuple[str, bytes]:
    """Plain where it is plain; else quoted-printable, which every server on the way carries unchanged."""
    if text.isascii() and all(len(line) <= LINE and line != "." for line in text.split("\n")):
        return "7bit", text.replace("\n", "\r\n").encode("ascii")
    return "quoted-printable", quopri.encodestring(text.encode()).replace(b"\n", b"\r\n")


def _bytes(lines: list[str]) -> bytes:
    try:
        return "\r\n".join(lines).encode("ascii")
    except UnicodeEncodeError as error:
        raise MessageError("a header holds what is not ASCII") from error


def _compare(raw: bytes, meant: dict[str, str | Address], text: str) -> None:
    """Read the bytes back as a stranger would; refuse them unless they say what was meant and nothing more."""
    lines = raw.split(b"\r\n")
    if any(len(line) > MAX_LINE or b"\r" in line or b"\n" in line or b"\0" in line for line in lines):
        raise MessageError("a line of the message is too long or holds a bare line end")
    if _header_names(lines) != list(meant):
        raise MessageError("a value would add or hide a header line")
    parsed = message_from_bytes(raw, policy=default_policy)
    plainly = message_from_bytes(raw, policy=compat32)
    for name, value in meant.items():
        same = (
            _same_address(parsed[name], plainly[name], value) if isinstance(value, Address) else parsed[name] == value
        )
        if not same:
            raise MessageError(f"the header {name} would not say what it should")
    if parsed.get_content().replace("\r\n", "\n") != text:
        raise MessageError("the text would not arrive as it was approved")


def _header_names(lines: list[bytes]) -> list[str]:
    """The names on the lines up to the first empty one, without the library's help."""
    head = lines[: lines.index(b"")]
    return [line.partition(b":")[0].decode("ascii") for line in head if not line.startswith((b" ", b"\t"))]


def _same_address(parsed: object, plainly: str, meant: Address) -> bool:
    """One mailbox for both of the library's parsers; the newer one reads long names with spaces too many."""
    addresses: tuple[Address, ...] = getattr(parsed, "addresses", ())
    if [address.addr_spec for address in addresses] != [meant.addr_spec]:
        return False
    pairs = getaddresses([plainly])
    return len(pairs) == 1 and pairs[0][1] == meant.addr_spec and _decoded(pairs[0][0]) == meant.display_name


def _decoded(text: str) -> str:
    return str(make_header(decode_header(text)))
