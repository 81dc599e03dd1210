/** One result: a thread as a list entry, opened at the part that matched. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  const OPENING = 140; // characters of the question above an answer that matched
  const MONTHS =
    "January February March April May June July August September October November December".split(
      " ",
    );

  /** The page's own word for a name in the data: "Follow-up question". @param {string} name */
  function label(name) {
    const words =
      name && page.part("words")?.content.querySelector(`[value="${CSS.escape(name)}"]`);
    return (words && words.textContent) || "";
  }

  /** The council that a committee belongs to. @param {FoundThread} thread */
  function council(thread) {
    const choice = document.querySelector(
      `[name="committee"][value="${CSS.escape(thread.committeeId)}"]`,
    );
    return (choice instanceof HTMLElement && choice.dataset.council) || "";
  }

  /**
   * "12 March 2024", "March 2024", "2024", as on all pages. Not from the browser: to have it make
   * a format of dates takes longer than all else that a result shows.
   * @param {string} date ISO, may be partial
   */
  function day(date) {
    const [year, month, day] = date.split("-").map(Number);
    return [day, MONTHS[month - 1], year].filter(Boolean).join(" ");
  }

  /** @param {FoundThread} thread */
  const heading = ({ first, best }) =>
    first.title || first.item || best.title || best.item || opening(best.text, 80);

  /**
   * Where a result leads: the part that matched, and what to mark there.
   * @param {string} url from the site's root
   * @param {Matcher} matcher
   * @param {string} root
   */
  function link(url, matcher, root) {
    const target = new URL(url, root);
    const find = page.writeMatcher(matcher);
    if (find) target.searchParams.set("find", find);
    return target.href;
  }

  /** @param {string} text @param {number} length */
  function opening(text, length) {
    if (text.length <= length) return text;
    return `${text.slice(0, text.lastIndexOf(" ", length) + 1 || length).trimEnd()} …`;
  }

  /** `text` with its matches in <mark>. @param {string} text @param {Matcher} matcher */
  function marked(text, matcher) {
    const shown = document.createDocumentFragment();
    let done = 0;
    for (const [start, end] of page.marks(text, matcher)) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      shown.append(text.slice(done, start), mark);
      done = end;
    }
    shown.append(text.slice(done));
    return shown;
  }

  /**
   * A thread as an entry of the list of results.
   * @param {FoundThread} thread
   * @param {Matcher} matcher
   * @param {string} root
   */
  function entry(thread, matcher, root) {
    const { first, best } = thread;
    const shown = page.copy("finding");
    /** @param {string} name @param {...(string | Node)} content */
    const put = (name, ...content) => {
      const place = /** @type {HTMLElement} */ (shown.querySelector(`.finding__${name}`));
      if (content.some((part) => part !== "")) place.append(...content);
      else place.remove();
      return place;
    };
    const link = /** @type {HTMLAnchorElement} */ (put("link", marked(heading(thread), matcher)));
    link.href = page.finding.link(best.url, matcher, root);
    put("type", label(best.kind));
    put("speaker", best.speaker);
    put("outcome", best.outcome || label(best.response));
    put("words", marked(page.snippet(best.text, matcher), matcher));
    put("question", first === best ? "" : opening(first.text, OPENING));
    if (first === best) shown.querySelector(".finding__above")?.remove();
    put("committee", thread.committee);
    put("council", council(thread));
    const time = /** @type {HTMLTimeElement} */ (put("date", day(thread.date)));
    time.dateTime = thread.date;
    shown.classList.add(`finding--${first.kind}`);
    return shown;
  }

  page.finding = { label, council, day, heading, link, entry, marked };
})();
