"""What the measurements run on: accounts, a person at each, and feed documents; the same for the same seed.

Three in ten items tell of a round of one of the first thousand accounts, so that a longer list of accounts does not
mean more drafts; the others are everyday news of about sixty words, in the markup that feeds carry.
"""

# ruff: noqa: SIM905 - words read better than lists of them

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from email.utils import format_datetime
from importlib.resources import files
from pathlib import Path

NAMED = 1_000  # accounts that the items may tell of
SHARE = 0.3
_ONSET = "b br d dr f fl g gl gr h j k kl l m n p pl pr qu r s sk sl st t tr v vl w z".split()
_NUCLEUS = "a e i o u ai ea io".split()
_CODA = "l n r s t x m nd rk st".split()
_TRADE = "Robotics Analytics Logistics Software Energy Systems Health Labs Foods Materials".split()
_WORDS = (
    "the market moved again this week as buyers looked for calmer prices and makers of small parts said that orders "
    "came late while ports were busy and trains were full so many firms wait for spring before they plan their next "
    "steps and some of them hope that rates will fall a little when the bank meets in the old town hall on friday"
).split()

TEAM = """\
company: {name: Example Works, postal_address: "Example Works, 1 Example Street, 10115 Berlin, Germany"}
people:
  - {id: mara, name: Mara Lindner, email: mara@works.example, signature: "Mara Lindner\\nExample Works"}
"""
CAMPAIGNS = """\
campaigns:
  - id: money
    when: {event: funding, age: {lte: 60d}}
    fit: {must: [{account.country: [DE]}]}
    stories: [funding-first-weeks]
    sender: mara
"""


def names(count: int, *, seed: int = 5) -> list[str]:
    """Made-up names of two words, all different."""
    dice, found = random.Random(seed), dict[str, None]()
    while len(found) < count:
        word = "".join(dice.choice(_ONSET) + dice.choice(_NUCLEUS) for _ in range(dice.choice((2, 3))))
        found[f"{(word + dice.choice(_CODA)).title()} {dice.choice(_TRADE)}"] = None
    return list(found)


def documents(told: Sequence[str], *, count: int, items: int, now: datetime, seed: int = 7) -> list[bytes]:
    """`count` RSS documents of `items` items each."""
    dice = random.Random(seed)
    return [_document(number, told, items, now, dice) for number in range(count)]


def _document(number: int, told: Sequence[str], items: int, now: datetime, dice: random.Random) -> bytes:
    body = "".join(_item(f"{number}-{at}", told, now, dice) for at in range(items))
    return f"<rss version='2.0'><channel><title>Outlet {number}</title>{body}</channel></rss>".encode()


def _item(key: str, told: Sequence[str], now: datetime, dice: random.Random) -> str:
    text = " ".join(dice.choice(_WORDS) for _ in range(50))
    if dice.random() < SHARE:
        title = f"{dice.choice(told)} raises ${dice.randrange(10, 90)} million in Series B funding"
    else:
        title = " ".join(dice.choice(_WORDS) for _ in range(9)).capitalize()
    when = format_datetime(now - timedelta(minutes=dice.randrange(60, 20_000)), usegmt=True)
    link = f"https://outlets.example/{key}"
    told = (
        f'<p><a href="{link}?from=feed"><img src="https://outlets.example/{key}.jpg" alt=""/></a></p>'
        f"<p>{title}. <b>{text[:120]}</b>{text[120:]} &amp; more.</p><p><a href='/all'>All news</a></p>"
    )
    return (
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid>"
        f"<description><![CDATA[{told}]]></description><pubDate>{when}</pubDate></item>"
    )


def workspace(folder: Path, accounts: Sequence[str], *, urls: Sequence[str], allow: str) -> None:
    """A workspace with these accounts that polls these addresses."""
    (folder / "stories").mkdir(parents=True, exist_ok=True)
    story = (files("campaigns") / "stories" / "funding-first-weeks.en.j2").read_text("utf-8")
    (folder / "stories" / "funding-first-weeks.en.j2").write_text(story, "utf-8")
    _csv(folder / "accounts.csv", ("name", "id", "domain", "country", "employees"), _accounts(accounts))
    columns = ("account", "name", "id", "email", "role", "seniority", "function", "lawful_basis")
    _csv(folder / "contacts.csv", columns, _contacts(accounts[:NAMED]))
    lines = [f'  - {{id: outlet-{at}, kind: feed, url: "{url}"}}' for at, url in enumerate(urls)]
    (folder / "sources.yaml").write_text("sources:\n" + "\n".join(lines) + "\n")
    (folder / "settings.yaml").write_text(f'outbound: {{allow: ["{allow}"]}}\n')
    (folder / "team.yaml").write_text(TEAM)
    (folder / "campaigns.yaml").write_text(CAMPAIGNS)


def _accounts(accounts: Sequence[str]) -> Iterator[tuple[object, ...]]:
    return ((name, f"a{at}", f"a{at}.example", "DE", 200) for at, name in enumerate(accounts))


def _contacts(accounts: Sequence[str]) -> Iterator[tuple[object, ...]]:
    return (
        (f"a{at}", "Kim Vogel", f"c{at}", f"kim@a{at}.example", "VP Sales", "vp", "sales", "legitimate_interest")
        for at in range(len(accounts))
    )


def _csv(path: Path, columns: Sequence[str], rows: Iterator[tuple[object, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)
