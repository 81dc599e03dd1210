"""The workflows build, refuse and deploy what they should, as far as that shows without GitHub."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.archives import write_archive
from tests.browser.server import serve
from tests.places import REPOSITORY
from tests.workflows.steps import (
    Ran,
    Step,
    git,
    make_program,
    read_steps,
    read_workflow,
    run_step,
    start_repository,
)

pytestmark = pytest.mark.timeout(300)

WORKFLOWS = ("publish.yml", "check.yml", "import.yml", "test.yml")
CALLABLE = ("publish.yml", "check.yml", "import.yml")
PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40}\Z")
MARCH = "content/meetings/planning/2024-03-12.md"
MINUTES = """---
date: 2024-03-12
---

## 1. Bus shelters

Councillor Example asked when the shelters would be mended.

The Clerk replied that the work would begin in May.
"""
BROKEN = MINUTES.replace("2024-03-12", "2024-13-45")
UNANSWERED = MINUTES.partition("The Clerk")[0]


@dataclass(frozen=True)
class Published:
    """A site that stands in for the one on GitHub Pages."""

    folder: Path
    base_url: str  # as configure-pages gives it: without a slash at its end

    @property
    def values(self) -> dict[str, str]:
        return {"steps.pages.outputs.base_url": self.base_url}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """An archive and nothing else, with the program beside it, as a council's repository has it."""
    archive = write_archive(tmp_path / "checkout", {MARCH: MINUTES})
    make_program(archive / "program")
    start_repository(archive)
    return archive


@contextmanager
def published_site(folder: Path, under: str) -> Iterator[Published]:
    folder.mkdir()
    with serve(folder, under) as site:
        yield Published(folder, site.address.rstrip("/"))


def publish(checkout: Path, site: Published) -> list[Ran]:
    ran: list[Ran] = []
    for step in read_steps("publish.yml"):
        ran.append(run_step(step, checkout, site.values))
        if ran[-1].status:
            break
    return ran


def find_step(workflow: str, name: str) -> Step:
    (step,) = (one for one in read_steps(workflow) if one.name == name)
    return step


@pytest.mark.parametrize("under", ["/", "/repository/"])
def test_publishing_builds_the_site_for_its_address(
    tmp_path: Path, checkout: Path, under: str
) -> None:
    with published_site(tmp_path / "live", under) as site:
        taken, built = publish(checkout, site)
    assert (taken.status, built.status) == (0, 0), taken.output + built.output
    assert "no list of published addresses yet" in taken.output
    page = (checkout / "public/meetings/planning-2024-03-12.html").read_text(encoding="utf-8")
    assert f'href="{site.base_url}/meetings/planning-2024-03-12.html"' in page
    missing = (checkout / "public/404.html").read_text(encoding="utf-8")
    links = re.findall(r'(?:href|src|action)="([^"#][^"]*)"', missing)
    assert f"{under}index.html" in links
    assert [link for link in links if not link.startswith(under)] == []


@pytest.mark.parametrize("under", ["/", "/repository/"])
def test_an_address_that_vanished_is_named_and_does_not_stop_it(
    tmp_path: Path, checkout: Path, under: str
) -> None:
    with published_site(tmp_path / "live", under) as site:
        publish(checkout, site)
        (checkout / "public/permalinks.json").rename(site.folder / "permalinks.json")
        (checkout / MARCH).rename(checkout / MARCH.replace("2024-03-12", "march"))
        write_archive(
            checkout, {MARCH.replace("2024-03-12", "march"): MINUTES.replace("-12", "-19")}
        )
        taken, built = publish(checkout, site)
    assert "was taken from" in taken.output
    assert "title=address-vanished" in built.output
    assert "meetings/planning-2024-03-12.html" in built.output
    assert built.status == 0, built.output


@pytest.mark.parametrize("answer", ["<!doctype html><p>Not found", ""])
def test_an_answer_that_is_no_list_is_left_out_and_said(
    tmp_path: Path, checkout: Path, answer: str
) -> None:
    with published_site(tmp_path / "live", "/") as site:
        (site.folder / "permalinks.json").write_text(answer, encoding="utf-8")
        taken, built = publish(checkout, site)
    assert taken.output.startswith("::warning title=Published addresses::")
    assert (taken.status, built.status) == (0, 0), built.output


def test_a_site_that_cannot_be_reached_does_not_stop_it(tmp_path: Path, checkout: Path) -> None:
    (step, _) = read_steps("publish.yml")
    nowhere = {"steps.pages.outputs.base_url": "https://pages.invalid"}
    ran = run_step(step, checkout, nowhere)
    assert ran.status == 0
    assert "::warning title=Published addresses::" in ran.output
    assert not (checkout.parent / "runner" / "published.json").exists()


def test_a_list_from_an_earlier_run_is_not_taken_for_the_site_s(
    tmp_path: Path, checkout: Path
) -> None:
    with published_site(tmp_path / "live", "/") as site:
        (step, _) = read_steps("publish.yml")
        left = write_archive(checkout.parent, {"runner/published.json": "{}"})
        assert run_step(step, checkout, site.values).status == 0
    assert not (left / "runner" / "published.json").exists()


