"""Style sheets and scripts: every file is joined, every class is used, colours have names."""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.pages.rendering import render_all
from tests.pages.sample_archive import SampleArchive

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
CLASS = re.compile(r"\.([a-z][\w-]*)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"(?<=[{};])([^{};@]+)\{")
STATE = re.compile(r":(?:hover|focus[\w-]*|visited|active|target)\b")
PSEUDO_ELEMENT = re.compile(r"::[\w-]+")
LAYERS = re.compile(r"@layer (?:tokens|base|layout|components|utilities)\b")
CUT = "---"  # where a joined script is cut in two
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b(?!\")", re.IGNORECASE)


def listed(folder: str, order: str = "order.txt") -> list[str]:
    lines = (STATIC / folder / order).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and line != CUT and not line.startswith("#")]


def test_every_style_sheet_is_joined_once() -> None:
    css = STATIC / "css"
    files = {path.relative_to(css).as_posix() for path in css.rglob("*.css")}
    assert len(listed("css")) == len(set(listed("css")))
    assert set(listed("css")) == files


def test_every_script_is_joined_once() -> None:
    scripts = STATIC / "js"
    orders = {order.name: listed("js", order.name) for order in scripts.glob("*.txt")}
    assert all(len(names) == len(set(names)) for names in orders.values())
    files = {path.relative_to(scripts).as_posix() for path in scripts.rglob("*.js")}
    assert {name for names in orders.values() for name in names} == files


def test_every_class_of_the_styles_is_used() -> None:
    users = [*(ROOT / "templates").rglob("*.html"), *(STATIC / "js").rglob("*.js")]
    used = "\n".join(path.read_text(encoding="utf-8") for path in users)
    for name in listed("css"):
        text = (STATIC / "css" / name).read_text(encoding="utf-8")
        for found in CLASS.findall(re.sub(r"/\*.*?\*/|[\d.]+\w+", "", text, flags=re.DOTALL)):
            # What follows "--" may be a value that a template prints.
            assert found.partition("--")[0] in used, f"{name}: .{found}"


def test_the_search_page_has_every_style_that_its_own_parts_have() -> None:
    """Else it would look otherwise until the file of all styles is there."""
    left_out = {line[1:] for line in listed("css", "search.txt") if line.startswith("-")}
    page = LexborHTMLParser(render_all(SampleArchive())["search.html"])
    for name in left_out - {"print.css"}:
        text = COMMENT.sub("", (STATIC / "css" / name).read_text(encoding="utf-8"))
        for rule in RULE.findall(text):
            anywhere = STATE.sub(":not(html)", PSEUDO_ELEMENT.sub("", rule))
            assert not page.css_matches(anywhere.strip()), f"{name}: {rule.strip()}"


def test_every_style_sheet_belongs_to_a_layer() -> None:
    for name in listed("css"):
        assert LAYERS.search((STATIC / "css" / name).read_text(encoding="utf-8")), name


def test_colours_are_named_in_the_tokens() -> None:
    for name in listed("css"):
        if name not in {"tokens.css", "print.css"}:
            text = (STATIC / "css" / name).read_text(encoding="utf-8")
            text = re.sub(r"/\*.*?\*/|\[href=[^\]]*\]|#[\w-]+:target", "", text, flags=re.DOTALL)
            assert not COLOUR.findall(text), name
