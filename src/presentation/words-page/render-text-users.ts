import { escapeHtml } from '../../text/escape-html.js';
import { pluralize } from '../../text/pluralize.js';
import { printable } from '../../text/printable.js';
import type { TextUser, TextUsers } from '../../review/find-text-users.js';
import { renderLink, renderList } from '../change-page/html.js';
import { commandAddress } from '../pages/command-address.js';

/** Who asks for a text: `looking` until it is known, `unknown` where it cannot be. */
export type KnownUsers = TextUsers | 'looking' | 'unknown';

/** Places that are listed; the rest is counted. */
const mostShown = 8;

/** Where the product uses a text, and whether only where the flag is on. */
export function renderTextUsers(known: KnownUsers): string {
  return `<section class="uses" aria-labelledby="uses">\n<h2 id="uses" tabindex="-1">Where it is used</h2>\n${bodyOf(known)}\n</section>`;
}

function bodyOf(known: KnownUsers): string {
  if (known === 'looking') return '<p class="quiet">Looking through the code…</p>';
  if (known === 'unknown') return '<p class="quiet">That cannot be told right now.</p>';
  const { users, possible, searched, flags } = known;
  const flag = flags.map((each) => `“${printable(each)}”`).join(' or ');
  const rest = users.length - mostShown;
  return [
    ...(users.length > 0
      ? [renderList(users.slice(0, mostShown).map((user, index) => renderUser(user, index, flag)))]
      : []),
    ...(rest > 0 ? [`<p>… and ${escapeHtml(pluralize(rest, 'more place', 'more places'))}.</p>`] : []),
    ...(users.length === 0 ? [`<p>${searched ? 'No code was found that asks for it by its name.' : ''}</p>`] : []),
    ...(possible.length > 0
      ? [
          `<p class="quiet">${escapeHtml(`Perhaps used here${users.length === 0 ? '' : ' too'}, which the code does not say for certain: ${listPlaces(possible)}.`)}</p>`,
        ]
      : []),
    ...(searched ? [] : ['<p class="quiet">There is more code than could be searched, so others may use it too.</p>']),
  ].join('\n');
}

function renderUser({ path, line, gate }: TextUser, index: number, flag: string): string {
  const label = `${printable(path)}, line ${line}`;
  const link = renderLink({
    id: `use-${index}`,
    label,
    spoken: `See ${label}`,
    address: commandAddress('pmZone.openAt', [path, line]),
  });
  return `${link}${gate === undefined ? '' : escapeHtml(` · ${describe[gate](flag)}`)}`;
}

const describe = {
  behind: (flag: string): string => `only where the flag ${flag} is on`,
  open: (flag: string): string => `everyone sees it, whether or not the flag ${flag} is on`,
  unclear: (flag: string): string => `whether it waits for the flag ${flag} cannot be told from the code`,
} as const;

function listPlaces(users: readonly TextUser[]): string {
  const shown = users.slice(0, mostShown).map(({ path, line }) => `${printable(path)} (line ${line})`);
  const rest = users.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${pluralize(rest, 'more place', 'more places')}` : '');
}
