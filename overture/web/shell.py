"""What stands around every page: who is signed in, counts on the rail, the worker's pulse, the last decision."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

from overture.db.engine import read
from overture.db.pulse import worker_seen
from overture.db.users import User
from overture.db.views_frame import Frame, frame
from overture.web import keys
from overture.web.auth.gate import Seat, seat_of_or_none
from overture.web.keys import Choice
from overture.web.own_keys import choice_of
from overture.web.services import WebServices
from overture.web.show import when

_LATE_SECONDS = 30
RAIL: tuple[tuple[str, str, str], ...] = (
    ("/queue", "Queue", "queue"),
    ("/triggers", "Triggers", "trigger"),
    ("/sources", "Sources", "source"),
    ("/stories", "Stories", "story"),
    ("/accounts", "Accounts", "account"),
    ("/campaigns", "Campaigns", "campaign"),
    ("/nos", "Not written", "no"),
    ("/questions", "Questions", "question"),
    ("/audit", "Audit", "audit"),
)


@dataclass(frozen=True, slots=True)
class ShellView:
    user: User
    frame: Frame
    worker: str  # "Worker seen 4 s ago"
    worker_ok: bool
    theme: str
    density: str
    preset: Choice  # of keys
    toasts: str
    keys_json: str
    token: str  # for forms
    may_review: bool
    is_admin: bool
    notes: tuple[str, ...]


def shell_for(services: WebServices, request: Request, *, waiting: int | None = None) -> ShellView | None:
    """None where nobody is signed in. `waiting`: drafts for this person or anybody, where they are counted already."""
    seat = seat_of_or_none(request)
    if seat is None:
        return None
    with read(services.engine) as connection:
        around = frame(connection, seat.user.id, waiting=waiting)
        ago = worker_seen(connection)
    worker = "No worker has been seen yet" if ago is None else f"Worker seen {when.span(ago)} ago"
    return _view(services, seat, around, worker, ok=ago is not None and ago.total_seconds() < _LATE_SECONDS)


def _view(services: WebServices, seat: Seat, around: Frame, worker: str, *, ok: bool) -> ShellView:
    preset = choice_of(seat.user)
    return ShellView(
        user=seat.user,
        frame=around,
        worker=worker,
        worker_ok=ok,
        theme=seat.preference("theme", "system"),
        density=seat.preference("density", "comfortable"),
        preset=preset,
        toasts=seat.preference("toasts", "20"),
        keys_json=keys.keymap_json(preset),
        token=seat.form_token,
        may_review=seat.may("POST", "/drafts/{draft_id}/approve"),
        is_admin=seat.user.role == "admin",
        notes=tuple(services.extras.values()),
    )
