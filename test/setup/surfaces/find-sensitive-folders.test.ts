import assert from 'node:assert/strict';
import { findSensitiveFolders } from '../../../src/setup/surfaces/find-sensitive-folders.js';

describe('findSensitiveFolders', () => {
  const paths = [
    '.github/workflows/ci.yml',
    'docs/security/a.md',
    'src/Auth/login.ts',
    'src/auth/i18n/en.json',
    'src/i18n/payments/en.json',
    'test/billing/a.ts',
    'db/migrate/1.rb',
  ];

  it('closes folders of code by their names, wherever they lie, and workflows', () => {
    const { folders, regulatedBy } = findSensitiveFolders(paths, undefined);
    assert.deepEqual(
      folders.map(({ glob, paths: held }) => [glob, held.length]),
      [
        ['**/auth/**', 2],
        ['**/migrate/**', 1],
        ['**/db/**', 1],
        ['.github/workflows/**', 1],
      ],
    );
    assert.equal(regulatedBy, undefined);
    assert.deepEqual(findSensitiveFolders(['src/a.ts'], undefined).folders, []);
  });

  it('knows a regime by its folders, and closes then what may still come', () => {
    const found = findSensitiveFolders(['src/phi/record.ts', 'src/pci/card.ts'], undefined);
    assert.equal(found.regulatedBy, 'src/phi/record.ts');
    const globs = found.folders.map(({ glob }) => glob);
    assert.deepEqual(globs, [
      '**/auth/**',
      '**/security/**',
      '**/payments/**',
      '**/phi/**',
      '**/pii/**',
      '**/pci/**',
      '**/migrations/**',
      '**/infra/**',
      '**/audit/**',
    ]);
    assert.equal(findSensitiveFolders([], true).folders.length, 8);
    assert.deepEqual(
      findSensitiveFolders(['src/phi/record.ts'], false).folders.map(({ glob }) => glob),
      ['**/phi/**'],
    );
  });
});
