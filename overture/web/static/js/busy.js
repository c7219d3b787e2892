// What takes long says so: a bar after a third of a second, words after one, the seconds and a way out after ten.

const BAR_MS = 300;
const WORDS_MS = 1_000;
const LONG_MS = 10_000;
let timers = [];
let under = 0; // waits that go on
let leave = null; // ends the wait, where that can be done without harm

const box = () => document.querySelector("#busy");
const words = (text) => { box().querySelector("span").textContent = text; };

export function began(cancel = null) {
  leave = cancel;
  under += 1;
  if (under > 1) return;
  const at = Date.now();
  timers = [
    setTimeout(() => { box().hidden = false; document.querySelector("#main").setAttribute("aria-busy", "true"); }, BAR_MS),
    setTimeout(() => words("Loading …"), WORDS_MS),
    setTimeout(() => {
      box().querySelector("button").hidden = !leave;
      timers.push(setInterval(() => words(`Still waiting, ${Math.round((Date.now() - at) / 1000)} s. ${leave ? "" : "Nothing is lost."}`), 1_000));
    }, LONG_MS),
  ];
}

export function ended() {
  under = Math.max(0, under - 1);
  if (under) return;
  for (const timer of timers) clearTimeout(timer);
  timers = [];
  if (!box()) return;
  box().hidden = true;
  box().querySelector("button").hidden = true;
  words("");
  document.querySelector("#main").removeAttribute("aria-busy");
}

// Leaving for another page, by link, form or key. A file that is only fetched leads nowhere, and is said to be one by
// `download` on its link or as the value of its button.
let leaving = false;
let file = false;
addEventListener("submit", (event) => { file = event.submitter?.value === "download"; });
const stay = () => { if (leaving) ended(); leaving = false; };
const leaves = () => { if (!leaving) began(() => window.stop()); leaving = true; };
globalThis.navigation?.addEventListener("navigate", (event) => {
  const nowhere = file || event.destination.sameDocument || event.hashChange || event.downloadRequest !== null;
  file = false;
  if (!nowhere) leaves();
});
if (!globalThis.navigation) { // where the browser cannot say that it leads on, leaving is all that is heard of it
  addEventListener("click", (event) => { file = Boolean(event.target.closest("a[download]")); }, true);
  addEventListener("beforeunload", () => { if (!file) leaves(); file = false; });
}
globalThis.navigation?.addEventListener("navigateerror", stay);
addEventListener("pageshow", stay);
document.addEventListener("click", (event) => {
  if (!event.target.closest("#busy button") || !leave) return;
  leave();
  stay();
});
