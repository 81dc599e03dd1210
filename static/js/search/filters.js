/**
 * Filters and their counts, by thread: a thread passes when one of its pieces does.
 * Twin of `site_gen/search/facets.py`.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  /** @param {string} text an ISO date, perhaps partial @param {string} filler for what it leaves out */
  const whole = (text, filler) => text + filler.slice(text.length);
  const EARLIEST = "0000-00-00";
  const LATEST = "9999-99-99";
  const DECISIONS = ["resolution", "recommendation"];
  const SLICE = 8192; // threads between two looks at the clock
  const DAY = 86_400_000;
  const DAY_0 = Date.parse("0001-01-01") - DAY;

  /**
   * What filters know of all threads, from one value for each block.
   * @param {Archive} archive
   * @param {any[]} values
   * @returns {Promise<Facets>}
   */
  async function readFacets(archive, values) {
    const { decode } = minutebook.numbers;
    const facets = {
      /** @type {Map<string, string>} */
      bodies: new Map(values.flatMap((value) => value.bodies)),
      /** @type {string[][]} */
      signatures: [],
      signatureOf: new Uint16Array(archive.threads),
      meetingOf: new Uint32Array(archive.threads),
      /** @type {{date: string, body: string}[]} */
      meetings: [],
    };
    for (const [number, block] of archive.blocks.entries()) {
      const value = values[number];
      const first = facets.signatures.length;
      for (const one of value.signatures) facets.signatures.push(one.split(" "));
      const signatures = decode(value.signatureOf);
      for (let at = 0; at < signatures.length; at++)
        facets.signatureOf[block.start + at] = first + signatures[at];
      if (minutebook.isDue()) await minutebook.pause();
      const bodyOf = decode(value.bodyOf);
      let meeting = facets.meetings.length;
      let day = 0;
      let date = "";
      for (const [place, gap] of decode(value.days).entries()) {
        day += gap;
        if (gap) date = new Date(DAY_0 + day * DAY).toISOString().slice(0, 10);
        const body = value.bodies[bodyOf[place]][0];
        facets.meetings.push({ date: value.partial[place] ?? date, body });
        if (place % 512 === 0 && minutebook.isDue()) await minutebook.pause();
      }
      block.segments.forEach((segment, place) => {
        let thread = segment.start;
        const meetings = value.meetings[place];
        decode(value.threads[place]).forEach((count, at) => {
          facets.meetingOf.fill(meeting + (at % meetings), thread, thread + count);
          thread += count;
        });
        meeting += meetings;
      });
      if (minutebook.isDue()) await minutebook.pause();
    }
    return facets;
  }

  /**
   * In which threads each person has a part.
   * @param {Archive} archive
   * @param {any[]} values
   * @returns {People}
   */
  function readPeople(archive, values) {
    /** @type {Map<string, {id: string, name: string, threads: number[]}>} */
    const people = new Map();
    archive.blocks.forEach((block, number) => {
      const gaps = minutebook.numbers.decode(values[number].gaps);
      let at = 0;
      for (const [id, name, count] of values[number].people) {
        const threads = people.get(id)?.threads ?? [];
        people.set(id, { id, name, threads });
        for (let each = 0, thread = block.start; each < count; each++) {
          thread += gaps[at++];
          threads.push(thread);
        }
      }
    });
    return [...people.values()];
  }

  /**
   * Whether `wanted` is the id, or all its words stand in the name.
   * @param {string} wanted
   * @param {string} id
   * @param {string} name
   */
  function isMeant(wanted, id, name) {
    const { words } = minutebook.words;
    const asked = words(wanted).filter(Boolean);
    const known = words(name);
    return wanted === id || (asked.length > 0 && asked.every((word) => known.includes(word)));
  }

  /**
   * For each filter that is set, what a thread must pass.
   * @param {Filters} filters
   * @param {Facets} facets
   * @param {People} people
   * @returns {Tests}
   */
  function tests({ type, response, committee, person, from, to }, facets, people) {
    const { bodies, signatures, signatureOf, meetings, meetingOf } = facets;
    /** @param {string[]} wanted */
    const signed = (wanted) => {
      const passes = signatures.map((each) => each.some((one) => wanted.includes(one)));
      return (/** @type {number} */ thread) => passes[signatureOf[thread]];
    };
    /** @param {(meeting: {date: string, body: string}) => boolean} test */
    const met = (test) => {
      const passes = meetings.map(test);
      return (/** @type {number} */ thread) => passes[meetingOf[thread]];
    };
    /** @type {Tests} */
    const found = {};
    if (type.length) found.type = signed(type);
    if (response.length) found.response = signed(response.map((one) => `=${one}`));
    if (committee.length) {
      found.committee = met(({ body }) =>
        committee.some((one) => isMeant(one, body, bodies.get(body) ?? "")),
      );
    }
    if (from || to) {
      found.year = met(
        ({ date }) =>
          whole(date, LATEST) >= whole(from, EARLIEST) &&
          whole(date, EARLIEST) <= whole(to, LATEST),
      );
    }
    if (person.length) {
      const meant = people.filter(({ id, name }) => person.some((one) => isMeant(one, id, name)));
      const threads = new Set(meant.flatMap((each) => each.threads));
      found.person = (thread) => threads.has(thread);
    }
    return found;
  }

  /** The choice that a part of a signature is counted under. @param {string} one */
  const typeOf = (one) =>
    one.startsWith("=") ? [] : DECISIONS.includes(one) ? ["decision"] : [one];

  /** @param {string} one */
  const responseOf = (one) => (one.startsWith("=") ? [one.slice(1)] : []);

  /**
   * How many of `threads` there are of each value of each filter, given the others.
   * @param {Int32Array} threads all that the words match
   * @param {Tests} passes
   * @param {Facets} facets
   * @returns {Promise<FacetCounts>}
   */
  async function count(threads, passes, { signatures, signatureOf, meetings, meetingOf }) {
    /** @type {FacetCounts} */
    const counts = { type: {}, response: {}, committee: {}, year: {} };
    /**
     * The last tally: two filters count the same where none is set.
     * @type {{numbers: Uint16Array | Uint32Array, passing: Int32Array, found: Uint32Array}}
     */
    let counted = { numbers: meetingOf, passing: new Int32Array(), found: new Uint32Array() };
    for (const name of /** @type {const} */ (["type", "response", "committee", "year"])) {
      const isSigned = name === "type" || name === "response";
      const numbers = isSigned ? signatureOf : meetingOf;
      const listed = isSigned ? signatures : meetings;
      const passing = minutebook.ranking.passing(threads, passes, name);
      if (numbers !== counted.numbers || passing !== counted.passing)
        counted = { numbers, passing, found: await tally(passing, numbers, listed.length) };
      counted.found.forEach((often, number) => {
        if (!often) return;
        const values = isSigned
          ? new Set(signatures[number].flatMap(name === "type" ? typeOf : responseOf))
          : [name === "year" ? meetings[number].date.slice(0, 4) : meetings[number].body];
        for (const value of values) counts[name][value] = (counts[name][value] ?? 0) + often;
      });
      if (minutebook.isDue()) await minutebook.pause();
    }
    return counts;
  }

  /**
   * Of each number how many of `threads` have it.
   * @param {Int32Array} threads
   * @param {Uint16Array | Uint32Array} numbers
   * @param {number} count of numbers
   */
  async function tally(threads, numbers, count) {
    const found = new Uint32Array(count);
    for (let at = 0; at < threads.length; at++) {
      if (at % SLICE === 0 && minutebook.isDue()) await minutebook.pause();
      found[numbers[threads[at]]]++;
    }
    return found;
  }

  /**
   * In how many of `threads` each person has a part.
   * @param {Archive} archive
   * @param {Int32Array} threads
   * @param {People} people
   */
  async function countPeople(archive, threads, people) {
    const isFound = new Uint8Array(archive.threads);
    for (let at = 0; at < threads.length; at++) isFound[threads[at]] = 1;
    const counted = [];
    for (const { id, name, threads: own } of people) {
      counted.push({ id, name, count: own.reduce((sum, thread) => sum + isFound[thread], 0) });
      if (minutebook.isDue()) await minutebook.pause();
    }
    return counted;
  }

  /** @param {Int32Array[]} parts */
  function together([one, other]) {
    const both = new Int32Array(one.length + other.length);
    both.set(one);
    both.set(other, one.length);
    return both;
  }

  /**
   * How many of the results would pass each choice of a filter.
   * @this {OpenSearch}
   * @param {SearchRequest} asked
   */
  function counts(asked) {
    return this.files.fresh(async (archive) => {
      const [result, facets] = await Promise.all([
        this.result(archive, asked),
        this.known(archive, "facets"),
      ]);
      return count(together(result.unfiltered), result.passes, facets);
    });
  }

  /**
   * Of each person in how many of the results they have a part.
   * @this {OpenSearch}
   * @param {SearchRequest} asked
   */
  function people(asked) {
    return this.files.fresh(async (archive) => {
      const [result, known] = await Promise.all([
        this.result(archive, asked),
        this.known(archive, "people"),
      ]);
      const all = together(result.unfiltered);
      const found = minutebook.ranking.passing(all, result.passes, "person");
      return countPeople(archive, found, known);
    });
  }

  Object.assign(minutebook.Search.prototype, { counts, people });
  const read = { facets: readFacets, people: readPeople };
  minutebook.filters = { read, tests };
})();
