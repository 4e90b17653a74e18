// The model's card: the Markdown that a run writes, as a page. Nothing is put into the page as HTML.
import { byId, describe, element, heading } from "./page.js";

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

// What a line says without its escapes; backslashes first, as an escaped & begins no entity.
function plain(text) {
  return text.replaceAll("<!-- -->", "").replace(/\\([!-/:-@[-`{-~])|&(?:lt|gt|amp);/g, (whole, sign) => sign ?? ENTITIES[whole]);
}

function said(text) {
  const code = /^`([^`]*)`$/.exec(text.trim());
  return code ? element("code", { dir: "auto" }, code[1]) : plain(text);
}

function cells(line) {
  return line.trim().replace(/^\|/, "").replace(/(?<!\\)\|$/, "").split(/(?<!\\)\|/).map((cell) => cell.trim());
}

function table(lines) {
  const align = cells(lines[1]).map((cell) => (cell.endsWith(":") ? "right" : null));
  const row = (line, tag) => element("tr", {}, ...cells(line).map((cell, i) => element(tag, { class: align[i], dir: "auto" }, said(cell))));
  const body = lines.slice(2).map((line) => row(line, "td"));
  return element("div", { class: "scroll" }, element("table", {}, element("thead", {}, row(lines[0], "th")), element("tbody", {}, ...body)));
}

// Lines in groups: those of a fence, a table, a list or a paragraph stand together.
function* groups(lines) {
  let i = 0;
  while (i < lines.length) {
    if (!lines[i].trim()) {
      i += 1;
      continue;
    }
    const fence = /^\s*(`{3,}|~{3,})/.exec(lines[i]);
    const kind = fence ? "fence" : /^#{1,6} /.test(lines[i]) ? "heading" : lines[i].startsWith("|") ? "table" : /^- /.test(lines[i]) ? "list" : "text";
    const start = i;
    i += 1;
    if (fence) {
      while (i < lines.length && !lines[i].trim().startsWith(fence[1])) i += 1;
      yield [kind, lines.slice(start + 1, i)];
      i += 1;
      continue;
    }
    const goes = { table: (line) => line.startsWith("|"), list: (line) => /^(- | {2,}\S)/.test(line), text: (line) => line.trim() && !/^(#{1,6} |\||- |```)/.test(line) }[kind];
    while (goes && i < lines.length && goes(lines[i])) i += 1;
    yield [kind, lines.slice(start, i)];
  }
}

function drawn([kind, lines]) {
  if (kind === "fence") return element("pre", { tabindex: "0" }, lines.join("\n"));
  if (kind === "table" && lines.length > 1) return table(lines);
  if (kind === "list") return element("ul", {}, ...lines.map((line) => element("li", { dir: "auto" }, said(line.replace(/^(- | +)/, "")))));
  if (kind === "heading") {
    const [, marks, text] = /^(#{1,6}) (.*)$/.exec(lines[0]);
    return element(`h${Math.min(6, marks.length + 1)}`, { dir: "auto" }, plain(text));
  }
  return element("p", { dir: "auto" }, plain(lines.join(" ")));
}

async function start() {
  const content = await describe();
  heading(content, "Card of ");
  const { card } = content;
  const parts = card ? [...groups(card.split("\n"))] : [];
  if (parts[0]?.[0] === "heading") parts.shift(); // the name stands above already
  byId("text").append(element("section", { class: "card" }, ...(card ? parts.map(drawn) : [element("p", {}, "This model has no card: it was served without its run.")])));
}

start();
