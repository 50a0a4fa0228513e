import assert from 'node:assert/strict';
import { knowPaths } from '../../../src/policy/check-policy.js';
import { findPolicyFixes } from '../../../src/presentation/policy-file/find-policy-fixes.js';
import { readTypedPolicy } from '../../../src/presentation/policy-file/read-typed-policy.js';
import { soundFiles } from '../../support/sound-policy.js';
import { temporaryRepository, type TemporaryRepository } from '../../support/temporary-repository.js';

const policy = (soundFiles['CLAUDE.md'] as string).replace('**Base', '**Engineers:** @org/platform\n**Base');
const owners = soundFiles['.github/CODEOWNERS'] as string;
const paths = Object.keys(soundFiles);

/** Words of the sound policy that become others, the words of the problem, and the fixes of it with the line that each makes. */
type Row = readonly [from: string | RegExp, to: string, said: RegExp, fixes: Readonly<Record<string, string>>];

const rows: readonly Row[] = [
  [
    '`src/home/i18n/*.json`',
    '`src/hom/i18n/*.json`',
    /matches no file here/u,
    {
      'Write “src/home/i18n/*.json” instead of “src/hom/i18n/*.json”': '- `src/home/i18n/*.json` (user-facing strings)',
    },
  ],
  [
    '`src/auth/**`',
    '`src/atuh/**`',
    /matches no file here/u,
    { 'Write “src/auth/**” instead of “src/atuh/**”': '- `src/auth/**`' },
  ],
  ['`src/auth/**`', '`!src/auth/**`', /cannot be enforced/u, { 'Take the “!” away': '- `src/auth/**`' }],
  ['`src/auth/**`', '`src\\auth\\**`', /cannot be enforced/u, { 'Write “/” between folders': '- `src/auth/**`' }],
  [
    '`src/auth/**`',
    '`src/auth/**, src/payments/**`',
    /several globs/u,
    { 'Put each path in backticks of its own': '- `src/auth/**`, `src/payments/**`' },
  ],
  ['`src/auth/**`', 'src/auth/**', /Nothing enforces/u, { 'Put the path in backticks': '- `src/auth/**`' }],
  ['- `src/auth/**`', '- ~~`src/auth/**`~~', /struck through/u, { 'Take the strokes away': '- `src/auth/**`' }],
  [
    '- `src/home/i18n',
    '- [x] `src/home/i18n',
    /task with a box/u,
    { 'Take the box of the task away': '- `src/home/i18n/*.json` (user-facing strings)' },
  ],
  [
    '- `src/auth/**`\n',
    '\n> - `src/auth/**`\n\n',
    /a quote, a footnote or HTML opens nothing/u,
    { 'Take it out of the quote': '- `src/auth/**`' },
  ],
  [
    'PMs can touch:',
    'You can touch:',
    /is no known way to say/u,
    {
      'Begin the list with “PMs can touch:”': 'PMs can touch:',
      'Begin the list with “PMs cannot touch:”': 'PMs cannot touch:',
      'Begin the list with “Together with an engineer:”': 'Together with an engineer:',
    },
  ],
  [
    'PMs can touch:',
    '### Edited by whoever is there',
    /is no known way to say .* in its place/u,
    {
      'Begin the list with “### PMs can touch”': '### PMs can touch',
      'Begin the list with “### PMs cannot touch”': '### PMs cannot touch',
      'Begin the list with “### Together with an engineer”': '### Together with an engineer',
    },
  ],
  [
    '- `src/payments/**`',
    '- `src/payments/**`\n- `src/home/**`\n- `src/cart/**`',
    /takes all of it back/u,
    { 'Take this line out': '- `src/home/**/*.md` or `src/cart/**/*.md` (documentation)' },
  ],
  ['## PM zone', '## PM zоne', /looks like the heading/u, { 'Write “PM zone” instead of “PM zоne”': '## PM zone' }],
  [
    '**Controls:**',
    '**Controlls:**',
    /no setting that is known/u,
    { 'Write “Controls” instead of “Controlls”': '**Controls:** regulated' },
  ],
  [
    '**Engineers:** @org/platform',
    'Engineers: @org/platform',
    /names the setting/u,
    { 'Write it as a setting': '**Engineers:** @org/platform' },
  ],
  [
    '**Controls:** regulated',
    '**Controls:** regulated\n**Controls:** standard',
    /is set twice/u,
    { 'Take this line out': '**Engineers:** @org/platform' },
  ],
  [
    '`config/flags.yaml`',
    '`config/flag.yaml`',
    /Did you mean/u,
    { 'Write “config/flags.yaml” instead of “config/flag.yaml”': '**Flag files:** `config/flags.yaml`' },
  ],
  [
    '| Flags |',
    '| Their flags |',
    /The column “Their flags”/u,
    {
      'Write “Flags” instead of “Their flags”':
        '| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI |',
    },
  ],
  [
    '| src/home |',
    '| src/hoem |',
    /holds no file/u,
    {
      'Write “src/home” instead of “src/hoem”':
        '| Maya (@maya) | maya@example.com | src/home | new-home | @org/growth | @erin | @paul |',
    },
  ],
  // What nobody but its author can know.
  ['`src/auth/**`', 'Anything to do with signing in', /Nothing enforces/u, {}],
  ['maya@example.com', '', /has no email/u, {}],
];

