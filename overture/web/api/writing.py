"""Stories and campaigns by program: the text as it stands, trying a text, putting it in force."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from campaigns.story.format import Story, load
from overture.config.document import text_hash
from overture.jobs import campaign_desk, story_desk
from overture.jobs.campaign_desk import Change
from overture.jobs.story_desk import StoryDesk, file_name, named_well
from overture.jobs.story_trial import Telling
from overture.web.alone import NO_WORKSPACE
from overture.web.api.problems import Place, documented, problem
from overture.web.api.shapes import Page, PathName
from overture.web.api.shapes_drafts import FindingOut, Segment
from overture.web.api.shapes_writing import (
    AnewOut,
    CampaignIn,
    CampaignTried,
    FieldOut,
    FileOut,
    PlaceOut,
    PreviewIn,
    PreviewOut,
    StoryIn,
    TellingOut,
    WrittenOut,
)
from overture.web.deps import Parts, actor_of
from overture.web.show.story_fields import fields

Language = Annotated[str, Query(pattern=r"^[a-z]{2}$")]


def add(routes: APIRouter, parts: Parts) -> None:
    _stories(routes, parts)
    _saving(routes, parts)
    _campaigns(routes, parts)
    _tuning(routes, parts)
    _pausing(routes, parts)


def _stories(routes: APIRouter, parts: Parts) -> None:
    desk = parts.services.stories

    @routes.get("/stories/{story_id}/file", responses=documented(404, 409), response_model=FileOut, tags=["stories"])
    def file(request: Request, story_id: PathName, language: Language = "en") -> FileOut | Response:
        """The text of a story's file as it stands."""
        if desk is None:
            return problem(request, 409, NO_WORKSPACE)
        text = desk.file_text(story_id, language)
        if text is None:
            return problem(request, 404, "There is no such file.")
        shelved = desk.in_force().get((story_id, language))
        return FileOut(
            id=story_id, text=text, base=text_hash(text), in_force=shelved.version if shelved else None,
            writable=desk.writable(),
        )  # fmt: skip

    @routes.get(
        "/stories/{story_id}/fields", responses=documented(404, 409), response_model=Page[FieldOut], tags=["stories"]
    )
    def known(request: Request, story_id: PathName, language: Language = "en") -> Page[FieldOut] | Response:
        """What the story as it stands may name, and how often each was known at its events of the last 90 days."""
        if desk is None:
            return problem(request, 409, NO_WORKSPACE)
        text = desk.file_text(story_id, language)
        story = load(text, file_name(story_id, language)) if text is not None else None
        if not isinstance(story, Story):
            return problem(request, 404, "There is no such story.")
        found = fields(story, None, desk.filled(story))
        return Page(items=[FieldOut.model_validate(one) for one in found])

    @routes.post("/stories/{story_id}/preview", responses=documented(409), response_model=PreviewOut, tags=["stories"])
    def preview(request: Request, story_id: PathName, given: PreviewIn) -> PreviewOut | Response:
        """How a text reads on a real event, on a hard case, or on the last real events, and what the lint says."""
        if desk is None:
            return problem(request, 409, NO_WORKSPACE)
        if not named_well(story_id, given.language):
            return problem(request, 422, "An id holds a-z, 0-9 and -, and a language is two letters.")
        name = file_name(story_id, given.language)
        if given.last:
            tried = desk.run_last(given.text, name, last=given.last)
        else:
            tried = desk.preview(given.text, name, sample=given.sample, variant=given.variant or None)
        return PreviewOut(
            findings=[FindingOut.model_validate(one) for one in tried.findings],
            tellings=[_telling(one) for one in tried.tellings], seconds=round(tried.seconds, 3),
        )  # fmt: skip


def _telling(one: Telling) -> TellingOut:
    told = one.told
    return TellingOut(
        label=one.case.label, trigger_id=one.case.trigger_id, account=one.case.account, told=told is not None,
        subject=told.subject if told else "", body=told.body if told else "",
        segments=[Segment.model_validate(part) for part in told.segments] if told else [],
        findings=[FindingOut.model_validate(found) for found in (told.findings if told else one.faults)],
        why_not=one.why_not,
    )  # fmt: skip


def _saving(routes: APIRouter, parts: Parts) -> None:
    desk = parts.services.stories

    @routes.post("/stories/{story_id}", responses=documented(409), response_model=WrittenOut, tags=["stories"])
    def save(request: Request, story_id: PathName, given: StoryIn) -> WrittenOut | Response:
        """Put a text in force as a new version. Errors of the lint forbid it; warnings need a note."""
        if desk is None:
            return problem(request, 409, NO_WORKSPACE)
        writing = story_desk.Writing(story_id, given.language, given.text, given.base, given.note)
        done = desk.save(writing, actor_of(request))
        if isinstance(done, story_desk.NotSaved):
            return _story_refused(request, desk, writing, done)
        return WrittenOut(id=story_id, version=done.version, base=text_hash(story_desk.settled(given.text)))

    @routes.post("/stories/{story_id}/anew", responses=documented(409), response_model=AnewOut, tags=["stories"])
    def anew(request: Request, story_id: PathName, language: Language = "en") -> AnewOut | Response:
        """Drafts that wait with an earlier version take the words of the one in force; two hundred at once."""
        if desk is None:
            return problem(request, 409, NO_WORKSPACE)
        done = desk.tell_anew(story_id, language, actor_of(request))
        return AnewOut(drafts=list(done.done), skipped=dict(done.skipped))


