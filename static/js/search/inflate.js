/**
 * What zlib compressed (RFC 1950 and 1951), for browsers that cannot inflate by themselves. It is
 * loaded where it is needed alone, and does not look at the check sum: files have digests.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const END = 256; // the symbol that ends a block; those beyond are lengths of copies
  const LONGEST = 15; // bits of a code
  const HEADER = 2; // bytes of zlib before the first block
  // In which order the lengths of the codes for lengths stand.
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

  /**
   * Of each symbol how many more bits it has, and the number that it starts from.
   * @param {number} count
   * @param {number} first
   * @param {number} flat how many symbols have one more bit than those before them
   */
  function ranges(count, first, flat) {
    const bits = Array.from({ length: count }, (_, at) => Math.max(0, Math.floor(at / flat) - 1));
    let next = first;
    const starts = bits.map((more) => (next += 1 << more) - (1 << more));
    return { bits, starts };
  }

  const LENGTHS = ranges(29, 3, 4);
  LENGTHS.bits[28] = 0; // the longest copy has a symbol of its own
  LENGTHS.starts[28] = 258;
  const DISTANCES = ranges(30, 1, 2);

  /**
   * A code from the lengths of its words: how many there are of each length, and the symbols.
   * @param {ArrayLike<number>} lengths
   */
  function codeOf(lengths) {
    const counts = new Uint16Array(LONGEST + 1);
    for (let at = 0; at < lengths.length; at++) counts[lengths[at]]++;
    counts[0] = 0;
    const starts = new Uint16Array(LONGEST + 2);
    counts.forEach((count, length) => (starts[length + 1] = starts[length] + count));
    const symbols = new Uint16Array(lengths.length);
    for (let at = 0; at < lengths.length; at++)
      if (lengths[at]) symbols[starts[lengths[at]]++] = at;
    return { counts, symbols };
  }

  /** @typedef {ReturnType<typeof codeOf>} Code */

  const FIXED = {
    symbols: codeOf(Array.from({ length: 288 }, (_, at) => fixedLength(at))),
    distances: codeOf(new Uint8Array(30).fill(5)),
  };

  /** @param {number} symbol */
  function fixedLength(symbol) {
    if (symbol < 144 || symbol > 279) return 8;
    return symbol < 256 ? 9 : 7;
  }

  class Inflation {
    /** @param {Uint8Array} packed */
    constructor(packed) {
      this.packed = packed;
      this.at = HEADER;
      this.held = 0;
      this.bits = 0;
      this.found = new Uint8Array(packed.length * 4);
      this.length = 0;
    }

    /** @param {number} count */
    take(count) {
      while (this.bits < count) {
        if (this.at >= this.packed.length) throw new RangeError("packed bytes break off");
        this.held |= this.packed[this.at++] << this.bits;
        this.bits += 8;
      }
      const taken = this.held & ((1 << count) - 1);
      this.held >>>= count;
      this.bits -= count;
      return taken;
    }

    /** The next symbol, its code read bit by bit. @param {Code} code */
    symbol({ counts, symbols }) {
      let word = 0;
      let first = 0;
      let place = 0;
      for (let length = 1; length <= LONGEST; length++) {
        word |= this.take(1);
        if (word - first < counts[length]) return symbols[place + word - first];
        place += counts[length];
        first = (first + counts[length]) << 1;
        word <<= 1;
      }
      throw new RangeError("packed bytes have a word of no code");
    }

    /** @param {number} more bytes that are to have room */
    makeRoom(more) {
      if (this.length + more <= this.found.length) return;
      const roomier = new Uint8Array(2 * (this.length + more));
      roomier.set(this.found);
      this.found = roomier;
    }

    stored() {
      this.held = this.bits = 0; // up to the next whole byte
      const count = this.take(16);
      this.take(16); // the same with all bits turned
      this.makeRoom(count);
      for (let done = 0; done < count; done++) this.found[this.length++] = this.take(8);
    }

    codes() {
      const symbols = this.take(5) + 257;
      const distances = this.take(5) + 1;
      const listed = this.take(4) + 4;
      const lengths = new Uint8Array(ORDER.length);
      for (let at = 0; at < listed; at++) lengths[ORDER[at]] = this.take(3);
      const code = codeOf(lengths);
      const all = new Uint8Array(symbols + distances);
      for (let at = 0; at < all.length;) {
        const length = this.symbol(code);
        if (length < 16) {
          all[at++] = length;
          continue;
        }
        const before = length === 16 ? all[at - 1] : 0;
        const times = [() => 3 + this.take(2), () => 3 + this.take(3), () => 11 + this.take(7)];
        const end = at + times[length - 16]();
        all.fill(before, at, end);
        at = end;
      }
      return {
        symbols: codeOf(all.subarray(0, symbols)),
        distances: codeOf(all.subarray(symbols)),
      };
    }

    /** @param {{symbols: Code, distances: Code}} codes */
    block({ symbols, distances }) {
      for (;;) {
        const symbol = this.symbol(symbols);
        if (symbol === END) return;
        this.makeRoom(258);
        if (symbol < END) {
          this.found[this.length++] = symbol;
          continue;
        }
        const which = symbol - END - 1;
        const count = LENGTHS.starts[which] + this.take(LENGTHS.bits[which]);
        const back = this.symbol(distances);
        const distance = DISTANCES.starts[back] + this.take(DISTANCES.bits[back]);
        if (distance > this.length) throw new RangeError("packed bytes copy from nowhere");
        for (let done = 0; done < count; done++, this.length++)
          this.found[this.length] = this.found[this.length - distance];
      }
    }

    all() {
      for (let isLast = 0; !isLast;) {
        isLast = this.take(1);
        const kind = this.take(2);
        if (kind === 0) this.stored();
        else this.block(kind === 1 ? FIXED : this.codes());
      }
      return this.found.subarray(0, this.length);
    }
  }

  minutebook.inflate = (packed) => new Inflation(packed).all();
  minutebook.inflatedValue = (packed) =>
    JSON.parse(new TextDecoder().decode(minutebook.inflate(packed)));
})();
