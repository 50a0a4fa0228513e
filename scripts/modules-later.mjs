import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** Modules of Node's that few commands need and that take milliseconds: loaded when something of them is first used. */
export const modulesLater = {
  name: 'modules-later',
  setup(builder) {
    builder.onResolve({ filter: /^node:(?:crypto|fs\/promises|os)$/ }, ({ path, namespace }) =>
      namespace === 'later' ? { path, external: true } : { path, namespace: 'later' },
    );
    builder.onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => {
      const module = JSON.stringify(path);
      const getters = Object.keys(load(path)).map((name) => `get ${name}() { return require(${module}).${name}; }`);
      return { contents: `module.exports = { ${getters.join(', ')} };` };
    });
  },
};
