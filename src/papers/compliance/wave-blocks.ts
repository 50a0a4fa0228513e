import type { ListedWave } from '../../doctor/list-waves.js';
import type { ComplianceFacts } from '../compliance-facts.js';
import type { Block, Line } from '../paper.js';
import { doctorCommand, figure, joined, placeSpan, quoteShell } from './paper-words.js';

/** The waves in which the zone opens, and who signs the review for compliance of each; nothing where the policy has none. */
export function waveBlocks(facts: ComplianceFacts): readonly Block[] {
  const { waves } = facts.examination;
  if (waves.length === 0) return [];
  const commit = facts.tip.commit;
  const blame = ({ place: { file, line } }: ListedWave): string =>
    `git blame -L ${line},${line} ${commit} -- ${quoteShell(file)}`;
  return [
    { kind: 'heading', text: 'The waves in which it opens' },
    {
      kind: 'text',
      line: [
        'The day of a review is the word of its line. It gets there by a pull request that changes the policy, and the gate lets that one through once it is signed for compliance; its record keeps who signed.',
      ],
    },
    {
      kind: 'table',
      head: ['wave', 'surfaces', 'files', 'now', 'review for compliance', 'where'],
      rows: waves.map((wave) => [
        [String(wave.number)],
        joined(wave.globs.map((code) => ({ code }))),
        [figure(wave.files)],
        [wave.waits === undefined ? 'has begun' : wave.waits],
        reviewOf(wave),
        [placeSpan(facts, wave.place.file, wave.place.line)],
      ]),
    },
    { kind: 'commands', commands: [doctorCommand(facts, '“waves”'), ...waves.map(blame)] },
  ];
}

function reviewOf({ asksForReview, reviewed, signers }: ListedWave): Line {
  if (!asksForReview) return ['not asked for'];
  if (reviewed !== undefined) return [`on ${reviewed}, as the line says`];
  return signers.length > 0
    ? ['to come; ', ...joined(signers), ' signs']
    : [
        { mark: 'weak', words: 'nobody is named' },
        ' under “Compliance sign-off”: an engineering DRI signs in their place',
      ];
}
