import assert from 'node:assert/strict';
import fc from 'fast-check';

import { draftText, readDraftText } from '../../src/guide/draft-text.js';

describe('readDraftText', () => {
  it('takes the first line that says something for the title', () => {
    assert.deepEqual(readDraftText('\r\n# New home \r\n\r\n## What\r\n'), { title: 'New home', body: '## What\n' });
    assert.deepEqual(readDraftText('New home'), { title: 'New home', body: '' });
    assert.deepEqual(readDraftText('#\nBody'), { title: '', body: 'Body' });
    assert.deepEqual(readDraftText(' \n'), { title: '', body: '' });
  });

  it('reads back what it was given', () => {
    const line = fc.string({ minLength: 1 }).filter((text) => /^[^#\s](?:.*\S)?$/.test(text));
    fc.assert(
      fc.property(line, fc.array(line), (title, lines) => {
        const body = lines.join('\n');
        assert.deepEqual(readDraftText(draftText({ title, body })), { title, body });
      }),
    );
  });
});
