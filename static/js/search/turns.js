/** Work in pieces, between which the page gets its turn: `if (isDue()) await pause();` */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  const LONGEST_TASK = 5; // milliseconds before the page gets its turn

  /** When the present task began; or before, where something else began it. */
  let since = 0;

  /**
   * Lets the page do what it has to. A message goes by way of another thread, which takes a while
   * where that is busy; browsers that can do without are asked to.
   * @param {string} [priority] "user-blocking" for what comes before all else that waits
   * @returns {Promise<void>}
   */
  minutebook.pause = (priority) => {
    const { scheduler } = /** @type {any} */ (globalThis);
    const begin = () => void (since = performance.now());
    if (scheduler?.postTask) return scheduler.postTask(begin, { priority });
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(begin());
      };
      port2.postMessage(0);
    });
  };

  /** Whether it is time to pause. */
  minutebook.isDue = () => performance.now() - since > LONGEST_TASK;
})();
