/** Results as a table for a spreadsheet. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));
  const page = (minutebook.searchPage ??= /** @type {Minutebook["searchPage"]} */ ({}));

  const KEPT = 60_000; // milliseconds until the file's memory is given back
  const HEADINGS = [
    "Date",
    "Committee",
    "Council",
    "Type",
    "Who",
    "Heading",
    "Words",
    "Outcome",
    "Answer",
    "Link",
  ];

  /**
   * RFC 4180 with a byte order mark, without which Excel takes it for another alphabet.
   * @param {FoundThread[]} threads
   * @param {string} root the address of the site's root
   */
  function threadsCsv(threads, root) {
    const { label, council, heading } = page.finding;
    const rows = threads.map((thread) => [
      thread.date,
      thread.committee,
      council(thread),
      label(thread.best.kind),
      thread.best.speaker,
      heading(thread),
      thread.best.text,
      thread.best.outcome,
      label(thread.first.response),
      new URL(thread.best.url, root).href,
    ]);
    return "\ufeff" + [HEADINGS, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
  }

  /** A spreadsheet runs what begins with one of these; an apostrophe before it makes it text. */
  const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

  /** @param {string} value */
  function cell(value) {
    const safe = FORMULA.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  /**
   * Hands all results to the reader as a file.
   * @param {Engine} session
   * @param {SearchState} state
   * @param {string} root
   */
  async function downloadThreads(session, state, root) {
    const { threads } = await session.search({ ...state, shown: page.MOST_SHOWN });
    const table = new Blob([threadsCsv(threads, root)], { type: "text/csv" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(table);
    link.download = page.part("download").dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
  }

  Object.assign(page, { threadsCsv, downloadThreads });
})();
