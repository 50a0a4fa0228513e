import { escapeJson } from '../text/escape-json.js';
import type { PullRequestDraft } from '../pull-request/draft-pull-request.js';
import { draftFromRange } from '../pull-request/draft-from-range.js';
import { writePullRequestFile } from '../git/create-file.js';
import { printable } from '../text/printable.js';
import { UsageError, type Command, type ExitCode } from './command.js';
import {
  requireBase,
  requireHead,
  requireIdentity,
  requirePolicy,
  warnOfPolicyErrors,
  withPolicySession,
} from './with-policy-session.js';

/** Drafts the pull request of what is committed; opening it on the host is not part of this version. */
export const prCommand: Command = {
  name: 'pr',
  summary: 'draft the pull request that an engineer will read',
  usage: '--dry-run | --web [--draft]',
  formats: ['text', 'json'],
  options: { 'dry-run': { type: 'boolean' }, web: { type: 'boolean' }, draft: { type: 'boolean' } },
  help: [
    ['--dry-run', 'print the draft and send nothing'],
    ['--web', 'print the address of the page on which you can open it yourself'],
    ['--draft', 'mark it as a draft even where the change is ready'],
  ],
  positionals: 'none',
  run: (typed, world) => {
    const web = typed.values['web'] === true;
    if (!web && typed.values['dry-run'] !== true) {
      throw new UsageError(
        'this version drafts pull requests and does not send them: add --dry-run to read the draft, or --web for the page to open it on.',
      );
    }
    return withPolicySession(typed, world, {}, async (session): Promise<ExitCode> => {
      requirePolicy(session);
      requireIdentity(session);
      const { draft, review } = await draftFromRange(session, {
        base: requireBase(session),
        head: await requireHead(session, 'HEAD'),
        asDraft: typed.values['draft'] === true,
      });
      if (web) {
        if (draft.url === undefined)
          throw new UsageError(
            'the repository is kept on no server that PM Zone knows. Use --dry-run and open the pull request by hand.',
          );
        world.write(`${draft.url}\n`);
        for (const line of aboutPage(draft, session.repository.gitDir)) world.warn(`pm-zone: ${line}`);
      } else if (typed.values['format'] === 'json') {
        world.write(`${escapeJson(JSON.stringify({ ...draft, parts: undefined, pairing: undefined }))}\n`);
      } else {
        world.write(formatDraft(draft));
      }
      return warnOfPolicyErrors(session, world) ? 2 : review.verdict === 'ready' ? 0 : 1;
    });
  },
};

/** What the address lacks and where that lies, and what is left to the PM. */
function aboutPage(draft: PullRequestDraft, gitDir: string): readonly string[] {
  if (draft.urlHolds === 'all') return draft.toFill;
  const path = writePullRequestFile(gitDir, draft.body);
  const where =
    path === undefined ? 'pm-zone pr --dry-run prints the whole one' : `The whole one lies in ${printable(path)}`;
  const held = draft.urlHolds === 'short-body' ? 'a shortened description' : 'no description';
  return [
    `The page’s address has room for ${held}. ${where}: paste it into the page, over what is there.`,
    ...draft.toFill,
  ];
}

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
