import { redrawScript } from '../pages/redraw-script.js';

/** Milliseconds that a confirmation shows as heard at most; one that counts is drawn anew before, which takes a review. */
const longestBusy = 20_000;

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
  // What was pressed, by what its link does: one that is done links to taking it back.
  const pressed = new Set();
  const showBusy = () => {
    for (const link of page.querySelectorAll('a[href^="command:pmZone.confirmItem"]'))
      if (pressed.has(link.getAttribute('href'))) link.setAttribute('aria-busy', 'true');
      else link.removeAttribute('aria-busy');
  };
  window.addEventListener('message', ({ data }) => {
    if (typeof data.body === 'string') redraw(page, data.body);
    showBusy();
    if (typeof data.status === 'string' && status.textContent !== data.status) status.textContent = data.status;
    if (typeof data.place === 'string') goTo(data.place);
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) setTimeout(() => goTo(link.getAttribute('href').slice(1)));
    const word = event.target.closest('a[href^="command:pmZone.confirmItem"]')?.getAttribute('href');
    if (!word) return;
    pressed.add(word);
    showBusy();
    setTimeout(() => {
      pressed.delete(word);
      showBusy();
    }, ${longestBusy});
  });
  acquireVsCodeApi().postMessage('ready');
})();
`;
