import assert from 'node:assert/strict';
import { appendixA, pilotRepository, plan, roster, type PilotOptions } from '../support/pilot-repository.js';
import { builtInChecklist } from '../../src/policy/built-in-checklist.js';
import { pmZone } from '../support/run-command-line.js';

/** The walkthrough of a repository as plain text, without what only keeps Markdown from seeing signs in it. */
async function walk(options: PilotOptions, ...args: string[]): Promise<string> {
  const repository = pilotRepository(options);
  const { stdout, stderr, code } = await pmZone(repository, ['compliance', ...args]);
  repository.remove();
  assert.equal(code, 0, stderr);
  return stdout.replaceAll('<!-- -->', '').replaceAll('\\', '');
}

const table = (...rows: string[]): string =>
  `| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI | Status |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;

describe('the compliance walkthrough', () => {
  it('calls nothing backed by a CODEOWNERS that the host of the repository does not read', async () => {
    const repository = pilotRepository({
      policy: `${appendixA.replace(/- Any file.*\n/u, '')}${roster}`,
      files: { '.github/CODEOWNERS': '* @org/all\n' },
    });
    const ask = async (...args: string[]): Promise<string> =>
      (await pmZone(repository, args)).stdout.replaceAll('<!-- -->', '').replaceAll('\\', '');
    const forbids = async (): Promise<readonly { codeowners: string[]; gap?: string }[]> => {
      const { rules } = JSON.parse((await pmZone(repository, ['doctor', '--format', 'json'])).stdout) as {
        rules: { effect: string; codeowners: string[]; gap?: string }[];
      };
      return rules
        .filter(({ effect }) => effect === 'forbid')
        .map(({ codeowners, gap }) => ({ codeowners, ...(gap !== undefined && { gap }) }));
    };
    assert.match(await ask('compliance'), /read as GitHub reads them/);
    assert.ok((await forbids()).every(({ codeowners, gap }) => codeowners.length > 0 && gap === undefined));
    repository.git('remote', 'add', 'origin', 'git@gitlab.com:acme/shop.git');
    const text = await ask('compliance');
    assert.match(text, /\*\*GitLab does not read this file\*\*: \[\.github\/CODEOWNERS\].*asks no owner for anything/);
    assert.doesNotMatch(text, /read as GitHub reads them|\*\*yes\*\*/);
    assert.match(text, /0 of \d+ forbids are backed/);
    assert.match(text, /CLAUDE\.md\S* \| \*\*nobody\*\* \| none/);
    assert.ok(
      (await forbids()).every(
        ({ codeowners, gap }) => codeowners.length === 0 && gap === 'GitLab does not read .github/CODEOWNERS.',
      ),
    );
    repository.remove();
  });

  it('tells of what opens how much of it owners keep closed, and who they are', async () => {
    const repository = pilotRepository({
      policy: `## PM zone

PMs can touch:

