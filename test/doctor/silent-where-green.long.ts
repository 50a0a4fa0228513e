import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtInChecklist } from '../../src/policy/built-in-checklist.js';
import { accounts, approval, approvedEvidence, goodChange, runGate } from '../support/pull-request.js';
import { pmZone } from '../support/run-command-line.js';

const allows = '- `**/i18n/*.json` (user-facing strings)\n- `src/home/**/*.md` (documentation)\n';
const forbids = '- `src/auth/**`\n- `src/pay/**`\n';
const owners = '* @org/all\n/src/home/ @org/home\n/src/auth/ @org/id\n/src/pay/ @org/pay\n';
const head = '| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI | Status |';
const max = '| Max (@max) | max@example.com | src/other | | @org/home | @erin | @paul |';

/**
 * Each part of a policy as it is right, first, and in other ways, right and wrong. What is only advised (a list without items, one person as both DRIs)
 * is not among them: the gate lets a change through under it.
 */
const parts = {
  pm: ['Maya (@maya)', '@maya', 'Maya', 'Maya (@max)'],
  email: ['maya@example.com', 'maya@example.com, m@example.com', '', 'max@example.com'],
  folders: ['src/home', '`src/home/`', 'src/*', '..'],
  flags: ['new-home', '`new-home`, old-home', 'new-hame'],
  reviewers: ['@org/home', '@org/home, @omar', '@max'],
  engineering: ['@erin', '@erin, @omar', '', 'Erin', '@max', '@erin (withdrew)'],
  product: ['@paul', '', 'TBD', '@maya'],
  status: ['active', 'Active', 'on leave'],
  status2: ['active', 'revoked', 'retired'],
  heading: ['## PM zone', '# The PM zone', '## PM zone (pilot)', '## PM zone (draft)', '## Obsolete PM zone'],
  lineEnd: ['\n', '\r\n'],
  layout: ['CLAUDE.md', '.claude/CLAUDE.md', 'AGENTS.md', 'imported'],
  place: [
    'here',
    'forbids imported',
    'people imported by way of another',
    'settings imported',
    'forbids missing',
    'people missing',
    'in a quote',
  ],
  allows: [allows, `${allows}- \`docs/**\`, if you like\n`, '- some strings\n'],
  forbids: [forbids, `${forbids}- anything about money\n`, `${forbids}- src/pay/**\n`],
  controls: ['', '**Controls:** regulated'],
  setting: [
    '',
    '**Pilot:** 2020-01-01 to 2099-12-31',
    '**Size limit:** 15 files, 400 lines',
    '**Engineers:** @org/all',
    '**Pilot:** 2020-01-01 to 2020-02-01',
    '**Pilot:** 2099-01-01 to 2099-02-01',
    '**Pilot:** soon',
    '**Size limit:** small',
    '**Size limit:** 0 files, 0 lines',
    '**Wave 2:** `src/other/**`, from 2099-01-01',
    '**Wave 2:** `src/home/**`, from 2020-01-01',
    '**Wave 2:** `src/home/**`, from 2099-01-01',
    '**Wave 2:** `src/home/**`, after a compliance review',
    '**Wave 2:** some day',
    'Controls: regulated',
  ],
  others: [
    '',
    '| Ola (@ola) | ola@example.com | src/old | | @org/home | @erin | @paul (withdrew) | active |',
    '| Ola (@ola) | ola@example.com | src/old | | @org/home | @erin | @paul | revoked |',
    '| Ola | | src/old | | | | | active |',
  ],
  imports: ['', '@docs/more.md', '@docs/nowhere.md', '@../outside.md'],
  around: ['', '\n## Commands\n\nRun the tests.\n', '\n## PM zone (draft)\n\nNothing.\n', '\n## PM zone\n\nNothing.\n'],
  checklist: [undefined, builtInChecklist, builtInChecklist.replace('check: size', 'check: sise')],
  owners: [owners, `${owners}/src/home/i18n/ @org/home\n`, `${owners}/src/other/ @maya\n`],
} as const;
type Draft = { readonly [Part in keyof typeof parts]: (typeof parts)[Part][number] };

/** What doctor says of a policy, errors and warnings, and how the gate ends on a good change under it. */
interface Outcome {
  readonly said: readonly string[];
  /** The pilot is still to come, which doctor says above all its figures. */
  readonly isToCome: boolean;
  readonly outcome: string;
  /** The lines that the gate calls errors of the policy. */
  readonly errors: readonly string[];
}

