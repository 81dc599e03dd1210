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
   * @returns {Promise<Shard>}
   */
  async function readShard(value, archive, block) {
    const { decode } = minutebook.numbers;
    const [terms, directory] = value;
    const columns = [];
    for (const column of value.slice(2, 7)) {
      if (minutebook.isDue()) await minutebook.pause();
      columns.push(decode(column));
    }
    const [days, places, counted, runs, lengths] = columns;
    const rest = value.slice(7);
    const rows = readDirectory(minutebook.archive.frontDecoded(terms), decode(directory), archive);
    if (minutebook.isDue()) await minutebook.pause();
    const gaps = new Int32Array(days.length);
    const members = new Uint16Array(gaps.length);
    const times = new Uint16Array(gaps.length);
    for (let at = 0, posting = 0; at < counted.length; posting++) {
      const number = counted[at++];
      members[posting] = number >> 3;
      times[posting] = (number & 7) + 1;
      if ((number & 7) === MOST_COUNTED) times[posting] += counted[at++];
    }
    const shard = {
      ...{ rows, block, gaps, members, times, positions: null, isWhole: false },
      ...{ days, places, lengths, runs, placed: new Set() },
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
   * Where a term stands. Its threads are worked out now, from days and places on them, which alone
   * stand in the file: so a meeting more changes nothing that is said of others.
   * @param {Shard} shard
   * @param {string} term
   */
  function rowsOf(shard, term) {
    const rows = shard.rows.get(term);
    if (rows && !shard.placed.has(rows)) {
      shard.placed.add(rows);
      for (const row of rows) placeRow(shard, row);
    }
    return rows;
  }

  /** @param {Shard} shard @param {FieldRow} row */
  function placeRow({ block, days, places, gaps }, { posting, postings }) {
    const known = block.days;
    let day = 0;
    let place = 0;
    let before = block.start;
    for (let at = posting; at < posting + postings; at++) {
      place = days[at] || at === posting ? places[at] : place + places[at];
      day += days[at] * minutebook.archive.OF_DAY;
      const plain = known[day + 1];
      if (!(plain + known[day + 3])) throw new RangeError("no meeting on this day");
      const thread = place < plain ? known[day] + place : known[day + 2] + place - plain;
      gaps[at] = thread - before;
      before = thread;
    }
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

  minutebook.postings = { readShard, rowsOf, addRest, addLongLengths, positionStarts };
})();
