"""Saved web pages: the words of the minutes, and nothing that runs, tracks or stands around."""

from __future__ import annotations

import base64

import pytest

from site_gen.importers.findings import RefusalReason
from site_gen.importers.html.links import without_tracking
from site_gen.importers.html.page import open_page
from site_gen.importers.html.reading import read_html
from site_gen.importers.import_document import import_document
from site_gen.importers.markdown import write_markdown
from site_gen.importers.options import ImportOptions
from site_gen.importers.outline import find_outline
from site_gen.importers.pictures import PictureBook
from site_gen.importers.source_text import SourceText
from tests.importers.word_files import PNG

LONG = "The committee considered what had been said and came back to it later on. " * 5


def read(html: str, *, address: str = "") -> SourceText:
    return read_html(html.encode(), PictureBook(), address=address)


def markdown(html: str, *, address: str = "") -> str:
    pieces, _ = find_outline(read(html, address=address).pieces)
    return write_markdown(pieces, lambda name: f"folder/{name}")


def test_headings_lists_tables_quotations_and_emphasis_are_written() -> None:
    page = """<main><h1>Example Committee</h1><h2>1. Apologies</h2><p>There were <b>none</b>.</p>
    <h2>2. Finance</h2><ol type="a"><li>the rent<ul><li>of the hall</ul><li value="4">the rates</ol>
    <blockquote>That it be paid.</blockquote>
    <table><tr><th>Payee<th>£<tr><td>Hall<td>12</table></main>"""
    assert markdown(page) == (
        "# Example Committee\n\n## 1. Apologies\n\nThere were **none**.\n\n## 2. Finance\n\n"
        "a.\u00a0the rent\n\n- of the hall\n\nd.\u00a0the rates\n\n> That it be paid.\n\n"
        "| Payee | £ |\n| --- | --- |\n| Hall | 12 |\n"
    )


def test_nothing_that_runs_or_follows_readers_is_taken_over() -> None:
    page = f"""<body><script>alert(1)</script><style>p {{}}</style><noscript>no</noscript>
    <p onclick="alert(2)">{LONG}<a href="javascript:alert(3)">click</a>
    <a href="https://example.org/a?id=5&utm_source=x&fbclid=y">paper</a>
    <img src="https://tracker.example/1.gif" width=1 height=1>
    <iframe src="https://example.org">frame</iframe><svg><text>drawn</text></svg>
    <form><input value="typed"><button>Send</button></form></p>
    <p hidden>hidden</p><p style="display:none">gone</p><p style="mso-hide:all">away</p></body>"""
    written = markdown(page)
    assert "[paper](https://example.org/a?id=5)" in written
    for word in ("alert", "script", "tracker", "frame", "drawn", "Send", "hidden", "gone", "away"):
        assert word not in written
    assert "click" in written  # words stay, their address does not


def test_navigation_around_the_text_is_left_out_and_said() -> None:
    source = read(
        f"<body><nav>Home</nav><header class='site-header'>Menu</header><p>{LONG}</p>"
        "<aside>News</aside><div class='cookie-banner'>We use cookies</div>"
        "<footer>Copyright</footer></body>"
    )
    assert "Home" not in str(source.pieces)
    assert "cookies" not in str(source.pieces)
    assert any(finding.about == "furniture" for finding in source.findings)


def test_the_longest_main_part_of_a_page_is_read() -> None:
    page = f"<body><p>Outside</p><article><p>{LONG}</p></article><article>x</article></body>"
    assert markdown(page) == LONG.strip() + "\n"


def test_bullets_that_word_typed_into_a_page_become_a_list() -> None:
    page = (
        f"<p>{LONG}</p><p class=MsoListParagraph>·<span>&nbsp;&nbsp;&nbsp;</span>first</p>"
        "<p class=MsoListParagraph>o<span>&nbsp;&nbsp;</span>within</p><p>o no</p>"
    )
    assert markdown(page).endswith("- first\n  - within\n\no no\n")


def test_typed_numbers_lose_their_no_break_spaces() -> None:
    page = f"<p>{LONG}</p><p><span>2.<span>&nbsp;&nbsp;&nbsp;</span></span> a grant be made</p>"
    assert markdown(page).endswith("\n\n2. a grant be made\n")


