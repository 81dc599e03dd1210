/**
 * English words to their stems: Porter's algorithm, twin of `site_gen/search/stemmer.py`.
 * Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), as Lunr has it.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  /** @param {string} pairs @returns {Record<string, string>} */
  const table = (pairs) => Object.fromEntries(pairs.split(" ").map((pair) => pair.split(":")));
  const STEP_2 = table(
    "ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e " +
      "ousli:ous ization:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous " +
      "aliti:al iviti:ive biliti:ble logi:log",
  );
  const STEP_3 = table("icate:ic ative: alize:al iciti:ic ical:ic ful: ness:");
  const STEP_4 = table(
    "al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: sion:s tion:t ou: ism: ate: " +
      "iti: ous: ive: ize:",
  );

  /** @param {Record<string, string>} step */
  const ending = (step) => {
    const longestFirst = Object.keys(step).sort((a, b) => b.length - a.length);
    return new RegExp(`^(.+?)(${longestFirst.join("|")})$`);
  };
  const ENDING_2 = ending(STEP_2);
  const ENDING_3 = ending(STEP_3);
  const ENDING_4 = ending(STEP_4);

  /** A "v" for each vowel and a "c" for each consonant. @param {string} letters */
  function shape(letters) {
    let found = "";
    for (const letter of letters) {
      const isVowel = "aeiou".includes(letter) || (letter === "y" && found.endsWith("c"));
      found += isVowel ? "v" : "c";
    }
    return found;
  }

  /** How often a consonant follows a vowel: Porter's m. @param {string} letters */
  const measure = (letters) => shape(letters).split("vc").length - 1;

  /** @param {string} letters */
  const endsShort = (letters) => /^c+vc$/.test(shape(letters)) && !/[wxy]$/.test(letters);

  /** The stem of `word`, which is in lower case. @param {string} word */
  function stem(word) {
    if (word.length < 3) return word;
    word = stripPast(word.replace(/^(.+?)(ss|i)es$/, "$1$2").replace(/^(.*[^s])s$/, "$1"));
    word = word.replace(/^(.+[^aeiou])y$/, "$1i");
    word = replaced(word, ENDING_2, STEP_2, 0);
    word = replaced(word, ENDING_3, STEP_3, 0);
    return stripE(replaced(word, ENDING_4, STEP_4, 1));
  }

  /** @param {string} word */
  function stripPast(word) {
    if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
    const left = word.replace(/(ed|ing)$/, "");
    if (left === word || !shape(left).includes("v")) return word;
    if (/(at|bl|iz)$/.test(left)) return left + "e";
    if (/([^aeiouylsz])\1$/.test(left)) return left.slice(0, -1);
    return endsShort(left) ? left + "e" : left;
  }

  /**
   * @param {string} word
   * @param {RegExp} pattern
   * @param {Record<string, string>} step
   * @param {number} least what is left must measure more
   */
  function replaced(word, pattern, step, least) {
    const found = pattern.exec(word);
    if (!found) return word;
    const [, left, suffix] = found;
    // Of -sion and -tion only the -ion goes, and the letter before it counts as left.
    const kept = least ? left + step[suffix] : left;
    return measure(kept) > least ? left + step[suffix] : word;
  }

  /** @param {string} word */
  function stripE(word) {
    if (word.endsWith("e")) {
      const left = word.slice(0, -1);
      const m = measure(left);
      if (m > 1 || (m === 1 && !endsShort(left))) word = left;
    }
    return word.endsWith("ll") && measure(word) > 1 ? word.slice(0, -1) : word;
  }

  minutebook.stem = stem;
})();
