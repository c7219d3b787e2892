// The draft page: deciding in place with the next draft fetched ahead, and claims tied to their evidence.

import { tendEditor } from "./draft_words.js";
import { act } from "./keys.js";
import { all, did, fetchPage, one, onPage, putInPlace, say, seePage, send, sendForm, signIn } from "./page.js";
import { remember, takeBack, toast } from "./toasts.js";

const QUIET_MS = 300; // after a draft changed, a held or doubled key approves nothing unseen
let shownAt = 0;
let busy = false;
let ahead = null;
let chosen = 0;
const sighted = new Set(); // claims of this draft whose evidence was on the screen

export const looked = () => ({ sighted: sighted.size, claims: claims().length });

const here = () => one(".review[data-draft]");
const form = (name) => one(`form[data-act="${name}"]`, here() ?? document);

// --- deciding ---------------------------------------------------------------------------------------------------

export async function decide(asked, submitter) {
  if (busy) return;
  busy = true;
  const review = here();
  review.classList.add("deciding"); // the key is seen to have been heard before the server has answered
  try {
    const { ok, body, status } = await sendForm(asked, submitter, looked());
    if (!ok) return refuse(body, status);
    did(submitter?.value === "wrong_company" ? "wrong" : asked.dataset.act);
    const step = { id: review.dataset.draft, at: Date.now(), where: review.dataset.where };
    remember(step);
    toast(body.said, { undo: step, link: body.link });
    try { await goTo(body.to, review.dataset.draft, body); } catch { return location.assign(body.to); } // it is decided
    say(`${body.said} ${body.next ? `Next: ${one("h1").textContent}` : "The queue is clear."}`);
  } catch {
    toast("The server does not answer. Nothing was decided; try again.", { level: "warn" });
  } finally {
    busy = false;
    review.classList.remove("deciding");
  }
}

async function goTo(address, left, { progress, foot }) {
  const ready = ahead && same(ahead.address, address) ? ahead : await seePage(address);
  const fetchedAhead = ready === ahead;
  ahead = null;
  one(`.side [data-row="${left}"]`, ready.page)?.closest("li").remove();
  putInPlace(ready);
  if (!fetchedAhead) return;
  // A page fetched ahead knows nothing of the decision that led to it, and was not noted as opened.
  if (progress) showProgress(progress);
  if (foot) one(".foot").replaceWith(one(".foot", new DOMParser().parseFromString(foot, "text/html")));
  if (here()) send(`/drafts/${here().dataset.draft}/opened`, {}).catch(() => null);
}

const same = (one_, other) => one_.split("?")[0] === other.split("?")[0];

function showProgress({ done, total, waiting, tabs }) {
  const box = one("#progress");
  if (box) {
    Object.assign(one("progress", box), { max: Math.max(total, 1), value: done });
    one("b", box).textContent = `${done} of ${total}`;
  }
  const found = one("[data-found]");
  const tab = new URLSearchParams(here()?.dataset.where ?? "").get("tab");
  if (found && tabs?.[tab] !== undefined && !here().dataset.where.includes("q=")) found.textContent = tabs[tab];
  for (const count of all("[data-waiting]")) if (waiting !== undefined) count.firstChild.textContent = waiting;
}

function refuse(body, status) {
  const words = body.refused?.message || body.error?.detail || "This was not possible.";
  if (status === 401) return signIn();
  one(".conflict.fresh")?.remove();
  const box = Object.assign(document.createElement("section"), { className: "conflict fresh", tabIndex: -1 });
  box.setAttribute("role", "alert");
  const line = document.createElement("p");
  line.append(Object.assign(document.createElement("b"), { textContent: words }), " Nothing of yours was lost.");
  const link = Object.assign(document.createElement("a"), { href: body.to || location.href, textContent: "Read what stands now", className: "button" });
  box.append(line, link);
  one(".head h1").after(box);
  box.focus();
  box.scrollIntoView({ block: "center" });
  return null;
}

function lookAhead() {
  const next = here()?.dataset.next;
  ahead = null;
  if (!next || here().dataset.scope !== "draft") return;
  (window.requestIdleCallback || setTimeout)(async () => {
    try { ahead = await fetchPage(next, { ahead: true }); } catch { ahead = null; }
  });
}

// The story's own words: another subject, or its text without edits. An edit like any other, so one key takes it back.
async function ownWords(asked, submitter) {
  if (busy) return;
  busy = true;
  try {
    const { ok, body, status } = await sendForm(asked, submitter);
    if (!ok) return refuse(body, status);
    const step = { id: here().dataset.draft, at: Date.now(), where: here().dataset.where, of: "note" };
    if (body.changed) remember(step);
    toast(body.said, body.changed ? { undo: step } : {});
    await visit(body.to);
  } catch {
    toast("The server does not answer. Nothing was changed; try again.", { level: "warn" });
  } finally {
    busy = false;
  }
}

