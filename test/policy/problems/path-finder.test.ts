import assert from 'node:assert/strict';
import { createPathFinder } from '../../../src/policy/problems/path-finder.js';

const paths = ['README.md', 'src/auth/login.ts', 'src/home/i18n/en.json', 'lib/a b/x.ts'];

describe('createPathFinder', () => {
  const { has, nearest } = createPathFinder(paths);

  it('knows files and folders', () => {
    assert.deepEqual(['src', 'src/auth', 'src/auth/login.ts', 'src/au', 'auth', ''].map(has), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  const cases: Readonly<Record<string, string | undefined>> = {
    'src/atuh/**': 'src/auth/**',
    '/SRC/auth/*.ts': 'src/auth/*.ts',
    './src/home/i18m/en.json': 'src/home/i18n/en.json',
    'src/auth/**': undefined,
    'src/atuh/none.ts': undefined,
    'src/billing/**': undefined,
    'src/bill/x/**': undefined,
    '**/atuh/**': undefined,
    READMI: undefined,
    'READNE.md': 'README.md',
  };
  for (const [written, meant] of Object.entries(cases))
    it(`takes ${written} for ${meant ?? 'nothing else'}`, () => assert.equal(nearest(written), meant));

  it('is as strict as is asked', () => {
    assert.equal(nearest('src/auht/x', 1), undefined);
    assert.equal(nearest('src/atuh/', 1), 'src/auth/');
    assert.equal(nearest('src/hamu/', 1), undefined);
  });

  it('takes nothing for near in a folder of very many', () => {
    const many = createPathFinder(Array.from({ length: 2001 }, (_, at) => `src/f${at}.ts`));
    assert.equal(many.nearest('src/f99999.ts'), undefined);
  });

  it('puts all names right that are there in other letters', () => {
    const { nearest: near } = createPathFinder(['server/auth/token.go', 'web/a.ts']);
    assert.equal(near('Server/Auth/'), 'server/auth/');
    assert.equal(near('SERVER/AUTH/*.go'), 'server/auth/*.go');
    assert.equal(near('Server/Auht/Token.go', 2), undefined);
    assert.equal(near('Server/none/'), undefined);
  });
});
