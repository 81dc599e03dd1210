/** On the page that a result leads to: marks what was searched for, and cleans the address. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  const NAME = "search-match";
  const MOST = 500; // places marked on one page
  const BLOCK = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, pre, div, section";
  const WHOLE = [".thread", ".decision, .said, .point", ".item"]; // the first that there is

  /** What `writeMatcher` wrote. @param {string} written @returns {Matcher} */
  function readMatcher(written) {
    const matcher = {
      terms: new Map(),
      phrases: new Map(),
      prefixes: /** @type {string[]} */ ([]),
    };
    for (const one of written.split(" ").filter(Boolean)) {
      const phrase = one.replaceAll("_", " ").trim();
      if (one.endsWith("*")) matcher.prefixes.push(...(one.length > 2 ? [one.slice(0, -1)] : []));
      else if (phrase.includes(" ")) matcher.phrases.set(phrase, 1);
      else matcher.terms.set(one, 1);
    }
    return matcher;
  }

  /** @param {Matcher} matcher */
  function markMatches(matcher) {
    const target = document.getElementById(fragment());
    const around = WHOLE.map((part) => target && target.closest(part)).find(Boolean);
    const place = around || target || document.querySelector("main");
    if (!place) return;
    const ranges = matches(place, matcher).slice(0, MOST);
    if (CSS.highlights) highlight(ranges);
    // From the last to the first, so that no text node is cut before its turn.
    else
      for (const range of ranges.reverse())
        if (range.startContainer === range.endContainer)
          range.surroundContents(document.createElement("mark"));
  }

  /** The part of the page that the address names; an address may hold what cannot be decoded. */
  function fragment() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  /** @param {Range[]} ranges */
  function highlight(ranges) {
    // Not in the style sheet: readers of CSS that do not know the selector stumble over it.
    const styles = new CSSStyleSheet();
    styles.replaceSync(`::highlight(${NAME}) { background: var(--mark); color: var(--ink) }`);
    document.adoptedStyleSheets.push(styles);
    CSS.highlights.set(NAME, new Highlight(...ranges));
  }

  /** @param {Element} place @param {Matcher} matcher */
  function matches(place, matcher) {
    return blocks(place).flatMap((texts) => {
      const whole = texts.map((text) => text.data).join("");
      return page.marks(whole, matcher).map(([start, end]) => {
        const range = new Range();
        range.setStart(...at(texts, start));
        range.setEnd(...at(texts, end - 1, 1));
        return range;
      });
    });
  }

  /** The text nodes of each block, so that a phrase is found across links and abbreviations. */
  function blocks(/** @type {Element} */ place) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    /** @type {Map<Element, Text[]>} */
    const found = new Map();
    while (walker.nextNode()) {
      const text = /** @type {Text} */ (walker.currentNode);
      const block = text.parentElement?.closest(BLOCK) ?? place;
      found.set(block, [...(found.get(block) ?? []), text]);
    }
    return [...found.values()];
  }

  /**
   * The text node that has a character, and the place in it, or just after it.
   * @param {Text[]} texts
   * @param {number} character
   * @returns {[Text, number]}
   */
  function at(texts, character, more = 0) {
    let left = character;
    for (const text of texts) {
      if (left < text.length) return [text, left + more];
      left -= text.length;
    }
    throw new RangeError(`there is no character ${character}`);
  }

  function forget() {
    CSS.highlights?.delete(NAME);
    for (const mark of document.querySelectorAll("main mark")) mark.replaceWith(...mark.childNodes);
  }

  page.readMatcher = readMatcher;
  const address = new URL(location.href);
  const find = address.searchParams.get("find");
  if (!find) return;
  address.searchParams.delete("find");
  history.replaceState(history.state, "", address);
  markMatches(readMatcher(find));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") forget();
  });
})();
