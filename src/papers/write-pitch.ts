import type { Block, Line, Paper, PaperSection } from './paper.js';
import { controlSections, regulatedAppendix } from './pitch/control-sections.js';
import {
  closedLines,
  openLines,
  personLines,
  pilotDays,
  pilotPeople,
  sourceLine,
  type PilotFacts,
} from './pitch/policy-lines.js';

export interface PitchFacts extends PilotFacts {
  readonly isRegulated: boolean;
}

/** The proposal of a pilot (seeds 000 and 001), with what the repository says already and marks where somebody has to write. */
export function writePitch(pitch: PitchFacts): Paper {
  const { name, isRegulated } = pitch;
  const decides: Line = isRegulated
    ? [{ fill: 'CTO or VP Engineering' }, ', ', { fill: 'head of compliance or security' }]
    : [{ fill: 'CTO or VP Engineering' }];
  return {
    title: `Product managers ship production code: proposal of a pilot for ${name}`,
    facts: [
      ['To', decides],
      ['From', [{ fill: 'your name and title' }]],
      ['Status', ['proposal, pending your approval']],
      ['Variant', [isRegulated ? 'regulated environment' : 'standard']],
      ['Filled from', sourceLine(pitch)],
    ],
    sections: [
      summary(pitch),
      ...(isRegulated ? controlSections(pitch) : []),
      why(isRegulated),
      proposal(pitch),
      risks(pitch),
      success(isRegulated),
      asks(isRegulated),
      ...(isRegulated ? [regulatedAppendix(pitch)] : [weekOne]),
    ],
  };
}

function summary(pitch: PitchFacts): PaperSection {
  const count = pilotPeople(pitch).length;
  const pms: Line =
    count === 0
      ? ['two product managers write']
      : [count === 1 ? '1 product manager writes' : `${count} product managers write`];
  return section('In short', [
    text(
      'For four weeks, ',
      ...pilotDays(pitch),
      ', ',
      ...pms,
      ' small, reversible changes to production code themselves, in a zone that engineering wrote down, and engineering reviews and merges each of them. Everything outside of the zone stays with engineering.',
    ),
    ...(pitch.isRegulated
      ? [
          text(
            'We work under ',
            { fill: 'SOC 2 Type II, HIPAA, PCI-DSS, FINRA, GDPR or another regime' },
            '. No control of today is relaxed, and several become tighter.',
          ),
        ]
      : []),
    text(
      'At the end we report four figures of the process and one of each feature',
      ...(pitch.isRegulated ? [' and two of compliance'] : []),
      ', and decide together whether to go on.',
    ),
  ]);
}

function why(isRegulated: boolean): PaperSection {
  return section('Why now', [
    list([
      [
        'Small changes that need product knowledge wait in the backlog for weeks, and the waiting costs more than the change.',
      ],
      ['A specification is read in one way and meant in another; both sides find out in review.'],
      ['Plans can stand in the repository beside the code, and tools hold a change against them.'],
      ...(isRegulated
        ? [['Each review carries the burden of compliance, so that engineers’ time for reviews is what is scarcest.']]
        : []),
    ]),
    text('What it costs us now: ', { fill: 'how long the last small changes of copy or flags waited' }),
  ]);
}

function proposal(pitch: PitchFacts): PaperSection {
  const items = pitch.facts?.items;
  const checklist: Line =
    items === undefined
      ? ['Every pull request passes the PM PR Review before an engineer reads it.']
      : [
          `Every pull request passes the PM PR Review before an engineer reads it: ${items.length} items, of which ${items.filter(({ check }) => check !== undefined).length} are decided by checks.`,
        ];
  return section('The proposal', [
    heading('Who'),
    list(personLines(pitch)),
    text('Each ships one feature of comparable size: ', { fill: 'which in the new model' }, ', ', {
      fill: 'which in the old one',
    }),
    heading('What PMs can touch'),
    list(openLines(pitch)),
    heading('What stays with engineering'),
    list(closedLines(pitch)),
    text('Everything that neither list names is changed together with an engineer, or by one.'),
    heading('How it is reviewed'),
    list([
      checklist,
      ['A planning doc comes first, and everything that users see is behind a flag of the PM’s own.'],
      ['Nobody merges a change of their own; the engineering DRI has the last word.'],
      ['It takes each engineering DRI ', { fill: pitch.isRegulated ? '2 to 3 hours' : '2 hours' }, ' a week.'],
    ]),
    heading('What we measure'),
    metrics(pitch.isRegulated),
    text(
      'The baselines are of the four latest features in the old model. The repository does not tell them: they are drawn from your tracker and your host.',
    ),
  ]);
}

