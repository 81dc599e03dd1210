/** Whole numbers from short runs of printable characters, twin of `site_gen/search/numbers.py`. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const BASE = 93;
  const SINGLES = 81;
  const START_2 = SINGLES;
  const START_3 = START_2 + 9 * SINGLES;
  const START_5 = START_3 + 2 * SINGLES * SINGLES;

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
    const digit = (/** @type {number} */ more) => DIGITS[text.charCodeAt(at + more)];
    const lead = digit(0);
    if (lead < SINGLES) return { number: lead, end: at + 1 };
    if (lead < 90) return { number: START_2 + (lead - SINGLES) * SINGLES + digit(1), end: at + 2 };
    if (lead < 92) {
      const rest = ((lead - 90) * SINGLES + digit(1)) * SINGLES + digit(2);
      return { number: START_3 + rest, end: at + 3 };
    }
    const rest = ((digit(1) * SINGLES + digit(2)) * SINGLES + digit(3)) * SINGLES + digit(4);
    return { number: START_5 + rest, end: at + 5 };
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
        numbers[count++] = START_2 + (lead - SINGLES) * SINGLES + DIGITS[text.charCodeAt(at + 1)];
        at += 2;
      } else {
        const found = read(text, at);
        numbers[count++] = found.number;
        at = found.end;
      }
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