describe('findPolicyFixes', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = temporaryRepository();
    for (const [path, text] of Object.entries(soundFiles)) repository.write(path, text);
  });
  after(() => repository.remove());

  /** The fixes of the problem that says this, each with the line at the problem's place in the file that it edits. */
  const fixesOf = async (
    text: string,
    said: RegExp,
    { file = 'CLAUDE.md', among = paths }: { readonly file?: string; readonly among?: readonly string[] } = {},
  ): Promise<readonly (readonly [title: string, file: string, lines: readonly string[], line: number])[]> => {
    const known = knowPaths(among);
    const read = (await readTypedPolicy(repository.root, known, file, text)) ?? assert.fail();
    const { problems } = read;
    const problem = problems().find(({ message }) => said.test(message)) ?? assert.fail(JSON.stringify(problems()));
    const fixes = await findPolicyFixes(problem, read, { root: repository.root, paths: known, file, text });
    return fixes.map((fix) => [fix.title, fix.file, fix.text.split('\n'), problem.line]);
  };

  for (const [from, to, said, fixes] of rows)
    it(`${Object.keys(fixes).length === 0 ? 'knows nothing plain for' : 'mends'} ${to.replaceAll('\n', ' ') || 'nothing'}`, async () => {
      const text = policy.replace(from, () => to);
      assert.notEqual(text, policy);
      const found = await fixesOf(text, said);
      assert.deepEqual(
        found.map(([title]) => title),
        Object.keys(fixes),
      );
      for (const [title, , lines] of found) assert.ok(lines.includes(fixes[title] as string), lines.join('\n'));
    });

  it('adds below a forbid what is called as it is and lies beside it', async () => {
    const among = [...paths, 'src/auth-2fa.tsx'];
    const found = await fixesOf(policy, /src\/auth-2fa\.tsx is not under/u, { among });
    assert.deepEqual(
      found.map(([title]) => title),
      ['Add “- `src/auth-2fa.tsx`” below it'],
    );
    const [, , lines, line] = found[0] ?? assert.fail();
    assert.deepEqual(lines.slice(line - 1, line + 1), ['- `src/auth/**`', '- `src/auth-2fa.tsx`']);
  });

  describe('of what CODEOWNERS lacks', () => {
    afterEach(() => repository.write('.github/CODEOWNERS', owners));

    it('adds a line that names the engineers of the policy', async () => {
      repository.write('.github/CODEOWNERS', '/src/payments/ @org/billing\n/CLAUDE.md @a\n/.github/ @a\n/.claude/ @a');
      const [found, ...more] = await fixesOf(policy, /`src\/auth\/\*\*` holds by convention only/u);
      assert.deepEqual(found?.slice(0, 2), [
        'Add “/src/auth/ @org/platform” to .github/CODEOWNERS',
        '.github/CODEOWNERS',
      ]);
      assert.deepEqual(found[2].slice(-3), ['/.claude/ @a', '/src/auth/ @org/platform', '']);
      assert.deepEqual(more, []);
    });

    it('adds one for a file of the policy itself', async () => {
      repository.write('.github/CODEOWNERS', `${owners}/CLAUDE.md\n`);
      const found = await fixesOf(policy, /CLAUDE\.md has no code owner/u);
      assert.deepEqual(
        found.map(([title]) => title),
        ['Add “/CLAUDE.md @org/platform” to .github/CODEOWNERS'],
      );
    });

    it('makes the file where there is none', async () => {
      repository.remove('.github/CODEOWNERS');
      const [found] = await fixesOf(policy, /There is no CODEOWNERS file/u);
      assert.deepEqual(found?.slice(0, 3), [
        'Add “/src/auth/ @org/platform” to .github/CODEOWNERS',
        '.github/CODEOWNERS',
        ['/src/auth/ @org/platform', ''],
      ]);
    });

    it('adds none where the policy names no engineers', async () => {
      repository.write('.github/CODEOWNERS', '/src/payments/ @org/billing\n');
      const text = policy.replace(/\*\*Engineers.*\n/u, '');
      assert.deepEqual(await fixesOf(text, /`src\/auth\/\*\*` holds by convention only/u), []);
    });

    it('mends a line with backslashes, and one that misses by a letter', async () => {
      const text = `${owners.replace('/src/auth/', '/src/atuh/')}src\\payments\\x @org/billing\n`;
      const file = '.github/CODEOWNERS';
      const [slashes] = await fixesOf(text, /has backslashes/u, { file });
      assert.ok(slashes?.[2].includes('src/payments/x @org/billing'), String(slashes?.[0]));
      const [letter] = await fixesOf(text, /Did you mean/u, { file });
      assert.equal(letter?.[0], 'Write “/src/auth/” instead of “/src/atuh/”');
    });
  });

  it('leaves alone a line that the words of a problem do not stand in', async () => {
    const text = policy.replace('**Controls:** regulated', '**Con**trolls: regulated');
    const known = knowPaths(paths);
    const read = (await readTypedPolicy(repository.root, known, 'CLAUDE.md', text)) ?? assert.fail();
    const problem = { ...(read.problems()[0] ?? assert.fail()), mend: { from: 'not there', to: 'x' } };
    const typed = { root: repository.root, paths: known, file: 'README.md', text };
    assert.deepEqual(await findPolicyFixes(problem, read, typed), []);
  });
});
