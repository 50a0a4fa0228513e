import { describeOpened } from '../opening/describe-opened.js';
import { escapeJson } from '../text/escape-json.js';
import { UsageError, type CommandHost } from './command.js';
import { describePage, type DraftPlaces } from './pr/describe-page.js';
import type { OpenAnswer } from './open-pull-request.js';

/** Writes what became of `pm-zone pr`: the address on standard output, what the PM should know and does next on standard error; or all as JSON. */
export async function writeOpened(
  answer: OpenAnswer,
  places: DraftPlaces,
  world: Pick<CommandHost, 'write' | 'warn'>,
  json: boolean,
): Promise<void> {
  const say = (line: string): void => world.warn(`pm-zone: ${line}`);
  const write = (value: unknown): void => world.write(`${escapeJson(JSON.stringify(value))}\n`);
  switch (answer.kind) {
    case 'not-ready': {
      if (json) write({ outcome: 'not-ready', ...answer.review, next: [answer.sentence] });
      else world.write((await import('../formats/format-text.js')).formatText(answer.review));
      say(answer.sentence);
      return;
    }
    case 'browser': {
      const { draft, why } = answer;
      if (draft.url === undefined) {
        throw new UsageError(
          'your change is shared, but PM Zone does not know how to open a pull request there. Open it by hand; pm-zone pr --dry-run prints its text. Where it is a GitHub or GitLab of your company’s own, ask an engineer to name that server for PM Zone on this computer.',
        );
      }
      const next = [
        `${why} Your change is shared: open the pull request on this page.`,
        ...describePage(draft, places),
      ];
      if (json) write({ outcome: 'browser', url: draft.url, why, next });
      else world.write(`${draft.url}\n`);
      for (const line of next) say(line);
      return;
    }
    case 'merged':
    case 'open': {
      const { opened, face, draft } = answer;
      const isPushed = answer.kind === 'open' && answer.isPushed;
      const { pull, outcome, asked, labelsLeft, reviewersLeft, picturesLeft } = opened;
      const { done, left, next } = describeOpened(opened, draft ?? {}, face);
      const sentences = [
        done,
        ...(answer.kind === 'open' && outcome === 'opened' ? answer.draft.toFill : []),
        ...left,
        (answer.kind === 'merged' ? answer.wasPutAway : undefined) ?? next,
      ];
      if (json) {
        const { number, address: url, title, base, draft: isDraft } = pull;
        const own = { outcome, number, url, title, base, head: opened.branch, draft: isDraft, pushed: isPushed };
        write({
          ...own,
          reviewers: asked,
          labelsLeft,
          reviewersLeft,
          picturesLeft: picturesLeft?.names ?? [],
          next: sentences,
        });
      } else world.write(`${pull.address}\n`);
      for (const line of sentences) say(line);
    }
  }
}
