"""Templates: safe by construction, and an archive's own win over ours."""

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from site_gen.pages.not_found import make_not_found_view
from site_gen.pages.renderer import Renderer, make_environment
from site_gen.site.theme_folders import template_folders
from tests.pages.sample_meetings import DIRECTORY

TEMPLATES = sorted((Path(__file__).parents[2] / "templates").rglob("*.html"))
MARKED_SAFE = re.compile(r"([\w.]+)\s*\|\s*safe")


def test_only_the_html_of_the_one_markdown_set_up_is_printed_as_it_is() -> None:
    marked = {
        name
        for template in TEMPLATES
        for name in MARKED_SAFE.findall(template.read_text(encoding="utf-8"))
    }
    assert marked
    assert all(
        name.endswith((".prose.html", ".lead.html")) or name == "prose.html" for name in marked
    )


def test_templates_never_switch_escaping_off() -> None:
    for template in TEMPLATES:
        text = template.read_text(encoding="utf-8")
        assert "autoescape" not in text, template
        assert "|safe" not in text.replace("| safe", "").replace(" ", ""), template


def test_an_archive_s_own_template_wins_over_ours(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "components" / "breadcrumbs.html"
    own.parent.mkdir(parents=True)
    own.write_text("{% macro breadcrumbs(trail, here) %}Our own way home{% endmacro %}")
    html = Renderer(template_folders(tmp_path)).render(make_not_found_view(DIRECTORY))
    assert "Our own way home" in html
    assert "Page not found" in html


def test_what_a_view_does_not_have_is_an_error_and_not_an_empty_place() -> None:
    environment = make_environment(template_folders())
    with pytest.raises(UndefinedError):
        environment.from_string("{{ view.no_such_thing }}").render(view=object())


def test_every_component_file_has_a_macro_of_its_name() -> None:
    for template in TEMPLATES:
        if template.parent.name == "components":
            macros = re.findall(r"{% macro (\w+)", template.read_text(encoding="utf-8"))
            assert template.stem in macros
