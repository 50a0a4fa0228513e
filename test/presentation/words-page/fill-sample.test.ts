import assert from 'node:assert/strict';
import type { Dialect } from '../../../src/catalogs/find-tokens.js';
import { fillIcu } from '../../../src/parsers/parse-icu.js';
import { fillSample } from '../../../src/presentation/words-page/fill-sample.js';

describe('fillSample', () => {
  const cases: readonly (readonly [dialect: Dialect, text: string, shown: string])[] = [
    ['printf', 'Vor %(naps_ago)s Tagen', 'Vor ‹naps ago› Tagen'],
    ['printf', '%(weeks)d, %(count)s, %(boxes)05.1f and %(size)-10s', '5, 5, 5 and ‹size›'],
    ['printf', '%s, %1$s, %2$d, %-10s, %+d, %5.2f and 5%%', 'Anna, Anna, 5, Anna, 5, 5 and 5%'],
    ['numbered', '%1$s, %2$d, %@', 'Anna, 5, Anna'],
    ['printf', '%<size>s %x', '‹size› ‹x›'],
    ['rails', '%{nap_size}, %<price>.2f', '‹nap size›, 12.50'],
    ['rails', '%<naps>d, %<nap_size>s', '‹naps›, ‹nap size›'],
    ['plain', '{size, number}, {{count, number}}, %{size}, ${size}', '‹size›, 5, ‹size›, ‹size›'],
    ['braces', '$t(nap.title), $t(naps.title, {"count": 1}), @:nap.size', '‹nap title›, ‹naps title›, ‹nap size›'],
    [
      'vue',
      '@:nap.size, @.lower:nap.size, @:(nap.size) (@:nap.size) | {n}',
      '‹nap size›, ‹nap size›, ‹nap size› (‹nap size›) | 5',
    ],
    ['colon', ':napSize, :NAME', '‹nap size›, Anna'],
    ['words', '%nap_size%, %name%', '‹nap size›, Anna'],
    ['chrome', '$NAP_SIZE$, $1, $$5', '‹nap size›, ‹1›, $5'],
    ['qt', '%1, %L2, %n', '‹1›, ‹2›, 5'],
    ['fluent', '{ $napSize }, { -nap-name }, { NUMBER($size) }', '‹nap size›, ‹nap name›, ‹size›'],
    ['fluent', '{ $size -> *[other] a }', '‹size› -> *[other] a }'],
  ];
  for (const [dialect, text, shown] of cases)
    it(`shows “${text}” (${dialect}) with what its placeholders are called`, () =>
      assert.equal(fillSample(text, dialect, { locale: 'de', number: 5 }, undefined), shown));

  it('shows an argument of ICU with a format likewise', () => {
    const text = '{napSize, number} {day, date, short} {n, plural, other {# naps}}';
    assert.equal(fillSample(text, 'icu', { locale: 'de', number: 5 }, fillIcu), '‹nap size› 3 May 5 naps');
  });
});
