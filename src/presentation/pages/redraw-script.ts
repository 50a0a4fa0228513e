/**
 * For the script of a page: `redraw(page, body)` makes the page what `body` says and leaves each element alone that is there before and
 * after, so that focus, what is selected, unfolded and typed, and the place on the screen stay. What stands in an element with
 * `data-kept` is the script's own. Where the focused element is gone, its section has the focus, or the section beside that. A page that the palette or another part
 * of the window took the focus from has it where it was, once it comes back; it is taken from nowhere else.
 */
export const redrawScript = `
const { redraw } = (() => {
  const idsIn = (node) => (node.id ? [node.id] : Array.from(node.querySelectorAll?.('[id]') ?? [], ({ id }) => id));
  // A link that now does something else is another one: a press that began on the old one does not count for it.
  const isAlike = (one, other) =>
    one.nodeName === other.nodeName && one.id === other.id && one.getAttribute?.('href') === other.getAttribute?.('href');
  const match = (now, next) => {
    const left = new Set(now.childNodes);
    const holders = new Map([...left].flatMap((each) => idsIn(each).map((id) => [id, each])));
    const take = (same) => left.delete(same) && same;
    // What has an id, itself or within, is found by it wherever it stands; of the rest the next of its kind.
    const named = [...next.childNodes].map((each) => {
      const held = idsIn(each).map((id) => holders.get(id)).find((same) => left.has(same) && isAlike(same, each));
      return [held && take(held), each];
    });
    return named.map(([same, each]) => [same ?? [...left].find((other) => isAlike(other, each) && take(other)), each]);
  };
  const renewChildren = (now, next) => {
    const pairs = match(now, next);
    const stay = new Set(pairs.map(([same]) => same));
    for (const each of [...now.childNodes]) if (!stay.has(each)) each.remove();
    let place = now.firstChild;
    for (const [same, each] of pairs) {
      if (same === undefined || same !== place) now.insertBefore(same ?? each, place);
      else place = place.nextSibling;
      if (same) renewNode(same, each);
    }
  };
  const renewNode = (now, next) => {
    if (now.nodeType !== Node.ELEMENT_NODE) {
      if (now.data !== next.data) now.data = next.data;
      return;
    }
    if (now.hasAttribute('data-kept')) return;
    for (const { name } of [...now.attributes])
      if (!next.hasAttribute(name) && !(name === 'open' && now.nodeName === 'DETAILS')) now.removeAttribute(name);
    for (const { name, value } of next.attributes) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
    renewChildren(now, next);
  };
  // Where the focus is, or was before another part of the window took it: the browser forgets that.
  let last;
  document.addEventListener('focusin', ({ target }) => (last = target));
  addEventListener('focus', () => {
    if (document.activeElement === document.body) last?.focus({ preventScroll: true });
  });
  return {
    redraw: (page, body) => {
      const isHere = document.hasFocus();
      const focused = isHere ? document.activeElement : last;
      const section = focused?.closest('section');
      const sections = [...page.querySelectorAll('section')];
      const at = sections.indexOf(section);
      const beside = [...sections.slice(at + 1), ...sections.slice(0, at + 1).reverse()];
      const made = document.createElement('template');
      made.innerHTML = body;
      renewChildren(page, made.content);
      if (!focused || focused === document.body) return;
      if (isHere ? focused === document.activeElement : focused.isConnected) return;
      const find = (id) => (id ? document.getElementById(id) : undefined);
      const headingOf = (each) => each?.querySelector('h2[tabindex]') ?? undefined;
      const own = find(focused.id) ?? headingOf(find(section?.id));
      last = own ?? find('next') ?? headingOf(beside.find((each) => each.isConnected && headingOf(each)));
      if (isHere) last?.focus({ preventScroll: true });
    },
  };
})();
`;
