// Comforts on top of pages that work without script: no page depends on this file.
const root = document.documentElement;
const net = () => document.getElementById('net');
let pending = false;
let posting = false;
let sentFrom = null;

root.dataset.script = '1';

function busy(on) {
  pending = on;
  on ? root.dataset.busy = '1' : delete root.dataset.busy;
  if (!on) { release(); }
}

function release() {
  for (const form of document.querySelectorAll('form[data-sent]')) { delete form.dataset.sent; }
}

// A second click while the first is on its way sends nothing.
document.addEventListener('submit', event => {
  const form = event.target;
  posting = form.method === 'post';
  sentFrom = posting ? location.pathname : null;
  if (!('once' in form.dataset)) { return; }
  if ('sent' in form.dataset) { event.preventDefault(); event.stopImmediatePropagation(); return; }
  form.dataset.sent = '1';
}, true);

document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) { print(); }
  if (event.target.closest('a')) { posting = false; sentFrom = null; }
  const place = event.target.closest('.error-summary a')?.hash.slice(1);
  if (place) { event.preventDefault(); document.getElementById(place)?.focus(); }
  for (const open of document.querySelectorAll('details.me[open]')) {
    if (!open.contains(event.target)) { open.open = false; }
  }
});

// A confirmation opens as a modal; closing it closes the details that held it.
document.addEventListener('toggle', event => {
  const dialog = event.target.matches?.('details[data-confirm][open]') && event.target.querySelector('dialog');
  if (!dialog || dialog.open) { return; }
  dialog.showModal();
  dialog.addEventListener('close', () => { event.target.open = false; }, { once: true });
}, true);

document.addEventListener('click', event => {
  // Its own surface is the backdrop; its content is inside.
  if (event.target.matches('details[data-confirm] > dialog') || event.target.closest('[data-close]')) { event.target.closest('dialog').close(); }
});

// What is being typed is kept on the server, so that a lost session or a closed tab loses nothing. Passwords and files stay here.
const waiting = new Map();
let keeping;

function keepSoon(form) {
  if (!form?.elements._draft) { return; }
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => keep(form), 1200));
}

function keep(form) {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  const secret = new Set([...form.querySelectorAll('input[type=password]')].map(field => field.name));
  const typed = new URLSearchParams([...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !secret.has(name)));
  keeping?.abort();
  keeping = new AbortController();
  fetch('/drafts', { method: 'POST', body: typed, redirect: 'manual', signal: keeping.signal, keepalive: typed.toString().length < 60000 }).catch(() => {});
}

function forget(form) {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  keeping?.abort();
}

document.addEventListener('input', event => {
  const form = event.target.form;
  if (form) { form.dataset.typed = '1'; }
  keepSoon(form);
});
document.addEventListener('submit', event => forget(event.target), true);
addEventListener('pagehide', () => { for (const form of [...waiting.keys()]) { keep(form); } });

function afterNavigation() {
  document.getElementById('side')?.hidePopover?.();
  for (const details of document.querySelectorAll('details[data-confirm][open]')) { details.dispatchEvent(new Event('toggle')); }
  const errors = document.querySelector('[data-form-errors]');
  if (errors) {
    errors.focus({ preventScroll: true });
    errors.scrollIntoView({ block: 'center' });
  } else if (sentFrom !== null && sentFrom !== location.pathname) {
    // A form that led to another page: its top says what was saved.
    scrollTo(0, 0);
  }
  sentFrom = null;
}

function lineLost() {
  busy(false);
  // On a link the address has changed and the page has not: load it, and the offline page answers.
  if (!posting) { location.reload(); return; }
  if (net()) { net().hidden = false; net().scrollIntoView({ block: 'nearest' }); }
}

const blazor = globalThis.Blazor;
blazor?.addEventListener?.('enhancednavigationstart', () => busy(true));
blazor?.addEventListener?.('enhancednavigationend', () => busy(false));
blazor?.addEventListener?.('enhancedload', () => { root.dataset.script = '1'; afterNavigation(); });
addEventListener('unhandledrejection', event => {
  if (pending && event.reason instanceof TypeError) { event.preventDefault(); lineLost(); }
});
addEventListener('online', () => {
  if (net()) { net().hidden = true; }
  for (const form of document.forms) { if (form.elements._draft && 'typed' in form.dataset) { keepSoon(form); } }
});
addEventListener('pageshow', release);
afterNavigation();

navigator.serviceWorker?.register('/sw.js').catch(() => {});
