import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleInTwo } from './bundle-in-two.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const parsers = readdirSync(join(root, 'src', 'parsers'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => basename(name, '.ts'));

/** What `pm-zone.js` cannot run without, as paths beside it. */
const parts = ['pm-zone-main.js', 'pm-zone-later.js', ...parsers.map((name) => `parsers/${name}.js`)];

/** Turns `import('…/parsers/x.js')` into a require of the bundle beside the caller's, and the command line's `import('./cli.js')`. */
const apart = {
  name: 'apart',
  setup(builder) {
    builder.onResolve({ filter: /\/(?:parsers\/[^/]+|cli)\.js$/ }, ({ path, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const file = resolve(resolveDir, path);
      if (file === join(root, 'src', 'cli.js')) return { path: './pm-zone-main.js', external: true };
      return file.startsWith(join(root, 'src', 'parsers') + sep)
        ? { path: `./parsers/${basename(path)}`, external: true }
        : undefined;
    });
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
  mainFields: ['module', 'main'],
  // A kept import() would start Node's loader for ES modules, which costs more than what is loaded. Regular expressions that Node 20 reads as they are written
  // would be made anew at each call.
  supported: { 'dynamic-import': false, 'regexp-unicode-property-escapes': true, 'regexp-lookbehind-assertions': true },
  define: {
    'process.env.PM_ZONE_BUILD': JSON.stringify(sourcesHash()),
    'process.env.PM_ZONE_PARTS': JSON.stringify(parts.join(' ')),
  },
  plugins: [apart],
};

/** Names these sources, so that what one build remembered is never taken for another's. */
function sourcesHash() {
  const hash = createHash('sha256');
  const names = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
  for (const entry of names
    .filter((each) => each.isFile() && each.name.endsWith('.ts'))
    .map((each) => join(each.parentPath, each.name))
    .sort()) {
    hash.update(readFileSync(entry));
  }
  return hash.digest('hex').slice(0, 12);
}

/** The command line: a start that is a few lines, for people and for the action, what every review of a commit needs, and what is loaded later. */
export async function bundleCommandLine(outdir, plugins = []) {
  const [start, rest] = await Promise.all([
    build({ ...common, entryPoints: { 'pm-zone': 'src/bin.ts', gate: 'src/gate.ts' }, outdir }),
    bundleInTwo({
      ...common,
      plugins: [apart, ...plugins],
      entry: 'src/cli.ts',
      outfile: join(outdir, 'pm-zone-main.js'),
      later: 'pm-zone-later.js',
    }),
  ]);
  return [start.metafile, ...rest];
}

/** The extension: what every window needs, and what is loaded later. */
function bundleExtension(outdir) {
  return bundleInTwo({
    ...common,
    external: ['vscode'],
    entry: 'src/extension.ts',
    outfile: join(outdir, 'extension.js'),
    later: 'extension-later.js',
  });
}

/** What reads repositories for the extension, in a process of its own. */
async function bundleReader(outdir) {
  const { metafile } = await build({ ...common, entryPoints: { reader: 'src/reader.ts' }, outdir });
  return [metafile];
}

async function bundleParsers(outdir) {
  const { metafile } = await build({
    ...common,
    plugins: [],
    entryPoints: parsers.map((name) => `src/parsers/${name}.ts`),
    outdir: join(outdir, 'parsers'),
  });
  return [metafile];
}

/** All that is released. Resolves to esbuild's account of it: which file of whom is in which bundle. */
export async function bundleAll(outdir) {
  return (
    await Promise.all([bundleCommandLine(outdir), bundleExtension(outdir), bundleReader(outdir), bundleParsers(outdir)])
  ).flat();
}

export async function bundleDemo(outdir) {
  await build({ ...common, entryPoints: { demo: 'demo/demo.ts', 'host-worker': 'demo/host/host-worker.ts' }, outdir });
}
