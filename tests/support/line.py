"""The whole line on a test's own database and clock: a small workspace, entries that arrive, and stages that run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from sqlalchemy import Engine, Table, insert, select, update

from campaigns.review import Refused
from overture.config.workspace import load
from overture.db.audit import Actor
from overture.db.decisions import Approved, Shown
from overture.db.engine import read, write
from overture.db.secret import Keyring
from overture.db.tables import draft_versions, drafts, entries, sources, triggers
from overture.jail import ChildJail
from overture.jobs import desk
from overture.jobs.stages import STAGES, due_stages
from overture.services import Services
from overture.settings import Environment
from overture.stories import StoryShelf
from support.workspaces import write_workspace
from triggers.limits import Limits

NOON = datetime(2026, 11, 19, 12, tzinfo=UTC)
MARA = Actor("mara", "ui")

BEATS = """\
{% beat moment %}{{ contact.first_name }}, MOMENT{% endbeat %}
{% beat problem %}Your new people learn from whoever has time.{% endbeat %}
{% beat journey %}Another company wrote down what its best people do.{% endbeat %}
{% beat setback %}It cost them a quarter, and two people left.{% endbeat %}
{% beat ask %}Shall I send you how they did it?{% endbeat %}
"""


def story(id_: str, event: str, moment: str, **more: str) -> str:
    """A story file with the usual beats; `more` are lines of its front matter."""
    front = "".join(f"{key}: {value}\n" for key, value in more.items())
    head = f'---\nid: {id_}\nevent: {event}\nlanguage: en\n{front}subject: "{{{{ account.short_name }}}} now"\n---\n'
    return head + BEATS.replace("MOMENT", moment)


FILES = {
    "settings.yaml": "stories: stories\n",
    "team.yaml": """\
company: {name: Lantern, postal_address: "1 Harbour Road, 20457 Hamburg", public_url: "https://lantern.example"}
people:
  - {id: mara, name: Mara Lindner, email: mara@lantern.example}
""",
    "accounts.csv": "name,id,domain,country,lifecycle,owner,day_one,renewal_on\n"
    "Acme Robotics,acme,acme.example,DE,prospect,mara,,\n"
    "Hooli Freight,hooli,hooli.example,DE,customer,mara,,\n",
    "contacts.csv": "account,name,id,email,seniority,function,lawful_basis,language\n"
    "acme,Jo Meyer,jo,jo@acme.example,vp,sales,legitimate_interest,en\n"
    "hooli,Kim Vogel,kim,kim@hooli.example,vp,operations,contract,en\n",
    "sources.yaml": """\
sources:
  - {id: courier, kind: feed, url: "https://courier.example/feed"}
  - {id: ledger, kind: feed, url: "https://ledger.example/feed"}
  - {id: gazette, kind: feed, url: "https://gazette.example/feed"}
  - {id: our-blog, kind: feed, url: "https://lantern.example/feed", own: true}
  - {id: our-calendar, kind: calendar}
""",
    "campaigns.yaml": """\
campaigns:
  - id: money
    when: {event: funding, status: [announced, rumoured], age: {lte: 21d}}
    stories: [raised]
    caps: {per_contact: 9/60d, per_account: 9/30d}
