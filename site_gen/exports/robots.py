"""robots.txt (RFC 9309): what we ask of those who gather pages by machine."""

from urllib.parse import urlsplit

from site_gen.site import addresses
from site_gen.site.output import OutputFile
from site_gen.site.settings import Settings

# Of these a page cannot ask anything itself; the pages do it with their own "noindex".
DATA_FOLDERS = ("/data/", "/files/", "/search/", "/feeds/")


def robots_file(settings: Settings) -> OutputFile:
    """robots.txt: everything may be read, and where the site map is.

    Where search engines are asked to stay away, the pages say so themselves. They must stay
    readable for that to be seen, so only data are refused here.
    """
    lines = ["User-agent: *"]
    if settings.is_noindex:
        root = urlsplit(settings.address).path.rstrip("/")
        lines += [f"Disallow: {root}{folder}" for folder in DATA_FOLDERS]
        lines.append(f"Disallow: {root}/{addresses.PERMALINKS}")
    else:
        lines.append("Disallow:")
        if settings.address:
            site_map = addresses.whole_url(addresses.SITEMAP, site_address=settings.address)
            lines += ["", f"Sitemap: {site_map}"]
    return OutputFile(addresses.ROBOTS, "".join(f"{line}\n" for line in lines).encode())
