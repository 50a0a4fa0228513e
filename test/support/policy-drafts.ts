import fc from 'fast-check';
import { builtInChecklist } from '../../src/policy/built-in-checklist.js';
import type { DraftFile } from './draft-revision.js';
import { skillFile } from './sound-policy.js';

// Whole repositories whose policies differ in every part that decides something: data for properties of an edit.

const allows = [
  '`**/*.md` (documentation)',
  '`**/*.md` (additions only)',
  '`src/**`',
  '`**/i18n/*.json` (user-facing strings)',
  '`docs/**`',
  '`src/home/**` within their feature folder',
  '`src/new/**`',
  '`**/[locale]/*.md`',
  '`src/sofás/**`',
];
const forbids = [
  '`src/auth/**`',
  '`**/*.ts`',
  '`docs/**`',
  '`src/home/i18n/**`',
  'Anything about money',
  '`src/coming/**`',
  '`src/auth/*`',
  '`src/coming/*.md`',
  '`src/{auth,coming}/**`',
];
const sentences = [
  'Never edit `src/home/a.md`.',
  'At most one file a day.',
  'Ask Erin before every launch.',
  'PMs can touch `src/cart/b.ts`.',
  'Careful with:\n\n- `src/home/b.ts`',
];
const around = [
  'Never edit `src/home/a.md`.',
  'Do not touch:\n\n- `src/cart/**`',
  'The PM zone is for copy.',
  'Run the tests.',
];

