"""What stands around every page: who is signed in, counts on the rail, the worker's pulse, the last decision."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass

from fastapi import Request
from sqlalchemy import Connection

from overture.db.engine import read
from overture.db.pulse import worker_seen
from overture.db.users import User
from overture.db.views_frame import Frame, frame
from overture.settings import Alerts
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
    ("/outcomes", "Outcomes", "outcome"),
    ("/audit", "Audit", "audit"),
)


@dataclass(frozen=True, slots=True)
class ShellView:
    user: User
    frame: Frame
    worker: str  # "Worker seen 4 s ago"
    worker_ok: bool
    alarm: str  # "2 fail for 6 h and longer"; empty where no source does
    theme: str
    density: str
    preset: Choice  # of keys
    toasts: str
    keys_json: str
    token: str  # for forms
    may_review: bool
    is_admin: bool
    notes: tuple[str, ...]
    coach: str  # the first step that a newcomer has still to take; empty once the marks are put away
    demo: bool  # there are more steps, up to a workspace of one's own


def coach_of(user: User) -> str:
    """Which coach mark a newcomer sees; empty once they are dismissed."""
    step = str(user.preferences.get("coach", "open"))
    return "" if step == "done" else step


def shell_for(
    services: WebServices, request: Request, *, waiting: int | None = None, connection: Connection | None = None
) -> ShellView | None:
    """None where nobody is signed in. `waiting`: drafts for this person or anybody, where they are counted already;
    `connection`: where the caller reads already."""
    seat = seat_of_or_none(request)
    if seat is None:
        return None
    with nullcontext(connection) if connection else read(services.engine) as reading:
        around = frame(reading, seat.user.id, alerts=services.alerts(), now=services.clock(), waiting=waiting)
        ago = worker_seen(reading)
    worker = "No worker has been seen yet" if ago is None else f"Worker seen {when.span(ago)} ago"
    return _view(services, seat, around, worker, ok=ago is not None and ago.total_seconds() < _LATE_SECONDS)


def _alarm(around: Frame, alerts: Alerts) -> str:
    """Which sources are counted beside the page's name, and from when on."""
    span = when.span(alerts.failing_after)
    fails = f"{around.failing} {'fails' if around.failing == 1 else 'fail'} for {span} and longer"
    silent = (
        f"{around.silent} {'is' if around.silent == 1 else 'are'} silent for {alerts.silent_times:g} times the usual"
    )
    return ", ".join([fails] * bool(around.failing) + [silent] * bool(around.silent))


def _view(services: WebServices, seat: Seat, around: Frame, worker: str, *, ok: bool) -> ShellView:
    preset = choice_of(seat.user)
    return ShellView(
        user=seat.user,
        frame=around,
        worker=worker,
        worker_ok=ok,
        alarm=_alarm(around, services.alerts()),
        theme=seat.preference("theme", "system"),
        density=seat.preference("density", "comfortable"),
        preset=preset,
        toasts=seat.preference("toasts", "20"),
        keys_json=keys.keymap_json(preset),
        token=seat.form_token,
        may_review=seat.may("POST", "/drafts/{draft_id}/approve"),
        is_admin=seat.user.role == "admin",
        notes=tuple(services.extras.values()),
        coach=coach_of(seat.user),
        demo=services.keep_demo is not None,
    )
