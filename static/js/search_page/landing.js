/** On the page that a result leads to: marks what was searched for, and cleans the address. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  const NAME = "search-match";
  const MOST = 500; // places marked on one page
  const WHOLE = [".thread", ".decision, .said, .point", ".item"]; // the first that there is

  /** @param {Matcher} matcher */
  function markMatches(matcher) {
    const target =
      location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const around = WHOLE.map((part) => target && target.closest(part)).find(Boolean);
    const place = around || target || document.querySelector("main");
    if (!place) return;
    const ranges = matches(place, matcher).slice(0, MOST);
    if (CSS.highlights) highlight(ranges);
    // From the last to the first, so that no text node is cut before its turn.
    else
      for (const range of ranges.reverse()) range.surroundContents(document.createElement("mark"));
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
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    /** @type {Range[]} */
    const found = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const [start, end] of page.marks(text.nodeValue ?? "", matcher)) {
        const range = new Range();
        range.setStart(text, start);
        range.setEnd(text, end);
        found.push(range);
      }
    }
    return found;
  }

  function forget() {
    CSS.highlights?.delete(NAME);
    for (const mark of document.querySelectorAll("main mark")) mark.replaceWith(...mark.childNodes);
  }

  const address = new URL(location.href);
  const find = address.searchParams.get("find");
  if (!find) return;
  address.searchParams.delete("find");
  history.replaceState(history.state, "", address);
  markMatches(page.readMatcher(find));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") forget();
  });
})();
