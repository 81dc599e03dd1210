"""Requests that were meant for another host are told apart."""

from __future__ import annotations

import pytest

from site_gen.preview.hosts import is_known_host, is_loopback


@pytest.mark.parametrize(
    "header",
    [
        "127.0.0.1:8000",
        "127.0.0.1",
        "localhost:8000",
        "LOCALHOST",
        "[::1]:8000",
        "minutes.localhost",
    ],
)
def test_this_machine_s_own_names_are_known(header: str) -> None:
    assert is_known_host(header, served_at="127.0.0.1")


@pytest.mark.parametrize(
    "header",
    [
        "",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example@localhost",
        "localhost@evil.example",
        "192.168.1.5:8000",
        "0.0.0.0:8000",
        "[::1",
        "127.1.evil",
    ],
)
def test_any_other_name_is_foreign(header: str) -> None:
    assert not is_known_host(header, served_at="127.0.0.1")


@pytest.mark.parametrize("header", ["192.168.1.5:8000", "127.0.0.1:8000", "desk.example:8000"])
def test_served_to_others_the_name_and_every_number_are_known(header: str) -> None:
    assert is_known_host(header, served_at="desk.example")


def test_served_to_others_a_foreign_name_is_still_foreign() -> None:
    assert not is_known_host("evil.example", served_at="0.0.0.0")


@pytest.mark.parametrize(
    ("host", "is_own"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("desk", False)],
)
def test_loopback_is_told_from_other_hosts(host: str, is_own: bool) -> None:
    assert is_loopback(host) is is_own
