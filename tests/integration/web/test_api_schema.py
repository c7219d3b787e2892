"""The OpenAPI document holds what the API does: generated calls, good and bad, meet no answer that it does not list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode, checks
from sqlalchemy import Engine
from support.api import Program, shown, token_of
from support.db import copy_of
from support.sample_drafts import fill
from support.web import NOON, Hand, Site, services

from overture.web import access

GOOD, BAD = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
_REAL = {
    "draft_id": 1, "version": 1, "trigger_id": 1, "question_id": 1, "source_id": "fresh", "account_id": "acc-1",
    "story_id": "after-the-round", "what": "trigger", "id": "1",
}  # fmt: skip
# These would end the run: the caller's own token, the caller's own role.
_LEFT_OUT = ("/api/v1/tokens/{token_id}/revoke", "/api/v1/users/{user_id}")


@pytest.fixture(scope="module")
def busy(filled_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that generated calls may do to what they like."""
    engine = copy_of(filled_template, tmp_path_factory.mktemp("busy"))
    with open_to_all(engine) as running:
        yield running
    engine.dispose()


def open_to_all(engine: Engine) -> Site:
    given = services(engine, Hand())
    fast = type(given.settings)(
        hosts=given.settings.hosts, hash_memory_kib=256, hash_passes=1, calls_per_minute=1_000_000
    )
    return Site(type(given)(**{name: getattr(given, name) for name in given.__slots__} | {"settings": fast}))


class Fuzz:
    """Generated calls to every operation of a site, each answer held against the document."""

    def __init__(self, site: Site) -> None:
        checks.load_all_checks()
        self._checks = [
            checks.not_a_server_error, checks.status_code_conformance, checks.content_type_conformance,
            checks.response_schema_conformance,
        ]  # fmt: skip
        self._site, self._secret = site, token_of(site, "ada")
        with Program(site, self._secret) as who:
            self._schema = schemathesis.openapi.from_dict(who.get("/openapi.json").json())
        self.seen: dict[int, int] = {}

    def run(self, mode: GenerationMode, *, examples: int, seeded: bool) -> dict[int, int]:
        """How many answers had which status so far."""
        for found in self._schema.get_all_operations():
            operation: Any = found.ok()  # type: ignore[union-attr] # the document is sound
            if operation.path not in _LEFT_OUT:
                self._one(operation.as_strategy(generation_mode=mode), mode, examples, seeded)
        return self.seen

    def _one(self, strategy: Any, mode: GenerationMode, examples: int, seeded: bool) -> None:
        @settings(
            max_examples=examples, deadline=None, derandomize=not seeded, database=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=strategy)
        def call(case: Case[Any]) -> None:
            if mode is GOOD:
                self._make_real(case)
            bearer = {"Authorization": f"Bearer {self._secret}"}
            answer = case.call(base_url=self._site.address, headers=bearer, timeout=120)  # of its own it waits for 10 s
            self.seen[answer.status_code] = self.seen.get(answer.status_code, 0) + 1
            case.validate_response(answer, checks=self._checks)

        call()

    def _make_real(self, case: Case[Any]) -> None:
        """Good calls go to things that are there, and decide on the text that stands."""
        for name in case.path_parameters or {}:
            case.path_parameters[name] = _REAL.get(name, case.path_parameters[name])
        if isinstance(case.body, dict) and {"version", "hash"} <= case.body.keys():
            with Program(self._site, self._secret) as who:
                case.body |= shown(who.get("/drafts/1").json()["draft"])


def test_generated_calls_meet_nothing_that_is_not_in_the_document(busy: Site) -> None:
    fuzz = Fuzz(busy)
    fuzz.run(GOOD, examples=3, seeded=False)
    seen = fuzz.run(BAD, examples=3, seeded=False)
    assert seen[200] > 60
    assert max(seen) < 500


@pytest.mark.full
@pytest.mark.parametrize("mode", [GOOD, BAD])
def test_many_generated_calls_on_sqlite(busy: Site, mode: GenerationMode) -> None:
    assert max(Fuzz(busy).run(mode, examples=30, seeded=True)) < 500


@pytest.mark.full
@pytest.mark.parametrize("mode", [GOOD, BAD])
def test_many_generated_calls_on_postgresql(postgres_database: Engine, mode: GenerationMode) -> None:
    fill(postgres_database, now=NOON)
    with open_to_all(postgres_database) as site:
        assert max(Fuzz(site).run(mode, examples=12, seeded=True)) < 500


def test_every_call_is_documented_with_its_scope_and_its_problems(busy: Site) -> None:
    with Program(busy) as who:
        document = who.get("/openapi.json").json()
    told = {(method.upper(), path) for path, methods in document["paths"].items() for method in methods}
    kept_out = {("GET", "/api/v1"), ("GET", "/api/v1/openapi.json")}
    assert told == {rule for rule in access.RULES if rule[1].startswith("/api/v1")} - kept_out
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert operation["x-scope"] == access.scope_of(method.upper(), path)
            problems = operation["responses"]["422"]["content"]
            assert list(problems) == ["application/problem+json"]
            assert operation.get("summary")
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_the_page_lists_every_call(busy: Site) -> None:
    page = busy.visitor("vera").get("/api/v1")
    assert page.status_code == 200
    assert "default-src 'none'" in page.headers["content-security-policy"]
    acts = [path for method, path in access.RULES if method == "POST" and path.startswith("/api/v1/drafts/{draft_id}/")]
    assert len(acts) > 9
    assert page.text.count("<code>POST /api/v1/drafts/{draft_id}/") == len(acts)
    assert 'id="conflict"' in page.text
