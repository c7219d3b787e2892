"""A good base story in each language, of which a test replaces one part."""

from __future__ import annotations

from typing import Any

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
