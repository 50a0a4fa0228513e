import type { GateItem, GateVerdict } from '../gate/gate-verdict.js';
import { listRewrites } from '../review/list-rewrites.js';
import { escapeMarkdown } from '../text/plain-markdown.js';
import { countingFindings, describeItem, outcomeSentence } from './gate-words.js';
import { basisSentence } from './verdict-words.js';

const signs: Readonly<Record<GateItem['state'], string>> = { done: 'done', pm: 'open', waits: 'waits' };

/** A verdict of the gate as the summary of a job: nothing of the repository's or the host's text is live in it. */
export function formatGateMarkdown(verdict: GateVerdict): string {
  const { review, whose, items, troubles } = verdict;
  const points = [
    ...troubles.map((trouble) => escapeMarkdown(trouble)),
    ...listRewrites({ ...review, items: [], findings: countingFindings(verdict) }).map(
      ({ place, id, message }) =>
        `**${escapeMarkdown(place)}** ${escapeMarkdown(message)}${id === undefined ? '' : ` (${escapeMarkdown(id)})`}`,
    ),
  ];
  const open = [...items].sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  const rows = open.map(
    (item) =>
      `| ${escapeMarkdown(item.section)} | ${escapeMarkdown(item.text)} | ${signs[item.state]} | ${escapeMarkdown(describeItem(item))} |`,
  );
  return [
    '## PM Zone',
    '',
    `**${escapeMarkdown(outcomeSentence(verdict))}**`,
    '',
    escapeMarkdown(whose.said),
    '',
    ...(points.length === 0
      ? []
      : ['### What to mend, most important first', '', ...points.map((point, index) => `${index + 1}. ${point}`), '']),
    ...(rows.length === 0 ? [] : ['| Section | Item | | Who and how |', '| --- | --- | --- | --- |', ...rows, '']),
    escapeMarkdown(basisSentence(review)),
    '',
  ].join('\n');
}

const order: readonly GateItem['state'][] = ['pm', 'waits', 'done'];
