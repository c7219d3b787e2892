// Writing a story: an editor in the place of the text field, and a preview that follows it. The field stays the truth:
// whatever is typed goes into it, so the form works the same with and without this script.

import { began, ended } from "./busy.js";
import { act } from "./keys.js";
import { all, did, one, onPage, say, send } from "./page.js";
import { toast } from "./toasts.js";
import {
  EditorState, EditorView, autocompletion, bracketMatching, completionKeymap, defaultKeymap, drawSelection, highlightActiveLine,
  highlightActiveLineGutter, highlightSpecialChars, history, historyKeymap, keymap, lineNumbers, lintGutter, setDiagnostics,
  syntaxHighlighting,
} from "./codemirror.js";
import { keeper, nameThePin, pins } from "./story_kept.js";
import { colours, dress, language } from "./story_text.js";

const QUIET_MS = 250; // after the last key, before the server is asked
const form = one("#story-form");
const field = one("#text", form);
let view = null;
const { keepLater, bringBack } = keeper(form, field, (text) => put(text));
pins(form, field);

// --- words to choose from -----------------------------------------------------------------------------------------

function fields() {
  return all(".fields tbody tr").map((row) => {
    const [path, kind, value] = [...row.cells].map((cell) => cell.textContent.trim());
    return { label: path, type: "variable", detail: value ? `${kind} · ${value}` : kind };
  });
}
const filters = () => (all(".fields > p .mono").at(-1)?.textContent ?? "").split(/\s+/).filter(Boolean).map((label) => ({ label, type: "function" }));

// Each field becomes a button that puts it in; where it may be absent, with a fallback whose words are chosen already.
function offerFields() {
  for (const row of all(".fields tbody tr")) {
    const cell = row.cells[0];
    const button = Object.assign(document.createElement("button"), { type: "button", className: "linkish" });
    button.append(...cell.childNodes);
    button.addEventListener("click", () => putField(row.dataset.insert));
    cell.append(button);
  }
}

function putField(words) {
  const { from, to } = view.state.selection.main;
  const fallback = words.indexOf("…");
  const selection = fallback < 0 ? { anchor: from + words.length } : { anchor: from + fallback, head: from + fallback + 1 };
  view.dispatch({ changes: { from, to, insert: words }, selection, scrollIntoView: true });
  one(".fields").closest("details").open = false;
  view.focus();
  say(fallback < 0 ? `${words} is in the text.` : `${words} is in the text; say what stands there where it is not known.`);
}

function complete(context) {
  const before = context.state.sliceDoc(Math.max(0, context.pos - 200), context.pos);
  const opened = before.match(/\{[{%](?![\s\S]*[}%]\})[\s\S]*$/)?.[0];
  if (!opened) return null;
  const piped = /\|\s*\w*$/.test(opened);
  const word = context.matchBefore(/[\w.]*/);
  if (!word.text && !context.explicit && !piped) return null;
  return { from: word.from, options: piped ? filters() : fields(), validFor: /^[\w.]*$/ };
}

// --- the editor ---------------------------------------------------------------------------------------------------

// It lives in a shadow tree: there its styles are adopted sheets, which our policy allows without any exception.
function mount() {
  const host = document.createElement("div");
  host.className = "cm-editor";
  field.after(host);
  const shadow = host.attachShadow({ mode: "open" });
  view = new EditorView({
    root: shadow,
    parent: shadow,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        lineNumbers(), highlightActiveLineGutter(), highlightSpecialChars(), history(), drawSelection(), bracketMatching(),
        highlightActiveLine(), lintGutter(), language, syntaxHighlighting(colours), dress, EditorView.lineWrapping,
        autocompletion({ override: [complete] }),
        // Alt with an arrow goes to another event; Tab is left alone, so that it leads out of the text.
        keymap.of([...completionKeymap, ...defaultKeymap.filter((each) => !/^Alt-Arrow(Up|Down)$/.test(each.key)), ...historyKeymap]),
        EditorView.contentAttributes.of({ "aria-label": "Text of the story", lang: field.lang, spellcheck: "true", tabindex: "0" }),
        EditorView.updateListener.of((update) => { if (update.docChanged) changed(); }),
      ],
    }),
  });
  field.hidden = true;
  return view;
}

function put(text) {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}

function goTo(line, column) {
  const { doc } = view.state;
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const anchor = Math.min(at.from + Math.max(column - 1, 0), at.to);
  view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
  view.focus();
}

// --- the preview --------------------------------------------------------------------------------------------------

let tick = 0; // of the newest question
let shown = 0; // of the newest answer in place: an older one that comes later is thrown away
let timer = 0;

function changed() {
  field.value = view.state.doc.toString();
  keepLater();
  askLater();
}

function askLater(wait = QUIET_MS) {
  clearTimeout(timer);
  timer = setTimeout(ask, wait);
}

async function ask() {
  const mine = ++tick;
  const preview = one("#preview");
  const slow = setTimeout(() => preview.setAttribute("aria-busy", "true"), 300);
  began();
  const data = { text: field.value, tick: mine };
  for (const name of ["language", "sample", "variant"]) data[name] = one(`[name=${name}]`, form)?.value ?? "";
  try {
    const { ok, status, body } = await send(form.dataset.preview, data);
    if (status === 401) return location.assign("/login");
    if (!ok) throw new Error(String(status));
    if (mine < shown) return null;
    shown = mine;
    place(body);
  } catch {
    if (mine === tick) toast("The preview does not answer. Your text is kept; it will be told again when you go on.", { level: "warn" });
  } finally {
    clearTimeout(slow);
    ended();
    if (mine === tick) preview.removeAttribute("aria-busy");
  }
  return null;
}

