import assert from 'node:assert/strict';
import { mayHoldParts } from '../../../src/review/unsafe/may-hold-parts.js';
import { createReviewContext } from '../../support/review-context.js';

function may(before: string, after: string): boolean {
  const { change } = createReviewContext({ base: { 'a.po': before }, head: { 'a.po': after } });
  return change.files.some(mayHoldParts);
}

describe('mayHoldParts', () => {
  it('is false of words, and of a file that is gone or has no text', () => {
    assert.equal(may('msgstr "Old"\n', 'msgstr "New words, and bold ones"\n'), false);
    assert.equal(mayHoldParts({ path: 'a.po', added: [], removedLines: 1 }), false);
  });

  it('is true of what is new, however it is written, and of the lines around it', () => {
    for (const after of [
      'msgstr "<script>"',
      'msgstr "&lt;a onclick=x&gt;"',
      'msgstr "<scr"\n"ipt>"',
      'a=<scr\\\n  ipt>',
      '<string>&lt;scr<!-- x -->ipt></string>',
      'msgstr "see //acme.io"',
      'msgstr "write to a@acme.io"',
      'msgstr "{!! x"',
      'msgstr ""\n"<b "\n"on"\n"load=x"\n',
    ])
      assert.equal(may('msgstr "Old"\n', after), true, after);
    assert.equal(may('"<a "\n"href=x"\n', '"<a "\n"onload=y "\n"href=x"\n'), true);
  });

  it('does not ask what stands far from what is new', () => {
    const far = '<script>\n\n\n\n\n';
    assert.equal(may(`${far}old\n`, `${far}new\n`), false);
  });

  it('takes time in proportion to the text', () => {
    for (const each of ['"\n', '\\\n', '<!--', '< ', 'on', 'data ', '| ', '!a', '&amp;', 'action ']) {
      const text = each.repeat(200_000 / each.length);
      const started = performance.now();
      mayHoldParts({
        path: 'a.po',
        after: { mode: '100644', oid: undefined, bytes: text.length, text },
        added: [{ start: 1, end: text.split('\n').length }],
        removedLines: 0,
      });
      assert.ok(performance.now() - started < 2000, `${JSON.stringify(each)} ${performance.now() - started}`);
    }
  });
});
