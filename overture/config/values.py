"""Single values as people write them in YAML and in tables. Each function takes text and gives the value.

ValueError carries the words for the person who wrote it: what is wrong, and what was probably meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from babel import Locale

from campaigns.countries import country_code, names
from campaigns.durations import parse_duration
from overture.config.places import nearest, not_one_of

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

LINE_CHARS = 300
PROSE_CHARS = 4_000
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ID = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_GROUPED = re.compile(r"\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+")


def line(text: str) -> str:
    """One line of text; breaks and runs of space become single spaces."""
    found = " ".join(_CONTROLS.sub(" ", text).split())
    if len(found) > LINE_CHARS:
        raise ValueError(f"{len(found)} characters are more than the limit of {LINE_CHARS}")
    return found


def prose(text: str) -> str:
    """Text of several lines; control characters go, line breaks stay."""
    found = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(found) > PROSE_CHARS:
        raise ValueError(f"{len(found)} characters are more than the limit of {PROSE_CHARS}")
    return found


def identifier(text: str) -> str:
    """An id that stays the same for ever: it is a key in the database and part of addresses."""
    if _ID.fullmatch(text):
        return text
    meant = re.sub(r"[^a-z0-9]+", "-", _ascii(text).lower()).strip("-")[:64]
    raise ValueError(
        f'"{text}" is no id: up to 64 of a-z, 0-9, dot, dash and underscore, a letter or digit at both ends'
        + (f'; did you mean "{meant}"?' if meant else "")
    )


def duration(text: str) -> timedelta:
    """`90s 10m 2h 21d 3w`."""
    found = parse_duration(text)
    if found is None:
        raise ValueError(f'"{text}" is no length of time; write a number with a unit: 90s, 10m, 2h, 21d or 3w')
    return found


NO_BLANKS = "an address holds no spaces, backslashes or control characters"
NO_USER = "the address holds a user name or password; secrets do not belong into this file"


def web_address(text: str) -> str:
    """An absolute http or https address without a user name in it."""
    if re.search(r"[\s\\\x00-\x1f\x7f]", text):
        raise ValueError(NO_BLANKS)
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError as error:
        raise ValueError(f'"{text}" cannot be read as an address: {error}') from error
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError(_scheme_words(text, parts.scheme))
    if "@" in parts.netloc:
        raise ValueError(NO_USER)
    return text


def _scheme_words(text: str, scheme: str) -> str:
    for wrong in ("feed://", "feed:https://", "feed:http://", "hhtps://", "htps://", "https:/", "http:/", "//"):
        if text.startswith(wrong) and not text.startswith(("https://", "http://")):
            return f'"{text}" has no usable scheme; did you mean https://{text.removeprefix(wrong)}?'
    if scheme in ("http", "https"):
        return f'"{text}" names no host'
    if "://" in text or (scheme and "." not in scheme and scheme != "localhost"):
        return f'"{text}" is not http or https'
    return f'"{text}" has no scheme; did you mean https://{text}?'


def domain(text: str) -> str:
    """`acme.example` from `https://www.Acme.example/about`; letters beyond ASCII in their coded form."""
    bare = re.sub(r"^[a-z]+://", "", text.strip().lower()).split("/")[0].split("?")[0].rpartition("@")[2]
    bare = bare.removesuffix(".").removeprefix("www.")
    if not bare.isascii():
        try:
            bare = bare.encode("idna").decode("ascii")
        except UnicodeError:
            raise ValueError(f'"{text}" is no domain, such as acme.example') from None
    if len(bare) > 253 or not _DOMAIN.fullmatch(bare):
        raise ValueError(f'"{text}" is no domain, such as acme.example')
    return bare


def address(text: str) -> str:
    """One bare mail address, lower case. A name around it, a second address or letters beyond ASCII before the @ are
    refused: mail built from them could go elsewhere."""
    local, at, host = text.strip().rpartition("@")
    if not at or not _LOCAL_PART.fullmatch(local) or len(local) > 64:
        raise ValueError(f'"{text}" is no plain mail address, such as kim@acme.example')
    try:
        return f"{local}@{domain(host)}".lower()
    except ValueError:
        raise ValueError(f'"{text}" has no domain after the @') from None


@lru_cache(maxsize=4_096)
def country(text: str) -> str:
    """An ISO 3166 code of two letters, from one or from an English or German name."""
    if code := country_code(text):
        return code
    meant = nearest(plain(text), names(), similar=85)
    raise ValueError(f'"{text}" is no country' + (f'; did you mean "{names()[meant]}"?' if meant else ""))


@lru_cache(maxsize=1_024)
def language(text: str) -> str:
    """A code such as `en`, `de` or `pt-BR`."""
    if _LANGUAGE.fullmatch(text):
        return text
    names = {plain(str(name)): str(code) for code, name in Locale("en").languages.items() if len(code) == 2}
    meant = names.get(plain(text)) or (text.lower() if text.lower() in names.values() else None)
    raise ValueError(f'"{text}" is no language code, such as en' + (f'; did you mean "{meant}"?' if meant else ""))


@cache
def _zones() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


@lru_cache(maxsize=1_024)
def time_zone(text: str) -> str:
    """A name of the IANA database, such as `Europe/Berlin`."""
    if _zones().get(text.lower()) == text:
        return text
    meant = _zones().get(text.lower()) or nearest(text, _zones().values()) or "Europe/Berlin"
    raise ValueError(f'"{text}" is no time zone; did you mean "{meant}"?')


@lru_cache(maxsize=4_096)
def day(text: str) -> date:
    """`2026-03-31`."""
    if _ISO_DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ValueError(f'"{text}" is not in the calendar') from None
    found = _DAY_FIRST.fullmatch(text)
    meant = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else "2026-03-31"
    raise ValueError(
        f'"{text}" is no date; ' + ("did you mean " if found else "write it as ") + meant + "?" * bool(found)
    )


def whole(text: str) -> int:
    """A whole number from 0; groups of three digits may be parted."""
    bare = re.sub(r"\D", "", text) if _GROUPED.fullmatch(text) else text
    if not (bare.isascii() and bare.isdigit()) or len(bare) > 12:
        raise ValueError(f'"{text}" is no whole number')
    return int(bare)


def strength(text: str) -> int:
    if text in ("1", "2", "3", "4", "5"):
        return int(text)
    raise ValueError(f'"{text}" is no strength; 1 (weak) to 5 (strong)')


def yes_no(text: str) -> bool:
    said = {"yes": True, "no": False, "true": True, "false": False}.get(text.lower())
    if said is None:
        raise ValueError(f'"{text}" is neither yes nor no')
    return said


def parts(text: str) -> tuple[str, ...]:
    """Values parted by semicolons, without empty ones and repetitions."""
    return tuple(dict.fromkeys(found for part in text.split(";") if (found := line(part))))


def one_of(kind: type[E]) -> Callable[[str], E]:
    """A reader for a closed list; spelling in other case or with spaces is understood."""
    known = {str(member.value): member for member in kind}

    def read(text: str) -> E:
        found = known.get(text) or known.get(text.lower().replace(" ", "_").replace("-", "_"))
        if found is None:
            raise ValueError(not_one_of(text, list(known)))
        return found

    return read


def plain(text: str) -> str:
    """What two spellings of one reference share: compatibility forms, case and spaces folded."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def slug(text: str, *, chars: int = 60) -> str:
    """A name as part of an id: letters and digits of any script, the rest dashes."""
    return re.sub(r"[\W_]+", "-", plain(text)).strip("-")[:chars].rstrip("-")


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
