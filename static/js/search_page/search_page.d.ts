/** What the search page's files add to `minutebook`. Types alone: no browser loads this file. */

type FilterName = "type" | "committee" | "person" | "response";

/** Everything a search is made of: all of it stands in the address. */
interface SearchState {
  q: string;
  type: string[];
  committee: string[];
  person: string[];
  response: string[];
  /** ISO dates, may be partial: "2024", "2024-03"; empty when not asked for. */
  from: string;
  to: string;
  order: "relevance" | "newest" | "oldest";
  /** How many threads are shown. */
  shown: number;
}

/** A part of the minutes as a result shows it. */
interface FoundPiece {
  /** From the site's root, with its fragment. */
  url: string;
  kind: string;
  title: string;
  item: string;
  speaker: string;
  outcome: string;
  response: string;
  text: string;
}

/** A question with its answers and follow-up questions, or whatever stands alone. */
interface FoundThread {
  date: string;
  committee: string;
  /** Its id; empty where the part belongs to none. */
  committeeId: string;
  first: FoundPiece;
  /** The part that matches best: the result opens there. */
  best: FoundPiece;
}

interface SearchReply {
  threads: FoundThread[];
  /** All that was found, shown or not. */
  total: number;
  /** How many of them, from the first on, have all the words. */
  withAllWords: number;
  /** A likelier spelling of the query; empty when there is none. */
  didYouMean: string;
  /** Set when nothing has the words as typed and a likelier word was searched for instead. */
  searchedFor: string;
}

/** For each value of a filter how many threads it would leave; years under "year". */
type Counts = Record<"type" | "committee" | "response" | "year", Record<string, number>>;

interface CountedPerson {
  id: string;
  name: string;
  count: number;
}

/** What the page asks of the search engine, and nothing else. */
interface SearchSession {
  /** Loads what every search needs, before there is one. */
  prepare?(): void;
  /** Whether all that `search` needs is loaded, so that it answers at once. */
  isReady(state: SearchState): boolean;
  search(state: SearchState): Promise<SearchReply>;
  counts(state: SearchState): Promise<Counts>;
  people(state: SearchState): Promise<CountedPerson[]>;
}

/** A stretch of text with the places in it that match. */
interface Snippet {
  text: string;
  marks: [number, number][];
}

interface Chip {
  words: string;
  /** What the state becomes without this filter. */
  without: Partial<SearchState>;
}

interface Minutebook {
  searchPage: {
    PAGE_SIZE: number;
    MOST_SHOWN: number;
    readState(query: string): SearchState;
    stateQuery(state: SearchState): string;
    isEmpty(state: SearchState): boolean;
    isFiltered(state: SearchState): boolean;

    wantedWords(query: string): (written: string) => boolean;
    marks(text: string, isWanted: (written: string) => boolean): [number, number][];
    snippet(text: string, isWanted: (written: string) => boolean): Snippet;

    openSession(root: string): SearchSession;
    threadsCsv(threads: FoundThread[], root: string): string;
    moveThrough(box: HTMLInputElement, region: Element): void;

    part(name: string): any;
    copy(name: string): HTMLElement;
    say(name: string, values?: Record<string, string | number>): string;
    element(tag: string, className: string, ...content: (string | Node)[]): HTMLElement;

    readFilters(): Partial<SearchState>;
    writeFilters(state: SearchState): void;
    showCounts(counts: Counts): void;
    showPeople(people: CountedPerson[], chosen: string[], part: string): void;
    chips(state: SearchState): Chip[];

    finding: {
      label(name: string): string;
      council(thread: FoundThread): string;
      day(date: string): string;
      heading(thread: FoundThread): string;
      link(url: string, query: string, root: string): string;
      marked(snippet: Snippet): DocumentFragment;
      entry(thread: FoundThread, query: string, root: string): HTMLElement;
    };
  };
}
