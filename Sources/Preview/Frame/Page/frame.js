// Shows the site in a frame, follows it through its pages, and shows each change as it is told.
"use strict";

(() => {
  const element = (id) => document.getElementById(id);
  const site = element("site");
  const problems = element("problems");
  const toggle = element("toggle");

  // What the server has told last, and what problems were said then.
  let scene = null;
  let told = "";
  // Where the page in the frame had been scrolled to before it was loaded again.
  let scrolled = null;

  // MARK: The page in the frame

  const isOwn = (url) => url.origin === location.origin && !/^\/-(\/|$)/.test(url.pathname);

  const placeOf = (url) => url.pathname + url.search + url.hash;

  // The page that this one's address names.
  const wanted = () => {
    try {
      const url = new URL(location.hash.slice(1) || scene.base, location.origin);
      if (isOwn(url)) return placeOf(url);
    } catch {
      // No address is none of the site's.
    }
    return scene.base;
  };

  const show = (place) => site.contentWindow.location.replace(place);

  const shown = () => {
    try {
      const url = new URL(site.contentWindow.location.href);
      return isOwn(url) ? url : null;
    } catch {
      return null;
    }
  };

  const follow = () => {
    const url = shown();
    if (!url) return;
    history.replaceState({ isShown: true }, "", "#" + placeOf(url));
    element("alone").href = placeOf(url);
    document.title = site.contentDocument.title || url.pathname;
  };

  const again = () => {
    const page = site.contentWindow;
    const url = shown();
    scrolled = url && { path: url.pathname, x: page.scrollX, y: page.scrollY };
    page.location.reload();
  };

  // Pages of other sites open beside the preview; the site's own whole address leads to the page
  // here.
  const click = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !/^https?:$/.test(link.protocol) || link.origin === location.origin) return;
    if (link.origin === scene.origin && link.pathname.startsWith(scene.base)) {
      event.preventDefault();
      site.contentWindow.location.assign(placeOf(link));
      return;
    }
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  };

  site.addEventListener("load", () => {
    const url = shown();
    if (!url) return;
    follow();
    const page = site.contentWindow;
    if (scrolled && scrolled.path === url.pathname) {
      page.scrollTo({ left: scrolled.x, top: scrolled.y, behavior: "instant" });
    }
    scrolled = null;
    page.addEventListener("hashchange", follow);
    page.document.addEventListener("click", click);
  });

  // An address that somebody has typed. Going back and forth moves the frame by itself.
  addEventListener("popstate", (event) => {
    if (scene && !event.state?.isShown) show(wanted());
  });

  // MARK: Problems

  const open = (isOpen) => {
    problems.hidden = !isOpen;
    toggle.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return;
    for (const line of problems.querySelectorAll("pre")) {
      if (line.scrollWidth > line.clientWidth) line.tabIndex = 0;
    }
  };

  const close = () => {
    const hadFocus = problems.contains(document.activeElement);
    open(false);
    if (hadFocus) (toggle.hidden ? element("alone") : toggle).focus();
  };

  const made = (name, kind, text) => {
    const node = document.createElement(name);
    node.className = kind;
    node.textContent = text;
    return node;
  };

  const item = (notice) => {
    const node = made("li", notice.severity, "");
    const head = document.createElement("h3");
    head.append(made("span", "severity", notice.severity === "error" ? "Error" : "Warning"));
    if (notice.place) head.append(made("span", "place", notice.place));
    node.append(head, made("p", "message", notice.message));
    if (notice.excerpt) node.append(made("pre", "", notice.excerpt));
    if (notice.hint) node.append(made("p", "hint", notice.hint));
    if (notice.notes) {
      const list = made("ul", "notes", "");
      list.append(...notice.notes.map((note) => made("li", "", note)));
      node.append(list);
    }
    return node;
  };

  const counted = (notices) =>
    ["error", "warning"].map((severity) => {
      const count = notices.filter((notice) => notice.severity === severity).length;
      return count && `${count} ${severity}${count === 1 ? "" : "s"}`;
    }).filter(Boolean).join(", ");

  const tell = (notices) => {
    const now = JSON.stringify(notices);
    if (now === told) return;
    const before = told;
    told = now;
    const words = counted(notices) || "No problems";
    const worst = notices.some((notice) => notice.severity === "error") ? "error" : "warning";
    element("count").textContent = words;
    element("list").replaceChildren(...notices.map(item));
    element("beneath").hidden = worst !== "error";
    element("state").textContent = notices.length ? "" : words;
    toggle.textContent = words;
    toggle.hidden = !notices.length;
    problems.className = toggle.className = worst;
    if (worst === "error") open(true);
    else if (!notices.length || !before || before.includes('"severity":"error"')) close();
    else open(!problems.hidden);
    element("news").textContent = before || notices.length ? words : "";
  };

  toggle.addEventListener("click", () => {
    if (!problems.hidden) return close();
    open(true);
    problems.focus();
  });
  element("close").addEventListener("click", close);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !problems.hidden) close();
  });

  // MARK: The server

  const hear = (news) => {
    const before = scene;
    scene = news;
    element("audience").textContent = news.audience;
    tell(news.notices);
    if (!before) return show(wanted());
    if (before.version === news.version) return;
    const url = shown();
    if (url && before.base !== news.base && url.pathname.startsWith(before.base)) {
      return show(news.base + placeOf(url).slice(before.base.length));
    }
    again();
  };

  let source = null;

  const listen = () => {
    source = new EventSource("events");
    source.addEventListener("message", (event) => hear(JSON.parse(event.data)));
    source.addEventListener("open", () => {
      document.body.classList.remove("lost");
      if (scene) element("state").textContent = scene.notices.length ? "" : "No problems";
    });
    source.addEventListener("error", () => {
      document.body.classList.add("lost");
      element("state").textContent = "Not connected: is “outloud serve” still running?";
    });
  };

  // A browser has few connections to one host: a page that nobody sees needs none.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) {
      listen();
    }
  });

  if (!document.hidden) listen();
})();
