"""A person's own keys, without script: changed, refused where they are taken, switched off, set back."""

from __future__ import annotations

import json
import re
from typing import Any

from support.web import Site, Visitor


def _map(visitor: Visitor) -> dict[str, list[str]]:
    """The keymap that the pages of this person carry."""
    found = re.search(r'id="keymap">(.*?)</script>', visitor.get("/queue").text)
    assert found
    return {row["action"]: row["keys"] for row in json.loads(found.group(1))}


def _press(visitor: Visitor, **typed: str) -> Any:
    visitor.get("/settings/keys")
    return visitor.post("/settings/keys", **{f"key-{action}": key for action, key in typed.items()})


def test_keys_are_changed_for_one_person_alone_and_set_back(site: Site) -> None:
    mara, ada = site.visitor("mara"), site.visitor("ada")
    assert _press(mara, approve="b", comment="").status_code == 303
    assert (_map(mara)["approve"], _map(mara)["comment"], _map(ada)["approve"]) == (["b"], [], ["a"])
    page = mara.get("/drafts/1").text
    assert '<kbd aria-hidden="true">b</kbd></button>' in page
    assert "<span>Approve and next</span><span><kbd>b</kbd>" in page  # the list of keys under Help
    assert "<span>Comment</span>" not in page
    assert "yours, else a" in mara.get("/settings/keys?said=saved").text
    mara.post("/settings/keys", **{"back": "yes", "key-approve": "q"})
    assert _map(mara) == _map(ada)


def test_a_key_that_is_taken_changes_nothing_and_the_page_leads_to_the_field(site: Site) -> None:
    mara = site.visitor("mara")
    refused = _press(mara, approve="r", comment="k", back="u")
    assert refused.status_code == 422
    assert "r would be for “Approve and next” and “Reject, then a digit for the reason”." in refused.text
    assert 'href="#key-approve"' in refused.text
    assert 'name="key-comment" value="k"' in refused.text  # nothing that was typed is lost
    assert _map(mara)["approve"] == ["a"]


def test_each_preset_has_its_own_changes_and_with_all_off_there_is_nothing_to_change(site: Site) -> None:
    mara = site.visitor("mara")
    _press(mara, snooze="b")
    mara.post("/settings", shortcuts="prodigy")
    assert _map(mara)["snooze"] == ["h"]
    mara.post("/settings", shortcuts="off")
    assert "All single keys are off." in mara.get("/settings/keys").text
    mara.post("/settings", shortcuts="default")
    assert _map(mara)["snooze"] == ["b"]
