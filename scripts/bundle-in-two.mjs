import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles a program into two files: `outfile` holds `entry` and what it imports by a statement, which every start needs; `later`,
 * a file beside it, holds what is imported with `import()`, and runs a module when it is first asked for. Each module lies in one
 * of the two only, so that a class is the same class everywhere. Resolves to esbuild's account of both.
 */
export async function bundleInTwo({ entry, outfile, later, plugins, ...options }) {
  const root = options.absWorkingDir;
  const asked = new Set();
  const shared = new Set();
  const first = (exported, write) =>
    build({
      ...options,
      stdin: {
        contents: [
          `export * from './${entry}';`,
          ...exported.map((file) => `export * as '${file}' from './${file}';`),
        ].join('\n'),
        resolveDir: root,
      },
      outfile,
      metafile: true,
      write,
      plugins: [
        ...plugins,
        moved(root, asked, (file, kind) => kind === 'dynamic-import', `require('./${later}')`, '()'),
      ],
    });
  const { inputs } = (await first([], false)).metafile;
  const second = await build({
    ...options,
    metafile: true,
    stdin: {
      contents: [...asked]
        .sort()
        .map((file) => `exports['${file}'] = () => require('./${file}');`)
        .join('\n'),
      resolveDir: root,
    },
    outfile: join(dirname(outfile), later),
    plugins: [...plugins, moved(root, shared, (file) => file in inputs, `require('./${basename(outfile)}')`)],
  });
  return [await first([...shared].sort(), true), second].map(({ metafile }) => metafile);
}

/** Takes the modules that `isMoved` picks from the other file, where they are exported by their path, and notes them in `taken`. */
function moved(root, taken, isMoved, other, call = '') {
  return {
    name: 'moved',
    setup(builder) {
      builder.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind, namespace }) => {
        if (namespace === 'moved') return { path, external: true };
        const file = relative(root, resolve(resolveDir, path)).split(sep).join('/').replace(/\.js$/, '.ts');
        return file.startsWith('src/') && isMoved(file, kind) ? { path: file, namespace: 'moved' } : undefined;
      });
      builder.onLoad({ filter: /.*/, namespace: 'moved' }, ({ path }) => {
        taken.add(path);
        return { contents: `module.exports = ${other}['${path}']${call};` };
      });
    },
  };
}
