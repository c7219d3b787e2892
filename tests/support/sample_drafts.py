"""A world of some forty drafts, written straight into the tables: for tests of pages and for pictures of them.

Everything here is invented. Dates count back from `now`. Acme is a target, Globex does not fit, Initech is on the
do-not-contact list; Mara approves, Otto operates.
"""

# ruff: noqa: E501 - rows of a table read best as rows
from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, insert

from campaigns.letter import content_hash
from campaigns.workspace import Contact, OurCompany, Teammate
from overture.db import tables as t
from overture.db.engine import write
from overture.db.heartbeats import beat
from overture.db.secret import Keyring
from overture.db.types import plain_json

COMPANY = OurCompany("Tidewell Ltd", "12 Quay Street, Bristol BS1 4DB", ("Tidewell",), "https://tidewell.example")
PRIYA = Teammate("priya", "Priya Nair", "priya@tidewell.example", "Customer Journeys", "Europe/London")
JONAS = Teammate("jonas", "Jonas Weber", "jonas@tidewell.example", "Partnerships", "Europe/Berlin")
KEYS = Keyring(b"sample key, sixteen bytes and more")

# name, place, country, industry, people, kind, facts, contact, role
_COMPANIES: tuple[tuple[str, str, str, str, int, str, dict[str, Any], str, str], ...] = (
    ("Acme Robotics", "Hamburg", "DE", "Warehouse robots", 310, "funding", {"round": "B", "amount": "25000000", "currency": "USD"}, "Ines Albers", "VP Customer Success"),
    ("Brightmoor Health", "Leeds", "GB", "Clinic software", 540, "executive_hire", {"role": "CRO", "person": "Tess Okoro"}, "Tomas Reyes", "Chief Operating Officer"),
    ("Ostrava Freight", "Malmö", "SE", "Freight", 820, "expansion", {"place": "Oslo"}, "Lene Holmberg", "Head of Sales, Nordics"),
    ("Quillane", "Dublin", "IE", "Contract software", 95, "funding", {"round": "A", "amount": "9000000", "currency": "EUR"}, "Ada Obi", "Founder"),
    ("Hollis Marine", "Gdynia", "PL", "Shipyards", 1200, "renewal_90", {}, "Ruth Hollis", "Operations Director"),
    ("Pemberwick", "York", "GB", "Confectionery", 430, "executive_departure", {"role": "CFO", "person": "Alan Birch"}, "Sam Itoh", "VP Finance"),
    ("Norrland Solar", "Gävle", "SE", "Solar roofs", 260, "contract_win", {"other_party": "Gävle Housing"}, "Elin Falkman", "Chief Executive"),
    ("Castellane", "Lyon", "FR", "Payments", 180, "funding", {"round": "B", "amount": "18000000", "currency": "GBP"}, "Pieter de Witte", "Head of Growth"),
    ("Mirelle Analytics", "Nantes", "FR", "Retail data", 70, "expansion", {"place": "Lyon"}, "Chloé Aubert", "Directrice commerciale"),
    ("Tarnhelm", "Cork", "IE", "Security", 130, "acquisition", {"other_party": "Fenlock", "side": "acquirer"}, "Yusuf Demirel", "VP Sales"),
    ("Oakvale Foods", "Ghent", "BE", "Food", 900, "day_one", {}, "Grace Muirhead", "Plant Manager"),
    ("Selkirk Bio", "Dundee", "GB", "Diagnostics", 210, "funding", {"round": "C", "amount": "60000000", "currency": "USD"}, "Ian Bairdsley", "Chief Commercial Officer"),
    ("Fenwood Rail", "Utrecht", "NL", "Rail", 640, "partnership", {"other_party": "Havenlijn"}, "Dana Colebrook", "Head of Partnerships"),
)  # fmt: skip
_MORE = ("Halden Paper", "Ardmore Clinics", "Vesper Mobility", "Greyfield", "Tidal Works", "Kestrel Foods", "Lumen Yards",
         "Bramley Tools", "Cinder & Co", "Dovetail Homes", "Ember Grid", "Foxglove", "Garnet Air")  # fmt: skip
