/** The parts of the search page that its template provides: words and shapes stand there, not here. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  /** The element with the id "search-<name>". @param {string} name @returns {any} */
  const part = (name) => document.getElementById(`search-${name}`);

  /** A copy of what a template holds. @param {string} name @returns {HTMLElement} */
  const copy = (name) => part(name).content.firstElementChild.cloneNode(true);

  /**
   * Words of the template with "{number}" and the like filled in.
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  function say(name, values = {}) {
    return page.finding.label(name).replace(/\{(\w+)\}/g, (_, key) => {
      const value = values[key];
      return typeof value === "number"
        ? value.toLocaleString(document.documentElement.lang)
        : value;
    });
  }

  /** @param {string} tag @param {string} className @param {...(string | Node)} content */
  function element(tag, className, ...content) {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...content);
    return made;
  }

  /** The search engine over the files of a site. @param {string} root the address of its root */
  const openSession = (root) =>
    minutebook.openSearch(minutebook.loadScripts(new URL("search/", root).href));

  Object.assign(page, { part, copy, say, element, openSession });
})();
