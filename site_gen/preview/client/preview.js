// Keeps an open page of the preview up to date, and shows what is wrong with the minutes.
// Only `minutebook serve` sends it; the published site has none of it.
(() => {
  /**
   * @typedef {object} Problem
   * @property {boolean} is_error
   * @property {string} message
   * @property {string} remedy
   * @property {string} place
   * @property {number} more other places of which the same is said
   */
  /**
   * @typedef {object} Bulletin
   * @property {string} stamp of the page that stands at this address now
   * @property {string} moved where the page is, when its address is another now
   * @property {boolean} is_building
   * @property {Problem[]} problems
   * @property {number} errors
   * @property {number} warnings
   */

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  let stamp = script.dataset.stamp ?? ""; // of the page that is shown
  const frame = script.dataset.frame ?? ""; // of all around its content; empty: load it whole
  const place = "minutebook-preview-place";
  const patience = 500; // milliseconds of building before the page says so
  const growth = 3000; // milliseconds in which a page has what its scripts put there

  // The reader stays at the same heading or answer, also when the text above it grows. What was
  // unfolded stays unfolded, and the keyboard where it was.

  /**
   * Where an element of a kind is: the nearest address above it, and its number among its like.
   * @param {Element} one @param {string} kind
   */
  const whereabouts = (one, kind) => {
    const near = one.closest("[id]");
    const number = [...(near ?? document).querySelectorAll(kind)].indexOf(one);
    return { near: near?.id ?? "", number };
  };

  /** @param {{ near: string, number: number }} where @param {string} kind */
  const found = ({ near, number }, kind) => {
    const within = near ? document.getElementById(near) : document;
    const one = number < 0 && within instanceof Element ? within : null;
    return one ?? [...(within?.querySelectorAll(kind) ?? [])][number];
  };

  const FOLDS = "main details";
  const STOPS = "a, button, input, select, summary";

  const rememberPlace = () => {
    const marked = [...document.querySelectorAll("main [id]")];
    const isAbove = (/** @type {Element} */ one) =>
      one.getClientRects().length > 0 && one.getBoundingClientRect().top <= 80;
    const anchor = marked.reverse().find(isAbove);
    const { activeElement } = document;
    const kept = {
      path: location.pathname,
      id: anchor?.id ?? "",
      offset: anchor?.getBoundingClientRect().top ?? 0,
      top: window.scrollY,
      unfolded: [...document.querySelectorAll(`${FOLDS}[open]`)].map((one) =>
        whereabouts(one, FOLDS),
      ),
      folded: [...document.querySelectorAll(`${FOLDS}:not([open])`)].map((one) =>
        whereabouts(one, FOLDS),
      ),
      stop: activeElement?.matches(STOPS) ? whereabouts(activeElement, STOPS) : null,
    };
    sessionStorage.setItem(place, JSON.stringify(kept));
  };

  const restorePlace = () => {
    const written = sessionStorage.getItem(place);
    sessionStorage.removeItem(place);
    if (!written) return;
    const kept = JSON.parse(written);
    if (kept.path !== location.pathname) return;
    for (const where of kept.unfolded) found(where, FOLDS)?.setAttribute("open", "");
    for (const where of kept.folded) found(where, FOLDS)?.removeAttribute("open");
    const stop = kept.stop ? found(kept.stop, STOPS) : null;
    if (stop instanceof HTMLElement) stop.focus({ preventScroll: true });
    const anchor = kept.id ? document.getElementById(kept.id) : null;
    const top = anchor
      ? window.scrollY + anchor.getBoundingClientRect().top - kept.offset
      : kept.top;
    scrollTo(top);
  };

  /** To where the reader was, also where the page is still growing. @param {number} top */
  const scrollTo = (top) => {
    const go = () => {
      window.scrollTo({ top, behavior: "instant" });
      if (window.scrollY + 1 >= top) growing.disconnect();
    };
    const growing = new ResizeObserver(go);
    growing.observe(document.body);
    setTimeout(() => growing.disconnect(), growth);
    go();
  };

  const reload = () => {
    rememberPlace();
    location.reload();
  };

  // What a search found is marked in the page by a script, when the page is loaded.
  const isPlain = frame !== "" && location.search === "";

  /** Whether the page at this address differs in its content alone, which is now shown. */
  const showContent = async () => {
    const answer = await fetch(location.pathname);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const sent = page.querySelector("script")?.dataset;
    const [shown, next] = [document.querySelector("main"), page.querySelector("main")];
    if (!shown || !next || sent?.frame !== frame) return false;
    rememberPlace();
    shown.replaceChildren(...next.childNodes);
    document.title = page.title;
    stamp = sent.stamp ?? "";
    // The scripts of the site that add something to what they find in the content.
    document.dispatchEvent(new Event("minutebook:content"));
    if (location.hash) location.replace(location.hash); // marks what the address names
    restorePlace();
    return true;
  };

  // Notices: in a tree of their own, so that neither the site's styles nor ours meet the other's.

  /**
   * @param {string} name
   * @param {string} className
   * @param {(Node | string)[]} children
   */
  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  /** @param {number} number @param {string} one @param {string} many */
  const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;

  const host = document.createElement("div");
  host.id = "minutebook-preview";
  const root = host.attachShadow({ mode: "open" });
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("overlay.css", script.src).href;
  const panel = element("section", "notice");
  panel.setAttribute("aria-label", "What to mend");
  panel.setAttribute("role", "region");
  panel.tabIndex = -1;
  panel.hidden = true;
  const tag = /** @type {HTMLButtonElement} */ (element("button", "tag"));
  tag.type = "button";
  tag.hidden = true;
  const busy = element("p", "tag", "Building …");
  busy.hidden = true;
  // Announced when it changes, whatever the rest of the page is doing.
  const spoken = element("p", "spoken");
  spoken.setAttribute("role", "status");
  root.append(sheet, spoken, panel, tag, busy);

  /**
   * What is to be written as it stands is between backticks.
   * @param {string} words
   */
  const withCode = (words) =>
    words.split(/`([^`]+)`/).map((part, index) => (index % 2 ? element("code", "", part) : part));

  /** @param {Problem} problem */
  const listed = (problem) => {
    const kind = problem.is_error
      ? element("span", "problem__kind", "To mend: ")
      : element("span", "problem__kind problem__kind--warning", "To look at: ");
    const entry = element("li", "", element("p", "", kind, ...withCode(problem.message)));
    if (problem.remedy) entry.append(element("p", "", ...withCode(problem.remedy)));
    const elsewhere =
      problem.more && ` and ${counted(problem.more, "other place", "other places")}`;
    const where = `${problem.place}${elsewhere || ""}`;
    if (where) entry.append(element("p", "problem__place", where));
    return entry;
  };

  /** @param {number} warnings */
  const warningWords = (warnings) => counted(warnings, "thing to look at", "things to look at");

  /** @param {Bulletin} bulletin */
  const headline = ({ errors, warnings }) => {
    if (!errors) return warnings ? warningWords(warnings) : "";
    const words = counted(errors, "thing to mend", "things to mend");
    return warnings ? `${words}, ${warnings} to look at` : words;
  };

  let closedFor = ""; // what the panel said when the reader closed it

  /** @param {Bulletin} bulletin */
  const fill = (bulletin) => {
    const close = /** @type {HTMLButtonElement} */ (element("button", "", "Close"));
    close.type = "button";
    close.addEventListener("click", () => {
      closedFor = JSON.stringify(bulletin.problems);
      show(bulletin);
    });
    const top = element("div", "notice__top", element("h2", "", headline(bulletin)), close);
    const toMend = bulletin.problems.filter((problem) => problem.is_error).map(listed);
    const toLookAt = bulletin.problems.filter((problem) => !problem.is_error).map(listed);
    panel.className = bulletin.errors ? "notice" : "notice notice--warnings";
    panel.replaceChildren(top, element("ul", "", ...(toMend.length ? toMend : toLookAt)));
    if (toMend.length && toLookAt.length) {
      const summary = element("summary", "", warningWords(bulletin.warnings));
      panel.append(element("details", "", summary, element("ul", "", ...toLookAt)));
    }
    const told = bulletin.problems.reduce((sum, problem) => sum + 1 + problem.more, 0);
    const more = bulletin.errors + bulletin.warnings - told;
    if (more > 0) panel.append(element("p", "", `And ${more} more.`));
  };

  let isOpened = false; // the reader asked for the warnings

  /** @param {Bulletin} bulletin */
  const show = (bulletin) => {
    const words = headline(bulletin);
    const isClosed = closedFor === JSON.stringify(bulletin.problems);
    const isPanel = words !== "" && !isClosed && (bulletin.errors > 0 || isOpened);
    if (isPanel) fill(bulletin);
    panel.hidden = !isPanel;
    tag.hidden = isPanel || words === "";
    tag.textContent = words;
    tag.onclick = () => {
      isOpened = true;
      closedFor = "";
      show(bulletin);
      panel.focus();
    };
    if (spoken.textContent !== words) spoken.textContent = words;
  };

  // News.

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** @param {Bulletin} bulletin */
  const showBuilding = (bulletin) => {
    clearTimeout(waiting);
    busy.hidden = true;
    if (!bulletin.is_building) return;
    waiting = setTimeout(() => {
      busy.hidden = !tag.hidden || !panel.hidden;
    }, patience);
  };

  /** @param {string} one */
  const isMissing = (one) => one.startsWith("missing");

  let isFetching = false;
  /** @type {Bulletin | undefined} */
  let latest; // what came meanwhile

  /** @param {Bulletin} bulletin */
  const bringUpToDate = async (bulletin) => {
    latest = bulletin;
    if (isFetching || bulletin.stamp === stamp) return;
    if (bulletin.moved && !bulletin.is_building) {
      location.replace(bulletin.moved + location.search + location.hash);
      return;
    }
    const isGone = isMissing(bulletin.stamp) && !isMissing(stamp);
    // A page that a mistake has taken away stays to be read; the notice says what to mend.
    if (isGone && (bulletin.is_building || bulletin.errors)) return;
    latest = undefined;
    isFetching = true;
    const isShown = isPlain && (await showContent().catch(() => false));
    isFetching = false;
    if (!isShown) reload();
    else if (latest) bringUpToDate(latest);
  };

  /** @type {EventSource | undefined} */
  let news;

  const listen = () => {
    if (news || document.hidden) return;
    const address = new URL("events", script.src);
    address.searchParams.set("path", location.pathname);
    news = new EventSource(address);
    news.addEventListener("message", (event) => {
      /** @type {Bulletin} */
      const bulletin = JSON.parse(event.data);
      showBuilding(bulletin);
      if (!bulletin.is_building) show(bulletin);
      bringUpToDate(bulletin);
    });
  };

  // A browser holds few connections to one server, so a page that nobody sees gives up its own.
  const settle = () => {
    if (document.hidden) {
      news?.close();
      news = undefined;
    } else {
      listen();
    }
  };

  document.body.append(host);
  // Behind the site's own scripts, which add something that may have been unfolded.
  document.addEventListener("DOMContentLoaded", restorePlace);
  document.addEventListener("visibilitychange", settle);
  window.addEventListener("pagehide", () => news?.close());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) panel.querySelector("button")?.click();
  });
  settle();
})();