_STORIES = {
    "funding": "after-the-round", "executive_hire": "first-hundred-days", "expansion": "new-office-first-hires",
    "acquisition": "two-teams-one-promise", "executive_departure": "steady-hand", "contract_win": "won-now-deliver",
    "renewal_90": "renewal-their-measure", "day_one": "day-one", "partnership": "with-a-partner",
}  # fmt: skip
_ROUNDS = {"A": "Series A", "B": "Series B", "C": "Series C"}
_QUOTE = "most who leave us, leave in the first ninety days"


@dataclass(frozen=True, slots=True)
class World:
    """Ids of what was written, by what a test wants to do with it."""

    engine: Engine
    now: datetime
    ready: tuple[int, ...]  # pending, nothing in the way
    blocked: int
    warned: int
    disputed: int
    expiring: int


def fill(engine: Engine, *, now: datetime, drafts: int = 40, keys: Keyring = KEYS) -> World:
    """Write the world. Two thirds of the drafts wait for Mara, the others for anybody."""
    with write(engine) as connection:
        _people(connection, now)
        _sources(connection, now)
        _stories(connection, now)
        for number in range(1, drafts + 1):
            _draft(connection, number, now, keys)
        _around(connection, now, keys)
    beat(engine, role="worker")
    ready = tuple(n for n in range(1, drafts + 1) if n % 13 not in (6,))
    return World(engine, now, ready, blocked=6, warned=1, disputed=1, expiring=8)


def _people(connection: Connection, now: datetime) -> None:
    everyone = (("demo", "Demo Reader", "admin"), ("mara", "Mara Lind", "reviewer"), ("otto", "Otto Brandt", "ops"),
                ("vera", "Vera Sand", "viewer"), ("ana", "Ana Ruiz", "author"), ("ada", "Ada Kell", "admin"),
                ("jonas", "Jonas Weber", "reviewer"))  # fmt: skip
    rows = [{"id": i, "name": n, "role": r, "made_at": now, "preferences": {}} for i, n, r in everyone]
    connection.execute(insert(t.users), rows)
    mates = [
        {"id": m.id, "name": m.name, "email": m.email, "title": m.title, "time_zone": m.time_zone}
        for m in (PRIYA, JONAS)
    ]
    connection.execute(insert(t.teammates), mates)


def _source(id_: str, title: str, now: datetime, **changes: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": id_, "kind": "feed", "url": f"https://{id_}.example/feed", "config": {"tags": ["funding"]},
        "config_hash": "0" * 32, "state": "active", "title": title, "first_pass_done": True,
        "last_attempt_at": now - timedelta(minutes=12), "last_success_at": now - timedelta(minutes=12),
        "last_new_at": now - timedelta(hours=2), "last_status": 200, "health": {"state": "ok", "norm": 1.0},
        "run_at": now + timedelta(minutes=18), "attempts": 0, "last_error": None,
    }  # fmt: skip
    return row | changes


def _sources(connection: Connection, now: datetime) -> None:
    rows = [
        _source("funding-post", "The Funding Post", now),
        _source("robotics-weekly", "Robotics Weekly", now, last_status=304),
        _source("nordic-ledger", "Nordic Ledger", now, attempts=5, last_status=503,
                last_error="Their server is overloaded: it answered 503 and asked us to wait three hours.",
                health={"state": "failing", "norm": 1.6, "failures": 5, "last_ok_at": (now - timedelta(hours=18)).isoformat(), "last_error": "Their server is overloaded: it answered 503 and asked us to wait three hours."}, last_success_at=now - timedelta(hours=18),
                run_at=now + timedelta(hours=3)),
        _source("gruender-wire", "Gründer Wire", now, health={"state": "ok", "norm": 1.25}),
        _source("annonces", "Les Annonces", now, health={"state": "silent", "norm": 0.25, "last_new_at": (now - timedelta(days=9)).isoformat()}, last_new_at=now - timedelta(days=9)),
        _source("form-d", "SEC Form D", now, kind="edgar_form_d", url=None),
        _source("startup-digest", "Startup Digest", now, state="gone", last_status=410, run_at=None),
        _source("fresh", "Just Added", now, last_attempt_at=None, last_success_at=None, last_status=None, last_new_at=None),
    ]  # fmt: skip
    connection.execute(insert(t.sources), rows)


