/**
 * A search small enough to read, that stands in for the engine while a page is looked at: every
 * word counted over every thread, nothing loaded. `minutebook.standIn` holds the threads.
 */
(function () {
  const { words, stem, standIn, searchPage } = minutebook;
  const terms = (text) => words.words(text).filter(Boolean).map(stem);
  const spoken = (piece) => [piece.text, piece.title, piece.item, piece.speaker].join(" ");
  const passes = (state, thread, but) =>
    (but === "type" ||
      !state.type.length ||
      thread.pieces.some((one) => state.type.includes(one.kind))) &&
    (but === "committee" ||
      !state.committee.length ||
      state.committee.includes(thread.committeeId)) &&
    (but === "person" ||
      !state.person.length ||
      thread.people.some(([id]) => state.person.includes(id))) &&
    (but === "response" ||
      !state.response.length ||
      thread.pieces.some((one) => state.response.includes(one.response))) &&
    (but === "year" ||
      ((!state.from || thread.date >= state.from) &&
        (!state.to || thread.date.slice(0, state.to.length) <= state.to)));

  function find(state, but) {
    const asked = [...new Set(terms(state.q))];
    return standIn
      .filter((thread) => passes(state, thread, but))
      .map((thread) => {
        const scored = thread.pieces.map((piece) => {
          const has = new Set(terms(spoken(piece)));
          return asked.filter((term) => has.has(term));
        });
        const has = new Set(scored.flat());
        const best = scored.reduce(
          (best, one, at) => (one.length > scored[best].length ? at : best),
          0,
        );
        return { thread, has: has.size, best };
      })
      .filter(({ has }) => has || !asked.length)
      .sort(
        (a, b) =>
          b.has - a.has ||
          (state.order === "oldest" ? 1 : -1) * (a.thread.date < b.thread.date ? -1 : 1),
      )
      .map((one) => ({ ...one, isWhole: one.has === asked.length }));
  }

  searchPage.openSession = () => ({
    isReady: () => true,
    async search(state) {
      const whole = find(state).filter((one) => one.isWhole);
      const found = whole.length < 10 ? find(state) : whole;
      return {
        threads: found.slice(0, state.shown).map(({ thread, best }) => ({
          ...thread,
          first: thread.pieces[0],
          best: thread.pieces[best],
        })),
        total: found.length,
        withAllWords: whole.length,
        didYouMean: state.q === "childern" ? "children" : "",
        searchedFor: "",
      };
    },
    async counts(state) {
      const counts = { type: {}, committee: {}, response: {}, year: {} };
      const add = (group, values) => {
        for (const value of new Set(values)) counts[group][value] = (counts[group][value] ?? 0) + 1;
      };
      const of = (group, values) => {
        for (const { thread } of find(state, group)) add(group, values(thread));
      };
      of("type", (thread) => thread.pieces.map((one) => one.kind));
      of("committee", (thread) => [thread.committeeId]);
      of("response", (thread) => thread.pieces.map((one) => one.response).filter(Boolean));
      of("year", (thread) => [thread.date.slice(0, 4)]);
      return counts;
    },
    async people(state) {
      const people = new Map();
      for (const { thread } of find(state, "person"))
        for (const [id, name] of thread.people)
          people.set(id, { id, name, count: (people.get(id)?.count ?? 0) + 1 });
      return [...people.values()];
    },
  });
})();
