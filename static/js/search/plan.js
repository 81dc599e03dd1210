/** A query to what is scored: each term once, a bit for each thing that a thread may match. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  /**
   * @param {Archive} archive
   * @param {Query} query
   * @param {{rows(term: string, isOfPhrase: boolean): Promise<TermRows>, words(start: string):
   *   Promise<{word: string, often: number}[]>}} files
   * @returns {Promise<Plan>}
   */
  async function make(archive, { groups, prohibited }, files) {
    /** @type {Map<string, number>} */
    const bits = new Map();
    const bitOf = (/** @type {string} */ key) => {
      if (!bits.has(key)) bits.set(key, 1 << bits.size);
      return /** @type {number} */ (bits.get(key));
    };
    /** @type {Map<string, {bit: number, boost: number}>} */
    const terms = new Map();
    /** @type {Set<string>} */
    const scored = new Set();
    /** @type {Set<string>} */
    const marked = new Set();
    /** @type {string[]} */
    const prefixes = [];
    /** @type {{terms: string[], places: number[], bit: number}[]} */
    const phrases = [];
    const add = (
      /** @type {string} */ term,
      /** @type {number} */ bit,
      /** @type {number} */ boost,
    ) => {
      const known = terms.get(term) ?? { bit: 0, boost: 0 };
      terms.set(term, { bit: known.bit | bit, boost: Math.max(known.boost, boost) });
    };
    /** What a thread must match for an alternative. */
    const maskOf = async (/** @type {Alternative} */ alternative) => {
      const { boost, places, prefix } = alternative;
      if (prefix !== undefined) {
        prefixes.push(prefix);
        const bit = bitOf(`${prefix}*`);
        const expanded = minutebook.dictionary.expand(await files.words(prefix), prefix);
        for (const term of expanded) add(term, bit, boost);
        return { mask: bit, terms: expanded };
      }
      if (places) {
        const bit = bitOf(JSON.stringify(alternative));
        phrases.push({ terms: alternative.terms, places, bit });
        for (const term of alternative.terms) add(term, 0, boost);
        return { mask: bit, terms: alternative.terms };
      }
      let mask = 0;
      for (const term of alternative.terms) {
        const bit = bitOf(term);
        add(term, bit, boost);
        mask |= bit;
      }
      return { mask, terms: alternative.terms };
    };
    const found = [];
    for (const group of groups) {
      const alternatives = [];
      for (const alternative of group.alternatives) {
        const masked = await maskOf(alternative);
        for (const term of masked.terms) {
          scored.add(term);
          // Of a phrase its words are not marked wherever they stand.
          if (!alternative.spelled) marked.add(term);
        }
        alternatives.push({ ...masked, isPrefix: alternative.prefix !== undefined });
      }
      found.push({ ...group, masked: alternatives });
    }
    const out = [];
    for (const alternative of prohibited) out.push((await maskOf(alternative)).mask);

    const ofPhrases = new Set(phrases.flatMap((phrase) => phrase.terms));
    const rows = new Map(
      await Promise.all(
        Array.from(
          terms.keys(),
          async (term) =>
            /** @type {const} */ ([term, await files.rows(term, ofPhrases.has(term))]),
        ),
      ),
    );
    const rowsOf = (/** @type {string} */ term) => /** @type {TermRows} */ (rows.get(term));
    const stands = (/** @type {string} */ term) => rowsOf(term).blocks.length > 0;
    const threads = [];
    for (const phrase of phrases) {
      const each = phrase.terms.map(rowsOf);
      const isThere = phrase.terms.every(stands);
      threads.push({
        bit: phrase.bit,
        threads: isThere ? await minutebook.phrases.findPhrase(each, phrase.places) : [],
      });
    }
    const clauses = Array.from(terms, ([term, { bit, boost }]) => ({
      rows: rowsOf(term),
      bit,
      // What must not be there adds nothing to a score.
      boost: scored.has(term) ? boost : 0,
      fields: null,
    })).filter(({ rows: found }) => found.blocks.length > 0);
    const sought = groups.flatMap(({ alternatives }) => alternatives);
    const worthOf = (/** @type {string} */ term) =>
      minutebook.scoring.inverseFrequency(archive, rowsOf(term));
    return {
      clauses,
      phrases: threads,
      groups: found.map(({ masked, isFirm }) => ({
        masks: masked.map(({ mask }) => mask),
        isFirm,
      })),
      prohibited: out,
      missing: found
        .filter(({ masked }) =>
          masked.every(({ terms: each, isPrefix }) => !isPrefix && !each.every(stands)),
        )
        .map(({ written }) => written),
      exact: sought.flatMap(({ spelled, isExact }) => (spelled && isExact ? spelled : [])),
      matcher: {
        terms: new Map(Array.from(marked, (term) => [term, worthOf(term)])),
        phrases: new Map(
          sought.flatMap(({ spelled, terms: each }) =>
            spelled ? [[spelled.trim(), each.reduce((sum, one) => sum + worthOf(one), 0)]] : [],
          ),
        ),
        prefixes,
      },
    };
  }

  /** Sets the bits of phrases where they stand. @param {Plan} plan @param {Scores} found */
  function markPhrases(plan, { matched }) {
    for (const { bit, threads } of plan.phrases)
      for (const thread of threads) matched[thread] |= bit;
  }

  minutebook.plan = { make, markPhrases };
})();
