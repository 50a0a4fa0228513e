import type { GateVerdict } from '../gate/gate-verdict.js';
import { itemForHost, sayForHost } from '../review/for-host.js';
import { listRewrites } from '../review/list-rewrites.js';
import { printable } from '../text/printable.js';
import { countingFindings, describeItem, listTroubles, outcomeSentence } from './gate-words.js';
import { policyLines, policySentence } from './policy-change-words.js';
import { basisSentence } from './verdict-words.js';

/** A verdict of the gate for a terminal: the outcome, whose change it is, each item with who closes it, and what to mend. */
export function formatGateText(verdict: GateVerdict): string {
  const { review, whose, items, policyChange } = verdict;
  const rewrites = listRewrites({ ...review, items: [], findings: countingFindings(verdict) }).map(
    ({ place, id, message }, index) =>
      `${index + 1}. ${printable(place)}${id === undefined ? '' : `  (${id})`}\n   ${printable(message)}`,
  );
  const say = (words: string): string => sayForHost(words, review.thing);
  const open = items.filter(({ state }) => state === 'pm' || state === 'waits');
  const settled = items.filter(({ state, by }) => state === 'done' && by !== undefined);
  return `${[
    say(outcomeSentence(verdict)),
    say(whose.said),
    basisSentence(review),
    ...(policyChange === undefined ? [] : [say(policySentence(policyChange))]),
    ...section('What is wrong', listTroubles(verdict).map(say)),
    ...section(
      'What to mend, most important first',
      rewrites.flatMap((text) => text.split('\n')),
    ),
    ...section('What it makes another for PMs', policyChange === undefined ? [] : policyLines(policyChange)),
    ...section(
      'Open',
      open.map((item) => `? ${itemForHost(item, review.thing)}: ${say(describeItem(item))}`),
    ),
    ...section(
      'Closed by somebody’s word',
      settled.map((item) => `✓ ${itemForHost(item, review.thing)}: ${describeItem(item)}`),
    ),
  ]
    .map(printable)
    .join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}
