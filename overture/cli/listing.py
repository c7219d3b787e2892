"""`overture triggers list`, `nos list`, `handoffs list` …: what the pages show, for scripts."""

from __future__ import annotations

import typer

from overture.cli.common import ConfigOption, DbOption, FormatOption, opened_data
from overture.cli.output import Format, show
from overture.db.engine import read
from overture.db.lists import LISTS

_HELP = {
    "entries": "Entries as they were fetched.",
    "mentions": "Events as single entries tell them.",
    "nos": "Decisions not to write, with their reasons.",
}
_COLUMNS = {
    "entries": ("id", "source_id", "title", "state"),
    "mentions": ("id", "entry_id", "trigger_id", "event", "company", "status"),
    "triggers": ("id", "event", "company", "account", "status", "event_on", "outlets", "why_no_draft"),
    "nos": ("event", "company", "account", "campaign", "rule", "reason", "revisit_on"),
    "handoffs": ("id", "draft_id", "state", "account", "contact", "release_at", "location"),
    "drafts": ("id", "score", "state", "account", "contact", "subject", "good_until", "obstacles"),
    "sources": ("id", "state", "last_status", "last_success_at", "next_attempt_at", "last_error"),
}


def add(app: typer.Typer) -> None:
    for name, words in _HELP.items():
        group = typer.Typer(help=words, no_args_is_help=True)
        add_list(group, name)
        app.add_typer(group, name=name)


def add_list(group: typer.Typer, name: str) -> None:
    """Give the group its `list` verb."""

    @group.command("list", help=f"List {name}.")
    def listed(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
        with opened_data(config=config, db=db) as engine, read(engine) as connection:
            show(LISTS[name](connection), format_, columns=_COLUMNS[name])

    # A group with one verb would lose its name.
    group.callback()(lambda: None)
