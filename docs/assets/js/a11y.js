// Names for parts of the page that the theme leaves unnamed; and for those who go by keys,
// a way to code and tables that are wider than their box, and to the menu of a narrow page.
// `document$` is the theme's stream of page loads.
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
  // The lists within a table of contents are no places of their own, and share names.
  document.querySelectorAll(".md-nav--secondary .md-nav").forEach((list) => {
    list.removeAttribute("aria-label");
    list.setAttribute("role", "none");
  });
  // The menu of versions comes later, and is named without the version that it shows.
  new MutationObserver(() => {
    const current = document.querySelector(".md-version__current");
    current?.setAttribute("aria-label", `Select version: ${current.textContent.trim()}`);
  }).observe(document.querySelector(".md-header__topic"), { childList: true });
  // On a narrow page, what opens the menu is a label, and no key reaches it.
  const label = document.querySelector(".md-header__button[for=__drawer]");
  const button = document.createElement("button");
  button.className = `${label.className} menu-button`;
  button.setAttribute("aria-label", "Menu");
  button.append(...label.children);
  button.addEventListener("click", () => document.getElementById("__drawer").click());
  label.replaceWith(button);
  document.querySelectorAll("pre > code, .md-typeset__scrollwrap").forEach((box) => {
    new ResizeObserver(() => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }).observe(box);
  });
});
