import { escapeJson } from '../review/format/escape-json.js';
import { readChange } from '../change/read-change.js';
import { readProvenance } from '../change/provenance.js';
import type { OpenZone } from '../policy/open-zone.js';
import { draftPullRequest, type Draft } from '../pull-request/draft.js';
import { readPullRequestTemplate } from '../pull-request/templates.js';
import { checks } from '../review/checks/list.js';
import { printable } from '../review/format/printable.js';
import { makeContext } from '../review/make-context.js';
import { reviewZone } from '../review/review-zone.js';
import { CannotRun, type Command, type ExitCode } from './command.js';
import { baseOf, headOf } from './range-of.js';
import { requireName, requirePolicy, warnOfErrors, withZone } from './start.js';

/** Drafts the pull request of what is committed; opening it on the host is not part of this version. */
export const pr: Command = {
  name: 'pr',
  summary: 'draft the pull request that an engineer will read',
  usage: '--dry-run | --web [--draft]',
  formats: ['text', 'json'],
  options: { 'dry-run': { type: 'boolean' }, web: { type: 'boolean' }, draft: { type: 'boolean' } },
  help: [
    ['--dry-run', 'print the draft and send nothing'],
    ['--web', 'print the address of the host’s page on which you can open it yourself'],
    ['--draft', 'mark it as a draft even where the change is ready'],
  ],
  positionals: 'none',
  run: (typed, world) => {
    const web = typed.values['web'] === true;
    if (!web && typed.values['dry-run'] !== true) {
      throw new CannotRun(
        'this version drafts pull requests and does not send them: add --dry-run to read the draft, or --web for the page to open it on.',
      );
    }
    return withZone(typed, world, {}, async (zone): Promise<ExitCode> => {
      requirePolicy(zone);
      requireName(zone);
      const { draft, ready } = await draftFor(zone, typed.values['draft'] === true);
      if (web) {
        if (draft.url === undefined)
          throw new CannotRun(
            'the remote is on no host that PM Zone knows. Use --dry-run and open the pull request by hand.',
          );
        world.write(`${draft.url}\n`);
      } else if (typed.values['format'] === 'json') {
        world.write(`${escapeJson(JSON.stringify(draft))}\n`);
      } else {
        world.write(textOf(draft));
      }
      return warnOfErrors(zone, world) ? 2 : ready ? 0 : 1;
    });
  },
};

async function draftFor(zone: OpenZone, asDraft: boolean): Promise<{ readonly draft: Draft; readonly ready: boolean }> {
  const { repository, policy, asking } = zone;
  const [base, head] = [baseOf(zone), await headOf(zone, 'HEAD')];
  const { change, around } = await readChange(repository, { kind: 'range', base, head });
  const context = await makeContext(zone, { change, around }, 'push');
  const [review, flags, plan, template, provenance] = await Promise.all([
    reviewZone(zone, context, checks),
    context.flags(),
    context.plan(),
    readPullRequestTemplate(around),
    readProvenance(repository, change, around),
  ]);
  const draft = draftPullRequest({
    change,
    policy,
    asking,
    judgements: context.judgements,
    flags,
    plan,
    review,
    provenance,
    template,
    base: branchName(base.ref, zone),
    head: repository.head.branch ?? head.commit,
    remoteUrl: remoteOf(base.ref, zone),
    headRemoteUrl: repository.remotes.find((remote) => remote.name === 'origin')?.url,
    asDraft,
  });
  return { draft, ready: review.verdict === 'ready' };
}

/** `origin/main` is the branch `main` of the remote `origin`. */
function branchName(ref: string, { repository }: OpenZone): string {
  const remote = repository.remotes.find(({ name }) => ref.startsWith(`${name}/`));
  return remote === undefined ? ref : ref.slice(remote.name.length + 1);
}

function remoteOf(ref: string, { repository }: OpenZone): string | undefined {
  const remote = repository.remotes.find(({ name }) => ref.startsWith(`${name}/`)) ?? repository.remotes[0];
  return remote?.url;
}

function textOf(draft: Draft): string {
  const lines = [
    `Title:     ${draft.title}`,
    `Branches:  ${draft.head} → ${draft.base}${draft.draft ? ' (as a draft)' : ''}`,
    `Labels:    ${draft.labels.join(', ')}`,
    `Reviewers: ${draft.reviewers.length === 0 ? 'none found' : draft.reviewers.join(', ')}`,
  ];
  const body = draft.body.split('\n').map(printable).join('\n');
  return `${lines.map(printable).join('\n')}\n\n${body.trimEnd()}\n\n${draft.url === undefined ? '' : `Open it filled in: pm-zone pr --web\n`}`;
}
