import assert from 'node:assert/strict';
import { unsafeCode } from '../../../src/review/checks/unsafe-code.js';
import { createReviewContext, type ReviewContextParts, type SideFiles } from '../../support/review-context.js';

interface Came {
  readonly blockers: readonly string[];
  readonly confirmed: readonly string[];
  readonly isOpen: boolean;
}

async function run(base: SideFiles, head: SideFiles, more: ReviewContextParts = {}): Promise<Came> {
  const outcome = await unsafeCode.run(createReviewContext({ ...more, base, head: { ...base, ...head } }));
  assert.ok(outcome !== 'not-applicable');
  const say = (undecided: boolean): readonly string[] =>
    outcome.reports
      .filter((report) => (report.undecided === true) === undecided)
      .map(({ path, line, message }) => `${String(path)}:${String(line)} ${message}`);
  return { blockers: say(false), confirmed: say(true), isOpen: outcome.undecided === true };
}

const nothing: Came = { blockers: [], confirmed: [], isOpen: false };
const json = (texts: Readonly<Record<string, string>>): string => JSON.stringify(texts, null, 2);

describe('unsafe-code', () => {
  const base = {
    'i18n/en.json': json({
      a: 'Hello',
      b: 'See https://acme.io',
      c: '<i style="x">odd</i>',
      d: '<script>old</script>',
    }),
    'i18n/de.json': json({ a: 'Hallo', b: 'Siehe https://acme.io' }),
  };
  const english = (a: string): SideFiles => ({ 'i18n/en.json': base['i18n/en.json'].replace('Hello', a) });

  it('says nothing of words, simple tags, placeholders and known sites', async () => {
    for (const text of ['Hi {name}', '<b>Hi</b> <a href=\\"https://acme.io/x\\">there</a>', 'Mail a@example.com']) {
      assert.deepEqual(await run(base, english(text)), nothing, text);
    }
  });

  it('blocks what does something on a page, in a new or a changed text', async () => {
    for (const [text, what] of [
      ['<script>x</script>', '<script>'],
      ['\\u003ciframe src=x>', '<iframe>'],
      ['<b onclick=\\"x()\\">Hi</b>', 'onclick='],
      ['{!! name !!}', '{!!'],
      ['<a href=\\"javascript:x()\\">Hi</a>', 'javascript:'],
    ] as const) {
      const { blockers } = await run(
        { 'i18n/en.json': json({ a: 'Hello' }) },
        { 'i18n/en.json': `{\n"a": "${text}"}` },
      );
      assert.equal(blockers.length, 1, text);
      assert.ok(blockers[0]?.startsWith(`i18n/en.json:2 “a” has ${what} in it now`), blockers[0]);
    }
  });

  it('leaves to an engineer what other texts of the file have, and takes a translation for one', async () => {
    const { blockers, confirmed } = await run(base, english('<u style=\\"y\\">Hi</u>'));
    assert.deepEqual(blockers, []);
    assert.match(confirmed.join(), /“a” has style= in it now, as other texts of this file have\. .*@erin confirms/);
    const german = { 'i18n/de.json': json({ a: 'Hallo', b: 'Siehe https://acme.io', c: '<i style="x">seltsam</i>' }) };
    assert.deepEqual(await run(base, german), nothing);
  });

  it('says nothing of what was there, moved or taken out', async () => {
    const moved = { 'i18n/en.json': base['i18n/en.json'].replace('"d": "<script>old</script>"', '"d": "plain"') };
    assert.deepEqual(await run(base, moved), nothing);
    assert.deepEqual(await run({ 'a.md': '<script>\nold\n' }, { 'a.md': 'new\n<script>\n' }), nothing);
  });

  it('has a site confirmed that nothing leads to so far', async () => {
    const { confirmed, ...rest } = await run(base, english('See https://evil.io/x and https://evil.io/y'));
    assert.deepEqual(rest, { blockers: [], isOpen: false });
    assert.equal(confirmed.length, 1);
    assert.match(String(confirmed[0]), /^i18n\/en\.json:2 This leads to evil\.io, which nothing in this repository/);
    for (const [other, isKnown] of [
      ['notacme.io', false],
      ['acme.io.evil.com', false],
      ['a.acme.io', false],
      ['www.acme.io', true],
    ] as const)
      assert.equal((await run(base, english(`https://${other}/`))).confirmed.length, isKnown ? 0 : 1, other);
  });

  it('looks for no site through all files before a commit, and for ten of them later', async () => {
    const text = 'Write to a@acme.io';
    assert.equal((await run({ ...base, 'x.md': 'y\n' }, { 'x.md': text })).confirmed.length, 0);
    assert.equal((await run({ ...base, 'x.md': 'y\n' }, { 'x.md': text }, { moment: 'commit' })).confirmed.length, 1);
    const many = Array.from({ length: 12 }, (_, n) => `https://known${n}.io`).join('\n');
    const there = { 'sites.ts': many, 'x.md': 'y\n' };
    assert.equal((await run(there, { 'x.md': many })).confirmed.length, 2);
  });

  it('has prose, prompts and flags that gain such a part confirmed, but objects of programs blocked', async () => {
    const docs = await run({ 'docs/a.md': 'Text\n' }, { 'docs/a.md': 'Text\n<img onerror="x">\n' });
    assert.match(docs.confirmed.join(), /^docs\/a\.md:2 This has onerror= in it now.*@erin confirms/);
    const flags = await run({ 'flags.yaml': 'a: 1\n' }, { 'flags.yaml': 'a: !ruby/object:X\n' });
    assert.match(flags.blockers.join(), /^flags\.yaml:1 This has !ruby\/ in it now: what reads this file/);
    assert.deepEqual(await run({ 'docs/a.md': '<script>\n' }, { 'docs/a.md': 'Text\n' }), nothing);
  });

  it('leaves code, and what was not read, to the engineering DRI', async () => {
    assert.equal((await run({}, { 'src/a.ts': 'x();\n' })).isOpen, true);
    assert.equal((await run({}, { 'src/i18n/en.ts': "export default { a: 'b' };\n" })).isOpen, true);
    assert.equal((await run({}, { 'docs/a.mdx': 'x\n' })).isOpen, true);
    assert.equal((await run({}, { 'i18n/en.json': '{"a": "<script>"' })).isOpen, true);
    const picture = { mode: '100644', oid: 'p', bytes: 9, unread: 'binary' } as const;
    assert.equal((await run({}, { 'docs/a.png': picture })).isOpen, true);
  });
});
