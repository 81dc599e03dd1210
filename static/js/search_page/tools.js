/** What can be done with results: copy a link to them, download them as a table. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  const SAID = 4000; // milliseconds

  /** Buttons say what they are for. @param {FoundThreads | null} reply */
  function labelTools(reply) {
    const isMore = reply && reply.total > page.MOST_SHOWN;
    page.part("copy").textContent = page.say("copy");
    page.part("download").textContent = page.say(isMore ? "download-first" : "download", {
      number: page.MOST_SHOWN,
    });
  }

  /**
   * A button that says when its work is done, and after a while what it is for again.
   * @param {"copy" | "download"} name
   * @param {() => Promise<void>} work
   * @param {string} done
   */
  function doing(name, work, done) {
    page.part(name).addEventListener("click", async () => {
      let outcome = done;
      try {
        await work();
      } catch {
        outcome = "did-not-work";
      }
      page.part(name).textContent = page.part("status").textContent = page.say(outcome);
      setTimeout(() => labelTools(page.current().reply), SAID);
    });
  }

  async function download() {
    const { session, state, root } = page.current();
    await page.downloadThreads(session, state, root);
  }

  /** The styles of paper, and of the page that a reader goes to next: this one has its own. */
  function loadStyles() {
    const own = /** @type {HTMLElement | null} */ (document.querySelector("style[data-src]"));
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", media: "print", href: own?.dataset.src });
    own?.after(link);
  }

  page.labelTools = labelTools;
  if (!page.part("page")) return;
  loadStyles();
  labelTools(page.current().reply);
  doing("copy", () => navigator.clipboard.writeText(location.href), "copied");
  doing("download", download, "downloaded");
})();
