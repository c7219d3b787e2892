"""How rows of one file name rows of another, and the ids of rows that have none of their own.

Ids are keys for ever: they depend on what a row says, never on where it stands. Ids of people are hashes, since ids end
in logs and in the audit, where no personal text may be.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from campaigns.workspace import Account, Contact
from overture.config.places import nearest
from overture.config.tables import Row
from overture.config.values import plain, slug

_SUGGESTIONS = 20  # a file; each compares with every name
_HASH_CHARS = 16


def digest(prefix: str, *parts: object) -> str:
    """A stable id of what the parts say."""
    text = "\0".join(plain(str(part)) for part in parts)
    return prefix + hashlib.sha256(text.encode()).hexdigest()[:_HASH_CHARS]


def account_ids(rows: Sequence[Row]) -> list[str]:
    """An id for each row: its own, else its domain, with the name where several share the domain, else its name.

    Rows that were refused count too, so that a bad cell in one row never changes the id of another.
    """
    domains = Counter(row.cells["domain"] for row in rows if "domain" in row.cells)
    names = Counter(slug(row.cells.get("name", "")) for row in rows if "domain" not in row.cells)
    taken = {row.cells["id"] for row in rows if "id" in row.cells}
    return [_account_id(row, domains, names, taken) for row in rows]


def _account_id(row: Row, domains: Counter[str], names: Counter[str], taken: set[str]) -> str:
    if "id" in row.cells:
        return str(row.cells["id"])
    name, domain = str(row.cells.get("name", "")), row.cells.get("domain")
    short = slug(name) or digest("a", name)
    if domain:
        alone = domains[domain] == 1 and domain not in taken
        return str(domain) if alone else f"{domain}~{short}"
    alone = names[short] == 1 and short not in taken
    return short if alone else f"{short}~{digest('', name, row.cells.get('country', ''))[:8]}"


@dataclass(slots=True)
class Accounts:
    """Finds the account that a cell names by id, domain or name."""

    by_id: dict[str, Account]
    by_domain: dict[str, list[str]] = field(default_factory=dict)
    by_name: dict[str, list[str]] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    suggestions: int = _SUGGESTIONS

    @classmethod
    def of(cls, accounts: Iterable[Account], refused: frozenset[str] = frozenset()) -> Accounts:
        found = cls({account.id: account for account in accounts}, refused=refused)
        for account in found.by_id.values():
            if account.domain:
                found.by_domain.setdefault(account.domain, []).append(account.id)
            found.by_name.setdefault(plain(account.name), []).append(account.id)
        return found

    def find(self, text: str) -> str:
        """The id of the account. ValueError says what is wrong."""
        if text in self.by_id:
            return text
        key = plain(text)
        ids = self.by_domain.get(key.removeprefix("www.")) or self.by_name.get(key)
        if ids is None:
            raise ValueError(self._nobody(text))
        if len(ids) > 1:
            raise ValueError(f'"{text}" names {len(ids)} accounts: {", ".join(ids[:3])}; write the id')
        return ids[0]

    def _nobody(self, text: str) -> str:
        if text in self.refused:
            return f'the row of the account "{text}" was refused'
        self.suggestions -= 1
        near = nearest(plain(text), [*self.by_name, *self.by_domain], similar=80) if self.suggestions >= 0 else None
        meant = self.by_id[(self.by_name.get(near) or self.by_domain[near])[0]].name if near else None
        return f'no account is called "{text}"' + (f'; did you mean "{meant}"?' if meant else "")


@dataclass(slots=True)
class Contacts:
    """Finds the contact that a cell names by id or address."""

    by_id: dict[str, Contact]
    by_email: dict[str, str]
    refused: frozenset[str] = frozenset()  # ids and addresses of rows that could not be read
    suggestions: int = _SUGGESTIONS

    @classmethod
    def of(cls, contacts: Iterable[Contact], refused: frozenset[str] = frozenset()) -> Contacts:
        by_id = {contact.id: contact for contact in contacts}
        return cls(by_id, {contact.email: contact.id for contact in by_id.values() if contact.email}, refused)

    def find(self, text: str) -> str:
        """The id of the contact. ValueError says what is wrong."""
        found = text if text in self.by_id else self.by_email.get(text.lower())
        if found is not None:
            return found
        if text in self.refused or text.lower() in self.refused:
            raise ValueError(f'the row of the contact "{text}" was refused')
        self.suggestions -= 1
        near = nearest(text, [*self.by_email, *self.by_id], similar=80) if self.suggestions >= 0 else None
        raise ValueError(f'no contact has the id or address "{text}"' + (f'; did you mean "{near}"?' if near else ""))
