"""Goes through a story's tree with what is known to be there at each place: TPL002, TPL003 of filters, TPL004."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jinja2 import nodes

from campaigns.story.fields import FIELDS, GROUPS, ROOTS, prefixes, suggest
from campaigns.story.filters import FILTERS
from campaigns.story.format import Story
from campaigns.story.syntax import LOOP_FIELDS, TESTS, path_of
from campaigns.types import Finding

Facts = frozenset[str]


def bad_filter(story: Story, name: str, line: int) -> Finding:
    message = f'unknown filter "{name}"{suggest(name, FILTERS)}'
    return Finding("TPL003", "error", message, story.file, line, column_of(story, line, rf"\|\s*{re.escape(name)}"))


def column_of(story: Story, line: int, pattern: str) -> int:
    """The column of the first match in a line of the file; 1 where there is none."""
    lines = story.text.split("\n")
    found = re.search(pattern, lines[line - 1]) if 0 < line <= len(lines) else None
    return found.start() + 1 if found else 1


@dataclass(slots=True)
class Walk:
    """Goes through a tree with what is known to be there at each place."""

    story: Story
    findings: list[Finding] = field(default_factory=list)
    strings: list[tuple[str, int]] = field(default_factory=list)
    variables: dict[str, Facts] = field(default_factory=dict)  # name -> optional paths it may stand for

    # --- statements: each gives what is known after it -----------------------------------------------------------

    def block(self, body: Iterable[nodes.Node], facts: Facts) -> Facts:
        for node in body:
            facts = self.statement(node, facts)
        return facts

    def statement(self, node: nodes.Node, facts: Facts) -> Facts:
        if isinstance(node, nodes.Output):
            for child in node.nodes:
                if not isinstance(child, nodes.TemplateData):
                    self.printed(child, facts)
                    self.expression(child, facts)
        elif isinstance(node, nodes.If):
            return self.condition(node, facts)
        elif isinstance(node, nodes.For):
            self.loop(node, facts)
        elif isinstance(node, nodes.Assign):
            self.assign(node, facts)
        elif isinstance(node, nodes.AssignBlock):
            self.block(node.body, facts)
            if isinstance(node.target, nodes.Name):
                self.variables[node.target.name] = frozenset()
        elif isinstance(node, nodes.FilterBlock):
            self.block(node.body, facts)
        elif isinstance(node, nodes.ExprStmt):
            for given in node.node.iter_child_nodes():  # what `abort` was given
                self.expression(given, facts)
        else:
            for inner in node.iter_child_nodes():
                self.statement(inner, facts)
        return facts

    def condition(self, node: nodes.If, facts: Facts) -> Facts:
        self.expression(node.test, facts)
        self.block(node.body, facts | implied(node.test, True))
        otherwise = facts | implied(node.test, False)
        for branch in node.elif_:
            self.expression(branch.test, otherwise)
            self.block(branch.body, otherwise | implied(branch.test, True))
            otherwise |= implied(branch.test, False)
        self.block(node.else_, otherwise)
        # After `{% if not x %}{% abort %}{% endif %}` x is there.
        ended = any(isinstance(one, nodes.ExprStmt) for one in node.body)
        return otherwise if ended and not node.elif_ and not node.else_ else facts

    def loop(self, node: nodes.For, facts: Facts) -> None:
        assert isinstance(node.iter, nodes.Expr)
        self.expression(node.iter, facts)
        # A loop over an absent list runs not at all, so what it stands for is there inside.
        inside = facts | implied(node.iter, True)
        self.variables.update(dict.fromkeys(_names(node.target), frozenset()))
        if node.test:
            self.expression(node.test, inside)
        self.block(node.body, inside)
        self.block(node.else_, facts)

    def assign(self, node: nodes.Assign, facts: Facts) -> None:
        self.expression(node.node, facts)
        self.strings.extend(_own_text(node.node))
        paths = frozenset(self.unsafe(node.node, facts))
        self.variables.update(dict.fromkeys(_names(node.target), paths))

    # --- expressions ------------------------------------------------------------------------------------------------

    def expression(self, node: nodes.Node, facts: Facts) -> None:
        """Unknown names, filters and tests, anywhere in an expression."""
        path = path_of(node)
        if path is not None:
            self.name(path, node.lineno)
            return
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            self.add(bad_filter(self.story, node.name, node.lineno))
        elif isinstance(node, nodes.Test) and node.name not in TESTS:
            self.add(Finding("TPL003", "error", f'unknown test "{node.name}"', self.story.file, node.lineno, 1))
        elif isinstance(node, nodes.Call):
            self.call(node)
            return
        for child in node.iter_child_nodes():
            self.expression(child, facts)

    def call(self, node: nodes.Call) -> None:
        path = path_of(node.node)
        if path and path.split(".")[0] not in ROOTS | set(self.variables) | {"loop"}:
            message = f"{path}(…): there is nothing to call; a story has fields and filters only"
            self.add(self.at("TPL002", message, node.lineno, path))
        elif path:
            self.add(self.at("TPL001", f"{path}(…): a story calls nothing; use a filter", node.lineno, path))
        else:
            self.add(Finding("TPL001", "error", "a story calls nothing; use a filter", self.story.file, node.lineno, 1))

    def name(self, path: str, line: int) -> None:
        root, _, rest = path.partition(".")
        if root == "loop" and rest in LOOP_FIELDS:
            return
        if root in self.variables:
            if rest:
                self.add(self.at("TPL002", f"{path}: a variable has no fields", line, path))
        elif path not in FIELDS and path not in GROUPS:
            self.add(self.at("TPL002", f"{path} is not a field{suggest(path, [*FIELDS, *GROUPS])}", line, path))

    def printed(self, node: nodes.Node, facts: Facts) -> None:
        self.strings.extend(_own_text(node))
        for path in self.unsafe(node, facts):
            message = f"{path} may be absent: put it into requires, into an if, or give it a default"
            self.add(self.at("TPL004", message, node.lineno, path))

    def unsafe(self, node: nodes.Node, facts: Facts) -> Iterator[str]:
        """Optional paths that could be absent when this expression is printed."""
        path = path_of(node)
        if path is not None:
            yield from self.unsafe_path(path, facts)
        elif isinstance(node, nodes.Filter):
            if node.name != "default" and node.node is not None:
                yield from self.unsafe(node.node, facts)
            for argument in node.args:
                yield from self.unsafe(argument, facts)
        elif isinstance(node, nodes.CondExpr):
            yield from self.unsafe(node.expr1, facts | implied(node.test, True))
            if node.expr2 is not None:
                yield from self.unsafe(node.expr2, facts | implied(node.test, False))
        elif isinstance(node, nodes.Or):
            yield from self.unsafe(node.right, facts | implied(node.left, False))
        elif isinstance(node, nodes.And):
            yield from self.unsafe(node.left, facts)
            yield from self.unsafe(node.right, facts | implied(node.left, True))
        elif isinstance(node, (nodes.Not, nodes.Compare, nodes.Test)):
            return
        else:
            for child in node.iter_child_nodes():
                yield from self.unsafe(child, facts)

    def unsafe_path(self, path: str, facts: Facts) -> Iterator[str]:
        root = path.partition(".")[0]
        if path in facts or root in facts:
            return
        if root in self.variables:
            yield from (inner for inner in self.variables[root] if not facts.intersection(prefixes(inner)))
        elif path in FIELDS and not facts.intersection(prefixes(path)):
            yield path

    def at(self, code: str, message: str, line: int, path: str) -> Finding:
        column = column_of(self.story, line, rf"(?<![\w.]){re.escape(path)}(?!\w)")
        return Finding(code, "error", message, self.story.file, line, column)

    def add(self, finding: Finding) -> None:
        self.findings.append(finding)


def _own_text(node: nodes.Node) -> Iterator[tuple[str, int]]:
    """Constants that may become text when this expression is printed; not those it only compares with."""
    if isinstance(node, nodes.Const):
        if isinstance(node.value, str) and node.value.strip():
            yield node.value, node.lineno
    elif isinstance(node, nodes.CondExpr):
        yield from _own_text(node.expr1)
        yield from _own_text(node.expr2) if node.expr2 is not None else ()
    elif isinstance(node, (nodes.Filter, nodes.Concat, nodes.Or, nodes.And, nodes.Add, nodes.List)):
        for child in node.iter_child_nodes():
            yield from _own_text(child)


def _names(target: nodes.Node) -> list[str]:
    """The variables that a `set` or `for` writes to."""
    names = [target] if isinstance(target, nodes.Name) else target.find_all(nodes.Name)
    return [str(name.name) for name in names]


def implied(test: nodes.Node, truth: bool) -> Facts:
    """The paths that must be there when `test` is true (or false)."""
    path = path_of(test)
    if path is not None:
        return frozenset({path}) if truth else frozenset()
    if isinstance(test, nodes.Not):
        return implied(test.node, not truth)
    if isinstance(test, (nodes.And, nodes.Or)):
        left, right = implied(test.left, truth), implied(test.right, truth)
        return left | right if isinstance(test, nodes.And) is truth else left & right
    if isinstance(test, nodes.Compare) and truth and all(one.op != "ne" and one.op != "notin" for one in test.ops):
        return implied(test.expr, True) if not _empty(test.ops[0].expr) else frozenset()
    if isinstance(test, nodes.Filter) and test.node is not None:
        return implied(test.node, True) if truth and test.name != "default" else frozenset()
    if isinstance(test, nodes.Test) and test.name in ("defined", "undefined"):
        return implied(test.node, True) if (test.name == "defined") is truth else frozenset()
    return frozenset()


def _empty(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and not node.value
