import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wrapPart } from '../../../src/pull-request/body/generated-parts.js';

import {
  acceptInText,
  formatDraftText,
  parseDraftText as parse,
} from '../../../src/presentation/requests/draft-text.js';

const parseDraftText = (text: string, made = ''): ReturnType<typeof parse> => parse(text, made);

describe('readDraftText', () => {
  it('takes the first line that says something for the title', () => {
    assert.equal(
      parseDraftText('    # New home\n\nBody', '').title,
      'New home',
      'Tab, pressed on the way to a button, indents it',
    );
    assert.deepEqual(parseDraftText('\r\n# New home \r\n\r\n## What\r\n'), { title: 'New home', body: '## What\n' });
    assert.deepEqual(parseDraftText('New home'), { title: 'New home', body: '' });
    assert.deepEqual(parseDraftText('#\nBody'), { title: '', body: 'Body' });
    assert.deepEqual(parseDraftText(' \n'), { title: '', body: '' });
  });

  it('takes the note for the PM out again, wherever it was moved', () => {
    const text = formatDraftText({ title: 'New home', body: 'Body', toFill: ['Fill --> <!-- in.'] });
    assert.match(text, /^# New home\n\n<!-- Yours to fill in.*\n- Fill - <!- in\.\n-->\n\nBody$/);
    assert.deepEqual(parseDraftText(text.replace(/\n/g, '\r\n')), { title: 'New home', body: 'Body' });
    const [note = ''] = /<!--[^]*-->/.exec(text) ?? [];
    assert.deepEqual(parseDraftText(`${note}\n# New home\n\nBody`), { title: 'New home', body: 'Body' });
    assert.match(parseDraftText(text.replace('-->', '')).body, /^<!-- Yours/);
  });

  it('shows none of the markers, and gives them back', () => {
    const body = `Mine.\n\n${wrapPart('main', '## What\n\nA home.')}\n`;
    const text = formatDraftText({ title: 'New home', body, toFill: ['One.'] });
    assert.doesNotMatch(text, /pm-zone:/);
    assert.deepEqual(parseDraftText(text, body), { title: 'New home', body });
  });

  it('takes what the PM took of a proposal: the title, and what stands above the description, behind the note', () => {
    const taken = { title: 'A better home', summary: 'What changes.', labels: [] };
    const above = 'What changes.\n\nProposed by AI and taken by the author: the title; the summary above.';
    const text = acceptInText(formatDraftText({ title: 'New home', body: 'Body\n', toFill: ['One.'] }), taken);
    assert.match(text, /^# A better home\n\n<!-- Yours to fill in[^]*-->\n\nWhat changes\./);
    assert.deepEqual(parseDraftText(text), { title: 'A better home', body: `${above}\n\nBody\n` });
    assert.deepEqual(parseDraftText(acceptInText('', taken)), { title: 'A better home', body: above });
    const labels = [{ name: 'x', description: '', by: 'rules' as const }];
    const only = acceptInText('# Mine\n\nBody\n', { title: undefined, summary: undefined, labels });
    assert.equal(only, '# Mine\n\nBody\n', 'a label stands in no text');
  });

  it('reads back what it was given', () => {
    const line = fc.string({ minLength: 1 }).filter((text) => /^[^#\s](?:.*\S)?$/.test(text));
    fc.assert(
      fc.property(line, fc.array(line), fc.array(fc.string()), (title, lines, toFill) => {
        const body = lines.join('\n');
        assert.deepEqual(parseDraftText(formatDraftText({ title, body, toFill })), { title, body });
      }),
    );
  });
});