- \`src/home/i18n/*.json\`
- \`src/home/legal/*.json\`
- \`src/other/*.json\`

${table('| Maya (@maya) | maya@example.com | src/home | | @org/home | @erin | @paul | active |')}`,
      codeowners: '* @org/all\n/src/home/legal/ @org/legal @org/privacy\n',
      files: { 'src/home/i18n/a.json': '{}\n', 'src/home/legal/b.json': '{}\n', 'src/other/c.json': '{}\n' },
    });
    const ask = async (...args: string[]): Promise<string> => (await pmZone(repository, args)).stdout;
    const text = (await ask('compliance')).replaceAll('<!-- -->', '');
    assert.match(text, /`src\/home\/i18n\/\*\.json` \| CLAUDE\.md:\d+ \| 3 \| 3 \| none \| 3 \|\n/u);
    assert.match(text, /`src\/home\/legal\/\*\.json` \|.* \| none \| 0; owned by @org\/legal, @org\/privacy \|\n/u);
    assert.match(text, /`src\/other\/\*\.json` \|.* \| none \| 0; 1 outside the feature folders \|\n/u);
    const pitch = (await ask('pitch')).replaceAll('\\', '');
    assert.match(pitch, /legal\/\*\.json` \(1 file now, 0 of them to a PM alone, /u);
    const { rules } = JSON.parse(await ask('doctor', '--format', 'json')) as {
      rules: {
        glob: string;
        alone?: number;
        closedBy?: string[];
        closed?: { row: unknown; files: number; why: string }[];
      }[];
    };
    assert.deepEqual(
      rules.map(({ alone, closedBy }) => [alone, closedBy]),
      [
        [3, []],
        [0, ['@org/legal', '@org/privacy']],
        [0, []],
      ],
    );
    assert.deepEqual(
      rules.map(({ closed }) => closed),
      [[], [{ row: 4, files: 1, why: 'owned by others' }], [{ row: 5, files: 1, why: 'outside the feature folders' }]],
    );
    repository.remove();
  });

  it('tells a skill file, conditions, revoked rows, days to come, and the many lines that own a path', async () => {
    const text = await walk({
      policy: `## PM zone (regulated)

**Pilot:** from 2026-03-01 to 2026-03-29
**Protected data:** \`a|b\`

PMs can touch:

- \`src/home/components/*.tsx\` (only with the design system, no protected data)
- \`src/home/analytics/*.ts\` (keep the tone of voice)

PMs cannot touch:

- \`src/auth/**\`, \`src/legal/**\`

${table(
  '| Maya | maya@example.com | src/home | new-home, twice, odd | @org/home | @erin | @paul | active |',
  '| Max (@max) | max@example.com | src/other | | @org/home | @erin | @paul | revoked |',
)}`,
      codeowners: Array.from({ length: 8 }, (_, at) => `/src/auth/f${at}.ts @org/id${at}\n`).join(''),
      files: {
        ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`src/auth/f${at}.ts`, 'x\n'])),
        '.claude/skills/pm-pr-review/SKILL.md': builtInChecklist,
        'src/home/PLANNING.md': plan.replace('## Kill condition', '## Other'),
        'src/other/PLANNING.md': `# PLANNING: ${'*'.repeat(9000)}\n`,
        'src/more/flags.yaml': 'twice: 7\n',
        'src/third/flags.json': '{"twice": {"enabled": true}}\n',
      },
    });
    assert.match(text, /\| Controls \| regulated, by the heading \| CLAUDE\.md:3 \|/u);
    assert.match(text, /\| Protected data \| a\|b \| CLAUDE\.md:6 \|/u);
    assert.match(text, /\nThe section begins at CLAUDE\.md:3\. .*, on 2026-03-01, when the pilot begins:/u);
    assert.match(text, /CODEOWNERS:6 and 2 more \|/u);
    assert.doesNotMatch(text, /(CLAUDE\.md:\d+), \1[,;]/u, 'two rules of one line are at one place');
    assert.match(text, /\n\.claude\/skills\/pm-pr-review\/SKILL\.md counts\. /u);
    assert.match(text, /only parts of the design system are used, no protected data is involved/u);
    assert.match(text, /“keep the tone of voice”, which the engineering DRI confirms/u);
    assert.match(text, /\n\| Max \(@max\), revoked \| /u);
    assert.match(text, /\| Maya \| \d+ \| /u);
    assert.match(text, /\| src\/home\/PLANNING\.md \| `[0-9a-f]{12}` \| Approved \| `new-home` \| Kill condition \|/u);
    assert.match(text, /\| src\/other\/PLANNING\.md \| `[0-9a-f]{12}` \| not read \| none \| not read \|/u);
    assert.match(
      text,
      /\| `twice` \| Maya \| (?:not told|off|on) at src\/more\/flags\.yaml:1, on at src\/third\/flags\.json:1 \|/u,
    );
    assert.match(text, /\| `odd` \| Maya \| in no file that was read \|/u);
    assert.match(text, /\*\*warning\*\* \| CLAUDE\.md:/u);
    assert.match(text, /grep -n -e \. [0-9a-f]{40} -- \.claude\/skills\/pm-pr-review\/SKILL\.md/u);
  });

  it('tells what is only open together, one flag, more plans than it reads, and quotes what a shell would take apart', async () => {
    const plans = Object.fromEntries(
      Array.from({ length: 42 }, (_, at) => [`docs/it's plan ${String(at).padStart(2, '0')}/PLANNING.md`, plan]),
    );
    const text = await walk({
      policy: `## PM zone

**Pilot:** tomorrow

PMs can touch:

- \`src/home/**\`

Some day:

- \`src/other/**\`

PMs cannot touch:

- the login

${table('| Maya | maya@example.com | src/home | nowhere | @org/home | @erin | @paul | active |')}`,
      codeowners: '[Owners] @org/all\nsrc/\n',
      files: plans,
    });
    assert.match(text, /read as GitLab reads them/u);
    assert.match(text, /\| `src\/other\/\*\*` \| CLAUDE\.md:\d+ \| 1 \| {2}\| only with an engineer \|/u);
    assert.match(text, /2 more planning docs were not read\./u);
    assert.match(text, /-- 'docs\/it'''s plan 00\/PLANNING\.md'/u);
    assert.match(text, /1 flag is listed for PMs/u);
    assert.match(text, /\ngit grep -n -F -e nowhere [0-9a-f]{40} /u);
    assert.match(text, /\*\*error\*\* \| CLAUDE\.md:/u);
  });

  it('does not read the states of flags where there are too many files of them', async () => {
    const text = await walk({
      policy: `## PM zone\n\nPMs can touch:\n\n- \`src/home/**\`\n\n${table('| Maya | maya@example.com | src/home | nowhere | @org/home | @erin | @paul | active |')}`,
      files: Object.fromEntries(
        Array.from({ length: 101 }, (_, at) => [`src/f${at}/flags.yaml`, 'a: {enabled: true}\n']),
      ),
    });
    assert.match(text, /There are too many flag files to read/u);
  });

  it('says which other policies count besides, and leaves them out of the figures', async () => {
    const repository = pilotRepository();
    repository.git('switch', '-q', '-c', 'release', 'main');
    repository.write('src/home/new.md', 'x\n');
    repository.commit('Release');
    repository.git('switch', '-q', 'main');
    repository.git('config', 'pmzone.base', 'release');
    const main = repository.git('rev-parse', 'main').slice(0, 12);
    const { stdout } = await pmZone(repository, ['compliance']);
    assert.ok(
      stdout.includes(`The policy of main at ${main} counts too and can only close more`),
      stdout.slice(0, 900),
    );
    repository.remove();
  });
});
