/** Whole numbers from short runs of printable characters, twin of `site_gen/search/numbers.py`. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const BASE = 93;
  const SINGLES = 81;
  /** By how many digits follow: by how much all of them say more than the number. */
  const OFFSETS = [0, 81 ** 2 - 81, 90 * 81 ** 2 - 810, 0, 92 * 81 ** 4 - 13932];

  /** The digit of a character: the printable ones in order, without " and \. */
  const DIGITS = new Uint8Array(128);
  for (let code = 32, value = 0; code < 127; code++) {
    if (code !== 34 && code !== 92) DIGITS[code] = value++;
  }

  /**
   * The number that starts at a place, and where it ends.
   * @param {string} text
   * @param {number} at
   */
  function read(text, at) {
    let number = DIGITS[text.charCodeAt(at++)];
    if (number >= SINGLES) {
      const follow = number < 90 ? 1 : number < 92 ? 2 : 4;
      const end = at + follow;
      while (at < end) number = number * SINGLES + DIGITS[text.charCodeAt(at++)];
      number -= OFFSETS[follow];
    }
    return { number, end: at };
  }

  /**
   * All the numbers of a column.
   * @param {string} text
   * @returns {Int32Array}
   */
  function decode(text) {
    const numbers = new Int32Array(text.length);
    let count = 0;
    for (let at = 0; at < text.length;) {
      const lead = DIGITS[text.charCodeAt(at)];
      if (lead < SINGLES) {
        numbers[count++] = lead;
        at++;
      } else if (lead < 90) {
        // As `read` has it, which makes a value for each.
        numbers[count++] = (lead - 80) * SINGLES + DIGITS[text.charCodeAt(at + 1)];
        at += 2;
      } else ({ number: numbers[count++], end: at } = read(text, at));
    }
    return numbers.subarray(0, count);
  }

  /**
   * Bits from digits: 13 from two of them, 6 from a last one.
   * @param {string} text
   */
  function bytes(text) {
    const found = new Uint8Array((text.length * 13) >> 4);
    const codes = new TextEncoder().encode(text);
    let held = 0;
    let bits = 0;
    let count = 0;
    for (let at = 0; at < codes.length; at += 2) {
      const isLast = at + 1 === codes.length;
      const first = DIGITS[codes[at]];
      held = isLast ? (held << 6) | first : (held << 13) | (first * BASE + DIGITS[codes[at + 1]]);
      bits += isLast ? 6 : 13;
      while (bits >= 8) found[count++] = held >> (bits -= 8);
    }
    return found.subarray(0, count);
  }

  minutebook.numbers = { DIGITS, SINGLES, read, decode, bytes };
})();
