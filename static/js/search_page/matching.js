/**
 * Which words of a text a search is about, and the passage of it that shows them best. Pure.
 * The engine alone decides what is found; this only decides what is marked.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  const SNIPPET = 240; // characters
  const LEAD = 50; // characters shown before the first match
  const LEFT_OUT = /(^|\s)-\S+|\b[a-z]+:\S+/gi;
  const EDGES = /^[^\p{L}\p{N}£$€]*|[^\p{L}\p{N}%]*$/gu;

  /**
   * A test for the words of a text that `query` asks for: the same stem, or the same beginning
   * where it ends in a star. Words it leaves out, and filters, are not marked.
   * @param {string} query
   */
  function wantedWords(query) {
    const { words, stem } = minutebook;
    const plain = query.replace(LEFT_OUT, " ");
    const stems = new Set(words.words(plain).filter(Boolean).map(stem));
    const starts = Array.from(
      plain.matchAll(/(\S+)\*/g),
      (match) => words.words(match[1]).at(-1) ?? "",
    );
    const prefixes = starts.filter((start) => start.length > 1);
    /** @type {Map<string, boolean>} */
    const known = new Map();
    /** @param {string} written */
    return (written) => {
      let isWanted = known.get(written);
      if (isWanted === undefined) {
        isWanted = words
          .words(written)
          .some(
            (word) => stems.has(stem(word)) || prefixes.some((start) => word.startsWith(start)),
          );
        known.set(written, isWanted);
      }
      return isWanted;
    };
  }

  /**
   * Where the wanted words of `text` stand, without the marks around them.
   * @param {string} text
   * @param {(word: string) => boolean} isWanted
   * @returns {[number, number][]}
   */
  function marks(text, isWanted) {
    /** @type {[number, number][]} */
    const runs = [];
    for (const [start, end] of matches(text, isWanted)) {
      const last = runs.at(-1);
      if (last && text.slice(last[1], start) === " ") last[1] = end;
      else runs.push([start, end]);
    }
    return runs;
  }

  /**
   * As `marks`, neighbouring words apart.
   * @param {string} text
   * @param {(word: string) => boolean} isWanted
   * @returns {[number, number][]}
   */
  function matches(text, isWanted) {
    return minutebook.words
      .chunks(text)
      .filter(({ written }) => isWanted(written))
      .map(({ start, written }) => {
        const [before, after] = Array.from(written.matchAll(EDGES), ([edge]) => edge.length);
        return [start + before, start + written.length - (after ?? 0)];
      });
  }

  /**
   * The stretch of `text` with the most different wanted words, cut between words.
   * @param {string} text
   * @param {(word: string) => boolean} isWanted
   * @returns {Snippet}
   */
  function snippet(text, isWanted) {
    const start = text.length > SNIPPET ? bestStart(text, matches(text, isWanted)) : 0;
    const from = start ? text.indexOf(" ", start - 1) + 1 : 0;
    let to = from + SNIPPET < text.length ? text.lastIndexOf(" ", from + SNIPPET) : text.length;
    if (to <= from) to = Math.min(text.length, from + SNIPPET);
    const shown = (from ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
    return { text: shown, marks: marks(shown, isWanted) };
  }

  /** @param {string} text @param {[number, number][]} found */
  function bestStart(text, found) {
    const spelled = found.map(([start, end]) => minutebook.words.fold(text.slice(start, end)));
    let best = 0;
    let most = 0;
    found.forEach(([start], first) => {
      const inside = new Set();
      for (let at = first; at < found.length && found[at][1] - start < SNIPPET - LEAD; at++)
        inside.add(spelled[at]);
      if (inside.size > most) [best, most] = [start, inside.size];
    });
    return best > LEAD ? Math.min(best - LEAD, text.length - SNIPPET) : 0;
  }

  Object.assign(page, { wantedWords, marks, snippet });
})();
