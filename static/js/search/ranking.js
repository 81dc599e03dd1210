/** Which threads match, and in what order: all words first, routine business last. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const BUCKETS = 4096;
  const FEW = 2000;

  /**
   * Threads in order, of which only as many as are asked for are fully sorted: a common word
   * matches a hundred thousand, and a page shows ten.
   */
  class Order {
    /**
     * @param {Int32Array} threads in order of number
     * @param {(a: number, b: number) => number} compare
     * @param {Float64Array | null} scores null where numbers are the order
     */
    constructor(threads, compare, scores) {
      this.threads = threads;
      this.compare = compare;
      this.sorted = 0;
      /** @type {Int32Array} */
      this.starts = new Int32Array([0, threads.length]);
      if (scores && threads.length > FEW) this.spread(scores);
    }

    /** Puts the threads into buckets, the highest scores first. @param {Float64Array} scores */
    spread(scores) {
      let highest = 0;
      for (const thread of this.threads) highest = Math.max(highest, scores[thread]);
      const bucketOf = (/** @type {number} */ thread) =>
        BUCKETS - 1 - Math.floor((scores[thread] / (highest || 1)) * (BUCKETS - 1));
      const starts = new Int32Array(BUCKETS + 1);
      for (const thread of this.threads) starts[bucketOf(thread) + 1]++;
      for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1] += starts[bucket];
      const next = starts.slice();
      const spread = new Int32Array(this.threads.length);
      for (const thread of this.threads) spread[next[bucketOf(thread)]++] = thread;
      this.threads = spread;
      this.starts = starts;
    }

    /** The first `count` threads in order. @param {number} count */
    first(count) {
      const wanted = Math.min(count, this.threads.length);
      let bucket = minutebook.archive.lastNotAfter(this.starts, this.sorted);
      while (this.sorted < wanted) {
        const end = this.starts[bucket + 1];
        this.threads.subarray(this.starts[bucket], end).sort(this.compare);
        this.sorted = end;
        bucket++;
      }
      return this.threads.subarray(0, wanted);
    }
  }

  /**
   * Joins what matched in a thread that goes on in another year to where it began.
   * @param {Archive} archive
   * @param {Scores} found
   */
  function joinThreads(archive, { scores, matched, inexact }) {
    /** @type {Map<number, number[]>} */
    const joined = new Map();
    for (const [from, to] of archive.joins) {
      if (!matched[from]) continue;
      joined.set(to, [...(joined.get(to) ?? []), from]);
      matched[to] |= matched[from];
      scores[to] += scores[from];
      inexact[to] |= inexact[from];
      matched[from] = 0;
    }
    return joined;
  }

  /**
   * The threads that match all groups, and those that match any and all firm ones.
   * @param {Int32Array} matched of each thread the bits of what it matches
   * @param {GroupMasks[]} groups
   * @param {number[]} prohibited masks
   */
  async function select(matched, groups, prohibited) {
    const clock = new minutebook.scoring.Clock();
    const all = new Int32Array(matched.length);
    const any = new Int32Array(matched.length);
    let alls = 0;
    let anys = 0;
    const everything = groups.length === 0;
    for (let thread = 0; thread < matched.length; thread++) {
      const bits = matched[thread];
      if (thread % 16384 === 0 && clock.isDue()) await clock.rest();
      if (!bits && !everything) continue;
      if (prohibited.some((mask) => (bits & mask) === mask)) continue;
      let met = 0;
      let isOut = false;
      for (const { masks, isFirm } of groups) {
        if (masks.some((mask) => (bits & mask) === mask)) met++;
        else if (isFirm) isOut = true;
      }
      if (met === groups.length) all[alls++] = thread;
      else if (met && !isOut) any[anys++] = thread;
    }
    return { all: all.subarray(0, alls), any: any.subarray(0, anys) };
  }

  /**
   * The threads that pass all tests, or all but one.
   * @param {Int32Array} threads
   * @param {Tests} passes
   * @param {string} [but]
   */
  function passing(threads, passes, but) {
    const asked = Object.entries(passes).flatMap(([name, test]) => (name === but ? [] : test));
    return asked.length ? threads.filter((one) => asked.every((test) => test(one))) : threads;
  }

  /** @param {Archive} archive @returns {(thread: number) => boolean} */
  function routineTest({ segments }) {
    // Threads come mostly in order of number: the segment of the last one is nearly always right.
    let at = 0;
    return (thread) => {
      if (thread < segments[at].start) at = 0;
      while (thread >= segments[at].start + segments[at].threads) at++;
      return thread - segments[at].start >= segments[at].routineFrom;
    };
  }

  /**
   * The order of what was selected: all words before any, routine business last.
   * @param {Archive} archive
   * @param {Float64Array} scores
   * @param {{all: Int32Array, any: Int32Array}} selected
   * @param {{passes: Tests, order: SortOrder, few: number, isRoutineWanted: boolean}} how
   */
  function arrange(archive, scores, selected, { passes, order, few, isRoutineWanted }) {
    const isRoutine = routineTest(archive);
    const split = (/** @type {Int32Array} */ threads) => {
      if (isRoutineWanted) return [threads];
      const plain = threads.filter((one) => !isRoutine(one));
      return plain.length === threads.length ? [plain] : [plain, threads.filter(isRoutine)];
    };
    const all = passing(selected.all, passes);
    const some = all.length < few ? selected.any : new Int32Array();
    const any = passing(some, passes);
    const orders = [...split(all), ...split(any)].map((part) => ordered(part, scores, order));
    return {
      unfiltered: together(selected.all, some),
      total: all.length + any.length,
      allWords: all.length,
      first(/** @type {number} */ count) {
        /** @type {number[]} */
        const found = [];
        for (const each of orders) found.push(...each.first(count - found.length));
        return found;
      },
    };
  }

  /** @param {Int32Array} one @param {Int32Array} other */
  function together(one, other) {
    const both = new Int32Array(one.length + other.length);
    both.set(one);
    both.set(other, one.length);
    return both;
  }

  /**
   * @param {Int32Array} threads
   * @param {Float64Array} scores
   * @param {SortOrder} order
   */
  function ordered(threads, scores, order) {
    if (order === "oldest") return new Order(threads, (a, b) => a - b, null);
    if (order === "newest") return new Order(threads, (a, b) => b - a, null);
    // Sums come in another order in the terminal: what differs by less than this is a tie.
    const close = (/** @type {number} */ thread) => Math.round(scores[thread] * 1e6);
    return new Order(threads, (a, b) => close(b) - close(a) || b - a, scores);
  }

  minutebook.ranking = { joinThreads, select, passing, arrange };
})();
