"""Who may ask for what: one row for each route and method. A route without a row cannot be served."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from overture.web.api.rules import API
from overture.web.roles import ADMIN, ANSWER, ANYONE, KNOW, OPS, REVIEW, SIGNED_IN, TUNE, WRITE, Rule

__all__ = [
    "ADMIN", "ANSWER", "ANYONE", "KNOW", "OPS", "REVIEW", "RULES", "SIGNED_IN", "TUNE", "WRITE", "Rule",
    "check_complete", "may", "rules_needed", "scope_of",
]  # fmt: skip

_READS_BY_POST = frozenset({
    "/api/v1/explain", "/api/v1/tokens/{token_id}/revoke", "/api/v1/do-not-contact/judge", "/api/v1/import/judge",
})  # fmt: skip

RULES: Mapping[Rule, frozenset[str]] = {
    ("GET", "/static/{digest}/{name:path}"): ANYONE,
    ("GET", "/favicon.ico"): ANYONE,
    ("GET", "/healthz"): ANYONE,
    ("GET", "/readyz"): ANYONE,
    ("GET", "/metrics"): ANYONE,
    ("GET", "/login"): ANYONE,
    ("POST", "/login"): ANYONE,
    ("GET", "/setup/{token}"): ANYONE,
    ("POST", "/setup/{token}"): ANYONE,
    ("GET", "/u/{token}"): ANYONE,
    ("POST", "/u/{token}"): ANYONE,
    ("POST", "/logout"): SIGNED_IN,
    ("GET", "/"): SIGNED_IN,
    ("GET", "/help"): SIGNED_IN,
    ("GET", "/search"): SIGNED_IN,
    ("GET", "/demo"): SIGNED_IN,
    ("POST", "/demo/keep"): ADMIN,
    ("GET", "/queue"): SIGNED_IN,
    ("POST", "/queue/bulk"): REVIEW,
    ("POST", "/queue/filters"): SIGNED_IN,
    ("POST", "/queue/filters/remove"): SIGNED_IN,
    ("GET", "/queue/news"): SIGNED_IN,
    ("GET", "/queue/live"): SIGNED_IN,
    ("GET", "/drafts/{draft_id}"): SIGNED_IN,
    ("GET", "/drafts/{draft_id}/edit"): REVIEW,
    ("GET", "/drafts/{draft_id}/next"): SIGNED_IN,
    ("GET", "/drafts/{draft_id}/message.eml"): SIGNED_IN,
    ("GET", "/drafts/{draft_id}/mail"): SIGNED_IN,
    ("POST", "/drafts/{draft_id}/here"): REVIEW,
    ("POST", "/drafts/{draft_id}/release"): REVIEW,
    ("POST", "/outbox/pause"): OPS,
    ("POST", "/drafts/{draft_id}/opened"): REVIEW,
    ("POST", "/drafts/{draft_id}/approve"): REVIEW,
    ("POST", "/drafts/{draft_id}/edit"): REVIEW,
    ("POST", "/drafts/{draft_id}/edit/unsaved"): REVIEW,
    ("POST", "/drafts/{draft_id}/original"): REVIEW,
    ("POST", "/drafts/{draft_id}/reject"): REVIEW,
    ("POST", "/drafts/{draft_id}/snooze"): REVIEW,
    ("POST", "/drafts/{draft_id}/undo"): REVIEW,
    ("POST", "/drafts/{draft_id}/assign"): REVIEW,
    ("POST", "/drafts/{draft_id}/comment"): REVIEW,
    ("GET", "/review"): SIGNED_IN,
    ("GET", "/recent"): SIGNED_IN,
    ("GET", "/aside"): SIGNED_IN,
    ("POST", "/aside/retry"): ANSWER,
    ("POST", "/settings/coach"): SIGNED_IN,
    ("GET", "/triggers"): SIGNED_IN,
    ("GET", "/triggers.csv"): SIGNED_IN,
    ("GET", "/triggers/{trigger_id}"): SIGNED_IN,
    ("POST", "/triggers/{trigger_id}/dismiss"): ANSWER,
    ("POST", "/triggers/{trigger_id}/ask-again"): ANSWER,
    ("POST", "/triggers/{trigger_id}/account"): ANSWER,
    ("POST", "/triggers/{trigger_id}/draft"): REVIEW,
    ("GET", "/nos"): SIGNED_IN,
    ("GET", "/questions"): SIGNED_IN,
    ("POST", "/questions/{question_id}"): ANSWER,
    ("GET", "/sources"): SIGNED_IN,
    ("GET", "/sources/new"): OPS,
    ("POST", "/sources/new"): OPS,
    ("POST", "/sources/test"): OPS,
    ("GET", "/sources/import"): OPS,
    ("POST", "/sources/import"): OPS,
    ("POST", "/sources/import/take"): OPS,
    ("GET", "/sources/export.opml"): SIGNED_IN,
    ("POST", "/sources/retry-failing"): OPS,
    ("POST", "/sources/{source_id}/do"): OPS,
    ("GET", "/sources/{source_id}/remove"): OPS,
    ("POST", "/sources/{source_id}/remove"): OPS,
    ("POST", "/sources/{source_id}/back"): OPS,
    ("GET", "/accounts"): SIGNED_IN,
    ("GET", "/import"): OPS,
    ("POST", "/import"): OPS,
    ("GET", "/ties/import"): KNOW,
    ("POST", "/ties/import"): KNOW,
    ("POST", "/ties/imports/{number}/undo"): KNOW,
    ("GET", "/accounts/{account_id}"): SIGNED_IN,
    ("POST", "/accounts/{account_id}/names"): ANSWER,
    ("POST", "/accounts/{account_id}/names/remove"): ANSWER,
    ("GET", "/ask"): SIGNED_IN,
    ("POST", "/ask/saved"): KNOW,
    ("POST", "/ask/saved/remove"): KNOW,
    ("GET", "/heard"): SIGNED_IN,
    ("POST", "/calls/{contact_id}"): KNOW,
    ("POST", "/calls/{contact_id}/undo"): KNOW,
    ("POST", "/heard"): KNOW,
    ("POST", "/heard/back"): KNOW,
    ("POST", "/heard/why"): KNOW,
    ("GET", "/promises"): SIGNED_IN,
    ("POST", "/promises"): KNOW,
    ("POST", "/promises/{promise_id}"): KNOW,
    ("GET", "/cases"): SIGNED_IN,
    ("GET", "/nos/what-if"): SIGNED_IN,
    ("GET", "/stories"): SIGNED_IN,
    ("GET", "/stories/new"): WRITE,
    ("GET", "/stories/{story_id}"): SIGNED_IN,
    ("GET", "/stories/{story_id}/diff"): SIGNED_IN,
    ("GET", "/stories/{story_id}/file"): SIGNED_IN,
    ("GET", "/stories/{story_id}/edit"): WRITE,
    ("POST", "/stories/{story_id}/edit"): WRITE,
    ("POST", "/stories/{story_id}/preview"): WRITE,
    ("POST", "/stories/{story_id}/mail"): WRITE,
    ("POST", "/stories/{story_id}/unsaved"): WRITE,
    ("POST", "/stories/{story_id}/pin"): WRITE,
    ("POST", "/stories/{story_id}/restore"): WRITE,
    ("POST", "/stories/{story_id}/anew"): REVIEW,
    ("GET", "/campaigns"): SIGNED_IN,
    ("GET", "/campaigns/new"): TUNE,
    ("GET", "/campaigns/{campaign_id}"): SIGNED_IN,
    ("GET", "/campaigns/{campaign_id}/edit"): TUNE,
    ("POST", "/campaigns/{campaign_id}/edit"): TUNE,
    ("POST", "/campaigns/{campaign_id}/pause"): TUNE,
    ("GET", "/outcomes"): SIGNED_IN,
    ("GET", "/outcomes.csv"): SIGNED_IN,
    ("POST", "/outcomes"): REVIEW,
    ("GET", "/audit"): SIGNED_IN,
    ("GET", "/audit.{form}"): SIGNED_IN,
    ("GET", "/settings"): SIGNED_IN,
    ("POST", "/settings"): SIGNED_IN,
    ("GET", "/settings/keys"): SIGNED_IN,
    ("POST", "/settings/keys"): SIGNED_IN,
    ("POST", "/settings/address"): SIGNED_IN,
    ("GET", "/settings/delivery"): SIGNED_IN,
    ("POST", "/settings/delivery/test"): ANSWER,
    ("GET", "/settings/do-not-contact"): ANSWER,
    ("GET", "/settings/do-not-contact.csv"): OPS,
    ("POST", "/settings/do-not-contact"): ANSWER,
    ("POST", "/settings/do-not-contact/import"): OPS,
    ("POST", "/settings/do-not-contact/{line_id}/lift"): ADMIN,
    ("GET", "/settings/webhook"): SIGNED_IN,
    ("POST", "/settings/webhook/test"): OPS,
    ("POST", "/settings/webhook/{notice_id}/again"): OPS,
    ("GET", "/settings/config"): OPS,
    ("POST", "/settings/password"): SIGNED_IN,
    ("POST", "/settings/users"): ADMIN,
    ("POST", "/settings/users/{user_id}"): ADMIN,
    ("POST", "/settings/tokens"): SIGNED_IN,
    ("POST", "/settings/tokens/{token_id}/revoke"): SIGNED_IN,
    **{(method, f"/api/v1{path}"): roles for (method, path), roles in API.items()},
}


def rules_needed(routes: Iterable[BaseRoute]) -> set[Rule]:
    """Method and path of everything the router serves; HEAD follows GET."""
    return {
        (method, route.path)
        for route in routes
        if isinstance(route, APIRoute)
        for method in (route.methods or set()) - {"HEAD"}
    }


def check_complete(routes: Iterable[BaseRoute]) -> None:
    """Raise `LookupError` for a route without a rule and for a rule without a route."""
    needed = rules_needed(routes)
    without = sorted(needed - RULES.keys())
    idle = sorted(RULES.keys() - needed)
    if without or idle:
        raise LookupError(f"routes without a rule: {without}; rules without a route: {idle}")


def may(role: str | None, method: str, path: str) -> bool:
    """Deny unless a rule allows it."""
    allowed = RULES.get(("GET" if method == "HEAD" else method, path), frozenset())
    return allowed == ANYONE or (role is not None and role in allowed)


def scope_of(method: str, path: str) -> str:
    """Which scope a token needs here, beside the role of its owner: read, review, write, ops or admin."""
    if method in ("GET", "HEAD") or path in _READS_BY_POST:
        return "read"
    allowed = RULES.get((method, path), ADMIN)
    if allowed in (WRITE, TUNE):
        return "write"
    return "admin" if allowed == ADMIN else "ops" if allowed == OPS else "review"
