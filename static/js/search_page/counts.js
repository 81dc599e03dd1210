/** The numbers beside the filters, and the people to choose from. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  const FEW = 8; // choices shown of a long filter before it is asked for all
  const PEOPLE_SHOWN = 12;

  /** @param {FacetCounts} counts */
  function showCounts(counts) {
    for (const group of /** @type {const} */ (["type", "committee", "response"])) {
      const all = page.choices(group);
      const most = all.map((choice) => counts[group][choice.value] ?? 0).sort((a, b) => b - a);
      const least = Math.max(most[FEW - 1] ?? 0, 1);
      for (const choice of all) {
        const count = counts[group][choice.value] ?? 0;
        showCount(choice, count);
        page.choiceRow(choice).hidden = !count && !choice.checked;
        page
          .choiceRow(choice)
          .classList.toggle("filter__choice--rare", count < least && !choice.checked);
      }
      const set = /** @type {HTMLElement | undefined} */ (all[0]?.closest("fieldset") ?? undefined);
      if (!set) continue;
      set.hidden = all.every((choice) => page.choiceRow(choice).hidden);
      const more = /** @type {HTMLElement | null} */ (set.querySelector(".filter__more"));
      if (more) more.hidden = !set.querySelector(".filter__choice--rare:not([hidden])");
    }
    for (const option of page.part("filters").elements.year.options) {
      const count = counts.year[option.value] ?? 0;
      if (!option.value) continue;
      option.textContent = `${option.value} (${page.grouped(count)})`;
      option.hidden = option.disabled = !count && !option.selected;
    }
  }

  /** @param {HTMLInputElement} choice @param {number} count */
  function showCount(choice, count) {
    const place = page.choiceRow(choice).querySelector(".filter__count");
    if (place) place.textContent = page.grouped(count);
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
      .filter((one) => chosen.includes(one.id) || (one.count && fold(one.name).includes(wanted)))
      .sort((a, b) => +chosen.includes(b.id) - +chosen.includes(a.id) || b.count - a.count)
      .slice(0, PEOPLE_SHOWN + chosen.length);
    const rows = shown.map((person) => {
      const made = page.copy("person");
      const choice = /** @type {HTMLInputElement} */ (made.querySelector("input"));
      choice.value = person.id;
      choice.checked = chosen.includes(person.id);
      made.querySelector(".filter__name")?.append(person.name);
      made.querySelector(".filter__count")?.append(page.grouped(person.count));
      return made;
    });
    page.part("people").replaceChildren(...rows);
    page.part("nobody").hidden = rows.length > 0;
  }

  /** Lists the people of the present results. */
  async function listPeople() {
    const { session, state } = page.current();
    page.part("people-wait").hidden = false;
    try {
      const found = await session.people(state);
      if (page.current().state !== state) return;
      showPeople(found, state.person, page.part("person-name").value);
      page.drawChips();
    } finally {
      page.part("people-wait").hidden = true;
    }
  }

  const listIfOpen = () => page.part("asked-by").open && listPeople();

  Object.assign(page, { showCounts, listPeople });
  if (!page.part("page")) return;
  page.part("person-name").addEventListener("input", listPeople);
  page.part("asked-by").addEventListener("toggle", listIfOpen);
  listIfOpen();
})();
