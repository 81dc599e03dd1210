/**
 * Buttons that copy a citation or a link, added when a citation is first opened. Without this
 * script the citation is there to select, and the link to follow.
 */
(function () {
  "use strict";

  const RESTS = 4000; // milliseconds for which a button says that it has copied

  /** The whole address of what is cited. @param {Element} cite */
  function address(cite) {
    const link = cite.querySelector(".cite__link");
    return link instanceof HTMLAnchorElement ? link.href : "";
  }

  /** The citation, with its address even where the site did not know it. @param {Element} cite */
  function citation(cite) {
    const text = (cite.querySelector(".cite__text")?.textContent ?? "").trim();
    return /https?:\/\//.test(text) ? text : `${text} ${address(cite)}`.trim();
  }

  /**
   * @param {string} label
   * @param {() => string} words
   */
  function copyButton(label, words) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = label;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(words());
        button.textContent = "Copied";
      } catch {
        button.textContent = "Please select and copy";
      }
      setTimeout(() => (button.textContent = label), RESTS);
    });
    return button;
  }

  /** @param {Element} details */
  function addButtons(details) {
    const cite = details.closest(".cite");
    if (!cite || details.querySelector(".cite__buttons")) return;
    const buttons = document.createElement("p");
    buttons.className = "cite__buttons";
    buttons.setAttribute("aria-live", "polite");
    buttons.append(
      copyButton("Copy citation", () => citation(cite)),
      copyButton("Copy link", () => address(cite)),
    );
    details.append(buttons);
  }

  // "toggle" does not bubble, but it can be caught on its way down.
  document.addEventListener(
    "toggle",
    (event) => {
      const details = event.target;
      if (
        details instanceof HTMLDetailsElement &&
        details.open &&
        details.matches(".cite__details")
      )
        addButtons(details);
    },
    true,
  );
})();
