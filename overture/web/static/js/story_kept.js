// What the editor of a story keeps: words that are not saved yet, and pinned events.

import { clockOf, one, say, send } from "./page.js";

const KEEP_MS = 400; // after the last key, in this tab
const AWAY_MS = 1_600; // later, on the server
const LAST_WORDS = 60_000; // bytes that a browser sends while the page goes

// Words go first into this tab, at once; then, after a breath, to the server, where they outlast the tab and are for
// nobody else. `put` writes a text into the editor.
export function keeper(form, field, put) {
  const name = `overture.story.${form.dataset.keep}`;
  const base = one("[name=base]", form).value;
  const note = one("#kept");
  const clock = clockOf(form);
  let timer = 0;
  let given = false; // sent words come back with the page, or are saved
  let away = one("#refused") ? "" : field.defaultValue; // what the server has of it

  const later = (work, wait) => { clearTimeout(timer); timer = setTimeout(work, wait); };

  function keep() {
    clearTimeout(timer);
    if (given) return;
    if (field.value === away) { sessionStorage.removeItem(name); note.textContent = ""; return; }
    sessionStorage.setItem(name, JSON.stringify({ base, text: field.value, at: clock() }));
    later(keepAway, AWAY_MS);
  }

  async function keepAway() {
    clearTimeout(timer);
    if (given) return;
    const text = field.value;
    const data = { language: one("[name=language]", form).value, base, text, note: one("[name=note]", form).value, typed: clock() };
    const keepalive = document.visibilityState === "hidden" && new URLSearchParams(data).toString().length < LAST_WORDS;
    const reply = await send(form.dataset.unsaved, data, { keepalive }).catch(() => null);
    if (given) return;
    const { kept = false, same = false } = reply?.ok ? reply.body : {};
    if (kept || same) away = text;
    if (same) sessionStorage.removeItem(name);
    note.textContent = kept ? "Kept, for you alone." : same ? "" : "Kept in this browser tab.";
  }

  window.addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => { keep(); if (field.value !== away) keepAway(); });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value === "download") return;
    given = true;
    sessionStorage.removeItem(name);
  });

  return {
    keepLater: () => later(keep, KEEP_MS),
    // True where this tab has words that are newer than those which the page came with.
    bringBack() {
      const kept = JSON.parse(sessionStorage.getItem(name) || "null");
      if (!kept || kept.text === field.value || one("#refused") || (kept.at ?? 0) < Number(form.dataset.left ?? 0)) return false;
      put(kept.text);
      note.textContent = kept.base === base ? "Your unsaved words are back." : "Your unsaved words are back; the file has changed since.";
      return true;
    },
  };
}

// The button says what it would do with the event that is chosen; pinned ones stand first for all authors.
export function nameThePin() {
  one("#pin").firstChild.data = "pinned" in (one("#sample").selectedOptions[0]?.dataset ?? {}) ? "Unpin" : "Pin";
}

export function pins(form, field) {
  one("#pin").addEventListener("click", async (event) => {
    event.preventDefault();
    const list = one("#sample");
    const data = { language: one("[name=language]", form).value, text: field.value, sample: list.value };
    const { ok, body } = await send(form.dataset.pin, data).catch(() => ({ ok: false }));
    if (!ok) return say("That could not be pinned.", { urgent: true });
    const found = new DOMParser().parseFromString(`<select>${body.options}</select>`, "text/html").querySelector("select");
    list.replaceChildren(...found.childNodes);
    list.value = data.sample;
    nameThePin();
    return say(body.pinned ? "Pinned for all authors of this story." : "Not pinned.");
  });
}
