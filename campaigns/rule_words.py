"""Rules as people say them: `account.employees: {gte: 40}` is "employees is at least 40". Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from campaigns.campaign import Op, Rule
from campaigns.durations import say_duration

_COMPARED = {Op.GTE: "at least", Op.LTE: "at most", Op.GT: "over", Op.LT: "under"}
_NAMED = {"c_level": "C-level", "vp": "VP", "need_us": "they need us", "ok": "it is ok", "who_are_you": "who are you"}

_LANGUAGES = {
    "da": "Danish", "de": "German", "en": "English", "es": "Spanish", "fi": "Finnish", "fr": "French", "it": "Italian",
    "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "sv": "Swedish",
}  # fmt: skip


def in_words(rule: Rule) -> str:
    """What has to be so, as part of a sentence: "country is DE, GB or NL", "round is not known"."""
    about, value = noun(rule.path), rule.value
    if rule.op is Op.EXISTS:
        return f"{about} is {'known' if value else 'not known'}"
    if rule.op in _COMPARED:
        return f"{about} is {_COMPARED[rule.op]} {plain(value)}"
    values = either([plain(one) for one in (value if isinstance(value, tuple) else (value,))])
    verb = {Op.NOT_IN: "is not", Op.CONTAINS: "holds"}.get(rule.op, "is")
    return f"{about} {verb} {values}"


def noun(path: str) -> str:
    """`account.renewal_in` is "renewal in", `contact.role` "the contact's role": the account goes without saying."""
    group, _, name = path.partition(".")
    words = name.replace("_", " ").replace(".", " ")
    return f"the contact's {words}" if group == "contact" else words


def plain(value: object) -> str:
    if isinstance(value, timedelta):
        return say_duration(value)
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    return _NAMED.get(str(value), str(value).replace("_", " "))


def language_name(code: str) -> str:
    """`de` is German; a code that is not in this list stays one."""
    return _LANGUAGES.get(code, code)


def either(words: Sequence[str]) -> str:
    """a, b or c"""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
