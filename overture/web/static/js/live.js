// News while a page is open: counts, who else is here, and what became of the draft on the screen. Where no stream
// can be had, presence is told and asked by itself, and lists ask for news now and then.

import { all, one, onPage, send } from "./page.js";
import { looked } from "./draft.js";
import { news } from "./list.js";

const HERE_MS = 15_000;
const REST_MS = 120_000; // without a touch of key or pointer nobody is at the desk
let stream = null;
let about = "";
let told = { tabs: null };
let touchedAt = Date.now();
let typedAt = 0;

export const flowing = () => stream !== null && stream.readyState === EventSource.OPEN;
const draft = () => one(".review[data-draft]");
const shown = () => draft()?.dataset.draft ?? "";
const mayAct = () => Boolean(one(".decide .acts, form[data-editor]"));

// --- the stream ---------------------------------------------------------------------------------------------------

function listen() {
  const wanted = one("[data-live]") && !document.hidden ? `/queue/live${shown() ? `?draft=${shown()}` : ""}` : "";
  if (wanted === about && (!wanted || stream?.readyState !== EventSource.CLOSED)) return;
  stream?.close();
  about = wanted;
  stream = wanted ? new EventSource(wanted) : null;
  stream?.addEventListener("news", (event) => hear(JSON.parse(event.data)));
}

function hear({ tabs, waiting, people, draft: now }) {
  const count = one("[data-waiting]");
  if (count?.firstChild) count.firstChild.textContent = waiting;
  for (const [name, number] of Object.entries(tabs)) {
    const place = one(`[data-tab="${name}"]`);
    if (place) place.textContent = number.toLocaleString("en");
  }
  for (const place of all("[data-here]")) place.replaceChildren(...(people[place.dataset.here] ?? []).map(face));
  if (shown()) showOthers(people[shown()] ?? []);
  if (now) overtaken(now);
  if (told.tabs && Object.keys(tabs).some((name) => tabs[name] !== told.tabs[name])) news();
  told = { tabs };
}

const initials = (name) => { const parts = name.split(/[\s_-]+/).filter(Boolean); return ((parts[0] ?? "?")[0] + (parts.length > 1 ? parts.at(-1)[0] : "")).toUpperCase(); };
const sentence = ({ name, doing }) => `${name} is ${doing} this`;

function face(person) {
  const box = Object.assign(document.createElement("span"), { className: `face here${person.doing === "editing" ? " writes" : ""}`, textContent: initials(person.name), title: sentence(person) });
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", sentence(person));
  return box;
}

function showOthers(people) {
  const place = one("#presence");
  if (!place) return;
  const words = people.slice(0, 2).map((person) => {
    const since = new Date(person.since).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
    return Object.assign(document.createElement("span"), { textContent: `${person.name} is ${person.doing}${person.doing === "editing" ? ` (since ${since})` : ""}` });
  });
  place.replaceChildren(...people.map(face), ...words);
}

// Somebody decided about the draft, or changed it, while it is on this screen: say so, and touch nothing.
function overtaken({ id, version, state, by }) {
  const review = draft();
  if (!review || String(id) !== review.dataset.draft || one(".conflict")) return;
  const same = String(version) === review.dataset.version && state === review.dataset.state;
  const known = one(".overtaken");
  if (same) return known?.remove();
  const text = state === review.dataset.state ? `The text changed: version ${version} stands now.` : `${by ?? "Somebody"} has decided about this draft: it is ${state} now.`;
  if (known?.dataset.text === text) return null;
  known?.remove();
  const box = Object.assign(document.createElement("div"), { className: "banner warn overtaken" });
  box.dataset.text = text;
  box.setAttribute("role", "alert");
  const line = document.createElement("p");
  line.append(Object.assign(document.createElement("b"), { textContent: text }), " What you have typed stays here.");
  box.append(line, Object.assign(document.createElement("a"), { className: "button", href: `/drafts/${id}?${review.dataset.where}`, textContent: "Read what stands now" }));
  one(".head h1").after(box);
  return null;
}

// --- saying that one is here --------------------------------------------------------------------------------------

async function here() {
  if (!shown() || !mayAct() || document.hidden || Date.now() - touchedAt > REST_MS) return;
  if (one("#unseen")) noteOpened(shown());
  const editing = one("form[data-editor]") && Date.now() - Math.max(typedAt, openedAt) < 4 * 60_000;
  const id = shown();
  const reply = await send(`/drafts/${id}/here`, { doing: editing ? "editing" : "reading", ...looked() }).catch(() => null);
  if (!reply?.ok || shown() !== id) return;
  showOthers(reply.body.others);
  if (reply.body.draft) overtaken(reply.body.draft);
}

// The database was busy when the page was opened, so nobody knows that it was read: say it again.
async function noteOpened(id) {
  const reply = await send(`/drafts/${id}/opened`, {}).catch(() => null);
  if (reply?.body.ok && shown() === id) one("#unseen")?.remove();
}

let openedAt = 0;
let last = { id: "", may: false };
onPage(() => {
  openedAt = Date.now();
  if (last.id && last.id !== shown() && last.may) leave(last.id);
  last = { id: shown(), may: mayAct() };
  told = { tabs: null };
  listen();
});

function leave(id) {
  const data = new FormData();
  data.set("csrf", document.body.dataset.csrf);
  data.set("left", "yes");
  navigator.sendBeacon(`/drafts/${id}/here`, new URLSearchParams(data));
}

window.addEventListener("pagehide", () => { stream?.close(); stream = null; about = ""; if (last.id && last.may) leave(last.id); });
window.addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
document.addEventListener("visibilitychange", () => { listen(); here(); });
for (const name of ["keydown", "pointerdown", "wheel"]) document.addEventListener(name, () => { touchedAt = Date.now(); }, { passive: true, capture: true });
document.addEventListener("input", (event) => { if (event.target.closest("form[data-editor]")) typedAt = Date.now(); });
setInterval(here, HERE_MS);
