/** The box at the head of every page: the best few results under it while it is typed in. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  const SHOWN = 5;
  const LOADS = 150;
  const RESTS = 700;

  /** @param {HTMLFormElement} form @param {HTMLInputElement} box */
  function suggest(form, box) {
    const { element } = page;
    const root = new URL(".", form.action).href;
    const session = page.openSession(root);
    let turn = 0;
    let loads = 0;
    let rests = 0;
    /** The search for the words in the box, once there is one. @type {Promise<void> | null} */
    let searching = null;
    const list = element("ul", "suggestions__list");
    const panel = element("div", "suggestions", list);
    const status = element("p", "visually-hidden");
    status.setAttribute("role", "status");
    panel.hidden = true;
    form.append(panel, status);

    function close() {
      turn++;
      clearTimeout(loads); // what is still to come would open it again
      searching = null;
      panel.hidden = true;
      status.textContent = "";
    }

    function search() {
      clearTimeout(loads);
      return (searching = find());
    }

    async function find() {
      const mine = ++turn;
      const query = box.value.trim();
      if (query.length < 2) return close();
      const state = { ...page.readState(""), q: query, shown: SHOWN };
      try {
        const reply = await session.search(state);
        // A reader who has gone on into the list keeps it as it is.
        if (mine === turn && !panel.contains(document.activeElement)) draw(reply, query);
      } catch {
        if (mine === turn) close(); // Enter leads to the search page, which says what is wrong.
      }
    }

    /** @param {FoundThreads} reply @param {string} query */
    function draw({ threads, total, matcher }, query) {
      const found = threads.slice(0, SHOWN);
      const rest = document.createElement("a");
      rest.href = form.action + page.stateQuery({ ...page.readState(""), q: query });
      rest.dataset.result = "";
      rest.className = "suggestions__all";
      rest.textContent = !total
        ? "Nothing found. See other ways to look"
        : total > found.length
          ? `See all ${total.toLocaleString()} results`
          : "See these results with more words";
      list.replaceChildren(
        ...found.map((thread) => suggestion(thread, matcher)),
        element("li", "suggestions__end", rest),
      );
      panel.hidden = false;
      clearTimeout(rests);
      const number = total === 1 ? "1 result" : `${total.toLocaleString()} results`;
      rests = setTimeout(() => {
        status.textContent = total ? `${number}. The arrow keys lead to them.` : "Nothing found.";
      }, RESTS);
    }

    /** @param {FoundThread} thread @param {Matcher} matcher */
    function suggestion(thread, matcher) {
      const { finding } = page;
      const link = document.createElement("a");
      link.className = "suggestions__link";
      link.dataset.result = "";
      link.href = finding.link(thread.best.url, matcher, root);
      const passage = page.snippet(thread.best.text, matcher);
      link.append(
        element("span", "suggestions__title", finding.heading(thread)),
        element("span", "suggestions__words", finding.marked(passage, matcher)),
        element("span", "suggestions__place", `${finding.day(thread.date)} · ${thread.committee}`),
      );
      return element("li", "", link);
    }

    const typed = () => {
      clearTimeout(loads);
      searching = null;
      const state = { ...page.readState(""), q: box.value, shown: SHOWN };
      loads = setTimeout(search, session.isReady(state) ? 0 : LOADS);
    };
    box.addEventListener("input", typed);
    /** @param {KeyboardEvent} event */
    const leave = (event) => {
      if (event.key !== "Escape" || panel.hidden) return;
      event.preventDefault();
      close();
      box.focus();
    };
    // Before the box hears of it: the first Esc closes, the next one leaves the box.
    form.addEventListener("keydown", leave, true);
    form.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) close();
    });
    panel.addEventListener("mousedown", (event) => event.preventDefault());
    box.addEventListener("focus", (event) => {
      const isBack = event.relatedTarget instanceof Node && form.contains(event.relatedTarget);
      if (box.value && !isBack) search();
    });
    page.moveThrough(box, panel, () => searching ?? search());
    if (document.activeElement === box) session.prepare();
    if (document.activeElement === box && box.value) typed(); // before this script was there
  }

  for (const form of document.querySelectorAll("form[data-search]")) {
    const box = form.querySelector("[name=q]");
    if (form instanceof HTMLFormElement && box instanceof HTMLInputElement) suggest(form, box);
  }
})();
