// Inside a frame of the course site: tells the page around how high the explorer is, and takes the
// theme that is chosen there. On a page of its own it does nothing, and the system's theme holds.
// A page on disk has no origin, so anybody may be told: it is a height, and dark or light.

(() => {
  if (window.parent === window) return;
  document.head.insertAdjacentHTML(
    "beforeend",
    "<style>.emx-page { overflow-y: hidden; } .emx-page .emx { --emx-around: -100em; } " +
      ".emx-page header { display: none; }</style>",
  );
  const scheme = document.head.appendChild(document.createElement("style"));
  // Rules for a dark system, which are for a dark site here.
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter(
      (rule) => rule instanceof CSSMediaRule && rule.media.mediaText.includes("prefers-color-scheme: dark"),
    );

  function take(theme) {
    for (const rule of rules) rule.media.mediaText = theme === "dark" ? "screen" : "not all";
    scheme.textContent = `@media screen { .emx-page { color-scheme: ${theme}; } }`;
    document.body.dataset.theme = theme; // the explorer looks again when the body has changed
  }

  function tell() {
    const height = Math.ceil(document.body.getBoundingClientRect().height) + 2;
    window.parent.postMessage({ from: "gmm-explorer", height }, "*");
  }

  window.addEventListener("message", ({ source, data }) => {
    if (source === window.parent && ["dark", "light"].includes(data?.theme)) take(data.theme);
  });
  new ResizeObserver(tell).observe(document.body);
  tell();
})();
