import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** Puts `start-bundle.cjs` in the place of a bundle (`X.js`), and beside it the bundle and what V8 compiles it to. */
export function addCodeCache(file) {
  const code = `${file.slice(0, -'.js'.length)}.code.js`;
  const bundle = readFileSync(file, 'utf8').replace(/^#!.*\n/, '');
  writeFileSync(code, bundle);
  writeFileSync(`${code}.cache`, compile(Module.wrap(bundle)));
  copyFileSync(new URL('start-bundle.cjs', import.meta.url), file);
  chmodSync(file, 0o755);
}

/** With all functions, which V8 would otherwise compile one by one when they are first called. */
function compile(source) {
  setFlagsFromString('--no-lazy');
  try {
    const script = new Script(source);
    // The cache names the flags it was made with, and holds for these alone.
    setFlagsFromString('--lazy');
    return script.createCachedData();
  } finally {
    setFlagsFromString('--lazy');
  }
}
