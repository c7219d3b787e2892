"""What a text says is lost, weighed word by word: a loss under a "no" was spared, one under a "not stop" was not."""

from __future__ import annotations

import re

from campaigns.story.lexicon import words

_NO = (
    r"(?:no|not|never|nobody|no one|none|nothing|without|hardly|barely|scarcely|rarely|neither|nor|[a-z]+n['’]t|"
    r"nicht|nie|niemals|niemand(?:em|en)?|kein\w*|nichts|ohne|kaum|weder)"
)
_UNDER_NO = re.compile(
    rf"(?<![\w'’]){_NO}(?P<between>(?: (?!so\b|even\b|auch\b)[\w'’-]+| so much as| even| auch nur){{0,5}}) \Z",
    re.IGNORECASE,
)
# "Not only", "nothing but", "not without", "not yet": the loss stands all the same.
_YET = re.compile(r"(?:only|just|but|merely|yet|nur|bloß|als|einmal|all|alle|every|jede\w*)\b", re.IGNORECASE)
_TWICE = re.compile(rf"(?<![\w'’]){_NO} (?:\w+ )?\Z", re.IGNORECASE)
# "Ganz ohne Streit geht das nicht ab", "without tears it does not work".
_WITHOUT = re.compile(r"(?:without|ohne)\b", re.IGNORECASE)
_THEN_NOT = re.compile(r"[^.;!?]{0,40}\b(?:nicht|kein\w*|nie|not|never|[a-z]+n['’]t)\b", re.IGNORECASE)
# Under a "no" these are losses themselves: what could not be stopped, mended, paid, explained or forgiven.
_LOST_WITH_NO = words(
    """stop stops stopped end ended prevent avoid save hide bear stand forgive forgave forget bridge mend heal undo pay
    pays paid explain wait waits waiting waited time hours days weeks months long longer again left leave patience
    price load away late later only alone less fewer more enough laugh laughed laughing cross without push weigh cut
    spend spent personally pleasure worth few little unlike neither against hours hold extra nights evenings
    verhindern vermeiden retten verbergen ertragen verzeihen verziehen vergessen heilen erklären warten wartete
    warteten zeit stunden tage wochen monate lange länger wieder zurück geduld kraft nur allein weniger mehr genug
    ohne gegen zahlen zahlt bezahlt dauert muss müssen musste mussten kosten weg abende nächte aushalten kein keine
    keinen nie nicht niemand kaum selten never not nobody hardly barely rarely seldom cannot nerven vergnügen"""
)


def spared(text: str, found: re.Match[str]) -> bool:
    """Whether a word of loss stands under a "no" that makes it none: "nobody quarrelled", "keine Tränen"."""
    if found.group().lower() in _LOST_WITH_NO:
        return False
    no = _UNDER_NO.search(text[: found.start()])
    if not no or _YET.match(no["between"].strip()) or _TWICE.search(text[: no.start()]):
        return False
    if _WITHOUT.match(no.group()) and _THEN_NOT.match(text, found.end()):
        return False
    return not _LOST_WITH_NO.intersection(no["between"].lower().split())


def denied(text: str, found: re.Match[str]) -> bool:
    """Whether a word of success stands under a "no" and is no comparative: "not good enough", "nobody was glad"."""
    word = found.group().lower()
    no = _UNDER_NO.search(text[: found.start()])
    return (
        no is not None
        and not _YET.match(no["between"].strip())
        and not word.endswith(("er", "ere", "eren", "more", "mehr"))
    )
