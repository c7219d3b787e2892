"""What a validator finds wrong, as people say it: none of its own prefixes and none of its codes. Pure, and light: it
loads no validator.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_SIMPLE = {
    "missing": "is missing",
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "int_from_float": "should be a whole number",
    "int_parsing_size": "should be a smaller number",
    "float_type": "should be a number",
    "float_parsing": "should be a number",
    "finite_number": "should be a number",
    "bool_type": "should be true or false",
    "bool_parsing": "should be true or false",
    "string_type": "should be text",
    "list_type": "should be a list",
    "tuple_type": "should be a list",
    "dict_type": "should be a group of keys (key: value)",
    "model_type": "should be a group of keys (key: value)",
    "model_attributes_type": "should be a group of keys (key: value)",
    "too_short": "needs at least one entry",
    "extra_forbidden": "is not known here",
    "json_invalid": "is not readable as JSON",
}
_BOUNDS = {
    "greater_than_equal": "should be at least {ge}",
    "less_than_equal": "should be at most {le}",
    "greater_than": "should be more than {gt}",
    "less_than": "should be less than {lt}",
    "string_too_short": "needs at least {min_length} characters",
    "string_too_long": "has more than {max_length} characters",
    "literal_error": "should be {expected}",
    "enum": "should be {expected}",
}


def wrong(detail: Mapping[str, Any]) -> str:
    """One error of pydantic, to be read after the name of its field. Sentences of our own validators pass as they are;
    a kind that has no words here keeps the validator's, small at the front."""
    kind, given = str(detail["type"]), detail.get("ctx") or {}
    if kind == "value_error":
        return str(given["error"])
    if kind in _BOUNDS:
        return _BOUNDS[kind].format(**{k: f"{v:g}" if isinstance(v, float) else v for k, v in given.items()})
    message = str(detail["msg"])
    return _SIMPLE.get(kind) or message[:1].lower() + message[1:]
