"""Helping processes: their results come in order, and they do not outlive who asked them."""

import socket
import subprocess
import sys
import time

from site_gen.publish.worker_pool import in_workers
from tests.places import REPOSITORY

WORKERS = 2
ASK = "from tests.publish.test_worker_pool import ask_for_company; ask_for_company({port})"
PATIENCE = 60.0  # seconds


def keep_company(port: int) -> None:
    """Hold a connection for as long as this process lives."""
    with socket.create_connection(("127.0.0.1", port)):
        time.sleep(10 * PATIENCE)


def ask_for_company(port: int) -> None:
    list(in_workers(keep_company, [port] * WORKERS, workers=WORKERS))


def test_results_come_in_the_order_of_the_tasks() -> None:
    assert list(in_workers(abs, range(-40, 0), workers=WORKERS, chunk=3)) == [*range(40, 0, -1)]


def test_workers_end_with_the_process_that_asked() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(PATIENCE)
        command = [sys.executable, "-c", ASK.format(port=server.getsockname()[1])]
        with subprocess.Popen(command, cwd=REPOSITORY) as asking:
            company = [server.accept()[0] for _ in range(WORKERS)]
            asking.kill()
        for one in company:
            with one:
                one.settimeout(PATIENCE)
                assert one.recv(1) == b""
