"""What the preview adds to a page on its way to the browser."""

from __future__ import annotations

import re

import pytest

from site_gen.preview.sent_pages import page_frame, prepare_page, widen_policy

SCRIPT = '<script src="/__preview__/preview.js" data-stamp="e1" defer></script>'
POLICY = "default-src 'none'; style-src 'self'"


def sent(page: str) -> str:
    return prepare_page(page.encode(), stamp="e1").decode()


def test_the_script_comes_first_in_the_head() -> None:
    assert sent("<!doctype html>\n<head>\n<title>A</title></head><body></body>") == (
        f"<!doctype html>\n<head>{SCRIPT}\n<title>A</title></head><body></body>"
    )


def test_the_rest_of_the_page_stays_as_it_is() -> None:
    page = "<head>\n</head><body>\r\n<p class=a>ä &amp; <meta http-equiv=x></p>\n\n</body>"
    assert sent(page).replace(SCRIPT, "") == page


@pytest.mark.parametrize(
    "meta",
    [
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f'<META content="{POLICY}"\n HTTP-EQUIV=content-security-policy />',
    ],
)
def test_a_policy_lets_the_script_its_style_and_its_news_pass(meta: str) -> None:
    page = sent(f"<head>\n<title>A</title>\n{meta}\n</head>")
    (content,) = re.findall(r'content="([^"]*)"', page)
    allowed = content.replace("&#x27;", "'")
    assert allowed == (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"
    )


def test_every_policy_of_a_page_is_widened() -> None:
    meta = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'
    assert sent(f"<head>{meta}{meta}</head>").count("script-src &#x27;self&#x27;") == 2


def test_words_that_look_like_a_policy_in_the_body_are_no_policy() -> None:
    body = '<body><meta http-equiv="Content-Security-Policy" content="script-src x"></body>'
    assert sent(f"<head></head>{body}").endswith(body)


@pytest.mark.parametrize(
    "page",
    [
        "<p>no head at all</p>",
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><p>no head',
        "<body>only a body</body>",
        "",
        "<!-- <head> --><p>",
    ],
)
def test_a_page_without_a_head_gets_the_script_all_the_same(page: str) -> None:
    assert sent(page).count(SCRIPT) == 1
    assert "<!-- <head><script" not in sent(page)


def test_bytes_that_are_not_utf8_are_kept() -> None:
    assert prepare_page(b"<head></head>\xff", stamp="e1").endswith(b"</head>\xff")


@pytest.mark.parametrize(
    ("policy", "widened"),
    [
        ("", ""),
        ("img-src 'self'", "img-src 'self'"),  # without a default everything else is allowed
        ("script-src 'self'", "script-src 'self'"),
        ("SCRIPT-SRC 'NONE'", "script-src 'self'"),
        ("script-src https://a.example", "script-src https://a.example 'self'"),
        ("script-src-elem 'none'", "script-src-elem 'self'"),
        ("script-src", "script-src 'self'"),
        ("script-src 'none'; script-src 'self'", "script-src 'self'"),
    ],
)
def test_a_policy_allows_what_is_needed_and_nothing_else(policy: str, widened: str) -> None:
    assert widen_policy(policy) == widened


def page_of(content: str, *, title: str = "A", script: str = "<script src=s></script>") -> bytes:
    head = f"<head><title>{title}</title>{script}</head>"
    return f"{head}<body><main id=c>{content}</main>\n</body>".encode()


def test_pages_of_other_content_have_one_frame() -> None:
    one = page_of("<p>One\nand more</p>")
    assert page_frame(one) == page_frame(page_of("Two", title="B")) != ""


@pytest.mark.parametrize(
    "other",
    [
        page_of("One").replace(b"</head>", b"<link></head>"),
        page_of("One").replace(b"id=c", b"id=d"),
        page_of("One").replace(b"</main>", b"</main>More"),
    ],
)
def test_a_page_that_differs_around_its_content_has_another_frame(other: bytes) -> None:
    assert page_frame(page_of("One")) != page_frame(other) != ""


@pytest.mark.parametrize(
    "page",
    [
        b"<p>No content</p>",
        page_of("<script src=mine></script>", script=""),
        page_of("One", script="<script src=s></script><script src=more></script>"),
    ],
)
def test_a_page_that_has_to_be_loaded_has_no_frame(page: bytes) -> None:
    assert page_frame(page) == ""


def test_the_script_is_told_the_frame() -> None:
    assert b' data-frame="f1" defer>' in prepare_page(b"<head></head>", stamp="e1", frame="f1")
