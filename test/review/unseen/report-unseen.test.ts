import assert from 'node:assert/strict';
import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';
import { runChecks } from '../../support/run-checks.js';

const found = async (head: SideFiles, base: SideFiles = {}): Promise<readonly string[]> =>
  (await runChecks([copyCatalog], { base, head })).map(
    ({ path, line, column, message }) => `${path}:${line}:${column} ${message.replace(/: readers .*$/, '')}`,
  );

describe('signs that nobody sees', () => {
  for (const path of ['home/prompts/hi.md', 'home/prompts/hi.txt', 'home/PLANNING.md', 'docs/plans/home.md'])
    it(`are told of ${path}`, async () => {
      assert.deepEqual(await found({ [path]: 'Be kind.\nAnd \u202edas\u202c.\n' }), [
        `${path}:2:5 This line has a sign in it that nobody sees, U+202E`,
      ]);
    });

  it('are told of prose in a folder of texts, and of none that is code, or gone', async () => {
    assert.deepEqual(await found({ 'locales/en/mail.md': 'Be kind\0.\n', 'src/a.ts': 'const a = "\0";\n' }), [
      'locales/en/mail.md:1:8 This line has a sign in it that nobody sees, U+0000',
    ]);
    assert.deepEqual(await found({}, { 'home/prompts/hi.md': 'Be kind\0.\n' }), []);
  });

  it('are not told where they were before', async () => {
    const path = 'home/prompts/hi.md';
    const base = { [path]: '\ufeffBe\u001b kind.\n\nAnd\n' };
    assert.deepEqual(await found({ [path]: '\ufeffBe\u001b very kind.\n\nAnd\n' }, base), []);
    assert.deepEqual(await found({ [path]: '\ufeffBe\u001b kind.\n\nAnd so\u001b\n' }, base), [
      `${path}:3:7 This line has a sign in it that nobody sees, U+001B`,
    ]);
    const closed = { [path]: 'Be \u2066kind\n\nnow\u2069.\n' };
    assert.deepEqual(await found({ [path]: 'Be \u2066kind\n\nnow.\n' }, closed), [
      `${path}:1:4 This line has a sign in it that nobody sees, U+2066`,
    ]);
  });

  it('leave a change without texts alone', async () => {
    assert.equal(
      await copyCatalog.run(createReviewContext({ head: { 'src/a.ts': '\n', 'a.md': 'x\n' } })),
      'not-applicable',
    );
  });

  const path = 'src/i18n/en.json';
  const json = (texts: Record<string, string>): SideFiles => ({ [path]: `${JSON.stringify(texts)}\n` });

  it('are told of a text and of a new key, at their place', async () => {
    assert.deepEqual(await found(json({ a: 'Add\u{e0061}' })), [
      `${path}:1:10 “a” has a sign in it that nobody sees, U+E0061`,
    ]);
    assert.deepEqual(await found(json({ 'a\u202e': 'Add' })), [
      `${path}:1:2 “a ” has a sign in it that nobody sees, U+202E`,
    ]);
    assert.deepEqual(await found(json({ 'a\u202e': 'Add it' }), json({ 'a\u202e': 'Add' })), []);
    assert.deepEqual(await found(json({ a: 'Add\u202e it' }), json({ a: 'Add\u202e' })), []);
  });

  it('are told of a text in which they are written out for a page', async () => {
    assert.deepEqual(await found(json({ a: 'Pay &#x202E;it' }), json({ a: 'Pay it' })), [
      `${path}:1:6 “a” has a sign in it that nobody sees, U+202E`,
    ]);
    assert.deepEqual(await found(json({ a: 'Pay &#x202E;it' })), [
      `${path}:1:6 “a” has a sign in it that nobody sees, U+202E`,
    ]);
    assert.deepEqual(await found(json({ a: 'Pay &shy;&amp;&nbsp;&#8217; it' })), []);
  });

  it('are none that a language from right to left is written with', async () => {
    assert.deepEqual(await found({ 'src/i18n/fa.json': '{"a": "\\u200f%s: %d"}\n' }), []);
    assert.equal((await found({ 'src/i18n/fr.json': '{"a": "\\u200f%s: %d"}\n' })).length, 1);
  });
});
