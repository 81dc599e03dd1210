/** The filters beside the results: what is chosen, and the chips above. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  const CHOSEN = /** @type {const} */ (["type", "committee", "person", "response"]);

  /** @returns {HTMLInputElement[]} */
  const choices = (name = "") =>
    Array.from(page.part("filters").querySelectorAll(`[type=checkbox]${name && `[name=${name}]`}`));

  /** @param {HTMLInputElement} choice */
  const choiceRow = (choice) => /** @type {HTMLElement} */ (choice.closest("li"));

  /** @param {HTMLInputElement} choice */
  const name = (choice) =>
    choiceRow(choice).querySelector(".filter__name")?.textContent ?? choice.value;

  /** What the filters ask for now. @returns {Partial<SearchState>} */
  function readFilters() {
    const { year, from, to } = page.part("filters").elements;
    /** @type {Partial<SearchState>} */
    const chosen = { from: from.value || year.value, to: to.value || year.value };
    for (const one of CHOSEN)
      chosen[one] = choices(one).flatMap((choice) => (choice.checked ? choice.value : []));
    return chosen;
  }

  /** Shows in the filters what `state` asks for. @param {SearchState} state */
  function writeFilters(state) {
    const { year, from, to } = page.part("filters").elements;
    for (const choice of choices())
      choice.checked = state[/** @type {FilterName} */ (choice.name)].includes(choice.value);
    year.value = state.from === state.to && state.from.length === 4 ? state.from : "";
    from.value = state.from.length === 10 ? state.from : "";
    to.value = state.to.length === 10 ? state.to : "";
  }

  /**
   * One chip for each filter in use: what it says, and the state without it.
   * @param {SearchState} state
   * @returns {Chip[]}
   */
  function chips(state) {
    /** @type {Chip[]} */
    const found = CHOSEN.flatMap((group) =>
      state[group].map((value) => {
        const choice = choices(group).find((one) => one.value === value);
        const without = { [group]: state[group].filter((other) => other !== value) };
        return { words: choice ? name(choice) : page.finding.label(value) || value, without };
      }),
    );
    if (state.from && state.from === state.to)
      return [...found, { words: page.finding.day(state.from), without: { from: "", to: "" } }];
    for (const end of /** @type {const} */ (["from", "to"])) {
      const date = state[end] && page.finding.day(state[end]);
      if (date) found.push({ words: page.say(end, { date }), without: { [end]: "" } });
    }
    return found;
  }

  /**
   * Shows the chips, and how many there are.
   * @param {SearchState} state
   * @param {(without: Partial<SearchState>) => void} change
   */
  function showChips(state, change) {
    const { part } = page;
    const shown = chips(state).map(({ words, without }) => {
      const chip = page.copy("chip");
      chip.querySelector(".chip__words")?.append(words);
      chip.addEventListener("click", () => change(without));
      return page.element("li", "", chip);
    });
    part("chips").replaceChildren(...shown);
    part("chosen").hidden = !shown.length;
    part("clear").hidden = shown.length < 2;
    part("filters-in-use").textContent = shown.length ? ` (${shown.length})` : "";
  }

  /** Has days chosen from calendars, which take long to make ready even where nobody sees them. */
  function offerDays() {
    const { from, to } = page.part("filters").elements;
    from.type = to.type = "date";
  }

  Object.assign(page, { choices, choiceRow, readFilters, writeFilters, showChips });
  if (!page.part("page")) return;
  document.querySelector(".filter__more")?.addEventListener("click", ({ target }) => {
    if (target instanceof Element) target.closest("fieldset")?.classList.add("filter--whole");
  });
  page
    .part("filters")
    .addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  page
    .part("order")
    .addEventListener("change", () => page.change({ order: page.part("order").value }, "chosen"));
  for (const when of ["click", "toggle"]) page.part("dates").addEventListener(when, offerDays);
  if (page.part("dates").open) offerDays();
  page.part("clear").addEventListener("click", () => {
    const none = { type: [], committee: [], person: [], response: [], from: "", to: "" };
    page.change(none, "chosen");
    page.part("box").focus();
  });
})();
