import assert from 'node:assert/strict';
import { shortenLists } from '../../src/policy/describe-reason.js';
import { processorTime } from '../support/processor-time.js';

describe('shortenLists', () => {
  const names = Array.from({ length: 20 }, (_, at) => `l${at}`);

  it('counts what follows the first names of a long list', () => {
    assert.equal(
      shortenLists(`i18n/{${names.join(',')}}.json, and web/{${names.join(',')}}.json`),
      'i18n/{l0, l1, l2 and 17 more}.json, and web/{l0, l1, l2 and 17 more}.json',
    );
  });

  it('leaves short lists, few long names and other braces as they are', () => {
    for (const text of [
      'i18n/{de,en}.json',
      `{${'a'.repeat(30)},${'b'.repeat(30)}}`,
      `{${'one sentence of the product, '.repeat(2)}}`,
      `${'{'.repeat(20)}${names.join(',')}`,
    ])
      assert.equal(shortenLists(text), text);
  });

  it('takes no longer for the worst of texts', () => {
    const begun = processorTime();
    for (const text of ['{'.repeat(100_000), `{${'a,'.repeat(50_000)}`, '{a'.repeat(50_000)]) shortenLists(text);
    assert.ok(processorTime() - begun < 100);
  });
});
