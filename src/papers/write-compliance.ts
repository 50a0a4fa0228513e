import { checklistPoint } from './compliance/checklist-point.js';
import { frameworkPoint } from './compliance/framework-point.js';
import { ownersPoint } from './compliance/owners-point.js';
import { placeSpan } from './compliance/paper-words.js';
import { trailPoint } from './compliance/trail-point.js';
import { zonePoint } from './compliance/zone-point.js';
import type { ComplianceFacts } from './compliance-facts.js';
import type { Line, Paper, PaperSection } from './paper.js';

/** The walkthrough that compliance is taken through before a pilot starts: five points, each with what is so now and what is not. */
export function writeCompliance(facts: ComplianceFacts): Paper {
  const { name, tip, besides, isProposed, host, version } = facts;
  const { zone, ref, commit } = tip;
  const { pilot } = zone.settings;
  const policy: Line = [
    placeSpan(facts, zone.file, zone.line),
    ' of ',
    { code: ref },
    ' at ',
    { code: commit },
    ...(isProposed
      ? (['. ', { strong: 'It is proposed, and counts for nothing before it is merged.' }] satisfies Line)
      : []),
  ];
  return {
    title: `Compliance walkthrough: ${name}`,
    facts: [
      ['Policy', policy],
      ...(besides.length === 0
        ? []
        : ([
            [
              'Besides',
              [
                `The policy of ${besides.join(', and of ')} counts too and can only close more; the figures here are without it.`,
              ],
            ],
          ] as const)),
      ['Controls', [zone.settings.controls]],
      ['Pilot', [pilot === undefined ? 'no days are named' : `${pilot.from} to ${pilot.to}`]],
      [
        'Host',
        host === undefined ? ['not asked'] : [{ text: host.page, link: host.page }, ', branch ', { code: host.branch }],
      ],
      ['Written by', [`PM Zone ${version}`]],
    ],
    sections: [
      frameworkPoint(facts),
      ownersPoint(facts),
      checklistPoint(facts),
      zonePoint(facts),
      trailPoint(facts),
      adjustments,
    ],
  };
}

const adjustments: PaperSection = {
  title: 'Adjustments before the pilot starts',
  blocks: [
    {
      kind: 'text',
      line: [
        'What the compliance lead asks for is done before the pilot starts, not during. Then the document is written again, and its hash tells that it says something else.',
      ],
    },
    {
      kind: 'table',
      head: ['what is asked for', 'by whom', 'done in which commit'],
      rows: [1, 2, 3].map(() => [[{ fill: 'what, or strike out' }], [{ fill: 'name, day' }], [{ fill: 'commit' }]]),
    },
  ],
};
