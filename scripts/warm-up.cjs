'use strict';
// Runs a bundle with the arguments that follow it, and keeps what V8 compiled of it and of the bundles that it loads.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { Script } = require('node:vm');

const [, , main, ...args] = process.argv;
const scripts = new Map();
const asUsual = Module._extensions['.js'];

Module._extensions['.js'] = (module, filename) => {
  const code = filename.replace(/\.js$/, '.code.js');
  if (!existsSync(code)) return asUsual(module, filename);
  const script = new Script(readFileSync(code, 'latin1'), { filename: code });
  scripts.set(code, script);
  script.runInThisContext()(
    module.exports,
    Module.createRequire(filename),
    module,
    code,
    require('node:path').dirname(code),
  );
};

process.on('exit', () => {
  for (const [code, script] of scripts) writeFileSync(`${code}.cache`, script.createCachedData());
});
process.argv = [process.execPath, main, ...args];
require(main);
