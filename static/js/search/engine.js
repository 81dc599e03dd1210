/**
 * Search: what was typed and chosen to threads in order. It asks for files of the index
 * and knows nothing of the page, and runs under a test alone.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const FEW = 10; // with fewer threads that have all words, those with any follow
  const HEADING = 0.4; // what a match in a heading is worth beside one in the words below it
  const ROUTINE = ["apologi", "declar", "routin"]; // who types these wants routine business

  /** `filters.js` adds to it. @implements {Omit<Engine, "counts" | "people">} */
  class Search {
    /** @param {IndexFiles} files */
    constructor(files) {
      this.files = files;
      /** @type {{archive: Archive, key: string, shown: number, opened: Opened, found: Promise<Result>} | null} */
      this.last = null;
    }

    prepare() {
      this.files.fresh((archive) => this.files.place(archive)).catch(() => {});
    }

    /** Loads the code that not every search needs. @returns {Promise<void>} */
    rest() {
      return minutebook.filters ? Promise.resolve() : minutebook.loadRest();
    }

    /** Loads the lengths that common terms leave out. @param {TermRows[]} rows */
    async longLengths(rows) {
      await Promise.all(
        rows.flatMap(({ blocks }) =>
          blocks.map(({ shard, file }) =>
            file.hasLong && !shard.isWhole
              ? this.files.file(`${file.name}-l`, file.digest, (value) =>
                  minutebook.postings.addLongLengths(shard, value[0]),
                )
              : null,
          ),
        ),
      );
    }

    /**
     * The words that begin with `start`.
     * @param {Archive} archive
     * @param {string} start
     */
    async words(archive, start) {
      await Promise.all([this.rest(), this.files.place(archive)]);
      const { filesFor, readWords } = minutebook.dictionary;
      const read = await Promise.all(
        archive.blocks.flatMap(({ name, wordStarts, wordDigests }) =>
          filesFor(wordStarts, start).map((number) =>
            this.files.file(
              `w-${name}-${number}`,
              minutebook.archive.nth(wordDigests, number),
              readWords,
            ),
          ),
        ),
      );
      return read.flat();
    }

    /**
     * What filters know of all threads: one file for each block, and the code that reads it.
     * @template {keyof Known} Name
     * @param {Archive} archive
     * @param {Name} name
     * @returns {Promise<Known[Name]>}
     */
    known(archive, name) {
      return this.files.once(name, async () => {
        await this.files.place(archive);
        const files = archive.blocks.map((block) =>
          this.files.file(`${name[0]}-${block.name}`, block[name], (value) => value),
        );
        const [values] = await Promise.all([Promise.all(files), this.rest()]);
        return minutebook.filters.read[name](archive, values);
      });
    }

    /**
     * The threads that match, in order; the last answer is remembered.
     * @param {Archive} archive
     * @param {SearchRequest} asked
     * @returns {Promise<Result>}
     */
    result(archive, asked) {
      const shown = Math.max(FEW, asked.shown ?? FEW);
      const key = JSON.stringify({ ...asked, shown: 0 });
      const last = this.last?.archive === archive ? this.last : null;
      // For more than it was sure of the order of, it may take more files.
      if (last?.key === key && last.shown >= shown) return last.found;
      const opened = last?.key === key ? last.opened : new Map();
      const found = this.find(archive, { ...asked, shown }).then((each) => ({ ...each, opened }));
      this.last = { archive, key, shown, opened, found };
      found.catch(() => (this.last = null));
      return found;
    }

    /** @param {Archive} archive @param {SearchRequest} asked @returns {Promise<Found>} */
    async find(archive, asked) {
      const first = await this.match(archive, asked, asked.q);
      if (!first.plan.missing.length) return first;
      await this.rest();
      const likely = await minutebook.dictionary.suggestion(asked.q, first.plan.missing, (start) =>
        this.words(archive, start),
      );
      if (!likely || first.total) return { ...first, didYouMean: likely };
      const second = await this.match(archive, asked, likely);
      return second.total ? { ...second, searchedFor: likely } : first;
    }

    /**
     * @param {Archive} archive
     * @param {SearchRequest} asked
     * @param {string} text
     * @returns {Promise<Found>}
     */
    async match(archive, asked, text) {
      const { parse, joined } = minutebook.query;
      const query = parse(text, archive.glossary);
      const filters = joined(query.filters, asked);
      const plan = await minutebook.plan.make(archive, query, {
        rows: (term, isOfPhrase) => this.files.rows(archive, term, isOfPhrase),
        words: (start) => this.words(archive, start),
      });
      const { score } = minutebook.scoring;
      await minutebook.pause();
      const isFiltered = Object.values(filters).some((each) => each.length > 0);
      await this.files.place(archive);
      const passes = isFiltered ? await this.tests(archive, filters) : {};
      const { groups, prohibited } = query;
      const isEmpty = !groups.length && !isFiltered && !prohibited.length;
      const order = groups.length || asked.order === "oldest" ? asked.order : "newest";
      const isRoutineWanted = plan.clauses.some(({ rows }) => ROUTINE.includes(rows.term));
      const { joinThreads, select, arrange } = minutebook.ranking;
      for (let isExact = order !== "relevance"; ; isExact = true) {
        const found = await score(archive, plan.clauses);
        minutebook.plan.markPhrases(plan, found);
        const goesOn = joinThreads(archive, found);
        const selected = isEmpty
          ? { all: new Int32Array(), any: new Int32Array() }
          : await select(found, plan.groups, plan.prohibited);
        await minutebook.pause();
        const arranged = arrange(archive, found.scores, selected, {
          passes,
          order,
          few: FEW,
          isRoutineWanted,
        });
        const top = arranged.first(asked.shown ?? FEW);
        if (isExact || !top.some((thread) => found.inexact[thread])) {
          const { scores } = found;
          return { ...arranged, plan, passes, goesOn, scores };
        }
        await this.longLengths(plan.clauses.map(({ rows }) => rows));
      }
    }

    /** @param {Archive} archive @param {Filters} filters */
    async tests(archive, filters) {
      const [facets, people] = await Promise.all([
        this.known(archive, "facets"),
        filters.person.length ? this.known(archive, "people") : [],
      ]);
      return minutebook.filters.tests(filters, facets, people);
    }

    /** @param {SearchRequest} asked */
    found(asked) {
      return this.files.fresh((archive) => this.result(archive, asked));
    }

    /** @param {SearchRequest} asked @returns {Promise<FoundThreads>} */
    search(asked) {
      return this.files.fresh(async (archive) => {
        const result = await this.result(archive, asked);
        const { plan, didYouMean = "", searchedFor = "" } = result;
        let { total, allWords } = result;
        const shown = asked.shown ?? FEW;
        /** @type {FoundThreads["threads"]} */
        const threads = [];
        for (let from = 0; threads.length < shown;) {
          const next = result.first(from + shown - threads.length).slice(from);
          if (!next.length) break;
          if (minutebook.isDue()) await minutebook.pause();
          const records = await Promise.all(next.map((one) => this.records(archive, one, result)));
          for (const [place, thread] of next.entries()) {
            if (minutebook.isDue()) await minutebook.pause();
            if (hasExactly(records[place], plan.exact)) {
              const { opened } = result;
              const made = opened.get(thread) ?? {
                ...open(records[place], plan.matcher),
                score: result.scores[thread],
              };
              opened.set(thread, made);
              threads.push(made);
            } else {
              total--;
              if (from + place < result.allWords) allWords--;
            }
          }
          from += next.length;
        }
        const withAllWords = Math.min(allWords, threads.length);
        return { threads, total, withAllWords, didYouMean, searchedFor, matcher: plan.matcher };
      });
    }

    /** @param {Archive} archive @param {number} thread @param {Result} result */
    records(archive, thread, { goesOn }) {
      const parts = [thread, ...(goesOn.get(thread) ?? [])];
      return Promise.all(parts.map((each) => this.record(archive, each)));
    }

    /** @param {Archive} archive @param {number} thread */
    async record(archive, thread) {
      const { name, digest, place } = minutebook.archive.chunkOf(archive, thread);
      return (await this.files.file(name, digest, minutebook.display.readChunk))[place];
    }

    /** Whether a search would load no postings. @param {SearchRequest} asked */
    isReady(asked) {
      const { archive } = this.files;
      if (!archive) return false;
      const { groups } = minutebook.query.parse(asked.q, archive.glossary);
      return groups
        .flatMap(({ alternatives }) => alternatives)
        .every(
          ({ terms, prefix }) =>
            !prefix &&
            terms
              .flatMap((term) => minutebook.archive.shardsOf(archive, term))
              .every(({ file }) => this.files.loaded.has(file.name)),
        );
    }
  }

  /**
   * A thread as a result shows it, opened at the piece that matches best.
   * @param {any[][]} records the thread's, and those of threads that go on from it
   * @param {Matcher} matcher
   */
  function open(records, matcher) {
    const [date, committeeId, committee] = records[0][0];
    const pieces = records.flatMap(([, ...listed]) =>
      listed.map(([id, url, kind, title, item, speaker, outcome, response, text]) => {
        const piece = { id, url, kind, title, item, speaker, outcome, response, text };
        const worth = worthOf(text, matcher) + HEADING * worthOf(`${title} ${item}`, matcher);
        return { piece, worth: Math.round(worth * 1e6) };
      }),
    );
    const best = pieces.reduce((one, other) => (other.worth > one.worth ? other : one));
    return { date, committee, committeeId, first: pieces[0].piece, best: best.piece };
  }

  /**
   * Whether each of some spelled out phrases stands in a piece.
   * @param {any[][]} records
   * @param {string[]} phrases
   */
  function hasExactly(records, phrases) {
    if (!phrases.length) return true;
    const texts = records
      .flatMap(([, ...listed]) => listed)
      .flatMap((piece) => [piece[3], piece[4], piece[8]].map(minutebook.query.spelledOut));
    return phrases.every((phrase) => texts.some((text) => text.includes(phrase)));
  }

  /** How many, and how rare, the words of `text` are that were looked for. */
  function worthOf(/** @type {string} */ text, /** @type {Matcher} */ matcher) {
    const { terms, phrases, prefixes } = matcher;
    /** @type {Map<string, number>} */
    const found = new Map();
    const { chunks, forms } = minutebook.words;
    const all = chunks(text).flatMap(({ written }) => forms(written));
    for (const { word, stem } of all) {
      const worth = terms.get(stem) ?? +prefixes.some((prefix) => word.startsWith(prefix));
      if (worth) found.set(stem, worth);
    }
    const spelled = phrases.size ? minutebook.query.spelledOut(text) : "";
    for (const [phrase, worth] of phrases)
      if (spelled.includes(` ${phrase} `)) found.set(phrase, worth);
    return [...found.values()].reduce((sum, worth) => sum + worth, 0);
  }

  minutebook.Search = Search;
  minutebook.openSearch = (files) => /** @type {any} */ (new Search(files));
})();
