/** Scripts that are loaded when they are wanted. */
(function () {
  "use strict";
  const minutebook = (globalThis.minutebook ??= /** @type {Minutebook} */ ({}));

  /** @param {string} address */
  minutebook.loadScript = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.async = false; // scripts that were asked for together run in that order
      script.onload = () => resolve();
      script.onerror = () => {
        script.remove();
        reject(new Error(`${address} could not be loaded`));
      };
      script.src = address;
      document.head.append(script);
    });
})();
