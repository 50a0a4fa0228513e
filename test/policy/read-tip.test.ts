import assert from 'node:assert/strict';
import { checkPolicy } from '../../src/policy/check-policy.js';
import { createJudge } from '../../src/policy/judge.js';
import { readTip } from '../../src/policy/read-tip.js';
import type { RevisionFile } from '../../src/policy/revision.js';
import type { PolicyTip } from '../../src/policy/policy.js';

/** The tip of a revision with these files, nothing of which is remembered. */
function tipOf(
  files: Readonly<Record<string, string | Uint8Array | undefined>>,
  links: readonly string[] = [],
): Promise<PolicyTip> {
  const found = Object.entries(files).map(([path, text]): [string, RevisionFile] => {
    const content = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const isLink = links.includes(path);
    return [path, { oid: undefined, bytes: content?.length ?? 1e9, content, ...(isLink && { isLink }) }];
  });
  return readTip(
    {
      ref: 'main',
      commit: 'a'.repeat(40),
      read: (paths) => Promise.resolve(new Map(found.filter(([path]) => paths.includes(path)))),
      readPlain: (paths) => Promise.resolve(new Map(found.filter(([path]) => paths.includes(path)))),
      listRoot: () => Promise.resolve([...new Set(Object.keys(files).map((path) => path.replace(/\/.*/, '')))]),
    },
    { getOrCompute: (_kind, _key, compute) => compute() },
  );
}

const section = '## PM zone\n\n- allow `**/*.md`\n';
const utf16 = new Uint8Array(Buffer.from('\uFEFF* @org/a\n', 'utf16le'));

