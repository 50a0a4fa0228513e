import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { root } from './data-sets.js';

/**
 * The command line as built for release, except that its list of checks is without `secrets`. The product has no switch
 * for that. The bundle loads the parsers of `dist`.
 */
export async function bundleWithoutSecrets(): Promise<{ readonly script: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-bench-'));
  symlinkSync(join(root, 'dist', 'parsers'), join(folder, 'parsers'), 'junction');
  const { bundleCommandLine } = (await import(pathToFileURL(join(root, 'scripts', 'bundles.mjs')).href)) as {
    readonly bundleCommandLine: (outdir: string, plugins: readonly Plugin[]) => Promise<void>;
  };
  await bundleCommandLine(folder, [withoutSecrets]);
  return { script: join(folder, 'pm-zone.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

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
