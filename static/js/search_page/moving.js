/** The keyboard: arrows move from the box through links of results and back, Esc leaves. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  /**
   * Arrow keys move from `box` through the links of results in `region` and back; Esc goes back to
   * the box, and from the box away. Whoever leaves the box comes to what its words find: until that
   * is there, the list may be one of words before. Keys that come meanwhile count.
   * @param {HTMLInputElement} box
   * @param {Element} region
   * @param {() => Promise<unknown>} settled when the list is that of the words in the box
   */
  function moveThrough(box, region, settled) {
    /** What was asked for while results were on their way. @type {{to: number, isFollowed: boolean} | null} */
    let wish = null;
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && isAlone(event)) {
        event.preventDefault();
        if (wish) wish.to++;
        else leave((wish = { to: 0, isFollowed: false }));
      } else if (event.key === "Enter" && wish) {
        event.preventDefault();
        wish.isFollowed = true;
      } else if (event.key === "Escape" && !event.defaultPrevented) {
        event.preventDefault(); // some browsers empty the box
        wish = null;
        box.blur();
      }
    });
    region.addEventListener("keydown", (raised) => {
      const event = /** @type {KeyboardEvent} */ (raised);
      const at = links().indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
      if (at < 0 || !isAlone(event)) return;
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: -1 }[event.key];
      if (to === undefined || !go(to)) return;
      event.preventDefault();
    });
    /** @param {KeyboardEvent} event */
    const isAlone = ({ ctrlKey, altKey, metaKey, shiftKey }) =>
      !(ctrlKey || altKey || metaKey || shiftKey);
    /** @returns {HTMLAnchorElement[]} */
    const links = () => Array.from(region.querySelectorAll("a[data-result]"));
    /** @param {NonNullable<typeof wish>} mine */
    async function leave(mine) {
      const words = box.value;
      await settled();
      if (wish !== mine) return;
      wish = null;
      if (box.value !== words || document.activeElement !== box) return;
      const target = go(Math.min(mine.to, links().length - 1));
      if (mine.isFollowed && target === document.activeElement) target?.click();
    }
    /** Moves to a link, or to the box for one before the first. @param {number} to */
    function go(to) {
      const target = to < 0 ? box : links()[to];
      target?.focus();
      target?.scrollIntoView?.({ block: "nearest" });
      return target;
    }
  }

  page.moveThrough = moveThrough;
  const box = document.querySelector("[data-search] [name=q]");
  if (page.part("page") && box instanceof HTMLInputElement)
    moveThrough(box, page.part("page"), page.settled);
})();
