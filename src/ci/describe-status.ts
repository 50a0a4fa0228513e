import type { GateVerdict } from '../gate/gate-verdict.js';

/** A verdict in the few words that stand beside a commit: who is next, and with how much. */
export function describeStatus({ outcome, waits, items, review, waived, troubles, whose }: GateVerdict): string {
  switch (outcome) {
    case 'ready':
      return review.author.kind === 'not-on-roster' ? whose.said : 'Ready: every item is decided';
    case 'waits':
      return `Waits for ${waits.map(({ who, items }) => `${who}: ${count(items.length, 'item')}`).join('; ')}`;
    case 'not-ready': {
      const findings = review.findings.filter(({ id, severity }) => severity !== 'note' && !waived.has(id ?? ''));
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

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
