/** What the search engine's files add to `minutebook`. Types alone: no browser loads this file. */

/** One word as written: found by all its parts, or by any one whole form. */
interface Compound {
  parts: string[];
  wholes: string[];
}

interface Form {
  word: string;
  stem: string;
}

/** Gives what a file of the index says; the digest is asked for, so that no old copy serves. */
type Loader = (name: string, digest: string) => Promise<{ digest: string; value: any }>;

interface Segment {
  year: string;
  threads: number;
  routineFrom: number;
  perChunk: number;
  digests: string;
  start: number;
  days: Int32Array;
  /** Of each day the first thread, and the first one that is routine. */
  plainStarts: Int32Array;
  routineStarts: Int32Array;
  block: Block;
}

interface ShardFile {
  name: string;
  digest: string;
  /** Whether a file of the lengths that are left out is beside it. */
  hasLong: boolean;
}

interface Block {
  name: string;
  firstDay: number;
  short: number;
  /** Of neighbouring partitions the first one, and how many shards they have. */
  groups: [number, number][];
  /** The first term of each of its shards, their digests, and for which there are long lengths. */
  terms: string[];
  digests: string;
  longLengths: string;
  /** As the manifest says them. The search page has them, and what follows, further down. */
  years: any[][];
  words: string;
  wordDigests: string;
  facets: string;
  people: string;
  /** These four are there once threads are placed. */
  wordStarts: string[];
  segments: Segment[];
  start: number;
  /**
   * Of each day from the first on: its first thread that is not routine and how many are not, and
   * the same of those that are. One list of numbers, for there are thousands of days.
   */
  days: Int32Array;
}

interface Archive {
  digest: string;
  pieces: number;
  threads: number;
  fields: { name: string; boost: number; average: number; isShared: boolean }[];
  segments: Segment[];
  blocks: Block[];
  joins: [number, number][];
  glossary: [string, string][];
  /** Once the reading of years and days has begun. */
  placing?: Promise<void>;
}

/** The postings of a term in one field: where they begin in a shard's columns. */
interface FieldRow {
  field: number;
  postings: number;
  pieces: number;
  posting: number;
  run: number;
}

interface Shard {
  rows: Map<string, FieldRow[]>;
  block: Block;
  days: Int32Array;
  places: Int32Array;
  /** How many threads each posting is after the one before it in its row, once that is asked for. */
  gaps: Int32Array;
  placed: Set<FieldRow[]>;
  members: Uint16Array;
  times: Uint16Array;
  lengths: Int32Array;
  runs: Int32Array;
  positions: Int32Array | null;
  /** Whether all lengths are there. */
  isWhole: boolean;
  positionStarts?: Int32Array;
}

interface BlockRows {
  block: Block;
  shard: Shard;
  file: ShardFile;
  fields: FieldRow[];
}

interface TermRows {
  term: string;
  blocks: BlockRows[];
}

interface Clause {
  rows: TermRows;
  bit: number;
  boost: number;
  fields: number[] | null;
}

interface Scores {
  scores: Float64Array;
  matched: Int32Array;
  inexact: Uint8Array;
}

/** Terms that must all be there; with `places` as a phrase; or any word with a beginning. */
interface Alternative {
  terms: string[];
  boost: number;
  places?: number[];
  /** Of a phrase: all its words as stems between spaces. */
  spelled?: string;
  /** Whether the text must have it spelled so, for it has stop words. */
  isExact?: boolean;
  prefix?: string;
}

/** One thing looked for, in any of several ways; a firm one must be there. */
interface Group {
  written: string;
  alternatives: Alternative[];
  isFirm: boolean;
}

interface Filters {
  type: string[];
  committee: string[];
  person: string[];
  response: string[];
  from: string;
  to: string;
}

interface Query {
  groups: Group[];
  prohibited: Alternative[];
  filters: Filters;
}

interface GroupMasks {
  masks: number[];
  isFirm: boolean;
}

/** What is to be marked: stems, phrases spelled out in stems, beginnings; each with its worth. */
interface Matcher {
  terms: Map<string, number>;
  phrases: Map<string, number>;
  prefixes: string[];
}