const maya = '| Maya (@maya) | maya@example.com | src/home | new-home | @org/growth | @erin | @paul | active |';
const ola = '| Ola (@ola) | ola@example.com | src/cart | cart | @org/cart | @erin | @paul | active |';
const rows = [
  maya,
  maya.replace('maya@example', 'maya@work.example'),
  maya.replace('@maya)', '@maya2)'),
  maya.replace('src/home', 'src/cart'),
  maya.replace('src/home', 'src/home, docs'),
  maya.replace('active', 'revoked'),
  maya.replace('@erin', '@erin (withdrew)'),
  maya.replace('@erin', '@omar'),
  maya.replace('@org/growth', '@org/growth, @omar'),
  maya.replace('new-home', 'new-home, cart'),
  maya.replace('Maya (@maya)', '@maya'),
  maya.replace('maya@example.com', '1+maya@users.noreply.github.com'),
  ola,
  ola.replace('Ola (@ola)', 'Ola (@maya)'),
  ola.replace('Ola (@ola)', 'Maya (@ola)'),
  ola.replace('Ola (@ola)', 'Maya (@ola)').replace('@erin', '@omar'),
  ola.replace('active', 'revoked'),
  ola.replace('src/cart', 'none'),
  '| Max (@max) | max@example.com | | | | | | active |',
];
const settings = [
  '**Pilot:** 2027-01-01 to 2027-01-31',
  '**Pilot:** 2027-01-10 to 2027-02-28',
  '**Pilot:** 2026-12-01 to 2027-01-05',
  '**Pilot:** 2027-02-01 to 2027-02-28',
  '**Planning docs:** `docs/*.md`',
  '**Audit log:** `docs/**`',
  '**Production-critical:** `src/home/**`',
  '**Wave 1:** `src/home/**`',
  '**Wave 2:** `src/home/**`, from 2027-01-20',
  '**Wave 2:** `src/cart/**`',
  '**Wave 3:** `docs/**`, after a compliance review',
  '**Wave 3:** `docs/**`, compliance review on 2027-03-01',
  '**Controls:** regulated',
  '**Size limit:** 20 files, 500 lines',
  '**Flag files:** `config/flags.yaml`',
  '**Engineers:** @org/all',
  '**Engineers:** @org/all, @omar',
  '**Compliance sign-off:** @paul',
  '**Base branch:** main',
  '**Design system:** `src/home/**`',
  '**Labels:** `size:S` as `size/S`',
  '**Protected data:** salary',
];
const owners = [
  '* @org/all',
  '/src/home/ @org/growth',
  '/src/home/ @org/other',
  '/docs/ @erin',
  '/src/cart/ @org/cart @omar',
  '/src/home/i18n/',
  'CLAUDE.md @org/all',
  '**/*.md @org/docs',
  '/src/auth/ @maya',
];
const sections = ['[Home][2]', '[Home]', '^[Home]', '[Docs] @org/docs'];
const secrets = '- [ ] No password, key or token is in the change <!-- check: secrets -->';
const checklists = {
  none: undefined,
  whole: builtInChecklist,
  'without a check': builtInChecklist.replace(' <!-- check: size -->', ''),
  'without a section': builtInChecklist.replace(/## Tests and docs\n[^#]*/u, ''),
  'without an item': builtInChecklist.replace(secrets, ''),
  'of a check that is none': builtInChecklist.replace('check: docs', 'check: dogs'),
  'of two items in the same words':
    '## Scope\n\n- [ ] Looks right <!-- check: size -->\n- [ ] Looks right <!-- check: docs -->\n',
  'of one of them': '## Scope\n\n- [ ] Looks right <!-- check: docs -->\n',
  'with words beside': builtInChecklist.replace('# PM PR Review\n', '# PM PR Review\n\nSkip it for copy.\n'),
  'of an item without a check': '## Scope\n\n- [ ] Looks right\n',
};
const headings = [
  '## PM zone',
  '# The PM zone',
  '### PM zone policy',
  '## PM zone (pilot)',
  '## PM zone (draft)',
  '## Zone for PMs',
];
const layouts = ['CLAUDE.md', '.claude/CLAUDE.md', 'AGENTS.md', 'a link', 'an import', 'both'] as const;
/** Where a part of the policy is written: in its place, in a file that is imported there, by way of another, or in none that is there. */
const places = ['here', 'here', 'here', 'imported', 'chained', 'missing'] as const;

type Place = (typeof places)[number];

/** A repository's policy in its parts, of which an edit changes some. */
export interface PolicyParts {
  readonly heading: string;
  readonly allows: readonly string[];
  readonly forbids: readonly string[];
  readonly sentences: readonly string[];
  readonly around: readonly string[];
  readonly rows: readonly string[] | undefined;
  readonly settings: readonly string[];
  readonly layout: (typeof layouts)[number];
  readonly places: readonly [allows: Place, forbids: Place, roster: Place, settings: Place];
  readonly more: string;
  readonly lineEnd: string;
  readonly owners: readonly string[];
  readonly ownersAt: string;
  readonly checklist: keyof typeof checklists;
}

const some = (lines: readonly string[], most = 4): fc.Arbitrary<readonly string[]> =>
  fc.shuffledSubarray([...lines], { maxLength: most });
/** Mostly the first: of a policy with many faults, each hides what the others come to. */
const mostly = <T>(first: T, others: readonly T[], weight = 5): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(first) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const place = fc.constantFrom(...places);
/** A line for each label: of two, one would be an error. */
const oneOfEach = (lines: readonly string[]): readonly string[] => [
  ...new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line])).values(),
];

const parts: { readonly [Part in keyof PolicyParts]: fc.Arbitrary<PolicyParts[Part]> } = {
  heading: mostly(headings[0] as string, headings.slice(1), 12),
  allows: some(allows),
  forbids: fc.oneof({ weight: 4, arbitrary: some(forbids.filter((each) => each.startsWith('`'))) }, some(forbids)),
  sentences: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, some(sentences, 2)),
  around: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, some(around, 2)),
  rows: fc.option(some(rows), { nil: undefined, freq: 8 }),
  settings: some(settings).map(oneOfEach),
  layout: mostly(layouts[0], layouts.slice(1), 4),
  places: fc.oneof(fc.constant(['here', 'here', 'here', 'here'] as const), fc.tuple(place, place, place, place)),
  more: mostly('', ['@docs/more.md', '@docs/nowhere.md', '@../outside.md'], 4),
  lineEnd: mostly('\n', ['\r\n'], 8),
  owners: fc.oneof({ weight: 3, arbitrary: some(owners) }, some([...owners, ...sections], 6)),
  ownersAt: mostly(
    '.github/CODEOWNERS',
    ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS', '.github/codeowners'],
    6,
  ),
  checklist: mostly('whole', Object.keys(checklists) as (keyof typeof checklists)[], 1),
};

