"""Raw entry text -> `Clean`: markup out, entities decoded once, white space folded, control characters dropped.

Evidence offsets point into what this file returns, so nothing downstream changes a text again. Every step is
linear: no pattern here can backtrack over more than one tag.
"""

from __future__ import annotations

import re
from html import unescape

from triggers.types import Clean

_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_HIDDEN = ("script", "style")
# C0 and C1 controls (white space is folded later), zero-width marks, bidi overrides, the soft hyphen, the BOM.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
# UTF-8 that somebody read as Latin-1: a lead byte with its continuation bytes.
_MOJIBAKE = re.compile("[\xc2-\xdf][\x80-\x9f]|\xc3[\xa0-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|\xf0[\x80-\xbf]{3}")
_APART = re.compile(r"(?<=\w) (?=['’]s\b)")  # "Acme 's", as corpora cut words
_MOJIBAKE_HINT = re.compile("[\xc2-\xf0][\x80-\xbf]")


def clean(title: str, summary: str) -> Clean:
    """The two texts as detection reads them. Never raises; an empty text stays empty."""
    return Clean(title=clean_text(title), summary=clean_text(summary))


def clean_text(raw: str) -> str:
    """One text without markup, controls and double spaces."""
    text = _strip_markup(raw) if "<" in raw else raw
    if "&" in text:
        text = unescape(text)
    if not text.isascii() and _MOJIBAKE_HINT.search(text):
        text = _MOJIBAKE.sub(_reread, text)
    if not text.isprintable():  # all that is dropped cannot be printed
        text = _DROPPED.sub("", text)
    text = " ".join(text.split())
    return _APART.sub("", text) if " '" in text or " ’" in text else text


def _strip_markup(raw: str) -> str:
    lowered = raw.lower()
    for name in _HIDDEN:
        if "<" + name in lowered:
            raw = _without_element(raw, name)
            lowered = raw.lower()
    return _TAG.sub(" ", raw)


def _without_element(raw: str, name: str) -> str:
    """Drops `<name ...>...</name>` in one pass; an element that is never closed hides the rest."""
    lowered, kept, at = raw.lower(), [], 0
    if len(lowered) != len(raw):  # a letter whose lower case is longer would shift the places
        return raw
    while (start := lowered.find("<" + name, at)) >= 0:
        kept.append(raw[at:start])
        end = lowered.find("</" + name, start)
        close = lowered.find(">", end) if end >= 0 else -1
        if close < 0:
            return " ".join(kept)
        at = close + 1
    kept.append(raw[at:])
    return " ".join(kept)


def _reread(match: re.Match[str]) -> str:
    try:
        return match.group().encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
