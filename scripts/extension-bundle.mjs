import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build, transform } from 'esbuild';

/**
 * Bundles the extension so that what it imports with `import()` lies in files of their own, loaded when first needed, and what several
 * need in files that they share. esbuild parts ES modules only, so each part is turned into a CommonJS module afterwards.
 */
export async function bundleExtension({ supported, ...common }) {
  const { outputFiles } = await build({
    ...common,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    chunkNames: 'editor-[name]-[hash]',
    external: ['vscode'],
    write: false,
  });
  await Promise.all(
    outputFiles.map(async ({ path, text }) => {
      const { code } = await transform(text, {
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        minify: true,
        supported,
      });
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, code);
    }),
  );
}
