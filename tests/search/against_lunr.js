// What lunr.js does with clauses, and what the engine does with the same: run by
// `test_lunr_scores.py` behind a loader, with `given` and `answer`.
(async () => {
  const lunr = require("./node_modules/lunr");
  const builder = new lunr.Builder();
  builder.ref("id");
  for (const [name, boost] of given.fields) builder.field(name, { boost });
  for (const document of given.documents) builder.add(document);
  const index = builder.build();
  const archive = await engine.files.open();
  const vocabulary = [
    ...new Set((await engine.words(archive, "")).map(({ word }) => minutebook.stem(word))),
  ];
  const expand = ({ term, wildcard, editDistance }) =>
    wildcard
      ? vocabulary.filter((one) => one.startsWith(term))
      : editDistance
        ? vocabulary.filter(
            (one) => minutebook.dictionary.distance(one, term, editDistance) <= editDistance,
          )
        : [term];
  const found = [];
  for (const clauses of given.queries) {
    const theirs = index.query((query) => {
      for (const { term, fields, boost, presence, wildcard, editDistance } of clauses) {
        const clause = { usePipeline: false, boost: boost ?? 1 };
        if (fields) clause.fields = fields;
        if (presence) clause.presence = lunr.Query.presence[presence.toUpperCase()];
        if (wildcard) clause.wildcard = lunr.Query.wildcard.TRAILING;
        if (editDistance) clause.editDistance = editDistance;
        query.term(term, clause);
      }
    });
    const ours = [];
    const required = [];
    let prohibited = 0;
    for (const [number, clause] of clauses.entries()) {
      const bit = 1 << number;
      if (clause.presence === "required") required.push(bit);
      if (clause.presence === "prohibited") prohibited |= bit;
      for (const term of expand(clause)) {
        const rows = await engine.files.rows(archive, term);
        if (!rows.blocks.length) continue;
        const fields =
          clause.fields?.map((name) => archive.fields.findIndex((one) => one.name === name)) ??
          null;
        ours.push({
          rows,
          bit,
          boost: clause.presence === "prohibited" ? 0 : (clause.boost ?? 1),
          fields,
        });
      }
    }
    await engine.longLengths(ours.map(({ rows }) => rows));
    const { scores, matched, inexact } = await minutebook.scoring.score(archive, ours);
    if (inexact.some(Boolean)) throw new Error("a score is not exact");
    const hits = [];
    matched.forEach((bits, thread) => {
      if (bits & ~prohibited && !(bits & prohibited) && required.every((bit) => bits & bit))
        hits.push(thread);
    });
    const records = await Promise.all(hits.map((thread) => engine.record(archive, thread)));
    found.push({
      theirs: theirs.map(({ ref, score }) => [ref, score]),
      ours: hits.map((thread, place) => [records[place][1][0], scores[thread]]),
    });
  }
  answer(found);
})();
