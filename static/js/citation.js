/**
 * How to cite one question, answer or decision: put together from what the page says already, with
 * buttons that copy it. Without this script the link to each part is there, and at the foot of the
 * page the citation of the whole.
 */
(function () {
  "use strict";

  const RESTS = 4000; // milliseconds for which a button says that it has copied

  /** As in `pages/citation.py`. @type {Record<string, string>} */
  const SAID_BY_ADDRESS = { question: "question", response: "answer", decision: "decision" };

  /** The whole address of what is cited. @param {Element} cite */
  function address(cite) {
    return cite.querySelector("a")?.href ?? "";
  }

  /** @param {Element | null | undefined} within @param {string} selector */
  function words(within, selector) {
    return within?.querySelector(selector)?.textContent ?? "";
  }

  /** Under what it stands: "11. Progress report (minute 42)". @param {Element} cite */
  function place(cite) {
    const heading = cite.closest(".item")?.querySelector(":scope > :is(h2, h3, h4, h5, h6)");
    const number = words(heading, "span").replace(/\.+$/, "");
    const minute = words(heading, "small");
    const title = Array.from(heading?.childNodes ?? [])
      .map((node) => (node instanceof Text ? node.data : ""))
      .join("")
      .trim();
    return [number && `${number}.`, title, minute && `(${minute})`].filter(Boolean).join(" ");
  }

  /** What is cited: "question 3"; most addresses say it. @param {HTMLElement} cite */
  function part(cite) {
    const [, kind = "", number] = /-([a-z]+)-(\d+)$/.exec(address(cite)) ?? [];
    const name = SAID_BY_ADDRESS[kind];
    return cite.dataset.part || (name && `${name} ${number}`);
  }

  /** The citation, as it is shown. @param {HTMLElement} cite */
  function citation(cite) {
    const whole = document.querySelector(".cite__words");
    const opening = words(whole, "span");
    const closing = whole?.textContent?.slice(opening.length) ?? "";
    const parts = [opening, place(cite), part(cite)].filter(Boolean).join(", ");
    const { hash } = new URL(address(cite));
    return `${parts}${closing}${/https?:/.test(closing) ? hash : ""}`;
  }

  /** The same, with its address even where the site does not know it. @param {HTMLElement} cite */
  function copied(cite) {
    const text = citation(cite);
    return /https?:\/\//.test(text) ? text : `${text} ${address(cite)}`;
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

  /** @param {HTMLDetailsElement} details @param {HTMLElement} cite */
  function fill(details, cite) {
    if (!details.open || details.querySelector(".cite__buttons")) return;
    const text = document.createElement("p");
    text.className = "cite__text";
    text.textContent = citation(cite);
    const buttons = document.createElement("p");
    buttons.className = "cite__buttons";
    buttons.setAttribute("aria-live", "polite");
    buttons.append(
      copyButton("Copy citation", () => copied(cite)),
      copyButton("Copy link", () => address(cite)),
    );
    details.append(text, buttons);
  }

  function adorn() {
    for (const cite of document.querySelectorAll("div.cite")) {
      if (!(cite instanceof HTMLElement)) continue;
      const details = document.createElement("details");
      details.className = "cite__details";
      details.append(document.createElement("summary"));
      details.children[0].textContent = "Cite";
      details.addEventListener("toggle", () => fill(details, cite));
      cite.append(details);
    }
  }

  adorn();
  document.addEventListener("minutebook:content", adorn);
})();
