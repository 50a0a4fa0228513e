import assert from 'node:assert/strict';
import fc from 'fast-check';

import { formatDraftText, parseDraftText } from '../../../src/presentation/requests/draft-text.js';

describe('readDraftText', () => {
  it('takes the first line that says something for the title', () => {
    assert.deepEqual(parseDraftText('\r\n# New home \r\n\r\n## What\r\n'), { title: 'New home', body: '## What\n' });
    assert.deepEqual(parseDraftText('New home'), { title: 'New home', body: '' });
    assert.deepEqual(parseDraftText('#\nBody'), { title: '', body: 'Body' });
    assert.deepEqual(parseDraftText(' \n'), { title: '', body: '' });
  });

  it('reads back what it was given', () => {
    const line = fc.string({ minLength: 1 }).filter((text) => /^[^#\s](?:.*\S)?$/.test(text));
    fc.assert(
      fc.property(line, fc.array(line), (title, lines) => {
        const body = lines.join('\n');
        assert.deepEqual(parseDraftText(formatDraftText({ title, body })), { title, body });
      }),
    );
  });
});
