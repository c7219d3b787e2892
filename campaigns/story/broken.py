"""Where a story cannot be parsed: what is wrong, in words for those who write stories, and on which line."""

from __future__ import annotations

import re

from jinja2 import TemplateSyntaxError

from campaigns.story.syntax import tags_in

_NESTING = re.compile(r"Unexpected end of template|Encountered unknown tag")
# What jinja2 says of a wrong word, and what we say of it; `{}` is the word.
_WORDS = tuple(
    (re.compile(found), said)
    for found, said in (
        (r"expected token 'end of print statement', got '(.+)'", '"{}" is too much: close {{{{ with }}}} before it'),
        (r"expected token 'end of statement block', got '(=)'", '"{}" is too much here: == compares'),
        (r"expected token 'end of statement block', got '(if)'", '"{}" is too much here: write {{% elif … %}}'),
        (r"expected token 'end of statement block', got '(.+)'", '"{}" is too much: close the tag with %}} before it'),
        (r"expected token 'name', got", "a plain name is wanted here, without quotes: {{% beat moment %}}"),
        (r"Expected an expression, got", "nothing stands here: name a field, as in {{{{ account.name }}}}"),
        (r"unexpected char '([“”„‘’])'", '{} is curly: in fields and tags, texts stand between straight quotes'),
        (r"unexpected '([}})\]])'", '"{}" closes nothing: a field is {{{{ … }}}}, a tag {{% … %}}'),
        (r"unexpected (?:char )?'(.+?)'", '"{}" means nothing inside a field or a tag'),
        (r"Missing end of comment tag", "this comment is never closed: put #}} behind it"),
    )
)  # fmt: skip


def in_words(error: TemplateSyntaxError, source: str) -> tuple[str, int]:
    """(what is wrong, its line). `source` is the text that jinja2 was given, whose lines are those of the file."""
    message = str(error.message)
    wrong = _wrongly_nested(source) if _NESTING.match(message) else None
    if wrong is not None:
        return wrong
    for pattern, said in _WORDS:
        found = pattern.match(message)
        if found:
            return said.format(*found.groups()), error.lineno
    return f"this cannot be read ({message.rstrip('.')})", error.lineno


def _wrongly_nested(source: str) -> tuple[str, int] | None:
    """The first tag that closes what is not open, else the innermost one that stays open."""
    waiting: list[tuple[str, int]] = []
    for offset, name in tags_in(source):
        line = source.count("\n", 0, offset) + 1
        inner, since = waiting[-1] if waiting else ("", 0)
        if _opens(name, source, offset):
            waiting.append((name, line))
        elif name.startswith("end") and inner and name == f"end{inner}":
            waiting.pop()
        elif name in ("else", "elif") and inner not in ("if", "for"):
            return f"{{% {name} %}} stands outside of a condition", line
        elif name.startswith("end"):
            wanted = (
                f": {{% end{inner} %}} is wanted, for the {inner} of line {since}" if inner else ", nothing is open"
            )
            return f"{{% {name} %}} closes nothing here{wanted}", line
    if not waiting:
        return None
    name, line = waiting[-1]
    return f"this {name} is never closed: put {{% end{name} %}} where it ends", line


def _opens(name: str, source: str, offset: int) -> bool:
    """Whether a tag waits for its end; a `set` with a value does not."""
    return name in ("beat", "if", "for") or (name == "set" and "=" not in source[offset : source.find("%}", offset)])
