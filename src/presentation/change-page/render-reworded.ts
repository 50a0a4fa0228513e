import type { Reworded } from '../../review/list-reworded.js';
import { escapeHtml } from '../../text/escape-html.js';
import { pluralize } from '../../text/pluralize.js';
import { commandAddress } from '../pages/command-address.js';
import { renderLink, renderSection } from './html.js';
import { markDifference } from './mark-difference.js';
import { renderStretches } from './render-stretches.js';

/** More are counted. */
const most = 40;

/** The words that stand in no catalog before and after, each with its place. */
export function renderReworded(all: readonly Reworded[]): string {
  const more = all.length - most;
  const rest = more > 0 ? [`<p>… and ${pluralize(more, 'more', 'more')}: see the files below.</p>`] : [];
  return renderSection(
    'sentences',
    'Words in pages and code',
    [...all.slice(0, most).map(renderOne), ...rest].join('\n'),
  );
}

function renderOne({ path, line, before, after }: Reworded): string {
  const marked = markDifference(before, after);
  const place = `${path}, line ${line}`;
  const see = renderLink({
    id: `see ${place}`,
    label: 'See it in its file',
    spoken: `See it in its file, ${place}`,
    address: commandAddress('pmZone.showDifference', [path, line]),
  });
  return `<article aria-label="${escapeHtml(place)}">
<p class="quiet"><code>${escapeHtml(path)}</code>, line ${line}</p>
<dl>
<dt>Before</dt><dd dir="auto">${renderStretches(marked.before, 'del', 'taken out')}</dd>
<dt>Now</dt><dd dir="auto">${renderStretches(marked.after, 'ins', 'new')}</dd>
</dl>
<p class="actions">${see}</p>
</article>`;
}
