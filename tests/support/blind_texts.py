"""Texts with planted faults by somebody who did not write the lint: how they are put together, told and scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from campaigns.story.binding import rebind
from campaigns.story.format import Story, load
from campaigns.story.lint import lint_draft, lint_story
from campaigns.story.render import render
from campaigns.story.sample import full
from campaigns.types import Brief, Rendered
from campaigns.workspace import Level, OurCompany, Teammate

TEAM = OurCompany("Tidewell", "12 Quay Street", products=("Tidewell Pilot",))
MATES = (
    Teammate("jonas", "Jonas Weber", "jonas@tidewell.example"),
    Teammate("priya", "Priya Nair", "priya@tidewell.example"),
)
DATA = Path(__file__).parents[1] / "data"
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
FIRST, *_ = SETS = tuple(f"lint_blind_{name}.yaml" for name in ORDINALS)
_BEATS = ("open", "know", "close", "moment", "problem", "gift", "fault", "journey", "repair", "setback", "promise",
          "ask")  # fmt: skip


def texts_of(name: str) -> list[dict[str, Any]]:
    """The letters of a file as good texts, and its texts; each with the parts of its letter filled in."""
    loaded = YAML(typ="safe").load(DATA / name)
    plain = [{"of": letter, "codes": []} for letter in loaded["letters"]]
    return [{**loaded["letters"][entry["of"]], **entry} for entry in [*plain, *loaded["texts"]]]


def codes_of(entry: dict[str, Any]) -> set[str]:
    """What the lint finds in a text."""
    text = _file_of(entry)
    if "whole" in entry:  # a story file as its author left it, judged without a workspace
        found = lint_story(text, file=entry["file"])
    elif not {"edit", "brief", "draft"} & entry.keys():
        found = lint_story(text, team=TEAM, teammates=MATES, promise_ids=["week-plan"])
    else:
        found = _draft_of(entry, text)
    return {one.code for one in found}


def _file_of(entry: dict[str, Any]) -> str:
    text = entry["whole"] if "whole" in entry else _put_together(entry)
    for old, new in entry.get("raw", []):
        assert old in text, (entry["of"], old)
        text = text.replace(old, new)
    return str(text)


def _put_together(entry: dict[str, Any]) -> str:
    order = [beat for beat in _BEATS if beat in entry and beat != entry.get("cut")]
    if "swap" in entry:
        a, b = (order.index(beat) for beat in entry["swap"])
        order[a], order[b] = order[b], order[a]
    event = entry["event"] if isinstance(entry["event"], str) else f"[{', '.join(entry['event'])}]"
    subject = "'" + entry["subject"].replace("'", "''") + "'"
    head = ["---", "id: x", f"event: {event}", f"language: {entry['lang']}", f"subject: {subject}", "---"]
    head[-1:] = [*([entry["head"]] if "head" in entry else []), "---"]
    body = [f"{{% beat {beat} %}}\n{entry[beat]}\n{{% endbeat %}}" for beat in order]
    return "\n".join([*head, *body, entry.get("append", "")])


def _draft_of(entry: dict[str, Any], text: str) -> list[Any]:
    story = load(text)
    assert isinstance(story, Story), entry
    brief = full(story)
    told = render(story, brief)
    assert isinstance(told, Rendered), (entry, told)
    body = told.body
    for old, new in entry.get("edit", []):
        assert old in body, (entry["of"], old, body)
        body = body.replace(old, new)
    told = replace(told, body=body, segments=rebind(told.segments, body, language=story.language)[0])
    changes = entry.get("brief", {})
    origins = [f"sample:{path}" for path in changes.get("withdrawn", [])]
    return lint_draft(told, _changed(brief, changes), story, team=TEAM, teammates=MATES, withdrawn=origins)


def _changed(brief: Brief, changes: dict[str, Any]) -> Brief:
    values = dict(brief.values)
    if "language" in changes:
        values["contact.language"] = replace(values["contact.language"], value=changes["language"])
    level = brief.level if "level" not in changes else changes["level"] and Level(changes["level"])
    return replace(brief, values=values, private=tuple(changes.get("private", ())), level=level or None)


Score = dict[str, tuple[int, int, int]]


def score(entries: Iterable[dict[str, Any]]) -> Score:
    """code -> (rightly found, falsely found, missed). What a letter is falsely accused of counts once, with the letter
    as it is, and not again with each text that was made of it."""
    right, false, missed = Counter[str](), Counter[str](), Counter[str]()
    accused: dict[str, set[str]] = {}
    for entry in entries:
        found, wanted = codes_of(entry), set(entry["codes"])
        wrong = found - wanted - set(entry.get("also", ()))
        letter = accused.setdefault(entry["of"], wrong)
        right.update(found & wanted)
        missed.update(wanted - found)
        false.update(wrong if wrong is letter else wrong - letter)
    return {code: (right[code], false[code], missed[code]) for code in sorted({*right, *false, *missed})}


def precision_and_recall(scores: Score) -> tuple[float, float]:
    """Over all codes together, each 0..1."""
    right, false, missed = (sum(one[place] for one in scores.values()) for place in range(3))
    return right / max(1, right + false), right / max(1, right + missed)
