"""A site with a workspace under it, so that stories and campaigns can be written: one real event has come in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Engine, insert

from overture.db import tables as t
from overture.db.engine import write
from overture.db.heartbeats import beat
from overture.jail import ChildJail
from overture.jobs.account_desk import AccountDesk
from overture.jobs.campaign_desk import CampaignDesk
from overture.jobs.house_desk import HouseDesk
from overture.jobs.originals import Originals
from overture.jobs.story_desk import StoryDesk
from support.good_story import GOOD
from support.line import Line, line
from support.web import Site, services

_PEOPLE = (("ana", "Ana Ruiz", "author"), ("mara", "Mara Lind", "reviewer"), ("ada", "Ada Kell", "admin"),
           ("otto", "Otto Brandt", "ops"), ("vera", "Vera Sand", "viewer"))  # fmt: skip


@dataclass(frozen=True)
class Writing:
    """The site, and the line under it."""

    site: Site
    line: Line

    def file(self, name: str = "stories/raised.en.j2") -> str:
        return (self.line.services.folder / name).read_text(encoding="utf-8")


@contextmanager
def writing(engine: Engine, folder: Path, *, jail: ChildJail, files: dict[str, str] | None = None) -> Iterator[Writing]:
    """Everything served; `files` over the usual workspace."""
    with line(engine, folder, jail=jail, files={"stories/raised.en.j2": GOOD, **(files or {})}) as told:
        told.post("courier", "Acme Robotics raises $25M Series B", "Acme Robotics has raised $25 million.")
        told.run()
        with write(engine) as connection:
            rows = [{"id": i, "name": n, "role": r, "made_at": told.clock.at, "preferences": {}} for i, n, r in _PEOPLE]
            connection.execute(insert(t.users), rows)
        beat(engine, role="worker")
        given = replace(
            services(engine, told.clock.now),
            campaigns=lambda: told.services.workspace.campaigns,
            stories=StoryDesk(told.services),
            originals=Originals(told.services),
            tuning=CampaignDesk(told.services),
            house=HouseDesk(told.services),
            accounts=AccountDesk(told.services),
        )
        with Site(given) as site:
            yield Writing(site, told)
