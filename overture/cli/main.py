"""The command line: `overture VERB`. Data on stdout, progress and errors on stderr.

Exit status: 0 ok, 1 findings or failures, 2 usage or config, 3 a dependency cannot be reached.
"""

from __future__ import annotations

import importlib
import sys

import typer
from sqlalchemy.exc import DBAPIError

from overture import log
from overture.cli.output import notes
from overture.errors import CannotServe, NoWorkspace, UnknownSchema
from overture.settings import EnvironmentProblem

# Which file knows which verbs. Only the file of the verb that was asked for is loaded, since scripts call us often.
ROOMS: dict[str, tuple[str, ...]] = {
    "demo": ("demo",),
    "up": ("up",),
    "serving": ("worker", "beat", "web"),
    "doctor": ("doctor", "alive"),
    "workspace": ("init", "check"),
    "reading": ("detect", "events", "match", "explain"),
    "listing": ("entries", "mentions", "nos"),
    "triggers": ("triggers", "why"),
    "aside": ("aside",),
    "handoffs": ("handoffs",),
    "sources": ("sources",),
    "drafts": ("drafts",),
    "stories": ("stories",),
    "ask": ("ask",),
    "heard": ("heard", "cares", "suggest-call"),
    "promises": ("promises",),
    "people": ("ties", "outcomes", "export"),
    "config": ("config",),
    "users": ("users",),
    "audit": ("audit",),
    "database": ("db",),
}


def make_app(verb: str | None = None) -> typer.Typer:
    """The app with the verb's room, or with all rooms where the verb is unknown or none."""
    app = typer.Typer(
        help="Watches the news for buying triggers and queues story-led drafts that a person approves.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(lambda: None)  # one verb alone would lose its name
    wanted = [room for room, verbs in ROOMS.items() if verb in verbs] or list(ROOMS)
    for room in wanted:
        importlib.import_module(f"overture.cli.{room}").add(app)
    return app


def main() -> None:
    """The `overture` command: every expected failure ends in a sentence and an exit status, never in a traceback."""
    log.for_people()
    try:
        make_app(sys.argv[1] if len(sys.argv) > 1 else None)()
    except NoWorkspace as error:
        notes.print(f"{error}: mend these and try again", markup=False)
        for problem in error.problems:
            notes.print(str(problem), markup=False)
        sys.exit(2)
    except EnvironmentProblem as error:
        for line in error.problems:
            notes.print(line, markup=False)
        sys.exit(2)
    except UnknownSchema as error:
        notes.print(str(error), markup=False)
        sys.exit(2)
    except CannotServe as error:
        notes.print(str(error), markup=False)
        sys.exit(3)
    except DBAPIError as error:
        notes.print(f"the database did not answer: {str(error.orig).splitlines()[0]}", markup=False)
        sys.exit(3)
