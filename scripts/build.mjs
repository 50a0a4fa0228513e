// Bundles the command line and the extension into dist/; with the argument `demo`, the demo into out/demo.js. Each file of
// src/parsers/ wraps one large library and becomes a bundle of its own, loaded when first imported, so that a start pays for none
// of them.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { addCodeCaches, startFirst } from './code-cache.mjs';
import { bundleCommandLine, commandLineFiles } from './command-line-bundle.mjs';
import { bundleExtension } from './extension-bundle.mjs';
import { modulesLater } from './modules-later.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const parsers = join(root, 'src', 'parsers');

/** Turns `import('…/parsers/x.js')` into a require of the bundle beside the caller's. */
const parsersApart = {
  name: 'parsers-apart',
  setup(builder) {
    builder.onResolve({ filter: /\/parsers\/[^/]+\.js$/ }, ({ path, resolveDir, kind }) =>
      kind === 'dynamic-import' && resolve(resolveDir, path).startsWith(parsers + sep)
        ? { path: `./parsers/${basename(path)}`, external: true }
        : undefined,
    );
  },
};

/** Names these sources, so that what one build remembered is never taken for another's. */
function sourcesHash() {
  const hash = createHash('sha256');
  const names = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
  for (const entry of names
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .sort()) {
    hash.update(readFileSync(entry));
  }
  return hash.digest('hex').slice(0, 12);
}

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  keepNames: false,
  logLevel: 'warning',
  legalComments: 'none',
  mainFields: ['module', 'main'],
  // A kept import() would start Node's loader for ES modules, which costs more than what is loaded.
  supported: { 'dynamic-import': false },
  define: { 'process.env.PM_ZONE_BUILD': JSON.stringify(sourcesHash()) },
  plugins: [parsersApart, modulesLater],
};

/** What runs before the command line is loaded. */
async function startCode() {
  const built = await build({ ...common, entryPoints: ['src/start.ts'], format: 'iife', write: false });
  return built.outputFiles[0].text;
}

if (process.argv[2] === 'demo') {
  await build({ ...common, entryPoints: { demo: 'demo/demo.ts' }, outdir: 'out' });
} else {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await Promise.all([
    bundleCommandLine({ ...common, outdir: join(root, 'dist') }),
    bundleExtension(common),
    build({
      ...common,
      entryPoints: readdirSync(parsers).map((name) => join('src/parsers', name)),
      outdir: 'dist/parsers',
      plugins: [],
    }),
  ]);
  const names = [...commandLineFiles, ...readdirSync(parsers).map((name) => `parsers/${basename(name, '.ts')}.js`)];
  addCodeCaches(
    names.map((name) => join(root, 'dist', name)),
    join(root, 'dist', 'pm-zone.js'),
  );
  startFirst(join(root, 'dist', 'pm-zone.js'), await startCode());
}
