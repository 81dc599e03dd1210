"""No finding repeats, or points into, what must not be public."""

from pathlib import Path

import pytest

from site_gen.diagnostics.github_annotations import render_annotation
from site_gen.diagnostics.json_text import render_json
from site_gen.diagnostics.sarif import render_sarif
from tests.archives import MINUTES, run_program, write_archive
from tests.diagnostics.checked import said_of

# Wrong in every way that has a finding, and every word of it secret.
SECRET = (
    "Zanzibar asked for the XQZ on Friday 14 May 2024, see [click here](zanzibar.pdf) and "
    "![](zanzibar.png), or 07700 900123, or zanzibar@gmail.com, or Mr Zanzibar of PE99 9ZZ.\n\n"
    "#### Zanzibar\n\n| | |\n|---|---|\n| Zanzibar | 1 |\n\n"
    "**Question 1 (Cllr Zanzibar):** When?\n\nOn 31 April 2024 the XQZ was bought by Zanzibar."
)
GLOSSARY = {"content/glossary.yaml": "acronyms: {CIN: child in need}\n"}
WAYS = {
    "a marked passage": f"## 1. Lease\n\nA word.\n\n**Exempt (paragraph 3):** {SECRET}\n\n"
    "**End of exempt**\n\nThe XQZ again.\n",
    "a mark within a paragraph": f"## 1. Lease\n\nA word. **Exempt (paragraph 3):** {SECRET}\n\n"
    "## 2. Trees\n\nThe XQZ.\n",
    "an exempt item": f"## 1. Lease (exempt: paragraph 3)\n\n{SECRET}\n\n## 2. XQZ\n\nThe XQZ.\n",
    "an unclear mark": f"## 1. Lease\n\n**Exempt:** {SECRET}\n",
    "a private part": f"## Part 2 - exempt\n\n{SECRET}\n\n{SECRET}\n",
    "after the public went": "## 1. Exclusion\n\nRESOLVED: That the public be excluded.\n\n"
    "## 2. Zanzibar\n\nZanzibar was discussed, and Zanzibar was bought by the council for "
    "more than anybody may know.\n",
    "a private meeting": f"---\ndate: 2024-03-12\nprivate: true\nvenu: Zanzibar\n---\n\n{SECRET}\n",
    "a private meeting that cannot be read": "---\ndate: 2024-03-12\nprivate: true\n"
    f"title: Zanzibar: Zanzibar\n---\n\n{SECRET}\n",
}


@pytest.mark.parametrize("body", WAYS.values(), ids=WAYS.keys())
def test_withheld_words_are_in_no_form_of_any_finding(body: str, tmp_path: Path) -> None:
    found = said_of(tmp_path, body, GLOSSARY)
    assert found
    told = "".join(map(render_annotation, found)) + render_json(found)
    told += render_sarif(found, version="1.0.0")
    told += run_program("check", "--root", tmp_path).output
    assert "zanzibar" not in told.lower()


PARTICULARS = {
    "email": "Help was offered by jo.zanzibar@hotmail.co.uk last week.",
    "telephone": "Mrs Smith can be rung on 01366 500900.",
    "mobile": "Ring +44 7700 900 123 to help.",
    "home": "Miss J. Zanzibar, 3 Mill Lane, Exampleton PE99 9ZZ wrote to say so.",
}


@pytest.mark.parametrize("words", PARTICULARS.values(), ids=PARTICULARS.keys())
def test_what_looks_private_is_found_and_not_repeated(words: str, tmp_path: Path) -> None:
    write_archive(tmp_path, {MINUTES: f"---\ndate: 2024-03-12\n---\n\n## 1. Trees\n\n{words}\n"})
    run = run_program("check", "--root", tmp_path)
    assert "warning[personal-" in run.output
    for part in ("zanzibar", "500900", "900 123", "PE99", "Mill Lane"):
        assert part not in run.output


PUBLIC = [
    "Write to clerk@example.gov.uk or parishclerk@gmail.com.",
    "Contact the Clerk, Mrs Jones, on 01366 500900.",
    "The council's enquiry line is 01366 500900.",
    "Application 24/00231/FUL by Mr Jones was read.",
    "The reserve stands at 01234 567 and the payment was £07700.90.",
    "The Village Hall, High Street, Exampleton PE99 9ZZ was booked.",
    "Minute 07712/345678 refers.",
]


@pytest.mark.parametrize("words", PUBLIC)
def test_what_a_council_gives_the_public_is_left_alone(words: str, tmp_path: Path) -> None:
    assert said_of(tmp_path, f"## 1. Trees\n\n{words}\n") == ()


def test_a_home_is_no_matter_where_the_site_shows_no_names(tmp_path: Path) -> None:
    site = {"content/site.yaml": "public_names: none\n"}
    words = "Mrs Jo Smith of 3 Mill Lane, PE99 9ZZ, asked for a tree.\n"
    assert said_of(tmp_path, f"## 1. Trees\n\n{words}", site) == ()
