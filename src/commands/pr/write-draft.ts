import { escapeJson } from '../../text/escape-json.js';
import { printable } from '../../text/printable.js';
import type { PullRequestDraft } from '../../pull-request/draft-pull-request.js';
import { UsageError, type CommandHost } from '../command.js';
import { describePage, type DraftPlaces } from './describe-page.js';

/** Writes a draft that is sent nowhere. */
export function writeDraft(draft: PullRequestDraft, world: CommandHost, json: boolean): void {
  if (json)
    writeJson(world, { ...draft, parts: undefined, pairing: undefined, afterMerge: undefined, otherSizes: undefined });
  else world.write(formatDraft(draft));
}

/** Writes the address of the page on which a draft can be opened by hand, and what to know of it. Throws a `UsageError` where there is none. */
export function writePage(
  draft: PullRequestDraft,
  places: DraftPlaces,
  world: CommandHost,
  { json, isShared }: { readonly json: boolean; readonly isShared: boolean },
): void {
  const { url } = draft;
  if (url === undefined)
    throw new UsageError(
      'the repository is kept on no server that PM Zone knows. Use --dry-run and open the pull request by hand.',
    );
  const lines = [...(isShared ? [] : [notShared]), ...describePage(draft, places)];
  if (json) writeJson(world, { outcome: 'page', url, next: lines });
  else world.write(`${url}\n`);
  for (const line of lines) world.warn(`pm-zone: ${line}`);
}

/** As one object for a program. */
export function writeJson(world: Pick<CommandHost, 'write'>, value: unknown): void {
  world.write(`${escapeJson(JSON.stringify(value))}\n`);
}

const notShared =
  'Your change is not on the server yet, so that page has nothing to show: share it first with git push, or leave --web away, then pm-zone pr does both.';

function formatDraft(draft: PullRequestDraft): string {
  const lines = [
    `Title:     ${draft.title}`,
    `Branches:  ${draft.head} → ${draft.base}${draft.draft ? ' (as a draft)' : ''}`,
    `Labels:    ${draft.labels.join(', ')}`,
    `Reviewers: ${draft.reviewers.length === 0 ? 'none found' : draft.reviewers.join(', ')}`,
  ];
  const toFill = draft.toFill.map((sentence) => `  - ${printable(sentence)}\n`);
  const yours = toFill.length === 0 ? '' : `Yours to fill in:\n${toFill.join('')}`;
  const body = draft.body.split('\n').map(printable).join('\n');
  return `${lines.map(printable).join('\n')}\n${yours}\n${body.trimEnd()}\n\n${draft.url === undefined ? '' : `${openHint(draft)}\n`}`;
}

function openHint({ urlHolds, leftOut }: PullRequestDraft): string {
  const open = 'Open it filled in: pm-zone pr --web';
  if (urlHolds === 'all') return open;
  const lacks = leftOut.length === 0 ? 'the description' : leftOut.map(printable).join('; ');
  return `${open} (its address has no room for ${lacks}; it says where the whole description lies)`;
}
