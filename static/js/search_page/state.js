/** The state of a search, to and from the address of the page. Pure. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  const LISTS = /** @type {const} */ (["type", "committee", "person", "response"]);
  const PAGE_SIZE = 10;
  const MOST_SHOWN = 1000;
  const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

  /**
   * The state that an address asks for. What it cannot mean is left out.
   * @param {string} query the part of the address from "?" on
   * @returns {SearchState}
   */
  function readState(query) {
    const asked = new URLSearchParams(query);
    /** @param {string} name */
    const date = (name) => {
      const value = asked.get(name) ?? "";
      return DATE.test(value) ? value : "";
    };
    /** @param {string} name */
    const list = (name) => [...new Set(asked.getAll(name).filter(Boolean))];
    const order = asked.get("order");
    return {
      q: asked.get("q") ?? "",
      type: list("type"),
      committee: list("committee"),
      person: list("person"),
      response: list("response"),
      from: date("from"),
      to: date("to"),
      order: order === "newest" || order === "oldest" ? order : "relevance",
      shown: Math.min(
        Math.max(Number.parseInt(asked.get("shown") ?? "", 10) || 0, PAGE_SIZE),
        MOST_SHOWN,
      ),
    };
  }

  /**
   * The shortest address that `readState` reads as `state`: "" or "?q=...".
   * @param {SearchState} state
   */
  function stateQuery(state) {
    const asked = new URLSearchParams();
    if (state.q.trim()) asked.set("q", state.q.trim());
    for (const name of LISTS) for (const value of state[name]) asked.append(name, value);
    if (state.from) asked.set("from", state.from);
    if (state.to) asked.set("to", state.to);
    if (state.order !== "relevance") asked.set("order", state.order);
    if (state.shown > PAGE_SIZE) asked.set("shown", String(state.shown));
    const query = String(asked);
    return query && `?${query}`;
  }

  /** Whether there is anything to search for. @param {SearchState} state */
  const isEmpty = (state) => !state.q.trim() && !isFiltered(state);

  /** @param {SearchState} state */
  const isFiltered = (state) =>
    LISTS.some((name) => state[name].length) || Boolean(state.from || state.to);

  Object.assign(page, { readState, stateQuery, isEmpty, isFiltered, PAGE_SIZE, MOST_SHOWN });
})();
