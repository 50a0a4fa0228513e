import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layProduct } from '../../bench/find-words/lay-product.js';
import { isFound, kinds, readProducts, type Sentence } from '../../bench/find-words/sentence.js';
import type { ProductText } from '../../src/presentation/words/product-text.js';
import { temporaryRepository } from '../support/temporary-repository.js';

describe('bench: how well Find Words finds', () => {
  it('has 200 sentences of ten products or more, a third put aside, each with what would be right', () => {
    const products = readProducts('bench/find-words/corpus');
    const sentences = products.flatMap((product) => product.sentences);
    assert.ok(products.length >= 10 && sentences.length >= 200, `${products.length} ${sentences.length}`);
    for (const { repository, commit } of products)
      assert.match(`${repository} ${commit}`, /^[\w.-]+\/[\w.-]+ [\da-f]{40}$/);
    for (const { typed, kind, part, expect } of sentences) {
      assert.ok(typed.trim() !== '' && kinds.includes(kind) && ['open', 'aside'].includes(part), typed);
      assert.ok(expect.length > 0 && expect.every(({ path, key }) => path !== '' && key !== ''), typed);
    }
    const aside = sentences.filter(({ part }) => part === 'aside').length / sentences.length;
    assert.ok(aside > 0.25 && aside < 0.45, String(aside));
  });

  it('takes a text for found among the first three, in its file, also by a longer or shortened key', () => {
    const sentence = (path: string, key: string): Sentence => ({
      typed: 'x',
      kind: 'written',
      part: 'open',
      expect: [{ path, key }],
    });
    const text = (path: string, key?: string): ProductText => ({
      path,
      kind: 'copy',
      text: 'x',
      ...(key !== undefined && { key }),
      at: { line: 1, column: 1 },
      to: { line: 1, column: 2 },
    });
    const other = text('b.json', 'b');
    assert.ok(isFound(sentence('a.json', 'a.b'), [other, other, text('a.json', 'a.b')]));
    assert.ok(!isFound(sentence('a.json', 'a.b'), [other, other, other, text('a.json', 'a.b')]));
    assert.ok(isFound(sentence('**', 'a.b'), [text('x/b.json', 'en.a.b')]));
    assert.ok(!isFound(sentence('a.json', 'a.b'), [text('b.json', 'a.b')]));
    assert.ok(!isFound(sentence('a.json', 'a.b'), [text('a.json', 'a')]));
    assert.ok(!isFound(sentence('a.json', 'a'), [text('a.json')]));
    const long = 'some words that go on '.repeat(8);
    assert.ok(isFound(sentence('**/*.po', long), [text('de/a.po', `${long.slice(0, 120)}…`)]));
  });

  it('lays the files that hold words, as the commit has them', () => {
    const repository = temporaryRepository();
    repository.write('i18n/en.json', '{"a": "Hello"}');
    repository.write('logo.png', 'no words');
    repository.commit('first');
    const commit = execFileSync('git', ['-C', repository.root, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
    const laid = layProduct(join(repository.root, '.git'), commit);
    assert.deepEqual(laid.paths, ['i18n/en.json']);
    assert.equal(readFileSync(join(laid.root, 'i18n/en.json'), 'utf8'), '{"a": "Hello"}');
    laid.remove();
    assert.throws(() => readFileSync(join(laid.root, 'i18n/en.json')));
  });
});
