/**
 * The manifest: totals, and which file has what. Twin of `site_gen/search/manifest.py`.
 * Threads are numbered through all blocks, in order of time, so that a number says its year.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const GROUP = 32; // chunks of display records that share a digest
  const DIGEST = 4; // characters

  /**
   * Sorted terms from their front-coded form.
   * @param {string} text
   * @returns {string[]}
   */
  function frontDecoded(text) {
    const terms = [];
    let before = "";
    for (let at = 0; at < text.length;) {
      const found = minutebook.numbers.read(text, at);
      const end = text.indexOf(" ", found.end);
      const stop = end < 0 ? text.length : end;
      before = before.slice(0, found.number) + text.slice(found.end, stop);
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
    let start = 0;
    const segments = value.segments.map(
      (/** @type {[string, number, number, number, number, string]} */ segment) => {
        const [year, threads, routineFrom, short, perChunk, digests] = segment;
        start += threads;
        return { year, threads, routineFrom, short, perChunk, digests, start: start - threads };
      },
    );
    let first = 0;
    const blocks = value.blocks.map((/** @type {any} */ block) => {
      const own = segments.slice(first, first + block.segments);
      first += block.segments;
      return {
        name: block.name,
        digest: block.digest,
        segments: own,
        start: own[0].start,
        terms: frontDecoded(block.terms),
        longLengths: new Set(
          block.longLengths.map((/** @type {number} */ one) => `${block.name}-${one}`),
        ),
        words: frontDecoded(block.words),
        facets: block.facets,
        people: block.people,
      };
    });
    const fields = value.fields.map((/** @type {[string, number, number, number]} */ field) => ({
      name: field[0],
      boost: field[1],
      average: field[2],
      isShared: field[3] === 1,
    }));
    return {
      digest,
      pieces: value.pieces,
      threads: start,
      fields,
      segments,
      blocks,
      joins: value.joins,
      glossary: value.glossary,
    };
  }

  /** @param {Archive} archive @param {number} thread */
  function segmentOf(archive, thread) {
    const starts = archive.segments.map((segment) => segment.start);
    return archive.segments[lastNotAfter(starts, thread)];
  }

  /**
   * Where the display record of a thread is.
   * @param {Archive} archive
   * @param {number} thread
   */
  function chunkOf(archive, thread) {
    const segment = segmentOf(archive, thread);
    const { perChunk, routineFrom } = segment;
    const local = thread - segment.start;
    const isRoutine = local >= routineFrom;
    const within = isRoutine ? local - routineFrom : local;
    const before = isRoutine ? Math.ceil(routineFrom / perChunk) : 0;
    const number = before + Math.floor(within / perChunk);
    const group = Math.floor(number / GROUP) * DIGEST;
    return {
      name: `d-${segment.year}-${number}`,
      digest: segment.digests.slice(group, group + DIGEST),
      place: within % perChunk,
    };
  }

  minutebook.archive = { readManifest, frontDecoded, lastNotAfter, segmentOf, chunkOf };
})();
