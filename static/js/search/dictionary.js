/** Words as people write them: what begins with some letters, and what was meant by a misspelling. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const MOST_EXPANSIONS = 50;

  /**
   * @param {[string, string]} value
   * @returns {{word: string, often: number}[]}
   */
  function readWords([words, often]) {
    const counts = minutebook.numbers.decode(often);
    return minutebook.archive
      .frontDecoded(words)
      .map((word, place) => ({ word, often: 2 ** counts[place] }));
  }

  /**
   * The numbers of a block's dictionary files that may have words with some beginning.
   * @param {string[]} firsts the first word of each file
   * @param {string} start
   */
  function filesFor(firsts, start) {
    const from = Math.max(0, minutebook.archive.lastNotAfter(firsts, start));
    const to = minutebook.archive.lastNotAfter(firsts, start + "\uffff");
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, more) => from + more);
  }

  /**
   * The terms of the commonest words that begin with `start`.
   * @param {{word: string, often: number}[]} words
   * @param {string} start
   */
  function expand(words, start) {
    /** @type {Map<string, number>} */
    const terms = new Map();
    for (const { word, often } of words) {
      if (!word.startsWith(start)) continue;
      const term = minutebook.stem(word);
      terms.set(term, (terms.get(term) ?? 0) + often);
    }
    return [...terms]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST_EXPANSIONS)
      .map(([term]) => term);
  }

  /**
   * How many letters are to be changed, put in, left out or swapped with the next one: at most
   * `most`, else more than that. Source: "optimal string alignment" of Damerau and Levenshtein.
   * @param {string} one
   * @param {string} other
   * @param {number} most
   */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    /** @type {number[]} */
    let before = [];
    let above = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let row = 1; row <= one.length; row++) {
      const line = [row];
      for (let column = 1; column <= other.length; column++) {
        const isSame = one[row - 1] === other[column - 1];
        let least = Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + +!isSame);
        const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
        if (row > 1 && column > 1 && isSwapped) least = Math.min(least, before[column - 2] + 1);
        line.push(least);
      }
      if (Math.min(...line) > most) return most + 1;
      before = above;
      above = line;
    }
    return above[other.length];
  }

  /**
   * The likeliest word for a misspelling, or "": near it, and the commonest of the nearest.
   * @param {{word: string, often: number}[]} words
   * @param {string} typed
   */
  function likeliest(words, typed) {
    const most = typed.length < 5 ? 1 : 2;
    let best = { word: "", often: 0, far: most + 1 };
    for (const { word, often } of words) {
      if (word === typed || /[0-9]/.test(word)) continue;
      const far = distance(typed, word, Math.min(most, best.far));
      if (far < best.far || (far === best.far && far <= most && often > best.often)) {
        best = { word, often, far };
      }
    }
    return best.word;
  }

  /**
   * What was typed with likelier words in place of those that stand nowhere; "" for none.
   * @param {string} text
   * @param {string[]} missing
   * @param {(start: string) => Promise<{word: string, often: number}[]>} wordsFrom
   */
  async function suggestion(text, missing, wordsFrom) {
    let suggested = text;
    for (const written of missing) {
      const typed = minutebook.words.words(written).filter(Boolean).at(-1) ?? "";
      // The first letter is rarely wrong; the first two are at times swapped.
      const words = await Promise.all(Array.from(new Set(typed.slice(0, 2)), wordsFrom));
      const likely = likeliest(words.flat(), typed);
      if (likely) suggested = suggested.replace(written, () => likely);
    }
    return suggested === text ? "" : suggested;
  }

  minutebook.dictionary = { readWords, filesFor, expand, distance, likeliest, suggestion };
})();
