/**
 * The page's script: shows the texts it is sent, keeps what is typed and not saved whatever the files say meanwhile, and asks for one
 * text at a time to be saved, with the mark of what was there when typing began. It loads and stores nothing.
 */
export const wordsScript = `
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
  const say = (id, sentence, isRefused) => {
    const place = document.getElementById('said-' + id);
    if (place) {
      place.textContent = sentence;
      place.classList.toggle('refused', isRefused);
    }
    status.textContent = sentence;
  };
  // Of what was typed and refused: the same with its placeholders back, as long as nothing else is typed.
  const offers = new Map();
  const withdraw = (area) => {
    offers.delete(area.id);
    document.getElementById('restore-' + area.id)?.remove();
  };
  const offer = (area) => {
    const { typed, text, label } = offers.get(area.id) ?? {};
    if (area.value !== typed) return withdraw(area);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button secondary';
    button.id = 'restore-' + area.id;
    button.textContent = label;
    button.addEventListener('click', () => {
      area.value = text;
      look(area);
      withdraw(area);
      area.focus();
      say(area.id, 'It is back. Look at the text, then save it.', false);
    });
    document.getElementById('said-' + area.id)?.after(' ', button);
  };
  const renew = (body, next) => {
    const typed = new Map(areas().filter(isTyped).map((area) => [area.id, { text: area.value, part: parts.get(area.id) }]));
    const said = new Map([...page.querySelectorAll('.said')].map((each) => [each.id, [each.textContent, each.className]]));
    const focused = document.activeElement;
    const [from, to] = focused instanceof HTMLTextAreaElement ? [focused.selectionStart, focused.selectionEnd] : [0, 0];
    const [left, top] = [window.scrollX, window.scrollY];
    page.innerHTML = body;
    parts = new Map(Object.entries(next));
    for (const area of areas()) {
      const kept = typed.get(area.id);
      if (kept && !area.readOnly) parts.set(area.id, kept.part);
      area.value = kept ? kept.text : parts.get(area.id)?.value ?? '';
      look(area);
      offer(area);
    }
    for (const each of page.querySelectorAll('.said')) [each.textContent, each.className] = said.get(each.id) ?? ['', 'said'];
    window.scrollTo(left, top);
    if (!document.hasFocus() || !focused?.id || focused.isConnected) return;
    const same = document.getElementById(focused.id);
    same?.focus({ preventScroll: true });
    if (same instanceof HTMLTextAreaElement) same.setSelectionRange(from, to);
  };
  const answer = ({ id, sentence, part, restored, restore }) => {
    const area = document.getElementById(id);
    const asked = sent.get(id);
    sent.delete(id);
    say(id, sentence, !part);
    if (!area) return;
    withdraw(area);
    if (typeof restored === 'string') {
      offers.set(id, { typed: asked, text: restored, label: restore });
      offer(area);
    }
    if (!part) return;
    parts.set(id, part);
    if (area.value === asked) area.value = part.value;
    look(area);
  };
  const save = (id) => {
    const area = document.getElementById(id);
    const part = parts.get(id);
    if (!area || !part || area.readOnly || sent.has(id)) return;
    if (!isTyped(area)) return say(id, 'Nothing to save: the text is as it was.', false);
    sent.set(id, area.value);
    say(id, 'Saving…', false);
    editor.postMessage({ kind: 'save', path: part.path, keyPath: part.keyPath, arm: part.arm, mark: part.mark, text: area.value });
  };
  window.addEventListener('message', ({ data }) => {
    if (typeof data.body === 'string') renew(data.body, data.parts);
    if (typeof data.sentence === 'string') answer(data);
  });
  page.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    look(target);
    // It would put back an older text.
    withdraw(target);
  });
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    save(event.target.id);
  });
  page.addEventListener('click', ({ target }) => {
    const id = target instanceof Element ? target.closest('[data-save]')?.getAttribute('data-save') : undefined;
    if (id) save(id);
  });
  editor.postMessage({ kind: 'ready' });
})();
`;
