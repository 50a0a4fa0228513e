import assert from 'node:assert/strict';
import { checkPolicy } from '../../../src/policy/check-policy.js';
import { parseCodeowners } from '../../../src/policy/codeowners/parse-codeowners.js';
import { createJudge } from '../../../src/policy/judge.js';
import type { PolicyTip, RosterRow } from '../../../src/policy/policy.js';
import { readTip } from '../../../src/policy/read-tip.js';
import type { Revision, RevisionFile } from '../../../src/policy/revision.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

function revisionOf(files: Files, oid?: (text: string) => string): Revision & { readonly asked: string[][] } {
  const asked: string[][] = [];
  const read: Revision['read'] = (paths) => {
    asked.push([...paths]);
    const found = paths.flatMap((path): [string, RevisionFile][] => {
      const text = files[path];
      if (text === undefined) return [];
      const content = typeof text === 'string' ? new TextEncoder().encode(text) : text;
      return [[path, { oid: oid?.(String(text)), bytes: content.length, content }]];
    });
    return Promise.resolve(new Map(found));
  };
  const listRoot: Revision['listRoot'] = () => Promise.resolve([]);
  return { ref: 'main', commit: 'a'.repeat(40), asked, read, readPlain: read, listRoot };
}

function tipOf(files: Files): Promise<PolicyTip> {
  return readTip(revisionOf(files), { getOrCompute: (_kind, _key, compute) => compute() });
}

/** Rules as `+ glob file:line`, errors as `! file:line`, prose as `? file:line`. */
async function reading(files: Files): Promise<readonly string[]> {
  const { zone } = await tipOf(files);
  if (zone === undefined) return ['none'];
  return [
    `${zone.file}:${zone.line}`,
    ...zone.rules.map(
      ({ effect, glob, file = zone.file, line }) =>
        `${effect === 'allow' ? '+' : effect === 'pair' ? '~' : '-'} ${glob} ${file}:${line}`,
    ),
    ...zone.prose.map(({ file, line }) => `? ${file}:${line}`),
    ...zone.problems.flatMap(({ severity, file, line }) => (severity === 'error' ? [`! ${file}:${line}`] : [])),
  ];
}

function standings(tip: PolicyTip, paths: readonly string[], rows?: readonly RosterRow[]): readonly string[] {
  const asking = { kind: rows === undefined ? 'no-roster' : 'pilot-pm', names: [], rows: rows ?? [] } as const;
  const { judge } = createJudge({ tips: [tip], preview: false }, asking);
  return paths.map((path) => {
    const { standing, row, because } = judge(path);
    return `${standing} ${row} ${because[0]?.file}:${because[0]?.line}`;
  });
}

const lists = 'PMs can touch:\n\n- `docs/**`\n\nPMs cannot touch:\n\n- `docs/legal/**`\n';
const zone = `# PM zone\n\n${lists}`;
const rules = (file: string, add = 0): string[] => [
  `+ docs/** ${file}:${5 + add}`,
  `- docs/legal/** ${file}:${9 + add}`,
];

