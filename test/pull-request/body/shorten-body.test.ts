import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shortenBody } from '../../../src/pull-request/body/shorten-body.js';

const details = (name: string): string =>
  `<details><summary>${name}</summary>\n\n## Folded\n\n${'x'.repeat(100)}\n\n</details>\n`;
const body = `Hello\n\n## What\n\nWords\n\n${details('12 files')}\n## Why\n\nBecause\n\n${details('Verdicts')}\n## Who\n\n@erin\n`;

const within =
  (length: number) =>
  (text: string): boolean =>
    text.length <= length;

describe('shortenBody', () => {
  it('leaves out folded details first, the last before the others', () => {
    const short = shortenBody(body, within(300));
    assert.deepEqual(short?.leftOut, ['Verdicts']);
    assert.match(
      short.body,
      /12 files[^]*## Why\n\nBecause\n\n## Who\n\n@erin\n\n_Shortened to fit this page\. Left out: Verdicts\._\n$/,
    );
    assert.deepEqual(shortenBody(body, within(200))?.leftOut, ['12 files', 'Verdicts']);
  });

  it('then whole sections, the last before the others, but never the first', () => {
    assert.equal(
      shortenBody(body, within(100))?.body,
      'Hello\n\n## What\n\nWords\n\n_Shortened to fit this page. Left out: 12 files; Why; Who._\n',
    );
    assert.equal(shortenBody(body, within(20)), undefined);
    assert.equal(shortenBody('Words', within(1)), undefined);
  });

  it('takes no heading and no details in code for one', () => {
    const code = `## What\n\n\`\`\`\n## x\n<details>\n\`\`\`\n\n## Why\n\n${'y'.repeat(100)}`;
    assert.deepEqual(shortenBody(code, within(100))?.leftOut, ['Why']);
  });

  it('knows details without a summary, and some that never end', () => {
    assert.deepEqual(shortenBody(`# A\n<details>\n${'x'.repeat(100)}\n</details>\n`, within(80))?.leftOut, ['details']);
    assert.deepEqual(shortenBody(`# A\n<details>\n## ${'x'.repeat(100)}\n`, within(80))?.leftOut, ['details']);
  });

  it('names the first of many', () => {
    const many = `# A\n${Array.from({ length: 20 }, (_, count) => `## B${count}\n`).join('')}`;
    assert.match(shortenBody(many, within(110))?.body ?? '', /Left out: B\d+(?:; B\d+){7}; more\._\n$/);
  });

  it('fits, or says that nothing does, whatever the text', () => {
    const unit = fc.constantFrom('## ', 'a', '\n', '<details>', '<summary>', '</summary>', '</details>', '```', ' ');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.nat(150), (text, length) => {
        const short = shortenBody(text, within(length));
        assert.ok(short === undefined || (short.body.length <= length && short.leftOut.length > 0));
      }),
    );
  });

  it('takes no time for very many parts', () => {
    for (const each of ['## a\n', '<details>\n', '<details></details>\n', '\n', '#']) {
      const start = performance.now();
      shortenBody(each.repeat(50_000), within(500));
      assert.ok(performance.now() - start < 2000);
    }
  });
});
