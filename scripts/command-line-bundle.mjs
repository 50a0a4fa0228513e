import { basename } from 'node:path';
import { build } from 'esbuild';
import { loadedAlways } from './loaded-always.mjs';

/** The command line's own file, and beside it the one with what it imports with `import()`. */
const main = 'pm-zone.js';
const later = 'pm-zone-later.js';
export const commandLineFiles = [main, later];

/**
 * Bundles the command line so that a start reads, and V8 makes, only what a commit waits for: `pm-zone.js` has what is always needed,
 * `pm-zone-later.js` all that is imported with `import()`, run piece by piece as it is asked for. No module stands in both.
 */
export async function bundleCommandLine({ outdir, supported, plugins, ...common }) {
  const { outputFiles, metafile } = await build({
    ...common,
    plugins,
    entryPoints: { 'pm-zone': 'src/bin.ts' },
    outdir,
    format: 'esm',
    splitting: true,
    minify: false,
    metafile: true,
    write: false,
  });
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const always = loadedAlways(outputs, main);
  const others = new Map([...outputs].filter(([name]) => !always.has(name)));
  const code = new Map(outputFiles.map(({ path, text }) => [basename(path), text.replace(/^#!.*\n/, '')]));
  const bundle = (outfile, contents, modules) =>
    build({
      ...common,
      supported,
      stdin: { contents, resolveDir: outdir },
      outfile: `${outdir}/${outfile}`,
      allowOverwrite: true,
      format: 'cjs',
      plugins: [among(modules)],
    });
  const asked = new Set([...outputs.values()].flatMap(({ imports }) => imports.map(({ path }) => basename(path))));
  const shared = [...always].filter((name) => asked.has(name));
  await Promise.all([
    bundle(
      main,
      `import './${main}';`,
      new Map([
        ...[...always].map((name) => [name, askLater(code.get(name))]),
        ['later.js', laterModule(new Map(shared.map((name) => [name, outputs.get(name).exports])))],
      ]),
    ),
    bundle(
      later,
      openModule([...others].filter(([, { entryPoint }]) => entryPoint !== undefined).map(([name]) => name)),
      new Map([
        ...[...others.keys()].map((name) => [name, code.get(name)]),
        ...shared.map((name) => [name, `module.exports = require('./main.js').part(${JSON.stringify(name)});`]),
        ['main.js', 'exports.part = undefined;'],
      ]),
    ),
  ]);
}

/** Finds these modules, by name, wherever one of them asks for another; parsers are bundles of their own. */
function among(modules) {
  return {
    name: 'among',
    setup(builder) {
      builder.onResolve({ filter: /^\.\// }, ({ path }) =>
        modules.has(basename(path)) && !path.startsWith('./parsers/')
          ? { path: basename(path), namespace: 'among' }
          : { path, external: true },
      );
      builder.onLoad({ filter: /.*/, namespace: 'among' }, ({ path }) => ({ contents: modules.get(path) }));
    },
  };
}

/** In what is always there: `import("./x.js")` becomes a call, but for parsers. */
function askLater(code) {
  return `import { later } from './later.js';\n${code.replace(/\bimport\("\.\/([^"/]+)"\)/gu, 'later("$1")')}`;
}

/** Loads the other file when something of it is first asked for, and gives it what it shares with this one. */
function laterModule(shared) {
  const names = [...shared].flatMap(([name, exported], at) =>
    exported.length === 0
      ? []
      : [`import { ${exported.map((each) => `${each} as ${each}_${at}`).join(', ')} } from './${name}';`],
  );
  // Getters, since a module may be asked for before it has run.
  const parts = [...shared].map(
    ([name, exported], at) =>
      `${JSON.stringify(name)}: () => ({ ${exported.map((each) => `get ${each}() { return ${each}_${at}; }`).join(', ')} })`,
  );
  return `${names.join('\n')}
const parts = { ${parts.join(',\n')} };
const part = (name) => parts[name]();
let open;
export const later = async (name) =>
  name in parts ? part(name) : (open ??= require('./${later}').open(part))(name);`;
}

/** `open` takes what gives a part of the main file, and gives what imports one of these modules. */
function openModule(names) {
  const parts = names.map((name) => `${JSON.stringify(name)}: () => import('./${name}')`);
  return `const parts = { ${parts.join(',\n')} };
exports.open = (part) => {
  require('./main.js').part = part;
  return (name) => parts[name]();
};`;
}
