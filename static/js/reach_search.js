/**
 * The way to search from every page: "/" and Ctrl or Cmd with K reach the box, and what search is
 * made of is loaded once a reader goes there, or comes from a result.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  if (Object.hasOwn(minutebook, "loadScript")) return; // it stands in the script of all pages and of search

  /** @param {string} address */
  minutebook.loadScript = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.async = false; // scripts that were asked for together run in that order
      script.onload = () => resolve();
      script.onerror = () => {
        script.remove();
        reject(new Error(`${address} could not be loaded`));
      };
      script.src = address;
      document.head.append(script);
    });

  const box = document.querySelector("[data-search] [name=q]");
  const own = document.currentScript;

  /** @param {EventTarget | null} target */
  const isTyping = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"));

  document.addEventListener("keydown", (event) => {
    const withCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const asks =
      (event.key.toLowerCase() === "k" && withCommand) ||
      (event.key === "/" &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey &&
        !isTyping(event.target));
    if (!asks || !(box instanceof HTMLInputElement)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  if (!(own instanceof HTMLScriptElement) || document.getElementById("search-page")) return;
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
