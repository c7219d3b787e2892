"""Campaigns: the list, one of them, and tuning it: a form and its text, tried on the last days before it is saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.people.ask_fields import FIELDS as ASK_FIELDS
from campaigns.rule_paths import RULE_PATHS
from campaigns.workspace import Function, Seniority
from overture.config.document import text_hash
from overture.config.places import Problem
from overture.db import lessons
from overture.db import views_people as people
from overture.db.engine import read
from overture.jobs.campaign_desk import CampaignDesk, Change, Checked, Compared, NotSaved, Reason
from overture.jobs.story_desk import named_well
from overture.web.deps import Parts, actor_of, go, seat_of
from overture.web.show import replayed
from overture.web.show.campaign_form import Sent, by_field, field_of, form_of, values_of
from overture.web.show.suggested import values_for
from triggers.types import EventKind, Status

Words = Annotated[str, Query(max_length=120)]
EDIT = ("GET", "/campaigns/{campaign_id}/edit")
WHO_MAY = "Authors, operators and admins tune campaigns."
_LONGEST = 100_000  # characters of one campaign's text
_STATUS = {Reason.CHANGED: 409}


@dataclass(frozen=True, slots=True)
class Tuned:
    """The page's state: which campaign (empty for a new one), its text, and where the text began."""

    campaign: str
    change: Change
    problems: tuple[Problem, ...] = ()  # of the form, before there is a text to check
    trying: str = ""  # what a suggestion has put into the text


async def sent_fields(request: Request) -> Sent:
    """All fields of the form that was sent, with those that stand there several times."""
    form = await request.form()
    return Sent({name: [value for value in form.getlist(name) if isinstance(value, str)] for name in form})


Fields = Annotated[Sent, Depends(sent_fields)]


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _list(routes, parts)
    _tune(routes, parts)
    return routes


def desk_of(parts: Parts) -> CampaignDesk:
    """The desk; 404 where the app runs without a workspace."""
    if parts.services.tuning is None:
        raise HTTPException(404, "There is no workspace here to tune campaigns in.")
    return parts.services.tuning


def may_edit(parts: Parts, request: Request) -> bool:
    return parts.services.tuning is not None and seat_of(request).may(*EDIT)


def _list(routes: APIRouter, parts: Parts) -> None:
    engine, render = parts.services.engine, parts.pages.render

    def listed(request: Request, *, slip: str | None = None, status: int = 200) -> Response:
        """`slip`: what was typed as the name of a new one, where that can be none."""
        with read(engine) as connection:
            outcomes = people.campaign_outcomes(connection)
            often = lessons.suggestions(connection, now=parts.now())
        known = parts.services.campaigns()
        gone = sorted(set(outcomes) - {campaign.id for campaign in known})
        context = {
            "campaigns": known, "outcomes": outcomes, "gone": gone, "may_edit": may_edit(parts, request),
            "who_may": WHO_MAY, "suggestions": often, "slip": slip,
        }  # fmt: skip
        return render(request, "campaigns.html", context, status=status)

    @routes.get("/campaigns")
    def campaigns(request: Request) -> Response:
        return listed(request)

    @routes.get("/campaigns/new")
    def new(request: Request, id: Words = "", story: Words = "") -> Response:
        """`story`: one to be told by it, whose name it takes where no other is given."""
        taken = {one.id for one in parts.services.campaigns()}
        id = id.strip() or next(name for name in _names(story) if name not in taken)
        if not named_well(id, "en") or id in taken:
            return listed(request, slip=id, status=422)
        return _page(parts, request, Tuned("", Change("", _begun(parts, id, story))))

    @routes.get("/campaigns/{campaign_id}")
    def campaign(request: Request, campaign_id: str, said: Words = "") -> Response:
        found = next((one for one in parts.services.campaigns() if one.id == campaign_id), None)
        if found is None:
            raise HTTPException(404)
        with read(engine) as connection:
            outcomes = people.campaign_outcomes(connection).get(campaign_id, {})
        desk = parts.services.tuning
        context = {
            "c": found, "o": outcomes, "text": desk.text(campaign_id) if desk else None, "who_may": WHO_MAY,
            "may_edit": may_edit(parts, request), "said": _SAID.get(said, ""),
        }  # fmt: skip
        return render(request, "campaign.html", context)


def _names(story: str) -> Iterator[str]:
    """Names for a campaign that tells the story, the plainest first."""
    yield story
    yield from (f"{story}-{number}" for number in count(2))


def _begun(parts: Parts, id_: str, story: str) -> str:
    """A campaign to begin with, that tells this story of its events where there is one."""
    desk, stories = desk_of(parts), parts.services.stories
    told = next((one.story for one in stories.in_force().values() if one.story.id == story), None) if stories else None
    if told is None:
        return desk.start(id_)
    events = [event.value for event in told.events]
    values = {("when", "event"): events if len(events) > 1 else events[0], ("stories",): [story]}
    return desk.with_values(desk.start(id_), values)