def _stories(connection: Connection, now: datetime) -> None:
    text = '---\nid: {id}\nevent: {event}\nlanguage: en\nsubject: "{{{{ account.short_name }}}}"\n---\n{{% beat moment %}}Hello {{{{ contact.first_name }}}},{{% endbeat %}}\n'
    rows = [
        {"story_id": story, "language": "en", "version": 1, "content_hash": hashlib.sha256(story.encode()).hexdigest(),
         "text": text.format(id=story, event=kind), "findings": [], "author": "file", "made_at": now - timedelta(days=30)}
        for kind, story in _STORIES.items()
    ]  # fmt: skip
    connection.execute(insert(t.story_versions), rows)


def _company(number: int) -> tuple[str, str, str, str, int, str, dict[str, Any], str, str]:
    base = _COMPANIES[(number - 1) % len(_COMPANIES)]
    if number <= len(_COMPANIES):
        return base
    turn, place = divmod(number - 1, len(_MORE))
    name = _MORE[place] + ("" if turn < 2 else f" {turn}")
    return (name, *base[1:])


Span = dict[str, Any]


def _find(text: str, words: str, fact: str, field: str) -> Span:
    start = text.index(words)
    return {"fact": fact, "field": field, "start": start, "end": start + len(words), "text": words}


def _article(number: int) -> tuple[str, str, list[Span]]:
    name, place, _, industry, _, kind, facts, _, _ = _company(number)
    if kind == "funding":
        amount, round_ = f"{int(facts['amount']) // 1_000_000} million {facts['currency']}", _ROUNDS[facts["round"]]
        title = f"{name} raises {amount} {round_}"
        text = (f"{place.upper()}, Tuesday – {name} has raised {amount} in a {round_} round led by Alder Peak. "
                f"The company, known for {industry.lower()}, will open three sites, its chief executive said.")  # fmt: skip
        spans = [_find(title, name, "company", "title"), _find(text, name, "company", "summary"),
                 _find(text, amount, "amount", "summary"), _find(text, round_, "round", "summary"),
                 _find(text, "Alder Peak", "lead", "summary")]  # fmt: skip
        return title, text, spans
    what = str(facts.get("role") or facts.get("place") or facts.get("other_party") or kind.replace("_", " "))
    title = f"{name}: news of {what}"
    text = f"{place.upper()} – {name} said on Monday that {what} is now part of its plans. {industry} is its field."
    spans = [_find(title, name, "company", "title"), _find(text, name, "company", "summary")]
    fact = next(iter(facts), "")
    if fact and what in text:
        spans.append(_find(text, what, fact, "summary"))
    return title, text, spans


def _entry(connection: Connection, number: int, source: str, title: str, text: str, at: datetime) -> int:
    key = hashlib.blake2b(f"{source}/{number}".encode(), digest_size=16).hexdigest()
    made = connection.execute(
        insert(t.entries).returning(t.entries.c.id),
        {"source_id": source, "entry_key": key, "link": f"https://{source}.example/{number}", "title": title,
         "text": text, "clean_title": title, "clean_text": text, "published_at": at,
         "fetched_at": at + timedelta(minutes=7), "first_pass": False, "language": "en", "state": "read"},
    )  # fmt: skip
    return int(made.scalar_one())


def _seg(text: str, path: str = "", origin: str = "", beat: str = "moment", line: int = 1) -> dict[str, Any]:
    return {
        "text": text,
        "paths": [path] if path else [],
        "evidence": [origin] if origin else [],
        "beat": beat,
        "line": line,
    }


