"""Settings of the measured site."""

PATH = "content"
OUTPUT_PATH = "public"
ARTICLE_PATHS = ["meetings"]
THEME = "theme"
SITENAME = "Minutes"
SITEURL = ""
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
USE_FOLDER_AS_CATEGORY = True
DIRECT_TEMPLATES = ["index"]
ARTICLE_URL = ARTICLE_SAVE_AS = "meetings/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "committees/{slug}.html"
YEAR_ARCHIVE_URL = YEAR_ARCHIVE_SAVE_AS = "years/{date:%Y}.html"
AUTHOR_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
# It keeps what it has read, so that a second build reads what has changed alone.
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CHECK_MODIFIED_METHOD = "mtime"
