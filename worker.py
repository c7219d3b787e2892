"""The clock and the doorbell: the Celery app, its beat table, and two thin tasks.

A message only says that a stage should look; what is due stands in the database, so a lost or repeated message costs
nothing but a look. Started as `celery -A worker worker` and `celery -A worker beat` in production, and by
`overture up` inside one process. This is the only module that reads the environment when it is imported, because
Celery wants its settings then.
"""

from __future__ import annotations

import atexit
import gc
import threading
import time
import warnings
from typing import Any

import structlog
from celery import Celery, signals
from celery.beat import EmbeddedService, Scheduler
from celery.exceptions import SecurityWarning
from kombu.exceptions import OperationalError

from overture import jobs
from overture import log as logs
from overture.db.engine import open_engine
from overture.db.heartbeats import beat as beat_heart
from overture.db.heartbeats import end as end_heart
from overture.db.heartbeats import sing
from overture.jobs.loop import survive
from overture.jobs.sweeper import Sweeper
from overture.services import Services, open_services
from overture.settings import Environment, limits, read_environment

MEMORY = "memory://"
RING_SECONDS = 60
GREEN = ("celery.concurrency.gevent", "celery.concurrency.eventlet")
BEAT_LATE = 60.0  # seconds without a tick, and beat's heart stops

log = structlog.get_logger("overture.worker")


def _transport_options(broker: str) -> dict[str, Any]:
    if broker == MEMORY:
        return {"polling_interval": 0.01}  # the default polls once a second
    return {
        # Longer than twice the hard time limit, so that a task is never delivered a second time while it runs.
        "visibility_timeout": 600,
        "unacked_restore_interval": 10,
        "socket_timeout": 30,  # a broker that hangs is given up
        "socket_connect_timeout": 5,
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
        broker_connection_timeout=5,
        task_publish_retry_policy={"max_retries": 1, "interval_start": 0.2},  # a lost ring is found by the sweep
        worker_max_tasks_per_child=500,  # what leaks, leaks for a while only
        worker_max_memory_per_child=600_000,  # kB; the names of 100,000 accounts are part of it
        worker_send_task_events=False,
        worker_cancel_long_running_tasks_on_connection_loss=False,  # the work is in the database, not in the message
        worker_soft_shutdown_timeout=20,  # a batch may end; the grace of the supervisor must be longer
        worker_enable_soft_shutdown_on_idle=False,  # no message here waits for a time of its own
        beat_scheduler="worker:Clock",
        worker_hijack_root_logger=False,
        worker_redirect_stdouts=False,  # one process may also print what a person asked for
        # An old ring of the bell says nothing new, so rings expire instead of piling up while no worker listens.
        beat_schedule={
            "tick": {
                "task": "overture.tick",
                "schedule": limits(environment).tick_seconds,
                "options": {"expires": RING_SECONDS},
            }
        },
    )
    return made


class Clock(Scheduler):  # type: ignore[misc]  # celery has no types
    """The beat: its table is in the code, so it keeps no file. It remembers when it last came round."""

    last_round = 0.0

    def tick(self, *args: Any, **kwargs: Any) -> Any:
        Clock.last_round = time.monotonic()
        return super().tick(*args, **kwargs)


app = make_app(read_environment())
_services: Services | None = None
_sweeper: Sweeper | None = None
_lock = threading.Lock()


def services() -> Services:
    """This process's services, opened on first use: a prefork child must not share its parent's connections."""
    global _services  # noqa: PLW0603 - one per process is what it is for
    with _lock:
        if _services is None:
            opened = open_services(read_environment(), role="worker")
            opened.resolver()
            gc.freeze()  # code, stories and accounts stay: no collection need walk through them again and again
            _services = opened
        return _services


def use(given: Services) -> None:
    """Work with services that are open already (one process for everything)."""
    global _services  # noqa: PLW0603 - see above
    _services = given


