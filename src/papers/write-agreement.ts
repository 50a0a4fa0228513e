import type { Line, Paper, PaperSection } from './paper.js';
import { agreementPlace } from '../doctor/find-agreement-gaps.js';
import { agreedKinds, findOpenKinds } from '../doctor/open-kinds.js';
import { closedLines, openLines, personLines, pilotPeople, sourceLine, type PilotFacts } from './pitch/policy-lines.js';

/** The working agreement of PMs and engineering (seed 002), with what the repository says already and marks where somebody has to write. */
export function writeAgreement(pilot: PilotFacts): Paper {
  const { name, facts } = pilot;
  const size = facts?.tip.zone.settings.sizeLimit;
  const signers = pilotPeople(pilot).flatMap(({ pm, engineeringDris, productDris }) => [
    pm,
    ...engineeringDris,
    ...productDris,
  ]);
  const limit: Line =
    size === undefined
      ? ['Small, and about one thing.']
      : [`Small, and about one thing: at most ${size.files} files and ${size.lines} lines.`];
  const sections: readonly PaperSection[] = [
    {
      title: 'Who builds and owns what',
      blocks: [
        {
          kind: 'table',
          head: ['the PM builds and owns', 'engineering builds and owns', 'shared'],
          rows: [
            [
              ['Prototypes and tests of an idea'],
              ['Production code, also where it takes the place of a PM’s prototype'],
              ['Evaluations of AI features'],
            ],
            [
              ['Internal tools that touch no customer data'],
              ['Sign-in, payments, everything with personal data'],
              ['The rules that AI agents have to follow: CLAUDE.md and the like'],
            ],
            [
              ['Evidence: tests with users on working software'],
              ['Data models, migrations, performance, scale'],
              ['What “done” means for each kind of software'],
            ],
            [
              ['One-off scripts for analysis'],
              ['On-call and incidents'],
              ['The standards of review for PMs’ pull requests'],
            ],
            [
              ['In production: ', ...openKindsLine(pilot)],
              ['In production: everything else'],
              ['What is opened only together (pair)'],
            ],
          ],
        },
        {
          kind: 'text',
          line: [
            'Kept at ',
            { code: agreementPlace },
            ', where pm-zone doctor reads the rows “In production” back and says where they and the policy disagree. The kinds are: ',
            `${agreedKinds.join(', ')}.`,
          ],
        },
        { kind: 'text', line: ['What we do otherwise: ', { fill: 'your own version of the table' }] },
      ],
    },
    {
      title: 'The zone in production code',
      blocks: [
        { kind: 'heading', text: 'PMs can touch' },
        { kind: 'list', items: openLines(pilot) },
        { kind: 'heading', text: 'PMs cannot touch' },
        { kind: 'list', items: closedLines(pilot) },
        { kind: 'heading', text: 'Who works with whom' },
        { kind: 'list', items: personLines(pilot) },
      ],
    },
    {
      title: 'The handoff of a prototype',
      blocks: [
        {
          kind: 'list',
          items: [
            [
              'Production is estimated as new work. The prototype says what to build; its code is not where the building starts.',
            ],
            ['Guardrails are shared and built once: ', { fill: 'where the starter and its security rules stand' }],
            [
              'A prototype comes with its page, the history of its prompts, and a list of what in it is only pretended.',
            ],
            ['Code of a prototype does not reach production without this.'],
          ],
        },
      ],
    },
    {
      title: 'Pull requests by PMs',
      blocks: [
        {
          kind: 'list',
          items: [
            limit,
            ['What AI wrote is labelled, and so is what the PM understands of it.'],
            ['They pass the PM PR Review before an engineer is asked.'],
            ['They are reviewed at the same bar as an engineer’s in that place, and by ', { fill: 'how soon' }, '.'],
            ['Feedback is taken, and priorities are not argued in a review.'],
            ['Nobody merges on their own approval.'],
            ['If the review ends in building it anew, that is the handoff doing its work.'],
          ],
        },
      ],
    },
    {
      title: 'What stays the PM’s work',
      blocks: [
        {
          kind: 'text',
          line: [
            'Choosing what is worth building, framing the problem, and judging what is good. Building more does not take their place.',
          ],
        },
      ],
    },
    {
      title: 'Agreed',
      blocks: [
        {
          kind: 'table',
          head: ['who', 'day'],
          rows: (signers.length === 0
            ? [{ fill: 'PM' }, { fill: 'engineering DRI' }, { fill: 'product DRI' }]
            : [...new Set(signers)]
          ).map((who): readonly Line[] => [[who], [{ fill: 'day' }]]),
        },
        { kind: 'text', line: ['We look at it again on ', { fill: 'day' }, '.'] },
      ],
    },
  ];
  return {
    title: `Working agreement of product and engineering: ${name}`,
    facts: [
      ['Filled from', sourceLine(pilot)],
      ['Status', [{ fill: 'draft, or agreed' }]],
    ],
    sections,
  };
}

/** The kinds of files that the zone opens, as the reader of the table knows them. */
function openKindsLine({ facts }: PilotFacts): Line {
  if (facts === undefined) return [{ fill: 'kinds of files' }];
  const open = findOpenKinds({ tips: [facts.tip], preview: false }, facts.examination);
  const kinds = agreedKinds.filter((kind) => open.has(kind));
  return kinds.length === 0 ? [{ fill: 'kinds of files' }] : [kinds.join(', ')];
}