def test_preformatted_minutes_keep_their_paragraphs() -> None:
    assert markdown(f"<pre>{LONG}\nnext line\n\nSecond</pre>").endswith("  \nnext line\n\nSecond\n")


def test_cells_that_span_rows_and_columns_keep_their_place() -> None:
    page = (
        f"<p>{LONG}</p><table><tr><td rowspan=2>A<td colspan=2>B<tr><td>C<td>D"
        "<tr><td>E<td>F<td>G</table>"
    )
    assert markdown(page).endswith(
        "| A | B |  |\n| --- | --- | --- |\n|  | C | D |\n| E | F | G |\n"
    )


def test_a_table_that_only_places_the_page_becomes_prose() -> None:
    page = f"<table><tr><td><h2>1. Apologies</h2><p>{LONG}</p><td><p>side</p></table>"
    assert markdown(page) == f"## 1. Apologies\n\n{LONG.strip()}\n\nside\n"


def test_a_tag_left_open_is_closed_as_browsers_close_it() -> None:
    assert markdown(f"<p>{LONG}<b>one<p>two</b> three") == (f"{LONG}**one**\n\n**two** three\n")


def test_elements_nested_without_end_give_their_words() -> None:
    page = "<div>" * 3000 + f"<p>{LONG}</p>" + "</div>" * 3000
    assert "".join(markdown(page).split()) == "".join(LONG.split())


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("<!-- saved from url=(0023)https://example.org/m/1 --><p>x", "https://example.org/m/1"),
        ("<!--\n Page saved with SingleFile \n url: https://example.org/2 \n--><p>x",
         "https://example.org/2"),
        ('<link rel="canonical" href="https://example.org/3"><p>x', "https://example.org/3"),
        ('<base href="https://example.org/4/"><p>x', "https://example.org/4/"),
        ('<base href="javascript:x"><p>x', ""),
        ("<p>x", ""),
    ],
)  # fmt: skip
def test_a_saved_page_may_say_where_it_lay(page: str, address: str) -> None:
    assert open_page(page.encode()).address == address


def test_links_within_the_site_are_made_whole_or_dropped_and_said() -> None:
    page = f'<p>{LONG}<a href="documents/report 1.pdf">Report</a></p>'
    assert "[Report](https://example.org/m/documents/report%201.pdf)" in markdown(
        page, address="https://example.org/m/page.aspx"
    )
    source = read(page)
    assert any(finding.about == "links" for finding in source.findings)
    assert "Report" in str(source.pieces)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://example.org/?utm_campaign=a&b=1", "https://example.org/?b=1"),
        ("https://example.org/?q=a%20b", "https://example.org/?q=a%20b"),
        ("https://example.org/a b<c>", "https://example.org/a%20b%3Cc%3E"),
        ("mailto:clerk@example.org", "mailto:clerk@example.org"),
        ("https://[bad", ""),
    ],
)
def test_only_what_follows_readers_is_taken_off_an_address(written: str, kept: str) -> None:
    assert without_tracking(written) == kept


def test_pictures_inside_the_page_are_kept_and_those_elsewhere_said() -> None:
    inside = base64.b64encode(PNG).decode()
    pictures = PictureBook()
    page = (
        f'<p>{LONG}<img alt="A plan" src="data:image/png;base64,{inside}">'
        '<img src="page_files/plan.png"><img src="../up.png">'
        '<img src="https://example.org/x.png"></p>'
    )
    asked = []

    def beside(name: str) -> bytes | None:
        asked.append(name)
        return PNG + b"other" if name == "page_files/plan.png" else None

    source = read_html(page.encode(), pictures, read_beside=beside)
    assert [picture.name for picture in pictures.pictures.values()] == [
        "picture-1.png",
        "picture-2.png",
    ]
    assert asked == ["page_files/plan.png", "../up.png"]
    assert any("web server" in finding.message for finding in source.findings)


