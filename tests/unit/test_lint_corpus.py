"""The lint against short texts of ours, good and bad: per-code precision and recall, and each text by itself."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from campaigns.story.lint import CODES, lint_story

CORPUS: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parents[1] / "data" / "lint_corpus.yaml")
BEATS = ("moment", "problem", "journey", "setback", "promise", "ask")
BASE = {
    "en": {
        "subject": "{{ account.short_name }} and the new people",
        "moment": "Hello {{ contact.first_name }},\n\n{{ evidence.publisher }} writes about {{ account.short_name }}, "
        "and your team is in it.",
        "problem": "Your new people will learn from whoever has time that week.",
        "journey": "It helps to write down how your good people work, before the new ones come.",
        "setback": "That slows them down, and some of them will hate it.",
        "promise": '{{ promise.text | default("") }}',
        "ask": "Which part of it would hurt you most?",
    },
    "de": {
        "subject": "{{ account.short_name }} und die Neuen",
        "moment": "Guten Tag {{ contact.name }},\n\n{{ evidence.publisher }} schreibt über {{ account.short_name }}, "
        "und Ihr Team kommt darin vor.",
        "problem": "Ihre neuen Leute lernen von dem, der in der Woche gerade Zeit hat.",
        "journey": "Es hilft, aufzuschreiben, wie Ihre guten Leute arbeiten, bevor die neuen kommen.",
        "setback": "Das bremst sie, und manche werden es hassen.",
        "promise": '{{ promise.text | default("") }}',
        "ask": "Was davon würde Ihnen am meisten wehtun?",
    },
}
PRECISION, RECALL = 0.97, 0.97


def text_of(entry: dict[str, Any]) -> str:
    """The base story of the entry's language with the entry's parts in place."""
    parts = {**BASE[entry["lang"]], **entry.get("all", {})}
    parts.update({name: entry[name] for name in (*BEATS, "subject") if name in entry})
    order = [name for name in BEATS if name != entry.get("without")]
    if "swap" in entry:
        a, b = (order.index(name) for name in entry["swap"])
        order[a], order[b] = order[b], order[a]
    named = dict([entry["rename"]]) if "rename" in entry else {}
    head = [
        "---", "id: x", f"event: {entry.get('event', 'funding')}", f"language: {entry['lang']}",
        f"subject: '{parts['subject']}'", *([entry["head"]] if "head" in entry else []), "---",
    ]  # fmt: skip
    body = [f"{{% beat {named.get(name, name)} %}}\n{parts[name]}\n{{% endbeat %}}" for name in order]
    return "\n".join([*head, *body, entry.get("append", "")])


@lru_cache(maxsize=512)
def codes_in(text: str) -> tuple[str, ...]:
    return tuple(sorted({finding.code for finding in lint_story(text, promise_ids=["first-hire-ready"])}))


def found_in(entry: dict[str, Any]) -> list[str]:
    return list(codes_in(text_of(entry)))


@pytest.mark.parametrize("entry", CORPUS, ids=lambda entry: "-".join([entry["lang"], *entry["codes"]]) or "good")
def test_it_finds_what_is_there_and_nothing_else(entry: dict[str, Any]) -> None:
    found = found_in(entry)

    if entry.get("loose"):
        assert found
    else:
        assert found == sorted(entry["codes"])


def test_precision_and_recall_hold_over_the_corpus() -> None:
    right, missed, false = Counter[str](), Counter[str](), Counter[str]()
    for entry in (one for one in CORPUS if not one.get("loose")):
        found, wanted = set(found_in(entry)), set(entry["codes"])
        right.update(found & wanted)
        missed.update(wanted - found)
        false.update(found - wanted)

    assert len(CORPUS) >= 120
    assert right.total() / (right.total() + false.total()) >= PRECISION
    assert right.total() / (right.total() + missed.total()) >= RECALL


def test_every_code_of_templates_has_a_text_in_the_corpus() -> None:
    only_drafts = {"EVD002", "PRIVATE001", "LEVEL001"}

    assert {code for entry in CORPUS for code in entry["codes"]} == set(CODES) - only_drafts
