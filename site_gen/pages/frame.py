"""What every page has around its own words: title, navigation, notices, footer."""

from functools import lru_cache
from urllib.parse import urlsplit

from site_gen.pages.links import Links
from site_gen.site import addresses
from site_gen.site.directory import Directory
from site_gen.text.values import dataclass

SECTIONS = (
    ("Meetings", addresses.MEETINGS),
    ("Committees", addresses.BODIES),
    ("Questions", addresses.QUESTIONS),
    ("Decisions", addresses.DECISIONS),
    ("People", addresses.PEOPLE),
    ("Documents", addresses.DOCUMENTS),
    ("About", addresses.ABOUT),
)
STYLES = "assets/site.css"
SCRIPT = "assets/site.js"
ICON = "assets/images/icon.svg"


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a list of links."""

    label: str
    href: str
    is_current: bool = False
    count: str = ""  # "12 meetings"


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything around a page's own words. Links are ready to print."""

    address: str  # of the page, from the site's root
    site_title: str
    title: str  # of the document: "Planning Committee, 12 March 2024 – Minutes of Exampleton"
    description: str
    language: str
    home: str
    search: str  # where the search form leads
    styles: str
    script: str
    icon: str
    sections: tuple[Link, ...]
    breadcrumbs: tuple[Link, ...]  # from the home page to the page above this one
    here: str  # this page's own name at the end of the breadcrumbs; empty without breadcrumbs
    canonical: str  # empty without a site address
    feed: str  # what to follow this page by; empty without a site address
    feed_title: str
    follow: str  # where feeds are explained; empty without a site address
    is_noindex: bool
    is_demonstration: bool
    about: str
    help: str
    publisher: str
    contact: str  # a link: "mailto:..." or an address; empty when not given


def make_frame(
    directory: Directory,
    links: Links,
    *,
    title: str,
    description: str = "",
    trail: tuple[tuple[str, str], ...] = (),
    here: str = "",
) -> Frame:
    """The frame of the page that `links` belongs to.

    `trail` names the pages between home and this page as (name, address from the root); `here`
    is this page's name after them, where its title would say again what they say.
    """
    settings = directory.settings
    is_home = links.page == addresses.HOME
    home = Link("Home", links.to(addresses.HOME))
    return Frame(
        address=links.page,
        site_title=settings.title,
        title=settings.title if is_home else f"{title} – {settings.title}",
        description=description or settings.description,
        language=settings.language,
        home=home.href,
        search=links.to(addresses.SEARCH),
        styles=links.to(STYLES),
        script=links.to(SCRIPT),
        icon=links.to(ICON),
        sections=_sections(directory, links),
        breadcrumbs=() if is_home else (home, *(Link(name, links.to(to)) for name, to in trail)),
        here="" if is_home else here or title,
        canonical="" if links.root else canonical_address(settings.address, links.page),
        feed=links.to(addresses.FEED) if settings.address else "",
        feed_title=f"New minutes: {settings.title}",
        follow=links.to(f"{addresses.ABOUT}#follow") if settings.address else "",
        is_noindex=settings.is_noindex,
        is_demonstration=settings.is_demonstration,
        about=links.to(addresses.ABOUT),
        help=links.to(addresses.HELP),
        publisher=settings.publisher,
        contact=_contact_link(settings.contact),
    )


def canonical_address(site_address: str, page: str) -> str:
    """The page's whole address; empty when the site does not know its own."""
    return addresses.whole_url(page, site_address=site_address) if site_address else ""


def site_root_path(site_address: str) -> str:
    """The path that the site lies under: "/" or "/repository/"."""
    return urlsplit(site_address).path.rstrip("/") + "/"


def _sections(directory: Directory, links: Links) -> tuple[Link, ...]:
    has_people = bool(directory.people or directory.offices)
    folder, slash, _ = links.page.rpartition("/")
    of_folder = Links(folder + slash, links.root) if slash else links
    return _links_to_sections(of_folder, has_people, bool(directory.documents))


@lru_cache(maxsize=64)
def _links_to_sections(links: Links, has_people: bool, has_documents: bool) -> tuple[Link, ...]:
    """The same for all pages of a folder."""
    absent = set()
    if not has_people:
        absent.add(addresses.PEOPLE)
    if not has_documents:
        absent.add(addresses.DOCUMENTS)
    return tuple(
        Link(label, links.to(target), is_current=_is_inside(links.page, target))
        for label, target in SECTIONS
        if target not in absent
    )


def _is_inside(page: str, section: str) -> bool:
    folder, slash, _ = section.rpartition("/")
    return page == section or (bool(slash) and page.startswith(f"{folder}/"))


def _contact_link(contact: str) -> str:
    if not contact or contact.startswith(("https://", "http://", "mailto:")):
        return contact
    return f"mailto:{contact}" if "@" in contact else ""
