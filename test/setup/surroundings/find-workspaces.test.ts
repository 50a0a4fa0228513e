import assert from 'node:assert/strict';
import { findWorkspaces } from '../../../src/setup/surroundings/find-workspaces.js';
import { surveyedFiles } from '../../support/surveyed-files.js';

const find = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await findWorkspaces(surveyedFiles(files))).map(
    ({ tool, file, folders }) => `${tool} ${file}: ${folders.join(' ')}`,
  );

const scripts = {
  'apps/web/package.json': '',
  'apps/docs/package.json': '',
  'packages/ui/package.json': '',
  'x/package.json': '',
};

describe('findWorkspaces', () => {
  it('reads the lists of tools for scripts', async () => {
    const yaml =
      '# all\npackages:\n  # ours\n  - "apps/*"\n  - \'packages/*\' # ui\n\n  - !x\n  - "!apps/docs"\ncatalog:\n  - x\n';
    assert.deepEqual(await find({ ...scripts, 'pnpm-workspace.yaml': yaml, 'turbo.json': '{}', 'nx.json': '{}' }), [
      'pnpm and Turbo and Nx pnpm-workspace.yaml: apps/web packages/ui',
    ]);
    assert.deepEqual(await find({ ...scripts, 'pnpm-workspace.yaml': "packages: ['apps/*', x]\n" }), [
      'pnpm pnpm-workspace.yaml: apps/docs apps/web x',
    ]);
    const list = '{"workspaces": ["apps/*", 1]}';
    assert.deepEqual(await find({ ...scripts, 'package.json': list }), ['npm package.json: apps/docs apps/web']);
    assert.deepEqual(await find({ ...scripts, 'package.json': list, 'yarn.lock': '' }), [
      'Yarn package.json: apps/docs apps/web',
    ]);
    const deep = '{"workspaces": {"packages": ["./packages/ui/"]}}';
    assert.deepEqual(await find({ ...scripts, 'package.json': deep, 'bun.lock': '' }), [
      'Bun package.json: packages/ui',
    ]);
    assert.deepEqual(await find({ ...scripts, 'lerna.json': '{"packages": ["packages/*"]}', 'package.json': '{' }), [
      'Lerna lerna.json: packages/ui',
    ]);
    assert.deepEqual(await find({ ...scripts, 'lerna.json': '{"packages": ["apps/*"]}', 'package.json': list }), [
      'npm package.json: apps/docs apps/web',
    ]);
    assert.deepEqual(await find({ 'nx.json': '{}', 'libs/a/project.json': '', 'project.json': '' }), [
      'Nx nx.json: libs/a',
    ]);
  });

  it('reads those of Rust, Gradle, Go and Dart', async () => {
    const cargo =
      '[package]\nname = "x"\n[workspace]\nmembers = [\n  "crates/*",\n]\nexclude = ["crates/old"]\n[profile]\n';
    assert.deepEqual(
      await find({ 'Cargo.toml': cargo, 'crates/a/Cargo.toml': '', 'crates/old/Cargo.toml': '', 'b/Cargo.toml': '' }),
      ['Cargo Cargo.toml: crates/a'],
    );
    assert.deepEqual(await find({ 'Cargo.toml': '[package]\n', 'a/Cargo.toml': '' }), []);
    const gradle = 'include(":app", ":core:ui")\n// include(":old")\ninclude ":wear",\n  ":phone"\n';
    assert.deepEqual(
      await find({
        'settings.gradle.kts': gradle,
        ...Object.fromEntries(
          ['app', 'core/ui', 'old', 'wear', 'phone'].map((folder) => [`${folder}/build.gradle.kts`, '']),
        ),
      }),
      ['Gradle settings.gradle.kts: app core/ui phone wear'],
    );
    assert.deepEqual(
      await find({ 'go.work': 'go 1.22\nuse ./c\nuse (\n\t./a // first\n\t./b\n)\n', 'a/go.mod': '', 'c/go.mod': '' }),
      ['Go go.work: a c'],
    );
    assert.deepEqual(await find({ 'go.work': 'go 1.22\n', 'a/go.mod': '' }), []);
    assert.deepEqual(await find({ 'melos.yaml': 'name: x\npackages:\n- pkgs/**\n', 'pkgs/a/pubspec.yaml': '' }), [
      'Melos melos.yaml: pkgs/a',
    ]);
    assert.deepEqual(await find({ 'pubspec.yaml': 'workspace:\n  - app\n', 'app/pubspec.yaml': '' }), [
      'Dart pubspec.yaml: app',
    ]);
    assert.deepEqual(await find({ 'pubspec.yaml': 'name: app\n', 'app/pubspec.yaml': '' }), []);
  });
});
