// The first steps of a newcomer: one mark at a time, each gone when it was done. In the demo there are more of them.

import { all, one, onPage, send } from "./page.js";

let step = "";
let sent = Promise.resolve(); // one after the other, so that the last step is the one that is kept

const keep = () => { const now = step; sent = sent.then(() => send("/settings/coach", { step: now })).catch(() => {}); };

const steps = () => [...all("#coach [data-coach]").map((line) => line.dataset.coach), "done"];

function show() {
  const box = one("#coach");
  if (!box) return;
  step ||= box.dataset.step;
  if (step === "open" && box.dataset.page === "draft") step = "claim";
  if (step === "learned" && location.pathname === "/review") return next(step);
  if (step === "keep" && one("[data-kept]")) return next(step);
  if (!steps().includes(step) || step === "done") return box.remove();
  for (const line of all("[data-coach]", box)) line.classList.toggle("now", line.dataset.coach === step);
}

function next(name) {
  const order = steps();
  const at = order.indexOf(name);
  if (at < 0 || name === "done" || at < order.indexOf(step) || !step) return;
  step = order[at + 1];
  keep();
  show();
}

onPage(show);
document.addEventListener("overture:did", (event) => next(event.detail));
document.addEventListener("submit", (event) => {
  if (event.target.dataset.act !== "coach") return;
  event.preventDefault();
  step = "done";
  keep();
  show();
});
