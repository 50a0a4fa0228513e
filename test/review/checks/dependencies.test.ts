import assert from 'node:assert/strict';
import type { FileVersion } from '../../../src/change/change.js';
import { dependencies } from '../../../src/review/checks/dependencies.js';
import { createReviewContext, type ReviewContextParts, type SideFiles } from '../../support/review-context.js';

describe('dependencies', () => {
  const open = async (base: SideFiles, head: SideFiles, more: ReviewContextParts = {}): Promise<boolean> => {
    const outcome = await dependencies.run(createReviewContext({ ...more, base, head }));
    assert.ok(outcome !== 'not-applicable' && outcome.reports.length === 0);
    return outcome.undecided === true;
  };

  it('has none where texts, prose, plans, prompts and flags alone changed', async () => {
    for (const path of [
      'i18n/en.json',
      'res/values/strings.xml',
      'docs/a.md',
      'PLANNING.md',
      'prompts/a.txt',
      'docs/a.txt',
      'README.txt',
      'i18n/texts.json',
      'flags.yaml',
    ])
      assert.equal(await open({ [path]: '' }, { [path]: 'a: "b"\n' }), false, path);
  });

  it('has none where the flags of a file of properties changed, and may have one in other properties', async () => {
    const settings = { flagFiles: ['**/features.properties'] };
    for (const [path, is] of [
      ['config/features.properties', false],
      ['config/app.properties', true],
    ] as const)
      assert.equal(await open({ [path]: 'a=false\n' }, { [path]: 'a=true\n' }, { settings }), is, path);
  });

  it('leaves it to the engineering DRI where code, settings or orders to tools changed, or a file that is run', async () => {
    for (const path of [
      'a.ts',
      'a.json',
      'docs/requirements.txt',
      'docs/CMakeLists.txt',
      'docs/conf.py',
      'i18n/en.php',
      'a.svg',
      'requirements/base.txt',
      'docs/requirements/docs.txt',
      'plugins.txt',
      'src/data/keys.txt',
      'robots.txt',
      '.changeset/a.md',
      '_includes/a.md',
      'i18n/config.json',
    ])
      assert.equal(await open({ [path]: '' }, { [path]: 'a\n' }), true, path);
    assert.equal(await open({}, { 'docs/a.md': '#!/bin/sh\nx\n' }), true);
    assert.equal(await open({}, { 'docs/a.md': '\ufeff#!/bin/sh\nx\n' }), true);
    const run = (text: string): FileVersion => ({ mode: '100755', oid: text, bytes: 1, text });
    assert.equal(await open({ 'docs/a.md': 'x' }, { 'docs/a.md': run('x') }), true);
    assert.equal(await open({ 'docs/a.md': run('x') }, { 'docs/a.md': run('y') }), false);
    const link = { mode: '120000', oid: 'l', bytes: 3, text: 'a.c' };
    assert.equal(await open({}, { 'docs/a.md': link }), true);
  });

  it('takes a program in which words alone changed for text, but before a commit', async () => {
    const [base, head] = [
      { 'src/a.jsx': 'const A = () => <p>These are old words.</p>;\n' },
      { 'src/a.jsx': 'const A = () => <p>These are new words.</p>;\n' },
    ];
    assert.equal(await open(base, head), false);
    assert.equal(await open(base, head, { moment: 'commit' }), true);
  });
});
