import { redrawScript } from '../pages/redraw-script.js';

/** Milliseconds that a confirmation shows as heard at most; one that counts is drawn anew before. */
const longestBusy = 5000;

/**
 * The page's script: takes newer versions of the page, and moves the focus along with a jump. It loads, stores and sends nothing but that
 * it is there. It clicks nothing: VS Code heeds only clicks of the user, so that all that looks like a button is a link.
 */
export const pageScript = `${redrawScript}
(() => {
  const page = document.getElementById('page');
  const status = document.getElementById('status');
  const goTo = (id) => {
    const place = document.getElementById(id);
    if (!place) return;
    (place.querySelector('h2') ?? place).focus({ preventScroll: true });
    place.scrollIntoView();
  };
  window.addEventListener('message', ({ data }) => {
    if (typeof data.body === 'string') redraw(page, data.body);
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
