/**
 * Lunr's scores from counts: BM25 with k1 1.2 and b 0.75, each weight rounded to three places, the
 * query's vector of length one (lunr.js 2.3.9, `Builder` and `Index.query`). A thread has, of each
 * term in each field, the weight of its best piece; a piece that stands alone has Lunr's own score.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const K1 = 1.2;
  const B = 0.75;
  const SLICE = 8192; // postings between two looks at the clock
  const MOST_MEMBERS = 4096;

  /** @param {Archive} archive @param {TermRows} rows */
  function inverseFrequency(archive, rows) {
    let found = 0; // in how many pieces' fields it stands, as Lunr counts it
    for (const { fields } of rows.blocks) for (const row of fields) found += row.pieces;
    return Math.log(1 + Math.abs((archive.pieces - found + 0.5) / (found + 0.5)));
  }

  /**
   * The length of the query's vector in each field.
   * @param {Archive} archive
   * @param {Clause[]} clauses
   */
  function magnitudes(archive, clauses) {
    return archive.fields.map((_, field) => {
      /** @type {Map<string, number>} */
      const boosts = new Map();
      for (const clause of clauses) {
        if (clause.fields && !clause.fields.includes(field)) continue;
        boosts.set(clause.rows.term, (boosts.get(clause.rows.term) ?? 0) + clause.boost);
      }
      return Math.sqrt([...boosts.values()].reduce((sum, boost) => sum + boost * boost, 0));
    });
  }

  /**
   * The score of every thread in which a clause matches, and which clauses: one bit each.
   * @param {Archive} archive
   * @param {Clause[]} clauses
   * @returns {Promise<Scores>}
   */
  async function score(archive, clauses) {
    const scores = {
      scores: new Float64Array(archive.threads),
      matched: new Int32Array(archive.threads),
      inexact: new Uint8Array(archive.threads),
    };
    const lengths = await knownLengths(archive, clauses);
    const long = magnitudes(archive, clauses);
    for (const clause of clauses) {
      const rarity = inverseFrequency(archive, clause.rows);
      for (const { block, shard, fields } of clause.rows.blocks) {
        for (const row of fields) {
          if (clause.fields && !clause.fields.includes(row.field)) continue;
          const factor = clause.boost && clause.boost / long[row.field];
          const add = adder(archive, scores, { block, shard, row, rarity, factor, lengths });
          for (let posting = 0; posting < row.postings; posting += SLICE) {
            add(posting, Math.min(row.postings, posting + SLICE), clause.bit);
            if (minutebook.isDue()) await minutebook.pause();
          }
        }
      }
    }
    return scores;
  }

  /**
   * What adds the weights of some postings of a row: it goes on where it left off.
   * @param {Archive} archive
   * @param {Scores} found
   * @param {{block: Block, shard: Shard, row: FieldRow, rarity: number, factor: number,
   *   lengths: ((thread: number, member: number) => number) | null}} of
   */
  function adder(archive, found, { block, shard, row, rarity, factor, lengths }) {
    const { gaps, members, times, runs } = shard;
    const { boost, average } = archive.fields[row.field];
    const { scores, matched, inexact } = found;
    let thread = block.start;
    let lastThread = -1;
    let lastWeight = 0;
    return (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ bit) => {
      for (let at = row.posting + from; at < row.posting + to; at++) {
        thread += gaps[at];
        const often = times[at];
        let length = shard.lengths[at];
        if (!length) {
          length = lengths ? lengths(thread, members[at]) : 0;
          if (!length) {
            // It is longer than what counts as short: this weight is too high or right.
            length = block.short * often + 1;
            inexact[thread] = 1;
          }
        }
        let weight =
          (rarity * ((K1 + 1) * often)) / (K1 * (1 - B + B * (length / average)) + often);
        weight = (Math.round(weight * boost * 1000) / 1000) * factor;
        const last = row.run < 0 ? thread : thread + runs[row.run + at - row.posting];
        for (let each = thread; each <= last; each++) {
          matched[each] |= bit;
          scores[each] += each === lastThread ? Math.max(0, weight - lastWeight) : weight;
        }
        if (thread !== lastThread || weight > lastWeight) lastWeight = weight;
        lastThread = last;
      }
    };
  }

  /**
   * A piece has one length whatever the term, so a rare word tells what common ones leave out.
   * Null when nothing is left out or nothing tells.
   * @param {Archive} archive
   * @param {Clause[]} clauses
   */
  async function knownLengths(archive, clauses) {
    if (clauses.length < 2 || !clauses.some(leavesOut)) return null;
    const alone = new Uint16Array(archive.threads);
    /** @type {Map<number, number>} */
    const together = new Map();
    for (const { rows } of clauses) {
      for (const { block, shard, fields } of rows.blocks) {
        const row = fields.find((each) => each.field === 0);
        if (!row) continue;
        let thread = block.start;
        for (let at = row.posting; at < row.posting + row.postings; at++) {
          thread += shard.gaps[at];
          if (shard.lengths[at]) {
            if (shard.members[at]) {
              together.set(thread * MOST_MEMBERS + shard.members[at], shard.lengths[at]);
            } else alone[thread] = shard.lengths[at];
          }
          if (at % SLICE === 0 && minutebook.isDue()) await minutebook.pause();
        }
      }
    }
    return (/** @type {number} */ thread, /** @type {number} */ member) =>
      member ? (together.get(thread * MOST_MEMBERS + member) ?? 0) : alone[thread];
  }

  /** Whether a common word's shard says 0 for some lengths. @param {Clause} clause */
  const leavesOut = ({ rows }) =>
    rows.blocks.some(({ file, shard }) => file.hasLong && !shard.isWhole);

  minutebook.scoring = { score, inverseFrequency };
})();
