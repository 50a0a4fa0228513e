import assert from 'node:assert/strict';
import { processorTime } from '../../support/processor-time.js';
import { valuesBelow } from '../../../src/parsers/secrets/values-below.js';

/** The values below the one “Password” of a text, each checked to stand where it is said to. */
function below(text: string): readonly string[] {
  const start = text.indexOf('Password');
  return valuesBelow(text, start, start + 'Password'.length).map(({ value, start: at }) => {
    assert.equal(text.slice(at, at + value.length), value);
    return value;
  });
}

describe('valuesBelow', () => {
  it('reads the one word below a line, an item or a heading', () => {
    for (const text of [
      'Password:\nxY12ab',
      '- Password\n  - `xY12ab`',
      '## Password\n\nxY12ab',
      '**Password**:\n> xY12ab,',
      'Password:\n---\n\nxY12ab',
    ])
      assert.deepEqual(below(text), ['xY12ab'], text);
  });

  it('reads the cells of its column', () => {
    assert.deepEqual(below('| Password |\n|---|\n| xY12ab |\n| cD34ef |\n\n| gH56ij |'), ['xY12ab', 'cD34ef']);
    assert.deepEqual(below('Password | For\n--- | ---\nxY12ab | shop\ntwo words | x\nonly |'), ['xY12ab', 'only']);
    assert.deepEqual(below('| For | Password |\n|---|:-:|\n| shop | xY12ab |\n| shop |'), ['xY12ab']);
    assert.deepEqual(below('| The Password of somebody who is gone now | b |\n|---|---|\n| xY12ab | c |'), []);
  });

  it('takes a moment for a hostile text', () => {
    for (const line of [
      `token\n|${' '.repeat(490)}x`,
      `token\n${' '.repeat(499)}x`,
      `- token:\n${'`'.repeat(490)} x`,
    ]) {
      const text = `${line}\n`.repeat(500);
      const start = processorTime();
      for (const { index } of text.matchAll(/token/g)) valuesBelow(text, index, index + 5);
      assert.ok(processorTime() - start < 1000, line.slice(0, 20));
    }
  });

  it('reads nothing below other words', () => {
    for (const text of [
      'Password\nxY12ab',
      'Password:',
      'Password:\n\n\n\nxY12ab',
      'Password:\nNEXT_KEY:',
      'Password:\ntwo words',
      'We ask each of them for a Password:\nxY12ab',
    ])
      assert.deepEqual(below(text), [], text);
  });
});
