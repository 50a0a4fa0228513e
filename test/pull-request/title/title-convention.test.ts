import assert from 'node:assert/strict';
import { findTitleConvention, type TitleConvention } from '../../../src/pull-request/title/title-convention.js';
import type { TitleRules } from '../../../src/pull-request/title/title-rules.js';

const rules: TitleRules = {
  path: '.github/semantic.yml',
  checksTitles: true,
  types: undefined,
  scopes: [],
  needsScope: false,
  lowercase: false,
};

function some(convention: TitleConvention, ...names: readonly (keyof TitleConvention)[]): unknown[] {
  return names.map((name) => convention[name]);
}

describe('findTitleConvention', () => {
  it('is what more than half of the titles have', () => {
    const titles = ['feat: one', 'fix: two', 'fix(cart): three', 'Four', 'Five'];
    const found = findTitleConvention(titles, undefined);
    assert.deepEqual(some(found, 'form', 'source', 'types', 'scope', 'names', 'usualName'), [
      'conventional',
      'as 3 of the last 5 titles have it',
      ['fix', 'feat'],
      'none',
      ['cart'],
      undefined,
    ]);
    assert.equal(findTitleConvention([...titles, 'Six'], undefined).form, 'plain');
  });

  it('is nothing where there are few titles, or none', () => {
    for (const titles of [[], ['feat: one', 'feat: two', 'feat: three', 'feat: four']])
      assert.equal(findTitleConvention(titles, undefined).form, 'plain');
  });

  it('knows tickets by how they stand and what they are called', () => {
    const titles = ['[ABC-1] One', '[ABC-2] Two', 'XY-3: Three', '[ABC-4] Four', '[12] Five'];
    assert.deepEqual(some(findTitleConvention(titles, undefined), 'form', 'frame', 'keys', 'usualKey'), [
      'ticket',
      '[$] ',
      ['ABC', 'XY'],
      'ABC',
    ]);
    const scoped = ['feat(ABC-1): a', 'fix(ABC-2): b', 'fix(ABC-2): c', 'fix: d', 'fix: e'];
    assert.deepEqual(some(findTitleConvention(scoped, undefined), 'form', 'scope', 'keys'), [
      'conventional',
      'ticket',
      ['ABC'],
    ]);
  });

  it('knows the tag that most have, and scopes that most have', () => {
    const tagged = ['[2.x] One', '[2.x] Two', '[2.x] Three', '[1.x] Four', 'Five'];
    assert.deepEqual(some(findTitleConvention(tagged, undefined), 'form', 'usualName', 'names'), [
      'tag',
      '2.x',
      ['2.x', '1.x'],
    ]);
    const scoped = ['feat(a): one', 'feat(b): two', 'feat(a): three', 'feat: four', 'feat(#5): five'];
    assert.deepEqual(some(findTitleConvention(scoped, undefined), 'scope', 'names'), ['some', ['a', 'b']]);
  });

  it('knows small letters where more than two thirds have them, and emojis where most do', () => {
    const small = ['feat: one', 'feat: two', 'feat: three', 'feat: four', 'feat: Five'];
    assert.equal(findTitleConvention(small, undefined).lowercase, true);
    assert.equal(findTitleConvention([...small, 'feat: Six'], undefined).lowercase, false);
    const signs = ['📝 One', '📝 Two', '🚩 Three', ':memo: Four', 'Five'];
    assert.equal(findTitleConvention(signs, undefined).emoji, 'sign');
    assert.equal(
      findTitleConvention([':memo: 1st', ...signs.slice(2), ':memo: 2nd', ':memo: 3rd'], undefined).emoji,
      'code',
    );
    assert.equal(findTitleConvention(small, undefined).emoji, undefined);
  });

  it('lets a check of titles count before the titles, and settings for commits behind them', () => {
    const plain = ['One', 'Two', 'Three', 'Four', 'Five'];
    const checked = {
      ...rules,
      types: ['feat', 'evil type](x)'],
      scopes: ['app', 'x](y)'],
      needsScope: true,
      lowercase: true,
    };
    assert.deepEqual(
      some(findTitleConvention(plain, checked), 'form', 'source', 'allowedTypes', 'scope', 'names', 'lowercase'),
      ['conventional', 'as .github/semantic.yml asks', ['feat'], 'needed', ['app'], true],
    );
    const forCommits = { ...rules, checksTitles: false };
    assert.equal(findTitleConvention(plain, forCommits).form, 'plain');
    assert.deepEqual(some(findTitleConvention([], forCommits), 'form', 'allowedTypes', 'lowercase'), [
      'conventional',
      undefined,
      false,
    ]);
  });
});
