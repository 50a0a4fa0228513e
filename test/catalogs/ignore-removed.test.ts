import assert from 'node:assert/strict';
import { compareShapes } from '../../src/catalogs/compare-shapes.js';
import { ignoreRemoved } from '../../src/review/catalog-reports/differences/ignore-removed.js';
import { readMessageShape } from '../../src/catalogs/message-shape.js';
import type { CatalogEntry } from '../../src/catalogs/catalog.js';

/** What a text lacks, by name, once what was taken out with its words is left out of account. */
function lacks(was: string, value: string): readonly string[] {
  const entry = { path: ['a'], value } as unknown as CatalogEntry;
  const shape = (text: string) => readMessageShape(text, 'rails', undefined);
  const difference = compareShapes(entry, shape(value), shape(was), 'en', true);
  return ignoreRemoved(difference, was, value)?.missing ?? [];
}

describe('tags that went with their words', () => {
  it('are no loss where words were taken out', () => {
    for (const [was, value] of [
      ['<p>One</p>\n<p>Two</p>', '<p>One</p>\n'],
      ['<p>One</p> <p>Use <a href="x"><abbr title="y">CC</abbr> (Center)</a> now</p>', '<p>One</p>'],
      ['One <strong>two</strong> three', 'One three'],
      ['One <em>two</em> <i>three</i>', 'One <i>three</i>'],
      ['<p>One</p><p>Two</p><p>Two</p>', '<p>One</p><p>Two</p>'],
      ['<p>One</p> <p>Two<br/>and more</p>', '<p>One</p>'],
      ['<p>Two</p>\n<p>One</p>', '<p>One</p>'],
    ] as const)
      assert.deepEqual(lacks(was, value), [], was);
  });

  it('are lost where the words stay, or others came', () => {
    for (const [was, value, missing] of [
      ['Press <b>Save</b> now', 'Press Save now', ['<b>', '</b>']],
      ['Press <b>Save</b> now', 'Press Store now', ['<b>', '</b>']],
      ['Press <b>Save</b> now', 'Press what you see there now', ['<b>', '</b>']],
      ['<p>One</p><p>Two</p>', '<p>One</p>Two', ['<p>', '</p>']],
      ['<ul><li>One a</li><li>Two b</li></ul>', '<li>One a</li>', ['<ul>', '</ul>', '<li>', '</li>']],
      ['One <b>two three</b> four', 'One <b>two four', ['</b>']],
      ['See the <a>full user guide</a> for more', 'See the guide for more', ['<a>', '</a>']],
      ['<b>Do not</b> press <b>Delete all</b>', '<b>Do not</b> press Delete', ['<b>', '</b>']],
      ['<p>One a</p><p>Two b</p>', 'One Two', ['<p>', '</p>']],
      ['See <a>guide</a>s now', 'See s now', ['<a>', '</a>']],
      ['Go to <a>Settings</a>.', 'Go to .', ['<a>', '</a>']],
      ['<0>Agree to the terms</0>', '<0/>Agree', ['<0>', '</0>']],
      ['See <b>%{count} new items</b>', 'See %{count} items', ['<b>', '</b>']],
      ['One <b></b> two', 'One two', ['<b>', '</b>']],
      ['One</b> two', 'One two', ['</b>']],
      ['One<img/> two', 'One two', ['<img/>']],
      ['One %{name} <b>two</b>', 'One', ['%{name}']],
    ] as const)
      assert.deepEqual([...lacks(was, value)].sort(), [...missing].sort(), was);
  });

  it('leaves everything else as it is', () => {
    assert.deepEqual(lacks('One %{name}', 'One'), ['%{name}']);
    assert.equal(ignoreRemoved(undefined, 'a', 'b'), undefined);
  });
});
