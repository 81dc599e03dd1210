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
   * What an address carries to the page that a result leads to: terms, beginnings with a star, and
   * phrases with a line under each space.
   * @param {Matcher} matcher
   */
  const writeMatcher = ({ terms, phrases, prefixes }) =>
    [
      ...terms.keys(),
      ...Array.from(phrases.keys(), (phrase) => phrase.replaceAll(" ", "_")),
      ...prefixes.map((prefix) => `${prefix}*`),
    ].join(" ");

  /**
   * Where what matches stands in `text`, without the punctuation around it.
   * @param {string} text
   * @param {Matcher} matcher
   * @returns {[number, number][]}
   */
  function matches(text, matcher) {
    const { terms, phrases, prefixes } = matcher;
    const { chunks, forms } = minutebook.words;
    const all = chunks(text).map((chunk) => ({ ...chunk, forms: forms(chunk.written) }));
    const isWanted = (/** @type {Form} */ { word, stem }) =>
      terms.has(stem) || prefixes.some((prefix) => word.startsWith(prefix));
    /** @type {[number, number][]} the first and the last chunk of each */
    const found = all.flatMap((chunk, at) => (chunk.forms.some(isWanted) ? [[at, at]] : []));
    for (const phrase of phrases.keys()) found.push(...places(all, phrase.split(" ")));
    return found
      .sort((a, b) => a[0] - b[0] || b[1] - a[1])
      .map(([first, last]) => [inside(all[first])[0], inside(all[last])[1]]);
  }

  /**
   * Where a phrase stands: the first and the last chunk of each place.
   * @param {{forms: Form[]}[]} chunks
   * @param {string[]} phrase
   * @returns {[number, number][]}
   */
  function places(chunks, phrase) {
    const flat = chunks.flatMap(({ forms }, at) => forms.map(({ stem }) => ({ stem, at })));
    return flat.flatMap(({ at }, from) =>
      phrase.every((stem, more) => flat[from + more]?.stem === stem)
        ? [[at, flat[from + phrase.length - 1].at]]
        : [],
    );
  }

  /** @param {{start: number, written: string}} chunk @returns {[number, number]} */
  function inside({ start, written }) {
    const [before, after = 0] = Array.from(written.matchAll(EDGES), ([edge]) => edge.length);
    return [start + before, start + written.length - after];
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
      if (last && (start <= last[1] || text.slice(last[1], start) === " "))
        last[1] = Math.max(last[1], end);
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

  Object.assign(page, { writeMatcher, marks, snippet });
})();