def _segments(number: int, entry: int, account: str, contact: str, spans: list[Span]) -> tuple[list[Any], list[Any]]:
    name, _, _, industry, _, kind, facts, person, _ = _company(number)
    short, first = name.split()[0], person.split()[0]
    told = next((s for s in spans if s["field"] == "summary" and s["fact"] != "company"), spans[-1])
    fact = f"entry:{entry}:{told['field']}:{told['start']}:{told['end']}"
    said = {"funding": _ROUNDS.get(str(facts.get("round")), "")}.get(kind) or told["text"]
    if kind == "funding":
        fact = f"trigger:{number}:round"
    body = [
        _seg("Hello "), _seg(first, "contact.first_name", f"contact:{contact}"), _seg(",\n\n"),
        _seg("The Funding Post", "evidence.publisher", f"entry:{entry}:publisher"), _seg(" reports on "),
        _seg(short, "account.short_name", f"account:{account}"), _seg(" and its "),
        _seg(said, "trigger.round" if kind == "funding" else "trigger.role", fact), _seg(". In "),
        _seg("May", "concern.heard_on", f"concern:con-{number}"), _seg(" you told me that “"),
        _seg(_QUOTE, "concern.statement", f"concern:con-{number}"), _seg("”.\n\n"),
        _seg("New places mean many first weeks at once.\n\n", beat="problem", line=2),
        _seg("Varga Tools", "case.who", "case:varga", "journey", 3), _seg(" stood there. ", beat="journey", line=3),
        _seg("Every new customer got one named person from the first day.", "case.way", "case:varga", "journey", 3),
        _seg(" ", beat="setback", line=4),
        _seg("It got worse before it got better: two large customers left in the confusion of the handover, and the plan was very nearly dropped for good.", "case.setback", "case:varga", "setback", 4),
        _seg(" ", beat="setback", line=4), _seg("A year on, early losses had halved.", "case.outcome", "case:varga", "setback", 4),
        _seg("\n\nI can send you ", beat="promise", line=5),
        _seg("the plan they followed, mistakes included", "promise.text", "promise:first-90-plan", "promise", 5),
        _seg(".", beat="promise", line=5), _seg(" Would that be useful to you?", beat="ask", line=6),
    ]  # fmt: skip
    del industry
    subject = [_seg(short, "account.short_name", f"account:{account}"), _seg(", and the weeks after "),
               _seg(f"the {said}" if kind == "funding" else said, "trigger.round" if kind == "funding" else "trigger.role", fact)]  # fmt: skip
    return subject, body


def _draft(connection: Connection, number: int, now: datetime, keys: Keyring) -> None:
    name, place, country, industry, people, kind, facts, person, role = _company(number)
    account, contact = f"acc-{number}", f"con-{number}"
    domain = name.lower().replace(" ", "").replace("&", "and") + ".example"
    email = f"{person.split()[0].lower()}.{number}@{domain}".encode("ascii", "ignore").decode()
    connection.execute(insert(t.accounts), {
        "id": account, "name": name, "domain": domain, "aliases": [], "country": country, "industry": industry,
        "employees": people, "lifecycle": "customer" if kind in ("renewal_90", "day_one") else "prospect",
        "owner": "priya", "tags": []})  # fmt: skip
    connection.execute(insert(t.contacts), {
        "id": contact, "account_id": account, "name": person, "first_name": person.split()[0], "email": email,
        "address_key": keys.address(email), "role": role, "seniority": "vp", "function": "sales", "language": "en",
        "medium": "email", "lawful_basis": "legitimate_interest", "tags": [],
        "verified_on": (now - timedelta(days=16)).date() if number % 5 else None})  # fmt: skip
    connection.execute(insert(t.concerns), {
        "id": f"con-{number}", "contact_id": contact, "level": "outcomes", "statement": _QUOTE, "kind": "concern",
        "heard_on": (now - timedelta(days=190)).date(), "heard_by": "priya", "shareable": True,
        "quote": "Most who leave us, leave in the first ninety days. By then we have hired for the next lot."})  # fmt: skip
    connection.execute(insert(t.ties), {
        "id": f"tie-{number}", "teammate_id": "priya", "contact_id": contact, "kind": "worked_with", "strength": 4,
        "since": (now - timedelta(days=2600)).date(), "last_touch": (now - timedelta(days=190)).date()})  # fmt: skip
    trigger, entry, spans = _trigger(connection, number, account, now)
    _match(connection, number, trigger, account, name, now)
    subject, body = _segments(number, entry, account, contact, spans)
    _store(connection, number, (trigger, account, contact), (subject, body), email, now, keys)
    del place, facts


