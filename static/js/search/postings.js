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
   * @returns {Shard}
   */
  function readShard(value, archive) {
    const [terms, directory, gaps, counts, lengths, runs, positions] = value;
    const { decode } = minutebook.numbers;
    const counted = decode(counts);
    const gapNumbers = decode(gaps);
    const members = new Uint16Array(gapNumbers.length);
    const times = new Uint16Array(gapNumbers.length);
    for (let at = 0, posting = 0; at < counted.length; posting++) {
      const number = counted[at++];
      members[posting] = number >> 3;
      times[posting] = (number & 7) + 1;
      if ((number & 7) === MOST_COUNTED) times[posting] += counted[at++];
    }
    return {
      rows: readDirectory(minutebook.archive.frontDecoded(terms), decode(directory), archive),
      gaps: gapNumbers,
      members,
      times,
      lengths: decode(lengths),
      runs: decode(runs),
      positions: positions === undefined ? null : decode(positions),
    };
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

  minutebook.postings = { readShard, addLongLengths, positionStarts };
})();
