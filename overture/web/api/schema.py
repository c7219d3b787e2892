"""What the API can do, for programs as OpenAPI and for people as a plain page: both from the routes themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from fastapi import APIRouter, Request
from fastapi.openapi.utils import get_openapi
from starlette.responses import JSONResponse, Response

from overture.web import access
from overture.web.api.problems import KINDS, Problem
from overture.web.deps import Parts

_ABOUT = """Everything that the pages do, for programs. Send a personal token as `Authorization: Bearer ovt_…`; it is
made on the settings page or with `overture users token add`, and may do what your role may, or less. Errors are
`application/problem+json`. Lists come in pages: pass `next` as `cursor` until it is null. A decision names the version
and the hash that you read; where the draft has changed since, the answer is 409 with the draft as it stands."""


def add(routes: APIRouter, parts: Parts) -> None:
    version = parts.services.settings.version

    @cache
    def schema() -> dict[str, Any]:
        return made(routes, version)

    @routes.get("/openapi.json", include_in_schema=False)
    def openapi() -> Response:
        return JSONResponse(schema())

    @routes.get("", include_in_schema=False)
    def page(request: Request) -> Response:
        context = {"operations": list(_operations(schema())), "kinds": KINDS}
        return parts.pages.render(request, "api.html", context)


def made(routes: APIRouter, version: str) -> dict[str, Any]:
    """The document. Every operation says which scope it needs; 422 has our shape, not the framework's."""
    found = get_openapi(title="Overture", version=version, description=_ABOUT, routes=routes.routes)
    components = found.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    own = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= own.pop("$defs", {}) | {"Problem": own}
    components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    found["security"] = [{"token": []}]
    for path, methods in found["paths"].items():
        for method, operation in methods.items():
            scope = access.scope_of(method.upper(), path)
            roles = ", ".join(sorted(access.RULES[(method.upper(), path)]))
            operation["x-scope"], operation["x-roles"] = scope, roles
            note = f"Scope `{scope}`; roles: {roles}."
            operation["description"] = f"{operation['description']}\n\n{note}" if "description" in operation else note
    return found


def _operations(schema: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
            yield {
                "method": method.upper(), "path": path, "group": operation["tags"][0], "scope": operation["x-scope"],
                "roles": operation["x-roles"], "says": _says(operation),
                "asks": [one for one in operation.get("parameters", []) if one["in"] == "query"],
                "body": _fields(schema, body),
            }  # fmt: skip


def _says(operation: Mapping[str, Any]) -> str:
    """The first words of the description where it says more than the note on scopes."""
    first = str(operation["description"]).split("\n\n")[0]
    return str(operation["summary"]) if first.startswith("Scope `") else first


def _fields(schema: Mapping[str, Any], body: Mapping[str, Any]) -> list[dict[str, Any]]:
    name = str(body.get("$ref", "")).rpartition("/")[2]
    shape = schema["components"]["schemas"].get(name, {})
    needed = shape.get("required", [])
    return [
        {"name": field, "needed": field in needed, "says": about.get("description", "")}
        for field, about in shape.get("properties", {}).items()
    ]
