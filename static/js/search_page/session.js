/** The search page's one door to the search engine. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  page.openSession ??= () => {
    throw new Error("no search engine");
  };
})();
