/** Whole numbers from short runs of printable characters, twin of `site_gen/search/numbers.py`. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const BASE = 93;
  const SINGLES = 81;
  const START_2 = SINGLES;
  const START_3 = START_2 + 9 * BASE;
  const START_5 = START_3 + 2 * BASE * BASE;

  /** The digit of a character: the printable ones in order, without " and \. */
  const DIGITS = new Uint8Array(128);
  for (let code = 32, value = 0; code < 127; code++) {
    if (code !== 34 && code !== 92) DIGITS[code] = value++;
  }

  /**
   * The numbers that `encode_all` wrote.
   * @param {string} text
   * @returns {Int32Array}
   */
  function decode(text) {
    const numbers = new Int32Array(text.length);
    let count = 0;
    let at = 0;
    const next = () => DIGITS[text.charCodeAt(at++)];
    while (at < text.length) {
      const lead = DIGITS[text.charCodeAt(at++)];
      if (lead < SINGLES) numbers[count++] = lead;
      else if (lead < 90) numbers[count++] = START_2 + (lead - 81) * BASE + next();
      else if (lead < 92) numbers[count++] = START_3 + ((lead - 90) * BASE + next()) * BASE + next();
      else numbers[count++] = START_5 + ((next() * BASE + next()) * BASE + next()) * BASE + next();
    }
    return numbers.subarray(0, count);
  }

  minutebook.numbers = { decode };
})();
