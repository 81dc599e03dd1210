/** Texts from the small form in which files have them. Twin of `site_gen/search/packed.py`. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  /**
   * What a packed text says. Browsers from before 2023 cannot inflate; code that can is beside.
   * @param {string} text
   * @returns {Promise<any>}
   */
  minutebook.unpacked = async (text) => {
    const bytes = minutebook.numbers.bytes(text);
    if (!globalThis.DecompressionStream) {
      await minutebook.loadRest();
      return minutebook.inflatedValue(bytes);
    }
    // Not by way of a Blob, which goes through another process of the browser.
    const { body } = /** @type {{body: ReadableStream}} */ (new Response(bytes));
    return new Response(body.pipeThrough(new DecompressionStream("deflate"))).json();
  };
})();
