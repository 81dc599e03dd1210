/**
 * Text to the words that are searched for: the one normaliser, twin of `site_gen/search/words.py`.
 * `docs/search.md` lists the rules. The letters are listed here and not asked of the language,
 * because a browser and Python carry different versions of Unicode.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const STOP_WORDS = new Set(
    (
      "a an and are as at be been but by for from had has have he her his in into is it its of on " +
      "or our she so such that the their them then there these they this to was we were which " +
      "with you your"
    ).split(" "),
  );
  const LONGEST_WORD = 60;
  const LONGEST_WHOLE = 40;
  const MOST_REMEMBERED = 20_000;

  const LETTERS =
    "0-9a-z\\u00df-\\u00f6\\u00f8-\\u02af" +
    "\\u0370-\\u037d\\u037f-\\u0386\\u0388-\\u0559\\u0560-\\u0588" +
    "\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7-\\u05f2" +
    "\\u0610-\\u061a\\u0620-\\u0669\\u066e-\\u06d3\\u06d5-\\u0963" +
    "\\u0966-\\u167f\\u1681-\\u180d\\u180f-\\u1fff" +
    "\\u2c00-\\u2dff\\u3005-\\u3007\\u3021-\\u3029\\u3031-\\u3035\\u3041-\\u309f" +
    "\\u30a1-\\u30fa\\u30fc-\\ud7ff\\uf900-\\ufd3d\\ufd50-\\ufdfb\\ufe70-\\ufefc";
  /** @type {Record<string, string>} */
  const SEVERAL_LETTERS = {
    ß: "ss",
    æ: "ae",
    œ: "oe",
    ø: "o",
    ł: "l",
    đ: "d",
    ð: "d",
    þ: "th",
    ı: "i",
    ħ: "h",
    ŋ: "n",
    ŧ: "t",
    ς: "σ",
  };
  const LISTED = new RegExp(`[${Object.keys(SEVERAL_LETTERS).join("")}]`, "g");
  const TOO_NEW = /[\u1c89\u1c8a\ua7cb-\ua7f1\u{10000}-\u{1d3ff}\u{1d800}-\u{10ffff}]/gu;
  const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
  const APOSTROPHES = /[\u2018\u2019\u02b9\u02bc\u2032`]/g;
  const HYPHENS = /[\u2010-\u2013\u2212]/g;
  const MARKS = /[\u0300-\u036f]/g;
  const THOUSANDS = /[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])/g;
  const POSSESSIVE = /'s(?=[-./'&@_]|$)/g;
  /** @param {string} letters */
  const patterns = (letters) => ({
    run: new RegExp(`[£$€]?[${letters}]+(?:[-./'&@_][£$€]?[${letters}]+)*`, "g"),
    part: new RegExp(`([£$€]?)((?:[${letters}]*[0-9]\\.(?=[0-9]))*[${letters}]+)`, "g"),
  });
  // Nearly all words need few letters, and a browser takes long to make ready a list of all.
  const PLAIN = patterns("0-9a-z");
  const ALL = patterns(LETTERS);
  /** @param {string} folded */
  const patternsFor = (folded) => (/[\u00df-\uffff]/.test(folded) ? ALL : PLAIN);
  const ORDINAL = /^([0-9]+)(?:st|nd|rd|th)$/;
  const MILLIONS = /^([0-9][0-9.]*)(million|billion)$/;
  const SPACED_MILLIONS = /([0-9])[ \u00a0]([mb]illion)/gi;
  const WRITTEN = /[£$€]?[0-9][0-9.,]*[ \u00a0][mb]illion[^\s]*|[^\s]+/gi;

  /** @param {string} text */
  function fold(text) {
    if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase().replaceAll("`", "'");
    return text
      .replace(TOO_NEW, " ")
      .normalize("NFKC")
      .toLowerCase()
      .normalize("NFD")
      .replace(MARKS, "")
      .normalize("NFC")
      .replace(LISTED, (letter) => SEVERAL_LETTERS[letter])
      .replace(UNSEEN, "")
      .replace(APOSTROPHES, "'")
      .replace(HYPHENS, "-");
  }

  /**
   * The words of `text` in order, stop words among them: each is found by all its parts or by any
   * one whole form.
   * @param {string} text
   * @returns {Compound[]}
   */
  function compounds(text) {
    const folded = fold(text.replace(SPACED_MILLIONS, "$1$2"));
    const plain = folded.replace(THOUSANDS, (sum) => sum.replaceAll(",", ""));
    return (plain.match(patternsFor(plain).run) ?? []).map(compound);
  }

  /**
   * The words that `text` is indexed by, in order; "" stands for each stop word.
   * @param {string} text
   * @returns {string[]}
   */
  function words(text) {
    return compounds(text).flatMap(({ parts, wholes }) => [
      ...parts.map((part) => (STOP_WORDS.has(part) ? "" : part)),
      ...wholes,
    ]);
  }

  /**
   * Where the words of `text` stand: cut at white space, as it is written.
   * @param {string} text
   * @returns {{start: number, written: string}[]}
   */
  function chunks(text) {
    return Array.from(text.matchAll(WRITTEN), (match) => ({
      start: match.index,
      written: match[0],
    }));
  }

  /** @type {Map<string, Form[]>} */
  let remembered = new Map();

  /**
   * All the words of a chunk of a text, stop words too, with their stems; worked out once, for
   * texts repeat their words.
   * @param {string} written
   */
  function forms(written) {
    let found = remembered.get(written);
    if (!found) {
      if (remembered.size > MOST_REMEMBERED) remembered = new Map();
      found = compounds(written)
        .flatMap(({ parts, wholes }) => [...parts, ...wholes])
        .map((word) => ({ word, stem: minutebook.stem(word) }));
      remembered.set(written, found);
    }
    return found;
  }

  /** @param {string} run @returns {Compound} */
  function compound(run) {
    /** @type {string[]} */
    const parts = [];
    /** @type {string[]} */
    const sums = [];
    for (const [, currency, part] of run.replace(POSSESSIVE, "").matchAll(patternsFor(run).part)) {
      const amount = MILLIONS.exec(part);
      if (amount) {
        const short = amount[1] + amount[2][0];
        parts.push(amount[1], amount[2]);
        sums.push(short);
        if (currency) sums.push(currency + short);
        continue;
      }
      const ordinal = ORDINAL.exec(part);
      const plain = ordinal ? ordinal[1] : part.slice(0, LONGEST_WORD);
      parts.push(plain);
      if (currency) sums.push(currency + plain);
    }
    if (parts.length < 2 || sums.length) return { parts, wholes: sums };
    const whole = parts.join("");
    const longer = parts.filter((part) => part.length > 1 || /[0-9]/.test(part));
    if (!longer.length) return { parts: [], wholes: [whole.slice(0, LONGEST_WORD)] };
    return { parts: longer, wholes: whole.length <= LONGEST_WHOLE ? [whole] : [] };
  }

  minutebook.words = { STOP_WORDS, fold, compounds, words, forms, chunks };
})();
