import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { parse } from 'yaml';
import { projectFolder } from '../../demo/project-folder.js';
import { makeSampleRepository } from '../../demo/sample-repository.js';
import { zipNames } from '../support/zip-names.js';

const root = projectFolder();

/** What the packages are made of. */
const sources = [
  '.npmignore',
  '.vscodeignore',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'THIRD-PARTY-NOTICES.md',
].concat([
  'media',
  'package-lock.json',
  'package.json',
  'package.nls.json',
  'scripts',
  'snippets',
  'src',
  'tsconfig.json',
]);

const compiled = /\.(?:cache|node|wasm|blob|snapshot|map)$/;

/** Every file in a folder, however deep, as a path from there. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(folder.length + 1))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

describe('npm run package', () => {
  let home: string;
  let one: string;
  let other: string;

  /** Copies the sources, with what `prepare` makes of them, and packs them there. */
  const pack = (folder: string, environment: NodeJS.ProcessEnv, prepare: () => void = () => undefined): string => {
    mkdirSync(folder, { recursive: true });
    for (const name of sources) cpSync(join(root, name), join(folder, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    prepare();
    const env = { ...process.env, ...environment };
    execFileSync(process.execPath, [join(folder, 'scripts', 'package.mjs')], { cwd: home, env });
    return folder;
  };

  before(function () {
    this.timeout(180_000);
    home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-test-')));
    one = pack(join(home, 'one'), { TZ: 'UTC', LC_ALL: 'C' });
    const mask = process.umask(0o077);
    try {
      const folder = join(home, 'quite', 'another');
      other = pack(folder, { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', NODE_ENV: 'production' }, () => {
        for (const name of sources.flatMap((each) => [each, ...filesInAny(join(folder, each), each)])) {
          utimesSync(join(folder, name), 981_173_106, 981_173_106);
        }
      });
    } finally {
      process.umask(mask);
    }
  });

  after(() => rmSync(home, { recursive: true, force: true }));

  const filesInAny = (folder: string, name: string): readonly string[] =>
    ['media', 'scripts', 'snippets', 'src'].includes(name) ? filesIn(folder).map((each) => `${name}/${each}`) : [];

  const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string })
    .version;
  const released = (ending: string): Buffer => readFileSync(join(one, 'release', `pm-zone-${version}.${ending}`));

  it('makes the same of the same sources, byte for byte, wherever, whenever and by whomever it is run', () => {
    for (const folder of ['dist', 'release']) {
      const names = filesIn(join(one, folder));
      assert.ok(names.length > 3);
      assert.deepEqual(filesIn(join(other, folder)), names);
      for (const name of names) {
        assert.ok(readFileSync(join(one, folder, name)).equals(readFileSync(join(other, folder, name))), name);
      }
    }
  });

  it('writes the checksum of each package', () => {
    const endings = ['cdx.json', 'tgz', 'vsix'];
    assert.equal(
      readFileSync(join(one, 'release', 'SHA256SUMS'), 'utf8'),
      endings
        .map(
          (ending) => `${createHash('sha256').update(released(ending)).digest('hex')}  pm-zone-${version}.${ending}\n`,
        )
        .join(''),
    );
    assert.deepEqual(
      filesIn(join(one, 'release')).slice(1),
      endings.map((ending) => `pm-zone-${version}.${ending}`),
    );
  });

  it('builds few files, all of them text that can be read, and names no folder of the machine', () => {
    const dist = join(one, 'dist');
    const parsers = readdirSync(join(root, 'src', 'parsers'))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `parsers/${name.replace(/\.ts$/, '.js')}`);
    const own = [
      'extension-later.js',
      'extension.js',
      'gate.js',
      'pm-zone-later.js',
      'pm-zone-main.js',
      'pm-zone.js',
      'reader.js',
    ];
    assert.deepEqual(filesIn(dist), ['THIRD-PARTY-NOTICES.txt', ...own, ...parsers].sort());
    for (const name of filesIn(dist)) {
      const text = readFileSync(join(dist, name), 'utf8');
      assert.ok(!text.includes('\0') && !text.includes('\ufffd'), name);
      for (const place of [home, root, homedir()]) assert.ok(!text.includes(place), `${name} names ${place}`);
    }
  });

  it('packs all that is built for VS Code, and nothing compiled', () => {
    const names = zipNames(released('vsix'));
    assert.deepEqual(
      names.filter((name) => name.startsWith('extension/dist/')).sort(),
      filesIn(join(one, 'dist')).map((name) => `extension/dist/${name}`),
    );
    assert.deepEqual(
      names.filter((name) => compiled.test(name)),
      [],
    );
  });

  it('packs a command line for npm that installs offline and alone, and runs', () => {
    const folder = join(home, 'adopter');
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const tarball = join(one, 'release', `pm-zone-${version}.tgz`);
    const args = ['install', '--offline', '--no-audit', '--no-fund', '--cache', join(home, 'empty-cache'), tarball];
    execFileSync('npm', args, { cwd: folder, stdio: 'pipe', shell: process.platform === 'win32' });
    const names = filesIn(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    assert.deepEqual([...new Set(names.map((name) => name.split('/')[0]))], ['pm-zone']);
    assert.deepEqual(
      names.filter((name) => name.startsWith('pm-zone/dist/')),
      filesIn(join(one, 'dist'))
        .filter((name) => !/^(?:extension|reader)/.test(name))
        .map((name) => `pm-zone/dist/${name}`),
    );
    assert.deepEqual(
      names.filter((name) => compiled.test(name)),
      [],
    );
    const sample = makeSampleRepository(join(home, 'sample'));
    const command = join(folder, 'node_modules', '.bin', process.platform === 'win32' ? 'pm-zone.cmd' : 'pm-zone');
    const run = (...words: readonly string[]): string =>
      spawnSync(command, words, { cwd: sample.root, env: sample.environment, encoding: 'utf8', shell: false }).stdout;
    assert.ok(run('--version').startsWith(`pm-zone ${version}`));
    assert.match(run('why', 'package.json'), /^package\.json/m);
  });

  it('asks for nothing to be installed, and runs nothing when it is', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, object>;
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']) {
      assert.equal(manifest[kind], undefined, kind);
    }
    const hooks = Object.keys(manifest['scripts'] ?? {}).filter((name) =>
      /^(?:pre|post)?(?:install|prepare|publish|pack)/.test(name),
    );
    assert.deepEqual(hooks, ['package']);
  });

  describe('tells of each package in the bundles', () => {
    let packages: readonly string[];

    before(async () => {
      const parsers = readdirSync(join(root, 'src', 'parsers')).filter((name) => name.endsWith('.ts'));
      const { metafile } = await build({
        absWorkingDir: root,
        entryPoints: ['src/bin.ts', 'src/extension.ts', ...parsers.map((name) => `src/parsers/${name}`)],
        external: ['vscode'],
        bundle: true,
        minify: true,
        platform: 'node',
        mainFields: ['module', 'main'],
        outdir: join(home, 'nowhere'),
        write: false,
        metafile: true,
      });
      packages = packagesIn(metafile);
      assert.ok(packages.length > 50);
    });

    /** By name and version, from what esbuild says that it put into the files. */
    const packagesIn = ({ outputs }: Metafile): readonly string[] => {
      const folders = Object.values(outputs).flatMap(({ inputs }) =>
        Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
          bytesInOutput > 0 ? (/^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? []) : [],
        ),
      );
      const ids = folders.map((folder) => {
        const read = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, string>;
        return `${read['name'] ?? ''}@${read['version'] ?? ''}`;
      });
      return [...new Set(ids)].sort();
    };

    it('with its licence, in the folder, the .vsix and the npm package', () => {
      const notices = readFileSync(join(one, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
      const named = [...notices.matchAll(/^(\S+@\d\S*) \(\S+\)$/gm)].map(([, id]) => id);
      assert.deepEqual([...named].sort(), packages);
      // Carried inside the files of another, and what has no licence in its own package.
      for (const name of ['lodash.uniq', '@formatjs_generated/unicode'])
        assert.match(notices, new RegExp(`^${name}, a part of `, 'm'));
      for (const text of ['Apache License', 'The ISC License', 'UNICODE LICENSE V3', 'gitleaks'])
        assert.ok(notices.includes(text), text);
      for (const block of notices.split(/^={80}\n[^=]*\n={80}$/m).slice(1)) assert.ok(block.trim().length > 200, block);
    });

    it('in the bill of materials, with licence, checksum and who needs it, and without the time', () => {
      interface Component {
        readonly 'bom-ref': string;
        readonly purl: string;
        readonly licenses: readonly object[];
        readonly hashes: readonly object[];
      }
      const bill = JSON.parse(released('cdx.json').toString('utf8')) as {
        readonly serialNumber: string;
        readonly metadata: { readonly component: { readonly name: string } };
        readonly components: readonly Component[];
        readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
      };
      assert.deepEqual(bill.components.map((each) => each['bom-ref']).sort(), packages);
      for (const { purl, licenses, hashes } of bill.components) {
        assert.ok(licenses.length === 1 && hashes.length === 1, purl);
      }
      const own = `pm-zone@${version}`;
      assert.deepEqual(bill.dependencies.map(({ ref }) => ref).sort(), [...packages, own].sort());
      const needed = new Set(bill.dependencies.flatMap(({ dependsOn }) => dependsOn));
      assert.deepEqual([...needed].sort(), packages, 'each is needed by another or by PM Zone');
      const direct = bill.dependencies.find(({ ref }) => ref === own)?.dependsOn ?? [];
      const updates = parse(readFileSync(join(root, '.github', 'dependabot.yml'), 'utf8')) as {
        readonly updates: readonly {
          readonly groups: { readonly bundled?: { readonly patterns: readonly string[] } };
        }[];
      };
      assert.deepEqual(
        updates.updates[0]?.groups.bundled?.patterns,
        direct.map((id) => id.replace(/@[^@]*$/, '')),
        'dependabot.yml lists what is bundled',
      );
      assert.match(bill.serialNumber, /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      assert.equal(bill.metadata.component.name, 'pm-zone');
      assert.ok(!('timestamp' in bill.metadata));
      assert.ok(!JSON.stringify(bill).includes('cdx:npm:package:development'));
    });
  });
});
