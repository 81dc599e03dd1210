/** The files of a site's index, and the first of these for what an address asks. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  /** @type {IndexFiles | undefined} */
  let files;

  /** The index of a site. @param {string} root the address of its root */
  page.openFiles = (root) =>
    (files ??= minutebook.openFiles(minutebook.loadScripts(new URL("search/", root).href)));

  /**
   * Asks for the first files while the search page, in whose head this is, is still being read; of
   * that page nothing is laid out that results will take the place of.
   */
  page.early = () => {
    const asked = page.readState(location.search);
    const isStart = page.isEmpty(asked);
    document.documentElement.className = isStart ? "starting" : "asking";
    if (!isStart)
      minutebook.pause("user-blocking").then(() => page.openFiles(location.href).ask(asked.q));
  };
})();
