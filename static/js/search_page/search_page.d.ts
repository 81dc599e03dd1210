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

type FoundThread = FoundThreads["threads"][number];
type CountedPerson = Awaited<ReturnType<Engine["people"]>>[number];

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

    writeMatcher(matcher: Matcher): string;
    /** On the pages that results lead to. */
    readMatcher?(written: string): Matcher;
    marks(text: string, matcher: Matcher): [number, number][];
    snippet(text: string, matcher: Matcher): string;

    openFiles(root: string): IndexFiles;
    openSession(root: string): Engine;
    showSpelling(state: SearchState, found: FoundThreads, search: (words: string) => void): void;
    downloadThreads(session: Engine, state: SearchState, root: string): Promise<void>;
    threadsCsv(threads: FoundThread[], root: string): string;
    moveThrough(box: HTMLInputElement, region: Element, settled: () => Promise<unknown>): void;
    change(changes: Partial<SearchState>, how: "typed" | "chosen"): Promise<void>;
    /** When results of the words in the box are drawn. */
    settled(): Promise<unknown>;
    current(): { session: Engine; state: SearchState; reply: FoundThreads | null; root: string };
    labelTools?(reply: FoundThreads | null): void;

    part(name: string): any;
    copy(name: string): HTMLElement;
    grouped(value: string | number): string;
    say(name: string, values?: Record<string, string | number>): string;
    element(tag: string, className: string, ...content: (string | Node)[]): HTMLElement;

    choices(name?: string): HTMLInputElement[];
    choiceRow(choice: HTMLInputElement): HTMLElement;
    readFilters(): Partial<SearchState>;
    writeFilters(state: SearchState): void;
    showCounts(counts: FacetCounts): void;
    listPeople(): Promise<void>;
    drawChips(): void;
    /** Asks for the first files of the search that the address asks for. */
    early(): void;
    showChips?(state: SearchState, change: (without: Partial<SearchState>) => void): void;

    finding: {
      label(name: string): string;
      council(thread: FoundThread): string;
      day(date: string): string;
      heading(thread: FoundThread): string;
      link(url: string, matcher: Matcher, root: string): string;
      marked(text: string, matcher: Matcher): DocumentFragment;
      entry(thread: FoundThread, matcher: Matcher, root: string): HTMLElement;
    };
  };
}
