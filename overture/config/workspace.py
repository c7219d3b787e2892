"""A workspace folder as one value.

    folder -read-> documents and tables -check-> values -cross-check-> Loaded(workspace, problems)

An error in a YAML file, or in a table as a whole, refuses the workspace: the caller keeps its last good one. A bad row
of a table is left out and named; the rest loads.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from campaigns.campaign import Campaign
from campaigns.workspace import (
    Account,
    Case,
    Concern,
    Contact,
    DoNotContact,
    Interest,
    OurCompany,
    Promise,
    Teammate,
    Tie,
)
from overture.config.accounts import read_accounts
from overture.config.campaigns import read_campaigns
from overture.config.contacts import read_contacts
from overture.config.crosscheck import check_campaigns, check_champions, check_company, check_sources, check_stories_dir
from overture.config.directory import Contacts
from overture.config.ourselves import read_cases, read_promises, read_settings, read_team
from overture.config.people import read_concerns, read_do_not_contact, read_interests, read_ties
from overture.config.places import Problem, in_order
from overture.config.reading import Files
from overture.config.sources import SourceConfig, read_sources
from overture.config.stories import find_stories, mends, unknown_promises
from overture.config.tables import Table
from overture.settings import Environment, Settings

YAML_FILES = ("settings.yaml", "sources.yaml", "campaigns.yaml", "team.yaml", "promises.yaml", "cases.yaml")
CSV_FILES = ("accounts.csv", "contacts.csv", "concerns.csv", "interests.csv", "ties.csv", "do_not_contact.csv")
FILES = YAML_FILES + CSV_FILES


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything that the files say. Campaigns and sources stand in file order."""

    folder: Path
    stories_dir: Path
    handoff_dir: Path
    settings: Settings
    sources: tuple[SourceConfig, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    company: OurCompany | None = None
    teammates: tuple[Teammate, ...] = ()
    promises: tuple[Promise, ...] = ()
    cases: tuple[Case, ...] = ()
    accounts: tuple[Account, ...] = ()
    contacts: tuple[Contact, ...] = ()
    concerns: tuple[Concern, ...] = ()
    interests: tuple[Interest, ...] = ()
    ties: tuple[Tie, ...] = ()
    do_not_contact: tuple[DoNotContact, ...] = ()
    fingerprints: Mapping[str, str] = field(default_factory=dict)  # file -> SHA-256 of its bytes, in hex
    refused_accounts: frozenset[str] = frozenset()  # rows that could not be read: not gone, so not to be retired
    refused_contacts: frozenset[str] = frozenset()
    incomplete: frozenset[str] = frozenset()  # tables of which rows were left out: what they lack may still be there


@dataclass(frozen=True, slots=True)
class Loaded:
    """`workspace` is None where the files as a whole are refused; `problems` are in order of file and place."""

    workspace: Workspace | None
    problems: list[Problem]


def load(folder: Path, *, environment: Environment) -> Loaded:
    """Read the workspace in `folder`. Nothing is written; outside it only the stories that it points to are read."""
    if not folder.is_dir():
        words = "is no folder; `overture init` writes a workspace"
        return Loaded(None, [Problem(str(folder), 0, 0, "error", "", words)])
    reader = _Reader(folder)
    workspace = reader.workspace(environment)
    problems = in_order(reader.problems)
    return Loaded(None if reader.broken else workspace, problems)


class _Reader(Files):
    """Puts a workspace together, file after file."""

    def workspace(self, environment: Environment) -> Workspace:
        settings = self.yaml("settings.yaml", read_settings)
        workspace = Workspace(
            folder=self.folder,
            stories_dir=Path(os.path.normpath(self.folder / settings.stories)),
            handoff_dir=environment.data_dir / settings.handoff.dir,
            settings=settings,
        )
        workspace = self._intent(self._ourselves(workspace))
        workspace = _with_hold(self._tables(workspace), environment)
        return replace(workspace, fingerprints=self.fingerprints, incomplete=frozenset(self.incomplete))

    def _ourselves(self, workspace: Workspace) -> Workspace:
        company, teammates = self.yaml("team.yaml", read_team)
        return replace(
            workspace,
            company=company,
            teammates=teammates,
            promises=self.yaml("promises.yaml", read_promises),
            cases=self.yaml("cases.yaml", read_cases),
        )

    def _intent(self, workspace: Workspace) -> Workspace:
        sources = self.yaml("sources.yaml", read_sources)
        campaigns = self.yaml("campaigns.yaml", read_campaigns)
        settings, team = workspace.settings, self.documents["team.yaml"]
        self.note("sources.yaml", check_sources(self.documents["sources.yaml"], sources, settings))
        if "team.yaml" not in self.broken:
            self.note("team.yaml", check_company(team, workspace.company, campaigns))
        return replace(workspace, sources=sources, campaigns=self._stories(workspace, campaigns))

    def _stories(self, workspace: Workspace, campaigns: tuple[Campaign, ...]) -> tuple[Campaign, ...]:
        """Check what the campaigns tell; gives them with what follows from the stories' shape."""
        folder = workspace.stories_dir
        missing = check_stories_dir(self.documents["settings.yaml"], workspace.settings, folder) if campaigns else []
        self.note("settings.yaml", missing)
        if missing:
            return campaigns
        stories = find_stories(folder)
        document = self.documents["campaigns.yaml"]
        self.note("campaigns.yaml", check_campaigns(document, campaigns, stories, self.teammate_ids(workspace)))
        if "promises.yaml" not in self.broken:
            self.problems += unknown_promises(stories, {promise.id: promise for promise in workspace.promises}, folder)
        return tuple(replace(campaign, repairs=mends(stories, campaign.stories)) for campaign in campaigns)

    def teammate_ids(self, workspace: Workspace) -> frozenset[str] | None:
        """None while team.yaml is broken: one fault should not be reported as many."""
        if "team.yaml" in self.broken:
            return None
        return frozenset(person.id for person in workspace.teammates)

    def _tables(self, workspace: Workspace) -> Workspace:
        """The tables in the order in which they name each other. Where one is unreadable, those that name it wait."""
        team = self.teammate_ids(workspace)
        accounts = read_accounts(*self.table("accounts.csv"), teammates=team)
        if not accounts.table.readable:
            return self._without(workspace, accounts.table)
        directory = accounts.directory()
        suppressed = read_do_not_contact(*self.table("do_not_contact.csv"), directory)
        contacts = read_contacts(*self.table("contacts.csv"), directory)
        self.take(suppressed.table)
        if not contacts.table.readable:
            return self._without(workspace, accounts.table, contacts.table)
        people = contacts.directory()
        check_champions(accounts, people)
        self.take(accounts.table)
        self.take(contacts.table)
        return replace(
            self._context(workspace, people, team),
            accounts=tuple(accounts.accounts.values()),
            contacts=tuple(contacts.contacts.values()),
            do_not_contact=tuple(suppressed.rows),
            refused_accounts=accounts.refused,
            refused_contacts=contacts.refused,
        )

    def _context(self, workspace: Workspace, people: Contacts, team: frozenset[str] | None) -> Workspace:
        """What is known about the contacts."""
        concerns = read_concerns(*self.table("concerns.csv"), people, team)
        interests = read_interests(*self.table("interests.csv"), people)
        ties = read_ties(*self.table("ties.csv"), people, team)
        for table in (concerns.table, interests.table, ties.table):
            self.take(table)
        return replace(
            workspace,
            concerns=tuple(concerns.rows.values()),
            interests=tuple(interests.rows.values()),
            ties=tuple(ties.rows.values()),
        )

    def _without(self, workspace: Workspace, *tables: Table) -> Workspace:
        for table in tables:
            self.take(table)
        return workspace


def _with_hold(workspace: Workspace, environment: Environment) -> Workspace:
    """The environment's hold, where it gives one, in place of every other."""
    if environment.hold_seconds is None:
        return workspace
    handoff = replace(workspace.settings.handoff, hold=timedelta(seconds=environment.hold_seconds))
    campaigns = tuple(replace(campaign, hold=None) for campaign in workspace.campaigns)
    return replace(workspace, settings=replace(workspace.settings, handoff=handoff), campaigns=campaigns)