_SAID = {"saved": "Saved. The line asks it so from now on; drafts that wait stay as they are."}


def _tune(routes: APIRouter, parts: Parts) -> None:
    @routes.get("/campaigns/{campaign_id}/edit")
    def edit(request: Request, campaign_id: str, suggested: Words = "") -> Response:
        """`suggested`: a reason of rejections, whose cure is put into the text and tried at once; nothing is saved."""
        text = desk_of(parts).text(campaign_id)
        if text is None:
            raise HTTPException(404, "campaigns.yaml has no such campaign on lines of its own.")
        tuned = Tuned(campaign_id, Change(campaign_id, text, text_hash(text)))
        known = next((one for one in parts.services.campaigns() if one.id == campaign_id), None)
        if not suggested or known is None:
            return _page(parts, request, tuned)
        values, words = values_for(suggested, known)
        change = replace(tuned.change, text=desk_of(parts).with_values(text, values))
        return _page(parts, request, replace(tuned, change=change, trying=words), replay=True)

    @routes.post("/campaigns/{campaign_id}/edit")
    def save(request: Request, campaign_id: str, sent: Fields) -> Response:
        desk, tuned = desk_of(parts), _tuned(parts, campaign_id, sent)
        if len(tuned.change.text) > _LONGEST:
            raise HTTPException(413)
        if sent.one("act") != "save" or tuned.problems:
            return _page(parts, request, tuned, replay=sent.one("act") in ("replay", "save"))
        done = desk.save(tuned.change, actor_of(request))
        if isinstance(done, NotSaved):
            return _page(parts, request, tuned, refused=done)
        return go(f"/campaigns/{done.campaign}?said=saved")

    @routes.post("/campaigns/{campaign_id}/pause")
    def pause(request: Request, campaign_id: str, sent: Fields) -> Response:
        desk, text = desk_of(parts), desk_of(parts).text(campaign_id)
        if text is None:
            raise HTTPException(404)
        wanted = desk.with_values(text, {("paused",): True if sent.one("paused") else None})
        tuned = Tuned(campaign_id, Change(campaign_id, wanted, text_hash(text)))
        done = desk.save(tuned.change, actor_of(request))
        if isinstance(done, NotSaved) and done.reason is not Reason.SAME:
            return _page(parts, request, tuned, refused=done)
        return go(f"/campaigns/{campaign_id}?said=saved")


def _tuned(parts: Parts, campaign_id: str, sent: Sent) -> Tuned:
    """The text that was sent, with what the form says put into it where the form was sent."""
    text = sent.one("text").replace("\r\n", "\n")
    problems: list[Problem] = []
    if sent.one("from") == "form":
        values, problems = values_of(sent, text)
        text = desk_of(parts).with_values(text, values)
    which = "" if sent.one("new") else campaign_id
    return Tuned(which, Change(which, text, sent.one("base")), tuple(problems))


def _page(
    parts: Parts, request: Request, tuned: Tuned, *, refused: NotSaved | None = None, replay: bool = False
) -> Response:
    desk = desk_of(parts)
    checked = desk.check(tuned.change)
    problems = (*tuned.problems, *checked.problems)
    compared = desk.replay(checked.campaign) if replay and checked.campaign and not tuned.problems else None
    name = _name(tuned, checked)
    context: dict[str, Any] = {
        "name": name, "tuned": tuned, "form": form_of(tuned.change.text), "refused": refused, "checked": checked,
        "problems": problems, "beside": by_field(problems), "field_of": field_of, "asked": replay,
        "writable": desk.writable(), **_choices(desk), **_replay(compared, checked),
    }  # fmt: skip
    status = _STATUS.get(refused.reason, 422) if refused else 422 if replay and not compared else 200
    return parts.pages.render(request, "campaign_edit.html", context, status=status)


def _name(tuned: Tuned, checked: Checked) -> str:
    form = checked.campaign.id if checked.campaign else ""
    return tuned.campaign or form or "new-campaign"


def _choices(desk: CampaignDesk) -> dict[str, Any]:
    stories: dict[str, list[str]] = {}
    for story in desk.stories():
        stories.setdefault(story.id, []).append(story.language)
    return {
        "kinds": list(EventKind), "statuses": list(Status), "seniorities": list(Seniority),
        "functions": list(Function), "stories": stories, "paths": RULE_PATHS, "ask_fields": sorted(ASK_FIELDS),
        "senders": ("strongest_tie", "account_owner", *desk.teammates()),
    }  # fmt: skip


def _replay(compared: Compared | None, checked: Checked) -> dict[str, Any]:
    if compared is None or checked.campaign is None:
        return {"window": None, "drafts": (), "nos": (), "rows": ()}
    before, after, campaign = compared.before.would, compared.after.would, checked.campaign.id
    return {
        "window": compared.after.window, "drafts": replayed.drafts(before, after, campaign),
        "nos": replayed.nos(before, after, campaign), "rows": replayed.rows(compared.differences, campaign),
    }  # fmt: skip
