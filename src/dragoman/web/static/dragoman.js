// Small helps, most of them for the page of a dispatch. Reading needs none of them.
"use strict";
document.documentElement.classList.add("has-script");

// A picture wider than the screen opens at its newest end.
document.querySelectorAll(".strip").forEach((strip) => { strip.scrollLeft = strip.scrollWidth; });

// "/" leads to the search, as in other readers.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const field = document.querySelector("main input[type=search]") || document.getElementById("q-top");
  if (!field) return;
  field.focus();
  field.select();
  event.preventDefault();
});

const text = document.querySelector(".received");
if (text) {
  const marks = [...text.querySelectorAll("mark[data-f]")];
  let at = -1;

  const open = (mark) => {
    const details = document.getElementById(mark.dataset.f);
    if (!details) return;
    document.querySelectorAll(".finding.here").forEach((other) => other.classList.remove("here"));
    details.open = true;
    details.classList.add("here");
    details.querySelector("summary").focus();
    details.scrollIntoView({ block: "center" });
  };

  const go = (step) => {
    if (!marks.length) return;
    marks[at]?.classList.remove("here");
    at = (at + step + marks.length) % marks.length;
    marks[at].classList.add("here");
    marks[at].scrollIntoView({ block: "center" });
  };

  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-f]");
    if (mark && !String(getSelection())) open(mark);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, summary, a, button")) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "Enter" && at >= 0) open(marks[at]);
    else return;
    event.preventDefault();
  });

  const leap = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.matches("details")) target.open = true;
  };
  addEventListener("hashchange", leap);
  leap();

  // An address with the place after # alone: ask the server to mark it.
  const place = /^#s(\d+-\d+)$/.exec(location.hash);
  if (place && !new URLSearchParams(location.search).has("span")) location.replace(`?span=${place[1]}${location.hash}`);
}

// Words that one selects in a text get an address: code points from the start of the dispatch.
const pick = document.getElementById("pick");
if (text && pick) {
  const points = (words) => [...words].length;
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    const words = range && text.contains(range.commonAncestorContainer) ? range.toString() : "";
    pick.hidden = !words.trim();
    if (pick.hidden) return;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = Number(text.dataset.start) + points(before.toString());
    const place = `${start}-${start + points(words)}`;
    const [link, cite] = pick.querySelectorAll("a");
    link.href = `${location.pathname}?span=${place}#s${place}`;
    cite.href = `${pick.dataset.cite}?span=${place}`;
  });
}

// The part of the record that one is in stands in sight where not all parts have room.
const part = document.querySelector(".top nav [aria-current]");
if (part) part.parentElement.scrollLeft = part.offsetLeft - part.parentElement.offsetLeft - 20;

// Browsers let pages copy only where the connection is safe: on this machine, or by HTTPS.
if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "Copied";
  });
});
