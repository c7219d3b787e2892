"""Hostile words in every text of the database, whatever the table."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Column, Engine, String, Text, select, text

from overture.db.engine import write
from overture.db.tables import metadata

PAYLOADS = (
    "<script>window.pwned=1</script>",
    '"><img src=x onerror=window.pwned=1>',
    "'><svg/onload=window.pwned=1>",
    "</textarea><script>window.pwned=1</script>",
    "</title><iframe srcdoc='<script>parent.pwned=1</script>'>",
    "javascript:window.pwned=1",
    "{{ 7 * 7 }}{% raw %}",
    "<!--<script>",
    "\u202egnp.exe\u0000\u0007",
    '" autofocus onfocus="window.pwned=1',
)
# Further kinds, for the long run: other elements that run, styles, addresses, templates, headers, formulas, letters.
MORE_PAYLOADS = (
    "<svg><animate onbegin=window.pwned=1 attributeName=x dur=1s>",
    "<svg><a href=javascript:window.pwned=1><text y=20>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.pwned=1></style></mglyph></table></mtext></math>",
    '<noscript><p title="</noscript><img src=x onerror=window.pwned=1>">',
    "<base href=https://evil.example/><link rel=stylesheet href=/evil.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<object data='data:text/html,<script>parent.pwned=1</script>'></object>",
    "</style><style>@import 'https://evil.example/x.css'; body { background: url(https://evil.example/x) }",
    "' style='background:url(https://evil.example/x)' x='",
    "<form action=https://evil.example/><button autofocus onfocus=window.pwned=1>",
    "data:text/html,<script>window.pwned=1</script>",
    "java\tscript:window.pwned=1",
    "vbscript:window.pwned=1",
    "&lt;script&gt;window.pwned=1&lt;/script&gt;&#x3c;script&#x3e;window.pwned=1",
    "</script><script>window.pwned=1</script>",
    "</script ><svg onload=window.pwned=1>",
    "${7*7}#{7*7}<%= 7*7 %>{% include '/etc/passwd' %}{{ config }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "a\r\nSet-Cookie: pwned=1\r\n\r\n<script>window.pwned=1</script>",
    "=cmd|' /C calc'!A0",
    "\u202e\u2066gpj.exe\u2069\u200b\ufeff\u2028\u2029",
    "\uff1cscript\uff1ewindow.pwned=1\uff1c/script\uff1e",
    "e" + "\u0301" * 400,
    "</p></div></main></body></html><script>window.pwned=1</script>",
    "<template><script>window.pwned=1</script></template><details open ontoggle=window.pwned=1>",
)
EVERY = (*PAYLOADS, *MORE_PAYLOADS)
LONG = "W" * 65_536
# What leaves an element or a comment open would hide what stands after it, so it stands last.
_OPEN = ("<!--<script>", "</style><style>")
Words = Callable[[int], str]  # the hostile words of one cell, by its number
_KEEP = {
    "users", "sessions", "setup_tokens", "audit", "audit_seals", "heartbeats", "approvals", "handoffs", "attempts",
    "alembic_version",
}  # fmt: skip
_FIXED = {
    "id", "state", "kind", "status", "content_hash", "entry_key", "config_hash", "address_key", "lifecycle", "level",
    "country", "language", "lawful_basis", "seniority", "function", "medium", "company_key", "discriminator",
    "story_id", "time_zone", "origin", "reason_code", "variant", "cause", "fingerprint", "value_hash", "folded",
    "reason",
}  # fmt: skip


def poison(value: Any, payload: str) -> Any:
    """The payload at the end of every text within, whatever the shape."""
    if isinstance(value, str):
        return value + payload
    if isinstance(value, list):
        return [poison(item, payload) for item in value]
    if isinstance(value, dict):
        plain = {
            "field",
            "fact",
            "level",
            "start",
            "end",
            "account_id",
            "paths",
            "evidence",
            "state",
            "amount",
            "last_new_at",
            "last_ok_at",
        }
        return {key: item if key in plain else poison(item, payload) for key, item in value.items()}
    return value


def _open_to_words(column: Column[Any]) -> bool:
    """Text that comes from outside: not a key, not a code from a closed list."""
    if column.name == "link":
        return True
    words = isinstance(column.type, String | Text | JSON) and not column.foreign_keys and not column.primary_key
    return words and column.name not in _FIXED


def mixed(payloads: Sequence[str], parts: int, turn: int) -> Words:
    """Several payloads in each cell: after as many turns as there are parts, every cell has held every payload."""
    ordered = sorted(payloads, key=lambda one: one.startswith(_OPEN))
    shares = [" ".join(ordered[start::parts]) for start in range(parts)]
    return lambda cell: shares[(cell + turn) % parts]


def single(payloads: Sequence[str], turn: int) -> Words:
    """One payload in each cell, for addresses: any blank in them would keep them from becoming a link at all."""
    return lambda cell: payloads[(cell * 7 + turn) % len(payloads)]


def samples(path: Path) -> list[str]:
    """Every hostile text of a file that holds them by kind, as far as a database can hold it."""

    def texts(value: Any) -> list[str]:
        if isinstance(value, str):
            return [value.encode("utf-8", "replace").decode()]
        parts = value.values() if isinstance(value, dict) else value
        return [text for part in parts for text in texts(part)]

    return texts({kind: found for kind, found in json.loads(path.read_text()).items() if kind != "about"})


def poison_all(engine: Engine, words: Words, addresses: Words) -> None:
    """Hostile words at the end of every text; an address has them at its end, or is nothing else."""
    with write(engine) as connection:
        for trigger in connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
        for table in metadata.sorted_tables:
            if table.name in _KEEP:
                continue
            columns = [column for column in table.columns if _open_to_words(column)]
            for at, row in enumerate(connection.execute(select(table)).mappings().all()):
                values = {
                    column.name: _hostile(column.name, row[column.name], at + place, words, addresses)
                    for place, column in enumerate(columns)
                    if row[column.name] is not None
                }
                where = [column == row[column.name] for column in table.primary_key]
                if values:
                    connection.execute(table.update().where(*where).values(values))


def _hostile(name: str, value: Any, cell: int, words: Words, addresses: Words) -> Any:
    if name not in ("link", "url"):
        return poison(value, words(cell))
    return addresses(cell) if cell % 2 else value + addresses(cell)
