"""The only door to jinja2 for stories: a closed language whose every output knows its line and its origin.

The environment has no attributes at all but the fields of the brief, no calls, no globals and its own filters.
The tree is rewritten before it is compiled: each printed expression and each run of literal text passes through
a filter that marks it, text is joined piece by piece, and loops count their steps. Nothing is folded at compile
time, so a constant cannot explode there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from campaigns.story.fields import suggest
from campaigns.story.filters import FILTERS
from campaigns.story.ledger import MARKS
from campaigns.story.printing import AFTER_TAG, INNER, concat
from campaigns.story.values import Absent, Group, Refused, Told, raw

OPENING_TAGS = ("if", "for", "set", "beat", "abort")
TAGS = frozenset({*OPENING_TAGS, "elif", "else", "endif", "endfor", "endset", "endbeat"})
LOOP_FIELDS = frozenset({"first", "last", "index", "index0", "length", "revindex", "revindex0"})
_BIG = 10**15
_TAG = re.compile(r"\{%[-+]?\s*([A-Za-z_]\w*)")
_ALONE = re.compile(r"(?m)^([ \t]*(?:\{%(?:(?!%\})[^\n])*%\}[ \t]*|\{#(?:(?!#\})[^\n])*#\}[ \t]*)+)$")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


class BeatTag(Extension):
    """`{% beat moment %}…{% endbeat %}`: a named part of the story."""

    tags = {"beat"}  # noqa: RUF012 - jinja2 reads it from the class

    def parse(self, parser: Parser) -> nodes.Node:
        line = next(parser.stream).lineno
        name = parser.stream.expect("name").value
        body = parser.parse_statements(("name:endbeat",), drop_needle=True)
        mark = nodes.Filter(None, "!beat", [nodes.Const(name), nodes.Const(line)], [], None, None)
        return nodes.FilterBlock(body, mark, lineno=line)


class AbortTag(Extension):
    """`{% abort "why" %}`: the story itself says no."""

    tags = {"abort"}  # noqa: RUF012 - as above

    def parse(self, parser: Parser) -> nodes.Node:
        line = next(parser.stream).lineno
        empty = parser.stream.current.type == "block_end"
        reason: nodes.Expr = nodes.Const("the story ended itself") if empty else parser.parse_expression()
        return nodes.ExprStmt(nodes.Filter(reason, "!abort", [], [], None, None), lineno=line)


@lru_cache(maxsize=256)
def prepared(source: str, line: int) -> str:
    """Source whose first line is `line` of the file, in which a line of tags alone makes no blank line in the text."""
    return "\n" * (line - 1) + _ALONE.sub(rf"\1{AFTER_TAG}", MARKS.sub("", source))


TESTS = {
    "defined": lambda value: not isinstance(value, Absent), "undefined": lambda value: isinstance(value, Absent),
    "none": lambda value: raw(value) is None, "string": lambda value: isinstance(raw(value), str),
    "number": lambda value: isinstance(raw(value), (int, float, Decimal)), "in": lambda value, many: value in many,
    "eq": lambda a, b: a == b, "ne": lambda a, b: a != b, "lt": lambda a, b: a < b, "le": lambda a, b: a <= b,
    "gt": lambda a, b: a > b, "ge": lambda a, b: a >= b,
}  # fmt: skip
_FOREIGN = (
    nodes.Block, nodes.Macro, nodes.CallBlock, nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.With,
    nodes.ScopedEvalContextModifier, nodes.Scope, nodes.OverlayScope, nodes.Dict, nodes.Continue, nodes.Break,
)  # fmt: skip


class Unknown(Refused):
    """Something in the tree that is no part of a story's language."""

    def __init__(self, line: int, message: str, code: str = "TPL003") -> None:
        super().__init__(code, message)
        self.line = line


class Marking(NodeTransformer):
    """Rewrites the tree so that what is printed carries its origin and its line."""

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        if isinstance(node, _FOREIGN) or (isinstance(node, nodes.FilterBlock) and node.filter.name != "!beat"):
            raise Unknown(node.lineno, f"a story has {', '.join(OPENING_TAGS)} and no other tags")
        if isinstance(node, nodes.Filter) and not node.name.startswith("!") and node.name not in FILTERS:
            raise Unknown(node.lineno, f'unknown filter "{node.name}"{suggest(node.name, FILTERS)}')
        return super().visit(node, *args, **kwargs)

    def visit_Name(self, node: nodes.Name) -> nodes.Name:  # noqa: N802
        if node.name == "self":
            raise Unknown(node.lineno, "self is not a field", "TPL002")
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - named by jinja2
        node.nodes = [self._marked(child) for child in node.nodes]
        return node

    def _marked(self, child: nodes.Expr) -> nodes.Expr:
        line = nodes.Const(child.lineno, lineno=child.lineno)
        if isinstance(child, nodes.TemplateData):
            return _filter(nodes.Const(child.data), "!text", line)
        return _filter(self.visit(child), "!say", line)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        first, *rest = [self.visit(child) for child in node.nodes]
        return _filter(first, "!concat", *rest)

    def visit_List(self, node: nodes.List | nodes.Tuple) -> nodes.Expr:  # noqa: N802
        if getattr(node, "ctx", "load") != "load":
            return node
        items = [self.visit(child) for child in node.items]
        return _filter(items[0], "!list", *items[1:]) if items else nodes.Tuple([], "load")

    visit_Tuple = visit_List  # noqa: N815

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802
        self.generic_visit(node)
        assert isinstance(node.iter, nodes.Expr)
        node.iter = _filter(node.iter, "!counted")
        return node

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.AssignBlock:  # noqa: N802
        self.generic_visit(node)
        inner = node.filter
        captured = _filter(None, "!captured")
        if inner is not None:
            innermost = inner
            while isinstance(innermost.node, nodes.Filter):
                innermost = innermost.node
            innermost.node = captured
        node.filter = inner or captured
        return node


