"""From a document to checked values: pydantic finds what is wrong, this file says it and where.

Every model forbids unknown keys. The items of a list are checked one by one, so that one broken source does not hide
what is wrong with the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Annotated, Any, TypeVar, get_args
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Strict,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import ErrorDetails, core_schema

from overture.config import values
from overture.config.document import Document
from overture.config.places import Loc, Problem, not_one_of, suggestion
from overture.validator_words import wrong

M = TypeVar("M", bound=BaseModel)


class Shape(BaseModel):
    """Base of everything that a YAML file may hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _text(read: Callable[[str], Any]) -> BeforeValidator:
    """A validator over text. Other types get words that say how YAML came to see them so."""

    def check(value: object) -> Any:
        if not isinstance(value, str):
            raise ValueError(f"should be text, not {_called(value)}; put it in quotes")
        if not value.strip():
            raise ValueError("is empty")
        return read(value.strip())

    return BeforeValidator(check)


def _called(value: object) -> str:
    if isinstance(value, bool):
        return f"{str(value).lower()} (a yes or no)"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a group of keys"
    return f"the number {value}" if isinstance(value, int | float) else f"the date {value}"


class _OneOrMany:
    """A list that may be written as its only entry."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


def _as_list(value: object) -> object:
    return value if isinstance(value, list) else [value]


def _hook_address(text: str) -> str:
    """A web address that may hold a secret: what is wrong with it is said without its words."""
    try:
        values.web_address(text)
        port = urlsplit(text).port
    except ValueError as error:
        if str(error) in (values.NO_BLANKS, values.NO_USER):
            raise
        port = 0
    if port == 0:
        raise ValueError("is no address such as https://hooks.example.com/...; it is not repeated, as it may be secret")
    return text


Line = Annotated[str, _text(values.line)]
Prose = Annotated[str, _text(values.prose)]
Id = Annotated[str, _text(values.identifier), WithJsonSchema({"type": "string", "pattern": "^[a-z0-9][a-z0-9._-]*$"})]
Url = Annotated[str, _text(values.web_address), WithJsonSchema({"type": "string", "format": "uri"})]
HookUrl = Annotated[str, _text(_hook_address), WithJsonSchema({"type": "string", "format": "uri"})]
Address = Annotated[str, _text(values.address), WithJsonSchema({"type": "string", "format": "email"})]
Zone = Annotated[str, _text(values.time_zone)]
Language = Annotated[str, _text(values.language)]
Duration = Annotated[
    timedelta, _text(values.duration), WithJsonSchema({"type": "string", "pattern": "^[0-9]+ ?[smhdw]$"})
]
Whole = Annotated[int, Strict()]
Number = Annotated[float, Strict(), Field(allow_inf_nan=False)]
T = TypeVar("T")
OneOrMany = Annotated[tuple[T, ...], _OneOrMany()]


def check(document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The document as a `model`, or None with every problem found."""
    return check_part(document, model, document.data, ())


def check_part(document: Document, model: type[M], data: object, loc: Loc) -> tuple[M | None, list[Problem]]:
    """The part of the document at `loc` as a `model`."""
    if not isinstance(data, dict):
        return None, [document.problem(loc, "should be a group of keys (key: value)")]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [_problem(document, model, loc, detail) for detail in error.errors(include_url=False)]


def check_list(document: Document, model: type[M], key: str) -> tuple[list[tuple[int, M]], list[Problem]]:
    """The good items of the list `key`, each with its number, and the problems of the others."""
    good: list[tuple[int, M]] = []
    problems: list[Problem] = []
    for number, data in _items(document, key, problems):
        item, wrong = check_part(document, model, data, (key, number))
        problems += wrong
        if item is not None:
            good.append((number, item))
    return good, problems + _twins(document, key, good)


def _items(document: Document, key: str, problems: list[Problem]) -> Iterator[tuple[int, object]]:
    items = document.data.get(key, []) if isinstance(document.data, dict) else []
    if isinstance(items, list):
        return iter(enumerate(items))
    problems.append(document.problem((key,), "should be a list (lines that start with a dash)"))
    return iter(())


def _twins(document: Document, key: str, items: list[tuple[int, M]]) -> list[Problem]:
    """Items that carry the id of an earlier one."""
    first: dict[str, int] = {}
    problems = []
    for number, item in items:
        name = str(getattr(item, "id", number))
        if name in first:
            line, _ = document.place((key, first[name], "id"))
            problems.append(document.problem((key, number, "id"), f'"{name}" is taken already, in line {line}'))
        first.setdefault(name, number)
    return problems


def known_top(document: Document, model: type[BaseModel]) -> list[Problem]:
    """Unknown keys at the top of a file whose lists are checked item by item."""
    if not isinstance(document.data, dict):
        return [document.problem((), "should be a group of keys (key: value)")]
    known = list(model.model_fields)
    return [
        document.problem((key,), _unknown(str(key), known), at_key=True) for key in document.data if key not in known
    ]


def _problem(document: Document, model: type[BaseModel], loc: Loc, detail: ErrorDetails) -> Problem:
    inner: Loc = tuple(detail["loc"])
    kind = detail["type"]
    if kind == "extra_forbidden":
        known = _keys_at(model, inner[:-1])
        return document.problem(loc + inner, _unknown(str(inner[-1]), known), at_key=True)
    return document.problem(loc + inner, _words(kind, detail))


def _unknown(key: str, known: list[str]) -> str:
    return "unknown key" + (suggestion(key, known) or f"; known here: {', '.join(known)}")


def _words(kind: str, detail: ErrorDetails) -> str:
    if kind in ("enum", "literal_error"):
        choices = re.findall(r"'([^']*)'", str(detail.get("ctx", {})["expected"]))
        return not_one_of(str(detail["input"]), choices)
    return wrong(detail)


def _keys_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that are known in the part of the file at `loc`."""
    found: Any = model
    for part in loc:
        if isinstance(part, str) and part in found.model_fields:
            found = model_in(found.model_fields[part].annotation) or found
    return list(found.model_fields)


def model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := model_in(part))), None)