function metrics(isRegulated: boolean): Block {
  const rows: readonly (readonly [string, string])[] = [
    ['Days from idea to first commit', '30 % fewer'],
    ['Rounds of engineering review for each pull request', 'no more'],
    ['Time from opened to merged', 'reported'],
    ['The PMs’ own energy, 1 to 5', '3 or more on average'],
    ['The feature’s primary metric', 'moves as expected'],
    ...(isRegulated
      ? ([
          ['Compliance findings for each pull request', 'flat or fewer; if it rises, the pilot stops'],
          ['Completeness of the audit trail, checked by hand', '100 %'],
        ] as const)
      : []),
  ];
  return {
    kind: 'table',
    head: ['figure', 'baseline', 'target'],
    rows: rows.map(([name, target]) => [[name], [{ fill: 'baseline' }], [target]]),
  };
}

function risks({ facts, isRegulated }: PitchFacts): PaperSection {
  const frozen =
    facts?.tip.zone.settings.pilot === undefined
      ? 'Once the policy names the days of the pilot it is frozen: what opens more waits for compliance.'
      : 'It is frozen: what opens more waits for compliance.';
  const rows: readonly (readonly [string, string])[] = [
    [
      'A PM’s change breaks production',
      'It is behind a flag: switching that off takes it back in seconds. The engineering DRI can refuse any merge.',
    ],
    ['Reviews become more work', 'What does not pass the PM PR Review does not reach an engineer.'],
    [
      'Engineering resents it',
      'I talk to every engineering DRI first. Where one of them is not comfortable, we do not run the pilot there.',
    ],
    ['It works for two and not for more', 'We widen it in waves, and only where a team asks for it.'],
    ...(isRegulated
      ? ([
          [
            'A change leads to a finding in an audit',
            'Every change can be followed from its plan to its flag, through the same controls as any other. Our auditor knows of the pilot.',
          ],
          [
            'A change touches protected data',
            'Code owners approve what lies there, and the review flags every file of theirs.',
          ],
          ['The zone grows while the pilot runs', frozen],
        ] as const)
      : []),
  ];
  return section('Risks', [
    { kind: 'table', head: ['risk', 'what we do'], rows: rows.map(([risk, answer]) => [[risk], [answer]]) },
  ]);
}

function success(isRegulated: boolean): PaperSection {
  const [all, most] = isRegulated ? ['six', 'five'] : ['four', 'three'];
  return section('When it is a success', [
    text(
      `When all ${all} targets above are met that are not only reported. With ${most} of them we change what did not work and run a second pilot; with fewer we go back to the present model.`,
    ),
  ]);
}

function asks(isRegulated: boolean): PaperSection {
  return section('What I need from you', [
    list([
      ['Your approval of the pilot.'],
      ...(isRegulated
        ? [['Approval of the control framework by the head of compliance or security, as it is written.']]
        : []),
      ['The hours of one senior engineer for each PM, for four weeks.'],
      ['Your agreement on the lists above. Changes to them are made before the pilot starts, not during.'],
      ['Your part in the meeting at its end, where we decide together.'],
    ]),
    text(
      'I ask for nothing beyond the pilot: no rollout, no permanent change of policy',
      ...(isRegulated ? [', no relaxed control, no access to protected data'] : []),
      '.',
    ),
  ]);
}

const weekOne: PaperSection = section('Week one', [
  heading('What the PMs do'),
  list([
    ['Read the engineering style guide: ', { fill: 'link' }],
    ['Set up their environment with the engineering DRI.'],
    ['Push a planning doc and have it approved.'],
    ['Ship one change of a single word, on a surface that is not critical, to see that the way works.'],
  ]),
  heading('What they do not'),
  list([
    ['Touch anything that production depends on, however small.'],
    ['Touch anything outside of the zone.'],
    ['Open a pull request without the PM PR Review, or without a planning doc.'],
  ]),
]);

function section(title: string, blocks: readonly Block[]): PaperSection {
  return { title, blocks };
}

function text(...line: Line): Block {
  return { kind: 'text', line };
}

function heading(words: string): Block {
  return { kind: 'heading', text: words };
}

function list(items: readonly Line[]): Block {
  return { kind: 'list', items };
}
