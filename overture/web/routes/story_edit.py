"""Writing a story: preview while one types, run on what came in lately, save, restore. Works as plain forms too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from campaigns.story.filters import FILTERS
from overture.config.document import text_hash
from overture.db import story_keep
from overture.jobs.story_desk import NotSaved, Reason, StoryDesk, Writing, file_name, named_well
from overture.jobs.story_trial import Tried
from overture.web.deps import Parts, actor_of, go, reply_json, seat_of
from overture.web.mail import trial
from overture.web.routes import story_kept
from overture.web.routes.stories import Words, chosen, download
from overture.web.security import FRAMED
from overture.web.show.story_fields import fields
from overture.web.show.story_run import outcome
from overture.web.show.story_text import beats, heading, together
from triggers.types import EventKind

Text = Annotated[str, Form(max_length=200_000)]
Field = Annotated[str, Form(max_length=300)]
VIEWS = {"subject": "Subject", "text": "Text", "mail": "Mail", "phone": "Phone"}
_STATUS = {Reason.CHANGED: 409}


@dataclass(frozen=True, slots=True)
class Typed:
    """What the form of the editor holds: the text, and what it is shown on."""

    writing: Writing
    sample: str = ""
    variant: str = ""
    view: str = "text"  # one of VIEWS


@dataclass(frozen=True, slots=True)
class Left:
    """Since when unsaved words wait, and whether the file is still what they began with."""

    at: datetime
    fresh: bool


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _begin(routes, parts)
    _edit(routes, parts)
    _live(routes, parts)
    story_kept.add(routes, parts)
    _restore(routes, parts)
    return routes


def desk_of(parts: Parts) -> StoryDesk:
    """The desk; 404 where the app runs without a workspace."""
    if parts.services.stories is None:
        raise HTTPException(404, "There is no workspace here to write stories in.")
    return parts.services.stories


def _begin(routes: APIRouter, parts: Parts) -> None:
    @routes.get("/stories/new")
    def new(request: Request, id: Words = "", language: Words = "en", event: Words = "") -> Response:
        desk_of(parts)
        if not named_well(id.strip(), language.strip()):
            raise HTTPException(422, "An id holds a-z, 0-9 and -, a language is two letters such as en.")
        return go(f"/stories/{id.strip()}/edit?language={language.strip()}&event={event}")

    @routes.get("/stories/{story_id}/edit")
    def edit(
        request: Request, story_id: str, language: Words = "en", event: Words = "", version: int | None = None,
        sample: Words = "",
    ) -> Response:  # fmt: skip
        desk = desk_of(parts)
        if not named_well(story_id, language):
            raise HTTPException(404)
        there = desk.file_text(story_id, language)
        text = there if there is not None else _start(desk, story_id, language, event)
        if version is not None:
            text = str(chosen(parts, story_id, language, version)["text"])
        base = text_hash(there) if there is not None else ""
        typed = Writing(story_id, language, text, base, restored=version)
        left = story_kept.mine(parts, request, there, typed) if version is None else None
        if left is not None:
            typed = replace(typed, text=left.text, base=left.base, note=left.note)
        return _page(parts, request, Typed(typed, sample), left=Left(left.kept_at, left.base == base) if left else None)


def _start(desk: StoryDesk, story_id: str, language: str, event: str) -> str:
    """The story in another language where there is one, else beats to fill."""
    other = next((one.story.text for (id_, _), one in desk.in_force().items() if id_ == story_id), None)
    if other is not None:
        lines = [f"language: {language}" if line.startswith("language:") else line for line in other.splitlines()]
        return "\n".join(lines) + "\n"
    kind = event if event in {kind.value for kind in EventKind} else EventKind.FUNDING.value
    told = "".join(f"{{% beat {name} %}}\n{words}\n{{% endbeat %}}\n" for name, words in _BEATS)
    subject = '"{{ account.short_name }}, and what comes next"'
    return f"---\nid: {story_id}\nevent: {kind}\nlanguage: {language}\nsubject: {subject}\n---\n{told}"


# Hints are comments: a beat that nobody has filled is empty, and such a text cannot be saved by mistake.
_BEATS = (
    ("moment", "{{ contact.first_name }}, {{ evidence.publisher }} writes about {{ account.short_name }}."),
    ("problem", "{# What does this make harder for them? #}"),
    ("journey", "{# How did somebody else go about it? #}"),
    ("setback", "{# What did it cost them? #}"),
    ("promise", "{% if promise.text %}{{ promise.text }}{% endif %}"),
    ("ask", "{# One thing that a reply can answer. #}"),
)


def _page(
    parts: Parts, request: Request, typed: Typed, *, refused: NotSaved | None = None, run: Tried | None = None,
    left: Left | None = None,
) -> Response:  # fmt: skip
    desk = desk_of(parts)
    text, file = typed.writing.text, typed.writing.file
    tried = desk.preview(text, file, sample=typed.sample, variant=typed.variant or None)
    case = tried.tellings[0].case if tried.tellings else None
    on = typed.sample or (str(case.trigger_id) if case and case.trigger_id else "")
    brief = case.brief if case else None
    context: dict[str, Any] = {
        "typed": typed.writing, "sample": on, "left": left, "view": typed.view, "views": VIEWS, "refused": refused,
        "run": run, "outcome": outcome(run.tellings) if run else None,
        "samples": story_kept.samples(parts, desk, typed.writing),
        "fields": list(fields(tried.story, brief, desk.filled(tried.story))), "filters": sorted(FILTERS),
        "writable": desk.writable(), "in_force": _in_force(desk, typed.writing), **_view(tried),
    }  # fmt: skip
    status = _STATUS.get(refused.reason, 422) if refused else 200
    return parts.pages.render(request, "story_edit.html", context, status=status)


def _in_force(desk: StoryDesk, typed: Writing) -> int | None:
    shelved = desk.in_force().get((typed.story_id, typed.language))
    return shelved.version if shelved else None


def _view(tried: Tried) -> dict[str, Any]:
    """What the preview and the findings show of one trial."""
    telling = tried.tellings[0] if tried.tellings else None
    told = telling.told if telling else None
    findings = together(tried.findings, told.findings if told else telling.faults if telling else ())
    return {
        "telling": telling, "told": told, "beats": beats(told) if told else (),
        "subject": heading(told) if told else (), "findings": findings, "milliseconds": round(tried.seconds * 1000),
        "subjects": [one.variant for one in tried.story.subjects] if tried.story else [],
        "errors": sum(one.level == "error" for one in findings),
        "warnings": sum(one.level != "error" for one in findings),
    }  # fmt: skip


def _edit(routes: APIRouter, parts: Parts) -> None:
    @routes.post("/stories/{story_id}/edit")
    def edit(
        request: Request, story_id: str, act: Field = "preview", language: Field = "en", text: Text = "",
        base: Field = "", note: Field = "", restored: Field = "", sample: Field = "", variant: Field = "",
        view: Field = "text",
    ) -> Response:  # fmt: skip
        desk = desk_of(parts)
        number = int(restored) if restored.isdecimal() and len(restored) < 9 else None
        typed = Typed(Writing(story_id, language, text, base, note, number), sample, variant, view)
        if act == "download":
            return download(text, typed.writing.file)
        if act == "forget":
            story_kept.forget(parts, request, typed.writing)
            return go(f"/stories/{story_id}/edit?language={language}")
        if act == "pin":
            story_keep.pin(parts.services.engine, story_id, sample, seat_of(request).user.id, now=parts.now())
        if act == "run":
            return _page(parts, request, typed, run=desk.run_last(text, typed.writing.file))
        if act != "save":
            return _page(parts, request, typed)
        done = desk.save(typed.writing, actor_of(request))
        if isinstance(done, NotSaved):
            return _page(parts, request, typed, refused=done)
        story_kept.forget(parts, request, typed.writing)
        return go(f"/stories/{story_id}?language={language}&said={'restored' if number else 'saved'}")


def _live(routes: APIRouter, parts: Parts) -> None:
    @routes.post("/stories/{story_id}/preview")
    def preview(
        request: Request, story_id: str, language: Field = "en", text: Text = "", sample: Field = "",
        variant: Field = "", tick: Annotated[int, Form(ge=0)] = 0,
    ) -> Response:  # fmt: skip
        file = file_name(story_id, language)
        view = _view(desk_of(parts).preview(text, file, sample=sample, variant=variant or None))
        marks = [
            {"line": one.line, "column": one.column, "level": one.level, "code": one.code, "message": one.message}
            for one in view["findings"]
        ]
        return reply_json(
            {
                "tick": tick, "preview": parts.pages.fragment("story_preview.html", view),
                "findings": parts.pages.fragment("story_findings.html", view), "marks": marks,
                "errors": view["errors"], "warnings": view["warnings"], "milliseconds": view["milliseconds"],
            }
        )  # fmt: skip

    @routes.post("/stories/{story_id}/mail")
    def mail(
        story_id: str, language: Field = "en", text: Text = "", sample: Field = "", variant: Field = "",
        view: Field = "mail",
    ) -> Response:  # fmt: skip
        """What a mail program would show of the text on trial: a page that may do nothing, for a frame of ours."""
        tried = desk_of(parts).preview(text, file_name(story_id, language), sample=sample, variant=variant or None)
        shown = trial(tried.tellings[0] if tried.tellings else None, parts.services.outbox().company)
        page = parts.pages.fragment("mail.html", {"mail": shown, "phone": view == "phone"})
        return HTMLResponse(page, headers=FRAMED)


def _restore(routes: APIRouter, parts: Parts) -> None:
    @routes.post("/stories/{story_id}/restore")
    def restore(
        request: Request, story_id: str, language: Field = "en", version: Annotated[int, Form(ge=1)] = 1
    ) -> Response:
        """Put an earlier text in force again; where something stands in the way, it opens in the editor."""
        desk = desk_of(parts)
        row = chosen(parts, story_id, language, version)
        there = desk.file_text(story_id, language)
        base = text_hash(there) if there is not None else ""
        again = Writing(story_id, language, str(row["text"]), base, f"Version {version} again.", version)
        done = desk.save(again, actor_of(request))
        if isinstance(done, NotSaved):
            return _page(parts, request, Typed(again), refused=done)
        return go(f"/stories/{story_id}?language={language}&said=restored")
