// The dispatcher of keys. Which key does what stands in the keymap of the page; what an action does, its module says.

import { all, one } from "./page.js";

const TYPING = "input, textarea, select, [contenteditable], [role=textbox], .cm-editor";
const SEQUENCE_MS = 1000;
const DECIDES = new Set(["list", "draft"]);
const WORK = /^F\d{1,2}$/;
const acts = new Map();
let keymap = [];
let prefix = "";
let prefixTimer = 0;

export const act = (name, run) => acts.set(name, run);
export const actions = () => keymap.filter((row) => acts.has(row.action) || row.goto);
export const scope = () => one("[data-scope]")?.dataset.scope ?? "global";

export function perform(row, how = "palette") {
  if (acts.has(row.action)) acts.get(row.action)(how);
  else if (row.goto) location.assign(row.goto);
}

export function readKeymap() {
  keymap = JSON.parse(one("#keymap").textContent);
}

const alive = (row) => row.scope === "global" || row.scope === scope();

function nameOf(event) {
  const mod = event.ctrlKey || event.metaKey;
  if (mod) return event.altKey ? "" : `Mod+${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
  if (event.altKey) return /^Arrow/.test(event.key) ? `Alt+${event.key}` : "";
  if (event.shiftKey && WORK.test(event.key)) return `Shift+${event.key}`;
  return event.shiftKey && /^[a-z]$/i.test(event.key) ? `Shift+${event.key.toUpperCase()}` : event.key;
}

function dead(event) {
  return event.defaultPrevented || event.repeat || event.isComposing || event.keyCode === 229 || one("dialog[open]");
}

function digit(event) {
  const menu = one("details[data-menu][open]");
  const button = menu && /^\d$/.test(event.key) && one(`[data-digit="${event.key}"]`, menu);
  if (!button) return false;
  event.preventDefault();
  button.click();
  return true;
}

function closeMenu(event) {
  const menu = event.key === "Escape" && (event.target.closest?.("details.pop[open]") || one("details.pop[open]"));
  if (!menu) return false;
  event.preventDefault();
  menu.open = false;
  one("summary", menu).focus();
  return true;
}

export function onKey(event) {
  if (dead(event) || closeMenu(event)) return;
  const name = nameOf(event);
  const typing = event.target.closest?.(TYPING);
  // In a text field only keys that write nothing live: chords of the editor and the palette, and Escape.
  const writes = !/^(Mod|Alt)\+/.test(name) && !WORK.test(event.key) && name !== "Escape";
  if (typing && (writes || !name)) return;
  if (!typing && !name.startsWith("Mod+") && digit(event)) return;
  const wanted = prefix ? `${prefix} ${name}` : name;
  // Nothing is decided from within a text field, whatever key was chosen for it.
  const fits = keymap.filter((each) => alive(each) && each.keys.includes(wanted) && !(typing && DECIDES.has(each.scope)));
  const row = fits.find((each) => each.scope !== "global") ?? fits[0]; // the nearer meaning of Escape wins
  clearPrefix();
  if (row) {
    // A button or link that has the focus keeps Enter for itself.
    if (name === "Enter" && event.target.closest?.("a, button, summary")) return;
    event.preventDefault();
    perform(row, "key");
  } else if (!typing && keymap.some((each) => alive(each) && each.keys.some((key) => key.startsWith(`${name} `)))) {
    prefix = name;
    prefixTimer = setTimeout(clearPrefix, SEQUENCE_MS);
  }
}

function clearPrefix() {
  clearTimeout(prefixTimer);
  prefix = "";
}

// One menu at a time; a click elsewhere closes it.
export function tendMenus() {
  document.addEventListener("click", (event) => {
    for (const menu of all("details.pop[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
}
