import assert from 'node:assert/strict';
import { listDescribedWords } from '../../../src/policy/problems/list-described-words.js';
import { readSection } from '../../support/read-policy.js';

const listed = (item: string): readonly string[] =>
  listDescribedWords(readSection(`PMs can touch:\n\n- ${item}\n`)).map(({ text }) => text);

describe('listDescribedWords', () => {
  it('lists what was taken to say what lies there', () => {
    assert.deepEqual(listed('`i18n/en.json` (texts of the app and its reports)'), ['texts of the app and its reports']);
  });

  it('lists nothing that is asked about with what a comma ties it to', () => {
    assert.deepEqual(listed('`i18n/en.json` (texts of the app and its reports, sentence case)'), []);
  });
});
