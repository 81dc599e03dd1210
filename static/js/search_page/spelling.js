/** "Did you mean": what was probably meant, as a link that searches for it. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  /**
   * @param {SearchState} state
   * @param {FoundThreads} found
   * @param {(words: string) => void} search
   */
  page.showSpelling = (state, { searchedFor, didYouMean }, search) => {
    const likely = searchedFor || didYouMean;
    const link = document.createElement("a");
    link.href = page.stateQuery({ ...state, q: likely, shown: page.PAGE_SIZE });
    link.textContent = likely;
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      search(likely);
    });
    const [before, after = ""] = page
      .say(searchedFor ? "searched-for" : "did-you-mean", { words: state.q.trim() })
      .split("|");
    page.part("spelling").replaceChildren(before, link, after);
  };
})();
