"""Helping processes: results in the order of the tasks, whoever made them."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from typing import TypeVar

from site_gen.publish.report import WorkerLostError

Task = TypeVar("Task")
Result = TypeVar("Result")


def in_workers(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    *,
    workers: int,
    chunk: int = 1,
    start: Callable[..., None] | None = None,
    given: tuple[object, ...] = (),
) -> Iterator[Result]:
    """`work` on each of `tasks` in `workers` processes, each begun with `start(*given)`.

    Raises WorkerLostError when one of them is ended from outside.
    """
    pool = ProcessPoolExecutor(
        workers,
        mp_context=get_context("spawn"),
        initializer=None if start is None else partial(start, *given),
    )
    try:
        yield from pool.map(work, tasks, chunksize=chunk)
    except BrokenProcessPool as error:
        raise WorkerLostError from error
    finally:
        # Whoever stops early, by Ctrl+C or an error, does not wait for what nobody wants now.
        pool.shutdown(wait=True, cancel_futures=True)