def _story_refused(
    request: Request, desk: StoryDesk, writing: story_desk.Writing, done: story_desk.NotSaved
) -> Response:
    """409 where the file is another by now or cannot be written, with its text; else 422 with what the lint found."""
    reason, places = str(done.reason), [Place(place="body.text", message=f.message) for f in done.findings]
    if done.reason not in (story_desk.Reason.CHANGED, story_desk.Reason.READ_ONLY):
        return problem(request, 422, done.message, errors=places, refusal=reason)
    there = desk.file_text(writing.story_id, writing.language) or ""
    current = {"text": there, "base": text_hash(there)}
    return problem(request, 409, done.message, refusal=reason, current=current)


def _campaigns(routes: APIRouter, parts: Parts) -> None:
    desk = parts.services.tuning

    @routes.get("/campaigns/{campaign_id}", responses=documented(404, 409), response_model=FileOut, tags=["stories"])
    def campaign(request: Request, campaign_id: PathName) -> FileOut | Response:
        """A campaign as it stands in campaigns.yaml."""
        if desk is None:
            return problem(request, 409, NO_WORKSPACE)
        text = desk.text(campaign_id)
        if text is None:
            return problem(request, 404, "campaigns.yaml has no such campaign on lines of its own.")
        return FileOut(id=campaign_id, text=text, base=text_hash(text), writable=desk.writable())

    @routes.post(
        "/campaigns/{campaign_id}/try", responses=documented(409), response_model=CampaignTried, tags=["stories"]
    )
    def tried(request: Request, campaign_id: PathName, given: CampaignIn) -> CampaignTried | Response:
        """What the last 30 days would have been with this text; nothing is written."""
        if desk is None:
            return problem(request, 409, NO_WORKSPACE)
        checked = desk.check(Change(campaign_id if given.base else "", given.text, given.base))
        problems = [PlaceOut.model_validate(one) for one in checked.problems]
        if checked.campaign is None:
            return CampaignTried(campaign=None, problems=problems)
        found, name = desk.replay(checked.campaign), checked.campaign.id
        return CampaignTried(
            campaign=name, problems=problems, drafts_before=len(found.before.drafts(name)),
            drafts_after=len(found.after.drafts(name)), differences=len(found.differences),
        )  # fmt: skip


def _tuning(routes: APIRouter, parts: Parts) -> None:
    desk = parts.services.tuning

    @routes.post("/campaigns/{campaign_id}", responses=documented(409), response_model=WrittenOut, tags=["stories"])
    def save(request: Request, campaign_id: PathName, given: CampaignIn) -> WrittenOut | Response:
        """Write it into campaigns.yaml; only its own lines change."""
        if desk is None:
            return problem(request, 409, NO_WORKSPACE)
        done = desk.save(Change(campaign_id if given.base else "", given.text, given.base), actor_of(request))
        if isinstance(done, campaign_desk.Saved):
            return WrittenOut(id=done.campaign, base=text_hash(desk.text(done.campaign) or ""))
        late = done.reason in (campaign_desk.Reason.CHANGED, campaign_desk.Reason.READ_ONLY)
        places = [Place(place=f"body.text:{one.line}:{one.column}", message=one.message) for one in done.problems]
        there = desk.text(campaign_id)
        current = {"text": there, "base": text_hash(there)} if late and there is not None else None
        return problem(
            request, 409 if late else 422, done.message, errors=places, refusal=str(done.reason), current=current
        )


def _pausing(routes: APIRouter, parts: Parts) -> None:
    desk = parts.services.tuning

    def turned(request: Request, campaign_id: str, *, off: bool) -> WrittenOut | Response:
        if desk is None:
            return problem(request, 409, NO_WORKSPACE)
        text = desk.text(campaign_id)
        if text is None:
            return problem(request, 404, "campaigns.yaml has no such campaign on lines of its own.")
        wanted = desk.with_values(text, {("paused",): True if off else None})
        done = desk.save(Change(campaign_id, wanted, text_hash(text)), actor_of(request))
        if isinstance(done, campaign_desk.NotSaved) and done.reason is not campaign_desk.Reason.SAME:
            return problem(request, 409, done.message, refusal=str(done.reason))
        return WrittenOut(id=campaign_id, base=text_hash(desk.text(campaign_id) or ""))

    @routes.post(
        "/campaigns/{campaign_id}/pause", responses=documented(404, 409), response_model=WrittenOut, tags=["stories"]
    )
    def pause(request: Request, campaign_id: PathName) -> WrittenOut | Response:
        """Write no draft for it until it is resumed."""
        return turned(request, campaign_id, off=True)

    @routes.post(
        "/campaigns/{campaign_id}/resume", responses=documented(404, 409), response_model=WrittenOut, tags=["stories"]
    )
    def resume(request: Request, campaign_id: PathName) -> WrittenOut | Response:
        """Let it write drafts again."""
        return turned(request, campaign_id, off=False)
