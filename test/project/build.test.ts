import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';

const root = projectFolder();

/** Every file in a folder, however deep, as a path from there. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(folder.length + 1))
    .sort();
}

describe('npm run build', () => {
  let home: string;
  let one: string;
  let other: string;

  /** Builds these sources in another folder; gives what came out. */
  const build = (folder: string): string => {
    mkdirSync(folder, { recursive: true });
    for (const name of ['src', 'scripts', 'package.json', 'tsconfig.json']) {
      cpSync(join(root, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    execFileSync(process.execPath, [join(folder, 'scripts', 'build.mjs')], { cwd: home });
    return join(folder, 'dist');
  };

  before(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-test-')));
    one = build(join(home, 'one'));
    other = build(join(home, 'quite', 'another'));
  });

  after(() => rmSync(home, { recursive: true, force: true }));

  it('makes the same of the same sources, byte for byte, wherever it runs', () => {
    const names = filesIn(one);
    assert.ok(names.length > 5);
    assert.deepEqual(filesIn(other), names);
    for (const name of names) assert.ok(readFileSync(join(one, name)).equals(readFileSync(join(other, name))), name);
  });

  it('makes few files, all of them JavaScript that can be read, and names no folder of the machine', () => {
    const names = filesIn(one).map((name) => name.replaceAll('\\', '/'));
    const parsers = readdirSync(join(root, 'src', 'parsers'))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `parsers/${name.replace(/\.ts$/, '.js')}`);
    assert.deepEqual(
      names,
      ['extension-later.js', 'extension.js', ...parsers, 'pm-zone-later.js', 'pm-zone-main.js', 'pm-zone.js'].sort(),
    );
    for (const name of names) {
      const text = readFileSync(join(one, name), 'utf8');
      assert.ok(!text.includes('\0') && !text.includes('\ufffd'), name);
      for (const place of [home, root, homedir()]) assert.ok(!text.includes(place), `${name} names ${place}`);
    }
  });
});

describe('the packages', () => {
  const packed = (program: string, ...args: readonly string[]): readonly string[] =>
    execFileSync(program, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
      .split('\n')
      .map((line) => line.trim());

  it('hold all that is built and nothing compiled, for npm and for VS Code', () => {
    const npm = packed('npm', 'pack', '--dry-run', '--ignore-scripts', '--json').join('\n');
    const [pack] = JSON.parse(npm) as readonly { readonly files: readonly { readonly path: string }[] }[];
    const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
    const built = filesIn(join(root, 'dist'))
      .map((name) => `dist/${name.replaceAll('\\', '/')}`)
      .filter((name) => !name.endsWith('.vsix'));
    for (const files of [
      (pack?.files ?? []).map(({ path }) => path),
      packed(process.execPath, vsce, 'ls', '--no-dependencies'),
    ]) {
      assert.deepEqual(files.filter((name) => name.startsWith('dist/')).sort(), built);
      assert.deepEqual(
        files.filter((name) => /\.(?:cache|node|wasm|blob|snapshot|map)$/.test(name)),
        [],
      );
    }
  });
});
