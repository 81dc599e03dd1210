/**
 * The files of the index: asks a loader for them, and keeps what it read. The search page begins
 * with this, so here is only what the first files are found by; what reads them comes after.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const OPEN = "o"; // the block whose files say all of a word; others leave to a file what phrases need

  /** A file of the index is not there, or does not answer. */
  class MissingFile extends Error {
    /** @param {string} name */
    constructor(name) {
      super(`the search file ${name} could not be loaded`);
    }
  }

  /** A file is of another edition of the site than the manifest. */
  class Stale extends Error {}

  /** @implements {IndexFiles} */
  class Files {
    /** @param {Loader} load */
    constructor(load) {
      this.load = load;
      /** @type {Map<string, Promise<any>>} */
      this.read = new Map();
      /** @type {Set<string>} */
      this.loaded = new Set();
      /** @type {Archive | null} */
      this.archive = null;
      /** @type {Promise<Archive> | null} */
      this.opening = null;
      /** @type {{from: Archive, next: Promise<Archive>} | null} */
      this.renewing = null;
    }

    /** The manifest, loaded once. @param {string} [digest] asks for a newer one */
    open(digest = "") {
      if (!this.opening || digest) {
        this.opening = this.load("manifest", digest).then(
          (said) => (this.archive = minutebook.archive.readManifest(said.value, said.digest)),
        );
        this.opening.catch(() => (this.opening = null));
      }
      return this.opening;
    }

    /**
     * Reads the years and days, once: no file of words is asked for by them, and so the search
     * page, of which they are much, has them further down.
     * @param {Archive} archive
     */
    place(archive) {
      return (archive.placing ??= (async () => {
        if (!archive.blocks.every(({ years }) => years)) {
          const { value } = await this.load("years", "");
          archive.blocks.forEach((block, number) => Object.assign(block, value[number]));
        }
        minutebook.archive.place(archive);
      })());
    }

    /**
     * Does some work. When a file is of another edition than the manifest, or gone with an older
     * one, the manifest is loaded again, once, and the work done anew.
     * @template T
     * @param {(archive: Archive) => Promise<T>} work
     * @returns {Promise<T>}
     */
    async fresh(work) {
      const archive = await this.open();
      try {
        return await work(archive);
      } catch (problem) {
        if (!(problem instanceof Stale || problem instanceof MissingFile)) throw problem;
        const renewed = await this.renewed(archive);
        if (problem instanceof MissingFile && renewed.digest === archive.digest) throw problem;
        return work(renewed);
      }
    }

    /**
     * The manifest that came after `archive`: one for all who found that it is no longer true.
     * @param {Archive} archive
     */
    renewed(archive) {
      if (this.renewing?.from !== archive) {
        const next = this.open(`${Date.now()}`).then((found) => {
          this.read.clear();
          this.loaded.clear();
          return found;
        });
        this.renewing = { from: archive, next };
        next.catch(() => (this.renewing = null));
      }
      return this.renewing.next;
    }

    /**
     * What a file says, read once.
     * @template T
     * @param {string} name
     * @param {string} digest
     * @param {(value: any) => T | Promise<T>} read
     * @returns {Promise<T>}
     */
    file(name, digest, read) {
      return this.once(name, async () => {
        const said = await this.load(name, digest);
        if (said.digest !== digest) throw new Stale(name);
        this.loaded.add(name);
        return read(said.value);
      });
    }

    /**
     * Something that is made once, unless it failed.
     * @template T
     * @param {string} name
     * @param {() => Promise<T>} make
     * @returns {Promise<T>}
     */
    once(name, make) {
      let found = this.read.get(name);
      if (!found) {
        found = make();
        this.read.set(name, found);
        found.catch(() => this.read.delete(name));
      }
      return found;
    }

    /**
     * Where a term stands, in all blocks; also where in each text, if it is of a phrase.
     * @param {Archive} archive
     * @param {string} term
     * @param {boolean} [isOfPhrase]
     * @returns {Promise<TermRows>}
     */
    async rows(archive, term, isOfPhrase) {
      const found = await Promise.all(
        minutebook.archive.shardsOf(archive, term).map(async ({ block, file }) => {
          const reading = this.file(file.name, file.digest, async (value) => {
            await this.place(archive);
            return minutebook.postings.readShard(value, archive, block);
          });
          if (isOfPhrase && block.name !== OPEN)
            await this.file(`${file.name}-p`, file.digest, async (value) =>
              minutebook.postings.addRest(await reading, value),
            );
          const shard = await reading;
          const fields = minutebook.postings.rowsOf(shard, term);
          return fields ? { block, shard, file, fields } : null;
        }),
      );
      return { term, blocks: found.flatMap((each) => each ?? []) };
    }

    /** Asks for the files of all words of a query, and waits for none. @param {string} text */
    ask(text) {
      this.fresh((archive) => {
        const { groups, prohibited } = minutebook.query.parse(text, archive.glossary);
        const sought = [...groups.flatMap(({ alternatives }) => alternatives), ...prohibited];
        return Promise.all(
          sought.flatMap(({ terms, places }) =>
            terms.map((term) => this.rows(archive, term, !!places)),
          ),
        );
      }).catch(() => {}); // who searches for them says so
    }
  }

  minutebook.MissingFile = MissingFile;
  minutebook.openFiles = (load) => new Files(load);
})();
