/**
 * For the page's script: placeholders show as chips within a field and are whole or not there. The field stays a plain one, so that
 * keyboard, input methods, screen readers, undo and the clipboard have its exact signs; the chips are drawn behind it, the cursor passes
 * over them, and what deletes a part of one deletes it all. `chips.draw(area)` after each change of a field's text that nobody typed.
 */
export const chipsScript = `
const chips = (() => {
  const patternOf = (raw) => raw.replace(/[^\\w\\s]/g, '\\\\$&') + (/^[:$@].*\\w$/s.test(raw) ? '(?!\\\\w)' : '');
  const rangesOf = (area, text = area.value) => {
    const written = JSON.parse(area.dataset.placeholders).sort((one, other) => other.length - one.length);
    if (written.length === 0) return [];
    const found = text.matchAll(new RegExp(written.map(patternOf).join('|'), 'g'));
    return Array.from(found, ({ 0: { length }, index }) => [index, index + length]);
  };
  // By field: its text, and where its selection was.
  const known = new WeakMap();
  const note = (area) => known.set(area, { text: area.value, from: area.selectionStart, to: area.selectionEnd });
  const draw = (area) => {
    const behind = area.previousElementSibling;
    const text = area.value;
    let last = 0;
    behind.textContent = '';
    for (const [start, end] of rangesOf(area)) {
      const chip = document.createElement('span');
      chip.textContent = text.slice(start, end);
      behind.append(text.slice(last, start), chip);
      last = end;
    }
    // A line that is only begun has its height, too.
    behind.append(text.slice(last) + '\\u200b');
    note(area);
  };
  let isPointed = false;
  let isBusy = false;
  /** Moves what ends within a placeholder to its edge: on in the direction of the keys, to the nearer one or around it by the mouse. */
  const snap = (area) => {
    const { selectionStart: from, selectionEnd: to, selectionDirection } = area;
    const was = known.get(area) ?? { from, to };
    const isJump = isPointed || (from !== to && from !== was.from && to !== was.to);
    const move = (at, last, outward) => {
      const [start, end] = rangesOf(area).find(([start, end]) => start < at && at < end) ?? [at, at];
      const nearer = at - start < end - at ? start : end;
      if (isJump || at === last) return outward === 'none' ? nearer : outward === 'left' ? start : end;
      return at > last ? end : start;
    };
    const next = from === to
      ? [move(from, selectionDirection === 'backward' ? was.from : was.to, 'none')]
      : [move(from, was.from, 'left'), move(to, was.to, 'right')];
    const [left, right = left] = next;
    if (left !== from || right !== to) area.setSelectionRange(left, right, selectionDirection);
    note(area);
  };
  /** What is left of a placeholder of which a part was deleted goes, too. Where it cannot be told what was done, nothing is. */
  const clear = (area, was) => {
    const [text, caret] = [area.value, area.selectionEnd];
    const start = Math.min(was.from, caret);
    const end = was.text.length - (text.length - caret);
    if (end < start || was.text.slice(0, start) !== text.slice(0, start) || was.text.slice(end) !== text.slice(caret)) return;
    const cut = rangesOf(area, was.text).filter(([from, to]) => from < end && start < to && !(start <= from && to <= end));
    const left = cut.find(([from]) => from < start)?.[0] ?? start;
    const right = caret + Math.max(0, ...cut.map(([, to]) => to - end));
    isBusy = true;
    for (const [from, to] of [[caret, right], [left, start]]) {
      if (from === to) continue;
      area.setSelectionRange(from, to);
      document.execCommand('delete');
    }
    isBusy = false;
    if (cut.length > 0) area.setSelectionRange(left + caret - start, left + caret - start);
  };
  const isField = (target) => target instanceof HTMLTextAreaElement;
  const isOwn = ({ inputType, isComposing }) => !isComposing && !inputType?.startsWith('history');
  document.addEventListener('pointerdown', () => (isPointed = true), true);
  document.addEventListener('keydown', () => (isPointed = false), true);
  document.addEventListener('selectionchange', () => {
    const area = document.activeElement;
    if (isField(area) && !isBusy && !isComposing) snap(area);
  });
  let isComposing = false;
  document.addEventListener('compositionstart', () => (isComposing = true), true);
  document.addEventListener('compositionend', () => (isComposing = false), true);
  document.addEventListener('beforeinput', (event) => {
    const area = event.target;
    if (!isField(area) || isBusy || !isOwn(event)) return;
    snap(area);
    const { selectionStart: at, selectionEnd } = area;
    if (at !== selectionEnd || !event.inputType.startsWith('delete')) return;
    const isForward = event.inputType.endsWith('Forward');
    const whole = rangesOf(area).find(([start, end]) => at === (isForward ? start : end));
    if (whole) area.setSelectionRange(...whole);
    note(area);
  }, true);
  document.addEventListener('input', (event) => {
    const area = event.target;
    if (!isField(area) || isBusy) return;
    const was = known.get(area);
    if (was && isOwn(event)) clear(area, was);
    draw(area);
  }, true);
  return { draw };
})();
`;
