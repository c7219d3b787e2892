"""Own icons: 16 units square, strokes of 1.5, drawn in the colour of the text. One sprite stands in each page."""

# ruff: noqa: E501 - a drawing is one line
from __future__ import annotations

from markupsafe import Markup, escape

_PATHS: dict[str, str] = {
    "queue": "M2 9h3.2l1.3 2h3l1.3-2H14M2 9l2-6h8l2 6v4H2z",
    "trigger": "M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z",
    "source": "M3 13h.01M3 8.5A4.5 4.5 0 0 1 7.5 13M3 4a9 9 0 0 1 9 9",
    "story": "M8 4C6.5 3 4.5 3 2 3v9.5c2.5 0 4.5 0 6 1 1.5-1 3.5-1 6-1V3c-2.5 0-4.5 0-6 1zm0 0v9.5",
    "account": "M3 14V2h6v12M9 6h4v8M1.5 14h13M5.5 5h1M5.5 8h1M5.5 11h1M11 9h.5M11 11.5h.5",
    "campaign": "M3.5 14.5V2h9l-2 3.5 2 3.5h-9",
    "no": "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM3.8 3.8l8.4 8.4",
    "outcome": "M2 14h12M4 11.5V8M8 11.5v-9M12 11.5V5.5",
    "audit": "M2 4h.01M5 4h9M2 8h.01M5 8h9M2 12h.01M5 12h9",
    "settings": "M2 4.5h6M12 4.5h2M10 6.5v-4M2 11.5h2M8 11.5h6M6 9.5v4",
    "question": "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM6.2 6.3a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.8.6-.8 1.2M8 11.3h.01",
    "search": "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.8 10.8 14 14",
    "help": "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM6.2 6.3a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.8.6-.8 1.2M8 11.3h.01",
    "down": "m4 6 4 4 4-4",
    "right": "m6 4 4 4-4 4",
    "back": "M13.5 8h-11M7 3.5 2.5 8 7 12.5",
    "menu": "M2 4h12M2 8h12M2 12h12",
    "check": "m3 8.5 3.3 3.3L13 4.5",
    "ok": "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.3 8.2l1.9 1.9 3.5-4",
    "warn": "M8 2.3 1.8 13.2h12.4zM8 6.5v3M8 11.4h.01",
    "bad": "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 5v3.5M8 11h.01",
    "half": "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 2v12M10.5 3v10M12.8 5v6",
    "pause": "M5.5 3.5v9M10.5 3.5v9",
    "play": "M4.5 3v10l8-5z",
    "clock": "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.3 1.5",
    "money": "M13 4c0 1.1-2.2 2-5 2S3 5.1 3 4s2.2-2 5-2 5 .9 5 2zM3 4v8c0 1.1 2.2 2 5 2s5-.9 5-2V4M3 8c0 1.1 2.2 2 5 2s5-.9 5-2",
    "person": "M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8zM2.8 14c.4-2.8 2.4-4 5.2-4s4.8 1.2 5.2 4",
    "leave": "M6.5 2.5h-4v11h4M6 8h8M11 5l3 3-3 3",
    "place": "M8 14.5c3-3.4 4.5-5.8 4.5-8a4.5 4.5 0 0 0-9 0c0 2.2 1.5 4.6 4.5 8zM8 8.3a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z",
    "merge": "M2 4h3l3 4 3-4h3M8 8v6M5.5 11.5 8 14l2.5-2.5",
    "box": "m8 1.8 5.5 3v6.4L8 14.2l-5.5-3V4.8zM2.5 4.8 8 7.8l5.5-3M8 7.8v6.4",
    "hands": "M2 9.5 5.5 6l2 1.5L10 5l4 4.5M2 13h12",
    "shield": "M8 1.8 3 3.5v4.2c0 3 2 5.2 5 6.5 3-1.3 5-3.5 5-6.5V3.5zM5.7 8l1.7 1.7L10.5 6",
    "link": "M6.5 9.5 9.5 6.5M7 4.5 8.5 3a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5 7.5 13A3.2 3.2 0 0 1 3 8.5L4.5 7",
    "history": "M2.5 3v3.5H6M2.7 6.3A5.7 5.7 0 1 1 2.3 9M8 5v3.3l2.3 1.4",
    "refresh": "M13.5 3v3.5H10M2.5 13V9.5H6M13.3 6.3A5.6 5.6 0 0 0 3.2 5M2.7 9.7A5.6 5.6 0 0 0 12.8 11",
    "eye": "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z",
    "edit": "M2.5 13.5 3 10.7l8-8 2.3 2.3-8 8z",
    "x": "m3.5 3.5 9 9M12.5 3.5l-9 9",
    "plus": "M8 2.5v11M2.5 8h11",
    "more": "M3.5 8h.01M8 8h.01M12.5 8h.01",
    "mail": "M2 3.5h12v9H2zM2 4l6 5 6-5",
    "out": "M8 10.5V2.5M4.8 5.5 8 2.3l3.2 3.2M2.5 10.5v3h11v-3",
    "heard": "M2.5 2.8h11v8h-6l-3.5 3v-3H2.5z",
    "quote": "M6.5 4C4.5 4.6 3 6.3 3 9v3h3.5V8.5H4.6M13 4c-2 .6-3.5 2.3-3.5 5v3H13V8.5h-1.9",
    "calendar": "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3",
}


def sprite() -> Markup:
    """All icons as symbols, hidden; used by `<use href="#i-name">` in the same page."""
    symbols = "".join(
        f'<symbol id="i-{name}" viewBox="0 0 16 16"><path d="{path}"/></symbol>' for name, path in _PATHS.items()
    )
    return Markup(f'<svg class="sprite" aria-hidden="true" focusable="false">{symbols}</svg>')


def icon(name: str, label: str = "", extra: str = "") -> Markup:
    """One icon. Without `label` it is decoration and a word stands beside it. Unknown names raise `KeyError`."""
    if name not in _PATHS:
        raise KeyError(name)
    role = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return Markup(f'<svg class="i {escape(extra)}" {role}><use href="#i-{name}"/></svg>')


NAMES = frozenset(_PATHS)
