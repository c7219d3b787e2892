"""Plain functions behind tasks, commands and buttons: the place where the parts meet.

    poll -> read -> launch -> (a person) -> release, and the clock beside them

Each stage claims rows that are due, works on them as a batch, and writes its results, the next stage's rows and the
audit in one transaction. Any stage may run anywhere, any number of times, at the same time.
"""

from overture.jobs.stages import STAGES, due_stages, idle, run, sweep
from overture.jobs.sweeper import start_sweeper

__all__ = ["STAGES", "due_stages", "idle", "run", "start_sweeper", "sweep"]
