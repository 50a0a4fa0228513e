import assert from 'node:assert/strict';
import { demandsOn, describeRules, readSection } from '../../../support/read-policy.js';

/** What careful people call what PMs may change, what they change with an engineer, and what they leave alone. */
const triples: readonly (readonly [open: string, pair: string, closed: string])[] = [
  ['PMs may edit', 'PMs may edit with an engineer', 'PMs may not edit'],
  ['What PMs can change', 'What PMs can change with an engineer', 'What PMs cannot change'],
  [
    'Product managers can change without asking',
    'Product managers need an engineer for',
    'Product managers must not change',
  ],
  ['PM-owned', 'Shared', 'Engineering-owned'],
  ['PM territory', 'Joint territory', 'Engineering territory'],
  ['Open to PMs', 'Open to PMs with an engineer', 'Closed to PMs'],
  ['Safe for PMs', 'Safe with an engineer', 'Not safe'],
  ['PMs: yes', 'PMs: with an engineer', 'PMs: no'],
  ['Allowed', 'Allowed with pairing', 'Not allowed'],
  ['Allowed for PMs', 'Pairing required', 'Forbidden for PMs'],
  ['Green zone', 'Yellow zone', 'Red zone'],
  ['Green (PM alone)', 'Yellow (PM with an engineer)', 'Red (engineers only)'],
  ['PM can edit directly', 'PM can edit with review by an engineer', 'PM cannot edit'],
  ['Editable by PMs', 'Editable by PMs together with an engineer', 'Not editable by PMs'],
  ['PMs are free to change', 'PMs change together with an engineer', 'PMs leave alone'],
  ['PMs work alone in', 'PMs work with an engineer in', 'PMs do not work in'],
  ['A PM can change these alone', 'A PM can change these with an engineer', 'A PM can never change these'],
  ['Files that PMs may edit', 'Files that PMs may edit in a pair', 'Files that PMs may not edit'],
  ['No engineer needed', 'Engineer needed', 'Engineers only'],
  ['PM only', 'PM and engineer', 'Engineer only'],
  ['Solo', 'Pair', 'Off limits'],
  ['PMs, go ahead', 'PMs, bring an engineer', 'PMs, stay out'],
  ['Can be edited by product', 'Can be edited by product with an engineer', 'Cannot be edited by product'],
  ['Product may change', 'Product may change with engineering', 'Product may not change'],
  ['The product team may change', 'The product team may change with a developer', 'The product team may not change'],
  ['PM self-service', 'PM with engineer support', 'No PM changes'],
  ['Level 1: PM', 'Level 2: PM with an engineer', 'Level 3: engineers'],
  ['PMs edit', 'PMs edit with an engineer', 'Engineers edit'],
  ['In scope for PMs', 'In scope with an engineer', 'Out of scope for PMs'],
  ['PM write access', 'PM write access in a pair', 'No PM write access'],
  ['PM: full access', 'PM: with an engineer', 'PM: no access'],
  ['Things PMs can change', 'Things PMs can change if an engineer helps', 'Things PMs should not change'],
  ['Edit freely', 'Edit with an engineer', 'Do not edit'],
  ['OK for PMs', 'OK for PMs with an engineer', 'Not OK for PMs'],
  ['PMs', 'PMs + engineers', 'Engineers'],
  ['May be changed by a PM alone', 'May be changed by a PM and an engineer', 'May not be changed by a PM'],
  ['Any PM can change', 'Any PM can change together with a developer', 'No PM can change'],
  ['PM-safe', 'Needs an engineer', 'Hands off'],
  [
    'PM may change without a developer',
    'PM may change only with a developer',
    'PM may not change, even with a developer',
  ],
  ['Editable', 'Editable in pairs', 'Locked'],
];

const layouts = {
  'over lists': (label: string, glob: string) => `${label}:\n\n- \`${glob}\`\n`,
  'in bold over lists': (label: string, glob: string) => `**${label}**\n\n- \`${glob}\`\n`,
  'as headings': (label: string, glob: string) => `### ${label}\n\n- \`${glob}\`\n`,
  'over lists in a list': (label: string, glob: string) => `- ${label}\n  - \`${glob}\``,
} as const;

describe('words by which people say whose paths are', () => {
  for (const [how, layout] of Object.entries(layouts)) {
    const write = (labels: readonly [string, string, string]): string =>
      [layout(labels[0], 'docs/**'), layout(labels[1], 'ui/**'), layout(labels[2], 'src/**')].join('\n');

    it(`are understood ${how}`, () => {
      for (const labels of triples)
        assert.deepEqual(describeRules(readSection(write(labels))), ['+ docs/**', '~ ui/**', '- src/**'], labels[0]);
    });

    it(`open nothing in silence once they say more, ${how}`, () => {
      for (const [open, pair, closed] of triples)
        for (const said of [
          `${open} until May`,
          `${open} not yet`,
          `${open}, Erin signs`,
          `${open} (draft)`,
          `Senior ${open}`,
          `Proposed: ${open}`,
          `Not ${open}`,
        ]) {
          const demands = demandsOn(readSection(write([said, pair, closed])), 'docs/a.md');
          assert.ok(demands === undefined || demands.length > 0, said);
        }
    });
  }
});
