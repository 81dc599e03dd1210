/**
 * What results show: chunks of neighbouring threads. Twin of `site_gen/search/display.py`.
 */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  /**
   * The threads of a chunk: of each its meeting's date, committee's id and name, then its pieces.
   * @param {[string[][], any[][]]} value
   * @returns {any[][]}
   */
  function readChunk([meetings, threads]) {
    let item = "";
    return threads.map(([number, itemOrSame, ...pieces]) => {
      const [id, page, ...facts] = meetings[number];
      item = itemOrSame === 0 ? item : itemOrSame;
      return [facts, ...pieces.map((piece) => readPiece(id, page, item, piece))];
    });
  }

  /** @param {string} id @param {string} page @param {string} ofThread @param {string[]} piece */
  function readPiece(id, page, ofThread, piece) {
    const [fragment, kind, text, title, speaker, outcome, response, item = ofThread] = piece;
    const url = fragment ? `${page}#${fragment}` : page;
    const said = [kind, title, item, speaker, outcome, response, text].map((one) => one ?? "");
    return [`${id}#${fragment}`, url, ...said];
  }

  minutebook.display = { readChunk };
})();
