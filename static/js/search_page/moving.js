/** The keyboard: arrows move from the box through links of results and back, Esc leaves. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  /**
   * Arrow keys move from `box` through the links of results in `region` and back; Esc goes back to
   * the box, and from the box away.
   * @param {HTMLInputElement} box
   * @param {Element} region
   */
  function moveThrough(box, region) {
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") move(event, 0);
      if (event.key === "Escape" && !event.defaultPrevented) {
        event.preventDefault(); // some browsers empty the box
        box.blur();
      }
    });
    region.addEventListener("keydown", (raised) => {
      const event = /** @type {KeyboardEvent} */ (raised);
      const at = links().indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
      if (at < 0) return;
      if (event.key === "ArrowDown") move(event, at + 1);
      if (event.key === "ArrowUp") move(event, at - 1);
      if (event.key === "Escape") move(event, -1);
    });
    /** @returns {HTMLAnchorElement[]} */
    const links = () => Array.from(region.querySelectorAll("a[data-result]"));
    /** @param {KeyboardEvent} event @param {number} to */
    function move(event, to) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const target = to < 0 ? box : links()[to];
      if (!target) return;
      event.preventDefault();
      target.focus();
      target.scrollIntoView?.({ block: "nearest" });
    }
  }

  page.moveThrough = moveThrough;
  const box = document.querySelector("[data-search] [name=q]");
  if (page.part("page") && box instanceof HTMLInputElement) moveThrough(box, page.part("page"));
})();
