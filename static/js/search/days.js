/**
 * The years and days of the manifest: where threads stand in time, and which file has their display
 * records. Twin of `site_gen/search/days.py` and `chunks.py`.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const { frontDecoded, lastNotAfter, nth } = minutebook.archive;

  const GROUP_BITS = 5; // days whose display records share a digest are equal but for so many bits
  const OF_DAY = 4; // numbers: see `Block`

  /** @param {number} one @param {number} other */
  const add = (one, other) => one + other;

  /** Reads the years and days. @param {Archive} archive */
  function place(archive) {
    const { decode } = minutebook.numbers;
    for (const block of archive.blocks) {
      block.start = archive.threads;
      block.wordStarts = frontDecoded(block.words);
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
    const plainStarts = new Int32Array(plain.length);
    const routineStarts = new Int32Array(plain.length);
    let nextPlain = start;
    let nextRoutine = start + routineFrom;
    const days = decode(gaps);
    for (let number = 0; number < days.length; number++) {
      day = days[number] += number ? days[number - 1] : day;
      const at = (day - block.firstDay) * OF_DAY;
      plainStarts[number] = block.days[at] = nextPlain;
      nextPlain += block.days[at + 1] = plain[number];
      routineStarts[number] = block.days[at + 2] = nextRoutine;
      nextRoutine += block.days[at + 3] = routine[number];
    }
    const threads = nextRoutine - start;
    const starts = { plainStarts, routineStarts };
    return { year, threads, routineFrom, perChunk, digests, start, days, block, ...starts };
  }

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
    const { days, perChunk, digests, block, plainStarts, routineStarts } = segment;
    const isRoutine = thread - segment.start >= segment.routineFrom;
    const number = lastNotAfter(isRoutine ? routineStarts : plainStarts, thread);
    const at = (days[number] - block.firstDay) * OF_DAY;
    const [start, plain, routine, routines] = block.days.subarray(at, at + OF_DAY);
    let group = 0;
    for (let before = 0; before < number; before++)
      if (days[before] >> GROUP_BITS !== days[before + 1] >> GROUP_BITS) group++;
    const files = Math.ceil((plain + routines) / perChunk);
    const count = isRoutine ? routines : plain;
    const place = thread - (isRoutine ? routine : start);
    const file = Math.floor((place * files) / count);
    /** @param {number} of @param {number} [at] */
    const first = (of, at = file) => Math.ceil((at * of) / files);
    return {
      name: `d-${days[number]}-${file}`,
      digest: nth(digests, group),
      place: place - first(count) + (isRoutine ? first(plain, file + 1) - first(plain) : 0),
    };
  }

  Object.assign(minutebook.archive, { OF_DAY, place, segmentOf, chunkOf });
})();
