"""The settings that keep work safe under Celery, each for a reason that is written beside it in `worker.py`."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

import worker
from overture.settings import Environment

REDIS = worker.make_app(Environment(broker_url="redis://127.0.0.1:1/0", secret_key=SecretStr("k" * 16))).conf


def test_a_message_of_a_killed_process_comes_back() -> None:
    assert REDIS.task_acks_late
    assert REDIS.task_reject_on_worker_lost
    assert REDIS.worker_prefetch_multiplier == 1


def test_no_task_is_delivered_again_while_it_may_still_run() -> None:
    assert REDIS.broker_transport_options["visibility_timeout"] > 2 * REDIS.task_time_limit
    assert REDIS.task_soft_time_limit < REDIS.task_time_limit


def test_nothing_is_unpickled_and_nobody_commands_a_worker_through_the_broker() -> None:
    assert REDIS.accept_content == ["json"]
    assert REDIS.task_serializer == "json"
    assert not REDIS.worker_enable_remote_control
    assert REDIS.beat_scheduler == "worker:Clock", "the usual one keeps a pickled file"


def test_a_broker_may_be_away_for_hours() -> None:
    assert REDIS.broker_connection_max_retries is None
    assert REDIS.broker_connection_retry_on_startup
    assert REDIS.broker_transport_options["socket_timeout"] == 30


@pytest.mark.parametrize("module", ["celery.concurrency.gevent", "celery.concurrency.eventlet"])
def test_green_threads_are_refused(module: str) -> None:
    with pytest.raises(SystemExit, match="prefork"):
        worker.refuse_pool(module)


@pytest.mark.parametrize("module", ["celery.concurrency.prefork", "celery.concurrency.thread"])
def test_the_pools_that_we_use_are_not(module: str) -> None:
    worker.refuse_pool(module)
    assert module not in worker.GREEN
