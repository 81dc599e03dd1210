"""Imports go down only, nothing goes in circles, and names say something."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.layering import find_cycle, find_forbidden_names, find_layer_faults, read_imports
from tests.places import REPOSITORY

SITE_GEN = REPOSITORY / "site_gen"


def test_imports_go_down_only() -> None:
    assert find_layer_faults(SITE_GEN) == []


def test_no_modules_import_each_other_while_they_load() -> None:
    assert find_cycle(SITE_GEN) == []


@pytest.mark.parametrize("folder", ["site_gen", "tests", "benchmarks"])
def test_names_say_something(folder: str) -> None:
    assert find_forbidden_names(REPOSITORY / folder) == []


def test_the_reader_sees_the_imports_of_the_house() -> None:
    edges = {
        (one.importer.split(".")[0], one.imported.split(".")[0]) for one in read_imports(SITE_GEN)
    }
    assert ("model", "text") in edges


@pytest.mark.parametrize(
    ("importer", "line"),
    [
        ("text/dates.py", "from site_gen.model import Meeting"),
        ("model/votes.py", "import site_gen.minutes.votes"),
        ("minutes/votes.py", "from ..archive import store"),
        ("pages/home.py", "from site_gen.search.shards import Shard"),
        ("search/shards.py", "from site_gen import exports"),
        ("publish/build.py", "from site_gen.importers import word"),
        ("archive/check.py", "from site_gen.importers import word"),
        ("importers/word.py", "from site_gen.archive import store"),
        ("preview/serve.py", "def run():\n    from site_gen.cli import main"),
    ],
)
def test_an_import_that_goes_up_or_sideways_is_found(
    tmp_path: Path, importer: str, line: str
) -> None:
    package = write_package(tmp_path, {importer: line})
    assert len(find_layer_faults(package)) == 1


@pytest.mark.parametrize(
    ("importer", "line"),
    [
        ("minutes/votes.py", "from site_gen.model import Vote\nfrom .names import Name"),
        ("cli/importing.py", "from site_gen.importers import word"),
        ("importers/word.py", "from site_gen.minutes import names"),
        ("publish/build.py", "from site_gen.pages import home\nimport json"),
        ("pages/home.py", "import site_generator.search"),
    ],
)
def test_an_import_that_goes_down_is_allowed(tmp_path: Path, importer: str, line: str) -> None:
    package = write_package(tmp_path, {importer: line})
    assert find_layer_faults(package) == []


def test_a_package_outside_the_plan_is_found(tmp_path: Path) -> None:
    package = write_package(tmp_path, {"plugins/loader.py": ""})
    assert find_layer_faults(package) == ["plugins: has no place in the plan"]


def test_a_circle_is_found(tmp_path: Path) -> None:
    package = write_package(
        tmp_path,
        {
            "model/meetings.py": "from site_gen.model.records import Question",
            "model/records.py": "from site_gen.model import meetings",
        },
    )
    assert set(find_cycle(package)) == {"model.meetings", "model.records"}


def test_a_circle_that_never_happens_while_loading_is_no_circle(tmp_path: Path) -> None:
    package = write_package(
        tmp_path,
        {
            "model/meetings.py": "from site_gen.model.records import Question",
            "model/records.py": (
                "if TYPE_CHECKING:\n    from site_gen.model.meetings import Meeting\n"
                "def meet():\n    from site_gen.model import meetings"
            ),
        },
    )
    assert find_cycle(package) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("text/utils.py", ""),
        ("text/date_helpers.py", ""),
        ("core/__init__.py", ""),
        ("publish/build.py", "class BuildManager: ..."),
        ("pages/home.py", "def view():\n    class PageContext: ..."),
    ],
)
def test_a_name_that_says_nothing_is_found(tmp_path: Path, file: str, text: str) -> None:
    package = write_package(tmp_path, {file: text})
    assert len(find_forbidden_names(package)) == 1


def write_package(folder: Path, modules: dict[str, str]) -> Path:
    package = folder / "site_gen"
    for name, text in modules.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return package
