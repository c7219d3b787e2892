// The first steps of a newcomer: one mark at a time, each gone when it was done.

import { all, one, onPage, send } from "./page.js";

const STEPS = ["open", "claim", "approve", "undo", "help", "done"];
let step = "";
let sent = Promise.resolve(); // one after the other, so that the last step is the one that is kept

const keep = () => { const now = step; sent = sent.then(() => send("/settings/coach", { step: now })).catch(() => {}); };

function show() {
  const box = one("#coach");
  if (!box) return;
  step ||= box.dataset.step;
  if (step === "open" && box.dataset.page === "draft") step = "claim";
  if (step === "done") return box.remove();
  for (const line of all("[data-coach]", box)) line.classList.toggle("now", line.dataset.coach === step);
}

function next(name) {
  const at = STEPS.indexOf(name);
  if (!one("#coach") || at < STEPS.indexOf(step) || !step) return;
  step = STEPS[at + 1];
  keep();
  show();
}

onPage(show);
document.addEventListener("overture:did", (event) => { if (STEPS.includes(event.detail)) next(event.detail); });
document.addEventListener("submit", (event) => {
  if (event.target.dataset.act !== "coach") return;
  event.preventDefault();
  step = "done";
  keep();
  show();
});
