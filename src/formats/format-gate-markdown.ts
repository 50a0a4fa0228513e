import type { GateItem, GateVerdict } from '../gate/gate-verdict.js';
import { itemForHost, sayForHost } from '../review/for-host.js';
import { listRewrites } from '../review/list-rewrites.js';
import { escapeMarkdown } from '../text/plain-markdown.js';
import { countingFindings, listTroubles, outcomeSentence, whoAndHow } from './gate-words.js';
import { policyLines, policySentence } from './policy-change-words.js';
import { basisSentence } from './verdict-words.js';

const words: Readonly<Record<GateItem['state'], string>> = {
  pm: 'open',
  waits: 'waits',
  done: 'done',
  'not-applicable': 'does not apply',
};
const order = Object.keys(words);

/** A verdict of the gate as the summary of a job: nothing of the repository's or the host's text is live in it. */
export function formatGateMarkdown(verdict: GateVerdict): string {
  const { review, whose, items, policyChange } = verdict;
  const say = (words: string): string => escapeMarkdown(sayForHost(words, review.thing));
  const policy = policyChange === undefined ? [] : policyLines(policyChange);
  const points = [
    ...listTroubles(verdict).map(say),
    ...listRewrites({ ...review, items: [], findings: countingFindings(verdict) }).map(
      ({ place, id, message }) =>
        `**${escapeMarkdown(place)}** ${escapeMarkdown(message)}${id === undefined ? '' : ` (${escapeMarkdown(id)})`}`,
    ),
  ];
  const shown = items.filter(({ state }) => state !== 'not-applicable');
  const rows = shown
    .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
    .map(
      (item) =>
        `| ${escapeMarkdown(item.section)} | ${escapeMarkdown(itemForHost(item, review.thing))} | ${words[item.state]} | ${say(whoAndHow(item))} |`,
    );
  return [
    '## PM Zone',
    '',
    `**${say(outcomeSentence(verdict))}**`,
    '',
    say(whose.said),
    '',
    ...(policyChange === undefined ? [] : [say(policySentence(policyChange)), '']),
    ...(points.length === 0
      ? []
      : ['### What to mend, most important first', '', ...points.map((point, index) => `${index + 1}. ${point}`), '']),
    ...(policy.length === 0
      ? []
      : ['### What it makes another for PMs', '', ...policy.map((line) => `- ${escapeMarkdown(line)}`), '']),
    ...(rows.length === 0
      ? []
      : ['| Section | Item | State | Who and how |', '| --- | --- | --- | --- |', ...rows, '']),
    escapeMarkdown(basisSentence(review)),
    '',
  ].join('\n');
}