// --- claims and evidence ------------------------------------------------------------------------------------------

const claims = () => all(".letter .chip[data-chip]");

function choose(number, { scrollText = false } = {}) {
  for (const each of all(".on", here())) each.classList.remove("on");
  const wanted = String(number);
  for (const each of all(`[data-claim="${wanted}"], [data-chip="${wanted}"], mark[data-claims~="${wanted}"]`, here())) each.classList.add("on");
  sighted.add(wanted);
  did("claim");
  const list = claims();
  chosen = list.findIndex((chip) => chip.dataset.chip === wanted);
  const place = one("#claim-place");
  if (place) place.textContent = `claim ${chosen + 1} of ${list.length}`;
  const evidence = one(`.why mark[data-claims~="${wanted}"]`) || one(`.why [data-claim="${wanted}"]`) || one(`#e${wanted}`);
  const card = evidence?.closest("details");
  if (card) card.open = true;
  (scrollText ? list[chosen] : evidence)?.scrollIntoView({ block: "center", behavior: "instant" });
  say(`Claim ${chosen + 1} of ${list.length}: ${all(`.letter [data-claim="${wanted}"]`).map((each) => each.textContent).join("")}. Evidence: ${evidence?.textContent ?? "none"}`);
}

function step(by) {
  const list = claims();
  if (!list.length) return;
  const at = one(".letter .chip.on") ? (chosen + by + list.length) % list.length : by > 0 ? 0 : list.length - 1;
  choose(list[at].dataset.chip);
}

// A claim without a source can be tied to words that are selected in the article; offsets are counted in code points.
function tendLoose() {
  for (const button of all("[data-take-selection]")) button.hidden = false;
}

function selectedSpan() {
  const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
  const place = range?.commonAncestorContainer;
  const text = (place?.nodeType === Node.ELEMENT_NODE ? place : place?.parentElement)?.closest("[data-span]");
  if (!text || range.collapsed) return null;
  const plain = (from) => {
    const copy = from.cloneContents();
    for (const chip of copy.querySelectorAll(".chip")) chip.remove();
    return [...copy.textContent];
  };
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = plain(before).length;
  const words = plain(range);
  return words.length ? { origin: `${text.dataset.span}:${start}:${start + words.length}`, words: words.join("") } : null;
}

let lastSpan = null; // pressing a button may take the selection away
document.addEventListener("selectionchange", () => { lastSpan = selectedSpan() ?? lastSpan; });

function tieToSelection(button) {
  const box = button.closest("[data-loose]");
  if (!lastSpan) return toast("Select the words in the article first.", { level: "warn" });
  const select = one("[data-tie]", box);
  const option = new Option(lastSpan.words, `${lastSpan.origin} ${box.dataset.loose}`, true, true);
  select.append(option);
  say(`Tied to “${lastSpan.words}”. Save to keep it.`);
  return select.focus();
}

// --- wiring -------------------------------------------------------------------------------------------------------

function openMenu(name) {
  const menu = one(`details[data-menu="${name}"]`);
  if (!menu) return;
  menu.open = true;
  one("form button:not([tabindex]), form input:not([type=hidden])", menu)?.focus();
}

function narrow() {
  if (matchMedia("(width < 768px)").matches) all(".why .card").slice(1).forEach((card) => { card.open = false; });
}

export async function visit(address) {
  try { putInPlace(await seePage(address)); } catch (error) { if (error.name !== "AbortError") location.assign(address); }
}

onPage(() => {
  if (!here()) return;
  shownAt = performance.now();
  chosen = 0;
  sighted.clear();
  tendLoose();
  narrow();
  tendEditor();
  lookAhead();
  for (const hidden of all("[data-act=copy][hidden], [data-copy-from][hidden], [data-act$=_claim][hidden]")) hidden.hidden = false;
  const heading = one(".conflict") || (here().dataset.scope === "draft" && one("h1"));
  if (heading && history.state?.inPlace) heading.focus({ preventScroll: true });
});

document.addEventListener("submit", (event) => {
  const asked = event.target;
  const name = asked.dataset.act;
  if (["approve", "reject", "snooze"].includes(name) && here()) {
    event.preventDefault();
    if (name === "reject" && event.submitter?.value === "other" && !one("[name=comment]", asked).value.trim()) {
      one("[name=comment]", asked).focus();
      say("Say in a few words why.", { urgent: true });
      return;
    }
    decide(asked, event.submitter);
  } else if (name === "original") {
    event.preventDefault();
    ownWords(asked, event.submitter);
  } else if (name === "undo" || name === "undo-here") {
    event.preventDefault();
    const id = asked.getAttribute("action").split("/")[2];
    asked.closest(".toast")?.remove();
    takeBack({ id, where: here()?.dataset.where, of: new FormData(asked).get("of") ?? "" });
  }
});

