"""Tell one story to one contact: `render(story, brief) -> Rendered | Aborted | list[Finding]`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from types import TracebackType
from typing import Any

from jinja2 import Template, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import TemplateRuntimeError

from campaigns.story.broken import in_words
from campaigns.story.format import Story, Subject
from campaigns.story.ledger import Ledger, Piece
from campaigns.story.normal import beats_told, one_line, paragraphs
from campaigns.story.printing import Ended
from campaigns.story.syntax import StoryEnvironment, prepared
from campaigns.story.values import Refused, tree
from campaigns.types import Aborted, Brief, Finding, Known, Rendered, Segment
from triggers.limits import Limits

_NAME = "<story>"
_ENVIRONMENT = StoryEnvironment()
Told = tuple[list[Piece], Finding | None]


def render(
    story: Story, brief: Brief, *, variant: str | None = None, key: str = "", limits: Limits | None = None
) -> Rendered | Aborted | list[Finding]:
    """Tell `story` with what `brief` holds.

    The variant of the subject is the one named, else the one that `key` (say, the contact's id) always gets. What
    the story cannot say is a finding with code, file and line; a story that ends itself is `Aborted`.
    """
    subject = choose_variant(story, variant, key)
    ledger = Ledger(limits or Limits())
    try:
        context = _context(story, brief, ledger)
        head = _tell(story, prepared(subject.text, subject.line), context, ledger)
        body = _tell(story, prepared(story.body, story.body_line), context, ledger)
    except Ended as ended:
        return Aborted(str(ended))
    except _Fault as fault:
        return [fault.finding]
    return _rendered(story, subject, brief, head, body)


def under_each_subject(story: Story, brief: Brief) -> Iterator[Rendered | Aborted | list[Finding]]:
    """`render` for every variant of the subject in turn. The body, which they share, is told once."""
    first = render(story, brief, variant=story.subjects[0].variant)
    yield first
    for subject in story.subjects[1:]:
        yield _under(subject, story, brief, first) if isinstance(first, Rendered) else first


def _under(subject: Subject, story: Story, brief: Brief, told: Rendered) -> Rendered | Aborted | list[Finding]:
    """The same letter under another subject."""
    ledger = Ledger(Limits())
    try:
        head = _tell(story, prepared(subject.text, subject.line), _context(story, brief, ledger), ledger)
    except Ended as ended:
        return Aborted(str(ended))
    except _Fault as fault:
        return [fault.finding]
    line = one_line([_segment(piece, brief.values) for piece in head])
    return replace(told, variant=subject.variant, subject=joined(line), subject_segments=line)


def choose_variant(story: Story, variant: str | None, key: str) -> Subject:
    """The same key always gets the same variant; over many keys the weights hold."""
    named = next((subject for subject in story.subjects if subject.variant == variant), None)
    if named is not None:
        return named
    total = sum(subject.weight for subject in story.subjects) or 1.0
    digest = hashlib.blake2b(f"{story.id}\0{key}".encode("utf-8", "replace"), digest_size=8).digest()
    point = int.from_bytes(digest, "big") / 2**64 * total
    for subject in story.subjects:
        point -= subject.weight
        if point < 0:
            return subject
    return story.subjects[-1]


class _Fault(Exception):  # noqa: N818 - never leaves this file
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def _context(story: Story, brief: Brief, ledger: Ledger) -> dict[str, Any]:
    context = tree({path: known.value for path, known in brief.values.items()})
    return {**context, "!ledger": ledger, "!language": story.language}


def _tell(story: Story, source: str, context: Mapping[str, Any], ledger: Ledger) -> list[Piece]:
    return ledger.read("".join(_guarded(story, lambda: list(compiled(source).generate(**context)))))


def _guarded(story: Story, work: Callable[[], list[str]]) -> list[str]:
    """Whatever a story can do wrong while it is compiled or told, as a finding with its line."""
    try:
        return work()
    except Ended:
        raise
    except Refused as refused:
        raise _fault(story, refused.code, refused.message, refused, getattr(refused, "line", 0)) from None
    except TemplateSyntaxError as error:
        message, line = in_words(error, error.source or "")
        raise _fault(story, "TPL001", message, error, line) from None
    except UndefinedError as error:
        raise _fault(story, "TPL002", str(error.message), error) from None
    except (RecursionError, MemoryError, OverflowError) as error:
        raise _fault(story, "TPL005", f"beyond the limits of a story ({type(error).__name__})", error) from None
    except (SyntaxError, TemplateRuntimeError) as error:
        raise _fault(story, "TPL005", f"too deeply nested or too large ({error})", error) from None
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, NameError) as error:
        raise _fault(story, "TPL001", f"cannot be told: {error}", error) from None


def _fault(story: Story, code: str, message: str, error: BaseException, line: int = 0) -> _Fault:
    return _Fault(Finding(code, "error", message, story.file, line or _line(error.__traceback__) or story.body_line, 1))


def _line(trace: TracebackType | None) -> int:
    """The line of the story in which it went wrong, from the innermost frame of its compiled code."""
    line = 0
    while trace is not None:
        info = trace.tb_frame.f_globals.get("__jinja_template__")
        if trace.tb_frame.f_code.co_filename == _NAME and isinstance(info, Template):
            line = info.get_corresponding_lineno(trace.tb_lineno)
        elif trace.tb_frame.f_code.co_filename == _NAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


@lru_cache(maxsize=256)
def compiled(source: str) -> Template:
    """The template of a text, compiled once."""
    code = _ENVIRONMENT.compile(source, filename=_NAME)
    return _ENVIRONMENT.template_class.from_code(_ENVIRONMENT, code, _ENVIRONMENT.make_globals(None))


def _rendered(story: Story, subject: Subject, brief: Brief, head: list[Piece], body: list[Piece]) -> Rendered:
    told = [_segment(piece, brief.values) for piece in body]
    line = one_line([_segment(piece, brief.values) for piece in head])
    segments = paragraphs(told, keep_lists=story.medium != "mail")
    return Rendered(
        story_id=story.id, language=story.language, variant=subject.variant, subject=joined(line),
        body=joined(segments), subject_segments=line, segments=segments, beats=beats_told(segments),
    )  # fmt: skip


def _segment(piece: Piece, values: Mapping[str, Known]) -> Segment:
    origins = dict.fromkeys(values[path].origin for path in piece.paths if path in values)
    return Segment(piece.text, piece.paths, tuple(filter(None, origins)), piece.beat, piece.line)


def joined(segments: tuple[Segment, ...]) -> str:
    return "".join(segment.text for segment in segments)


def with_findings(rendered: Rendered, findings: list[Finding], measures: Mapping[str, float]) -> Rendered:
    """The same rendering with what the lint said about it."""
    return replace(rendered, findings=tuple(findings), measures=dict(measures))
