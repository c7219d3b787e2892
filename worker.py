"""The clock and the doorbell: the Celery app, its beat table, and two thin tasks.

A message only says that a stage should look; what is due stands in the database, so a lost or repeated message costs
nothing but a look. Started as `celery -A worker worker` and `celery -A worker beat` in production, and by
`overture up` inside one process. This is the only module that reads the environment when it is imported, because
Celery wants its settings then.
"""

from __future__ import annotations

import threading
import warnings
from typing import Any

from celery import Celery, signals
from celery.beat import EmbeddedService
from celery.exceptions import SecurityWarning

from overture import jobs
from overture.services import Services, open_services
from overture.settings import Environment, read_environment

MEMORY = "memory://"


def _transport_options(broker: str) -> dict[str, Any]:
    if broker == MEMORY:
        return {"polling_interval": 0.01}  # the default polls once a second
    return {
        # Longer than twice the hard time limit, so that a task is never delivered a second time while it runs.
        "visibility_timeout": 600,
        "unacked_restore_interval": 10,
        "socket_timeout": 30,
        "socket_keepalive": True,
        "health_check_interval": 25,
    }


def make_app(environment: Environment) -> Celery:
    """The Celery app with the settings that keep work safe; each line says why."""
    made = Celery("overture", broker=environment.broker_url)
    made.conf.update(
        task_acks_late=True,  # a killed worker's message is given to another one
        task_reject_on_worker_lost=True,  # and so is that of a killed child
        worker_prefetch_multiplier=1,  # no worker sits on messages it does not work on
        task_time_limit=120,
        task_soft_time_limit=90,
        task_ignore_result=True,
        task_serializer="json",
        accept_content=["json"],  # never pickle
        worker_enable_remote_control=False,  # nobody shuts a worker down through the broker
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,  # the broker may be away for hours; the sweep goes on meanwhile
        broker_transport_options=_transport_options(environment.broker_url),
        worker_max_tasks_per_child=500,
        worker_max_memory_per_child=300_000,  # kB
        worker_soft_shutdown_timeout=20,
        worker_enable_soft_shutdown_on_idle=True,
        worker_hijack_root_logger=False,
        worker_redirect_stdouts=False,  # one process may also print what a person asked for
        beat_schedule={"tick": {"task": "overture.tick", "schedule": environment.tick_seconds or 5.0}},
        task_default_expires=60,  # an old ring of the bell says nothing new
    )
    return made


app = make_app(read_environment())
_services: Services | None = None
_lock = threading.Lock()


def services() -> Services:
    """This process's services, opened on first use: a prefork child must not share its parent's connections."""
    global _services  # noqa: PLW0603 - one per process is what it is for
    with _lock:
        if _services is None:
            _services = open_services(read_environment(), role="worker")
        return _services


def use(given: Services) -> None:
    """Work with services that are open already (one process for everything)."""
    global _services  # noqa: PLW0603 - see above
    _services = given


@app.task(name="overture.tick")
def tick() -> None:
    """Ring the bell of every stage that has something due."""
    for stage in jobs.due_stages(services()):
        run.delay(stage)


@app.task(name="overture.run")
def run(stage: str) -> None:
    """Run one stage until nothing is due, then ring those that its results concern."""
    for other in jobs.run(services(), stage):
        run.delay(other)


@signals.worker_ready.connect
def _start_sweeper(**_: Any) -> None:
    """A thread in each worker does the same work without the broker, slower."""
    jobs.start_sweeper(services())


@signals.worker_process_init.connect
def _forget_the_parent(**_: Any) -> None:
    global _services  # noqa: PLW0603 - the child opens its own
    _services = None


class Embedded:
    """Worker, beat and sweeper as threads of this process, on the in-memory broker."""

    def __init__(self, given: Services) -> None:
        # Celery warns root about pickle, which is off here.
        warnings.filterwarnings("ignore", category=SecurityWarning, module="celery.platforms")
        use(given)
        self._worker = app.Worker(pool="threads", concurrency=4, loglevel="ERROR", quiet=True)
        self._beat = EmbeddedService(app, thread=True)
        self._thread = threading.Thread(target=self._worker.start, name="celery-worker", daemon=True)

    def start(self) -> None:
        self._thread.start()
        self._beat.start()

    def stop(self) -> None:
        self._beat.stop()
        self._worker.stop()
        self._thread.join(timeout=10)
