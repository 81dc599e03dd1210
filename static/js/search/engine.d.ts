/** What the search engine's files add to `minutebook`. Types alone: no browser loads this file. */

/** One word as written: found by all its parts, or by any one whole form. */
interface Compound {
  parts: string[];
  wholes: string[];
}

interface Minutebook {
  words: {
    STOP_WORDS: ReadonlySet<string>;
    fold(text: string): string;
    compounds(text: string): Compound[];
    words(text: string): string[];
    chunks(text: string): { start: number; written: string }[];
  };
  stem(word: string): string;
}

declare var minutebook: Minutebook;
