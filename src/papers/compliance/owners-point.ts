import { hostNames } from '../../doctor/find-unread-owners.js';
import { pluralize } from '../../text/pluralize.js';
import type { ComplianceFacts } from '../compliance-facts.js';
import type { Block, Line, PaperSection } from '../paper.js';
import { doctorCommand, fewOf, figure, joined, linesCommand, placeSpan, quoteShell, stateSpan } from './paper-words.js';

const mostLines = 6;

/** Point 2: the lines of CODEOWNERS that hold what PMs cannot touch. */
export function ownersPoint(facts: ComplianceFacts): PaperSection {
  const { tip, rules, steering, host, unread } = facts;
  const { codeowners, zone } = tip;
  const forbids = rules.filter(({ rule }) => rule.effect === 'forbid');
  const required = host?.lines.find(({ id }) => id === 'code-owners');
  const errors = host?.lines.find(({ id }) => id === 'codeowners-errors');
  const lead: Line =
    codeowners === undefined
      ? [{ strong: 'There is no CODEOWNERS file' }, ': what PMs cannot touch holds by convention only.']
      : unread !== undefined
        ? [
            { strong: `${hostNames[unread.host]} does not read this file` },
            ': ',
            placeSpan(facts, unread.file),
            ', so it asks no owner for anything: what PMs cannot touch holds by convention only.',
          ]
        : [
            placeSpan(facts, codeowners.file),
            `, ${pluralize(codeowners.rules.length, 'rule', 'rules')}, read as ${codeowners.dialect === 'gitlab' ? 'GitLab' : 'GitHub'} reads them. It holds only where the host requires its owners’ reviews: `,
            ...(required === undefined
              ? (['the host was not asked.'] satisfies Line)
              : ([stateSpan(required.state), ` (${required.said})`] satisfies Line)),
            ...(errors === undefined
              ? []
              : ([' Its lines on the host: ', stateSpan(errors.state), ` (${errors.said})`] satisfies Line)),
          ];
  const table: readonly Block[] =
    forbids.length === 0
      ? [{ kind: 'text', line: ['The policy says of no path that PMs cannot touch it.'] }]
      : [
          {
            kind: 'table',
            head: ['PMs cannot touch', 'where', 'files now', 'lines of CODEOWNERS', 'backed'],
            rows: forbids.map(({ rule, count, backedBy, gap }) => {
              const { shown, more } = fewOf(backedBy, mostLines);
              const places = joined(
                shown.map(({ line }) => placeSpan(facts, codeowners?.file ?? '', line)),
                'none',
              );
              return [
                [{ code: rule.glob }],
                [placeSpan(facts, rule.file ?? zone.file, rule.line)],
                [figure(count)],
                more === 0 ? places : [...places, ` and ${figure(more)} more`],
                gap === undefined ? [{ mark: 'good', words: 'yes' }] : [{ mark: 'bad', words: 'no' }, `: ${gap}`],
              ];
            }),
          },
        ];
  return {
    title: 'Point 2: The CODEOWNERS rules that enforce it',
    blocks: [
      { kind: 'text', line: lead },
      ...table,
      {
        kind: 'commands',
        commands: [
          doctorCommand(
            facts,
            '“codeowners”: its rules; “rules”: each forbid with its files, its lines of CODEOWNERS, and what is missing as “gap”',
          ),
          ...(codeowners === undefined ? [] : [linesCommand(facts, codeowners.file)]),
        ],
      },
      { kind: 'heading', text: 'Who owns the policy itself, and the gate' },
      {
        kind: 'table',
        head: ['file', 'owners', 'lines of CODEOWNERS'],
        rows: steering.map(({ path, owners, lines }) => [
          [placeSpan(facts, path)],
          owners.length === 0 ? [{ mark: 'bad', words: 'nobody' }] : [owners.join(', ')],
          joined(
            lines.map((line) => placeSpan(facts, codeowners?.file ?? '', line)),
            'none',
          ),
        ]),
      },
      {
        kind: 'commands',
        commands: steering.map(({ path }) => `pm-zone why --head ${tip.commit} --format json ${quoteShell(path)}`),
      },
    ],
  };
}
