import type { OpenedPullRequest } from '../opening/open-on-github.js';
import type { PullRequestDraft } from '../pull-request/draft-pull-request.js';
import { escapeJson } from '../text/escape-json.js';
import { printable } from '../text/printable.js';
import { UsageError, type CommandHost } from './command.js';
import { describePage } from './describe-page.js';
import type { OpenAnswer } from './open-pull-request.js';

/** Writes what became of `pm-zone pr`: the address on standard output, what the PM should know and does next on standard error; or all as JSON. */
export async function writeOpened(
  answer: OpenAnswer,
  gitDir: string,
  world: Pick<CommandHost, 'write' | 'warn'>,
  json: boolean,
): Promise<void> {
  const say = (line: string): void => world.warn(`pm-zone: ${printable(line)}`);
  const write = (value: unknown): void => world.write(`${escapeJson(JSON.stringify(value))}\n`);
  switch (answer.kind) {
    case 'not-ready': {
      const format = json
        ? (await import('../formats/format-json.js')).formatJson
        : (await import('../formats/format-text.js')).formatText;
      world.write(format(answer.review));
      say(answer.sentence);
      return;
    }
    case 'browser': {
      const { draft, why } = answer;
      if (draft.url === undefined) {
        throw new UsageError(
          `your change is shared, but PM Zone does not know how to open a pull request there. Open it by hand; pm-zone pr --dry-run prints its text.`,
        );
      }
      if (json) write({ outcome: 'browser', url: draft.url, why });
      else world.write(`${draft.url}\n`);
      say(`${why} Your change is shared: open the pull request on this page.`);
      for (const line of describePage(draft, gitDir)) say(line);
      say(`There, set these labels: ${draft.labels.join(', ')}.`);
      if (draft.reviewers.length > 0) say(`Ask these people to review it: ${draft.reviewers.join(', ')}.`);
      return;
    }
    case 'open': {
      const { opened, draft, isPushed } = answer;
      const { pull, outcome, asked, labelsLeft, reviewersLeft } = opened;
      const sentences = describeOpened(opened, draft);
      if (json) {
        const { number, address: url, title, base, draft: isDraft } = pull;
        const own = { outcome, number, url, title, base, head: draft.head, draft: isDraft, pushed: isPushed };
        write({ ...own, reviewers: asked, labelsLeft, reviewersLeft, next: sentences });
      } else world.write(`${pull.address}\n`);
      for (const line of sentences) say(line);
    }
  }
}

const outcomes = {
  opened: 'is open',
  renewed: 'was open already, and is renewed',
  unchanged: 'was open already, and is as it should be',
} as const;

function describeOpened(opened: OpenedPullRequest, { toFill, draft: isUnready }: PullRequestDraft): readonly string[] {
  const { pull, outcome, asked, labelsLeft, reviewersLeft, notes, unfinished } = opened;
  return [
    `Pull request ${pull.number} ${outcomes[outcome]}${pull.draft ? ', as a draft' : ''}.`,
    ...(outcome === 'opened' ? toFill : []),
    ...notes,
    ...labelsLeft.map(({ what, why }) => `The label ${what} is not set: ${why}.`),
    ...reviewersLeft.map(({ what, why }) => `${what} is not asked to review it: ${why}.`),
    ...(unfinished.length === 0
      ? []
      : [...new Set(unfinished), 'Not all could be done. Run pm-zone pr again: it goes on from here.']),
    next(pull.draft, isUnready, asked),
  ];
}

function next(isDraft: boolean, isUnready: boolean, asked: readonly string[]): string {
  const who = asked.length === 0 ? 'nobody could be asked' : `asked: ${asked.join(', ')}`;
  if (isDraft && !isUnready)
    return `Next: it is a draft there and stays one until you say otherwise (${who}). Run pm-zone pr --ready to make it ready for review and to ask code owners too.`;
  return isDraft
    ? `Next: work on it together with an engineer (${who}). GitHub asks code owners for no review of a draft; when the review is ready, pm-zone pr --ready makes it ready for review and asks them.`
    : `Next: it waits for its reviews (${who}) and for its checks. Answer what they ask for on that page; when you change something, commit it and run pm-zone pr again.`;
}