let lastGood = null; // how it read before a line was left half written

const aboutUs = () => all("#findings .code").some((each) => each.textContent === "SELF001");

function place(body) {
  const spokeOfUs = aboutUs();
  for (const name of ["preview", "findings"]) {
    const page = new DOMParser().parseFromString(body[name], "text/html");
    one(`#${name}`).replaceChildren(...page.body.childNodes);
  }
  const told = one("#preview .letter-card");
  if (told) lastGood = told;
  else if (lastGood && one("#preview .banner.bad")) {
    const note = Object.assign(document.createElement("p"), { className: "muted small-print", textContent: "As it last read:" });
    one("#preview").append(note, lastGood);
  }
  offerCures();
  if (spokeOfUs && !aboutUs()) did("story");
  const many = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
  const tally = one("#tally");
  const before = tally.textContent;
  tally.replaceChildren(...[["bad", body.errors, "error"], ["warn", body.warnings, "warning"]]
    .filter(([, count]) => count)
    .map(([level, count, word]) => Object.assign(document.createElement("span"), { className: `tag ${level}`, textContent: many(count, word) })));
  if (tally.textContent !== before) say(tally.textContent || "No findings.");
  mark(body.marks);
  frame();
}

// The text goes to the frame's own address by the form itself. Each showing has a fresh frame, which leaves no trace in
// the history of the tab, and takes the old one's place when it is there.
function frame() {
  if (!["mail", "phone"].includes(one("[name=view]:checked", form).value)) return;
  const fresh = one("#framed iframe:last-of-type").cloneNode();
  fresh.name = `story-mail-${++frames}`;
  fresh.hidden = all("#framed iframe").length > 0;
  one("#framed").append(fresh);
  fresh.addEventListener("load", () => {
    for (const each of all("#framed iframe")) if (each !== fresh) each.remove();
    fresh.hidden = false;
  });
  const { action, target } = form;
  Object.assign(form, { action: form.dataset.mail, target: fresh.name });
  form.submit(); // tells nobody that it was sent: the words are not given away yet
  Object.assign(form, { action, target });
}
let frames = 0;

function mark(marks) {
  const { doc } = view.state;
  const found = marks.filter((each) => each.line > 0 && each.line <= doc.lines).map(({ line, column, level, code, message }) => {
    const at = doc.line(line);
    const from = Math.min(at.from + Math.max(column - 1, 0), at.to);
    const word = doc.sliceString(from, at.to).match(/^[\w.]+/)?.[0].length ?? 0;
    const whole = from === at.from || !word;
    return { from: whole ? at.from : from, to: whole ? at.to : from + word, severity: level === "error" ? "error" : "warning", source: code, message };
  });
  view.dispatch(setDiagnostics(view.state, found));
}

// --- findings -----------------------------------------------------------------------------------------------------

const rows = () => all("#findings .lint-row");
let current = -1;

function step(by) {
  const list = rows();
  if (!list.length) return say("No findings.");
  current = (Math.max(current, by > 0 ? -1 : 0) + by + list.length) % list.length;
  const row = list[current];
  goTo(Number(row.dataset.line), Number(row.dataset.column));
  row.scrollIntoView({ block: "nearest" });
  return say(`${current + 1} of ${list.length}: ${one(".grow p", row).textContent}`);
}

function offerCures() {
  current = -1;
  for (const button of all("#findings [data-right]")) button.hidden = false;
}

one("#findings").addEventListener("click", (event) => {
  const row = event.target.closest(".lint-row");
  if (!row) return;
  const cure = event.target.closest("[data-right]");
  if (cure) replaceWord(Number(row.dataset.line), cure.dataset.wrong, cure.dataset.right);
  else if (!String(getSelection())) goTo(Number(row.dataset.line), Number(row.dataset.column));
});
one("#findings").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".lint-row")) { event.preventDefault(); event.target.click(); }
});

function replaceWord(line, wrong, right) {
  const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
  const place_ = at.text.indexOf(wrong);
  if (place_ < 0) return say("These words are no longer in that line.", { urgent: true });
  view.dispatch({ changes: { from: at.from + place_, to: at.from + place_ + wrong.length, insert: right } });
  view.focus();
  return say(`${wrong} is now ${right}.`);
}

// --- wiring -------------------------------------------------------------------------------------------------------

act("save_story", () => { const button = one("[data-save]"); if (button) form.requestSubmit(button); else say("The folder is read-only; download the text instead.", { urgent: true }); });
act("next_finding", () => step(1));
act("previous_finding", () => step(-1));
act("next_sample", () => sample(1));
act("previous_sample", () => sample(-1));

function sample(by) {
  const list = one("#sample");
  const at = (list.selectedIndex + by + list.options.length) % list.options.length;
  list.selectedIndex = at;
  nameThePin();
  say(`On ${list.options[at].textContent}`);
  askLater(0);
}

form.addEventListener("change", (event) => { if (event.target.name === "sample") nameThePin(); if (["sample", "variant"].includes(event.target.name)) askLater(0); if (event.target.name === "view") frame(); });

onPage(() => {
  mount();
  lastGood = one("#preview .letter-card");
  offerCures();
  offerFields();
  frame();
  for (const hidden of all("[data-js]")) hidden.hidden = false;
  if (!bringBack()) mark(rows().map((row) => ({ line: Number(row.dataset.line), column: Number(row.dataset.column), level: row.classList.contains("bad") ? "error" : "warn", code: one(".code", row).textContent, message: one(".grow p", row).textContent })));
  one("#refused")?.focus();
  one("#run")?.scrollIntoView({ block: "start" });
});
