/** A link to each run of discussion, in the margin beside it where there is room for one. */
(function () {
  "use strict";

  function adorn() {
    for (const passage of document.querySelectorAll(".discussion[id]")) {
      const link = document.createElement("a");
      link.href = `#${passage.id}`;
      link.textContent = "#";
      link.setAttribute("aria-label", "Link to this passage");
      passage.insertBefore(link, passage.querySelector(":scope > :not(.alias)"));
    }
  }

  adorn();
  document.addEventListener("minutebook:content", adorn);
})();