interface Problem {
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

async function judge(draft: Draft): Promise<Outcome> {
  const row = [draft.pm, draft.email, draft.folders, draft.flags, draft.reviewers, draft.engineering, draft.product];
  const people = `${head}\n${'| --- '.repeat(8)}|\n| ${row.join(' | ')} | ${draft.status} |\n${max} ${draft.status2} |\n${draft.others}\n`;
  const files: Record<string, string> = {
    'docs/more.md': '**Incident contacts:** @org/on-call\n',
    'docs/pm/forbids.md': `PMs cannot touch:\n\n${draft.forbids}`,
    'docs/pm/people.md': people,
    'docs/pm/all.md': '@people.md\n',
    'docs/pm/settings.md': `${draft.controls}\n${draft.setting}\n`,
    'src/old/a.md': 'a\n',
  };
  // A file that is imported is read from where the file lies that imports it.
  const up = ['.claude/CLAUDE.md', 'imported'].includes(draft.layout) ? '../' : '';
  const blocks = {
    forbids: files['docs/pm/forbids.md'] as string,
    people,
    settings: files['docs/pm/settings.md'] as string,
    ...placed(draft.place, up, people),
  };
  const policy = [
    `${draft.heading}\n\nPMs can touch:\n`,
    `${draft.allows}\n${blocks.forbids}`,
    blocks.people,
    `${blocks.settings}\n${draft.imports.replace('@docs', `@${up}docs`)}\n${draft.around}`,
  ]
    .join('\n')
    .replaceAll('\n', draft.lineEnd);
  const main = draft.layout === 'imported' ? 'docs/zone.md' : draft.layout;
  files[main] = `# Notes${draft.lineEnd.repeat(2)}${policy}`;
  if (main !== 'CLAUDE.md')
    files['CLAUDE.md'] = draft.layout === 'imported' ? '# Notes\n\n@docs/zone.md\n' : '# Notes\n';
  const { checklist, owners: codeowners } = draft;
  if (checklist !== undefined) files['.claude/skills/pm-pr-review/SKILL.md'] = checklist;
  const repository = goodChange({ codeowners, files });
  for (const args of [
    ['tag', 'plan', 'HEAD~1'],
    ['switch', '-q', 'main'],
    ['merge', '-q', '--no-ff', '-m', 'Merge the plan', 'plan'],
    ['switch', '-q', 'pm/home'],
    ['rebase', '-q', 'main'],
  ])
    repository.git(...args);
  await pmZone(repository, ['attest', '--all']);
  const doctor = JSON.parse((await pmZone(repository, ['doctor', '--format', 'json'])).stdout) as {
    readonly pilotFrom?: string;
    readonly problems: readonly Problem[];
  };
  const planned = repository.git('rev-parse', 'plan');
  const reviews = [approval(accounts.erin, planned), approval(accounts.paul, planned)];
  const pullRequest = { number: 5, author: accounts.maya, head: planned, pushers: [accounts.maya], reviews };
  const evidence = approvedEvidence(repository, { plans: [{ path: 'src/home/PLANNING.md', pullRequest }] });
  const { gate } = JSON.parse((await runGate(repository, evidence)).stdout) as {
    readonly gate: { readonly outcome: string; readonly problems: readonly Problem[] };
  };
  repository.remove();
  return {
    said: doctor.problems.filter(({ severity }) => severity !== 'info').map(placeOf),
    isToCome: doctor.pilotFrom !== undefined,
    outcome: gate.outcome,
    errors: gate.problems.map(placeOf),
  };
}

/** The blocks of a policy that do not stand in their place. */
function placed(place: Draft['place'], up: string, people: string): Readonly<Record<string, string>> {
  switch (place) {
    case 'here':
      return {};
    case 'forbids imported':
      return { forbids: `@${up}docs/pm/forbids.md\n` };
    case 'people imported by way of another':
      return { people: `@${up}docs/pm/all.md\n` };
    case 'settings imported':
      return { settings: `@${up}docs/pm/settings.md\n` };
    case 'forbids missing':
      return { forbids: `@${up}docs/pm/nothing.md\n` };
    case 'people missing':
      return { people: `@${up}docs/pm/nobody.md\n` };
    case 'in a quote':
      return { people: people.replace(/^/gmu, '> ') };
  }
}

function placeOf({ file, line }: Problem): string {
  return `${file}:${line}`;
}

const drafts: fc.Arbitrary<Draft> = fc.record(
  Object.fromEntries(Object.entries(parts).map(([part, values]) => [part, weighted(values)])) as unknown as {
    readonly [Part in keyof Draft]: fc.Arbitrary<Draft[Part]>;
  },
);

/** Mostly as it is right: of a policy with many faults, each hides what the others come to. */
function weighted<T>([first, ...others]: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(first as T) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

async function holds(draft: Draft, what = ''): Promise<void> {
  const { said, isToCome, outcome, errors } = await judge(draft);
  assert.equal(said.length === 0 && !isToCome, outcome === 'ready', `${what}${outcome}; said: ${said.join(', ')}`);
  assert.deepEqual(
    errors.filter((place) => !said.includes(place)),
    [],
    what,
  );
}

describe('doctor', () => {
  it('is so of each part by itself, in each way, where all others are right', async function () {
    this.timeout(600_000);
    const right = Object.fromEntries(Object.entries(parts).map(([part, [first]]) => [part, first])) as unknown as Draft;
    for (const [part, values] of Object.entries(parts))
      for (const value of values.slice(1)) await holds({ ...right, [part]: value }, `${part} ${String(value)}: `);
  });

  it('is silent exactly where the gate lets a good change through, and says at its line what keeps it from that', async function () {
    this.timeout(600_000);
    await fc.assert(
      fc.asyncProperty(drafts, async (draft) => {
        await holds(draft);
      }),
      { numRuns: 16, endOnFailure: true },
    );
  });
});
