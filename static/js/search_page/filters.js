/** The filters beside the results: what is chosen, how many each would leave, and the chips above. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  const FEW = 8; // choices shown of a long filter before it is asked for all
  const PEOPLE_SHOWN = 12;
  const CHOSEN = /** @type {const} */ (["type", "committee", "person", "response"]);

  /** @returns {HTMLInputElement[]} */
  const choices = (name = "") =>
    Array.from(page.part("filters").querySelectorAll(`[type=checkbox]${name && `[name=${name}]`}`));

  /** @param {HTMLInputElement} choice */
  const row = (choice) => /** @type {HTMLElement} */ (choice.closest("li"));

  /** @param {HTMLInputElement} choice */
  const name = (choice) => row(choice).querySelector(".filter__name")?.textContent ?? choice.value;

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

  /** @param {FacetCounts} counts */
  function showCounts(counts) {
    for (const group of /** @type {const} */ (["type", "committee", "response"])) {
      const all = choices(group);
      const most = all.map((choice) => counts[group][choice.value] ?? 0).sort((a, b) => b - a);
      const least = Math.max(most[FEW - 1] ?? 0, 1);
      for (const choice of all) {
        const count = counts[group][choice.value] ?? 0;
        showCount(choice, count);
        row(choice).hidden = !count && !choice.checked;
        row(choice).classList.toggle("filter__choice--rare", count < least && !choice.checked);
      }
      const set = /** @type {HTMLElement | undefined} */ (all[0]?.closest("fieldset") ?? undefined);
      if (!set) continue;
      set.hidden = all.every((choice) => row(choice).hidden);
      const more = /** @type {HTMLElement | null} */ (set.querySelector(".filter__more"));
      if (more) more.hidden = !set.querySelector(".filter__choice--rare:not([hidden])");
    }
    for (const option of page.part("filters").elements.year.options) {
      const count = counts.year[option.value] ?? 0;
      if (!option.value) continue;
      option.textContent = `${option.value} (${count.toLocaleString()})`;
      option.hidden = option.disabled = !count && !option.selected;
    }
  }

  /** @param {HTMLInputElement} choice @param {number} count */
  function showCount(choice, count) {
    const place = row(choice).querySelector(".filter__count");
    if (place) place.textContent = count.toLocaleString();
  }

  /**
   * The people to choose from: those who are chosen, then those with most results, whose names
   * have `part` in them.
   * @param {CountedPerson[]} people
   * @param {string[]} chosen
   * @param {string} part
   */
  function showPeople(people, chosen, part) {
    const { fold } = minutebook.words;
    const wanted = fold(part.trim());
    const shown = people
      .filter((one) => chosen.includes(one.id) || fold(one.name).includes(wanted))
      .sort((a, b) => +chosen.includes(b.id) - +chosen.includes(a.id) || b.count - a.count)
      .slice(0, PEOPLE_SHOWN + chosen.length);
    const rows = shown.map((person) => {
      const made = page.copy("person");
      const choice = /** @type {HTMLInputElement} */ (made.querySelector("input"));
      choice.value = person.id;
      choice.checked = chosen.includes(person.id);
      made.querySelector(".filter__name")?.append(person.name);
      made.querySelector(".filter__count")?.append(person.count.toLocaleString());
      return made;
    });
    page.part("people").replaceChildren(...rows);
    page.part("nobody").hidden = rows.length > 0;
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
        return { words: choice ? name(choice) : value, without };
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

  Object.assign(page, { readFilters, writeFilters, showCounts, showPeople, chips });
})();
