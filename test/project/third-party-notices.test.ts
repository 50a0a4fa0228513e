import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../../demo/project-folder.js';

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: unknown;
  readonly folder: string;
  readonly carried: readonly string[];
}

interface Account {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { bytesInOutput: number }>> }>>;
}

describe('the notices of what is bundled', () => {
  let home: string;
  let bundledPackages: (root: string, accounts: readonly Account[]) => readonly BundledPackage[];
  let thirdPartyNotices: (packages: readonly BundledPackage[], sources: string) => string;

  before(async () => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-test-')));
    const load = (name: string): Promise<object> =>
      import(pathToFileURL(join(projectFolder(), 'scripts', 'release', `${name}.mjs`)).href) as Promise<object>;
    ({ bundledPackages } = (await load('bundled-packages')) as { bundledPackages: typeof bundledPackages });
    ({ thirdPartyNotices } = (await load('third-party-notices')) as { thirdPartyNotices: typeof thirdPartyNotices });
  });

  after(() => rmSync(home, { recursive: true, force: true }));

  /** A package with these files beside its package.json; gives the place of its code. */
  const install = (place: string, license: string, files: Readonly<Record<string, string>>): string => {
    const folder = join(home, place);
    mkdirSync(folder, { recursive: true });
    const name = /(?:@[^/]+\/)?[^/]+$/.exec(place)?.[0];
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', license }));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    return `${place}/index.js`;
  };
  const account = (...files: readonly string[]): Account => ({
    outputs: { 'dist/x.js': { inputs: Object.fromEntries(files.map((file) => [file, { bytesInOutput: 1 }])) } },
  });
  const notices = (...files: readonly string[]): string =>
    thirdPartyNotices(bundledPackages(home, [account(...files)]), 'And the sources.');

  it('name each package with the texts that lie in it, each text once', () => {
    const text = notices(
      'src/own.ts',
      install('node_modules/b', 'MIT', { LICENSE: 'By B.\r\n', 'NOTICE.txt': 'B says.' }),
      install('node_modules/@a/a', 'ISC', { 'licence.md': 'By A.' }),
      install('node_modules/b/node_modules/c', 'MIT', { 'LICENSE-MIT': 'By A.\n' }),
    );
    const rule = '='.repeat(80);
    assert.ok(text.includes(`${rule}\n@a/a@1.0.0 (ISC)\nc@1.0.0 (MIT)\n${rule}\n\nBy A.\n`), text);
    assert.ok(text.includes(`${rule}\nb@1.0.0 (MIT)\n${rule}\n\nBy B.\n\nB says.\n`), text);
    assert.ok(text.endsWith('\nAnd the sources.\n'));
    assert.ok(!text.includes('own'));
  });

  it('leave out what no byte of came into a bundle', () => {
    const file = install('node_modules/unused', 'MIT', { LICENSE: 'Unused.' });
    assert.deepEqual(bundledPackages(home, [{ outputs: { x: { inputs: { [file]: { bytesInOutput: 0 } } } } }]), []);
  });

  it('have what a package carries inside its own files', () => {
    const sources = ['../src/a.ts', '../node_modules/lodash.uniq/index.js', 'node_modules/carrier/b.js'];
    const file = install('node_modules/carrier', 'MIT', {
      LICENSE: 'Own.',
      'index.js.map': JSON.stringify({ sources }),
    });
    assert.match(notices(file), /^lodash\.uniq, a part of carrier@1\.0\.0\n=+\n\nCopyright jQuery Foundation/m);
  });

  it('let nothing be bundled without a text, or under a licence that nobody looked at', () => {
    assert.throws(
      () => notices(install('node_modules/bare', 'MIT', {})),
      /There is no licence of bare: put its repository's at .*bare\.txt/,
    );
    const sources = ['node_modules/unheard-of/index.js'];
    const carrier = install('node_modules/two', 'MIT', {
      LICENSE: 'Own.',
      'index.js.map': JSON.stringify({ sources }),
    });
    assert.throws(() => notices(carrier), /There is no licence of unheard-of/);
    for (const license of ['GPL-3.0-only', 'SEE LICENSE IN LICENSE', '(MIT OR GPL-2.0)', 'UNLICENSED']) {
      const file = install('node_modules/strict', license, { LICENSE: 'Strict.' });
      assert.throws(() => notices(file), /strict@1\.0\.0 has the licence .*: is it to be bundled\?/, license);
    }
  });
});
