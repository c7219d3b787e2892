"""What the reader gets: the subject and the text as they are handed off, and the hash that an approval names.

The review page shows `full_text` and `clean_subject`, the message is built from the same two, and `content_hash`
covers both together with who writes to whom. So nobody approves one text and hands off another.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from email.headerregistry import Address

from campaigns.workspace import Contact, OurCompany, Teammate

MAX_SUBJECT = 250  # characters
MAX_COMBINING = 4  # marks on one letter; more is noise that paints over other lines

_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
# What hides or turns text around: zero-width marks, bidi controls, invisible operators, tag characters. The
# joiner stays, since families of emoji and several scripts need it.
_HIDDEN = re.compile(
    "[\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_HOST = re.compile(r"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])")


def one_line(text: str) -> str:
    """`text` as a header may carry it: one line, nothing hidden, and no start of an encoded word (RFC 2047)."""
    flat = _CONTROLS.sub("", _LINE_ENDS.sub(" ", text).replace("\t", " "))
    seen = _thin_marks(_HIDDEN.sub("", flat))
    return " ".join(seen.replace("=?", "= ?").split())


def clean_subject(subject: str) -> str:
    """The subject as the reader gets it; its length is not touched."""
    return one_line(subject)


def clean_body(body: str) -> str:
    """The body with plain line ends and no control characters; an edit from a web form becomes the same text."""
    lines = _CONTROLS.sub("", _LINE_ENDS.sub("\n", body)).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _thin_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MAX_COMBINING:
            kept.append(character)
    return "".join(kept)


def signature_of(sender: Teammate) -> str:
    """The sender's own signature, else name and title; the company follows with its address."""
    if sender.signature and sender.signature.strip():
        return clean_body(sender.signature)
    return "\n".join(one_line(line) for line in (sender.name, sender.title) if line)


def imprint_of(company: OurCompany) -> str:
    """Company and postal address on one line."""
    address = ", ".join(line.strip(" ,") for line in clean_body(company.postal_address).split("\n") if line.strip(" ,"))
    name = one_line(company.name)
    return address if name in address else ", ".join(part for part in (name, address) if part)


def full_text(body: str, sender: Teammate, company: OurCompany) -> str:
    """Body, signature, postal address: all that the reader reads. What the body says already is not said twice."""
    parts = [clean_body(body)]
    signature = signature_of(sender)
    if not parts[0].endswith(signature):
        parts.append(signature)
    address = clean_body(company.postal_address)
    if not (address and address in parts[-1]):
        parts.append(imprint_of(company))
    return "\n\n".join(part for part in parts if part) + "\n"


def address_of(email: str | None) -> tuple[str, str] | None:
    """Local part and host of an address we can write to, the host in ASCII; None for anything else.

    A local part beyond ASCII needs SMTPUTF8 on every hop, so it is refused (RFC 6531); so are quoted local parts.
    """
    local, at, host = (email or "").strip().rpartition("@")
    if not at or len(local) > 64 or not _LOCAL.fullmatch(local):
        return None
    try:
        host = host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return (local, host) if len(host) <= 253 and _HOST.fullmatch(host) else None


def mailbox(name: str, email: str) -> Address | None:
    """One mailbox, or None where the address cannot be written to. The name never becomes part of the address."""
    found = address_of(email)
    if found is None:
        return None
    return Address(display_name=one_line(name), username=found[0], domain=found[1])


def content_hash(subject: str, body: str, *, to: Contact, sender: Teammate, company: OurCompany) -> str:
    """64 hex characters over everything the reader gets: subject, full text, and both mailboxes."""
    content = {
        "subject": clean_subject(subject),
        "text": full_text(body, sender, company),
        "to": [one_line(to.name), (to.email or "").strip()],
        "from": [one_line(sender.name), sender.email.strip()],
    }
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
