"""The pipeline that one would write on the first afternoon, as an anchor to measure against: honest, simple, correct.

feedparser with its defaults, a dozen plain regexes over every text, a scan of all account names with `in`, the template
compiled each time, and one ORM object added and committed per row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import feedparser
from jinja2 import Template
from sqlalchemy import String, Text, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

REGEXES = [
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\braises?\b.*?[$€£]\s?\d+(?:\.\d+)?\s?(?:million|billion|m|bn)\b",
        r"\bseries\s+[a-h]\b",
        r"\bseed (?:round|funding)\b",
        r"\bacquires?\b|\bto acquire\b|\bacquisition of\b",
        r"\bappoints?\b|\bnames?\b.*\b(?:ceo|cto|cfo|cmo)\b",
        r"\bsteps? down\b|\bresigns?\b",
        r"\blays? off\b|\blayoffs?\b|\bcuts? \d+ jobs\b",
        r"\bopens? (?:an? )?(?:new )?(?:office|plant|factory|store)\b",
        r"\blaunch(?:es|ed)?\b",
        r"\bpartners? with\b|\bpartnership\b",
        r"\bipo\b|\bgoes public\b",
        r"\bdata breach\b|\bhacked\b|\bransomware\b",
    )
]
LETTER = """Hello {{ name }},

{{ publisher }} writes that {{ company }} has new money. {{ title }}.
{% if long %}By now your inbox is full of people who noticed.{% endif %}
{% for line in lines %}{{ line | upper }}
{% endfor %}Which part of that would help most at {{ company | title }}?
"""


class Base(DeclarativeBase):
    """The naive pipeline's own tables."""


class Item(Base):
    __tablename__ = "items"
    id: Mapped[int] = mapped_column(primary_key=True)
    link: Mapped[str] = mapped_column(String(500), unique=True)
    title: Mapped[str] = mapped_column(Text)


class Draft(Base):
    __tablename__ = "drafts"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(300), unique=True)
    account: Mapped[str] = mapped_column(String(200), index=True)
    state: Mapped[str] = mapped_column(String(12), index=True)
    body: Mapped[str] = mapped_column(Text)


def run(documents: Sequence[bytes], accounts: Sequence[str], database: Path) -> tuple[int, int]:
    """Everything from bytes to drafts; gives (items, drafts)."""
    engine = create_engine(f"sqlite:///{database}")
    Base.metadata.create_all(engine)
    items = drafts = 0
    with Session(engine) as session:
        for page in documents:
            feed = feedparser.parse(page)
            for entry in feed.entries:
                items += 1
                drafts += _one(session, entry, feed.feed.get("title", ""), accounts)
    engine.dispose()
    return items, drafts


def _one(session: Session, entry: feedparser.FeedParserDict, publisher: str, accounts: Sequence[str]) -> int:
    link, title = entry.get("link", ""), entry.get("title", "")
    if session.scalar(select(Item).where(Item.link == link)):
        return 0
    session.add(Item(link=link, title=title))
    session.commit()
    text = f"{title} {entry.get('summary', '')}"
    told_of = [account for account in accounts if account in text]
    if not any([regex.search(text) for regex in REGEXES]):  # noqa: C419 - all twelve, as one would
        return 0
    made = 0
    for account in told_of:
        values = {"name": "Kim", "publisher": publisher, "company": account, "title": title, "long": True}
        body = Template(LETTER).render(**values, lines=["one", "two", "three"])
        session.add(Draft(key=f"{link} {account}", account=account, state="pending", body=body))
        session.commit()
        made += 1
    return made