interface Plan {
  clauses: Clause[];
  phrases: { bit: number; threads: number[] }[];
  groups: GroupMasks[];
  prohibited: number[];
  missing: string[];
  /** Phrases that the text of a thread must have, spelled out. */
  exact: string[];
  matcher: Matcher;
}

interface Facets {
  bodies: Map<string, string>;
  signatures: string[][];
  signatureOf: Uint16Array;
  meetingOf: Uint32Array;
  meetings: { date: string; body: string }[];
}

type People = { id: string; name: string; threads: number[] }[];
/** What filters know, by the name that the manifest gives its file. */
type Known = { facets: Facets; people: People };
type FacetCounts = Record<"type" | "response" | "committee" | "year", Record<string, number>>;
type SortOrder = "relevance" | "newest" | "oldest";
/** For each filter that is set, what a thread must pass. */
type Tests = Partial<
  Record<"type" | "response" | "committee" | "year" | "person", (thread: number) => boolean>
>;

/** What is asked of a search: the search page's state is one. */
interface SearchRequest extends Partial<Filters> {
  q: string;
  order: SortOrder;
  /** How many threads are to be shown. */
  shown?: number;
}

interface Arranged {
  /** All that the words match, whatever the filters. */
  unfiltered: Int32Array[];
  total: number;
  /** How many of them have all words: they come first. */
  allWords: number;
  /** The first so many threads in order. */
  first(count: number): number[];
}

interface Found extends Arranged {
  plan: Plan;
  passes: Tests;
  goesOn: Map<number, number[]>;
  scores: Float64Array;
  didYouMean?: string;
  searchedFor?: string;
}

/** Threads as they were shown, by number. */
type Opened = Map<number, FoundThreads["threads"][number]>;
type Result = Found & { opened: Opened };

interface ShownPiece {
  id: string;
  url: string;
  kind: string;
  title: string;
  item: string;
  speaker: string;
  outcome: string;
  response: string;
  text: string;
}

interface FoundThreads {
  threads: {
    date: string;
    committee: string;
    committeeId: string;
    first: ShownPiece;
    /** The piece that matches best. */
    best: ShownPiece;
    score: number;
  }[];
  total: number;
  /** How many of `threads`, from the first on, have all the words. */
  withAllWords: number;
  /** What was probably meant, to be offered: "" for nothing. */
  didYouMean: string;
  /** Set when nothing matches what was typed and this was searched for instead. */
  searchedFor: string;
  /** What is to be marked in the texts. */
  matcher: Matcher;
}

/** What is read of the files of the index, each once. */
interface IndexFiles {
  archive: Archive | null;
  /** The names of those that have been read. */
  loaded: ReadonlySet<string>;
  open(): Promise<Archive>;
  place(archive: Archive): Promise<void>;
  fresh<T>(work: (archive: Archive) => Promise<T>): Promise<T>;
  file<T>(name: string, digest: string, read: (value: any) => T | Promise<T>): Promise<T>;
  once<T>(name: string, make: () => Promise<T>): Promise<T>;
  rows(archive: Archive, term: string, isOfPhrase?: boolean): Promise<TermRows>;
  ask(text: string): void;
}

/** What filters ask of an engine. */
interface OpenSearch {
  files: IndexFiles;
  result(archive: Archive, asked: SearchRequest): Promise<Result>;
  known<Name extends keyof Known>(archive: Archive, name: Name): Promise<Known[Name]>;
}

interface Engine {
  /** Loads what every search needs, before there is one. */
  prepare(): void;
  /** Whether a search would load no postings, so that it answers at once. */
  isReady(asked: SearchRequest): boolean;
  /** Settles when it is known which threads match; what they show may be on its way. */
  found(asked: SearchRequest): Promise<unknown>;
  search(asked: SearchRequest): Promise<FoundThreads>;
  counts(asked: SearchRequest): Promise<FacetCounts>;
  people(asked: SearchRequest): Promise<{ id: string; name: string; count: number }[]>;
}

