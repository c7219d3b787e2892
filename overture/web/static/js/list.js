// Lists: moving with keys, selecting, acting on several, and news of drafts that came since.

import { act, actions } from "./keys.js";
import { flowing } from "./live.js";
import { all, one, onPage, say } from "./page.js";
import { toast } from "./toasts.js";

const NEWS_MS = 30_000;
const rows = () => all("[data-scope=list] [data-row]");
const link = (row) => one("a.open", row) || one("a", row);
const box = (row) => one("input[name=chosen]", row);
const boxes = () => all("input[name=chosen]");
const current = () => rows().findIndex((row) => row.contains(document.activeElement));

function move(by) {
  const list = rows();
  if (!list.length) return null;
  const at = Math.min(Math.max(current() < 0 ? (by > 0 ? 0 : list.length - 1) : current() + by, 0), list.length - 1);
  link(list[at])?.focus();
  list[at].scrollIntoView({ block: "nearest" });
  return list[at];
}

function extend(by) {
  const from = rows()[current()];
  const to = move(by);
  for (const row of [from, to]) if (row && box(row)) box(row).checked = true;
  count();
}

function toggle() {
  const row = rows()[current()];
  if (!row || !box(row)) return;
  box(row).checked = !box(row).checked;
  count();
}

function selectPage(on) {
  for (const each of boxes()) each.checked = on;
  count();
}

function count({ told = true } = {}) {
  const bar = one("#bulk-bar");
  const picked = boxes().filter((each) => each.checked);
  const whole = one("#all");
  if (whole) {
    whole.checked = picked.length > 0 && picked.length === boxes().length;
    whole.indeterminate = picked.length > 0 && !whole.checked;
  }
  if (!bar) return;
  const unread = picked.filter((each) => each.dataset.opened !== "yes");
  const more = one("[data-every]", bar);
  const every = more?.checked;
  const chosen = more && whole?.checked ? `All ${picked.length} on this page selected` : `${picked.length} selected`;
  one("[data-count]", bar).textContent = every ? more.dataset.every : chosen;
  const approve = one("[data-approve]", bar);
  if (!approve) return; // a reader who decides nothing
  const most = Number(approve.dataset.most);
  const opened = picked.length - unread.length;
  approve.disabled = Boolean(every);
  one("span", approve).textContent = `Approve ${Math.min(opened, most)} opened of ${picked.length}`;
  const left = unread.length
    ? `${unread[0].dataset.name} ${unread.length > 1 ? `and ${unread.length - 1} more are unread, so they stay.` : "is unread, so it stays."}`
    : "";
  const stays = opened > most ? `One approval takes ${most}. ${left}` : left;
  one("[data-why-not]", bar).textContent = every ? "Approval takes what was chosen and opened one by one." : stays;
  if (told) say(`${picked.length} selected`);
}

function some() {
  if (boxes().some((each) => each.checked)) return true;
  const key = actions().find((row) => row.action === "select_row")?.keys[0];
  toast(boxes().length ? `Select drafts first${key ? `, with ${key}` : ""}.` : "Nothing can be selected in this list.", { level: "warn" });
  return false;
}
function menu(name) {
  const details = one(`details[data-menu=${name}]`);
  if (!details || !some()) return;
  details.open = true;
  one("select", details)?.focus();
}

export async function news() {
  const button = one("#news");
  if (!button || document.hidden) return;
  const reply = await fetch(`/queue/news${location.search ? `${location.search}&` : "?"}since=${button.dataset.newest}`, { headers: { accept: "application/json" } }).catch(() => null);
  if (!reply?.ok) return;
  const { new: many } = await reply.json();
  button.hidden = !many;
  one("span", button).textContent = `${many} new ${many === 1 ? "draft" : "drafts"}`;
}

onPage(() => {
  const every = one("#all");
  if (every) every.hidden = false;
  count({ told: false });
});
setInterval(() => { if (!flowing()) news(); }, NEWS_MS);

document.addEventListener("change", (event) => {
  if (event.target.id === "all") selectPage(event.target.checked);
  else if (event.target.matches("[name=chosen], [data-every]")) count();
  else if (event.target.matches("[data-go]")) event.target.form.requestSubmit();
});

act("next_row", () => move(1));
act("previous_row", () => move(-1));
act("open_row", () => { const row = rows()[Math.max(current(), 0)]; if (row) location.assign(link(row).href); });
act("select_row", toggle);
act("extend_down", () => extend(1));
act("extend_up", () => extend(-1));
act("select_page", () => selectPage(boxes().some((each) => !each.checked)));
act("filter", () => one("#filter")?.focus());
act("bulk_approve", () => { const button = one("[data-approve]"); if (button && some()) button.form.requestSubmit(button); });
act("bulk_reject", () => menu("bulk_reject"));
act("bulk_snooze", () => menu("bulk_snooze"));
act("bulk_story", () => menu("bulk_story"));
act("bulk_assign", () => menu("bulk_assign"));