def _filter(node: nodes.Expr | None, name: str, *args: nodes.Expr) -> nodes.Filter:
    line = next((one.lineno for one in (node, *args) if one is not None and one.lineno), None)
    return nodes.Filter(node, name, list(args), [], None, None, lineno=line)


class StoryEnvironment(ImmutableSandboxedEnvironment):
    """Jinja2 with everything taken out that a story does not need."""

    intercepted_binops = frozenset({"//", "%", "+", "*", "-", "/", "**"})
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self) -> None:
        super().__init__(
            extensions=[BeatTag, AbortTag], undefined=StrictUndefined, autoescape=False, optimized=False, cache_size=0,
            keep_trailing_newline=True,
        )  # fmt: skip
        self.globals.clear()
        self.filters = {**FILTERS, **INNER}
        self.tests = dict(TESTS)

    def parse_plain(self, source: str) -> nodes.Template:
        """The tree as written, for those who check it."""
        return super()._parse(source, None, None)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        marked: nodes.Template = Marking().visit(tree)
        return marked.set_environment(self)  # type: ignore[return-value]

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Group):
            return obj.get(attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP_FIELDS:
            return getattr(obj, attribute)
        raise Refused("TPL002", f'there is no field "{attribute}" here')

    def getitem(self, obj: Any, argument: Any) -> Any:
        argument = raw(argument)
        if isinstance(obj, Group) and isinstance(argument, str):
            return obj.get(argument)
        if isinstance(obj, Told) and isinstance(obj.value, (str, tuple)) and isinstance(argument, (int, slice)):
            return Told(_part(obj.value, argument, obj.paths), obj.paths)
        return obj if isinstance(obj, Absent) else self.getattr(obj, str(argument))

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        raise Refused("TPL001", "a story calls nothing")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Adding to text joins it; figures may be reckoned with, but the result has no evidence."""
        if operator == "+" and any(isinstance(raw(side), str) for side in (left, right)):
            return concat(left, right)
        a, b = (self._figure(operator, raw(side)) for side in (left, right))
        if operator == "**" and (abs(b) > 16 or abs(a) > 1000):
            raise Refused("TPL005", "a power beyond all reason")
        return self.binop_table[operator](*_alike(a, b))

    def _figure(self, operator: str, value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
            code = "TPL005" if operator in ("*", "**") else "TPL001"
            raise Refused(code, f'"{operator}" works on figures only')
        if not -_BIG < value < _BIG:
            raise Refused("TPL005", f'"{operator}" works on figures of reasonable size only')
        return value

    def call_unop(self, context: Context, operator: str, arg: Any) -> Any:
        value = raw(arg)
        if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
            raise Refused("TPL001", f'"{operator}" works on figures only')
        return self.unop_table[operator](value)


def _alike(a: Any, b: Any) -> tuple[Any, Any]:
    return (Decimal(str(a)), Decimal(str(b))) if isinstance(a, Decimal) or isinstance(b, Decimal) else (a, b)


def _part(value: Any, argument: Any, paths: tuple[str, ...]) -> Any:
    try:
        return value[argument]
    except IndexError:
        raise Refused("TPL004", f"{paths[0]} has no part number {argument}") from None


def path_of(node: nodes.Node) -> str | None:
    """`account.measure.name` for a chain of names; None for anything else."""
    if isinstance(node, nodes.Name):
        return str(node.name)
    name: object = None
    if isinstance(node, nodes.Getattr):
        name = node.attr
    elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        name = node.arg.value
    if not isinstance(name, str) or not isinstance(node, (nodes.Getattr, nodes.Getitem)):
        return None
    parent = path_of(node.node)
    return f"{parent}.{name}" if parent else None


def tags_in(source: str) -> Iterator[tuple[int, str]]:
    """(offset of the name, name) of each tag of the source, comments left out."""
    blank = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), source)
    for found in _TAG.finditer(blank):
        yield found.start(1), found.group(1)
