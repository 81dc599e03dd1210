/**
 * Files of the index by inserting scripts: the one way that works over http and from a folder.
 * Each script calls `minutebook.receive` with its name, its digest and what it says: a value, or
 * packed texts, of which several are parts of a list.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const LONGEST_WAIT = 30_000; // milliseconds
  const REST = "search-more.js";
  const YEARS = "years"; // what the page has of the manifest further down
  const own = /** @type {HTMLScriptElement | null} */ (globalThis.document?.currentScript);

  /** The search page asks for files before it is read as far as the code that reads them. */
  const whole = new Promise((resolve) => {
    if (globalThis.document?.readyState !== "loading") resolve(0);
    else addEventListener("DOMContentLoaded", resolve);
  });

  /** @type {Map<string, (digest: string, parts: any[]) => void>} */
  const waiting = new Map();

  minutebook.receive = (name, digest, ...parts) => {
    waiting.get(name)?.(digest, parts);
    waiting.delete(name);
  };

  /** @type {Promise<void> | null} */
  let rest = null;

  /** Loads what lies beside this script for searches that need more; see `search_more.txt`. */
  minutebook.loadRest = () => {
    // The search page has this code within itself, and says where else it stands.
    const folder = new URL(own?.dataset.src || own?.src || "", document.baseURI);
    const address = new URL(REST, folder).href;
    rest ??= whole
      .then(() => minutebook.loadScript(address))
      .catch(() => {
        rest = null;
        throw new minutebook.MissingFile(REST);
      });
    return rest;
  };

  /**
   * A loader of the files in `folder`, an address that ends in a slash.
   * @param {string} folder
   * @returns {Loader}
   */
  minutebook.loadScripts = (folder) => async (name, digest) => {
    if (name === YEARS) await whole;
    const written = !digest && document.getElementById(`search-${name}`);
    return written
      ? JSON.parse(written.textContent)
      : received(`${folder}${name}.js`, name, digest);
  };

  /**
   * What a script says that is inserted for it.
   * @param {string} address
   * @param {string} name
   * @param {string} digest
   * @returns {ReturnType<Loader>}
   */
  const received = (address, name, digest) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const fail = () => {
        done();
        reject(new minutebook.MissingFile(name));
      };
      const timer = setTimeout(fail, LONGEST_WAIT);
      const done = () => {
        clearTimeout(timer);
        waiting.delete(name);
        script.remove();
      };
      waiting.set(name, async (digest, parts) => {
        done();
        await whole;
        await minutebook.pause("user-blocking"); // each file is enough for a task
        if (typeof parts[0] !== "string") resolve({ digest, value: parts[0] });
        else {
          Promise.all(parts.map(minutebook.unpacked)).then(
            (values) => resolve({ digest, value: values.flat() }),
            fail,
          );
        }
      });
      script.onerror = fail;
      script.onload = () => waiting.has(name) && fail();
      script.fetchPriority = "high"; // before pictures and what else the page asks for
      script.src = digest ? `${address}?h=${encodeURIComponent(digest)}` : address;
      document.head.append(script);
    });
})();
