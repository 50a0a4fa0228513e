import type { GateItem, GateVerdict } from '../gate/gate-verdict.js';

/** The sentence that a verdict of the gate begins with: what is the matter, and who is next. */
export function outcomeSentence({ outcome, waits, review, whose, policyChange }: GateVerdict): string {
  const isNoPms = review.author.kind === 'not-on-roster';
  switch (outcome) {
    case 'not-run':
      return 'This could not be judged: a check broke, or an engineer has to mend the policy first.';
    case 'ready':
      if (!isNoPms) return 'Ready: every item is decided, and by whose word is listed below.';
      if (policyChange === undefined) return whose.said;
      return policyChange.effect === 'none'
        ? 'Ready: it touches the policy, and nothing of what PMs may do becomes another.'
        : 'Ready: it changes what PMs may do, and those who own that approved it.';
    case 'waits':
      return `${isNoPms ? 'It waits' : "The PM's part is done. It waits"} for ${waits.map(({ who, items }) => `${who} (${countItems(items.length)})`).join(', ')}.`;
    case 'not-ready':
      return isNoPms
        ? `Not ready. ${whose.said}`
        : 'Not ready yet. Mend what is listed below; what others have to approve is listed with their names.';
  }
}

function countItems(count: number): string {
  return count === 1 ? '1 item' : `${count} items`;
}

/** What is left of an item, in words: who closes it and how, or by whose word it is closed. */
export function describeItem(item: GateItem): string {
  return item.state === 'waits' ? `waits for ${whoAndHow(item)}` : whoAndHow(item);
}

/** The same where its state stands beside it. */
export function whoAndHow({ state, by, waitsFor = [], how }: GateItem): string {
  switch (state) {
    case 'done':
      return by ?? 'decided by its check';
    case 'not-applicable':
      return 'does not apply';
    case 'pm':
      return how ?? 'The PM closes it.';
    case 'waits':
      return `${waitsFor.join(', ')}. ${how ?? ''}`.trim();
  }
}

/** The review's findings that still count. */
export function countingFindings({ review, waived }: GateVerdict): GateVerdict['review']['findings'] {
  return review.findings.filter(({ severity, id }) => severity !== 'note' && !waived.has(id));
}

/** What is wrong and no item says, errors of the policy with their places. */
export function listTroubles({ troubles, problems }: GateVerdict): readonly string[] {
  return [...troubles, ...problems.map(({ file, line, message }) => `${file}:${line}: ${message}`)];
}
