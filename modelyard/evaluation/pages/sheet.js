
"use strict";
(() => {
// Answers are kept in this browser alone, under the sheet's own name; nothing is sent anywhere.
const sheet = document.body.dataset.sheet;
const total = Number(document.body.dataset.items);
const items = [...document.querySelectorAll(".item")];
const rater = document.getElementById("rater");
const status = document.getElementById("status");
const place = "modelyard-sheet-" + sheet;
let saved = { rater: "", answers: {}, comments: {} };
let kept = true;

function recall() {
  try {
    const text = localStorage.getItem(place);
    if (text) saved = Object.assign(saved, JSON.parse(text));
  } catch (error) {
    kept = false; // storage refused, or what stands there is not ours
  }
}

function keep() {
  try {
    localStorage.setItem(place, JSON.stringify(saved));
  } catch (error) {
    kept = false;
  }
}

function show(said) {
  const count = Object.keys(saved.answers).length;
  const more = kept ? "" : " – this browser keeps nothing: save before you close the page";
  status.textContent = said || count + " of " + total + " judged" + more;
  document.getElementById("progress").value = count;
  document.getElementById("next").disabled = count === total;
  for (const item of items) item.classList.toggle("done", item.dataset.item in saved.answers);
}

function current() {
  const inside = document.activeElement && document.activeElement.closest(".item");
  if (inside) return items.indexOf(inside);
  return items.findIndex((item) => item.getBoundingClientRect().bottom > 80);
}

function go(at) {
  const item = items[Math.max(0, Math.min(items.length - 1, at))];
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "start" });
}

function nextOpen(from) {
  for (let step = 1; step <= items.length; step++) {
    const at = (from + step) % items.length;
    if (!(items[at].dataset.item in saved.answers)) return at;
  }
  return from;
}

function judge(item, value) {
  saved.answers[item.dataset.item] = value;
  keep();
  show();
}

// One cell of a csv file: quoted where it must be, and nothing that a spreadsheet would run.
function cell(value) {
  let text = String(value).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "\ufffd");
  if (/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text)) text = "'" + text;
  return /[,"\n\r]|^\s/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

function save() {
  const name = rater.value.trim();
  if (!name) {
    show("Please write your name or initials first");
    rater.focus();
    return;
  }
  const rows = [["sheet", "item", "rater", "answer", "comment"]];
  for (const item of items) {
    const number = item.dataset.item;
    rows.push([sheet, number, name, saved.answers[number] || "", saved.comments[number] || ""]);
  }
  const text = rows.map((row) => row.map(cell).join(",")).join("\n") + "\n";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  link.download = "answers-" + sheet + "-" + name.replace(/[^\p{L}\p{N}_-]+/gu, "_") + ".csv";
  link.click();
  URL.revokeObjectURL(link.href);
  show("Saved as " + link.download);
}

recall();
rater.value = saved.rater;
for (const item of items) {
  const number = item.dataset.item;
  const comment = item.querySelector("[data-comment]");
  comment.value = saved.comments[number] || "";
  comment.addEventListener("input", () => {
    saved.comments[number] = comment.value;
    keep();
  });
  for (const radio of item.querySelectorAll("input[type=radio]")) {
    radio.checked = saved.answers[number] === radio.value;
    radio.addEventListener("change", () => judge(item, radio.value));
  }
}
rater.addEventListener("input", () => {
  saved.rater = rater.value;
  keep();
});
document.getElementById("save").addEventListener("click", save);
document.getElementById("next").addEventListener("click", () => go(nextOpen(current())));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (target.matches("input:not([type=radio])")) return; // writing a name or a comment
  const at = current();
  if (event.key === "j" || event.key === "k") {
    go(at + (event.key === "j" ? 1 : -1));
  } else {
    const radio = items[at] && items[at].querySelector('[data-key="' + CSS.escape(event.key) + '"]');
    if (!radio) return;
    radio.checked = true;
    judge(items[at], radio.value);
    go(nextOpen(at));
  }
  event.preventDefault();
});
show();
})();