def _trigger(connection: Connection, number: int, account: str, now: datetime) -> tuple[int, int, list[Span]]:
    name, _, _, _, _, kind, facts, _, _ = _company(number)
    at = now - timedelta(days=number % 6, hours=number % 20 + 1)
    title, text, spans = _article(number)
    entry = _entry(connection, number, "funding-post", title, text, at)
    split = [
        {
            "fact": "amount",
            "values": [
                ["25000000 USD", ["The Funding Post", "Robotics Weekly", "Nordic Ledger"]],
                ["23000000 EUR", ["Gründer Wire"]],
            ],
        }
    ]
    trigger = int(connection.execute(insert(t.triggers).returning(t.triggers.c.id), {
        "kind": kind, "company": name, "company_key": f"account:{account}", "account_id": account,
        "status": "announced", "facts": facts, "disagreements": split if number == 1 else [], "chosen": {},
        "event_on": at.date(), "first_seen_at": at, "updated_at": at, "outlets": 4 if number == 1 else 1,
        "state": "asked"}).scalar_one())  # fmt: skip
    tellings = [("funding-post", entry, facts, spans)]
    if number == 1:
        for place, (source, amount, currency, words) in enumerate((
            ("robotics-weekly", "25000000", "USD", "$25m"), ("nordic-ledger", "25000000", "USD", "25 million dollars"),
            ("gruender-wire", "23000000", "EUR", "23 Millionen Euro"))):  # fmt: skip
            head = f"{name}: {words} for growth"
            other = _entry(connection, 1000 + place, source, head, head, at + timedelta(hours=place + 1))
            tellings.append(
                (
                    source,
                    other,
                    {**facts, "amount": amount, "currency": currency},
                    [_find(head, words, "amount", "title")],
                )
            )
    for turn, (_, told, said, found) in enumerate(tellings):
        connection.execute(insert(t.mentions), {
            "entry_id": told, "trigger_id": trigger, "kind": kind, "company": name,
            "company_key": f"account:{account}", "discriminator": str(facts.get("round", "")), "status": "announced",
            "facts": said, "evidence": found, "confidence": 0.94, "told_at": at + timedelta(hours=turn)})  # fmt: skip
    return trigger, entry, spans


def _match(connection: Connection, number: int, trigger: int, account: str, name: str, now: datetime) -> None:
    rival = {
        "account_id": "acc-x",
        "name": f"{name.split()[0]} Dairies",
        "score": 0.21,
        "method": "exact",
        "form": name,
        "parts": [],
    }
    connection.execute(insert(t.matches), {
        "trigger_id": trigger, "account_id": account, "form": name.split()[0], "method": "domain", "score": 0.96,
        "parts": [["domain in article", 0.6], ["exact name", 0.25], ["place", 0.08], ["industry word", 0.03]],
        "runners_up": [rival] if number % 3 == 1 else [], "made_at": now})  # fmt: skip


def _findings(number: int, body: str) -> list[dict[str, Any]]:
    base = {"line": 4, "column": 1}
    if number % 13 == 6:
        start = body.index("many first weeks")
        return [{"code": "EVD001", "level": "error", "message": "“many first weeks” is a claim without evidence.",
                 "start": start, "end": start + 16, **base}]  # fmt: skip
    if number % 6 == 1:
        start = body.index("It got worse")
        return [{"code": "READ001", "level": "warn", "message": "A long sentence: 26 words, aim for 25 or fewer.",
                 "start": start, "end": body.index("A year on") - 1, **base}]  # fmt: skip
    return []


