import type { FlagChange } from '../../flags/flag-change.js';
import type { LinkedPlan } from '../../planning/linked-plan.js';
import { findKillCondition } from '../../planning/find-kill-condition.js';
import { noFlagReason } from '../../planning/no-flag-reason.js';
import type { Review } from '../../review/review.js';
import { toInlineCode, toPlainMarkdown } from '../../text/plain-markdown.js';
import { describeFlag } from '../describe-change.js';
import type { HostThing } from '../../review/review.js';
import { renderSection } from './render-plan-section.js';
import { renderPlanText } from './render-plan-text.js';

const mostFlags = 20;

/**
 * The flags as the change leaves them, and how to roll back: seed 000 has a flag flip, in seconds. It is said of a change only as far as the
 * review found all of it behind them. `waits`: the words are shown once a compiled catalog is built, and not at once.
 */
export function renderRollback(
  { plan }: Pick<LinkedPlan, 'plan'>,
  { flags, differences }: Pick<FlagChange, 'flags' | 'differences'>,
  { items }: Pick<Review, 'items'>,
  thing: HostThing,
  waits = false,
): string {
  const keys = [...new Set([...(plan?.doc.flags ?? []), ...differences.map(({ key }) => key)])].slice(0, mostFlags);
  const written = renderSection({ plan }, 'rollout');
  const kill = renderKillCondition(plan);
  if (keys.length === 0) {
    const isSaid = written !== undefined && /\brevert/i.test(written);
    const revert = isSaid ? '' : ` To roll back, revert this ${thing}.`;
    return [`${whyNoFlag(plan, waits)}${revert}`, written, kill].filter((each) => each !== undefined).join('\n\n');
  }
  const named = keys.map((key) => {
    const flag = flags.get(key);
    return `${toInlineCode(key)}${flag === undefined || flag.state === 'unknown' ? '' : ` (${describeFlag(flag)})`}`;
  });
  const gated = items.find(({ check }) => check === 'flag-gated')?.verdict;
  const flip = `Flag: ${named.join(', ')}. ${flipSentence(gated, keys.length === 1 ? 'it' : 'them', thing)}`;
  // One line, as the template begins with, says the same as ours.
  const more = written?.includes('\n') === true ? written : undefined;
  return [flip, more, kill].filter((each) => each !== undefined).join('\n\n');
}

/** At which number that is done, which the plan says. */
function renderKillCondition(plan: LinkedPlan['plan']): string | undefined {
  const text = plan && renderPlanText(findKillCondition(plan.doc) ?? '');
  if (text === undefined) return undefined;
  return `**Kill condition:**${/^(?:-|\d+\.) |\n/.test(text) ? '\n\n' : ' '}${text}`;
}

function flipSentence(
  gated: Review['items'][number]['verdict'] | undefined,
  them: 'it' | 'them',
  thing: HostThing,
): string {
  switch (gated) {
    case 'needs-fix':
    case 'blocker':
      return `**Not all of this change is behind ${them}** (see the review below). To roll back, turn ${them} off, which takes seconds, and revert this ${thing} for the rest.`;
    case 'pass':
    case 'attested':
      return `To roll back, turn ${them} off: seconds, no release.`;
    default:
      return `Whether all of this change is behind ${them} is the engineering DRI’s to confirm. To roll back, turn ${them} off for what is, and revert this ${thing} for what is not.`;
  }
}

function whyNoFlag(plan: LinkedPlan['plan'], waits: boolean): string {
  const reason = plan && noFlagReason(plan.doc);
  return reason === undefined
    ? 'No flag is named for this change.'
    : `No flag: ${waits ? 'everyone sees these words once their compiled catalogs are built' : 'these words go live at once'}, because ${toPlainMarkdown(reason, 400).replace(/\.$/, '')}.`;
}
