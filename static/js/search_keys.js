/** "/" and Ctrl or Cmd with K lead to the box in which one searches. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  if (minutebook.hasSearchKeys) return; // it stands in the script of all pages and in one of search
  minutebook.hasSearchKeys = true;
  const box = document.querySelector("[data-search] [name=q]");

  /** @param {EventTarget | null} target */
  const isTyping = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"));

  document.addEventListener("keydown", (event) => {
    const withCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const asks =
      (event.key.toLowerCase() === "k" && withCommand) ||
      (event.key === "/" &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey &&
        !isTyping(event.target));
    if (!asks || !(box instanceof HTMLInputElement)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
})();
