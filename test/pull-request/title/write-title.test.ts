import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findTitleConvention } from '../../../src/pull-request/title/title-convention.js';
import { parseTitle } from '../../../src/pull-request/title/parse-title.js';
import { writeTitle, type TitleInput, type WrittenTitle } from '../../../src/pull-request/title/write-title.js';
import type { TitleRules } from '../../../src/pull-request/title/title-rules.js';

const input: TitleInput = {
  text: 'New status labels',
  paths: ['web/cart/locales/en.json'],
  branch: 'pm/status-labels',
  subjects: [],
};
const rules: TitleRules = {
  path: '.github/semantic.yml',
  checksTitles: true,
  types: undefined,
  scopes: [],
  needsScope: false,
  lowercase: true,
};

/** In a repository whose last titles begin so. */
function write(leads: readonly string[], changes: Partial<TitleInput> = {}, own?: Partial<TitleRules>): WrittenTitle {
  const titles = leads.flatMap((lead) => [`${lead}one`, `${lead}two`, `${lead}three`, `${lead}four`, `${lead}five`]);
  return writeTitle(findTitleConvention(titles, own && { ...rules, ...own }), { ...input, ...changes });
}

describe('writeTitle', () => {
  it('leaves a title as it is where titles have nothing in common', () => {
    assert.deepEqual(write([]), { title: 'New status labels', toFill: [] });
    assert.equal(write([], { text: 'feat: it' }).title, 'feat: it');
  });

  describe('of the conventional form', () => {
    it('says that something is new, and has the PM look at that', () => {
      const made = write(['feat: ']);
      assert.equal(made.title, 'feat: new status labels');
      assert.deepEqual(made.toFill, [
        'In the title, “feat” says that something is new. Make it “fix” where you correct something that was wrong.',
      ]);
    });

    it('takes the type from what the PM’s commits say, where it is one of the repository’s', () => {
      const subjects = ['feat: x', 'Fix(cart): y', 'z'];
      assert.deepEqual(write(['feat: '], { subjects }), { title: 'fix: new status labels', toFill: [] });
      assert.equal(write([], { subjects }, { types: ['feat'] }).title, 'feat: new status labels');
      assert.equal(write(['feat: '], { text: 'fix: The words' }).title, 'feat: the words');
    });

    it('calls docs docs, in the repository’s word', () => {
      const paths = ['a/README.md', 'a/PLANNING.md'];
      assert.deepEqual(write(['feat: '], { paths }), { title: 'docs: new status labels', toFill: [] });
      assert.equal(write([], { paths }, { types: ['doc'] }).title, 'doc: new status labels');
      assert.equal(write([], { paths }, { types: ['x'] }).title, '___: new status labels');
    });

    it('names no fix where there is none', () =>
      assert.deepEqual(write([], {}, { types: ['feat'] }), { title: 'feat: new status labels', toFill: [] }));

    it('leaves a type that it does not know to the PM', () => {
      const made = write([], {}, { types: ['task', 'bugfix'] });
      assert.equal(made.title, '___: new status labels');
      assert.deepEqual(made.toFill, [
        'In the title, put the type in place of “___”, such as “task”, “bugfix”, as .github/semantic.yml asks.',
      ]);
      assert.match(write([], {}, { types: ['feature', 'bugfix'] }).toFill.join(), /“feature” says.*Make it “bugfix”/);
    });

    it('has a scope where most have one and it is a folder of all that changes', () => {
      const leads = ['feat(api): ', 'feat(web): '];
      assert.equal(write(leads).title, 'feat(web): new status labels');
      assert.equal(write(leads, { paths: ['web/a.json', 'api/b.json'] }).title, 'feat: new status labels');
      assert.equal(write(leads, { paths: [] }).title, 'docs: new status labels');
      assert.equal(
        write([], {}, { scopes: ['api', 'web/cart'], needsScope: true }).title,
        'feat(web/cart): new status labels',
      );
    });

    it('leaves a scope that is asked for and not known to the PM', () => {
      const made = write([], {}, { scopes: ['app'], needsScope: true });
      assert.equal(made.title, 'feat(___): new status labels');
      assert.match(made.toFill.at(-1) ?? '', /put the scope in place of “___”, such as “app”, as \.github/);
      assert.match(write([], {}, { needsScope: true }).toFill.at(-1) ?? '', /in place of “___”, as \.github/);
    });

    it('has a ticket for a scope where the repository has', () => {
      assert.equal(write(['feat(ABC-1): '], { branch: 'abc-12-words' }).title, 'feat(ABC-12): new status labels');
      assert.equal(write(['feat(ABC-1): ']).title, 'feat(ABC-___): new status labels');
    });

    it('keeps a great letter of a name', () => {
      const titleOf = (text: string): string => write(['feat: '], { text }).title;
      assert.deepEqual(['FAQ page', 'iOS', 'A page', 'Größe', 'X'].map(titleOf), [
        'feat: FAQ page',
        'feat: iOS',
        'feat: a page',
        'feat: größe',
        'feat: X',
      ]);
    });
  });

  describe('with a ticket', () => {
    it('finds it in the branch, the text or a commit, and nowhere else', () => {
      const titleOf = (changes: Partial<TitleInput>): string => write(['[ABC-1] '], changes).title;
      assert.equal(titleOf({ branch: 'maya/abc-12-words' }), '[ABC-12] new status labels');
      assert.equal(titleOf({ text: 'Words of ABC-12' }), '[ABC-12] words of ABC-12');
      assert.equal(titleOf({ subjects: ['ABC-11 x', 'Say ABC-12', 'y'] }), '[ABC-12] new status labels');
      assert.equal(titleOf({ branch: 'pm/utf-8-words' }), '[ABC-___] new status labels');
    });

    it('says what is missing, and what it looks like here', () => {
      assert.deepEqual(write(['ABC-1: ']).toFill, [
        'In the title, put your ticket’s number in place of “___”, such as “ABC-123”, as 5 of the last 5 titles have it.',
      ]);
      assert.equal(write(['ABC-1: ', 'XY-1: ']).title, '___: new status labels');
    });

    it('takes a bare number from the branch', () => {
      assert.equal(write(['2683 - '], { branch: 'maya/2711-words' }).title, '2711 - new status labels');
      assert.equal(write(['2683 - '], { text: 'Words of 2711' }).title, '___ - words of 2711');
    });

    it('keeps a title that has one already', () =>
      assert.deepEqual(write(['ABC-1: '], { text: 'ABC-12 Words' }), { title: 'ABC-12 Words', toFill: [] }));
  });

  it('has an area or a tag by the folder, else the usual one, else leaves it to the PM', () => {
    assert.equal(write(['api: ', 'web: ']).title, 'web: new status labels');
    assert.equal(write(['[api] ', '[web] ']).title, '[web] new status labels');
    assert.equal(write(['[2.x] ']).title, '[2.x] new status labels');
    assert.equal(write(['api: ', 'db: ']).title, '___: new status labels');
    assert.match(
      write(['[a] ', '[b] ']).toFill.join(),
      /put the tag in place of “___”, such as “a”, “b”, as 10 of the last 10/,
    );
    assert.match(write(['a: ', 'b: ']).toFill.join(), /put the area in/);
  });

  it('has an emoji where most have one, by gitmoji’s meanings', () => {
    const paths = (...given: string[]): Partial<TitleInput> => ({ paths: given });
    assert.equal(write([':memo: ']).title, ':speech_balloon: new status labels');
    assert.equal(write(['📝 ']).title, '💬 new status labels');
    assert.equal(write(['📝 '], paths('a/flags.yaml')).title, '🚩 new status labels');
    assert.equal(write(['📝 '], paths('a/README.md')).title, '📝 new status labels');
    assert.equal(write(['📝 '], paths('a/flags.yaml', 'a/b.tsx')).title, '✨ new status labels');
    assert.equal(write(['📝 '], { text: '🐛 Words' }).title, '🐛 Words');
  });

  it('holds no mention, reference or link, whatever is in the repository, and is in its form', () => {
    const words = fc.string({
      unit: fc.constantFrom(
        '@all',
        '#1',
        'GH-2',
        'closes ',
        'feat',
        ': ',
        '[',
        ']',
        'http://x.y',
        ' ',
        'ABC-1',
        'a',
        '$&',
      ),
      maxLength: 6,
    });
    fc.assert(
      fc.property(words, words, fc.array(words), (lead, text, subjects) => {
        const { title } = write([`${lead}: `, `[${lead}] `], { text: `x ${text}`, branch: text, subjects });
        assert.doesNotMatch(title, /@|#\d|GH-\d|:\/\//);
        assert.match(write(['ABC-1: '], { text: `x ${text}`, branch: text, subjects }).title, /^ABC-(?:\d{1,6}|___): /);
        assert.equal(parseTitle(write(['fix: '], { text: `x ${text}`, subjects }).title).form, 'conventional');
      }),
    );
  });
});
