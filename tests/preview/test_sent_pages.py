"""What the preview adds to a page on its way to the browser."""

from __future__ import annotations

import re

import pytest

from site_gen.preview.sent_pages import prepare_page, widen_policy

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
