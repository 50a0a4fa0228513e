import assert from 'node:assert/strict';
import {
  altOf,
  comingPicture,
  describeDrafted,
  draftedPicture,
  findComing,
  findDraftedPictures,
  putPictures,
  toComing,
} from '../../src/pull-request/picture-lines.js';

const before = { alt: 'The greeting before', name: 'before-0123456789ab.png' };
const after = { alt: 'The greeting *after*, \\[new\\]', name: 'after-ba9876543210.webp' };

describe('pictures of a description', () => {
  it('are found in a draft by our own names alone', () => {
    const text = `Look: ${draftedPicture(before)} and\n${draftedPicture(after)}\n![x](picture:x.png) ![y](https://a.example/y.png)`;
    assert.deepEqual(findDraftedPictures(text), [before, after]);
  });

  it('stand on the host as lines that say where each is to come, on lines of their own', () => {
    const text = `A\n\n${draftedPicture(before)}\n\nLook: ${draftedPicture(before)} ${draftedPicture(after)}\nB`;
    assert.equal(
      toComing(text),
      [
        'A',
        '*The author adds a picture here: The greeting before (before-0123456789ab.png)*',
        'Look:',
        comingPicture(before),
        `${comingPicture(after)}\nB`,
      ].join('\n\n'),
    );
    assert.deepEqual(findComing(toComing(text)), [before, before, after]);
    assert.deepEqual(findComing(toComing(text).replace(/\n/g, '\r\n')), [before, before, after]);
    assert.equal(toComing('No picture.\n![x](https://a.example/x.png)'), 'No picture.\n![x](https://a.example/x.png)');
    assert.equal(
      comingPicture({ ...before, alt: '' }),
      '*The author adds a picture here: what it shows (before-0123456789ab.png)*',
    );
  });

  it('say what they show in words that mean nothing else', () => {
    const alt = altOf('  See #12, @erin: ![a](b) `c` *d* ');
    const [found] = findDraftedPictures(draftedPicture({ alt, name: before.name }));
    assert.equal(found?.alt, alt);
    assert.doesNotMatch(alt, /@erin|#12|(?<![\\<])[![\]`*]/);
    assert.ok(altOf('#@<'.repeat(1000)).length < 2000);
  });

  it('get what they show by their names, and keep it where nobody says it', () => {
    const text = `${draftedPicture({ ...before, alt: '' })}\n${draftedPicture(after)}`;
    const words = new Map([[before.name, 'The page [old]']]);
    assert.equal(
      describeDrafted(text, words),
      `![The page \\[old\\]](picture:${before.name})\n${draftedPicture(after)}`,
    );
  });

  it('take their places once the host has them, each once', () => {
    const body = `A\r\n\r\n${comingPicture(before)}\r\n\r\nB\n\n${comingPicture(after)}\n\n${comingPicture(before)}\n`;
    const address = '/uploads/0123456789abcdef0123456789abcdef/before.png';
    assert.equal(
      putPictures(body, new Map([[before.name, address]])),
      `A\r\n\r\n![The greeting before](${address})\r\n\r\nB\n\n${comingPicture(after)}\n\n`,
    );
    const there = `![Mine](${address})\n\n${comingPicture(before)}\n`;
    assert.equal(putPictures(there, new Map([[before.name, address]])), `![Mine](${address})\n\n`);
  });
});
