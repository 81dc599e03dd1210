"""`minutebook schema`: what an editor is told."""

import json
from pathlib import Path

import pytest

from site_gen.content.json_schema import FILE_SCHEMAS
from tests.archives import run_program


@pytest.mark.parametrize("name", [file.name for file in FILE_SCHEMAS])
def test_a_schema_is_printed_as_json_and_nothing_else(name: str, tmp_path: Path) -> None:
    run = run_program("schema", name, "--root", tmp_path)
    assert run.status == 0
    assert json.loads(run.output)["additionalProperties"] is False


def test_everything_an_editor_needs_is_written(tmp_path: Path) -> None:
    run = run_program("schema", "--write", "--root", tmp_path)
    assert run.status == 0
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text("utf-8"))
    for schema, pattern in settings["yaml.schemas"].items():
        assert (tmp_path / schema).is_file()
        assert pattern.startswith("content/")
    forms = json.loads((tmp_path / "frontmatter.json").read_text("utf-8"))
    kinds = {kind["name"]: kind for kind in forms["frontMatter.taxonomy.contentTypes"]}
    status = next(one for one in kinds["meeting"]["fields"] if one["name"] == "status")
    assert "approved" in status["choices"]


def test_settings_that_somebody_has_are_kept_and_ours_are_shown(tmp_path: Path) -> None:
    (tmp_path / "frontmatter.json").write_text("{}")
    run_program("schema", "--write", "--root", tmp_path)
    run = run_program("schema", "--write", "--root", tmp_path)
    assert run.status == 0
    assert (tmp_path / "frontmatter.json").read_text() == "{}"
    assert "kept frontmatter.json as it is" in run.output
    assert "kept .vscode/settings.json as it is" in run.output


def test_a_schema_of_nothing_is_wrong_usage(tmp_path: Path) -> None:
    assert run_program("schema", "--root", tmp_path).status == 2
    assert run_program("schema", "--write", "--root", tmp_path / "none").status == 2
