#!/usr/bin/env node
// Stands in the place of a bundle and runs the one beside it, `X.code.js` (a function, as Node itself wraps a module in), from what
// V8 made of it when it was built (`X.code.js.cache`): compiling takes longer than many a command. V8 refuses what another version
// of it, or of the bundle, has made, and compiles as usual. Nothing is ever written here.
'use strict';
const { readFileSync } = require('node:fs');
const { Script } = require('node:vm');

const bundle = `${__filename.slice(0, -'.js'.length)}.code.js`;
let cachedData;
try {
  cachedData = readFileSync(`${bundle}.cache`);
} catch {
  // Packed without it, as in the extension, whose V8 is another.
}
// It is all ASCII, so that one byte is one character.
const script = new Script(readFileSync(bundle, 'latin1'), { filename: bundle, cachedData });
script.runInThisContext()(exports, require, module, bundle, __dirname);
