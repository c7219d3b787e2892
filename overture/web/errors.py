"""Error pages in plain words: what happened, what to do next, and the id under which the log has the rest."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError, InterfaceError, OperationalError, TimeoutError
from starlette.datastructures import URL
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from overture.web.api.problems import is_api, of_fields, problem
from overture.web.deps import wants_json
from overture.web.pages import Pages
from overture.web.security import protect, request_id

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    what: str
    next: str


_WORDS: dict[int, Words] = {
    400: Words(
        "That request makes no sense here",
        "The address or the host name is not one of ours.",
        "Check the address, or go back to the queue.",
    ),
    401: Words(
        "Please sign in again",
        "Your session has ended.",
        "Sign in; you will come back to where you were.",
    ),
    403: Words(
        "That is not yours to do",
        "Your role does not allow it, or the form came from another site.",
        "Ask an admin if you need it.",
    ),
    404: Words(
        "There is nothing here",
        "It was never here, or it has been merged or erased.",
        "Look for it by its name, or go back to the queue.",
    ),
    405: Words(
        "Not like this",
        "This address takes another kind of request.",
        "Use the buttons of the page.",
    ),
    409: Words(
        "Somebody was faster",
        "What you saw has changed since.",
        "Read what stands now; nothing of yours was lost.",
    ),
    411: Words(
        "The request has no length",
        "Uploads must say how large they are.",
        "Send it again with a Content-Length.",
    ),
    413: Words(
        "That is too large",
        "The request is over the size limit, so it was not read.",
        "Send less at a time.",
    ),
    422: Words(
        "Something in the form is missing",
        "A field is empty or not of the kind that was asked for.",
        "Go back; what you typed is still there.",
    ),
    429: Words(
        "A little slower, please",
        "There were too many tries in a short time.",
        "Wait a quarter of an hour, then try again.",
    ),
    500: Words(
        "That was our fault",
        "Something broke on our side. Nothing was decided and nothing left.",
        "Try once more; if it happens again, tell your operator the request id.",
    ),
    503: Words(
        "The database does not answer",
        "The database is busy or away. Nothing was decided and nothing left.",
        "Try again in a moment.",
    ),
}


def error_response(pages: Pages, request: Request, status: int, detail: str = "") -> Response:
    """The page, or the same words as JSON where the caller asked for that."""
    if is_api(request):
        return problem(request, status, detail)
    words = _WORDS.get(status) or _WORDS[500 if status >= 500 else 400]
    id_ = request_id(request.scope)
    if wants_json(request):
        body = {"error": {"status": status, "title": words.title, "detail": detail or words.what, "request_id": id_}}
        return JSONResponse(body, status_code=status)
    away = _sign_in(request) if status == 401 else "/queue"
    context = {"status": status, "words": words, "detail": detail, "request_id": id_, "away": away}
    return pages.render(request, "error.html", context, status=status)


def _sign_in(request: Request) -> str:
    """The way to sign in, and from there to the page that was asked for, or on which the form stood."""
    place = request.url
    if request.method != "GET":
        place = URL(request.headers.get("referer", ""))
        if place.netloc != request.url.netloc:
            return "/login"
    return f"/login?next={quote(place.path + ('?' + place.query if place.query else ''))}"


def install(app: FastAPI, pages: Pages, *, https: bool) -> None:
    """Every way in which a request can fail ends on a page of ours."""
    answers = _Answers(pages, https)
    app.add_exception_handler(HTTPException, answers.on_http)
    app.add_exception_handler(RequestValidationError, answers.on_form)
    for unstorable in (OverflowError, UnicodeEncodeError, DataError):
        app.add_exception_handler(unstorable, answers.on_unstorable)
    for away in (OperationalError, InterfaceError, TimeoutError):
        app.add_exception_handler(away, answers.on_away)
    app.add_exception_handler(500, answers.on_surprise)


@dataclass(frozen=True, slots=True)
class _Answers:
    pages: Pages
    https: bool

    def on_http(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if 300 <= error.status_code < 400:
            return Response(status_code=error.status_code, headers=error.headers)
        listens = "text/event-stream" in request.headers.get("accept", "")
        asks = request.method == "GET" and not (listens or is_api(request) or wants_json(request))
        if error.status_code == 401 and asks:
            return RedirectResponse(_sign_in(request), status_code=303)
        response = error_response(self.pages, request, error.status_code, _said(error))
        for name, value in (error.headers or {}).items():
            response.headers[name] = value
        return response

    def on_form(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        if is_api(request):
            return of_fields(request, error)
        address = any(each["loc"][0] == "path" for each in error.errors())
        return error_response(self.pages, request, 404 if address else 422)

    def on_unstorable(self, request: Request, error: Exception) -> Response:
        """A number too large for a row, a text that no database takes: the request is at fault, not we."""
        detail = "A number is out of range, or a text holds what is no text."
        return error_response(self.pages, request, 422, detail)

    def on_away(self, request: Request, error: Exception) -> Response:
        """Locked, or gone for a moment; a database without our tables is a fault of ours."""
        if "no such" in str(getattr(error, "orig", "")):
            raise error
        _LOG.warning("request %s found no database: %s", request_id(request.scope), type(error).__name__)
        response = error_response(self.pages, request, 503)
        response.headers["retry-after"] = "5"
        return response

    def on_surprise(self, request: Request, error: Exception) -> Response:
        # This one is answered outside all layers, so it puts its headers on itself.
        response = error_response(self.pages, request, 500)
        protect(response.headers, https=self.https, id_=request_id(request.scope))
        return response


def _said(error: HTTPException) -> str:
    """Our own sentences pass; the framework's stock phrases do not."""
    detail = str(error.detail or "")
    return detail if detail.endswith(".") else ""
