"""The dictionary of a block: its files, and few words of it changed.

What is kept for the next build is cut as the files are, so that a change reads and writes those of
its own words.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter

from site_gen.search.block_files import write_value
from site_gen.search.blocks import Block
from site_gen.search.built import keep_words, read_words
from site_gen.search.dictionary import cut_dictionary, dictionary_value, often
from site_gen.search.kept import Kept, Writer
from site_gen.search.manifest import WordFile

Counts = Mapping[str, int]  # in how many meetings each word stands, words in order


def write_words(output: Writer, kept: Kept, block: Block, counted: Counts) -> tuple[WordFile, ...]:
    """Writes all files, for words in any order."""
    writing = _Writing(output, kept, block)
    words = sorted(counted)
    for first, end in cut_dictionary(words):
        writing.write({word: counted[word] for word in words[first:end]})
    return writing.finish()


def patch_words(
    output: Writer, kept: Kept, block: Block, before: Sequence[WordFile], more: Counts
) -> tuple[WordFile, ...] | None:
    """Writes the files that change where each word of `more` stands in so many more meetings.

    None where what the last build left of them is not there.
    """
    if not before and more:
        return None
    there: dict[int, Mapping[str, int]] = {}
    shown = set()  # numbers of files that say something else
    for number, changes in _by_file(before, more).items():
        words = read_words(kept, block.name, number)
        if words is None:
            return None
        there[number] = _changed(words, changes)
        if any(often(words.get(w, 0)) != often(there[number].get(w, 0)) for w in changes):
            shown.add(number)
        else:
            keep_words(kept, block.name, number, there[number])
    return _rewritten(_Writing(output, kept, block), before, there, shown)


def _by_file(files: Sequence[WordFile], more: Counts) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    for word, count in more.items():
        number = max(0, bisect_right(files, word, key=attrgetter("first")) - 1)
        found.setdefault(number, {})[word] = count
    return found


def _changed(words: Counts, more: Counts) -> Counts:
    counts = {**words}
    for word, count in more.items():
        counts[word] = counts.get(word, 0) + count
    if counts.keys() == words.keys() and all(counts[word] for word in more):
        return counts
    return {word: counts[word] for word in sorted(counts) if counts[word]}


def _rewritten(
    writing: "_Writing",
    before: Sequence[WordFile],
    there: Mapping[int, Counts],
    shown: set[int],
) -> tuple[WordFile, ...] | None:
    """All files, of which those stay that begin and end as they did."""
    left: Counts = {}  # words that the files so far had no room for
    for number, file in enumerate(before):
        if not left and number not in shown and len(writing.files) == number:
            writing.files.append(file)
            continue
        own = (
            there[number]
            if number in there
            else read_words(writing.kept, writing.block.name, number)
        )
        if own is None:
            return None
        counted = {**left, **own}
        # With the word that comes next: it may be what ends a file.
        words = [*counted, *_first_after(number, before, there)]
        left = {}
        for first, end in cut_dictionary(words):
            if end < len(words) or len(words) == len(counted):
                writing.write({word: counted[word] for word in words[first:end]})
            else:
                left = {word: counted[word] for word in words[first : len(counted)]}
    return writing.finish(len(before))


def _first_after(number: int, before: Sequence[WordFile], there: Mapping[int, Counts]) -> list[str]:
    """The first word of the files behind one; none behind the last."""
    for after in range(number + 1, len(before)):
        if after not in there:
            return [before[after].first]
        if there[after]:
            return [next(iter(there[after]))]
    return []


class _Writing:
    """The files so far."""

    def __init__(self, output: Writer, kept: Kept, block: Block) -> None:
        self.kept = kept
        self.block = block
        self.files: list[WordFile] = []
        self._output = output
        self._counted: dict[int, Counts] = {}  # of each file that was written

    def write(self, counted: Counts) -> None:
        """One file more."""
        number = len(self.files)
        words = [*counted]
        name = f"w-{self.block.name}-{number}"
        value = dictionary_value(words, counted)
        digest = write_value(self._output, name, value)
        self._counted[number] = counted
        self.files.append(WordFile(words[0], len(words), digest))

    def finish(self, former: int = 0) -> tuple[WordFile, ...]:
        """All files, once nobody reads what was kept of as many as there were."""
        gone: dict[int, Counts] = {key: {} for key in range(len(self.files), former)}
        for number, counted in {**self._counted, **gone}.items():
            keep_words(self.kept, self.block.name, number, counted)
        return tuple(self.files)
