"""Ten thousand queries that nobody would think of: none throws, and none takes for ever."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from tests.search.indexes import FROM_DISK, build
from tests.search.javascript import run_javascript
from tests.search.made_pieces import NAMES, WORDS, made_pieces

NUMBER = 10_000
# What breaks parsers, regular expressions, addresses, table names and letters' cases.
NAUGHTY = [
    "", " ", "-", "--", '"', '""', '"""', "“”", "*", "**", "a*", "-*", ":", "::", "type:", ":x",
    "type:decision", "type:x", "committee:", 'committee:""', "person:reid", "from:2024-13-99",
    "to:0000", "year:2004", "year:20", "response:none", "re: budget", "foo^", "foo~", "foo^~:+",
    "+", "+pay", "\\", "\\\\", "/", "//", "(", ")", "[", "]", "{", "}", "$&", "$1", "^$", ".*",
    "(?:", "[a-", "\\u0000", "\0", "\n", "\r\n", "\t", "\u00a0", "\u2028", "\u202e", "\ufeff",
    "constructor", "__proto__", "toString", "hasOwnProperty", "null", "undefined", "NaN", "-0",
    "Infinity", "<script>", "</script>", "<!--", "&amp;", "%00", "%", "?q=", "#", "'", "`", "''",
    "İ", "ı", "ß", "ẞ", "ﬁ", "Ω", "ς", "é", "e\u0301", "\u0301", "ᚠ", "漢字", "العربية", "עברית",
    "👩\u200d👩\u200d👧", "\ud83d", "𝐩𝐚𝐲", "𐍈", "£2.6m", "£2.6 million", "22/01234/FUL", "2024/25",
    "1,000,000", "a-b-c-d-e-f", "well-being", "children's", "o'clock", "u.k.", "1st", "99999999999",
    "a" * 600, "a " * 400, "-a " * 200, '"a b" ' * 80, "a*" * 200, "\u0301" * 300, "x:" * 250,
    "a-" * 250, "a/" * 250, "1," * 250, "'s" * 250, "£" * 500, "=1+1", "@", "type:type:type:",
]  # fmt: skip

RUN = """
const failed = [];
for (const q of given.queries) {
  try {
    minutebook.query.parse(q, given.glossary);
  } catch (error) {
    failed.push([q, String(error)]);
  }
}
const orders = ["relevance", "newest", "oldest"];
for (const [number, q] of given.queries.entries()) {
  const asked = { q, order: orders[number % 3], shown: number % 2 ? 10 : 4 };
  try {
    const { threads, total, withAllWords } = await engine.search(asked);
    if (threads.length > total || withAllWords > threads.length) failed.push([q, "numbers"]);
    engine.isReady(asked);
    if (number % 5 === 0) await Promise.all([engine.counts(asked), engine.people(asked)]);
  } catch (error) {
    failed.push([q, String(error.stack)]);
  }
}
answer(failed);
"""


def made_queries() -> Iterator[str]:
    """Naughty strings alone, and with words, signs, filters and each other."""
    draw = random.Random(3)
    yield from NAUGHTY
    parts = [*NAUGHTY, *WORDS, "re*", "-re*", '"a b"', "type:question", "not", "the", "of"]
    joints = ["", " ", " ", " ", "-", '"', ":", "*", " -", '" "']
    for _ in range(NUMBER - len(NAUGHTY)):
        pieces = [draw.choice(parts) + draw.choice(joints) for _ in range(draw.randint(1, 6))]
        yield "".join(pieces)


def test_ten_thousand_queries_never_throw_nor_freeze(tmp_path: Path) -> None:
    build(tmp_path, made_pieces(200), names=NAMES, glossary=[("CIN", "children in need")])
    queries = json.loads(json.dumps(list(made_queries())))
    assert len(queries) == NUMBER
    found = run_javascript(
        FROM_DISK + RUN,
        {
            "folder": str(tmp_path),
            "queries": queries,
            "glossary": [["cin", "children need"]],
        },
    )
    assert found == []