interface Minutebook {
  words: {
    STOP_WORDS: ReadonlySet<string>;
    fold(text: string): string;
    compounds(text: string): Compound[];
    words(text: string): string[];
    forms(written: string): Form[];
    chunks(text: string): { start: number; written: string }[];
  };
  stem(word: string): string;
  numbers: {
    DIGITS: Uint8Array;
    SINGLES: number;
    read(text: string, at: number): { number: number; end: number };
    decode(text: string): Int32Array;
    bytes(text: string): Uint8Array<ArrayBuffer>;
  };
  archive: {
    OF_DAY: number;
    readManifest(value: any, digest: string): Archive;
    place(archive: Archive): void;
    shardsOf(archive: Archive, term: string): { block: Block; file: ShardFile }[];
    frontDecoded(text: string): string[];
    lastNotAfter(sorted: string[] | number[] | Int32Array, wanted: string | number): number;
    nth(digests: string, number: number): string;
    segmentOf(archive: Archive, thread: number): Segment;
    chunkOf(archive: Archive, thread: number): { name: string; digest: string; place: number };
  };
  postings: {
    readShard(value: string[], archive: Archive, block: Block): Promise<Shard>;
    rowsOf(shard: Shard, term: string): FieldRow[] | undefined;
    addRest(shard: Shard, rest: string[]): void;
    addLongLengths(shard: Shard, text: string): void;
    positionStarts(shard: Shard): Int32Array;
  };
  scoring: {
    score(archive: Archive, clauses: Clause[]): Promise<Scores>;
    inverseFrequency(archive: Archive, rows: TermRows): number;
  };
  phrases: { findPhrase(words: TermRows[], places: number[]): Promise<number[]> };
  query: {
    parse(text: string, glossary: [string, string][]): Query;
    spelledOut(text: string): string;
    joined(typed: Filters, chosen: Partial<Filters>): Filters;
  };
  plan: {
    make(
      archive: Archive,
      query: Query,
      files: {
        rows(term: string, isOfPhrase: boolean): Promise<TermRows>;
        words(start: string): Promise<{ word: string; often: number }[]>;
      },
    ): Promise<Plan>;
    markPhrases(plan: Plan, found: Scores): void;
  };
  filters: {
    read: {
      [Name in keyof Known]: (
        archive: Archive,
        values: any[],
      ) => Known[Name] | Promise<Known[Name]>;
    };
    tests(filters: Filters, facets: Facets, people: People): Tests;
  };
  dictionary: {
    readWords(value: [string, string]): { word: string; often: number }[];
    filesFor(firsts: string[], start: string): number[];
    expand(words: { word: string; often: number }[], start: string): string[];
    distance(one: string, other: string, most: number): number;
    likeliest(words: { word: string; often: number }[], typed: string): string;
    suggestion(
      text: string,
      missing: string[],
      wordsFrom: (start: string) => Promise<{ word: string; often: number }[]>,
    ): Promise<string>;
  };
  ranking: {
    joinThreads(archive: Archive, found: Scores): Map<number, number[]>;
    select(
      found: Scores,
      groups: GroupMasks[],
      prohibited: number[],
    ): Promise<{ all: Int32Array; any: Int32Array }>;
    passing(threads: Int32Array, passes: Tests, but?: string): Int32Array;
    arrange(
      archive: Archive,
      scores: Float64Array,
      selected: { all: Int32Array; any: Int32Array },
      how: { passes: Tests; order: SortOrder; few: number; isRoutineWanted: boolean },
    ): Arranged;
  };
  display: { readChunk(value: [string[][], any[][]]): any[][] };
  /** The value that a packed text is JSON of. */
  unpacked(text: string): Promise<any>;
  pause(priority?: string): Promise<void>;
  isDue(): boolean;
  /** What zlib compressed. Throws RangeError for anything else. */
  inflate(packed: Uint8Array): Uint8Array<ArrayBuffer>;
  /** The value whose JSON zlib compressed. */
  inflatedValue(packed: Uint8Array): any;
  receive(name: string, digest: string, ...parts: any[]): void;
  hasSearchKeys?: boolean;
  /** Inserts a script of the site's own. */
  loadScript(address: string): Promise<void>;
  loadScripts(folder: string): Loader;
  loadRest(): Promise<void>;
  openFiles(load: Loader): IndexFiles;
  Search: { prototype: object };
  openSearch(files: IndexFiles): Engine;
  MissingFile: new (name: string) => Error;
}

declare var minutebook: Minutebook;
