"""Which column of a list from elsewhere is which of ours: guessed from what the columns are called, or said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from campaigns.countries import country_code
from overture.config.places import nearest
from overture.config.table_text import Foreign
from overture.sheet import bare

_SIMILAR = 85.0
_BOTH = {
    "email_address": "email", "e_mail": "email", "mail": "email", "work_email": "email", "notes": "notes",
    "comment": "notes", "comments": "notes", "description": "notes", "tag": "tags", "labels": "tags", "label": "tags",
    "record_id": "id",
}  # fmt: skip
_ACCOUNTS = _BOTH | {
    "company": "name", "company_name": "name", "account": "name", "account_name": "name", "organization": "name",
    "organisation": "name", "firm": "name", "firma": "name", "unternehmen": "name", "website": "domain",
    "web_site": "domain", "web": "domain", "url": "domain", "homepage": "domain", "company_domain": "domain",
    "company_domain_name": "domain", "domain_name": "domain", "webseite": "domain", "also_known_as": "aliases",
    "alias": "aliases", "other_names": "aliases", "country_code": "country", "billing_country": "country",
    "land": "country", "sector": "industry", "branche": "industry", "headcount": "employees",
    "number_of_employees": "employees", "employee_count": "employees", "staff": "employees", "size": "employees",
    "mitarbeiter": "employees", "stage": "lifecycle", "lifecycle_stage": "lifecycle", "type": "lifecycle",
    "account_type": "lifecycle", "account_owner": "owner", "company_owner": "owner", "parent_account": "parent",
    "parent_company": "parent", "account_id": "id", "company_id": "id", "renewal_date": "renewal_on",
    "renewal": "renewal_on",
}  # fmt: skip
_CONTACTS = _BOTH | {
    "company": "account", "company_name": "account", "account_name": "account", "account_id": "account",
    "organization": "account", "organisation": "account", "firma": "account", "company_domain": "account",
    "domain": "account", "full_name": "name", "contact": "name", "contact_name": "name", "person": "name",
    "firstname": "first_name", "given_name": "first_name", "vorname": "first_name", "lastname": "last_name",
    "surname": "last_name", "family_name": "last_name", "nachname": "last_name", "title": "role", "job_title": "role",
    "position": "role", "department": "function", "level": "seniority", "contact_id": "id", "lang": "language",
    "sprache": "language", "timezone": "time_zone", "anrede": "salutation", "legal_basis": "lawful_basis",
    "lead_source": "source",
}  # fmt: skip
_CALLED = {"accounts": _ACCOUNTS, "contacts": _CONTACTS}


@dataclass(frozen=True, slots=True)
class Columns:
    """For each column of the list one of ours, or empty where it is left out."""

    names: tuple[str, ...]

    def gives(self, name: str) -> bool:
        """Whether rows will have this; a name is made of its two parts, too."""
        return name in self.names or (name == "name" and "last_name" in self.names)


def guessed(header: Sequence[str], what: str, ours: Sequence[str]) -> Columns:
    """Each of ours at most once: what is called so first, then what others call so, then what is nearly called so."""
    keys = [_key(name) for name in header]
    called = _CALLED[what]
    found: dict[int, str] = {}
    ways: tuple[Callable[[str], str | None], ...] = (
        lambda key: key if key in ours else None,
        called.get,
        lambda key: nearest(key, [name for name in ours if name not in found.values()], similar=_SIMILAR),
    )
    for way in ways:
        for at, key in enumerate(keys):
            name = way(key) if key and at not in found else None
            if name and name in ours and name not in found.values():
                found[at] = name
    return Columns(tuple(found.get(at, "") for at in range(len(header))))


def said(names: Sequence[str], header: Sequence[str], ours: Sequence[str]) -> Columns | str:
    """What a person chose, or in words what is wrong with it."""
    if len(names) != len(header):
        return f"the list has {len(header)} columns, and {len(names)} were named"
    unknown = next((name for name in names if name and name not in ours), None)
    if unknown:
        return f"there is no column {unknown}; choose one of {', '.join(ours)}"
    twice = next((name for name in ours if list(names).count(name) > 1), None)
    return f"two columns are called the {twice}; leave one of them out" if twice else Columns(tuple(names))


def mapped(foreign: Foreign, columns: Columns, what: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Line and cells of each row under our names, without empty ones; marks of our own sheets are taken off."""
    for record in foreign.records:
        pairs = zip(columns.names, record.cells, strict=False)
        cells = {name: text for name, cell in pairs if name and (text := bare(cell.strip()))}
        if code := country_code(cells.get("country", "")):
            cells["country"] = code
        if what == "contacts" and "name" not in cells:
            whole = " ".join(cells[part] for part in ("first_name", "last_name") if part in cells)
            cells |= {"name": whole} if whole else {}
        yield record.line, cells


def countries(foreign: Foreign, columns: Columns) -> dict[str, str]:
    """What the list calls countries, where that is no code itself -> the code that is written for it."""
    at = columns.names.index("country") if "country" in columns.names else None
    written = {bare(one.cells[at].strip()) for one in foreign.records if at < len(one.cells)} if at is not None else ()
    read = ((name, country_code(name)) for name in sorted(written))
    return {name: code for name, code in read if code and name.upper() != code}


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
