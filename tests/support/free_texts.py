"""Faults in free words and their good neighbours: how they are put into the base story and what the lint hears."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from campaigns.story.lint import lint_story
from campaigns.workspace import OurCompany
from support.lint_texts import text_of

FILES = ("lint_free.yaml", "lint_free_later.yaml")
_DATA = Path(__file__).parents[1] / "data"
TEAM = OurCompany("Tidewell", "12 Quay Street")
_GREETING = {"en": "Hello {{ contact.first_name }},\n\n", "de": "Guten Tag {{ contact.name }},\n\n"}


class Free(NamedTuple):
    """One text with the code that it was written for, "" for any; `bad` says whether it holds that fault."""

    code: str
    lang: str
    bad: bool
    words: str
    story: str

    def heard(self) -> set[str]:
        return {found.code for found in lint_story(self.story, team=TEAM, promise_ids=[])}


def free_texts() -> Iterator[Free]:
    for group in (group for name in FILES for group in YAML(typ="safe").load(_DATA / name)):
        for verdict in ("bad", "good", "plain"):
            for words in group.get(verdict, ()):
                yield Free(group.get("code", ""), group["lang"], verdict == "bad", words, _story(group, words))


def _story(group: dict[str, Any], words: str) -> str:
    lead = _GREETING[group["lang"]] if group["part"] == "moment" else ""
    bound = words.replace("Acme", "{{ account.short_name }}").replace("Tidewell", "{{ sender.company }}")
    event = {"event": group["event"], "promise": ""} if "event" in group else {}
    return text_of({"lang": group["lang"], **event, group["part"]: lead + bound})
