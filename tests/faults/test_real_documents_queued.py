"""The real feed documents through Celery, Redis and PostgreSQL with two workers end in what the embedded line makes.

The documents tell of few companies that anybody would write to, so a hundred made-up ones, two outlets each, make up
the number of drafts. Real news is old, so campaigns ask for events of any age.
"""

from __future__ import annotations

import csv
import tarfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from support.bigworld import World, served
from support.cluster import Cluster, fresh_database, settled, wait
from support.realdata import real_data
from support.running import overture
from support.servers import RedisServer, own_redis

from overture.db.engine import open_engine, read
from overture.db.tables import drafts, entries, matches, triggers

FEEDS, ACCOUNTS = real_data("feeds", "feeds.tar.gz"), real_data("companies_dev.csv")
COMPANIES = 100
STORIES = {
    "acquisition": "[acquisition-both-teams, acquisition-new-owner]",
    "partnership": "[partnership-whose-customer]",
    "product_launch": "[product-launch-first-questions]",
    "expansion": "[expansion-new-place]",
    "executive_hire": "[new-executive-first-months]",
}
CAMPAIGN = "  - {{id: {0}, when: {{event: {0}, age: {{lte: 20000d}}}}, stories: {1}, sender: mara}}\n"
Told = dict[str, set[tuple[object, ...]]]

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(
        FEEDS is None or ACCOUNTS is None,
        reason="the real feed documents (OVERTURE_DATA or ../shared/data) are not here",
    ),
]


@pytest.fixture
def broker() -> Iterator[RedisServer]:
    server = own_redis()
    yield server
    server.stop()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with served(tmp_path, companies=COMPANIES) as world:
        _serve_documents(world)
        _know_companies(world.workspace)
        campaigns = "".join(CAMPAIGN.format(event, stories) for event, stories in STORIES.items())
        with (world.workspace / "campaigns.yaml").open("a") as file:
            file.write(campaigns)
        for story in (files("campaigns") / "stories").iterdir():
            if story.name.endswith(".j2"):
                (world.workspace / "stories" / story.name).write_text(story.read_text("utf-8"), "utf-8")
        yield world


def _serve_documents(world: World) -> None:
    assert FEEDS is not None
    base, lines = f"http://127.0.0.1:{world.server.server_address[1]}", []
    with tarfile.open(FEEDS) as archive:
        for member in archive.getmembers():
            content = archive.extractfile(member)
            if content is not None and member.name.endswith(".xml"):
                world.server.pages[f"/{member.name}"] = content.read()
                lines.append(f'  - {{id: doc-{Path(member.name).stem}, kind: feed, url: "{base}/{member.name}"}}\n')
    with (world.workspace / "sources.yaml").open("a") as file:
        file.writelines(sorted(lines))


def _know_companies(workspace: Path) -> None:
    """Thousands of real names as accounts, with a made-up person at each."""
    assert ACCOUNTS is not None
    with (
        ACCOUNTS.open(encoding="utf-8", newline="") as listed,
        (workspace / "accounts.csv").open("a", newline="") as accounts,
        (workspace / "contacts.csv").open("a", newline="") as contacts,
    ):
        rows, people = csv.writer(accounts), csv.writer(contacts)
        for at, row in enumerate(csv.DictReader(listed)):
            rows.writerow([row["name"], f"real-{at}", row["domain"], "DE", 200])
            person = [f"real-{at}", "Kim Vogel", f"kim-{at}", f"kim-{at}@people.example"]
            people.writerow([*person, "VP Sales", "vp", "sales", "legitimate_interest"])


def told(engine: Engine) -> Told:
    """Entries, events and drafts as a reader knows them, without what only a database knows."""
    with read(engine) as connection:
        return {
            "entries": {tuple(row) for row in connection.execute(select(entries.c.source_id, entries.c.entry_key))},
            "triggers": {
                tuple(row)
                for row in connection.execute(
                    select(triggers.c.kind, triggers.c.company, triggers.c.status, triggers.c.event_on)
                )
            },
            "drafts": {
                tuple(row)
                for row in connection.execute(
                    select(drafts.c.account_id, drafts.c.contact_id, drafts.c.campaign, drafts.c.content_hash)
                )
            },
        }


def contested(*engines: Engine) -> set[str]:
    """Accounts of which several events were told, or of whose event more was told after the draft. What is drafted
    follows from what was read first, and of several sources that are polled at once none is the first by right."""
    several = select(matches.c.account_id).group_by(matches.c.account_id)
    several = several.having(func.count(matches.c.trigger_id.distinct()) > 1)
    # A draft that was written between two outlets of one event quotes the first of them that was read.
    told_since = select(drafts.c.account_id).join(triggers).where(triggers.c.updated_at >= drafts.c.made_at)
    found: set[str] = set()
    for engine in engines:
        with read(engine) as connection:
            found |= set(connection.scalars(several)) | set(connection.scalars(told_since))
    return found


def embedded(world: World, folder: Path) -> Engine:
    environment = {"OVERTURE_CONFIG": str(world.workspace), "OVERTURE_DATA_DIR": str(folder)}
    done = overture("up", "--until-idle", timeout=900, env=environment)
    assert done.returncode == 0, done.stderr
    return open_engine(f"sqlite:///{folder / 'overture.db'}")


def test_two_workers_end_in_what_the_embedded_line_makes(
    world: World, postgres_url: str, broker: RedisServer, tmp_path: Path
) -> None:
    line = embedded(world, tmp_path / "embedded")
    alone = told(line)
    assert len(alone["drafts"]) >= COMPANIES
    assert len(alone["entries"]) > 7_800

    cluster = Cluster(tmp_path, fresh_database(postgres_url), broker.url, world.workspace)
    cluster.prepare()
    try:
        cluster.beat()
        for _ in range(2):
            cluster.worker()
        with cluster.services() as services:
            wait("all is read and told", lambda: settled(services), within=900)
            together = told(services.engine)
            raced = contested(services.engine, line)
            with read(services.engine) as connection:
                rows = connection.scalar(select(func.count()).select_from(entries))
    finally:
        cluster.stop()
    assert rows == len(together["entries"]), "nothing is stored twice"
    line.dispose()
    for what in ("entries", "triggers"):
        assert together[what] - alone[what] == set(), what
        assert alone[what] - together[what] == set(), what
    calm = {one for one in alone["drafts"] if one[0] not in raced}
    assert len(calm) >= COMPANIES // 2, "most are told by both outlets before anybody writes"
    assert {one for one in together["drafts"] if one[0] not in raced} == calm
    assert {one[:2] for one in together["drafts"]} == {one[:2] for one in alone["drafts"]}, (
        "the same people are written to"
    )
