/**
 * Files of the index by inserting scripts: the one way that works over http and from a folder.
 * Each script calls `minutebook.receive` with its name, its digest and what it says.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const LONGEST_WAIT = 30_000; // milliseconds

  /** @type {Map<string, (said: {digest: string, value: any}) => void>} */
  const waiting = new Map();

  minutebook.receive = (name, digest, value) => {
    waiting.get(name)?.({ digest, value });
    waiting.delete(name);
  };

  /**
   * A loader of the files in `folder`, an address that ends in a slash.
   * @param {string} folder
   * @returns {Loader}
   */
  minutebook.loadScripts = (folder) => (name, digest) =>
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
      waiting.set(name, (said) => {
        done();
        resolve(said);
      });
      script.onerror = fail;
      script.onload = () => waiting.has(name) && fail();
      script.src = `${folder}${name}.js${digest ? `?h=${encodeURIComponent(digest)}` : ""}`;
      document.head.append(script);
    });
})();
