// The panel that explains a number, and the languages. Without this script the page still reads in full:
// languages follow the fragment by CSS, and numbers lead to the sources they rest on.
(() => {
  "use strict";
  const pages = [...document.querySelectorAll(".page")];
  const shown = () => pages.find((page) => page.offsetParent !== null || page.offsetHeight > 0) || pages[0];

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

  // ---- Entries: one a quantity or assumption, drawn from the data of the page when it is asked for.
  // It is packed: written out it would be a third of the page.
  let unpacking;
  const unpack = async () => {
    const letters = atob(document.getElementById("data").textContent);
    const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  };
  const known = () => (unpacking ??= unpack());

  // An element with a class; children are elements or texts, empty ones are left out.
  const make = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children.flat(Infinity).filter((child) => child !== "" && child !== null && child !== undefined));
    return made;
  };

  // What one language makes of the numbers in the data.
  const reader = (language, { nodes, sources, heads, statuses, marks, languages, texts }) => {
    const [group, decimal, percent] = marks[language];
    const written = { ",": group, ".": decimal, "%": percent };
    const text = (number) => {
      const said = texts[number];
      return typeof said === "string" ? said : said[languages.indexOf(language)];
    };
    const letters = (part) => (typeof part === "number" ? text(part) : part.replace(/[,.%]/g, (mark) => written[mark]));
    const link = (number, content, className = "q") => {
      const made = make("a", className, content);
      made.href = `#${language}-n${number}`;
      return made;
    };
    const name = (number) => text(nodes[number].n);
    const badge = (status) => make("span", `badge ${status}`, text(statuses[status]));
    const worth = ([middle, band, measure]) => [
      make("b", "", letters(middle)),
      band ? make("i", "", ` ${letters(band)}`) : "",
      typeof measure === "number" ? make("small", "", ` ${text(measure)}`) : "",
    ];
    const table = (rows) => {
      const lines = rows.map(([head, ...parts]) => {
        const first = make("th", "", text(head));
        first.scope = "row";
        return make("tr", "", first, make("td", "", worth(parts)));
      });
      return make("table", "worths", make("tbody", "", lines));
    };

    const values = (node) => {
      if (node.l) {
        const unit = node.u === undefined ? "" : text(node.u);
        const more = node.m === undefined ? "" : make("p", "small", text(node.m));
        return [unit ? make("p", "small", unit) : "", table(node.l), more];
      }
      const rows = node.v || [];
      const told = rows.length === 1 ? make("p", "worth", worth(rows[0].slice(1))) : rows.length ? table(rows) : "";
      return [told, node.c === undefined ? "" : make("p", "about", text(node.c))];
    };

    // A formula with names in the reader's language, each a link.
    const TOKEN = /\d[\d_.]*(?:e-?\d+)?|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*|\*\*|\/\/|>=|<=|==|!=|\s+|./gi;
    const SIGNS = { "*": "×", "-": "−", ">=": "≥", "<=": "≤", "==": "=", "!=": "≠", "**": "^" };
    const NATURAL = { "np.minimum": "min", "np.maximum": "max", "np.where": "where" };
    const formula = (node) => {
      const needs = new Map(node.d || []);
      return node.f.match(TOKEN).map((token) => {
        if (typeof needs.get(token) === "number") return link(needs.get(token), name(needs.get(token)));
        return token in NATURAL ? make("i", "", NATURAL[token]) : SIGNS[token] || token;
      });
    };

    const need = ([parameter, number]) => {
      if (number === null) return make("li", "", parameter);
      const node = nodes[number];
      const one = node.v ? [" ", ...worth(node.v[0].slice(1))] : [];
      return make("li", "", link(number, name(number)), one, node.r ? [" ", badge(node.r.s)] : []);
    };
    const worked = (node) => [
      node.t && language === "en" ? make("p", "about", node.t) : "",
      node.f ? make("p", "formula", formula(node)) : "",
      node.d ? [make("h4", "", text(heads["rests-on"])), make("ul", "needs", node.d.map(need))] : "",
      make("p", "code", node.w),
    ];

    const source = (read) => {
      if (read.o === undefined) return text(read.w);
      const [title, address, rest] = sources[read.o];
      if (!address) return title + rest;
      const made = make("a", "", title);
      made.href = address;
      made.rel = "noreferrer";
      return [made, rest];
    };
    const stated = ([shape, numbers, unit]) => `${text(shape)}: ${letters(numbers)} ${text(unit)}`.trimEnd();
    const read = (one) => {
      const said = (number) => (number === undefined ? "" : text(number));
      const facts = [
        ["status-head", badge(one.s)],
        ["source", source(one)],
        ["locator", said(one.l)],
        ["as-stated", one.a ? stated(one.a) : ""],
        ["about-time", said(one.b)],
        ["known-from", said(one.k)],
        ["price-year", one.y],
        ["carried-by", one.p === undefined ? one.i : link(one.p, name(one.p))],
        ["note", said(one.n)],
      ].filter(([, content]) => content);
      return make("dl", "facts", facts.map(([head, content]) => [make("dt", "", text(heads[head])), make("dd", "", content)]));
    };

    return (number) => {
      const node = nodes[number];
      const body = node.r ? read(node.r) : worked(node);
      return make("article", "why", make("h3", "", text(node.n)), values(node), body, make("p", "key", node.k));
    };
  };

  // Language and number of the entry that a link leads to.
  const entryOf = (link) => {
    const found = /^#(\w\w)-n(\d+)$/.exec(link.hash);
    return found ? { language: found[1], number: Number(found[2]) } : null;
  };

  const panelOf = (node) => node.closest(".page").querySelector("dialog.panel");
  const trail = [];

  const show = async (panel) => {
    const data = await known();
    const { language, number } = trail[trail.length - 1];
    const content = panel.querySelector(".content");
    content.replaceChildren(reader(language, data)(number));
    panel.querySelector(".back").hidden = trail.length < 2;
    if (!panel.open) panel.showModal();
    panel.scrollTop = 0;
    content.focus({ preventScroll: true });
  };

  const back = (panel) => {
    trail.pop();
    show(panel);
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
      show(panelOf(link));
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
