/** Exact phrases: the pieces in which words stand one after another, in one field. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const MOST_MEMBERS = 4096;

  /**
   * The threads in which a phrase stands, in order. `places` says how far after the first word
   * each of the others comes: stop words between them count.
   * @param {TermRows[]} words
   * @param {number[]} places
   * @returns {Promise<number[]>}
   */
  async function findPhrase(words, places) {
    /** @type {Set<number>} */
    const threads = new Set();
    for (const { block } of words[0].blocks) {
      const rows = words.map((word) => word.blocks.find((each) => each.block === block));
      if (rows.some((row) => !row)) continue;
      for (const { field } of rows[0]?.fields ?? []) {
        const rarestFirst = rows
          .map((row, number) => ({ ...rowOfField(row, field), place: places[number] }))
          .sort((a, b) => a.postings - b.postings);
        if (rarestFirst.some((row) => !row.postings)) continue;
        let starts = null;
        for (const row of rarestFirst) starts = await startsOf(row, block, starts);
        for (const [key, { more }] of starts ?? []) {
          for (let each = 0; each <= more; each++)
            threads.add(Math.floor(key / MOST_MEMBERS) + each);
        }
      }
    }
    return [...threads].sort((a, b) => a - b);
  }

  /** @param {BlockRows | undefined} rows @param {number} field */
  function rowOfField(rows, field) {
    const row = rows?.fields.find((each) => each.field === field);
    return { shard: rows?.shard, row, postings: row?.postings ?? 0 };
  }

  /**
   * Where a phrase may start, by piece: of those in `before`, the ones that this word allows.
   * @param {{shard?: Shard, row?: FieldRow, place: number}} of
   * @param {Block} block
   * @param {Map<number, {more: number, starts: number[]}> | null} before
   */
  async function startsOf({ shard, row, place }, block, before) {
    /** @type {Map<number, {more: number, starts: number[]}>} */
    const found = new Map();
    if (!shard || !row || !shard.positions) return found;
    const from = minutebook.postings.positionStarts(shard);
    let thread = block.start;
    for (let at = row.posting; at < row.posting + row.postings; at++) {
      if (at % 1024 === 0 && minutebook.isDue()) await minutebook.pause();
      thread += shard.gaps[at];
      const key = thread * MOST_MEMBERS + shard.members[at];
      const known = before?.get(key);
      if (before && !known) continue;
      const starts = [];
      for (let position = from[at]; position < from[at + 1]; position++) {
        const start = shard.positions[position] - place;
        if (start >= 0 && (!known || known.starts.includes(start))) starts.push(start);
      }
      const more = row.run < 0 ? 0 : shard.runs[row.run + at - row.posting];
      if (starts.length) found.set(key, { more, starts });
    }
    return found;
  }

  minutebook.phrases = { findPhrase };
})();
