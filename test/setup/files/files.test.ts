import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBackingLines } from '../../../src/setup/backing-lines.js';
import { writeGateWorkflows } from '../../../src/setup/files/gate-workflows.js';
import { addSection, findPolicyFile } from '../../../src/setup/files/policy-file.js';
import { writePullRequestTemplate } from '../../../src/setup/files/pull-request-template.js';
import { parseCodeowners } from '../../../src/policy/codeowners/parse-codeowners.js';
import { indexOwners } from '../../../src/policy/codeowners/owner-index.js';
import type { Revision, RevisionFile } from '../../../src/policy/revision.js';

describe('writeGateWorkflows', () => {
  it('writes what the templates hold, with the release and the branch', () => {
    const template = (name: string): string => readFileSync(join('templates', 'github', name), 'utf8');
    const zeros = '0'.repeat(40);
    const [gate, wake] = writeGateWorkflows(zeros, 'main');
    assert.equal(gate?.after, template('pm-zone.yml').replace(' # put the commit of the release here', ''));
    assert.equal(wake?.after, template('pm-zone-wake.yml'));
    const [other] = writeGateWorkflows('a'.repeat(40), 'trunk');
    assert.match(other?.after ?? '', /uses: pm-zone\/pm-zone@a{40}\n/u);
    assert.match(other?.after ?? '', /\n {4}branches: \[trunk\]\n/u);
  });
});

describe('writePullRequestTemplate', () => {
  it('writes one where the host would look, and none beside another', () => {
    assert.equal(writePullRequestTemplate(['a.ts'], 'github')?.path, '.github/PULL_REQUEST_TEMPLATE.md');
    assert.equal(writePullRequestTemplate([], undefined)?.path, '.github/PULL_REQUEST_TEMPLATE.md');
    assert.equal(writePullRequestTemplate([], 'gitlab')?.path, '.gitlab/merge_request_templates/Default.md');
    for (const path of [
      '.github/pull_request_template.md',
      'PULL_REQUEST_TEMPLATE',
      'docs/pull_request_template.txt',
      '.github/PULL_REQUEST_TEMPLATE/feature.md',
      '.gitlab/merge_request_templates/Bug.md',
    ])
      assert.equal(writePullRequestTemplate([path], 'github'), undefined, path);
  });
});

describe('writeBackingLines', () => {
  it('makes the owners of what is closed known to the host', () => {
    const globs = ['**/auth/**', '.github/workflows/**', 'src/locales/*/legal.json'].map((glob) => ({ glob }));
    const lines = writeBackingLines(globs, ['CLAUDE.md', '.claude/', 'CLAUDE.md'], ['@org/eng']);
    const { find } = indexOwners(parseCodeowners({ path: 'CODEOWNERS', text: lines.join('\n') }));
    const owned = [
      'src/auth/a/b.ts',
      '.github/workflows/ci.yml',
      'src/locales/de/legal.json',
      'CLAUDE.md',
      '.claude/x',
    ];
    for (const path of owned) assert.deepEqual(find(path).owners, ['@org/eng'], path);
    for (const path of ['src/a.ts', 'docs/CLAUDE.md']) assert.deepEqual(find(path).owners, [], path);
    assert.equal(lines.length, 5);
  });

  it('spells a folder as it is spelled there, since CODEOWNERS heeds capitals', () => {
    const paths = ['src/Secrets/a.cs', 'lib/secrets/b.cs', 'src/SecretsManager/Secrets/c.cs', 'odd/sec rets/d.cs'];
    const patterns = (glob: string): readonly string[] =>
      writeBackingLines([{ glob, paths }], [], ['@o']).map((line) => line.replace(' @o', ''));
    assert.deepEqual(patterns('**/secrets/**'), ['**/Secrets/', '**/secrets/']);
    assert.deepEqual(patterns('**/auth/**'), ['**/auth/']);
    assert.deepEqual(patterns('.github/workflows/**'), ['/.github/workflows/']);
  });
});

describe('addSection', () => {
  const section = '## PM zone\n\nx\n';
  const added = (before: string | undefined): string => addSection({ path: 'CLAUDE.md', before }, section).after;

  it('begins a new file with it', () => {
    assert.equal(added(undefined), '# PM zone\n\nx\n');
    assert.equal(added('\n'), '\n# PM zone\n\nx\n');
  });

  it('adds it at the end, in the line ends of the file', () => {
    assert.equal(added('# Notes\n'), '# Notes\n\n## PM zone\n\nx\n');
    assert.equal(added('# Notes'), '# Notes\n\n## PM zone\n\nx\n');
    assert.equal(added('# Notes\r\n'), '# Notes\r\n\r\n## PM zone\r\n\r\nx\r\n');
  });
});

describe('findPolicyFile', () => {
  const find = (files: Readonly<Record<string, Partial<RevisionFile>>>): ReturnType<typeof findPolicyFile> => {
    const all = Object.entries(files).map(
      ([path, file]) => [path, { oid: undefined, bytes: 1, content: Buffer.from('x'), ...file }] as const,
    );
    const read: Revision['read'] = (paths) => Promise.resolve(new Map(all.filter(([path]) => paths.includes(path))));
    return findPolicyFile({ read });
  };

  it('takes the first that is there and no link', async () => {
    assert.deepEqual(await find({}), { path: 'CLAUDE.md', before: undefined });
    assert.deepEqual(await find({ 'AGENTS.md': {} }), { path: 'AGENTS.md', before: 'x' });
    assert.deepEqual(await find({ 'CLAUDE.md': { isLink: true }, 'AGENTS.md': {} }), {
      path: 'AGENTS.md',
      before: 'x',
    });
  });

  it('puts a file that imports the same instructions in the place of a link to them', async () => {
    const link = (to: string): Partial<RevisionFile> => ({ isLink: true, content: Buffer.from(to) });
    const there = { '.github/copilot-instructions.md': {}, '.github/my notes.md': {} };
    const target = '.github/copilot-instructions.md';
    const place = await find({ 'CLAUDE.md': link(target), 'AGENTS.md': link(target), ...there });
    assert.deepEqual(place, { path: 'CLAUDE.md', before: target, instead: `@${target}\n` });
    assert.ok('path' in place);
    assert.deepEqual(addSection(place, '## PM zone\n\nx\n'), {
      path: 'CLAUDE.md',
      before: target,
      after: `@${target}\n\n## PM zone\n\nx\n`,
    });
    for (const elsewhere of ['../CLAUDE.md', '/etc/notes.md', 'gone.md', '.github/my notes.md'])
      assert.ok('trouble' in (await find({ 'CLAUDE.md': link(elsewhere), ...there })), elsewhere);
  });

  it('goes to the end of instructions elsewhere that are called as these are', async () => {
    const link = (to: string): Partial<RevisionFile> => ({ isLink: true, content: Buffer.from(to) });
    const links = { 'CLAUDE.md': link('AGENTS.md'), 'AGENTS.md': link('.agents/AGENTS.md') };
    assert.deepEqual(await find({ ...links, '.agents/AGENTS.md': {} }), { path: '.agents/AGENTS.md', before: 'x' });
    assert.ok('trouble' in (await find({ ...links, '.agents/AGENTS.md': { content: Buffer.from([0xff]) } })));
  });

  it('says what is in the way', async () => {
    for (const file of [
      { isLink: true as const },
      { isLink: true as const, content: Buffer.from([0xff]) },
      { content: undefined },
      { bytes: 2 ** 20 },
      { content: Buffer.from([0xff]) },
    ])
      assert.ok('trouble' in (await find({ 'CLAUDE.md': file })));
  });
});
