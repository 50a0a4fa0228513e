/** Milliseconds that a confirmation shows as heard at most; one that counts is drawn anew before. */
const longestBusy = 5000;

/**
 * The page's script: takes newer versions of the page without losing focus, place or what is unfolded, takes no focus that is elsewhere,
 * and moves its own along with a jump. It loads, stores and sends nothing but that it is there. It clicks nothing: VS Code heeds only
 * clicks of the user, so that all that looks like a button is a link.
 */
export const pageScript = `
(() => {
  const page = document.getElementById('page');
  const status = document.getElementById('status');
  const goTo = (id) => {
    const place = document.getElementById(id);
    if (!place) return;
    (place.querySelector('h2') ?? place).focus({ preventScroll: true });
    place.scrollIntoView();
  };
  const renew = (body) => {
    const focused = document.activeElement;
    const section = focused?.closest('section')?.id;
    const unfolded = new Set([...document.querySelectorAll('details[open]')].map(({ id }) => id));
    const [left, top] = [window.scrollX, window.scrollY];
    page.innerHTML = body;
    for (const each of document.querySelectorAll('details')) each.open = unfolded.has(each.id);
    window.scrollTo(left, top);
    if (!document.hasFocus() || !focused?.id || focused.isConnected) return;
    const same = document.getElementById(focused.id) ?? document.querySelector('#' + (section || 'none') + ' h2') ?? document.getElementById('next');
    same?.focus({ preventScroll: true });
  };
  window.addEventListener('message', ({ data }) => {
    if (typeof data.body === 'string') renew(data.body);
    if (typeof data.status === 'string' && status.textContent !== data.status) status.textContent = data.status;
    if (typeof data.place === 'string') goTo(data.place);
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) setTimeout(() => goTo(link.getAttribute('href').slice(1)));
    const word = event.target.closest('a[href^="command:pmZone.confirmItem"]');
    word?.setAttribute('aria-busy', 'true');
    setTimeout(() => word?.removeAttribute('aria-busy'), ${longestBusy});
  });
  acquireVsCodeApi().postMessage('ready');
})();
`;
