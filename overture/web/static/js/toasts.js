// Short messages with an undo, and the stack of what can be undone in this session.

import { act } from "./keys.js";
import { did, fetchPage, one, putInPlace, say, send, signIn } from "./page.js";

const STORE = "overture.undo";
const MOST = 20;

const stack = () => { try { return JSON.parse(sessionStorage.getItem(STORE)) || []; } catch { return []; } };
const keep = (list) => sessionStorage.setItem(STORE, JSON.stringify(list.slice(-MOST)));
export const remember = (step) => keep([...stack(), step]);

export function toast(words, { level = "ok", undo = null, link = null } = {}) {
  const box = document.createElement("div");
  box.className = "toast";
  if (undo) box.dataset.step = undo.id;
  box.append(sign(level === "ok" ? "ok" : "warn"), Object.assign(document.createElement("span"), { className: "grow", textContent: words }));
  if (link) one(".grow", box).append(" ", Object.assign(document.createElement("a"), { href: link[0], textContent: link[1] }));
  if (undo) box.append(button("Undo", "linkish", () => { box.remove(); takeBack(undo); }));
  box.append(button("", "icon-only", () => box.remove(), "Close"));
  box.lastChild.append(sign("x"));
  one("#toasts").append(box);
  leaveLater(box);
  while (one("#toasts").children.length > 3) one("#toasts").firstElementChild.remove();
  say(words);
}

export function sign(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "i");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(svg.namespaceURI, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

function button(text, className, run, label) {
  const made = Object.assign(document.createElement("button"), { type: "button", className, textContent: text });
  if (label) made.setAttribute("aria-label", label);
  made.addEventListener("click", run);
  return made;
}

function leaveLater(box) {
  const seconds = Number(document.documentElement.dataset.toasts);
  if (!seconds) return;
  let timer = setTimeout(() => box.remove(), seconds * 1000);
  // Nothing disappears under a pointer or a focus.
  for (const name of ["pointerenter", "focusin"]) box.addEventListener(name, () => clearTimeout(timer));
  for (const name of ["pointerleave", "focusout"]) box.addEventListener(name, () => { timer = setTimeout(() => box.remove(), seconds * 1000); });
}

export async function takeBack(step) {
  keep(stack().filter((each) => each.id !== step.id || (step.at && each.at !== step.at)));
  for (const box of document.querySelectorAll(".toast[data-step]")) if (box.dataset.step === String(step.id)) box.remove();
  const asked = send(step.action || `/drafts/${step.id}/undo`, step.data || { where: step.where || "", of: step.of || "" });
  const { ok, body, status } = await asked.catch(() => ({ status: 0 }));
  if (!status || status === 401) remember(step); // it was not heard, so it can be asked for again
  if (!status) return toast("The server does not answer. Nothing was taken back; try again.", { level: "warn" });
  if (status === 401) return signIn();
  did("undo");
  if (!ok) return toast(body.refused?.message || "This can no longer be undone.", { level: "warn" });
  toast(body.said || "Undone.");
  if (body.to) await fetchPage(body.to).then(putInPlace, () => location.assign(body.to));
  return null;
}

export async function undoLast() {
  const step = stack().at(-1);
  if (step) await takeBack(step);
  else toast("There is nothing to undo in this session.", { level: "warn" });
}

// What was done to several at once is one step back.
const several = (ids, where, of) => ({
  id: ids.join(" "), at: Date.now(), action: "/queue/bulk",
  data: [["act", of ? "undo_note" : "undo"], ["where", where ?? ""], ...ids.map((id) => ["chosen", `${id}.0.-`])],
});

document.addEventListener("submit", (event) => {
  const box = event.target.dataset.act === "undo-many" && event.target.closest(".toast[data-step]");
  const step = box && stack().findLast((each) => each.id === box.dataset.step);
  if (!step) return;
  event.preventDefault();
  takeBack(step);
});

// A toast that the server printed belongs to the stack like those of this page.
export function adopt() {
  for (const box of document.querySelectorAll(".toast[data-undo]")) {
    const ids = box.dataset.undo.split(" ").filter(Boolean);
    box.removeAttribute("data-undo");
    if (ids.length) {
      const of = "note" in box.dataset ? "note" : "";
      box.dataset.step = ids.join(" ");
      remember(ids.length === 1 ? { id: ids[0], at: Date.now(), of } : several(ids, new FormData(one("form", box)).get("where"), of));
    }
    leaveLater(box);
  }
  if (location.search.includes("did=")) {
    const here = new URL(location.href);
    here.searchParams.delete("did");
    here.searchParams.delete("act");
    history.replaceState(history.state, "", here);
  }
}

act("undo", undoLast);