@pytest.mark.parametrize("name", ["publish.yml", "check.yml"])
def test_an_error_in_content_stops_it_and_is_shown_at_its_line(
    tmp_path: Path, checkout: Path, name: str
) -> None:
    write_archive(checkout, {MARCH: BROKEN})
    values = {"steps.pages.outputs.base_url": "https://council.example/minutes"}
    built = run_step(find_step(name, "Build"), checkout, values)
    assert built.status != 0
    assert f"::error file={MARCH},line=2,col=7," in built.output


@pytest.mark.parametrize("name", ["publish.yml", "check.yml"])
def test_a_warning_is_shown_and_stops_nothing(tmp_path: Path, checkout: Path, name: str) -> None:
    write_archive(checkout, {MARCH: UNANSWERED})
    values = {"steps.pages.outputs.base_url": "https://council.example/minutes"}
    built = run_step(find_step(name, "Build"), checkout, values)
    assert built.status == 0
    assert f"::warning file={MARCH},line=" in built.output
    assert (checkout / "public/index.html").is_file()


def test_the_site_of_a_pull_request_works_from_a_folder(checkout: Path) -> None:
    assert run_step(find_step("check.yml", "Build"), checkout, {}).status == 0
    home = (checkout / "public/index.html").read_text(encoding="utf-8")
    links = re.findall(r'(?:href|src)="([^"#]+)"', home)
    assert links
    assert [link for link in links if link.startswith("/")] == []


def test_what_the_project_s_own_checks_run_is_there() -> None:
    (step,) = read_steps("test.yml")
    assert (REPOSITORY / step.command).is_file()


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_and_every_right_is_asked_for(name: str) -> None:
    workflow = read_workflow(name)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert job["timeout-minutes"]
        used = [step["uses"] for step in job["steps"] if "uses" in step]
        assert [one for one in used if not PINNED.match(one)] == []


def test_only_the_deployment_may_write() -> None:
    jobs = read_workflow("publish.yml")["jobs"]
    assert jobs["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["deploy"]["needs"] == "build"


def test_the_folder_that_is_uploaded_is_the_one_that_is_built() -> None:
    for name in ("publish.yml", "check.yml"):
        steps = read_workflow(name)["jobs"]["build"]["steps"]
        paths = [step["with"]["path"] for step in steps if "upload" in step.get("uses", "")]
        assert paths == ["public"]


def test_the_site_lists_its_addresses_where_publishing_looks_for_them(checkout: Path) -> None:
    run_step(find_step("check.yml", "Build"), checkout, {})
    listed = json.loads((checkout / "public/permalinks.json").read_text(encoding="utf-8"))
    assert "planning-2024-03-12" in listed["meetings"]


def test_a_pull_request_tells_what_was_understood(checkout: Path) -> None:
    write_archive(checkout, {MARCH.replace("-12", "-19"): MINUTES.replace("-12", "-19")})
    git(checkout, "add", "content")
    git(checkout, "commit", "--quiet", "--message", "Add minutes")
    run_step(find_step("check.yml", "Build"), checkout, {})
    told = run_step(find_step("check.yml", "Tell what was understood"), checkout, {})
    assert told.status == 0, told.output
    assert "Tuesday 19 March 2024" in told.summary
    assert "| Answer | The Clerk |" in told.summary
    assert "12 March" not in told.summary


def test_without_a_commit_before_it_nothing_is_told(checkout: Path) -> None:
    told = run_step(find_step("check.yml", "Tell what was understood"), checkout, {})
    assert (told.status, "nothing to compare" in told.summary) == (0, True)


@pytest.mark.parametrize("name", CALLABLE)
def test_a_repository_with_an_archive_alone_can_call_it(name: str) -> None:
    workflow = read_workflow(name)
    assert "workflow_call" in workflow["on"]
    program = {
        "repository": "${{ job.workflow_repository }}",
        "ref": "${{ job.workflow_sha }}",
        "path": "program",
        "persist-credentials": False,
    }
    steps = next(iter(workflow["jobs"].values()))["steps"]
    assert program in [step.get("with") for step in steps]


@pytest.mark.parametrize("name", ["publish.yml", "check.yml"])
def test_what_an_earlier_build_understood_is_taken_up_again(name: str) -> None:
    steps = read_workflow(name)["jobs"]["build"]["steps"]
    (restored,) = (one["with"] for one in steps if "cache/restore" in one.get("uses", ""))
    assert restored["path"].split() == [".minutebook", "public"]
    assert restored["key"].startswith(restored["restore-keys"])


def test_only_what_is_published_is_kept_for_later_builds() -> None:
    def saves(name: str) -> list[str]:
        steps = read_workflow(name)["jobs"]["build"]["steps"]
        return [step["uses"] for step in steps if "cache/save" in step.get("uses", "")]

    assert (len(saves("publish.yml")), saves("check.yml")) == (1, [])