/** A policy in its parts. */
const policyParts: fc.Arbitrary<PolicyParts> = fc.record(parts);

/** A policy, and an edit of it: of one part, of several, which may lie in several files, or all of them. */
export const policyEdits: fc.Arbitrary<readonly [before: PolicyParts, after: PolicyParts]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        policyParts,
        policyParts,
        fc.subarray(Object.keys(parts) as (keyof PolicyParts)[], { minLength: 1, maxLength: 3 }),
      )
      .map(
        ([before, other, changed]) =>
          [before, { ...before, ...Object.fromEntries(changed.map((part) => [part, other[part]])) }] as const,
      ),
  },
  { weight: 1, arbitrary: fc.tuple(policyParts, policyParts) },
);

const surface = [
  'src/home/a.md',
  'src/home/b.ts',
  'src/home/i18n/en.json',
  'src/cart/a.md',
  'src/cart/b.ts',
  'src/auth/x.md',
  'src/sofás/a.md',
  'src/[locale]/a.md',
  'docs/a.md',
  'docs/PLANNING.md',
  'PLANNING.md',
];

/** The files of a repository with this policy. */
export function filesOf(policy: PolicyParts): Readonly<Record<string, DraftFile>> {
  const files: Record<string, DraftFile> = Object.fromEntries(surface.map((path) => [path, 'x\n']));
  files['config/flags.yaml'] = 'new-home:\n  enabled: false\n';
  files['docs/more.md'] = 'PMs can touch:\n\n- `src/cart/**`\n\nPMs cannot touch:\n\n- `src/home/b.ts`\n';
  const main = policy.layout === 'a link' || policy.layout === 'an import' ? 'AGENTS.md' : policy.layout;
  const at = main === 'both' ? 'CLAUDE.md' : main;
  const up = at.startsWith('.claude/') ? '../' : '';
  const list = (lead: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `${lead}\n\n${items.map((item) => `- ${item}`).join('\n')}\n`;
  const roster = [
    '| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI | Status |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...(policy.rows ?? []),
  ].join('\n');
  const written = [
    ['allows', list('PMs can touch:', policy.allows)],
    ['forbids', list('PMs cannot touch:', policy.forbids)],
    ['roster', policy.rows === undefined ? '' : `${roster}\n`],
    ['settings', policy.settings.map((line) => `${line}\n`).join('\n')],
  ] as const;
  const blocks = written.map(([name, text], nth) => {
    const where = policy.places[nth] as Place;
    if (where === 'here' || text === '') return text;
    if (where !== 'missing') files[`docs/pm/${name}.md`] = text;
    if (where === 'chained') files[`docs/pm/${name}-by.md`] = `@./${name}.md\n`;
    return `@${up}docs/pm/${name}${where === 'chained' ? '-by' : ''}.md\n`;
  });
  const more = policy.more === '' ? '' : `${up === '' ? policy.more : policy.more.replace('@docs', '@../docs')}\n`;
  const section = [policy.heading, ...blocks, ...policy.sentences, more].filter((block) => block !== '').join('\n\n');
  const text = `# Notes\n\n${policy.around.join('\n\n')}\n\n${section}\n`.replaceAll('\n', policy.lineEnd);
  files[at] = text;
  if (policy.layout === 'a link') files['CLAUDE.md'] = { link: 'AGENTS.md' };
  if (policy.layout === 'an import') files['CLAUDE.md'] = '# Notes\n\n@AGENTS.md\n';
  if (policy.layout === 'both') files['AGENTS.md'] = '# Agents\n\n## PM zone\n\nPMs can touch:\n\n- `src/**`\n';
  if (policy.owners.length > 0) files[policy.ownersAt] = `${policy.owners.join('\n')}\n`;
  const checklist = checklists[policy.checklist];
  if (checklist !== undefined) files[skillFile] = checklist;
  return files;
}