@pytest.mark.parametrize("declared", ["windows-1252", "utf-8", "no-such-encoding"])
def test_the_encoding_is_the_declared_one_or_the_one_that_fits(declared: str) -> None:
    encoding = "utf-8" if declared == "utf-8" else "cp1252"
    page = f'<meta charset="{declared}"><p>{LONG} £5 – Séamus</p>'.encode(encoding)
    assert "£5 – Séamus" in str(read_html(page, PictureBook()).pieces)


def test_a_page_of_links_is_a_listing() -> None:
    page = "<main>" + "".join(f'<p><a href="/m/{n}">Meeting {n}</a></p>' for n in range(40))
    result = import_document("list.html", page.encode())
    assert result.refusal is not None
    assert result.refusal.reason is RefusalReason.LISTING


COUNCIL = """<html><head><title>Agenda</title></head><body><div id="modgov">
<h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<h2 class="mgSubTitleTxt"><a href="mgCommitteeDetails.aspx?ID=7">Example Parks Committee -
 Tuesday 4 March 2025 7:30 pm{state}</a></h2>
<p>You can view the reports by selecting the headings.</p>
<div class="mgLinks"><ul class="mgActionList"><li><a href="x.aspx">Attendance details</a></li>
<li><a href="documents/g1/Agenda.pdf">Agenda frontsheet <span class="mgFileSize">PDF 99 KB</span>
</a></li></ul></div>
<div class="mgContent"><p><span class="mgLabel">Venue: </span>The Old Hall, Exampleton.
<a href="mgLocationDetails.aspx?RID=1">View directions</a></p>{items}</div>
<div class="mgFooter">foot</div></div></body></html>"""
ITEMS = """<table class="mgItemTable" id="mgItemTable">
<caption class="mgSectionTitle">Items</caption>
<tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI1"></a>12.</p></td><td>
<p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="documents/s1/Paths.pdf">Paths in the park
<span class="mgFileSize"><img src="p.gif"/> PDF 284 KB</span></a></p>
<ul class="mgActionList"><li><a href="h.aspx">View the background to item 12.</a></li></ul>
<div class="mgWordPara"><p class="MsoNormal">To consider the paths.</p></div>
<p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p class="MsoNormal"><b>RESOLVED</b> that the paths be mended, ...
<a href="mgAi.aspx?ID=1">view the full minutes text for item 12.</a></p></div></td></tr></table>"""


def council_page(*, state: str = "", items: str = ITEMS) -> bytes:
    return COUNCIL.replace("{state}", state).replace("{items}", items).encode()


def test_a_meeting_page_of_a_council_gives_items_minutes_and_documents() -> None:
    options = ImportOptions(address="https://example.org/ieListDocuments.aspx?MId=1")
    result = import_document("page.html", council_page(), options=options)
    assert result.meeting is not None
    assert result.meeting.markdown == (
        '---\ntitle: Example Parks Committee\ndate: 2025-03-04\ntime: "7:30 pm"\n'
        "venue: The Old Hall, Exampleton\n"
        'source: "https://example.org/ieListDocuments.aspx?MId=1"\n---\n\n'
        "# Example Parks Committee - Tuesday 4 March 2025 7:30 pm\n\n"
        "- [Agenda frontsheet](https://example.org/documents/g1/Agenda.pdf) PDF 99 KB\n\n"
        "Venue: The Old Hall, Exampleton.\n\n"
        "## 12. [Paths in the park](https://example.org/documents/s1/Paths.pdf)\n\n"
        "PDF 284 KB\n\nTo consider the paths.\n\nMinutes:\n\n"
        "**RESOLVED** that the paths be mended, ... "
        "[view the full minutes text for item 12.](https://example.org/mgAi.aspx?ID=1)\n"
    )
    assert result.meeting.body == "example-parks-committee"


def test_text_that_a_council_page_cuts_off_is_said() -> None:
    result = import_document("page.html", council_page())
    told = [finding.message for finding in result.findings if finding.about == "text cut off"]
    assert len(told) == 1
    assert "item 12" in told[0]


@pytest.mark.parametrize(
    ("state", "status"), [(", CANCELLED", "cancelled"), (", POSTPONED", "postponed")]
)
def test_a_cancelled_meeting_becomes_a_meeting_that_says_so(state: str, status: str) -> None:
    result = import_document("page.html", council_page(state=state, items=""))
    assert result.meeting is not None
    assert f"\nstatus: {status}\n" in result.meeting.markdown
    assert result.meeting.date.iso == "2025-03-04"


