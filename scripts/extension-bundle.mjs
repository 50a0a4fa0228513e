import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, transform } from 'esbuild';
import { loadedAlways } from './loaded-always.mjs';

const main = 'extension.js';

/**
 * Bundles the extension so that what it imports with `import()` lies in files of their own, loaded when first needed, and what several
 * need in files that they share. What is always needed is joined into one file: VS Code takes up to a millisecond to load another.
 * esbuild parts ES modules only, so each part is turned into a CommonJS module afterwards.
 */
export async function bundleExtension({ supported, ...common }) {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    chunkNames: 'editor-[name]-[hash]',
    external: ['vscode'],
    metafile: true,
    write: false,
  });
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const always = loadedAlways(outputs, main);
  const parts = await Promise.all(
    outputFiles.map(async ({ path, text }) => {
      const options = { format: 'cjs', platform: 'node', target: 'node20', minify: true, supported };
      return { name: basename(path), code: (await transform(text, options)).code };
    }),
  );
  const folder = dirname(outputFiles[0].path);
  mkdirSync(folder, { recursive: true });
  for (const { name, code } of parts) if (!always.has(name)) writeFileSync(join(folder, name), askMain(code, always));
  writeFileSync(join(folder, main), joined(parts.filter(({ name }) => always.has(name))));
}

/** A part that is loaded later takes what it shares with the main file from there. */
function askMain(code, always) {
  return code.replace(/\brequire\("\.\/([^"]+)"\)/gu, (all, name) =>
    always.has(name) ? `require("./${main}").part(${JSON.stringify(name)})` : all,
  );
}

/** One CommonJS module of many, each run when it is first asked for. */
function joined(parts) {
  // In brackets, by which V8 knows that a function is called at once and need not be parsed twice.
  const written = parts.map(({ name, code }) => `${JSON.stringify(name)}:(function(exports,module,require){${code}})`);
  return `"use strict";
const parts={__proto__:null,${written.join(',\n')}},loaded=new Map();
const part=(name)=>{let module=loaded.get(name);if(!module){loaded.set(name,module={exports:{}});parts[name](module.exports,module,load)}return module.exports};
const load=(path)=>{const name=path.slice(2);return name in parts?part(name):require(path)};
module.exports={...part(${JSON.stringify(main)}),part};
`;
}
