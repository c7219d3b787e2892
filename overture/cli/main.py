"""The command line: `overture VERB`. Data on stdout, progress and errors on stderr.

Exit status: 0 ok, 1 findings or failures, 2 usage or config, 3 a dependency cannot be reached.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from overture.cli.every import equip, heeded
from overture.cli.rooms import VERBS, add_names
from overture.validator_words import wrong


class _InWords(TyperGroup):
    """Tells what a word of the command line should have been as we say it, not as the validator does; gives every
    command what all understand."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        equip(self)

    def invoke(self, ctx: Any) -> Any:
        try:
            with heeded():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            raise typer.Exit(_stopped()) from None
        except typer.BadParameter as error:
            found = getattr(error.__cause__, "errors", None)
            if found is not None:
                error.message = wrong(found()[0])
            raise


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"overture {version('overture-campaigns')}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_tell_version, help="Say which release this is.")
    ] = False,
) -> None: ...


def make_app(*verbs: str) -> typer.Typer:
    """The app with the rooms of these verbs; with all names and their sentences where one is unknown or none is given.

    Only the room of the verb that was asked for is loaded, since scripts call us often.
    """
    app = typer.Typer(
        cls=_InWords,
        help="Watches the news for buying triggers and queues story-led drafts that a person approves.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_root)  # it also keeps the name of a verb that stands alone
    if verbs and set(verbs) <= VERBS.keys():
        for room in {VERBS[verb] for verb in verbs}:
            import_module(f"overture.cli.{room}").add(app)
    else:
        add_names(app)
    return app


def main() -> None:
    """The `overture` command: every expected failure ends in a sentence and an exit status, never in a traceback."""
    verb = next((word for word in sys.argv[1:] if not word.startswith("-")), None)
    try:
        if verb not in VERBS:
            make_app()()
            return
        from overture.cli.failures import told  # brings what help does not need

        with told():
            make_app(verb)()
    except KeyboardInterrupt:  # while rooms are still being opened; later it ends in the same words
        sys.exit(_stopped())


def _stopped() -> int:
    sys.stderr.write("stopped; what was begun and not done is taken back\n")
    return 130
