"""`overture triggers`: events, shown, replayed, joined and parted by hand; `overture why`: what became of a thing."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from campaigns.replay import Would
from campaigns.review import Refused
from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened, opened_data
from overture.cli.listing import add_list
from overture.cli.output import Format, line, notes, show
from overture.cli.people_common import found as named
from overture.cli.people_common import refuse
from overture.clock import SystemClock
from overture.config.places import not_one_of
from overture.db import merging, views_triggers, why
from overture.db.engine import read
from overture.db.people_find import find_account
from overture.db.views_draft import tellings
from overture.db.views_line import no_page
from overture.jobs import replay

group = typer.Typer(help="Events, one each, with what became of them.", no_args_is_help=True)
add_list(group, "triggers")
_TOLD = ("entry_id", "publisher", "title", "link", "published_at", "status", "confidence")
_DAYS = re.compile(r"([1-9][0-9]{0,2})d?\Z")


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="triggers")
    app.command("why")(explain)


@group.command("show")
def show_one(
    id_: Annotated[int, typer.Argument(help="Id of a trigger.")],
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """One event: what is known of it, who told it in which words, and what became of it."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        row = views_triggers.trigger_one(connection, id_)
        if row is None:
            refuse(f"there is no trigger {id_}")
            return
        told = [{name: one[name] for name in _TOLD} for one in tellings(connection, id_)]
        drafts = [dict(one) for one in views_triggers.trigger_drafts(connection, id_)]
        against = [dict(one) for one in no_page(connection, rule=None, trigger_id=id_, after=None).rows]
    if format_ is not Format.TABLE:
        typer.echo(line({**row, "tellings": told, "drafts": drafts, "said_no": against}))
        return
    who = f" ({row['account']})" if row["account"] else ""
    typer.echo(f"{row['kind']} · {row['company']}{who} · {row['status']} · {row['event_on']}")
    for name, value in row["facts"].items():
        typer.echo(f"  {name.replace('_', ' ')}: {value}")
    for one in told:
        typer.echo(f"  told by {one['publisher']}: {one['title']}  {one['link'] or ''}")
    for one in drafts:
        typer.echo(f"  draft {one['id']} for {one['account']}: {one['state']}, “{one['subject']}”")
    for one in against:
        typer.echo(f"  no, {one['campaign']}: {one['reason']}")


@group.command("replay")
def again(
    since: Annotated[str, typer.Option("--since", help="How far back, such as 30d.")] = f"{replay.DAYS}d",
    campaign: Annotated[str | None, typer.Option("--campaign", help="Only what this campaign would do.")] = None,
    nos: Annotated[bool, typer.Option("--nos", help="Also the events of which nothing would be written.")] = False,
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Say what would be queued of the events of the last days, with the campaigns as they stand; nothing is written."""
    days = _DAYS.match(since)
    if days is None:
        raise typer.BadParameter(f"{since!r} is no number of days; write it like 30d")
    with opened(config=config, db=db) as services:
        known = [one.id for one in services.workspace.campaigns]
        if campaign not in (None, *known):
            raise typer.BadParameter(f"campaign {not_one_of(str(campaign), known)}")
        window = replay.read_window(services, days=int(days[1]))
        done = replay.replay(services, window, services.workspace.campaigns)
    rows = [_would(one) for one in done.would if nos or one in done.drafts(campaign)]
    show(rows, format_, columns=("trigger_id", "event", "account", "on", "campaign", "contact", "story", "why"))
    notes.print(
        f"{window.events} events since {window.since:%Y-%m-%d}, {window.unmatched} at no account of ours; "
        f"{len(done.drafts(campaign))} drafts would be queued (nothing was saved)"
    )


def _would(one: Would) -> dict[str, object]:
    no = next(iter(one.nos), None) if one.go is None else None
    return {
        "trigger_id": one.trigger.id,
        "event": one.trigger.kind.value,
        "account": one.past.subject.account.name,
        "account_id": one.past.subject.account.id,
        "on": one.trigger.event_on,
        "campaign": one.campaign,
        "contact": one.go.contact.name if one.go else None,
        "story": one.chosen.story_id if one.chosen else None,
        "rule": no.rule if no else None,
        "why": no.reason if no else None,
    }


@group.command("merge")
def merge(
    one: Annotated[int, typer.Argument(help="Id of a trigger.")],
    other: Annotated[int, typer.Argument(help="Id of one that is the same event.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Two triggers are one event: the older goes on, with all that was told and one draft per account."""
    with opened_data(config=config, db=db) as engine:
        done = merging.merge(engine, one, other, actor(), now=SystemClock().now())
    if isinstance(done, Refused):
        notes.print(done.message, markup=False)
        raise typer.Exit(1)
    typer.echo(f"{done.merged} is part of {done.kept} now; {done.superseded} drafts replaced")


@group.command("split")
def split(
    trigger: Annotated[int, typer.Argument(help="Id of a trigger that was merged.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """A merged trigger is an event of its own after all; the machine will not join the two again."""
    with opened_data(config=config, db=db) as engine:
        done = merging.split(engine, trigger, actor(), now=SystemClock().now())
    if isinstance(done, Refused):
        notes.print(done.message, markup=False)
        raise typer.Exit(1)
    typer.echo(f"{done.trigger} stands alone again; it was part of {done.was_in}")


def explain(
    what: Annotated[why.What, typer.Argument(help="What you want to know about.")],
    id_: Annotated[str, typer.Argument(metavar="ID", help="Its id; of an account also its domain or name.")],
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Say why an entry, a trigger or an account has a draft or has none: one sentence, then the reasons."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        found = why.why(connection, what, id_, now=SystemClock().now())
        if found is None and what is why.What.ACCOUNT:
            found = why.why(connection, what, named(find_account(connection, id_)).id, now=SystemClock().now())
    if found is None:
        notes.print(f"there is no {what} {id_}", markup=False)
        raise typer.Exit(1)
    if format_ is not Format.TABLE:
        typer.echo(line(found.as_json()))
        return
    typer.echo(found.sentence)
    for step in found.steps:
        typer.echo(f"  {step}")
