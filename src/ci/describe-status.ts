import { countingFindings } from '../formats/gate-words.js';
import { policySentence } from '../formats/policy-change-words.js';
import { sayForHost } from '../review/for-host.js';
import type { GateVerdict } from '../gate/gate-verdict.js';

/** A verdict in the few words that stand beside a commit: who is next, and with how much, or why nobody can say. */
export function describeStatus(verdict: GateVerdict): string {
  return sayForHost(wordsOf(verdict), verdict.review.thing);
}

function wordsOf(verdict: GateVerdict): string {
  const { outcome, waits, items, review, troubles, whose, policyChange } = verdict;
  switch (outcome) {
    case 'not-run':
      return whyNot(verdict);
    case 'ready':
      if (review.author.kind !== 'not-on-roster') return 'Ready: every item is decided';
      return policyChange === undefined ? whose.said : `${policySentence(policyChange)} ${whose.said}`;
    case 'waits':
      return `Waits for ${waits.map(({ who, items }) => `${who}: ${count(items.length, 'item')}`).join('; ')}`;
    case 'not-ready': {
      const findings = countingFindings(verdict);
      const own = items.filter(({ state }) => state === 'pm');
      const parts = [
        ...(findings.length > 0 ? [`${count(findings.length, 'point')} to mend`] : []),
        ...(own.length > 0 ? [`${count(own.length, 'item')} open`] : []),
        ...troubles.slice(0, 1),
      ];
      return `Not ready: ${parts.join(', ')}`;
    }
  }
}

function whyNot({ problems: [first, ...others], troubles }: GateVerdict): string {
  if (first === undefined) return `It could not be judged. ${troubles.join(' ')}`;
  const more = others.length === 0 ? '' : ` There are ${others.length} more: pm-zone doctor lists them.`;
  return `The policy has an error. ${first.file}:${first.line}: ${first.message}${more}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