describe('readTip', () => {
  it('takes the zone from the first instructions that have one', async () => {
    const { zone } = await tipOf({ 'CLAUDE.md': '# About\n\nNothing of the kind.\n', 'AGENTS.md': section });
    assert.equal(zone?.file, 'AGENTS.md');
    assert.equal((await tipOf({ 'CLAUDE.md': '# About\n' })).zone, undefined);
    assert.equal((await tipOf({})).zone, undefined);
  });

  it('opens nothing where instructions are a link that leads anywhere but to others that are read', async () => {
    for (const target of [
      'docs/rules.md',
      '../AGENTS.md',
      '/AGENTS.md',
      'AGENTS.md/',
      'CLAUDE.md',
      '.claude/CLAUDE.md',
    ]) {
      const { zone } = await tipOf({ 'CLAUDE.md': target, 'AGENTS.md': section }, ['CLAUDE.md']);
      assert.deepEqual([zone?.file, zone?.rules], ['CLAUDE.md', []], target);
      assert.equal(
        zone?.problems[0]?.message,
        'CLAUDE.md is a link and not a file of its own, so nobody can say what PMs may change. Ask an engineer to fix it.',
      );
    }
    for (const [path, target] of [
      ['CLAUDE.md', 'AGENTS.md'],
      ['CLAUDE.md', './AGENTS.md'],
      ['.claude/CLAUDE.md', '../AGENTS.md'],
    ] as const) {
      const { zone } = await tipOf({ [path]: target, 'AGENTS.md': section }, [path]);
      assert.deepEqual(zone, (await tipOf({ 'AGENTS.md': section })).zone, path);
    }
    const circle = await tipOf({ 'CLAUDE.md': 'AGENTS.md', 'AGENTS.md': 'CLAUDE.md' }, ['CLAUDE.md', 'AGENTS.md']);
    assert.deepEqual([circle.zone?.file, circle.zone?.rules], ['CLAUDE.md', []]);
  });

  it('reads the document that a link leads to, by way of other links, as what is imported', async () => {
    const files = {
      'CLAUDE.md': 'AGENTS.md',
      'AGENTS.md': '.agents/AGENTS.md',
      '.agents/AGENTS.md': `# App\n\n${section}`,
    };
    const { zone } = await tipOf(files, ['CLAUDE.md', 'AGENTS.md']);
    assert.deepEqual(
      [zone?.file, zone?.line, zone?.sources],
      ['.agents/AGENTS.md', 3, ['CLAUDE.md', '.agents/AGENTS.md', 'AGENTS.md']],
    );
    assert.deepEqual(
      zone?.problems.map(({ file, line }) => [file, line]),
      [['.agents/AGENTS.md', 5]],
    );
    const { zone: other } = await tipOf({ '.claude/CLAUDE.md': '../docs/rules.md', 'docs/rules.md': section }, [
      '.claude/CLAUDE.md',
    ]);
    assert.deepEqual([other?.file, other?.line], ['docs/rules.md', 1]);
    assert.equal(
      (await tipOf({ 'CLAUDE.md': 'docs/rules.md', 'docs/rules.md': '# Rules\n' }, ['CLAUDE.md'])).zone,
      undefined,
    );
  });

  it('lets no PM begin a zone in what instructions without one import or lead to', async () => {
    const files = { 'docs/rules.md': '# Rules\n', 'AGENTS.md': '## PM zone\n\nPMs can touch:\n\n- `docs/**`\n' };
    for (const [text, links] of [
      ['@docs/rules.md\n', []],
      ['docs/rules.md', ['CLAUDE.md']],
    ] as const) {
      const tip = await tipOf({ ...files, 'CLAUDE.md': text }, links);
      const { judge } = createJudge({ tips: [tip], preview: false }, { kind: 'no-roster', names: [], rows: [] });
      assert.deepEqual(
        ['docs/rules.md', 'docs/other.md'].map((path) => judge(path).standing),
        ['locked', 'editable'],
        text,
      );
    }
  });

  it('opens nothing by a link to what is no document, is too large, or goes on for ever', async () => {
    const text = `# App\n\n${section}`;
    for (const [target, at] of [
      ['docs/my rules.md', text],
      ['docs/rules', text],
      ['/.claude/rules.md', text],
      ['docs/rules.md', `${text}${'x'.repeat(600 * 1024)}`],
      ['docs/rules.md', undefined],
      ['docs/rules.md', new Uint8Array([0x50, 0x4d, 0xff])],
    ] as const) {
      const { zone } = await tipOf({ '.claude/CLAUDE.md': target, [`.claude/${target}`]: at }, ['.claude/CLAUDE.md']);
      assert.deepEqual([zone?.rules, zone?.problems[0]?.severity], [[], 'error'], target);
    }
    const names = ['CLAUDE.md', 'a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'f.md'];
    const chain = Object.fromEntries(names.map((name, at) => [name, names[at + 1] ?? 'AGENTS.md']));
    const { zone } = await tipOf({ ...chain, 'AGENTS.md': section }, names);
    assert.deepEqual([zone?.file, zone?.rules], ['CLAUDE.md', []]);
  });

  it('passes over a link to what the instructions that count import', async () => {
    const links = ['AGENTS.md'];
    const files = { 'CLAUDE.md': `@docs/rules.md\n\n${section}`, 'docs/rules.md': '# Rules\n' };
    const { zone } = await tipOf({ ...files, 'AGENTS.md': 'docs/rules.md' }, links);
    assert.deepEqual(zone, (await tipOf(files)).zone);
    assert.match(
      (await tipOf({ ...files, 'AGENTS.md': 'docs/other.md' }, links)).zone?.problems.at(-1)?.message ?? '',
      /^The PM zone in AGENTS\.md is not read/u,
    );
  });

  it('says of owners that are a link that nobody knows them, and takes no list of checks from one', async () => {
    const files = { 'AGENTS.md': section, CODEOWNERS: '* @org/a', '.claude/skills/pm-pr-review/SKILL.md': '# List' };
    const { zone, skill } = await tipOf(files, ['CODEOWNERS', '.claude/skills/pm-pr-review/SKILL.md']);
    assert.deepEqual(
      zone?.problems.slice(-2).map(({ severity, message }) => [severity, message]),
      [
        [
          'error',
          'CODEOWNERS is a link and not a file of its own, so nobody can say what other teams own. Ask an engineer to put the file itself there.',
        ],
        [
          'error',
          '.claude/skills/pm-pr-review/SKILL.md is a link and not a file of its own, so the built-in checklist counts and nothing that is written there. Ask an engineer to fix it.',
        ],
      ],
    );
    assert.equal(skill, undefined);
  });

  it('says that a checklist behind a link in the place of a folder is not read', async () => {
    const checklist = '- [ ] Something of the team\n';
    const saidOf = async (links: Readonly<Record<string, string>>, there: string): Promise<readonly string[]> => {
      const { zone, skill } = await tipOf({ 'CLAUDE.md': section, [there]: checklist, ...links }, Object.keys(links));
      assert.equal(skill, undefined);
      return (zone?.problems ?? []).flatMap(({ severity, file, shuts, message }) =>
        file === 'CLAUDE.md' ? [] : [`${severity} ${String(shuts)} ${message}`],
      );
    };
    const behind = '.agents/skills/pm-pr-review/SKILL.md';
    const said = (link: string, place = behind): string =>
      `error false ${link} is a link and not a folder of its own, so ${place} is not read: the built-in checklist counts and nothing that is written there. Ask an engineer to put the folder itself there.`;
    assert.deepEqual(await saidOf({ '.claude/skills': '../.agents/skills' }, behind), [said('.claude/skills')]);
    assert.deepEqual(await saidOf({ '.claude': '.agents/' }, behind), [said('.claude')]);
    assert.deepEqual(
      await saidOf({ '.claude/skills/pm-pr-review': '../../.agents/review' }, '.agents/review/SKILL.md'),
      [said('.claude/skills/pm-pr-review', '.agents/review/SKILL.md')],
    );
    assert.deepEqual(await saidOf({ '.claude': '.config', '.config/skills': '../.agents/skills' }, behind), [
      said('.claude'),
    ]);
    assert.deepEqual(await saidOf({ '.claude/skills': '../.agents/skills' }, '.agents/skills/other/SKILL.md'), []);
    assert.deepEqual(await saidOf({ '.claude': '.agents', '.agents': '.claude' }, 'a.md'), []);
    for (const target of ['../../skills', '/home/team/skills'])
      assert.match(
        (await saidOf({ '.claude/skills': target }, behind)).join(),
        /^info undefined \.claude\/skills is a link that leads out of the repository/u,
      );
  });

  it('says of a second zone that it is not read, unless it is a copy of the first', async () => {
    const said = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
      ((await tipOf(files)).zone?.problems ?? []).map(({ file, line, message }) => `${file}:${line} ${message}`);
    assert.equal((await said({ 'CLAUDE.md': section, 'AGENTS.md': section })).length, 1);
    assert.match(
      (await said({ 'CLAUDE.md': section, 'AGENTS.md': `# App\n\n${section}` })).join(' '),
      / AGENTS\.md:3 The PM zone in AGENTS\.md is not read, since CLAUDE\.md has the one that counts/,
    );
  });

  it('takes a heading that only looks like the zone’s for an error, in whichever file it stands', async () => {
    const draft = '## PM zone (DRAFT)\n\nPMs can touch:\n\n- `a/**`\n';
    for (const files of [
      { 'CLAUDE.md': section, 'AGENTS.md': draft },
      { 'CLAUDE.md': draft, 'AGENTS.md': section },
    ]) {
      const { zone } = await tipOf(files);
      assert.deepEqual(
        zone?.problems.filter(({ severity }) => severity === 'error').map(({ line }) => line),
        [1],
      );
      assert.notEqual(zone.line, 0);
    }
    const { zone } = await tipOf({ 'CLAUDE.md': draft });
    assert.equal(zone?.line, 0);
    const long = `@docs/a.md\n${'x'.repeat(600_000)}`;
    assert.equal((await tipOf({ 'CLAUDE.md': long })).zone, undefined);
  });

  it('opens nothing where instructions cannot be read, and looks no further', async () => {
    for (const content of [Uint8Array.of(0xff, 0xfe), undefined, `${section}${'x'.repeat(600_000)}`]) {
      const { zone } = await tipOf({ 'CLAUDE.md': content, 'AGENTS.md': section });
      assert.deepEqual([zone?.file, zone?.rules], ['CLAUDE.md', []]);
      assert.match(String(zone?.problems[0]?.message), /^CLAUDE\.md is .*Ask an engineer to fix it\.$/);
    }
  });

  it('says so where CODEOWNERS is no text, and needs no zone for it', async () => {
    const problems = async (owners: string | Uint8Array): Promise<readonly string[]> => {
      const { zone } = await tipOf({ 'CLAUDE.md': section, CODEOWNERS: owners });
      return (zone?.problems ?? []).filter(({ file }) => file === 'CODEOWNERS').map(({ severity }) => severity);
    };
    assert.deepEqual([await problems('* @org/a\n'), await problems(utf16)], [[], ['error']]);
    assert.equal((await tipOf({ CODEOWNERS: utf16 })).zone, undefined);
  });

  it('takes what closes and begins with the name of the repository for what it meant', async () => {
    const body = (lists: string): string => `## PM zone\n\nPMs can touch:\n- \`src/**\`\n\n${lists}`;
    const judged = async (text: string, path: string): Promise<string> => {
      const tip = await tipOf({ 'CLAUDE.md': text, 'src/auth/x.ts': '' });
      const asking = { kind: 'no-roster', names: [], rows: [] } as const;
      const { standing, because } = createJudge({ tips: [tip], preview: false }, asking).judge(path);
      return `${standing} ${because[0]?.line}`;
    };
    const closings = [
      ['PMs cannot touch:\n- `acme/app/src/auth/**`\n', 'locked 7'],
      ['PMs can touch with an engineer:\n- `acme/app/src/auth/**`\n', 'pair 7'],
      ['**Audit log:** `acme/app/src/auth/**`\n', 'locked 6'],
      ['**Production-critical:** `acme/app/src/auth/**`\n', 'locked 6'],
    ] as const;
    for (const [list, standing] of closings)
      assert.deepEqual(
        [await judged(body(list), 'src/auth/x.ts'), await judged(body(list), 'src/home/x.ts')],
        [standing, 'editable 4'],
        list,
      );
    const tip = await tipOf({ 'CLAUDE.md': body(closings[0][0]), 'src/auth/x.ts': '' });
    const said = checkPolicy(tip, ['src/auth/x.ts', 'src/a.ts']).map(({ line, message }) => `${line} ${message}`);
    const start = '7 `acme/app/src/auth/**` matches no file; it is also taken for `src/auth/**`. ';
    assert.ok(
      said.some((each) => each.startsWith(start)),
      said.join('\n'),
    );
  });

  it('takes the skill file as text, and as none where it cannot be read', async () => {
    const path = '.claude/skills/pm-pr-review/SKILL.md';
    assert.deepEqual((await tipOf({ [path]: '# Skill\n' })).skill, { path, text: '# Skill\n' });
    assert.equal((await tipOf({ [path]: Uint8Array.of(0xff) })).skill, undefined);
  });
});
