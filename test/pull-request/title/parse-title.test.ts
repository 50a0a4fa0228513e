import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTitle } from '../../../src/pull-request/title/parse-title.js';
import { processorTime } from '../../support/processor-time.js';

describe('parseTitle', () => {
  const cases: readonly (readonly [string, object])[] = [
    ['feat: add it', { form: 'conventional', type: 'feat', text: 'add it' }],
    ['Docs(cart)!: Add  it', { form: 'conventional', type: 'Docs', scope: 'cart', text: 'Add it' }],
    [':memo: fix: say it', { emoji: ':memo:', form: 'conventional', type: 'fix', text: 'say it' }],
    ['📝 Say it', { emoji: '📝', form: 'plain', text: 'Say it' }],
    ['ABC-12 Say it', { form: 'ticket', ticket: 'ABC-12', frame: '$ ', text: 'Say it' }],
    ['ABC-12: Say it', { form: 'ticket', ticket: 'ABC-12', frame: '$: ', text: 'Say it' }],
    ['ABC-12 | Say it', { form: 'ticket', ticket: 'ABC-12', frame: '$ | ', text: 'Say it' }],
    ['[ABC-12] - Say it', { form: 'ticket', ticket: 'ABC-12', frame: '[$] - ', text: 'Say it' }],
    ['(ABC-12) Say it', { form: 'ticket', ticket: 'ABC-12', frame: '($) ', text: 'Say it' }],
    ['2683 - Say it', { form: 'ticket', ticket: '2683', frame: '$ - ', text: 'Say it' }],
    ['[2683] Say it', { form: 'ticket', ticket: '2683', frame: '[$] ', text: 'Say it' }],
    ['404 page says it', { form: 'plain', text: '404 page says it' }],
    ['UTF-8 everywhere', { form: 'plain', text: 'UTF-8 everywhere' }],
    ['[ABC-12 Say it', { form: 'plain', text: '[ABC-12 Say it' }],
    ['[13.x] Say it', { form: 'tag', name: '13.x', text: 'Say it' }],
    ['[skip ci] Say it', { form: 'plain', text: '[skip ci] Say it' }],
    ['web/cart: say it', { form: 'area', name: 'web/cart', text: 'say it' }],
    ['build system: say it', { form: 'area', name: 'build system', text: 'say it' }],
    ['This is about one: say it', { form: 'plain', text: 'This is about one: say it' }],
    ['', { form: 'plain', text: '' }],
  ];
  for (const [title, parts] of cases) {
    it(`takes ${JSON.stringify(title)} apart`, () => assert.deepEqual(parseTitle(title), parts));
  }

  it('loses nothing of what a title says, whatever it is', () => {
    const piece = fc.constantFrom(
      'feat',
      'ABC-1',
      '[',
      ']',
      '(',
      ')',
      ':',
      ' ',
      '!',
      'x',
      '📝',
      ':memo:',
      '|',
      '12',
      '-',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: piece, maxLength: 12 }), fc.string({ unit: 'grapheme' })), (title) => {
        const line = title.replace(/\s+/g, ' ').trim();
        assert.ok(line.slice(0, 300).endsWith(parseTitle(title).text));
      }),
    );
  });

  it('takes no time for long ones', () => {
    for (const each of ['a'.repeat(1e5), '[a '.repeat(1e5), 'A-1'.repeat(1e5), '📝'.repeat(1e5), ' '.repeat(1e5)]) {
      const start = processorTime();
      parseTitle(each);
      assert.ok(processorTime() - start < 1000);
    }
  });
});