def _store(
    connection: Connection, number: int, ids: tuple[int, str, str], text: tuple[list[Any], list[Any]], email: str,
    now: datetime, keys: Keyring,
) -> None:  # fmt: skip
    _, _, _, _, _, kind, _, person, _ = _company(number)
    trigger, account, contact = ids
    subject, body = ("".join(segment["text"] for segment in part) for part in text)
    reader = Contact(contact, account, person, person.split()[0], email=email)
    hashed = content_hash(subject, body, to=reader, sender=PRIYA, company=COMPANY)
    findings = _findings(number, body)
    made = now - timedelta(hours=number)
    row = {
        "id": number, "trigger_id": trigger, "account_id": account, "contact_id": contact,
        "address_key": keys.address(email), "campaign": "series-b-emea" if kind == "funding" else "moments",
        "story_id": _STORIES[kind], "language": "en", "sender_id": "priya", "version": 1, "content_hash": hashed,
        "obstacles": sum(f["level"] == "error" for f in findings), "warnings": sum(f["level"] == "warn" for f in findings),
        "score": max(12, 93 - 2 * number), "why": {"contact": ["VP in sales, verified lately"], "sender": ["Priya has the strongest tie"],
        "story": ["concern at “outcomes”, case in the industry"], "waiting": [["Tom Reuter", "colder tie"]]},
        "group_owner": "emea", "assignee": None if number % 3 == 0 else "mara",
        "good_until": (now + timedelta(days=1 + number * 7 % 12)).date(), "trigger_version": 1, "made_at": made,
        "updated_at": made, "opened_at": made if number % 2 else None, "run_at": now + timedelta(days=1 + number * 7 % 12),
    }  # fmt: skip
    connection.execute(insert(t.drafts), row)
    connection.execute(insert(t.draft_versions), {
        "draft_id": number, "version": 1, "content_hash": hashed, "subject": subject, "body": body,
        "subject_segments": text[0], "segments": text[1], "findings": findings,
        "measures": {"words": len(body.split()), "self_focus": 0.29, "lix": 31.0}, "vouched": [], "brief": {},
        "variant": "a", "story_version": 1, "author": "system", "cause": "render", "made_at": made})  # fmt: skip


def _around(connection: Connection, now: datetime, keys: Keyring) -> None:
    """Nos, questions, comments, and two accounts that get no draft."""
    for id_, name, lifecycle in (("globex", "Globex", "competitor"), ("initech", "Initech", "prospect")):
        connection.execute(
            insert(t.accounts), {"id": id_, "name": name, "aliases": [], "lifecycle": lifecycle, "tags": []}
        )
    connection.execute(insert(t.suppressions), {"kind": "account", "value_hash": keys.account("initech"), "value": "initech",
                       "reason": "asked us to stop", "origin": "file", "since": now})  # fmt: skip
    reasons = (("globex", "never", "Globex is a competitor.", None), ("initech", "suppressed", "Initech asked not to be written to.", None),
               (None, "age", "The round is 40 days old; this campaign looks back 21.", None))  # fmt: skip
    ids = []
    for number, (account, rule, reason, _) in enumerate(reasons):
        ids.append(int(connection.execute(insert(t.triggers).returning(t.triggers.c.id), {
            "kind": "funding", "company": account.capitalize() if account else "Zephyr Boats",
            "company_key": f"name:{number}", "account_id": account, "status": "rumoured" if number == 2 else "announced",
            "facts": {"round": "seed"}, "disagreements": [], "chosen": {}, "event_on": (now - timedelta(days=4)).date(),
            "first_seen_at": now, "updated_at": now, "state": "asked" if account else "unmatched"}).scalar_one()))  # fmt: skip
        connection.execute(insert(t.nos), {"trigger_id": ids[-1], "account_id": account, "campaign": "series-b-emea",
                           "rule": rule, "reason": reason, "evidence": [], "said_at": now,
                           "revisit_on": (now + timedelta(days=60)).date() if number else None})  # fmt: skip
    choices = [
        {"account_id": "acc-1", "name": "Acme Robotics", "score": 0.52},
        {"account_id": "globex", "name": "Globex", "score": 0.5},
    ]
    connection.execute(insert(t.questions), [
        {"kind": "which_account", "subject": f"trigger:{ids[2]}", "trigger_id": ids[2], "account_id": None,
         "text": "Which account is “Zephyr”?", "choices": choices, "asked_at": now},
        {"kind": "needs_contact", "subject": "account:globex", "trigger_id": ids[0], "account_id": "globex",
         "text": "has news and nobody to write to.", "choices": [], "asked_at": now},
    ])  # fmt: skip
    connection.execute(insert(t.comments), {"draft_id": 1, "author": "jonas", "at": now - timedelta(minutes=3),
                       "text": "Their chief executive asked me about this plan too. Good timing."})  # fmt: skip
    assert plain_json({})
