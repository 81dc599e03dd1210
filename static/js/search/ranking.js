/** Which threads match, and in what order: all words first, routine business last. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const BUCKETS = 4096;
  const AT_ONCE = 200; // threads that are sorted together, about

  /**
   * Threads by score, of which only as many as are asked for are sorted: a common word matches a
   * hundred thousand, and a page shows ten.
   */
  class ByScore {
    /** @param {Int32Array} threads in order of number @param {Float64Array} scores */
    constructor(threads, scores) {
      this.threads = threads;
      this.scores = scores;
      /** @type {number[]} */
      this.sorted = [];
      this.bucket = BUCKETS; // all from this one on are sorted
      let highest = 0;
      for (let at = 0; at < threads.length; at++) highest = Math.max(highest, scores[threads[at]]);
      this.scale = (BUCKETS - 1) / (highest || 1);
      /** How many threads there are in each bucket: the higher it is, the higher their scores. */
      this.counts = new Int32Array(BUCKETS);
      for (let at = 0; at < threads.length; at++) this.counts[this.bucketOf(threads[at])]++;
    }

    /** @param {number} thread */
    bucketOf(thread) {
      return Math.floor(this.scores[thread] * this.scale);
    }

    /** The first `count` threads in order. @param {number} count */
    first(count) {
      while (this.sorted.length < count && this.bucket > 0) this.sortMore();
      return this.sorted.slice(0, count);
    }

    /** Sorts the threads with the highest scores of those that are left. */
    sortMore() {
      const { threads, bucket } = this;
      for (let more = 0; more < AT_ONCE && this.bucket > 0;) more += this.counts[--this.bucket];
      const found = threads.filter((thread) => {
        const own = this.bucketOf(thread);
        return own >= this.bucket && own < bucket;
      });
      // Sums come in another order in the terminal: what differs by less than this is a tie.
      const close = (/** @type {number} */ thread) => Math.round(this.scores[thread] * 1e6);
      this.sorted.push(...found.sort((a, b) => close(b) - close(a) || b - a));
    }
  }

  /**
   * Joins what matched in a thread that goes on in another year to where it began.
   * @param {Archive} archive
   * @param {Scores} found
   */
  function joinThreads(archive, { scores, matched, inexact, stretches }) {
    /** @type {Map<number, number[]>} */
    const joined = new Map();
    const { STRETCH } = minutebook.scoring;
    for (const [from, to] of archive.joins) {
      if (!matched[from]) continue;
      joined.set(to, [...(joined.get(to) ?? []), from]);
      matched[to] |= matched[from];
      stretches[to >> STRETCH] = 1;
      scores[to] += scores[from];
      inexact[to] |= inexact[from];
      matched[from] = 0;
    }
    return joined;
  }

  /** Whether `bits` has all of one of `masks`. @param {number} bits @param {number[]} masks */
  function hasOne(bits, masks) {
    for (let at = 0; at < masks.length; at++) if ((bits & masks[at]) === masks[at]) return true;
    return false;
  }

  /**
   * The threads that match all groups, and those that match any and all firm ones.
   * @param {Scores} found
   * @param {GroupMasks[]} groups
   * @param {number[]} prohibited masks
   */
  async function select({ matched, stretches }, groups, prohibited) {
    const clock = new minutebook.scoring.Clock();
    const all = new Int32Array(matched.length);
    const any = new Int32Array(matched.length);
    let alls = 0;
    let anys = 0;
    const everything = groups.length === 0;
    const { STRETCH } = minutebook.scoring;
    for (let thread = 0; thread < matched.length; thread++) {
      if (thread % 16384 === 0 && clock.isDue()) await clock.rest();
      if (!everything && !stretches[thread >> STRETCH]) {
        thread |= (1 << STRETCH) - 1;
        continue;
      }
      const bits = matched[thread];
      if ((!bits && !everything) || hasOne(bits, prohibited)) continue;
      let met = 0;
      let isOut = false;
      for (let at = 0; at < groups.length; at++) {
        if (hasOne(bits, groups[at].masks)) met++;
        else if (groups[at].isFirm) isOut = true;
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

  /**
   * Those of `threads` that are not routine business, and those that are.
   * @param {Archive} archive
   * @param {Int32Array} threads in order of number
   */
  function apart({ segments }, threads) {
    const { lastNotAfter } = minutebook.archive;
    const plain = new Int32Array(threads.length);
    const routine = new Int32Array(threads.length);
    let at = 0;
    let plains = 0;
    let routines = 0;
    for (const { start, threads: count, routineFrom } of segments) {
      const middle = lastNotAfter(threads, start + routineFrom - 1) + 1;
      const end = lastNotAfter(threads, start + count - 1) + 1;
      plain.set(threads.subarray(at, middle), plains);
      routine.set(threads.subarray(middle, end), routines);
      plains += middle - at;
      routines += end - middle;
      at = end;
    }
    return [plain.subarray(0, plains), routine.subarray(0, routines)];
  }

  /**
   * The order of what was selected: all words before any, routine business last.
   * @param {Archive} archive
   * @param {Float64Array} scores
   * @param {{all: Int32Array, any: Int32Array}} selected
   * @param {{passes: Tests, order: SortOrder, few: number, isRoutineWanted: boolean}} how
   */
  function arrange(archive, scores, selected, { passes, order, few, isRoutineWanted }) {
    const split = (/** @type {Int32Array} */ threads) =>
      isRoutineWanted ? [threads] : apart(archive, threads);
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
   * @param {Int32Array} threads in order of number, which is that of time
   * @param {Float64Array} scores
   * @param {SortOrder} order
   * @returns {{first(count: number): Iterable<number>}}
   */
  function ordered(threads, scores, order) {
    if (order === "oldest") return { first: (count) => threads.subarray(0, count) };
    if (order === "relevance") return new ByScore(threads, scores);
    return {
      first: (count) => threads.slice(Math.max(0, threads.length - count)).reverse(),
    };
  }

  minutebook.ranking = { joinThreads, select, passing, arrange };
})();
