/**
 * The manifest: totals, and which file has what. Twin of `site_gen/search/manifest.py`.
 * Threads are numbered through all blocks, in order of time, so that a number says its year.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const GROUP_BITS = 5; // days whose display records share a digest are equal but for so many bits
  const DIGEST = 3; // characters
  const OF_DAY = 4; // numbers: see `Block`

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

  /** @param {number} one @param {number} other */
  const add = (one, other) => one + other;

  /**
   * Reads the years and days, unless they are read: no file is asked for by them, so this waits
   * until the first are on their way.
   * @param {Archive} archive
   */
  function place(archive) {
    if (archive.segments.length) return;
    const { decode } = minutebook.numbers;
    for (const block of archive.blocks) {
      block.start = archive.threads;
      const gaps = decode(block.years.map((year) => year[1]).join(""));
      block.days = new Int32Array(gaps.reduce(add, 1) * OF_DAY);
      let day = block.firstDay;
      for (const year of block.years) {
        const segment = readYear(year, day, block, archive.threads);
        archive.threads += segment.threads;
        archive.segments.push(segment);
        block.segments.push(segment);
        for (const each of segment.days) day = each;
      }
    }
  }

  /** @param {any} said @returns {Block} */
  function readBlock(said) {
    const shards = said.groups.flatMap((/** @type {[number, number]} */ [partition, count]) =>
      Array.from({ length: count }, (_, number) => `${said.name}-${partition}-${number}`),
    );
    return {
      ...said,
      segments: [],
      start: 0,
      days: new Int32Array(),
      terms: frontDecoded(said.terms),
      shards: shards.map((/** @type {string} */ name, /** @type {number} */ number) => ({
        name,
        digest: nth(said.digests, number),
        hasLong: said.longLengths[number] === "1",
      })),
      words: frontDecoded(said.words),
    };
  }

  /**
   * One year: threads of all its days, then the routine ones of all its days.
   * @param {any[]} said
   * @param {number} day from which its days are counted on
   * @param {Block} block
   * @param {number} start
   * @returns {Segment}
   */
  function readYear(
    [year, gaps, plainCounts, routineCounts, perChunk, digests],
    day,
    block,
    start,
  ) {
    const { decode } = minutebook.numbers;
    const plain = decode(plainCounts);
    const routine = decode(routineCounts);
    const routineFrom = plain.reduce(add, 0);
    let nextPlain = start;
    let nextRoutine = start + routineFrom;
    const days = decode(gaps).map((gap, number) => {
      let at = ((day += gap) - block.firstDay) * OF_DAY;
      block.days[at++] = nextPlain;
      block.days[at++] = plain[number];
      block.days[at++] = nextRoutine;
      block.days[at++] = routine[number];
      nextPlain += plain[number];
      nextRoutine += routine[number];
      return day;
    });
    const threads = nextRoutine - start;
    return { year, threads, routineFrom, perChunk, digests, start, days, block };
  }

  /** @param {string} digests @param {number} number */
  const nth = (digests, number) => digests.slice(number * DIGEST, (number + 1) * DIGEST);

  /** @param {Archive} archive @param {number} thread */
  function segmentOf(archive, thread) {
    const starts = archive.segments.map((segment) => segment.start);
    return archive.segments[lastNotAfter(starts, thread)];
  }

  /**
   * Where the display record of a thread is: those of a day are dealt to its files evenly, and so
   * are those of them that are routine, which come last in each. Twin of `chunks.py`.
   * @param {Archive} archive
   * @param {number} thread
   */
  function chunkOf(archive, thread) {
    const segment = segmentOf(archive, thread);
    const { days, perChunk, digests, block } = segment;
    const isRoutine = thread - segment.start >= segment.routineFrom;
    /** @param {number} day */
    const numbersOf = (day) => block.days.subarray((day - block.firstDay) * OF_DAY);
    const number = lastNotAfter(
      days.map((each) => numbersOf(each)[isRoutine ? 2 : 0]),
      thread,
    );
    const [start, plain, routine, routines] = numbersOf(days[number]);
    const groups = new Set(days.subarray(0, number + 1).map((each) => each >> GROUP_BITS));
    const files = Math.ceil((plain + routines) / perChunk);
    const count = isRoutine ? routines : plain;
    const place = thread - (isRoutine ? routine : start);
    const file = Math.floor((place * files) / count);
    /** @param {number} of @param {number} [at] */
    const first = (of, at = file) => Math.ceil((at * of) / files);
    return {
      name: `d-${days[number]}-${file}`,
      digest: nth(digests, groups.size - 1),
      place: place - first(count) + (isRoutine ? first(plain, file + 1) - first(plain) : 0),
    };
  }

  minutebook.archive = {
    OF_DAY,
    readManifest,
    place,
    frontDecoded,
    lastNotAfter,
    nth,
    segmentOf,
    chunkOf,
  };
})();
