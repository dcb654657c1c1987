// Every page works without this file. It answers forms in place, and adds Copy, Print and the dialog.
"use strict";

document.documentElement.classList.add("js");

// The one door for markup: answers of this server, and the notice that `complain` writes.
const rules = { createHTML: (markup) => markup };
const policy = window.trustedTypes?.createPolicy("vestibule", rules) ?? rules;

const announcer = document.createElement("p");
announcer.className = "announcer";
announcer.setAttribute("role", "status");
document.body.append(announcer);

const content = () => document.getElementById("content");

// The address that shows this screen by GET, whichever address answered.
const screenAddress = (main) => main?.dataset.screen ?? location.pathname;

document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  const dialog = document.getElementById(button?.dataset.dialog ?? "");
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
  } else if (button?.dataset.copy) {
    event.preventDefault();
    copy(button);
  } else if (button?.hasAttribute("data-print")) {
    event.preventDefault();
    print();
  } else if (form.method === "post") {
    if (form.hasAttribute("data-sending")) event.preventDefault();
    else if (form.hasAttribute("data-in-place")) {
      event.preventDefault();
      answerInPlace(form);
    } else hold(form);
  }
});

// Posts the form and puts the answer where the screen is.
async function answerInPlace(form) {
  const body = new URLSearchParams(new FormData(form));
  hold(form);
  let response, answer;
  try {
    const headers = { "X-Fragment": "1" };
    response = await fetch(form.action, { method: "POST", mode: "same-origin", headers, body });
    const page = policy.createHTML(await response.text());
    answer = new DOMParser().parseFromString(page, "text/html").querySelector("main#content");
  } catch {
    return complain(form, "No answer arrived. Check your connection, then try again.");
  }
  const { status, redirected, url } = response;
  const elsewhere = redirected && answer && screenAddress(answer) !== screenAddress(content());
  if (status === 429 || status >= 502) complain(form, "The site is busy. Wait a few seconds, then try again.");
  else if (elsewhere) location.assign(url);
  else if (answer) show(answer);
  else if (status >= 400 && status < 500) form.submit(); // Refused, so nothing was done: the full page says why.
  else complain(form, "Something unexpected answered. Open this page again to see how things stand.");
}

function show(answer) {
  answer.querySelectorAll("[autofocus]").forEach((it) => { it.autofocus = false; }); // Focus is chosen below.
  content().replaceWith(answer);
  answer.classList.add("fresh");
  document.title = answer.dataset.title ?? document.title;
  settle();
  const first = (selector) => answer.querySelector(selector);
  (first("[aria-invalid=true]") ?? first("[role=alert]") ?? first("[role=status]") ?? answer).focus();
}

// Makes a reload ask for the screen instead of repeating the form.
function settle() {
  if (location.pathname !== screenAddress(content())) history.replaceState(null, "", screenAddress(content()));
}

// Says at the form what went wrong, and leaves what was typed.
function complain(form, text) {
  release(form);
  form.querySelector(":scope > .notice")?.remove();
  form.insertAdjacentHTML("afterbegin", policy.createHTML(`<div class="notice rose" role="alert" tabindex="-1">
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <path d="M10 3 17.75 16.5H2.25zM10 8v4M10 14.25v.01"/></svg><p></p></div>`));
  const notice = form.firstElementChild;
  notice.querySelector("p").textContent = text;
  notice.focus();
}

// Ignores further presses until an answer is there, or for as long as a worker may take.
function hold(form) {
  form.setAttribute("data-sending", "");
  setTimeout(() => setBusy(form, form.hasAttribute("data-sending")));
  if (!form.hasAttribute("data-in-place")) setTimeout(() => release(form), 20_000);
}

function release(form) {
  form.removeAttribute("data-sending");
  setBusy(form, false);
}

function setBusy(form, busy) {
  for (const button of form.querySelectorAll("button")) {
    button.disabled = busy;
    button.ariaBusy = busy ? "true" : null;
  }
}

// Copies codes one a line, and a key without the spaces that make it readable.
async function copy(button) {
  const source = document.querySelector(button.dataset.copy);
  const lines = [...source.querySelectorAll("li")].map((line) => line.textContent);
  const label = button.lastChild;
  const caption = button.dataset.caption ??= label.data;
  try {
    await navigator.clipboard.writeText(lines.length ? lines.join("\n") : source.textContent.replaceAll(/\s/g, ""));
    label.data = "Copied";
    announcer.textContent = button.dataset.copied;
  } catch {
    getSelection().selectAllChildren(source);
    announcer.textContent = "Selected. Copy it with the keyboard.";
  }
  setTimeout(() => {
    label.data = caption;
    announcer.textContent = "";
  }, 2000);
}

// What is shown once leaves with the page, and a page from the back button is asked for anew.
addEventListener("pagehide", () => document.querySelectorAll("[data-once]").forEach((it) => it.remove()));
addEventListener("pageshow", (event) => {
  document.querySelectorAll("form[data-sending]").forEach(release);
  if (event.persisted) location.reload();
});

settle();
