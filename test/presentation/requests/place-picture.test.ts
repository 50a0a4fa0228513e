import assert from 'node:assert/strict';
import { placePicture } from '../../../src/presentation/requests/place-picture.js';
import { formatDraftText, parseDraftText } from '../../../src/presentation/requests/draft-text.js';

const note = '<!-- Yours to fill in, before you continue (this note is not sent):\n- The issue\n-->';
const text = `# A title\n\n${note}\n\n## What changed\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nMore.\n\n\nEnd.`;

/** The text with a picture put in at the line that holds `at`. */
function put(at: string | number, whole = text): string {
  const line = typeof at === 'number' ? at : whole.slice(0, whole.indexOf(at)).split('\n').length - 1;
  const place = placePicture(whole, line);
  const lines = whole.split('\n');
  const own = lines[place.line] ?? '';
  lines[place.line] =
    `${own.slice(0, place.character)}${place.above}PICTURE${place.below}${own.slice(place.character)}`;
  return lines.join('\n');
}

describe('where a picture goes into a draft', () => {
  it('is a paragraph of its own, behind the table or the words that it was put at', () => {
    assert.equal(put('| - | - |'), text.replace('| 1 | 2 |', '| 1 | 2 |\n\nPICTURE'));
    assert.equal(put('More.'), text.replace('More.', 'More.\n\nPICTURE'));
    assert.equal(put('End.'), `${text}\n\nPICTURE`);
    assert.equal(put(10_000), `${text}\n\nPICTURE`);
  });

  it('is a blank line, with those around it that it needs', () => {
    assert.equal(put(11), text.replace('| 1 | 2 |\n\nMore', '| 1 | 2 |\n\nPICTURE\n\nMore'));
    assert.equal(put(13), text.replace('More.\n\n\n', 'More.\n\nPICTURE\n\n'));
    assert.equal(put(14), text.replace('More.\n\n\n', 'More.\n\nPICTURE\n\n'));
  });

  it('is neither the title nor the note that is not sent', () => {
    assert.equal(put(0), text.replace('# A title', '# A title\n\nPICTURE'));
    assert.equal(put('The issue'), text.replace('-->', '-->\n\nPICTURE'));
    assert.equal(put(0, '\n\n# A title'), '\n\n# A title\n\nPICTURE');
    assert.equal(put(0, ''), 'PICTURE');
  });

  it('is sent as a line that says where it comes', () => {
    const draft = { title: 'A title', body: 'Words.\n', toFill: ['The issue'] };
    const shown = formatDraftText(draft).replace('Words.', 'Words.\n\n![The new home](picture:home-0123456789ab.png)');
    assert.deepEqual(parseDraftText(shown, draft.body), {
      title: 'A title',
      body: 'Words.\n\n*The author adds a picture here: The new home (home-0123456789ab.png)*\n',
    });
  });
});
