// Names for parts of the page that the theme leaves unnamed, and a way to code
// that is wider than its box for those who scroll by keys.  `document$` is the
// theme's stream of page loads.
document$.subscribe(() => {
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");
  document.querySelectorAll(".md-code__nav").forEach((toolbar, index) => {
    toolbar.setAttribute("aria-label", `Code block ${index + 1}`);
  });
  document.querySelectorAll("pre > code").forEach((code) => {
    new ResizeObserver(() => {
      if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
      else code.removeAttribute("tabindex");
    }).observe(code);
  });
});
