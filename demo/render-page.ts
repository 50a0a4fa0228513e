import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { escapeHtml } from '../src/text/escape-html.js';
import type { HostState } from './host/host-state.js';

/** What GitHub calls the states of a check, and the colours that it has for them. */
const states: Readonly<Record<string, readonly [color: string, words: string]>> = {
  failure: ['#cf222e', 'Failing'],
  pending: ['#9a6700', 'Waiting'],
  success: ['#1a7f37', 'Successful'],
};

/** A pull request as its reviewers read it, as one page without scripts. */
export function renderPage({ number, title, body, isMerged, labels, asked, approvedBy, status }: HostState): string {
  const description = micromark(body, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    // The description is safe by itself: what folds in it is HTML, as on GitHub.
    allowDangerousHtml: true,
  });
  const [color, words] = states[status?.state ?? ''] ?? ['#59636e', 'Not run yet'];
  const names = (list: readonly string[]): string => list.map((name) => `@${escapeHtml(name)}`).join(', ') || 'nobody';
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · #${number}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; color: #1f2328; max-width: 900px; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse } th, td { border: 1px solid #d1d9e0; padding: 6px 13px; text-align: left }
code { background: #eff1f3; padding: .15em .35em; border-radius: 4px } h2 { border-bottom: 1px solid #d1d9e0; padding-bottom: .3em }
.label { background: #ddf4ff; border-radius: 1em; padding: 2px 10px; margin-right: 6px } .state { color: #fff; border-radius: 1em; padding: 4px 12px }
.check { border: 1px solid #d1d9e0; border-radius: 6px; padding: 12px 16px; margin-top: 2rem }
</style>
<h1>${escapeHtml(title)} <span style="color:#59636e">#${number}</span></h1>
<p><span class="state" style="background:${isMerged ? '#8250df' : '#1a7f37'}">${isMerged ? 'Merged' : 'Open'}</span> maya-rivera</p>
<p>${labels.map((label) => `<span class="label">${escapeHtml(label)}</span>`).join('')}</p>
<p>Reviews asked of: ${names(asked)}. Approved by: ${names(approvedBy)}.</p>
<main>
${description}
</main>
<p class="check"><strong style="color:${color}">● ${words}</strong> <code>pm-zone (main)</code> ${escapeHtml(status?.description ?? '')}</p>
</html>
`;
}
