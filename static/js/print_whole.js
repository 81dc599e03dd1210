/** Unfolds what stands folded while a page is printed, for browsers whose styles cannot. */
(function () {
  "use strict";

  const FOLDED = "details:not([open]):is(.attendance, .vote__details)";
  /** @type {HTMLDetailsElement[]} */
  let unfolded = [];

  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll(FOLDED)].filter(
      (details) => details instanceof HTMLDetailsElement,
    );
    for (const details of unfolded) details.open = true;
  });

  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
    unfolded = [];
  });
})();