def ring(stage: str) -> None:
    """Ask some worker to look at a stage. A ring that cannot be given is no loss: the sweep comes by itself."""
    try:
        run.apply_async((stage,), expires=RING_SECONDS)
    except OperationalError as error:
        log.warning("bell_silent", stage=stage, error=type(error).__name__)


@app.task(name="overture.tick")
def tick() -> None:
    """Ring the bell of every stage that has something due, and say that the bell works."""
    here = services()
    survive("canary", lambda: sing(here.engine))
    for stage in jobs.due_stages(here):
        ring(stage)


@app.task(name="overture.run")
def run(stage: str) -> None:
    """Run one stage until nothing is due, and ring those that its results concern."""
    jobs.run(services(), stage, ring)


@signals.setup_logging.connect
def _log(**_: Any) -> None:
    """Celery sets up no logging of its own."""


@signals.celeryd_after_setup.connect
def _refuse_green_threads(instance: Any, **_: Any) -> None:
    """They restore lost messages once at start only (celery#4976), and no time limit holds in them."""
    refuse_pool(instance.pool_cls.__module__)


def refuse_pool(module: str) -> None:
    if module in GREEN:
        raise SystemExit("gevent and eventlet are not supported: use --pool prefork")


@signals.worker_ready.connect
def _start_with_the_worker(sender: Any, **_: Any) -> None:
    """A pool of threads sweeps from the process that holds it; prefork children do so themselves, since a parent with
    connections and threads of its own must not be forked."""
    if not sender.controller.pool_cls.__module__.endswith(".prefork"):
        _start_sweeper()
    tick.delay()  # do not wait for the first beat


@signals.worker_process_init.connect
def _start_with_the_child(**_: Any) -> None:
    global _services, _lock
    _services, _lock = None, threading.Lock()
    logs.configure("worker")
    _start_sweeper()


@signals.worker_process_shutdown.connect
@signals.worker_shutdown.connect
def _stop_sweeper(**_: Any) -> None:
    if _sweeper is not None:
        _sweeper.stop(timeout=10)
    if _services is not None and _sweeper is not None:
        _services.jail.close()


def _start_sweeper() -> None:
    global _sweeper  # noqa: PLW0603 - one per process
    bounds = limits(read_environment())
    _sweeper = jobs.start_sweeper(services, tick=bounds.tick_seconds, every=bounds.sweep_seconds)


@signals.beat_init.connect
def _beat_for_beat(sender: Any, **_: Any) -> None:
    """In a process of its own, beat's heart beats while its clock comes round."""
    environment = read_environment()
    if environment.broker_url == MEMORY:
        return
    logs.configure("beat")
    engine, every = open_engine(environment.database), limits(environment).tick_seconds

    stopped = threading.Event()

    def live() -> None:
        while not stopped.is_set():
            if time.monotonic() - Clock.last_round < BEAT_LATE:
                survive("heartbeat", lambda: beat_heart(engine, role="beat"))
            stopped.wait(every)

    def rest() -> None:
        stopped.set()
        heart.join(timeout=5)
        survive("heartbeat_end", lambda: end_heart(engine))

    heart = threading.Thread(target=live, name="heart", daemon=True)
    heart.start()
    atexit.register(rest)  # Celery gives beat no other moment to say that it ends


class Embedded:
    """Worker, beat and sweeper as threads of this process, by default on the in-memory broker."""

    def __init__(self, given: Services) -> None:
        # Celery warns root about pickle, which is off here.
        warnings.filterwarnings("ignore", category=SecurityWarning, module="celery.platforms")
        use(given)
        self._worker = app.Worker(pool="threads", concurrency=4, loglevel="ERROR", quiet=True)
        self._beat = EmbeddedService(app, thread=True, scheduler_cls=Clock)
        self._thread = threading.Thread(target=self._worker.start, name="celery-worker", daemon=True)

    def start(self) -> None:
        self._thread.start()
        self._beat.start()

    def stop(self) -> None:
        self._beat.stop()
        self._worker.stop()
        self._thread.join(timeout=10)
