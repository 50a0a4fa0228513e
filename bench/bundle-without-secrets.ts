import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { root } from './data-sets.js';

/**
 * The command line as built for release, except that its list of checks is without `secrets`. The product has no switch
 * for that. The bundle loads the parsers of `dist`.
 */
export async function bundleWithoutSecrets(): Promise<{ readonly script: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-bench-'));
  const script = join(folder, 'pm-zone.js');
  symlinkSync(join(root, 'dist', 'parsers'), join(folder, 'parsers'), 'junction');
  const { modulesLater } = (await import(pathToFileURL(join(root, 'scripts', 'modules-later.mjs')).href)) as {
    readonly modulesLater: Plugin;
  };
  const { bundleCommandLine, commandLineFiles } = (await import(
    pathToFileURL(join(root, 'scripts', 'command-line-bundle.mjs')).href
  )) as {
    readonly bundleCommandLine: (options: BuildOptions) => Promise<void>;
    readonly commandLineFiles: readonly string[];
  };
  await bundleCommandLine({ ...common, outdir: folder, plugins: [parsersApart, modulesLater, withoutSecrets] });
  const { addCodeCaches, startFirst } = (await import(pathToFileURL(join(root, 'scripts', 'code-cache.mjs')).href)) as {
    readonly addCodeCaches: (files: readonly string[], main: string) => void;
    readonly startFirst: (file: string, code: string) => void;
  };
  addCodeCaches(
    commandLineFiles.map((name) => join(folder, name)),
    script,
  );
  const start = await build({ ...common, entryPoints: ['src/start.ts'], format: 'iife', write: false });
  startFirst(script, start.outputFiles[0]?.text ?? '');
  return { script, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  logLevel: 'warning',
  legalComments: 'none',
  mainFields: ['module', 'main'],
  supported: { 'dynamic-import': false },
};

const parsersApart: Plugin = {
  name: 'parsers-apart',
  setup(builder) {
    builder.onResolve({ filter: /\/parsers\/[^/]+\.js$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./parsers/${basename(path)}`, external: true } : undefined,
    );
  },
};

const withoutSecrets: Plugin = {
  name: 'without-secrets',
  setup(builder) {
    const list = join(root, 'src', 'review', 'checks', 'list.ts');
    builder.onResolve({ filter: /\/checks\/list\.js$/ }, () => ({ path: list, namespace: 'without-secrets' }));
    builder.onLoad({ filter: /.*/, namespace: 'without-secrets' }, () => ({
      contents: `import { checks as all } from ${JSON.stringify(list)};\nexport const checks = all.filter(({ id }) => id !== 'secrets');\n`,
      resolveDir: root,
    }));
  },
};
