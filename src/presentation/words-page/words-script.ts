import { redrawScript } from '../pages/redraw-script.js';
import { chipsScript } from './chips-script.js';

/**
 * The page's script: shows the texts it is sent, keeps what is typed and not saved whatever the files say meanwhile, and asks for one
 * text at a time to be saved, with the mark of what was there when typing began. It loads and stores nothing.
 */
export const wordsScript = `${redrawScript}${chipsScript}
(() => {
  const editor = acquireVsCodeApi();
  const page = document.getElementById('page');
  const status = document.getElementById('status');
  let parts = new Map();
  const sent = new Map();
  const isTyped = (area) => parts.has(area.id) && area.value !== parts.get(area.id).value.replace(/\\r\\n?/g, '\\n');
  const areas = () => [...page.querySelectorAll('textarea')];
  const look = (area) => {
    area.closest('.part').classList.toggle('typed', isTyped(area));
    const length = page.querySelector('[data-length="' + area.id + '"]');
    if (length) length.textContent = String(Array.from(area.value).length);
  };
  const ask = (kind, area, part) =>
    editor.postMessage({ kind, path: part.path, keyPath: part.keyPath, arm: part.arm, mark: part.mark, text: area.value });
  const asking = new Map();
  // How it reads follows what is typed, once the fingers rest.
  const readSoon = (area) => {
    clearTimeout(asking.get(area.id));
    const part = parts.get(area.id);
    if (part) asking.set(area.id, setTimeout(() => ask('read', area, part), 150));
  };
  const say = (id, sentence, isRefused) => {
    const place = document.getElementById('said-' + id);
    if (place) {
      place.textContent = sentence;
      place.classList.toggle('refused', isRefused);
    }
    status.textContent = sentence;
  };
  const write = (area, text) => {
    if (area.value !== text) {
      const [from, to] = [area.selectionStart, area.selectionEnd];
      area.value = text;
      area.setSelectionRange(from, to);
    }
    look(area);
    chips.draw(area);
  };
  // For what was typed and refused: the same with its placeholders back, as long as nothing else is typed.
  const withdraw = (area) => document.getElementById('restore-' + area.id)?.remove();
  const offer = (area, text, label) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button secondary';
    button.id = 'restore-' + area.id;
    button.textContent = label;
    button.addEventListener('click', () => {
      write(area, text);
      readSoon(area);
      withdraw(area);
      warned.delete(area.id);
      area.focus();
      say(area.id, 'It is back. Look at the text, then save it.', false);
    });
    document.getElementById('said-' + area.id)?.after(' ', button);
  };
  // What would be refused is said while it is typed, and of a text that is wrong already.
  const warned = new Set();
  const warn = (area, trouble) => {
    if (!trouble && !warned.delete(area.id)) return;
    withdraw(area);
    if (trouble) warned.add(area.id);
    const said = document.getElementById('said-' + area.id)?.textContent ?? '';
    if (!said.endsWith(trouble?.why ?? '') || !trouble) say(area.id, trouble?.why ?? '', Boolean(trouble));
    if (trouble?.restored !== undefined) offer(area, trouble.restored, 'Put It Back');
  };
  // What was typed for a file that is gone meanwhile stays to be copied; what else the page had of it is said to be gone.
  const keep = (area) => {
    const [section, heading] = ['section', 'h2'].map((name) => document.createElement(name));
    section.id = 'gone-' + area.id;
    heading.tabIndex = -1;
    heading.textContent = area.getAttribute('aria-label');
    section.append(heading, area.closest('.part').cloneNode(true));
    return section.outerHTML;
  };
  const renew = (body, next) => {
    const gone = areas().filter((area) => !Object.hasOwn(next, area.id) && !area.closest('[id^=gone-]'));
    const left = areas().filter((area) => !Object.hasOwn(next, area.id) && isTyped(area));
    const typed = new Map(areas().filter(isTyped).map((area) => [area.id, { text: area.value, part: parts.get(area.id) }]));
    redraw(page, body + left.map(keep).join(''));
    parts = new Map(Object.entries(next));
    for (const area of areas()) {
      const kept = area.readOnly ? undefined : typed.get(area.id);
      if (kept) parts.set(area.id, kept.part);
      write(area, kept ? kept.text : parts.get(area.id)?.value ?? '');
      if (isTyped(area)) readSoon(area);
      else if (!area.readOnly) warn(area, parts.get(area.id)?.trouble);
    }
    const lost = gone.filter((area) => !left.includes(area)).map((area) => area.getAttribute('aria-label'));
    if (lost.length > 0) status.textContent = 'Not on this page any more: ' + lost.join(', ') + '.';
    for (const { id } of gone.filter((area) => left.includes(area)))
      say(id, 'This text is not in the file any more. What you typed is kept here until you close this page.', true);
  };
  const answer = ({ id, sentence, part, restored, restore }) => {
    const area = document.getElementById(id);
    const asked = sent.get(id);
    sent.delete(id);
    say(id, sentence, !part);
    if (!area) return;
    withdraw(area);
    warned.delete(id);
    if (typeof restored === 'string' && area.value === asked) offer(area, restored, restore);
    if (!part) return;
    parts.set(id, part);
    write(area, area.value === asked ? part.value : area.value);
  };
  const save = (id) => {
    const area = document.getElementById(id);
    const part = parts.get(id);
    if (!area || !part || area.readOnly || sent.has(id)) return;
    if (!isTyped(area)) return say(id, 'Nothing to save: the text is as it was.', false);
    sent.set(id, area.value);
    say(id, 'Saving…', false);
    ask('save', area, part);
  };
  window.addEventListener('message', ({ data }) => {
    if (typeof data.body === 'string') renew(data.body, data.parts);
    if (typeof data.sentence === 'string') answer(data);
    const reads = typeof data.reads === 'string' && page.querySelector('[data-reads="' + data.id + '"]');
    if (reads) {
      reads.innerHTML = data.reads;
      const area = document.getElementById(data.id);
      // Another answer is on its way for what was typed since.
      if (area?.value === data.typed && !sent.has(data.id)) warn(area, data.trouble);
    }
  });
  page.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    look(target);
    readSoon(target);
    // It would put back an older text.
    withdraw(target);
  });
  page.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !(event.target instanceof HTMLTextAreaElement)) return;
    if (event.key === 'Enter') save(event.target.id);
    // VS Code would carry it out late, over what is typed meanwhile.
    else if (event.key.toLowerCase() === 'a' && !event.shiftKey) event.target.select();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  page.addEventListener('click', ({ target }) => {
    const id = target instanceof Element ? target.closest('[data-save]')?.getAttribute('data-save') : undefined;
    if (id) save(id);
  });
  editor.postMessage({ kind: 'ready' });
})();
`;
