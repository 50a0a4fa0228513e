import { redrawScript } from '../pages/redraw-script.js';

/** Milliseconds that a confirmation shows as heard at most; one that counts is drawn anew before, which takes a review. */
const longestBusy = 20_000;

/** Said beside one of which nothing came in that time. */
const unheard = 'Not recorded yet. If nothing changes here, press it again.';

/**
 * The page's script: takes newer versions of the page, and moves the focus along with a jump, and from what was confirmed to the next that is to be: a
 * second Enter would take the first back. It loads, stores and sends nothing but that
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
  // The next version of the page has no such words.
  const tellUnheard = (word) => {
    const links = [...page.querySelectorAll('a[href^="command:pmZone.confirmItem"]')];
    const link = links.find((each) => each.getAttribute('href') === word);
    if (!link || link.nextElementSibling?.dataset.unheard) return;
    const said = document.createElement('span');
    said.dataset.unheard = 'true';
    said.className = 'quiet';
    said.textContent = ${JSON.stringify(unheard)};
    link.after(' ', said);
    status.textContent = said.textContent;
  };
  const gives = (link) => link?.getAttribute('href')?.endsWith('true%5D') === true;
  let given;
  const goOn = () => {
    const link = given && document.getElementById(given);
    if (!link || link !== document.activeElement || gives(link)) return;
    const all = [...page.querySelectorAll('a[href^="command:pmZone.confirmItem"]')];
    const at = all.indexOf(link);
    const next = [...all.slice(at), ...all.slice(0, at)].find(gives) ?? document.getElementById('next');
    given = undefined;
    next?.focus({ preventScroll: true });
    if (next?.id === 'next') scrollTo(0, 0);
    else next?.scrollIntoView({ block: 'nearest' });
  };
  window.addEventListener('message', ({ data }) => {
    if (typeof data.body === 'string') {
      redraw(page, data.body);
      goOn();
    }
    showBusy();
    if (typeof data.status === 'string' && status.textContent !== data.status) status.textContent = data.status;
    if (typeof data.place === 'string') goTo(data.place);
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) setTimeout(() => goTo(link.getAttribute('href').slice(1)));
    const confirming = event.target.closest('a[href^="command:pmZone.confirmItem"]');
    const word = confirming?.getAttribute('href');
    if (!word) return;
    given = gives(confirming) ? confirming.id : undefined;
    pressed.add(word);
    showBusy();
    setTimeout(() => {
      pressed.delete(word);
      showBusy();
      tellUnheard(word);
    }, ${longestBusy});
  });
  acquireVsCodeApi().postMessage('ready');
})();
`;
