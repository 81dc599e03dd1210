/** The parts of the search page that its template provides: words and shapes stand there, not here. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  /** The element with the id "search-<name>". @param {string} name @returns {any} */
  const part = (name) => document.getElementById(`search-${name}`);

  /** A copy of what a template holds. @param {string} name @returns {HTMLElement} */
  const copy = (name) => part(name).content.firstElementChild.cloneNode(true);

  /** As all pages have numbers: 1,234. The browser's own way takes it long to make ready. */
  const grouped = (/** @type {string | number} */ value) =>
    typeof value === "number" ? `${value}`.replace(/\B(?=(\d{3})+$)/g, ",") : value;

  /**
   * Words of the template with "{number}" and the like filled in.
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  function say(name, values = {}) {
    return page.finding.label(name).replace(/\{(\w+)\}/g, (_, key) => grouped(values[key]));
  }

  /** @param {string} tag @param {string} className @param {...(string | Node)} content */
  function element(tag, className, ...content) {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...content);
    return made;
  }

  /** @type {Engine | undefined} */
  let session;

  /** The search engine of a site. @param {string} root the address of its root */
  const openSession = (root) => (session ??= minutebook.openSearch(page.openFiles(root)));

  Object.assign(page, { part, copy, grouped, say, element, openSession });
})();
