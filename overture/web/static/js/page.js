// What every module needs: the page's parts, saying things aloud, posting a form, putting another page in place.

import { began, ended } from "./busy.js";

export const one = (selector, within = document) => within.querySelector(selector);
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];

export function say(words, { urgent = false } = {}) {
  const region = one(urgent ? "#alert" : "#status");
  region.textContent = "";
  // A change in the next frame is announced even when the words are the same as before.
  requestAnimationFrame(() => { region.textContent = words; });
}

// Seconds on the server's clock, which came with the form: words that overtake each other on their way are told apart by it.
export function clockOf(form) {
  const ahead = Number(form.dataset.now) - Date.now() / 1000;
  return () => Date.now() / 1000 + ahead;
}

export async function send(action, data, { keepalive = false } = {}) {
  const reply = await fetch(action, {
    method: "POST",
    keepalive,
    body: new URLSearchParams(data),
    headers: { accept: "application/json", "x-csrf-token": document.body.dataset.csrf },
  });
  const body = (reply.headers.get("content-type") || "").includes("json") ? await reply.json() : {};
  return { status: reply.status, ok: reply.ok, body };
}

// The session has ended: sign in, and come back to this page.
export const signIn = () => location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);

export async function sendForm(form, submitter, more = {}) {
  const data = new FormData(form, submitter);
  for (const [name, value] of Object.entries(more)) data.set(name, value);
  began(); // what was asked for may be done by now: there is no way out of it but to wait
  try { return await send(submitter?.getAttribute("formaction") || form.getAttribute("action"), data); } finally { ended(); }
}

// For somebody who waits for it; `fetchPage` is for what comes ahead, or again, while they do something else.
export async function seePage(address) {
  const stop = new AbortController();
  began(() => stop.abort());
  try { return await fetchPage(address, { signal: stop.signal }); } finally { ended(); }
}

export async function fetchPage(address, { ahead = false, signal = null } = {}) {
  const reply = await fetch(address, { headers: ahead ? { "x-ahead": "1" } : {}, credentials: "same-origin", signal });
  if (!reply.ok) throw new Error(`${reply.status}`);
  const text = await reply.text();
  return { address: new URL(reply.url).pathname + new URL(reply.url).search, page: new DOMParser().parseFromString(text, "text/html") };
}

// What a reader did, for whoever shows newcomers the way.
export const did = (name) => document.dispatchEvent(new CustomEvent("overture:did", { detail: name }));

const watchers = [];
export const onPage = (run) => watchers.push(run);
export const pageIsHere = () => watchers.forEach((run) => run());

// Put a fetched page in the place of this one: content, place in the site, counts. Toasts and dialogs stay.
export function putInPlace({ address, page }, { push = true } = {}) {
  const scroll = one(".side")?.scrollTop ?? 0;
  for (const selector of ["#main", ".crumbs", ".rail", ".foot"]) {
    const fresh = one(selector, page);
    if (fresh) one(selector).replaceWith(document.adoptNode(fresh));
  }
  document.title = page.title;
  document.body.dataset.csrf = page.body.dataset.csrf;
  if (push) history.pushState({ inPlace: true }, "", address);
  if (one(".side")) one(".side").scrollTop = scroll;
  one("#main").scrollTop = 0;
  pageIsHere();
}
