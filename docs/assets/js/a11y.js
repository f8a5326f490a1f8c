// Names for parts of the page that the theme leaves unnamed, and a way to code and
// tables that are wider than their box for those who scroll by keys.  `document$` is the
// theme's stream of page loads.
document$.subscribe(() => {
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");
  document.querySelectorAll(".md-code__nav").forEach((toolbar, index) => {
    toolbar.setAttribute("aria-label", `Code block ${index + 1}`);
  });
  // A menu with a page of its own takes its name from a label that is only an icon.
  document.querySelectorAll(".md-nav[aria-labelledby]").forEach((menu) => {
    if (document.getElementById(menu.getAttribute("aria-labelledby"))?.textContent.trim()) return;
    menu.removeAttribute("aria-labelledby");
    menu.setAttribute("aria-label", menu.querySelector(".md-nav__title").textContent.trim());
  });
  document.querySelectorAll("pre > code, .md-typeset__scrollwrap").forEach((box) => {
    new ResizeObserver(() => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }).observe(box);
  });
});