document.addEventListener("click", (event) => {
  const chip = event.target.closest("[data-chip]");
  if (chip && here()) {
    event.preventDefault();
    choose(chip.dataset.chip, { scrollText: Boolean(chip.closest(".why")) });
    return;
  }
  const link = event.target.closest(".side a[data-row], [data-act=next_draft]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    visit(link.getAttribute("href"));
  }
  const take = event.target.closest("[data-take-selection]");
  if (take) tieToSelection(take);
  const from = event.target.closest("[data-copy-from]");
  if (from) copy(one(`#${from.dataset.copyFrom}`).value);
  if (event.target.closest("button[data-act=copy]")) copyText();
  const restore = event.target.closest("button[data-act=restore], button[data-act=another]");
  if (restore) { event.preventDefault(); restore.closest("details").open = false; ownWords(restore.form, restore); }
});

async function copy(text) {
  try { await navigator.clipboard.writeText(text); toast("Copied."); } catch { toast("This browser does not let pages copy.", { level: "warn" }); }
}
const copyText = () => copy(one("[data-copy]")?.dataset.copy ?? "");

window.addEventListener("popstate", () => { if (here() || history.state?.inPlace) location.reload(); });

act("approve", (how) => {
  const off = one("[data-act=approve-off]");
  if (off) return toast(`Not yet: ${off.dataset.why}.`, { level: "warn" });
  if (how === "key" && performance.now() - shownAt < QUIET_MS) return null;
  return form("approve")?.requestSubmit();
});
act("edit", () => { const link = one("a[data-act=edit]"); if (link) visit(link.getAttribute("href")); });
act("reject", () => openMenu("reject"));
act("snooze", () => openMenu("snooze"));
act("assign", () => openMenu("assign"));
act("take", () => one("button[data-act=take]")?.click());
act("person_menu", () => openMenu("person"));
act("story_menu", () => one("details[data-menu=story]") ? openMenu("story") : toast("No other story can be told here.", { level: "warn" }));
act("release", () => { const asked = form("release"); if (asked) asked.requestSubmit(); else say("There is no hold to end."); });
act("take_over", () => { const asked = form("take-over"); if (asked) asked.requestSubmit(); else say("Nobody else is editing."); });
act("comment", () => one("#comment")?.focus());
act("why", () => { one("#why")?.focus(); one("#why")?.scrollIntoView({ block: "nearest" }); });
act("next_claim", () => step(1));
act("previous_claim", () => step(-1));
act("article", () => one("a[data-act=article]")?.click());
act("changes", () => toggleView("changes"));
act("plain", () => toggleView("plain"));
act("mail", () => toggleView("mail"));
act("phone", () => toggleView("phone"));
act("variant", () => {
  const form = one("form.variants");
  if (!form) return toast("This story has one subject only.", { level: "warn" });
  const after = one("a ~ button", form) ?? one("button", form);
  return after ? form.requestSubmit(after) : null;
});
act("restore", () => one("button[data-act=restore]")?.click() ?? toast("This is the story’s own text.", { level: "warn" }));
act("source", () => toggleView("source"));
act("copy", copyText);
act("next_draft", () => sibling(1));
act("previous_draft", () => sibling(-1));
act("back", () => location.assign(`/queue?${here()?.dataset.where ?? ""}`));
act("save", () => one("form[data-editor]")?.requestSubmit(one("form[data-editor] button[value='']")));
act("save_approve", () => one("form[data-editor]")?.requestSubmit(one("form[data-editor] button[value=approve]")));
act("leave_edit", () => { const link = one("a[data-act=leave_edit]"); if (link) visit(link.getAttribute("href")); });

function toggleView(name) {
  const link = one(`a[data-act=${name}]`);
  if (!link) return toast("This is the first version; nothing has changed.", { level: "warn" });
  return visit(link.hasAttribute("aria-current") ? one(".views a").getAttribute("href") : link.getAttribute("href"));
}

function sibling(by) {
  const rows = all(".side a[data-row]");
  const at = rows.findIndex((row) => row.hasAttribute("aria-current"));
  const row = rows[at + by];
  if (row) visit(row.getAttribute("href"));
  else say(by > 0 ? "This is the last draft of the list." : "This is the first draft of the list.");
}

