/** Which threads match, and in what order: all words first, routine business last. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const TIE = 1e6; // sums come in another order in the terminal: what differs by less is a tie
  const MOST_THREADS = 2 ** 24; // a score of 128 and the number of a thread fit into 53 bits

  /**
   * The first threads by score, of which the last is first where scores are equal: as numbers that
   * say both, of which a few are kept. To sort them all would take long for a common word.
   * @param {Int32Array} threads
   * @param {Float64Array} scores
   * @param {number} count
   */
  function highest(threads, scores, count) {
    /** @type {number[]} */
    let found = [];
    let least = -1;
    const cut = () => (found = found.sort((one, other) => other - one).slice(0, count));
    for (let at = threads.length; at--;) {
      const one = Math.round(scores[threads[at]] * TIE) * MOST_THREADS + threads[at];
      if (one > least && found.push(one) > 2 * count) least = cut()[count - 1];
    }
    return cut().map((one) => one % MOST_THREADS);
  }

  /**
   * Joins what matched in a thread that goes on in another year to where it began.
   * @param {Archive} archive
   * @param {Scores} found
   */
  function joinThreads(archive, found) {
    const { scores, matched, inexact } = found;
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
  async function select({ matched }, groups, prohibited) {
    const all = new Int32Array(matched.length);
    const any = new Int32Array(matched.length);
    let alls = 0;
    let anys = 0;
    for (let thread = 0; thread < matched.length; thread++) {
      if (thread % 8192 === 0 && minutebook.isDue()) await minutebook.pause();
      const bits = matched[thread];
      if ((!bits && groups.length) || hasOne(bits, prohibited)) continue;
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
    /** @type {number[]} */
    let best = [];
    let sure = 0; // how many of the best are known
    return {
      unfiltered: [selected.all, some],
      total: all.length + any.length,
      allWords: all.length,
      first(/** @type {number} */ count) {
        if (count > sure) {
          sure = count;
          best = [];
          for (const each of orders) best.push(...each(count - best.length));
        }
        return best.slice(0, count);
      },
    };
  }

  /**
   * What gives the first of `threads`.
   * @param {Int32Array} threads in order of number, which is that of time
   * @param {Float64Array} scores
   * @param {SortOrder} order
   * @returns {(count: number) => Iterable<number>}
   */
  function ordered(threads, scores, order) {
    if (order === "oldest") return (count) => threads.subarray(0, count);
    const counted = order === "newest" ? new Float64Array(scores.length) : scores;
    return (count) => highest(threads, counted, count);
  }

  minutebook.ranking = { joinThreads, select, passing, arrange };
})();
