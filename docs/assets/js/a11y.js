// Names for parts of the page that the theme leaves unnamed.  `document$`
// is the theme's stream of page loads.
document$.subscribe(() => {
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");
  document.querySelectorAll(".md-code__nav").forEach((toolbar, index) => {
    toolbar.setAttribute("aria-label", `Code block ${index + 1}`);
  });
});
