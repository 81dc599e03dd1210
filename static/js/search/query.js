/**
 * What a person typed to what is looked for. Nothing typed is an error: what is no phrase, no
 * `-word`, no `prefix*` and no filter is text. Twin of `site_gen/search/query.py`.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const LONGEST_QUERY = 500; // characters; what follows is not read
  const MOST_UNITS = 30; // one bit each
  const SYNONYM_BOOST = 0.5;
  const OPTIONAL = new Set(
    (
      "how what does do did where when why who whom whose can could should would will am i me my " +
      "about any please tell"
    ).split(" "),
  );
  /** Words that people use for kinds of pieces. @type {Record<string, string[]>} */
  const TYPES = {
    question: ["question"],
    "follow-up": ["supplementary"],
    answer: ["response"],
    reply: ["response"],
    replie: ["response"],
    decision: ["resolution", "recommendation"],
    point: ["comment"],
    petition: ["representation"],
    promise: ["undertaking"],
  };
  const KINDS = [
    ..."question supplementary response comment representation motion resolution".split(" "),
    ..."recommendation undertaking action discussion document".split(" "),
  ];
  /** @type {Record<string, string>} */
  const RESPONSES = {
    recorded: "recorded",
    yes: "recorded",
    "to-follow": "to-follow",
    follow: "to-follow",
    none: "none",
    no: "none",
  };
  const TOKEN =
    /(?<sign>-?)(?:(?<key>[a-z]+):(?:["“”](?<long>[^"“”]+)["“”]|(?<short>[^\s"“”]+))|["“”](?<phrase>[^"“”]*)["“”]|(?<word>[^\s"“”]+)|["“”])/giu;

  /** @returns {Filters} */
  const noFilters = () => ({
    type: [],
    committee: [],
    person: [],
    response: [],
    from: "",
    to: "",
  });

  /**
   * @param {string} text
   * @param {[string, string][]} glossary
   * @returns {Query}
   */
  function parse(text, glossary) {
    const filters = noFilters();
    /** @type {Group[]} */
    const groups = [];
    /** @type {Alternative[]} */
    const prohibited = [];
    /** @type {string[]} */
    const plain = [];
    let before = 0;
    for (const match of text.slice(0, LONGEST_QUERY).matchAll(TOKEN)) {
      const { sign, key, long, short, phrase, word } = match.groups ?? {};
      // A minus within a word is a hyphen: the word before has taken it, unless a quote ends there.
      const isOut = sign === "-" && (match.index === 0 || match.index > before);
      before = match.index + match[0].length;
      if (key && !isOut && addFilter(filters, key.toLowerCase(), long ?? short)) continue;
      if (phrase !== undefined) {
        const found = phraseOf(phrase);
        if (!found) continue;
        if (isOut) prohibited.push(found);
        else groups.push({ written: `"${phrase.trim()}"`, alternatives: [found], isFirm: true });
        continue;
      }
      const written = word ?? (key ? `${key}:${long ? `"${long}"` : short}` : "");
      const prefix = prefixOf(written);
      if (isOut) prohibited.push(...(prefix ? [prefix] : compoundAlternatives(written)));
      else if (prefix) groups.push({ written, alternatives: [prefix], isFirm: false });
      else plain.push(sign + written);
    }
    groups.push(...plainGroups(plain, glossary));
    return { ...withinLimit(groups, prohibited), filters };
  }

  /**
   * Whether `key` and `value` are a filter, which then is added.
   * @param {Filters} filters
   * @param {string} key
   * @param {string} value
   */
  function addFilter(filters, key, value) {
    const plain = value.toLowerCase().trim();
    if (key === "type") {
      const kinds = kindsOf(plain.replace(/s$/, ""));
      return KINDS.includes(kinds[0]) && kinds.every((kind) => push(filters.type, kind));
    }
    if (key === "response") {
      return Object.hasOwn(RESPONSES, plain) ? push(filters.response, RESPONSES[plain]) : false;
    }
    if (key === "committee" || key === "person") return push(filters[key], plain);
    if (!/^[0-9]{4}(-[0-9]{2}){0,2}$/.test(plain)) return false;
    if (key === "from" || key === "year") filters.from = plain;
    if (key === "to" || key === "year") filters.to = plain;
    return ["from", "to", "year"].includes(key);
  }

  /** The kinds of pieces that a type stands for. @param {string} type as typed, or as chosen */
  const kindsOf = (type) => (Object.hasOwn(TYPES, type) ? TYPES[type] : [type]);

  /** @param {string[]} list @param {string} value */
  function push(list, value) {
    if (!list.includes(value)) list.push(value);
    return true;
  }

  /** @param {string} written @returns {Alternative | null} */
  function prefixOf(written) {
    const found = /^(.*[^*])\*+$/u.exec(written);
    if (!found) return null;
    const [only, ...others] = minutebook.words.compounds(found[1]);
    if (!only || others.length) return null;
    const start = only.wholes[0] ?? only.parts[0];
    return start.length > 1 ? { terms: [], prefix: start, boost: 1 } : null;
  }

  /**
   * A phrase as its terms and their distances; one word is no phrase but must be there.
   * @param {string} phrase
   * @returns {Alternative | null}
   */
  function phraseOf(phrase) {
    const words = minutebook.words.words(phrase);
    const first = words.findIndex((word) => word !== "");
    if (first < 0) return null;
    const terms = [];
    const places = [];
    for (let place = first; place < words.length && terms.length < MOST_UNITS; place++) {
      if (!words[place]) continue;
      terms.push(minutebook.stem(words[place]));
      places.push(place - first);
    }
    const spelled = spelledOut(phrase);
    const alternative = terms.length > 1 ? { terms, places, spelled } : { terms };
    // Positions cannot tell which stop words these are: the text must, when it is shown.
    return words.includes("")
      ? { ...alternative, boost: 1, spelled, isExact: true }
      : { ...alternative, boost: 1 };
  }

  /**
   * All the words of `text`, stop words too, as stems between spaces: a phrase stands in a text
   * when it does so spelled out.
   * @param {string} text
   */
  function spelledOut(text) {
    const { chunks, forms } = minutebook.words;
    const all = chunks(text).flatMap(({ written }) => forms(written));
    return ` ${all.map(({ stem }) => stem).join(" ")} `;
  }

  /** @param {string} written @returns {Alternative[]} */
  function compoundAlternatives(written) {
    return minutebook.words.compounds(written).flatMap(alternativesOf);
  }

  /** @param {Compound} compound @returns {Alternative[]} */
  function alternativesOf({ parts, wholes }) {
    const { STOP_WORDS } = minutebook.words;
    const kept = parts.filter((part) => !STOP_WORDS.has(part)).map(minutebook.stem);
    const found = wholes.map((whole) => ({ terms: [minutebook.stem(whole)], boost: 1 }));
    return kept.length ? [{ terms: kept, boost: 1 }, ...found] : found;
  }

  /**
   * The words outside quotation marks, each with what means the same. Question words and single
   * letters count only when there is nothing else.
   * @param {string[]} plain
   * @param {[string, string][]} glossary
   */
  function plainGroups(plain, glossary) {
    const compounds = plain
      .flatMap((written) => minutebook.words.compounds(written).map((each) => ({ written, each })))
      .filter(({ each }) => alternativesOf(each).length);
    const telling = compounds.filter(({ each }) => !isOptional(each));
    const chosen = telling.length ? telling : compounds;
    const alike = synonymsByTerms(glossary);
    const longest = Math.max(1, ...Array.from(alike.keys(), (key) => key.split(" ").length));
    /** @type {Group[]} */
    const groups = [];
    for (let at = 0; at < chosen.length;) {
      let length = Math.min(longest, chosen.length - at);
      while (length > 1 && !alike.has(keyOf(chosen.slice(at, at + length)))) length--;
      const taken = chosen.slice(at, at + length);
      const same = alike.get(keyOf(taken)) ?? [];
      const own =
        length === 1
          ? alternativesOf(taken[0].each)
          : [{ terms: taken.flatMap(({ each }) => alternativesOf(each)[0].terms), boost: 1 }];
      groups.push({
        written: taken.map(({ written }) => written).join(" "),
        alternatives: [...own, ...same.map((terms) => ({ terms, boost: SYNONYM_BOOST }))],
        isFirm: false,
      });
      at += length;
    }
    return withoutTwins(groups);
  }

  /** @param {Compound} compound */
  function isOptional({ parts, wholes }) {
    return !wholes.length && parts.every((part) => OPTIONAL.has(part) || /^\p{L}$/u.test(part));
  }

  /** @param {{each: Compound}[]} compounds */
  function keyOf(compounds) {
    return compounds.map(({ each }) => alternativesOf(each)[0].terms.join(" ")).join(" ");
  }

  /**
   * What means the same as some terms: each pair of the glossary, both ways. It holds terms with
   * spaces between.
   * @param {[string, string][]} glossary
   */
  function synonymsByTerms(glossary) {
    /** @type {Map<string, string[][]>} */
    const found = new Map();
    for (const [one, other] of glossary) {
      found.set(one, [...(found.get(one) ?? []), other.split(" ")]);
      found.set(other, [...(found.get(other) ?? []), one.split(" ")]);
    }
    return found;
  }

  /** @param {Group[]} groups */
  function withoutTwins(groups) {
    const seen = new Set();
    return groups.filter(({ alternatives }) => {
      const key = JSON.stringify(alternatives);
      return !seen.has(key) && seen.add(key);
    });
  }

  /**
   * As much as there are bits for.
   * @param {Group[]} groups
   * @param {Alternative[]} prohibited
   */
  function withinLimit(groups, prohibited) {
    let units = 0;
    const fits = (/** @type {Alternative[]} */ alternatives) => {
      units += alternatives.reduce((sum, { terms }) => sum + Math.max(1, terms.length), 0);
      return units <= MOST_UNITS;
    };
    return {
      groups: groups.filter(({ alternatives }) => fits(alternatives)),
      prohibited: prohibited.filter((alternative) => fits([alternative])),
    };
  }

  /**
   * Filters that were typed and filters that were chosen, together.
   * @param {Filters} typed
   * @param {Partial<Filters>} chosen
   * @returns {Filters}
   */
  function joined(typed, chosen) {
    const both = (/** @type {"type"|"committee"|"person"|"response"} */ name) => [
      ...new Set([...typed[name], ...(chosen[name] ?? [])]),
    ];
    return {
      type: [...new Set(both("type").flatMap(kindsOf))],
      committee: both("committee"),
      person: both("person"),
      response: both("response"),
      from: chosen.from || typed.from,
      to: chosen.to || typed.to,
    };
  }

  minutebook.query = { parse, joined, spelledOut };
})();
