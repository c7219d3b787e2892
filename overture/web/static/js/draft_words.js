// What is typed into a draft and not saved: kept in this tab, and on the server for who typed it.

import { clockOf, one, send } from "./page.js";

const KEEP_MS = 1_500;
let keepWords = () => {};
window.addEventListener("pagehide", () => keepWords());
document.addEventListener("visibilitychange", () => keepWords());

export function tendEditor() {
  const editor = one("form[data-editor]");
  if (!editor) return;
  const name = `overture.edit.${editor.dataset.editor}`;
  const fields = ["subject", "body"].map((id) => one(`#${id}`, editor));
  const stands = [editor.dataset.subject, editor.dataset.body];
  const typed = () => fields.map((field) => field.value);
  const alike = (words, others) => words.every((each, index) => each === others[index]);
  const note = one("#kept");
  const kept = JSON.parse(sessionStorage.getItem(name) || "null");
  if (kept && !alike(kept, typed())) {
    fields.forEach((field, index) => { field.value = kept[index]; });
    note.textContent = "Your unsaved words are back.";
  }
  let timer = 0;
  let given = false; // words that were sent are kept by the server; this tab's are for that version alone
  let away = "mine" in editor.dataset ? typed() : stands; // what the server keeps for this reader
  const clock = clockOf(editor);
  const data = () => {
    const [subject, body] = typed();
    return { version: one("[name=version]", editor).value, subject, body, typed: clock(), ...(alike([subject, body], stands) ? { gone: "yes" } : {}) };
  };
  // First in this tab, at once; then, after a breath, on the server, where they outlast the tab and are for nobody else.
  const save = async () => {
    clearTimeout(timer);
    const words = typed();
    if (given || !editor.isConnected || alike(words, away)) return;
    away = words;
    const reply = await send(editor.dataset.keep, data()).catch(() => null);
    if (!reply?.ok) away = stands;
    if (alike(words, stands)) note.textContent = "";
    else note.textContent = reply?.body.kept ? "Kept, for you alone." : "Kept in this browser tab.";
  };
  const hold = () => {
    if (given || !editor.isConnected) return;
    if (alike(typed(), stands)) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(typed()));
  };
  keepWords = () => {
    hold();
    if (given || !editor.isConnected || alike(typed(), away)) return;
    away = typed();
    navigator.sendBeacon(editor.dataset.keep, new URLSearchParams({ csrf: document.body.dataset.csrf, ...data() }));
  };
  for (const field of fields) {
    field.addEventListener("input", () => { hold(); clearTimeout(timer); timer = setTimeout(save, KEEP_MS); });
    field.addEventListener("blur", save);
  }
  // What is sent may not arrive: it stays here until there is a version that has it, or it was given up.
  editor.addEventListener("submit", (event) => {
    hold();
    given = true;
    if (event.submitter?.value === "fresh") sessionStorage.removeItem(name);
  });
  fields[1].focus();
}
