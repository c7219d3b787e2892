"""What people decide about drafts. Each decision is one transaction, one move and one audit row; what is not
possible is a `Refused` that says why, by whom and since when.

    pending -> approved -> (hold) -> done        approve, undo
            -> rejected, snoozed                 reject, snooze, undo, reopen
            -> pending, as a new version         edit
"""

from campaigns.review import Refused
from overture.db.decide_approve import Approved, OutboxPolicy, approve
from overture.db.decide_aside import Rejected, Snoozed, left_alone, reject, snooze
from overture.db.decide_back import Reopened, Undone, reopen, undo
from overture.db.decide_base import Shown
from overture.db.decide_bind import Tie
from overture.db.decide_edit import Edited, Relint, Relinted, Standing, edit
from overture.db.decide_notes import Assigned, Commented, Opened, assign, comment, mark_opened
from overture.db.decide_unnote import Unassigned, Unedited, undo_note

__all__ = [
    "Approved",
    "Assigned",
    "Commented",
    "Edited",
    "Opened",
    "OutboxPolicy",
    "Refused",
    "Rejected",
    "Relint",
    "Relinted",
    "Reopened",
    "Shown",
    "Snoozed",
    "Standing",
    "Tie",
    "Unassigned",
    "Undone",
    "Unedited",
    "approve",
    "assign",
    "comment",
    "edit",
    "left_alone",
    "mark_opened",
    "reject",
    "reopen",
    "snooze",
    "undo",
    "undo_note",
]
