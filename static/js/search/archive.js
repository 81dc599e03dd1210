/**
 * The manifest: totals, and which file has what. Twin of `site_gen/search/manifest.py`.
 * Threads are numbered through all blocks, in order of time, so that a number says its year.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const DIGEST = 3; // characters

  /**
   * Sorted terms from their front-coded form.
   * @param {string} text
   * @returns {string[]}
   */
  function frontDecoded(text) {
    const { DIGITS, SINGLES, read } = minutebook.numbers;
    const terms = [];
    let before = "";
    for (let at = 0; at < text.length;) {
      // Nearly always one digit, and every first query waits for this.
      let shared = DIGITS[text.charCodeAt(at)];
      let from = at + 1;
      if (shared >= SINGLES) ({ number: shared, end: from } = read(text, at));
      const end = text.indexOf(" ", from);
      const stop = end < 0 ? text.length : end;
      before = before.slice(0, shared) + text.slice(from, stop);
      terms.push(before);
      at = stop + 1;
    }
    return terms;
  }

  /**
   * The place of the last of `sorted` that is not after `wanted`, or -1. By UTF-16 units, which
   * is the order of the shards: no term has a letter beyond the first plane.
   * @param {string[] | Int32Array | number[]} sorted
   * @param {string | number} wanted
   */
  function lastNotAfter(sorted, wanted) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= wanted) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /**
   * @param {any} value what the manifest says
   * @param {string} digest
   * @returns {Archive}
   */
  function readManifest(value, digest) {
    const fields = value.fields.map((/** @type {[string, number, number, number]} */ field) => ({
      name: field[0],
      boost: field[1],
      average: field[2],
      isShared: field[3] === 1,
    }));
    return {
      ...value,
      digest,
      threads: 0,
      fields,
      segments: [],
      blocks: value.blocks.map(readBlock),
    };
  }

  /** @param {any} said @returns {Block} */
  function readBlock(said) {
    const days = new Int32Array();
    return { ...said, segments: [], start: 0, days, terms: frontDecoded(said.terms) };
  }

  /** @param {string} digests @param {number} number */
  const nth = (digests, number) => digests.slice(number * DIGEST, (number + 1) * DIGEST);

  /** The shard of each block that would have a term. @param {Archive} archive @param {string} term */
  function shardsOf({ blocks }, term) {
    return blocks.flatMap((block) => {
      const number = lastNotAfter(block.terms, term);
      return number < 0 ? [] : { block, file: shardOf(block, number) };
    });
  }

  /** @param {Block} block @param {number} number */
  function shardOf({ name, groups, digests, longLengths }, number) {
    let place = number;
    const group = groups.find(([, count]) => (place -= count) < 0) ?? [0, 0];
    return {
      name: `${name}-${group[0]}-${place + group[1]}`,
      digest: nth(digests, number),
      hasLong: longLengths[number] === "1",
    };
  }

  // `days.js` adds to it.
  minutebook.archive = /** @type {any} */ ({
    readManifest,
    frontDecoded,
    lastNotAfter,
    nth,
    shardsOf,
  });
})();
