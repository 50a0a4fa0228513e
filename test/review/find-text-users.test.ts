import assert from 'node:assert/strict';
import { findTextUsers } from '../../src/review/find-text-users.js';
import { createReviewContext, type ReviewContextParts, type SideFiles } from '../support/review-context.js';

const en = 'src/locales/en.json';
const catalog = '{"home": {"title": "Hi", "sub": "Ho"}}';

async function usersOf(files: SideFiles, more: ReviewContextParts = {}, isSearched = true): Promise<unknown> {
  const context = createReviewContext({
    base: { [en]: catalog, ...files },
    head: { [en]: catalog, ...files },
    ...more,
  });
  const snapshot = { ...context.snapshot, ...(!isSearched && { search: () => Promise.resolve(undefined) }) };
  const found = await findTextUsers({ ...context, snapshot }, en, catalog, ['home', 'title']);
  assert.ok(found);
  const { users, possible, searched, flags } = found;
  return [
    users.map(({ path, line, gate }) => `${path}:${line}${gate === undefined ? '' : ` ${gate}`}`),
    possible.map(({ path, line }) => `${path}:${line}`),
    searched,
    flags,
  ];
}

const none: ReviewContextParts = { row: { flags: [] }, doc: { flags: [] } };

describe('findTextUsers', () => {
  const files = {
    'src/old.tsx': "\nexport const Old = () => <p>{t('home.title')}</p>;\ncreateRoot(root).render(<Old />);",
    'src/new.tsx': "export const New = () =>\n  isOn('new-home') ? <p>{t('home.title')}</p> : null;",
    'src/list.ts': "export const keys = ['home.title'];",
    'src/made.ts': 'export const say = (which) => t(`home.${which}`);',
    'src/other.ts': "t('home.sub');",
    'flags.yaml': 'new-home:\n  enabled: false\n',
  };

  it('says who asks for a text that no change touches, and who works out a key that may be it', async () => {
    assert.deepEqual(await usersOf(files, none), [
      ['src/list.ts:1', 'src/new.tsx:2', 'src/old.tsx:2'],
      ['src/made.ts:1'],
      true,
      [],
    ]);
  });

  it('says of each whether it does so only where the flag is on', async () => {
    assert.deepEqual(await usersOf(files, { doc: { flags: ['new-home'] } }), [
      ['src/list.ts:1 unclear', 'src/new.tsx:2 behind', 'src/old.tsx:2 open'],
      ['src/made.ts:1'],
      true,
      ['new-home'],
    ]);
  });

  it('names a line once, as most see it, and no line that asks for the file alone', async () => {
    const path = 'locales/en/cards.json';
    const files = {
      [path]: catalog,
      'flags.yaml': 'new-home:\n  enabled: false\n',
      'src/a.tsx':
        "const { t } = await serverTranslation('cards');\nconst A = () => <p>{isOn('new-home') ? t('home.title') : t('home.title')}</p>;\ncreateRoot(root).render(<A />);",
      'src/b.ts': "customTranslate('cards'); show(t('home'));",
      'src/c.ts': 'say(t(`home.${a}`), t(`home.${b}`), t("home.title"));\nt(`home.${a}`, t(`home.${b}`));',
    };
    const of = async (keys: readonly string[], flags: readonly string[]): Promise<unknown> => {
      const context = createReviewContext({ base: files, head: files, row: { flags }, doc: { flags } });
      const found = await findTextUsers(context, path, catalog, keys);
      const places = [found?.users, found?.possible].map((users) =>
        users?.map(({ path: each, line, gate }) => [each, line, gate].join(' ').trim()),
      );
      return places;
    };
    assert.deepEqual(await of(['home', 'title'], []), [
      ['src/a.tsx 2', 'src/c.ts 1'],
      ['src/b.ts 1', 'src/c.ts 2'],
    ]);
    assert.deepEqual(await of(['home', 'title'], ['new-home']), [
      ['src/a.tsx 2 open', 'src/c.ts 1 unclear'],
      ['src/b.ts 1', 'src/c.ts 2'],
    ]);
    assert.deepEqual(
      await of(['cards', 'title'], []),
      [[], ['src/a.tsx 1', 'src/b.ts 1']],
      'a group that is called as the file',
    );
  });

  it('finds a text of Qt by its words', async () => {
    const path = 't/app_de.ts';
    const qt =
      '<!DOCTYPE TS><TS><context><name>c</name><message><source>Good morning</source></message></context></TS>';
    const files = { [path]: qt, 'src/a.cpp': 'tr("Good morning");' };
    const context = createReviewContext({ base: files, head: files, ...none });
    assert.deepEqual((await findTextUsers(context, path, qt, ['c', 'Good morning']))?.users, [
      { path: 'src/a.cpp', line: 1 },
    ]);
  });

  it('says where not all code was searched, and knows no text of what is no catalog', async () => {
    assert.deepEqual(await usersOf({}, none, false), [[], [], false, []]);
    assert.equal(await findTextUsers(createReviewContext(), 'src/a.ts', '', ['a']), undefined);
  });
});
