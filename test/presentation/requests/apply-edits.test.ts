import assert from 'node:assert/strict';
import { applyEdits, isEdited, renewDraftText } from '../../../src/presentation/requests/apply-edits.js';
import { formatDraftText } from '../../../src/presentation/requests/draft-text.js';
import { draftOf } from '../../opening/held-opening.js';

describe('what a PM made of a draft', () => {
  const made = draftOf('before', { toFill: ['Name the ticket.'] });
  const now = draftOf('now', { title: 'A clearer home, again' });
  const shown = formatDraftText(made);

  it('is the newest draft where they changed nothing', () => {
    for (const text of [shown, shown.replace(/\n/g, '\r\n')]) {
      assert.equal(isEdited({ made, text }), false);
      assert.deepEqual(applyEdits(now, { made, text, taken: [] }), now);
    }
  });

  it('keeps their title and their words, and makes new what is generated', () => {
    const text = `${shown.replace('# A clearer home', '# SHOP-1: A home')}\nMine.\n`;
    assert.equal(isEdited({ made, text }), true);
    const { title, body } = applyEdits(now, { made, text, taken: [] });
    assert.equal(title, 'SHOP-1: A home');
    assert.match(body, /A clearer home, now\.[^]*\n\nMine\.\n$/);
    assert.doesNotMatch(body, /before|Name the ticket/);
  });

  it('has the labels that they took, one of ours written otherwise in its place', () => {
    const taken = ['area/home', 'PM Authored'].map((name) => ({ name, description: '', by: 'rules' as const }));
    assert.deepEqual(applyEdits(now, { made, text: shown, taken }).labels, ['zone:copy', 'area/home', 'PM Authored']);
  });

  it('is shown again for the change as it is now, with their words and their pictures as pictures', () => {
    assert.equal(renewDraftText(now, { made, text: shown }), formatDraftText(now));
    const picture = '![The page](picture:page-0123456789ab.png)';
    const text = renewDraftText(now, {
      made,
      text: `${shown.replace('# A clearer home', '# SHOP-1: A home')}\n${picture}\n`,
    });
    assert.match(text, /^# SHOP-1: A home\n[^]*A clearer home, now\./);
    assert.ok(text.endsWith(`\n${picture}\n`), text);
    assert.doesNotMatch(text, /before|The author adds/);
    assert.equal(
      applyEdits(now, { made: now, text, taken: [] }).title,
      'SHOP-1: A home',
      'and is theirs when it is sent',
    );
  });

  it('has a title where they left none', () => {
    assert.equal(applyEdits(now, { made, text: '', taken: [] }).title, now.title);
  });
});
