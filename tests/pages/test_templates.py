"""Templates: safe by construction, and an archive's own win over ours."""

import re
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, UndefinedError

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


MACROS = """{% macro plain(word, mark="!") %}<b>{{ word }}{{ mark }}</b>{% endmacro %}
{% macro framed(title) %}<i>{{ title }}: {{ caller() }}</i>{% endmacro %}
{% macro many() %}{{ varargs | join("<") }} {{ kwargs | length }}{% endmacro %}"""


@pytest.mark.parametrize(
    "written",
    [
        "{{ plain(word) }}",
        "{{ plain(word, mark='?') }}",
        "{{ plain(plain(word)) }}",
        "{{ plain(word) ~ word }}",
        "{{ plain(word) | upper }}",
        "{% set kept = plain(word) %}{{ kept }}",
        "{{ many(word, 2) }}{{ many(a=1) }}",
        "{% call framed(word) %}{{ word }}{% endcall %}",
        "{% for one in [word, 2] %}{{ plain(one, loop.index) }}{% endfor %}",
        "{% block part %}{{ word | safe }}{{ 3 | safe }}{{ (word | safe) ~ word }}{% endblock %}",
        "{% extends 'frame' %}{% block part %}{{ super() }}{{ plain(word) }}{% endblock %}",
        "{{ range(3) }}{{ dict(a=word) }}{{ word.upper() }}",
    ],
)
def test_what_is_printed_the_short_way_is_what_jinja_prints(written: str) -> None:
    frame = "{% block part %}{{ word }}{% endblock %}"
    imported = "{% from 'macros' import plain, framed, many %}"
    loader = DictLoader({"macros": MACROS, "frame": frame, "page": imported + written})
    ours = make_environment(template_folders()).overlay(loader=loader)
    jinja = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, loader=loader)
    word = "<a> & 'b'"
    assert ours.get_template("page").render(word=word) == jinja.get_template("page").render(
        word=word
    )


@pytest.mark.parametrize("written", ["{{ plain(1, 2, 3) }}", "{{ plain() }}", "{{ none(1) }}"])
def test_a_call_that_cannot_be_is_an_error(written: str) -> None:
    environment = make_environment(template_folders())
    with pytest.raises((TypeError, UndefinedError)):
        environment.from_string(MACROS + written).render()


def test_every_component_file_has_a_macro_of_its_name() -> None:
    for template in TEMPLATES:
        if template.parent.name == "components":
            macros = re.findall(r"{% macro (\w+)", template.read_text(encoding="utf-8"))
            assert template.stem in macros