""",
    "stories/raised.en.j2": story(
        "raised", "funding", "you got {% if trigger.amount %}{{ trigger.amount | money(trigger.currency) }}{% endif %}."
    ),
}  # fmt: skip


@dataclass
class Hand:
    """A clock that stands still until a test turns it."""

    at: datetime = NOON

    def now(self) -> datetime:
        return self.at

    def turn(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class Line:
    """Services on a test's database, and the few things that tests do with them."""

    services: Services
    clock: Hand
    polls: bool = False  # whether sources are really asked
    _count: int = field(default=0)

    @property
    def engine(self) -> Engine:
        return self.services.engine

    def post(self, source: str, title: str, text: str = "", *, hours_ago: float = 1, **columns: Any) -> int:
        """An entry that came from this source; gives its id."""
        self._count += 1
        key = blake2b(f"{source}{title}{self._count}".encode(), digest_size=16).hexdigest()
        row = {
            "source_id": source, "entry_key": key, "title": title, "text": text, "state": "new", "first_pass": False,
            "link": f"https://{source}.example/{self._count}", "fetched_at": self.clock.at, "run_at": self.clock.at,
            "published_at": self.clock.at - timedelta(hours=hours_ago), **columns,
        }  # fmt: skip
        with write(self.engine) as connection:
            return int(connection.execute(insert(entries).values(row).returning(entries.c.id)).scalar_one())

    def run(self) -> Line:
        """Run every stage until nothing is due."""
        for _ in range(50):
            due = [name for name in due_stages(self.services) if self.polls or name != "poll"]
            if not due:
                return self
            for name in due:
                STAGES[name].run(self.services)
        raise AssertionError(f"still due after 50 rounds: {due}")

    def files(self, **texts: str) -> Line:
        """Rewrite files of the workspace: `accounts_csv="…"` stands for accounts.csv."""
        named = {name[::-1].replace("_", ".", 1)[::-1]: text for name, text in texts.items()}
        write_workspace(self.services.folder, dict(named), sound=False)
        self.services.refresh()
        assert not [problem for problem in self.services.problems if problem.level == "error"], self.services.problems
        return self

    # --- looking --------------------------------------------------------------------------------------------------

    def rows(self, table: Table, **where: Any) -> list[Any]:
        query = select(table).order_by(*table.primary_key.columns)
        with read(self.engine) as connection:
            return list(connection.execute(query.filter_by(**where)).all())

    def row(self, table: Table, **where: Any) -> Any:
        found = self.rows(table, **where)
        assert len(found) == 1, f"{len(found)} rows in {table.name}: {found}"
        return found[0]

    def trigger(self, **where: Any) -> Any:
        return self.row(triggers, **where)

    def draft(self, **where: Any) -> Any:
        return self.row(drafts, **where)

    def body(self, draft: Any) -> str:
        return str(self.version(draft).body)

    def version(self, draft: Any) -> Any:
        return self.row(draft_versions, draft_id=draft.id, version=draft.version)

    # --- deciding -------------------------------------------------------------------------------------------------

    def shown(self, draft_id: int) -> Shown:
        row = self.row(drafts, id=draft_id)
        return Shown(row.id, row.version, row.content_hash)

    def approve(self, draft_id: int) -> Approved:
        """Approve it as it stands, with nothing in the way."""
        with write(self.engine) as connection:
            connection.execute(update(drafts).where(drafts.c.id == draft_id).values(obstacles=0))
        done = desk.approve(self.services, self.shown(draft_id), MARA)
        assert not isinstance(done, Refused), done
        return done

    def send(self, draft_id: int) -> None:
        """Approve it, and let its hold pass."""
        self.approve(draft_id)
        self.clock.turn(minutes=11)
        self.run()
        assert self.row(drafts, id=draft_id).state == "done"


@contextmanager
def line(
    engine: Engine, folder: Path, *, jail: ChildJail, files: dict[str, str] | None = None, clock: Hand | None = None
) -> Iterator[Line]:
    """A line on this database with the usual workspace, `files` over it."""
    clock = clock or Hand()
    workspace = write_workspace(folder / "workspace", {**FILES, **(files or {})}, sound=False)
    environment = Environment(config=workspace, data_dir=folder, secret_key=SecretStr("a key for tests only, 32 bytes"))
    loaded = load(workspace, environment=environment)
    assert loaded.workspace is not None, loaded.problems
    services = Services(
        environment=environment, engine=engine, keys=Keyring(b"a key for tests only, 32 bytes.."), clock=clock,
        limits=Limits(), jail=jail, workspace=loaded.workspace, stories=StoryShelf(),
    )  # fmt: skip
    services.refresh()
    with write(engine) as connection:  # titles come with the first poll, which these tests do not wait for
        for row in connection.execute(select(sources.c.id)).all():
            connection.execute(update(sources).where(sources.c.id == row.id).values(title=row.id.title()))
    yield Line(services, clock)
