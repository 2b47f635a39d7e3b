// The panel that explains a number, and the languages. Without this script the page still reads in full:
// languages follow the fragment by CSS, and numbers lead to the entries at the end.
(() => {
  "use strict";
  const pages = [...document.querySelectorAll(".page")];
  const shown = () => pages.find((page) => page.offsetParent !== null || page.offsetHeight > 0) || pages[0];
  const entryOf = (link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target && target.matches("article.why") ? target : null;
  };

  const settle = () => {
    const page = shown();
    document.documentElement.lang = page.lang;
    document.title = page.dataset.title;
  };

  // The part of the page that is being read, and where it stands on the screen.
  const place = () => {
    const parts = [...shown().querySelectorAll("section[id]")];
    const read = parts.filter((part) => part.getBoundingClientRect().top <= 120).pop();
    return read ? { name: read.id.slice(3), top: read.getBoundingClientRect().top } : null;
  };

  const speak = (language) => {
    const before = place();
    location.hash = language;
    settle();
    const same = before && document.getElementById(`${language}-${before.name}`);
    if (same) window.scrollTo({ top: window.scrollY + same.getBoundingClientRect().top - before.top, behavior: "instant" });
    shown().querySelector(".languages [aria-current]").focus({ preventScroll: true });
  };

  const panelOf = (node) => node.closest(".page").querySelector("dialog.panel");
  const trail = [];

  const show = (panel, entry) => {
    const copy = entry.cloneNode(true);
    copy.removeAttribute("id");
    const content = panel.querySelector(".content");
    content.replaceChildren(copy);
    panel.querySelector(".back").hidden = trail.length < 2;
    if (!panel.open) panel.showModal();
    panel.scrollTop = 0;
    content.focus({ preventScroll: true });
  };

  const back = (panel) => {
    trail.pop();
    show(panel, trail[trail.length - 1]);
  };

  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const tongue = event.target.closest(".languages a");
    const link = event.target.closest("a[href^='#']");
    const panel = event.target.closest("dialog.panel");
    if (tongue) {
      event.preventDefault();
      speak(tongue.hash.slice(1));
    } else if (link && entryOf(link)) {
      event.preventDefault();
      if (!panel) trail.length = 0;
      trail.push(entryOf(link));
      show(panelOf(link), trail[trail.length - 1]);
    } else if (panel && (event.target === panel || event.target.closest(".close"))) {
      panel.close();
    } else if (panel && event.target.closest(".back")) {
      back(panel);
    } else if (panel && link) {
      panel.close();
    }
  });

  document.addEventListener("keydown", (event) => {
    const panel = document.querySelector("dialog.panel[open]");
    if (panel && event.key === "Backspace" && trail.length > 1) {
      event.preventDefault();
      back(panel);
    }
  });

  window.addEventListener("hashchange", settle);
  settle();
})();
