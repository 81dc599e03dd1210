/**
 * Which words of a text a search found it by, and the passage that shows them best. Pure. The
 * engine says what is looked for; this says where it stands.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  const SNIPPET = 240; // characters
  const LEAD = 50; // characters shown before the first match
  const EDGES = /^[^\p{L}\p{N}£$€]*|[^\p{L}\p{N}%]*$/gu;

  /**
   * What an address carries to the page that a result leads to: terms, and beginnings with a star.
   * @param {Matcher} matcher
   */
  const writeMatcher = ({ terms, prefixes }) =>
    [...terms.keys(), ...prefixes.map((prefix) => `${prefix}*`)].join(" ");

  /** What `writeMatcher` wrote. @param {string} written @returns {Matcher} */
  function readMatcher(written) {
    const all = written.split(" ").filter(Boolean);
    const isPrefix = (/** @type {string} */ one) => one.endsWith("*");
    return {
      terms: new Map(all.filter((one) => !isPrefix(one)).map((term) => [term, 1])),
      prefixes: all.filter((one) => isPrefix(one) && one.length > 2).map((one) => one.slice(0, -1)),
    };
  }

  /**
   * Where words that match stand in `text`, without the punctuation around them.
   * @param {string} text
   * @param {Matcher} matcher
   * @returns {[number, number][]}
   */
  function matches(text, { terms, prefixes }) {
    const { chunks, words } = minutebook.words;
    return chunks(text).flatMap(({ start, written }) => {
      const isWanted = words(written).some(
        (word) =>
          word &&
          (terms.has(minutebook.stem(word)) || prefixes.some((prefix) => word.startsWith(prefix))),
      );
      if (!isWanted) return [];
      const [before, after = 0] = Array.from(written.matchAll(EDGES), ([edge]) => edge.length);
      return [[start + before, start + written.length - after]];
    });
  }

  /**
   * As `matches`, neighbouring words as one.
   * @param {string} text
   * @param {Matcher} matcher
   */
  function marks(text, matcher) {
    /** @type {[number, number][]} */
    const runs = [];
    for (const [start, end] of matches(text, matcher)) {
      const last = runs.at(-1);
      if (last && text.slice(last[1], start) === " ") last[1] = end;
      else runs.push([start, end]);
    }
    return runs;
  }

  /**
   * The stretch of `text` with the most different words that match, cut between words.
   * @param {string} text
   * @param {Matcher} matcher
   */
  function snippet(text, matcher) {
    const start = text.length > SNIPPET ? bestStart(text, matches(text, matcher)) : 0;
    const from = start && text.indexOf(" ", start - 1) + 1;
    let to = from + SNIPPET < text.length ? text.lastIndexOf(" ", from + SNIPPET) : text.length;
    if (to <= from) to = from + SNIPPET;
    return (from ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
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

  Object.assign(page, { writeMatcher, readMatcher, marks, snippet });
})();
