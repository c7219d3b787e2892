"""A draft in each of its views: read, edited, as text, as mail, as source, and what changed."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.review import DraftState, Refused
from overture.db import watching
from overture.db.decide_base import find
from overture.db.decide_party import party
from overture.db.engine import read
from overture.db.senders import sender_instead, without_its_tie
from overture.db.views_draft import DraftView, colleagues_of, draft_view, frozen_message, replaced_by_this
from overture.web.acts import SNOOZES, Acts
from overture.web.deps import Parts, seat_of
from overture.web.draft_page import caps_of, draft_page, other_stories, reasons
from overture.web.mail import Mail, opened, preview
from overture.web.originals import changes
from overture.web.routes.queue import queue_context
from overture.web.where import Where, next_draft

_ASIDE = frozenset({DraftState.PENDING, DraftState.SNOOZED})  # those that may be refused for another


class DraftPages:
    """Shows a draft in one of its views, with the list beside it."""

    def __init__(self, parts: Parts, acts: Acts) -> None:
        self._parts = parts
        self._acts = acts

    def view(self, draft_id: int) -> DraftView:
        services = self._parts.services
        with read(services.engine) as connection:
            campaign_caps = caps_of(services.campaigns(), "")
            found = draft_view(
                connection, draft_id, keys=services.keyring, now=self._parts.now(),
                contact_window=campaign_caps.per_contact.window, account_window=campaign_caps.per_account.window,
            )  # fmt: skip
        if found is None:
            raise HTTPException(404)
        return found

    def show(
        self, request: Request, draft_id: int, where: Where, *, mode: str = "read", status: int = 200, **extra: Any
    ) -> Response:
        services, now = self._parts.services, self._parts.now()
        view = self.view(draft_id)
        outbox = services.outbox()
        caps = caps_of(services.campaigns(), view.draft["campaign"])
        page = draft_page(view, company=outbox.company, hold=outbox.hold_of(view.draft["campaign"]), caps=caps, now=now)
        context = queue_context(self._parts, request, where, after=None)
        where = context["where"]
        me, may = seat_of(request).user.id, seat_of(request).may("POST", "/drafts/{draft_id}/original")
        with read(services.engine) as connection:
            following = next_draft(connection, where, me, after=draft_id)
            others = watching.others(connection, draft_id, me)
            replaces = replaced_by_this(connection, view.draft)
            colleagues = colleagues_of(connection, view.draft) if view.draft["state"] in _ASIDE else ()
            gone = view.draft["state"] in _ASIDE and without_its_tie(reasons(view), view.tie, view.draft["sender_id"])
            instead = sender_instead(connection, view.draft, services.campaigns()) if gone else None
        context |= {
            "others": others, "editor": next((one for one in others if one.doing == "editing"), None),
            "colleagues": colleagues, "replaces": replaces, "writes_instead": instead,
            "other_stories": other_stories(view.draft, services.campaigns(), context["stories"]),
            "names": dict(context["people_names"]), "page": page, "mode": mode, "following": following,
            "snoozes": SNOOZES, "notice": self._acts.notice(request), "conflict": None, "changes": None, "typed": None,
            "source": None, "lease": False, "unseen": False, "mine": None,
            "variants": self._variants(view, may=may),
        }  # fmt: skip
        return self._parts.pages.render(request, "draft.html", context | extra, status=status)

    def source(self, draft_id: int) -> bytes | str:
        """The message with its headers: frozen where it is approved, else as it would be; or why there is none."""
        services = self._parts.services
        with read(services.engine) as connection:
            frozen, draft = frozen_message(connection, draft_id), find(connection, draft_id)
            if frozen or draft is None:
                return frozen or "There is no such draft."
            both = party(connection, draft)
        if isinstance(both, Refused):
            return both.message
        return preview(self.view(draft_id), both, services.outbox(), services.keyring, now=self._parts.now())

    def mail(self, draft_id: int) -> Mail | str:
        """What the reader's mail program makes of the same bytes, or why there are none."""
        raw = self.source(draft_id)
        return opened(raw) if isinstance(raw, bytes) else raw

    def changes(self, draft_id: int, *, before: bool) -> dict[str, Any] | None:
        """What the newest version changed; see `originals.changes`."""
        services = self._parts.services
        with read(services.engine) as connection:
            draft = find(connection, draft_id)
        return changes(services, draft_id, draft.version, before=before) if draft else None

    def _variants(self, view: DraftView, *, may: bool) -> tuple[str, ...]:
        """The subjects to choose from, where this reader may choose and there is a choice."""
        originals, draft = self._parts.services.originals, view.draft
        if originals is None or not may or draft["state"] != DraftState.PENDING:
            return ()
        found = originals.variants(draft["story_id"], draft["language"], view.version["story_version"])
        return found if len(found) > 1 and view.version["variant"] in found else ()
