"""Reading settings.yaml, team.yaml, promises.yaml and cases.yaml: documents in, values and problems out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel

from campaigns.workspace import Case, OurCompany, Promise, Teammate
from overture.config.document import Document
from overture.config.models import (
    CasesFile,
    CaseShape,
    CompanyShape,
    PersonShape,
    PromisesFile,
    PromiseShape,
    SettingsFile,
    TeamFile,
)
from overture.config.places import Problem
from overture.config.shapes import check, check_list, check_part, known_top
from overture.settings import LEAST_KEPT, LEAST_LOGGED, Settings

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")
_TAKEN_BACK = (LEAST_KEPT, "that long a decision can be taken back")
_LEAST = {
    "entries": _TAKEN_BACK,
    "drafts": _TAKEN_BACK,
    "messages": _TAKEN_BACK,
    "audit": (LEAST_LOGGED, "the log of a year is always there"),
}
Team = tuple[OurCompany | None, tuple[Teammate, ...]]


def read_settings(document: Document) -> tuple[Settings, list[Problem]]:
    model, problems = check(document, SettingsFile)
    settings = (model or SettingsFile()).to_settings()
    for name, (least, why) in _LEAST.items():
        if getattr(settings.retention, name) < least:
            problems.append(document.problem(("retention", name), f"should be {least.days}d or more: {why}"))
    return settings, problems


def read_team(document: Document) -> tuple[Team, list[Problem]]:
    people, problems = _listed(document, TeamFile, PersonShape, "people", PersonShape.to_teammate)
    if not isinstance(document.data, dict) or "company" not in document.data:
        return (None, people), problems
    company, wrong = check_part(document, CompanyShape, document.data["company"], ("company",))
    return (company.to_company() if company else None, people), problems + wrong


def read_promises(document: Document) -> tuple[tuple[Promise, ...], list[Problem]]:
    return _listed(document, PromisesFile, PromiseShape, "promises", PromiseShape.to_promise)


def read_cases(document: Document) -> tuple[tuple[Case, ...], list[Problem]]:
    return _listed(document, CasesFile, CaseShape, "cases", CaseShape.to_case)


def _listed(
    document: Document, file: type[BaseModel], model: type[M], key: str, value: Callable[[M], T]
) -> tuple[tuple[T, ...], list[Problem]]:
    """The list `key` of a file, item by item."""
    problems = known_top(document, file)
    items, wrong = check_list(document, model, key)
    return tuple(value(item) for _, item in items), problems + wrong
