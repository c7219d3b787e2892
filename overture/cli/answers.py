"""How a decision is told on the command line."""

from __future__ import annotations

from typing import Any

import typer

from campaigns.review import Refused
from overture.cli.output import line, notes
from overture.db.codec import plain


def tell(answer: Any) -> None:
    """What happened as one JSON object; a refusal says who and when, and ends with status 1."""
    typer.echo(line({"answer": type(answer).__name__.lower(), **plain(answer)}))
    if isinstance(answer, Refused):
        notes.print(answer.message, markup=False)
        raise typer.Exit(1)
