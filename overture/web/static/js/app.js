// What every page does: keys, dialogs, clocks.

import { act, actions, onKey, perform, readKeymap, scope, tendMenus } from "./keys.js";
import { all, did, fetchPage, one, onPage, pageIsHere, putInPlace } from "./page.js";
import { adopt } from "./toasts.js";
import "./coach.js";
import "./draft.js";
import "./list.js";
import "./live.js";

const PRINTED = { Escape: "Esc", ArrowDown: "↓", ArrowUp: "↑" };
const printed = (key) => PRINTED[key] ?? key.replace("Mod+", "Ctrl ").replace("Shift+", "Shift ");

// --- help and palette ---------------------------------------------------------------------------------------------

act("help", () => { one("#help").showModal(); did("help"); });
act("search", () => one("#find").focus());
act("close", () => {
  const at = document.activeElement;
  if (at?.matches("input, textarea, select") || scope() !== "draft") at?.blur();
  else perform({ action: "back" });
});
act("palette", openPalette);
const press = (name) => () => one(`a[data-act=${name}]`)?.click();
act("edit_story", press("edit_story"));
act("edit_campaign", press("edit_campaign"));

function openPalette() {
  const dialog = one("#palette");
  dialog.showModal();
  const input = one("input", dialog);
  input.value = "";
  fillPalette("");
  input.focus();
}

function fillPalette(words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = actions().filter((row) => row.action !== "palette" && (row.scope === "global" || row.scope === scope()));
  const found = rows.filter((row) => wanted.every((word) => row.label.toLowerCase().includes(word)));
  const list = one("#palette-list");
  list.replaceChildren(...found.map((row, index) => option(row.label, row.keys.map(printed).join(" "), index, () => perform(row))));
  if (words.trim()) list.append(option(`Search for “${words.trim()}”`, "", found.length, () => location.assign(`/search?q=${encodeURIComponent(words.trim())}`)));
  pick(0);
  look(words.trim());
}

// Drafts, accounts and triggers that hold the words, under the acts: asked for a moment after the last letter.
let lookTimer = 0;
function look(words) {
  clearTimeout(lookTimer);
  if (words.length < 2) return;
  lookTimer = setTimeout(async () => {
    const reply = await fetch(`/search?q=${encodeURIComponent(words)}`, { headers: { accept: "application/json" } }).catch(() => null);
    const input = one("#palette input");
    if (!reply?.ok || !one("#palette").open || input.value.trim() !== words) return;
    const { found } = await reply.json();
    const list = one("#palette-list");
    const before = list.children.length;
    list.append(...found.map(({ to, label, kind }, index) => option(label, kind, before + index, () => location.assign(to))));
    if (before === 1) pick(Math.min(1, found.length));
  }, 150);
}

function option(label, key, index, run) {
  const item = document.createElement("li");
  item.id = `option-${index}`;
  item.setAttribute("role", "option");
  item.append(Object.assign(document.createElement("span"), { textContent: label }));
  if (key) item.append(Object.assign(document.createElement("kbd"), { textContent: key }));
  item.addEventListener("click", () => { one("#palette").close(); run(); });
  return item;
}

function pick(index) {
  const items = all("#palette-list [role=option]");
  if (!items.length) return;
  const at = (index + items.length) % items.length;
  items.forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
  items[at].scrollIntoView({ block: "nearest" });
  one("#palette input").setAttribute("aria-activedescendant", items[at].id);
}

one("#palette input").addEventListener("input", (event) => fillPalette(event.target.value));
one("#palette input").addEventListener("keydown", (event) => {
  const items = all("#palette-list [role=option]");
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); pick(at + (event.key === "ArrowDown" ? 1 : -1)); }
  if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); items[at]?.click(); }
});

document.addEventListener("click", (event) => {
  const asked = event.target.closest("[data-act=help], [data-act=palette], [data-act$=_claim]");
  if (!asked || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  perform({ action: asked.dataset.act });
});

// What is kept in this tab belongs to whoever signs out.
document.addEventListener("submit", (event) => { if (event.target.getAttribute("action") === "/logout") sessionStorage.clear(); });

// --- clocks -------------------------------------------------------------------------------------------------------

const loaded = new Map();
function tick() {
  for (const node of all("[data-until]")) node.textContent = remaining(new Date(node.dataset.until) - Date.now());
  for (const node of all("[data-leaves]")) {
    if (!loaded.has(node)) loaded.set(node, { at: Date.now(), text: node.textContent });
    const { at, text } = loaded.get(node);
    const [hours, minutes] = text.split(":").map(Number);
    const total = hours * 60 + minutes + Math.floor((Date.now() - at) / 60_000);
    node.textContent = `${String(Math.floor(total / 60) % 24).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
  }
}

// What has left belongs to another list: the open outbox is read again soon after a countdown ends, and again until the
// worker has taken it, unless the reader is in the middle of something.
const AGAIN_MS = 2_000;
let readAt = 0;
let readings = 0;

async function readAgain() {
  const over = all(".queue-list [data-until]").some((node) => new Date(node.dataset.until) < Date.now());
  if (!over) { readings = 0; readAt = Date.now(); return; }
  const occupied = document.hidden || one("dialog[open], details.pop[open], .queue-list input:checked") || document.activeElement?.matches("input, select");
  if (occupied || readings >= 30 || Date.now() - readAt < AGAIN_MS) return;
  readAt = Date.now();
  readings += 1;
  const address = location.pathname + location.search;
  const row = document.activeElement?.closest("[data-row]")?.dataset.row;
  const ready = await fetchPage(address).catch(() => null);
  if (!ready || address !== location.pathname + location.search) return;
  putInPlace(ready, { push: false });
  if (row) one(`[data-row="${row}"] a.open`)?.focus();
}

function remaining(ms) {
  if (ms <= 0) return "leaving now";
  const seconds = Math.ceil(ms / 1000);
  return seconds < 60 ? `in ${seconds} s` : seconds < 3600 ? `in ${Math.floor(seconds / 60)} min ${seconds % 60} s` : `in ${Math.floor(seconds / 3600)} h`;
}

setInterval(() => { tick(); readAgain(); }, 1000);
onPage(() => { loaded.clear(); tick(); });
onPage(adopt);

// Without a connection nothing can be decided: the bar says so until it is back.
const connection = () => { const bar = one("#offline"); if (bar) bar.hidden = navigator.onLine; };
for (const name of ["online", "offline"]) addEventListener(name, connection);
onPage(connection);

document.documentElement.classList.add("js");
for (const button of all(".palette-open")) button.hidden = false;
readKeymap();
tendMenus();
document.addEventListener("keydown", onKey);
pageIsHere();
