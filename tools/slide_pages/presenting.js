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
    // Nor the keys, which lead to the next slide until the explorer is clicked on. It asks for them
    // now, and again once the whole screen has been refused.
    const { focus } = HTMLElement.prototype;
    HTMLElement.prototype.focus = () => {};
    button.click();
    Element.prototype.requestFullscreen = requestFullscreen;
    setTimeout(() => {
      HTMLElement.prototype.focus = focus;
    });
  };
  present();
})();
