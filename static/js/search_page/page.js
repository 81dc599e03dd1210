/** The search page: what is typed and chosen, to results and an address, and back. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  const RESTS = 600; // milliseconds without a key after which the address and the count follow
  const LOADS = 150; // the same, before files are loaded for what may not be a whole word yet
  const SLOW = 250; // milliseconds after which a search says that it is at work
  const PAINT = 50; // the same, before the numbers beside the filters: results are painted first
  const FIRST = 3; // results that are drawn while the others are on their way

  /** @param {HTMLFormElement} form @param {HTMLInputElement} box @param {string} root */
  function start(form, box, root) {
    const { part, say } = page;
    const session = page.openSession(root);
    const title = document.title;
    let state = page.readState(location.search);
    let turn = 0; // of the latest search: a reply to an earlier one is stale
    /** @type {FoundThreads | null} */
    let reply = null;
    let loads = 0;
    let rests = 0;
    let slow = 0;
    let isTyping = false;
    /** The search for what is typed and chosen, once there is one. @type {Promise<void> | null} */
    let searching = null;
    /** What the entries of a list show. @type {Map<Element, FoundThread[]>} */
    const entries = new Map();

    /**
     * @param {Partial<SearchState>} changes
     * @param {"typed" | "chosen"} how
     */
    function change(changes, how) {
      state = { ...state, shown: page.PAGE_SIZE, ...changes };
      if (box.value.trim() !== state.q.trim()) box.value = state.q;
      if (how !== "typed" && minutebook.filters) page.writeFilters(state);
      clearTimeout(loads);
      clearTimeout(rests);
      searching = null;
      if (how === "typed") {
        loads = setTimeout(search, session.isReady(state) ? 0 : LOADS);
        rests = setTimeout(rest, RESTS);
        return Promise.resolve();
      }
      isTyping = false;
      writeAddress(false);
      rests = setTimeout(announce, RESTS);
      return search();
    }

    function rest() {
      writeAddress(isTyping);
      isTyping = true; // further keys belong to the same entry of the history
      announce();
    }

    /** @param {boolean} isSame whether the entry of the history stays the same */
    function writeAddress(isSame) {
      const query = page.stateQuery(state);
      if (query === location.search) return;
      history[isSame ? "replaceState" : "pushState"](null, "", query || location.pathname);
      nameTab();
    }

    function nameTab() {
      const words = state.q.trim();
      document.title = words ? `${words} – ${title}` : title;
    }

    function search() {
      clearTimeout(loads);
      return (searching = find());
    }

    async function find() {
      const mine = ++turn;
      if (
        page.isEmpty(state) ||
        (isTyping && state.q.trim().length < 2 && !page.isFiltered(state))
      ) {
        reply = null;
        isThere();
        return show("start");
      }
      clearTimeout(slow);
      slow = setTimeout(() => part("page").classList.add("searching"), SLOW);
      if (page.isFiltered(state)) showFilters();
      try {
        const found = await searchInParts(mine);
        if (mine !== turn) return;
        await draw(found, mine);
        setTimeout(count, PAINT, mine);
      } catch (error) {
        if (mine === turn) fail(error);
      } finally {
        if (mine === turn) isThere();
      }
    }

    /** Says no longer that the search is at work. */
    function isThere() {
      clearTimeout(slow);
      part("page").classList.remove("searching");
    }

    /** Draws the first results when they are there, and gives all of them. @param {number} mine */
    async function searchInParts(mine) {
      if (state.shown > page.PAGE_SIZE) return session.search(state);
      const first = session.search({ ...state, shown: FIRST });
      const whole = session.search(state);
      // What results show is on its way: now there is time to lay out the filters.
      session.found(state).then(
        () => mine === turn && (reply || show("waiting")),
        () => {},
      );
      let isWhole = false;
      const done = () => (isWhole = true);
      whole.then(done, done);
      const found = await first;
      await minutebook.pause();
      if (!isWhole && mine === turn) await draw(found, mine, false);
      return whole;
    }

    /** Names in `data-when` of what is shown now. @param {...string} names */
    function show(...names) {
      /** @type {NodeListOf<HTMLElement>} */
      const parts = document.querySelectorAll("[data-when]");
      for (const one of parts)
        one.hidden = !one.dataset.when?.split(" ").some((when) => names.includes(when));
      part("filtering").hidden = names.includes("nothing") && !page.isFiltered(state);
      drawChips();
    }

    /** @param {FoundThreads} found @param {number} mine @param {boolean} [isAll] */
    async function draw(found, mine, isAll = true) {
      reply = found;
      const whole = found.threads.slice(0, found.withAllWords);
      const some = found.threads.slice(found.withAllWords);
      await fill(part("whole"), whole, found.matcher, mine);
      await fill(part("some"), some, found.matcher, mine);
      if (mine !== turn) return;
      isThere(); // even if more is still on its way
      show(found.total ? "results" : "nothing");
      part("some").start = found.withAllWords + 1;
      part("divider").hidden = !some.length;
      part("divider").textContent = say(whole.length ? "some" : "none-whole");
      part("count").textContent = part("nothing-heading").textContent = countWords(found);
      part("more").hidden = !isAll || found.threads.length >= found.total;
      part("order").value = state.order;
      page.labelTools?.(found);
      const likely = found.searchedFor || found.didYouMean;
      part("spelling").hidden = !likely;
      if (likely)
        page.showSpelling(state, found, (q) => change({ q }, "chosen").then(() => box.focus()));
    }

    /**
     * Makes `list` one of `threads`. Entries that are there already stay: a reader may be in them.
     * @param {Element} list
     * @param {FoundThread[]} threads
     * @param {Matcher} matcher
     * @param {number} mine
     */
    async function fill(list, threads, matcher, mine) {
      const known = entries.get(list) ?? [];
      const other = threads.findIndex((thread, place) => thread !== known[place]);
      const same = other < 0 ? threads.length : other;
      while (list.children.length > same) list.lastElementChild?.remove();
      const drawn = threads.slice(0, same);
      entries.set(list, drawn);
      for (const thread of threads.slice(same)) {
        list.append(page.finding.entry(thread, matcher, root));
        drawn.push(thread);
        if (minutebook.isDue()) await minutebook.pause();
        if (mine !== turn) return;
      }
    }

    /** @param {FoundThreads} found */
    function countWords(found) {
      const words = found.searchedFor || state.q.trim();
      const number = found.total
        ? say(found.total === 1 ? "one" : "many", { number: found.total })
        : say("nothing");
      const isQuoted = /["“”]/.test(words);
      return words ? `${number} ${say(isQuoted ? "for-quoted" : "for", { words })}` : number;
    }

    /** The filters of an address, once their code is there. */
    async function showFilters() {
      if (minutebook.filters) return;
      try {
        await minutebook.loadRest();
      } catch {
        return; // The search cannot go on without it either, and says so.
      }
      page.writeFilters(state);
      drawChips();
    }

    const drawChips = (page.drawChips = () =>
      page.showChips?.(state, async (without) => {
        await change(without, "chosen");
        (part("chips").querySelector("button") ?? box).focus();
      }));

    /** @param {number} mine */
    async function count(mine) {
      if (mine !== turn || !part("filtering").open) return;
      try {
        await minutebook.loadRest();
        const counts = await session.counts(state);
        if (mine === turn) page.showCounts(counts);
        if (mine === turn && (part("asked-by").open || state.person.length))
          await page.listPeople();
      } catch {
        // Results stand without the numbers beside the filters.
      }
    }

    /** @param {unknown} error */
    function fail(error) {
      console.warn(error);
      const isMore = reply && state.shown > page.PAGE_SIZE && part("whole").childElementCount;
      show(navigator.onLine ? "failed" : "offline", isMore ? "results" : "");
      announce();
    }

    function announce() {
      const shown = ["failed", "offline", "nothing"].find(
        (name) => part(name) && !part(name).hidden,
      );
      const wait = part("page").classList.contains("searching");
      part("status").textContent = wait
        ? part("loading").textContent
        : shown
          ? part(shown).querySelector("h2").textContent
          : part("start-tips").hidden
            ? `${part("count").textContent}. ${part("spelling").textContent}`
            : "";
    }

    async function more() {
      const before = document.querySelectorAll("a[data-result]").length;
      state = { ...state, shown: state.shown + page.PAGE_SIZE };
      writeAddress(true);
      await search();
      const next = document.querySelectorAll("a[data-result]")[before];
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    }

    function listen() {
      box.addEventListener("input", () => change({ q: box.value }, "typed"));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        change({ q: box.value }, "chosen");
      });
      part("filters").addEventListener("change", async (/** @type {Event} */ event) => {
        await minutebook.loadRest();
        const target = /** @type {HTMLInputElement} */ (event.target);
        if (target === part("person-name")) return;
        const { year, from, to } = part("filters").elements;
        if (target === year) from.value = to.value = "";
        if (target === from || target === to) year.value = "";
        change(page.readFilters(), "chosen");
      });
      part("filtering").addEventListener("toggle", () => reply && count(turn));
      part("more").addEventListener("click", more);
      for (const again of document.querySelectorAll("[data-again]"))
        again.addEventListener("click", search);
      addEventListener("online", () => part("offline").hidden || search());
      addEventListener("popstate", () => restore());
      addEventListener("click", rememberPlace, true);
    }

    /** A reader who comes back from a result comes back to where it stood. @param {Event} event */
    function rememberPlace(event) {
      if (!(event.target instanceof Element && event.target.closest("a[data-result]"))) return;
      writeAddress(isTyping);
      history.replaceState({ scrolled: scrollY }, "");
    }

    async function restore() {
      state = page.readState(location.search);
      isTyping = false;
      box.value = state.q;
      if (minutebook.filters) page.writeFilters(state);
      nameTab();
      const scrolled = history.state?.scrolled;
      if (!page.isEmpty(state) && !reply) show();
      document.documentElement.className = "";
      await search();
      if (scrolled) scrollTo({ top: scrolled, behavior: "instant" });
      announce();
    }

    part("filtering").open = matchMedia("(min-width: 64rem)").matches;
    part("page").hidden = false;
    page.settled = () => searching ?? search();
    page.change = change;
    page.current = () => ({ session, state, reply, root });
    listen();
    restore().then(() => minutebook.loadRest().catch(() => {})); // for what comes next
    minutebook.pause().then(() => session.prepare());
  }

  function begin() {
    /** @type {HTMLFormElement | null} */
    const form = document.querySelector("form[data-search]");
    if (page.part("page") && form) start(form, form.q, new URL(".", form.action).href);
  }

  // Other pages, which load this later, have no such form.
  addEventListener("DOMContentLoaded", () => minutebook.pause("user-blocking").then(begin));
  // What a browser would do at the end of the page all at once: its styles, and then its layout.
  const { documentElement } = document;
  minutebook.pause("user-blocking").then(() => void getComputedStyle(documentElement).color);
  minutebook.pause("user-blocking").then(() => void documentElement.offsetTop);
})();
