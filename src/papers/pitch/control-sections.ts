import type { Line, PaperSection } from '../paper.js';
import { closedLines, openLines, pilotPeople, type PilotFacts } from './policy-lines.js';

/** The control framework of the regulated proposal, which stands before all else. */
export function controlSections(pilot: PilotFacts): readonly PaperSection[] {
  const settings = pilot.facts?.tip.zone.settings;
  const flags = pilotPeople(pilot).flatMap((person) => person.flags);
  const compliance = settings?.compliance ?? [];
  const groups: readonly (readonly [string, readonly Line[]])[] = [
    [
      'Authentication and authorization',
      [
        ['Pilot PMs push to feature branches alone, and merge nothing of their own.'],
        [
          'They are in one group of the identity provider, ',
          { fill: 'its name' },
          ', by which their access ends in one step.',
        ],
      ],
    ],
    [
      'Change authorization',
      [
        ['Every change of theirs is behind a feature flag.'],
        [
          'They change only flags that are listed as theirs: ',
          ...(flags.length === 0
            ? ([{ fill: 'flags' }] satisfies Line)
            : flags.flatMap((code, at): Line => (at === 0 ? [{ code }] : [', ', { code }]))),
          '.',
        ],
        ['The engineering DRI and the product DRI both sign off, in the pull request.'],
        [
          'While the pilot runs, what opens more waits for ',
          compliance.length === 0 ? { fill: 'who signs for compliance' } : compliance.join(', '),
          '.',
        ],
      ],
    ],
    [
      'Audit and traceability',
      [
        ['Every change can be followed from the planning doc’s commit to the pull request and its gate’s record.'],
        ['Flips of flags are logged with author, time and state in ', { fill: 'the central audit log' }, '.'],
      ],
    ],
    [
      'Separation of duties',
      [
        ['What PMs cannot touch is held by code owners, whose reviews the host has to require; appendix A lists it.'],
        ['Audit logging and compliance monitoring are closed to them under any circumstance.'],
      ],
    ],
    ['Protected data', [['The pilot’s surfaces handle none: ', { fill: 'why that is so of each feature' }, '.']]],
    [
      'Incidents',
      [
        ['The way back is the flag; the incident goes through the usual runbook: ', { fill: 'link' }, '.'],
        ['Pilot PMs are told of incidents on their surfaces and take part in the reviews after them.'],
      ],
    ],
  ];
  return [
    {
      title: 'The control framework',
      blocks: [
        {
          kind: 'text',
          line: [
            'Every control of today goes on to hold for changes by PMs. What of it the host enforces, and what is guidance, is read from the host and shown by ',
            { code: 'pm-zone compliance --host' },
            ', which is attached.',
          ],
        },
        ...groups.flatMap(([title, items]) => [
          { kind: 'heading', text: title } as const,
          { kind: 'list', items } as const,
        ]),
      ],
    },
  ];
}

/** Appendix A: the files; appendix B: the walkthrough before the pilot. */
export function regulatedAppendix(pilot: PilotFacts): PaperSection {
  return {
    title: 'Appendix',
    blocks: [
      { kind: 'heading', text: 'A. Files that pilot PMs can and cannot touch' },
      { kind: 'list', items: openLines(pilot).map((line): Line => [{ strong: 'Can:' }, ' ', ...line]) },
      { kind: 'list', items: closedLines(pilot).map((line): Line => [{ strong: 'Cannot:' }, ' ', ...line]) },
      { kind: 'heading', text: 'B. The walkthrough before the pilot' },
      {
        kind: 'text',
        line: [
          'On ',
          { fill: 'day' },
          ', 45 minutes with ',
          { fill: 'the compliance lead' },
          ', by the document that ',
          { code: 'pm-zone compliance --host --html' },
          ' writes: the control framework, the CODEOWNERS rules, the PM PR Review, the PM zone, and the trail from the plan to the flag. What is asked for there is done before the pilot starts.',
        ],
      },
    ],
  };
}