describe('readWithImports', () => {
  const cases: Readonly<Record<string, readonly [files: Files, expected: readonly string[]]>> = {
    'a zone in an import': [
      { 'CLAUDE.md': '# App\n\n@docs/pm-zone.md\n', 'docs/pm-zone.md': zone },
      ['docs/pm-zone.md:1', ...rules('docs/pm-zone.md')],
    ],
    'a zone in an item of a list, with a byte-order mark and Windows line endings': [
      { 'CLAUDE.md': '- @./docs/zone.md\n- @docs/x.md\n', 'docs/zone.md': `\ufeff${zone.replaceAll('\n', '\r\n')}` },
      ['docs/zone.md:1', ...rules('docs/zone.md')],
    ],
    'a zone in AGENTS.md, which is read once': [
      { 'CLAUDE.md': '@AGENTS.md', 'AGENTS.md': `${zone}\n# Old PM zone\n` },
      ['AGENTS.md:1', ...rules('AGENTS.md'), '! AGENTS.md:11'],
    ],
    'a zone over two hops and a cycle, relative to each': [
      { '.claude/CLAUDE.md': '@../docs/a.md', 'docs/a.md': '@b/z.md', 'docs/b/z.md': `@../a.md @z.md\n\n${zone}` },
      ['docs/b/z.md:3', ...rules('docs/b/z.md', 2)],
    ],
    'lists of an import under a lead': [
      { 'CLAUDE.md': '## PM zone\n\nPMs can touch:\n\n@docs/a.md\n\n- `src/**`\n', 'docs/a.md': '- `docs/**`\n' },
      ['CLAUDE.md:1', '+ docs/** docs/a.md:1', '~ src/** CLAUDE.md:7'],
    ],
    'an import of the zone below its own heading': [
      { 'CLAUDE.md': '## PM zone\n\n@docs/pm-zone.md\n\n- `src/**`\n', 'docs/pm-zone.md': zone },
      ['CLAUDE.md:1', ...rules('docs/pm-zone.md'), '~ src/** CLAUDE.md:5'],
    ],
    'headings of an import that do not reach beyond it': [
      {
        'CLAUDE.md': '## PM zone\n\n### PMs cannot touch\n\n@docs/a.md\n\n- `src/**`\n',
        'docs/a.md': '# PMs can touch\n\n- `docs/**`\n',
      },
      ['CLAUDE.md:1', '- docs/** docs/a.md:3', '- src/** CLAUDE.md:7'],
    ],
    'a zone that ends with the import': [
      { 'CLAUDE.md': '@docs/pm-zone.md\n\nRun the tests.\n\n- `src/**`\n\n# More\n', 'docs/pm-zone.md': zone },
      ['docs/pm-zone.md:1', ...rules('docs/pm-zone.md')],
    ],
    'a zone that ends before the next heading of its place': [
      { 'CLAUDE.md': '# App\n\n## Rules\n\n@docs/z.md\n\n### More\n\n- `src/**`\n', 'docs/z.md': zone },
      ['docs/z.md:1', ...rules('docs/z.md')],
    ],
    'a list under a lead that is an import': [
      { 'CLAUDE.md': `${zone}- @docs/a.md\n`, 'docs/a.md': '# Documentation\n\n- `src/**`\n' },
      ['CLAUDE.md:1', ...rules('CLAUDE.md'), '- @docs/a.md CLAUDE.md:10', '+ src/** docs/a.md:3', '! CLAUDE.md:10'],
    ],
    'a second zone in an import, before or behind the own one': [
      { 'CLAUDE.md': `@docs/a.md\n\n# Rules\n\n${zone}\n# More\n\n@docs/b.md\n`, 'docs/a.md': zone, 'docs/b.md': zone },
      [
        'CLAUDE.md:5',
        ...rules('CLAUDE.md', 4),
        '~ docs/** docs/a.md:5',
        '- docs/legal/** docs/a.md:9',
        '~ docs/** docs/b.md:5',
        '- docs/legal/** docs/b.md:9',
      ].concat('! docs/a.md:1', '! docs/b.md:1'),
    ],
    'what stands around the zone in an import': [
      { 'CLAUDE.md': `${zone}\n# More\n\n@docs/b.md\n`, 'docs/b.md': 'Never edit `src/gen/**`.\n' },
      ['CLAUDE.md:1', ...rules('CLAUDE.md'), '- src/gen/** docs/b.md:1'],
    ],
    'prose and a setting of an import': [
      {
        'CLAUDE.md': `${zone}\n@docs/b.md\n`,
        'docs/b.md': 'Ask Paul before anything with prices.\n\nSize limit: 5 files\n',
      },
      ['CLAUDE.md:1', ...rules('CLAUDE.md'), '? docs/b.md:1', '? docs/b.md:3', '! docs/b.md:3'],
    ],
    'a fence and a footnote that stay in their file': [
      {
        'CLAUDE.md': `# PM zone\n\n@docs/b.md\n\n${lists}- \`src/x/**\`[^1]\n\n[^1]: Never.\n`,
        'docs/b.md': 'See below.[^1]\n\n[^1]: Only on Mondays.\n\n```\n- `src/**`\n',
      },
      ['CLAUDE.md:1', '~ src/** docs/b.md:6'].concat(
        rules('CLAUDE.md', 2),
        '- src/x/** CLAUDE.md:12',
        '? docs/b.md:3',
        '? docs/b.md:1',
        '? docs/b.md:1',
        '? CLAUDE.md:14',
      ),
    ],
    'front matter of an import': [
      { 'CLAUDE.md': '@docs/z.md', 'docs/z.md': `---\ntitle: Zone\n---\n\n${zone}` },
      ['docs/z.md:5', ...rules('docs/z.md', 4)],
    ],
    'front matter that makes the zone a draft': [
      { 'CLAUDE.md': '@docs/z.md', 'docs/z.md': `---\nname: Zone\nstatus: draft\n---\n${zone}` },
      ['docs/z.md:5', ...rules('docs/z.md', 4), '! docs/z.md:3'],
    ],
    'front matter of an import that is not about the zone': [
      { 'CLAUDE.md': `${zone}\n# More\n\n@docs/b.md`, 'docs/b.md': '---\nstatus: draft\n---\n# PM zone\n' },
      ['CLAUDE.md:1', ...rules('CLAUDE.md'), '! docs/b.md:4'],
    ],
    'a zone under a heading that sets it aside': [
      { 'CLAUDE.md': '# Archive\n\n@docs/z.md', 'docs/z.md': zone },
      ['docs/z.md:1', ...rules('docs/z.md'), '! CLAUDE.md:1'],
    ],
    'a heading that looks like a zone’s, once': [
      { 'CLAUDE.md': '# Old PM zone\n\n@docs/z.md\n', 'docs/z.md': '# About\n' },
      ['CLAUDE.md:0', '! CLAUDE.md:1'],
    ],
    'sentences and lists that say where the zone is': [
      {
        'CLAUDE.md': '# App\n\n- PM zone: @docs/pm-zone.md\n\nSee @docs/pm-zone.md for what PMs may change.\n',
        'docs/pm-zone.md': zone,
      },
      ['docs/pm-zone.md:1', ...rules('docs/pm-zone.md')],
    ],
    'people, and files that are not there': [
      {
        'CLAUDE.md': `${zone}\nQuestions? Ask @maya in #pm-zone.\n\n# More\n\n@acme/pm-zone\n\n@docs/none.md @bin.md`,
        'bin.md': Uint8Array.of(0xff),
      },
      ['CLAUDE.md:1', ...rules('CLAUDE.md')],
    ],
    'a zone that is not there': [
      { 'CLAUDE.md': '@docs/pm-zone.md' },
      ['CLAUDE.md:0', '? CLAUDE.md:1', '! CLAUDE.md:1'],
    ],
    'a zone outside of the repository': [
      { 'CLAUDE.md': 'x\n@~/pm-zone.md' },
      ['CLAUDE.md:0', '? CLAUDE.md:1', '! CLAUDE.md:2'],
    ],
    'a zone that is no text': [
      { 'CLAUDE.md': '@docs/pm_zone.md', 'docs/pm_zone.md': Uint8Array.of(0xff) },
      ['CLAUDE.md:0', '? CLAUDE.md:1', '! CLAUDE.md:1'],
    ],
    'a zone that is too large': [
      { 'CLAUDE.md': '@docs/pm-zone.md', 'docs/pm-zone.md': `${zone}${'x\n'.repeat(300_000)}` },
      ['CLAUDE.md:0', '? CLAUDE.md:1', '! CLAUDE.md:1'],
    ],
    'a zone that cannot be parsed': [
      { 'CLAUDE.md': '@docs/pm-zone.md', 'docs/pm-zone.md': `@x.md\n${'> '.repeat(60)}` },
      ['CLAUDE.md:0', '? CLAUDE.md:1', '! CLAUDE.md:1'],
    ],
    'a file that is not there, in the section': [
      { 'CLAUDE.md': `${zone}\n@docs/more.md\n` },
      ['CLAUDE.md:1', ...rules('CLAUDE.md'), '? CLAUDE.md:11', '! CLAUDE.md:11'],
    ],
    'nothing of a zone anywhere': [{ 'CLAUDE.md': '@docs/a.md @none.md', 'docs/a.md': '# About\n' }, ['none']],
    'a file without a zone that cannot be parsed': [{ 'CLAUDE.md': `@a.md\n${'>'.repeat(300)}` }, ['none']],
    'a file without a zone that is too large': [{ 'CLAUDE.md': `@a.md\n${'x\n'.repeat(300_000)}` }, ['none']],
  };
  for (const [name, [files, expected]] of Object.entries(cases)) {
    it(`reads ${name}`, async () => assert.deepEqual(await reading(files), expected));
  }

  it('follows five hops and reads twenty files', async () => {
    const chain = (length: number): Files => ({
      'CLAUDE.md': '@a1.md',
      ...Object.fromEntries(
        Array.from({ length }, (_, at) => [`a${at + 1}.md`, at + 1 === length ? zone : `@a${at + 2}.md`]),
      ),
    });
    assert.deepEqual(await reading(chain(5)), ['a5.md:1', ...rules('a5.md')]);
    assert.deepEqual(await reading(chain(6)), ['none']);
    const names = Array.from({ length: 300 }, (_, at) => `b${at}.md`);
    const files = Object.fromEntries(names.map((name) => [name, `Never edit \`${name}/**\`.\n`]));
    const all = await tipOf({ 'CLAUDE.md': `${zone}\n# More\n\n@${names.join(' @')}`, ...files });
    assert.deepEqual([all.zone?.rules.length, all.zone?.sources?.length], [22, 200]);
  });

  const everything: Files = {
    'CLAUDE.md': '# App\n\n@README.md @docs/pm-zone.md @docs/none.md\n',
    'README.md': 'Never edit `src/gen/**`.\n',
    'docs/pm-zone.md':
      '# PM zone\n\nPMs can touch:\n\n- `docs/**`\n- `*.md`\n- `src/**`\n\n@roster.md\n\n**Audit log:** `src/log/**`\n',
    'docs/roster.md':
      '| PM | Email | Feature folders | Status |\n| - | - | - | - |\n| Amy (@amy) | amy@b.c | src/home | active |\n| Bob (@bob) | bob@b.c | src/x | revoked |\n\nPMs cannot touch:\n\n- `**/auth/**`\n',
  };

  it('names the file that a rule stands in, and locks what is imported', async () => {
    const tip = await tipOf(everything);
    assert.deepEqual(standings(tip, ['src/a.ts', 'src/gen/a.ts', 'src/auth/a.ts', 'src/log/a.ts']), [
      'editable 7 docs/pm-zone.md:7',
      'locked 3 README.md:1',
      'locked 3 docs/roster.md:8',
      'locked 2 docs/pm-zone.md:11',
    ]);
    const files = [
      'README.md',
      'readme.MD',
      'docs/roster.md',
      'docs/none.md',
      'docs/pm-zone.md',
      'docs/none.md/x.md',
      'other.md',
    ];
    assert.deepEqual(
      standings(tip, files).map((each) => each.slice(0, 8)),
      ['locked 2', 'locked 2', 'locked 2', 'locked 2', 'locked 2', 'editable', 'editable'],
    );
    const [amy, bob] = tip.zone?.roster ?? [];
    assert.ok(amy && bob);
    assert.deepEqual(standings(tip, ['src/a.ts', 'src/home/a.ts'], [amy]), [
      'pair 5 docs/roster.md:3',
      'editable 7 docs/pm-zone.md:7',
    ]);
    assert.deepEqual(standings(tip, ['src/x/a.ts'], [bob]), ['pair 5 docs/roster.md:4']);
  });

  it('says in which file a problem stands', async () => {
    const tip = await tipOf({ ...everything, 'docs/x.md': '' });
    const paths = ['CLAUDE.md', 'docs/pm-zone.md', 'docs/roster.md', 'README.md', 'src/auth.ts', 'src/a.ts'];
    const said = (codeowners?: string): readonly string[] =>
      checkPolicy(
        {
          ...tip,
          codeowners: codeowners === undefined ? undefined : parseCodeowners({ path: 'CODEOWNERS', text: codeowners }),
        },
        paths,
      ).map(({ file, line, message }) => `${file}:${line} ${message.slice(0, 30)}`);
    assert.deepEqual(said('* @all\nREADME.md\nsrc/gen/\nauth/\n'), [
      'CLAUDE.md:3 @docs/none.md is not read: it ',

      'README.md:1 README.md has no code owner, s',
      'docs/pm-zone.md:11 `src/log/**` of “Audit log” ma',
      'docs/roster.md:3 Amy has no engineering DRI and',
      'docs/roster.md:3 The feature folder src/home of',
      'docs/roster.md:8 `**/auth/**` matches no file h',
      'docs/roster.md:8 `**/auth/**` holds by conventi',
      'docs/roster.md:8 src/auth.ts is not under `**/a',
    ]);
    assert.ok(said().some((each) => each.startsWith('docs/roster.md:8 There is no CODEOWNERS')));
  });

  it('reads the same with and without a BOM, wherever it stands', async () => {
    const written = { 'CLAUDE.md': 'See @docs/zone.md\n', 'docs/zone.md': zone };
    const plain = await tipOf(written);
    assert.ok((plain.zone?.rules.length ?? 0) > 0);
    for (const path of ['CLAUDE.md', 'docs/zone.md'] as const) {
      const marked = await tipOf({ ...written, [path]: `\uFEFF${written[path]}` });
      assert.deepEqual([marked.zone?.rules, marked.zone?.problems], [plain.zone?.rules, plain.zone?.problems], path);
    }
  });

  it('tells where the first of two zones is', async () => {
    const { zone: found } = await tipOf({ 'CLAUDE.md': '@a.md\n\n@b.md', 'a.md': `About.\n\n${zone}`, 'b.md': zone });
    const second = found?.problems.find(({ file }) => file === 'b.md');
    assert.match(String(second?.message), /^A PM zone begins in line 3 of a\.md already/);
  });

  it('reads again only what has changed', async () => {
    const kept = new Map<string, unknown>();
    let computed = 0;
    const cache = {
      async getOrCompute<T>(kind: string, key: string, compute: () => Promise<T>): Promise<T> {
        const name = `${kind} ${key}`;
        if (!kept.has(name)) {
          computed += 1;
          kept.set(name, JSON.parse(JSON.stringify(await compute())));
        }
        return kept.get(name) as T;
      },
    };
    const read = async (files: Files): Promise<readonly [PolicyTip, number]> => {
      const before = computed;
      return [
        await readTip(
          revisionOf(files, (text) => text),
          cache,
        ),
        computed - before,
      ];
    };
    const [first, atFirst] = await read(everything);
    const [again, afterwards] = await read(everything);
    assert.deepEqual([atFirst > 0, afterwards, JSON.stringify(again.zone)], [true, 0, JSON.stringify(first.zone)]);
    const [changed, anew] = await read({ ...everything, 'README.md': 'Never edit `src/made/**`.\n' });
    assert.equal(anew, 1);
    assert.ok(changed.zone?.rules.some(({ glob }) => glob === 'src/made/**'));
    assert.equal((await read({ ...everything, 'docs/none.md': zone }))[1], 1);
  });

  it('asks for nothing more where nothing is imported', async () => {
    const revision = revisionOf({ 'CLAUDE.md': `${zone}\n| PM | Email |\n| - | - |\n| Amy (@amy) | amy@b.c |\n` });
    await readTip(revision, { getOrCompute: (_kind, _key, compute) => compute() });
    assert.equal(revision.asked.length, 1);
  });
});
