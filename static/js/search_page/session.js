/** The search page's one door to the search engine. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  /** @param {string} root the address of the site's root */
  page.openSession = (root) =>
    minutebook.openSearch(minutebook.loadScripts(new URL("search/", root).href));
})();
