/**
 * A shard: which terms stand in which pieces, and how often. Twin of `site_gen/search/postings.py`.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const MOST_COUNTED = 7;

  /**
   * The columns of a shard, read once; positions and long lengths come when they are asked for.
   * @param {string[]} value
   * @param {Archive} archive
   * @param {Block} block
   * @returns {Shard}
   */
  function readShard(value, archive, block) {
    const [terms, directory, days, places, counts, lengths, runs, ...rest] = value;
    const { decode } = minutebook.numbers;
    const counted = decode(counts);
    const rows = readDirectory(minutebook.archive.frontDecoded(terms), decode(directory), archive);
    const gaps = threadGaps(rows, decode(days), decode(places), block);
    const members = new Uint16Array(gaps.length);
    const times = new Uint16Array(gaps.length);
    for (let at = 0, posting = 0; at < counted.length; posting++) {
      const number = counted[at++];
      members[posting] = number >> 3;
      times[posting] = (number & 7) + 1;
      if ((number & 7) === MOST_COUNTED) times[posting] += counted[at++];
    }
    const shard = {
      ...{ rows, gaps, members, times, positions: null, isWhole: false },
      lengths: decode(lengths),
      runs: decode(runs),
    };
    if (rest.length) addRest(shard, rest);
    return shard;
  }

  /**
   * What the file of a large shard leaves to another.
   * @param {Shard} shard
   * @param {string[]} rest
   */
  function addRest(shard, [positions, longLengths]) {
    shard.positions = minutebook.numbers.decode(positions);
    addLongLengths(shard, longLengths);
  }

  /**
   * How many threads each posting is after the one before it in its row, from days and places on
   * them, which alone stand in the file: so a meeting more changes nothing that is said of others.
   * @param {Map<string, FieldRow[]>} rows
   * @param {Int32Array} days
   * @param {Int32Array} places
   * @param {Block} block
   */
  function threadGaps(rows, days, places, block) {
    const gaps = new Int32Array(days.length);
    for (const ofTerm of rows.values()) {
      for (const { posting, postings } of ofTerm) {
        let day = block.firstDay;
        let place = 0;
        let before = block.start;
        let known = block.days.get(day);
        for (let at = posting; at < posting + postings; at++) {
          place = days[at] || at === posting ? places[at] : place + places[at];
          if (days[at]) known = block.days.get((day += days[at]));
          if (!known) throw new RangeError(`no meeting on day ${day}`);
          const { start, plain, routine } = known;
          const thread = place < plain ? start + place : routine + place - plain;
          gaps[at] = thread - before;
          before = thread;
        }
      }
    }
    return gaps;
  }

  /**
   * @param {string[]} terms
   * @param {Int32Array} directory
   * @param {Archive} archive
   */
  function readDirectory(terms, directory, archive) {
    /** @type {Map<string, FieldRow[]>} */
    const rows = new Map();
    let at = 0;
    let posting = 0;
    let run = 0;
    for (const term of terms) {
      const fields = directory[at++];
      const ofTerm = [];
      for (let field = 0; field < archive.fields.length; field++) {
        if (!(fields & (1 << field))) continue;
        const { isShared } = archive.fields[field];
        const postings = directory[at++];
        const pieces = isShared ? directory[at++] : postings;
        ofTerm.push({ field, postings, pieces, posting, run: isShared ? run : -1 });
        posting += postings;
        if (isShared) run += postings;
      }
      rows.set(term, ofTerm);
    }
    return rows;
  }

  /**
   * Puts the lengths that a shard left out where it says 0.
   * @param {Shard} shard
   * @param {string} text
   */
  function addLongLengths(shard, text) {
    if (shard.isWhole) return;
    shard.isWhole = true;
    const longer = minutebook.numbers.decode(text);
    let next = 0;
    for (let posting = 0; posting < shard.lengths.length; posting++) {
      if (!shard.lengths[posting]) shard.lengths[posting] = longer[next++];
    }
  }

  /**
   * Where each posting's positions begin, worked out once.
   * @param {Shard} shard
   */
  function positionStarts(shard) {
    if (!shard.positionStarts) {
      const starts = new Int32Array(shard.times.length + 1);
      for (let posting = 0; posting < shard.times.length; posting++) {
        starts[posting + 1] = starts[posting] + shard.times[posting];
      }
      shard.positionStarts = starts;
    }
    return shard.positionStarts;
  }

  minutebook.postings = { readShard, addRest, addLongLengths, positionStarts };
})();