def test_an_agenda_without_minutes_is_a_meeting_still_to_come() -> None:
    agenda = ITEMS.replace("Minutes:", "Wards:")
    result = import_document("page.html", council_page(items=agenda))
    assert result.meeting is not None
    assert "\nstatus: scheduled\n" in result.meeting.markdown


@pytest.mark.parametrize("kind", ["Browse meetings", "Committee details", "Your Councillors"])
def test_pages_that_list_are_named(kind: str) -> None:
    page = (
        f'<div id="modgov"><h1 class="mgMainTitleTxt">{kind}</h1>'
        '<h2 class="mgSubTitleTxt">Example Committee</h2>'
        '<div class="mgContent"><ul><li><a href="x">4 Mar 2025</a></li></ul></div></div>'
    )
    result = import_document("page.html", page.encode())
    assert result.refusal is not None
    assert result.refusal.reason is RefusalReason.LISTING
    assert f'"{kind}"' in result.refusal.message


def test_the_page_of_one_item_says_which_meeting_it_was() -> None:
    page = f"""<div id="modgov"><h1 class="mgMainTitleTxt">Agenda item</h1>
    <h2 class="mgSubTitleTxt">Paths in the park</h2>
    <div class="mgLinks"><ul><li><a href="x">Meeting of Example Parks Committee, Tuesday 4 March
    2025 7.30 pm (Item 12.)</a></li></ul></div>
    <div class="mgContent"><div class="mgWordPara"><p>{LONG}</p></div>
    <p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>RESOLVED that they be
    mended.</p></div></div></div>"""
    result = import_document("page.html", page.encode())
    assert result.meeting is not None
    assert result.meeting.date.iso == "2025-03-04"
    assert result.meeting.body == "example-parks-committee"
    assert "Paths in the park" in result.meeting.markdown


def test_the_page_of_one_decision_says_where_it_was_made() -> None:
    page = f"""<div id="modgov"><h1 class="mgMainTitleTxt">Decision details</h1>
    <h2 class="mgSubTitleTxt">Paths in the park</h2><div class="mgContent">
    <p><span class="mgLabel">Made at meeting: </span>
    <a href="x">04/03/2025 - Example Cabinet</a></p><h2 class="mgSectionTitle">Decision:</h2>
    <div class="mgWordPara"><p>{LONG} Agreed that the paths be mended;
    the minutes were signed by the chairman.</p></div></div></div>"""
    result = import_document("page.html", page.encode())
    assert result.meeting is not None
    assert result.meeting.date.iso == "2025-03-04"
    assert result.meeting.body == "example-cabinet"


def test_the_history_of_an_issue_holds_no_minutes() -> None:
    page = """<div id="modgov"><h1 class="mgMainTitleTxt">Issue details</h1>
    <h2 class="mgSubTitleTxt">Apologies for Absence</h2><div class="mgContent">
    <p><span class="mgLabel">Decision type: </span>Non-key</p><h2 class="mgSectionTitle">Agenda
    items</h2><ul><li><a href="x">04/03/2025 - Example Cabinet</a></li></ul></div></div>"""
    result = import_document("page.html", page.encode())
    assert result.refusal is not None
    assert result.refusal.reason is RefusalReason.LISTING


@pytest.mark.parametrize("tag", ["div", "blockquote", "b", "ul", "span class=x"])
def test_elements_nested_beyond_all_measure_are_refused(tag: str) -> None:
    page = f"<html><body><h1>Minutes</h1>{f'<{tag}>' * 100_000}x</body></html>"
    result = import_document("2024-01-02.html", page.encode())
    assert result.refusal is not None
    assert "nested deeper" in result.refusal.message


def test_thousands_of_elements_side_by_side_are_no_nesting() -> None:
    page = "<html><body><h1>Minutes</h1>" + "<div><b>x</b></div><p>y" * 6_000 + "</body></html>"
    options = ImportOptions(body="parish", is_minutes=True)
    assert import_document("2024-01-02.html", page.encode(), options=options).meeting is not None
