/**
 * What search is made of is loaded once a reader goes to the box of a page, or comes from a result.
 */
(function () {
  "use strict";
  const own = document.currentScript;
  const box = document.querySelector("[data-search] [name=q]");
  if (!(own instanceof HTMLScriptElement)) return;
  const folder = new URL(".", own.src);
  let isAsked = false;
  async function load() {
    if (isAsked) return;
    isAsked = true;
    try {
      await Promise.all(
        ["search.js", "search-box.js"].map((name) =>
          minutebook.loadScript(new URL(name, folder).href),
        ),
      );
    } catch {
      isAsked = false; // Enter leads to the search page without it; the next visit tries again.
    }
  }
  box?.addEventListener("focus", load);
  const isFromResult = new URLSearchParams(location.search).has("find");
  if (isFromResult || document.activeElement === box) load();
})();
