import { whyClosed } from '../../doctor/why-closed.js';
import type { ListedRule } from '../../policy/check-policy.js';
import type { PersonSummary } from '../../doctor/summarize-zone.js';
import { joinSome } from '../../text/join-words.js';
import type { ComplianceFacts } from '../compliance-facts.js';
import type { Block, Line, PaperSection } from '../paper.js';
import { conditionWords } from './condition-words.js';
import { waveBlocks } from './wave-blocks.js';
import { doctorCommand, figure, joined, linesCommand, placeSpan } from './paper-words.js';

/** Point 4: CLAUDE.md and the boundaries of the PM zone that it encodes. */
export function zonePoint(facts: ComplianceFacts): PaperSection {
  const { tip, rules, examination, files } = facts;
  const { zone } = tip;
  const { people, from, problems } = examination;
  const open = rules.filter(({ rule }) => rule.effect !== 'forbid');
  const faults = problems.filter(({ severity }) => severity !== 'info');
  const prose = zone.prose;
  const more: readonly Block[] = [
    ...(prose.length === 0
      ? []
      : ([
          { kind: 'heading', text: 'What it says in words' },
          {
            kind: 'text',
            line: ['No rule expresses these, so the engineering DRI confirms them on every change.'],
          },
          {
            kind: 'list',
            items: prose.map(({ file, line, text }) => [`“${text}” `, placeSpan(facts, file, line)]),
          },
          {
            kind: 'commands',
            commands: [...new Set(prose.map(({ file }) => file))].map((file) => linesCommand(facts, file)),
          },
        ] satisfies readonly Block[])),
    { kind: 'heading', text: 'What is wrong with it' },
    faults.length === 0
      ? { kind: 'text', line: ['pm-zone doctor has no error and no warning.'] }
      : {
          kind: 'table',
          head: ['', 'where', 'what, and what to do'],
          rows: faults.map(({ severity, file, line, message }) => [
            [severity === 'error' ? { mark: 'bad', words: 'error' } : { mark: 'weak', words: 'warning' }],
            [placeSpan(facts, file, line)],
            [message],
          ]),
        },
  ];
  return {
    title: 'Point 4: CLAUDE.md and the PM zone that it encodes',
    blocks: [
      {
        kind: 'text',
        line: [
          'The section begins at ',
          placeSpan(facts, zone.file, zone.line),
          `. Of the ${figure(files)} files of the commit each PM may change these by themselves (editable), with an engineer (pair), or not (locked)${from === undefined ? '' : `, on ${from}, when the pilot begins`}:`,
        ],
      },
      {
        kind: 'table',
        head: ['PM', 'editable', 'pair', 'locked', 'feature folders', 'flags', 'reviewers', 'DRIs', 'where'],
        rows: people.map((each) => personRow(facts, each)),
      },
      {
        kind: 'commands',
        commands: [
          doctorCommand(facts, '“files”: how many the commit has; “pms”: each PM with their figures and their line'),
          linesCommand(facts, zone.file),
        ],
      },
      { kind: 'heading', text: 'What it opens' },
      {
        kind: 'table',
        head: [
          'glob',
          'where',
          'files',
          'of them not closed by a forbid',
          'under which conditions',
          'open to a PM alone',
        ],
        rows: open.map(({ rule, count, openCount, weighed }) => [
          [{ code: rule.glob }],
          [placeSpan(facts, rule.file ?? zone.file, rule.line)],
          [figure(count)],
          [rule.effect === 'pair' ? '' : figure(openCount)],
          rule.effect === 'pair' ? ['only with an engineer'] : joined(conditionWords(rule.conditions), 'none'),
          [weighed === undefined ? '' : `${figure(weighed.alone)}${shutWords(weighed)}`],
        ]),
      },
      {
        kind: 'commands',
        commands: [
          doctorCommand(
            facts,
            '“rules”: each line with its “files”, those “notClosed”, and those that a PM may change “alone”',
          ),
        ],
      },
      ...waveBlocks(facts),
      ...more,
      { kind: 'commands', commands: [doctorCommand(facts, '“problems”: those that are no mere notes (“info”)')] },
    ],
  };
}

/** Why the others are closed. */
function shutWords({ closedBy: owners, rows }: NonNullable<ListedRule['weighed']>): string {
  const reasons = whyClosed(rows.filter((row) => row !== 4))
    .map(({ files, why }) => `; ${figure(files)} ${why}`)
    .join('');
  return `${owners.length === 0 ? '' : `; owned by ${joinSome(owners, mostOwners)}`}${reasons}`;
}

const mostOwners = 4;

function personRow(facts: ComplianceFacts, { person, counts }: PersonSummary): readonly Line[] {
  const figures = [counts.editable, counts.pair, counts.locked].map((each): Line => [figure(each)]);
  if (person === undefined) {
    return [['Everybody: there is no list of PMs'], ...figures, ['all'], ['none'], ['none'], ['none'], ['']];
  }
  const { pm, handles, revoked, featureFolders, flags, reviewers, engineeringDris, productDris, file, line } = person;
  return [
    [
      `${pm}${handles.length > 0 && !handles.includes(pm) ? ` (${handles.join(', ')})` : ''}${revoked === true ? ', revoked' : ''}`,
    ],
    ...figures,
    joined(
      featureFolders.map((code) => ({ code })),
      'all',
    ),
    joined(flags.map((code) => ({ code }))),
    joined(reviewers),
    joined([...new Set([...engineeringDris, ...productDris])]),
    [placeSpan(facts, file, line)],
  ];
}
