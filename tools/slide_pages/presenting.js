// Inside a slide: the explorer shows its two pictures alone, as large as its frame. Esc brings the rest.

(() => {
  if (window.parent === window) return;
  document.head.insertAdjacentHTML("beforeend", "<style>.emx-page header { display: none; }</style>");
  let frames = 300; // some explorers have no such button
  const present = () => {
    const button = document.querySelector(".emx button[aria-keyshortcuts='p']");
    if (!(button instanceof HTMLElement)) {
      if (frames-- > 0) requestAnimationFrame(present);
      return;
    }
    // Not the whole screen: the slide is around it.
    const { requestFullscreen } = Element.prototype;
    Element.prototype.requestFullscreen = () => Promise.reject(new Error("a frame of a slide"));
    button.click();
    Element.prototype.requestFullscreen = requestFullscreen;
    button.blur();
  };
  present();
})();
