import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../../demo/project-folder.js';

describe('addCodeCaches', () => {
  let folder: string;

  before(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-')));
    const { addCodeCaches } = (await import(
      pathToFileURL(join(projectFolder(), 'scripts', 'code-cache.mjs')).href
    )) as {
      readonly addCodeCaches: (files: readonly string[], main: string) => void;
    };
    for (const [name, code] of [
      ['lib.js', 'exports.say = (what) => `${what} ü`;\n'],
      ['main.js', '#!/usr/bin/env node\nprocess.stdout.write(require("./lib.js").say(process.argv[2]));\n'],
    ] as const) {
      writeFileSync(join(folder, name), code);
    }
    addCodeCaches(
      ['lib.js', 'main.js'].map((name) => join(folder, name)),
      join(folder, 'main.js'),
    );
  });

  after(() => rmSync(folder, { recursive: true }));

  const run = (name = 'main.js', flags: readonly string[] = []): string =>
    execFileSync(process.execPath, [...flags, join(folder, name), 'hello'], { encoding: 'utf8' });

  it('runs the bundle as it was, also through a link', () => {
    assert.equal(run(), 'hello ü');
    symlinkSync(join(folder, 'main.js'), join(folder, 'linked'));
    assert.equal(run('linked'), 'hello ü');
  });

  it('makes a cache that this Node takes', () => {
    const program = `
      const { readFileSync } = require('node:fs');
      const code = readFileSync(process.argv[1], 'latin1');
      const cachedData = readFileSync(process.argv[1] + '.cache');
      const { Script } = require('node:vm');
      process.stdout.write(String(new Script(code, { cachedData }).cachedDataRejected));`;
    const said = execFileSync(process.execPath, ['-e', program, join(folder, 'main.code.js')], { encoding: 'utf8' });
    assert.equal(said, 'false');
  });

  it('runs the bundle where V8 refuses the cache', () => {
    assert.equal(run('main.js', ['--no-opt']), 'hello ü');
    const cache = join(folder, 'lib.code.js.cache');
    const whole = readFileSync(cache);
    for (const other of [whole.subarray(0, 40), Buffer.alloc(0), Buffer.from('not a cache'), whole.fill(0, 0, 16)]) {
      writeFileSync(cache, other);
      assert.equal(run(), 'hello ü');
    }
  });

  it('runs the bundle without the cache', () => {
    rmSync(join(folder, 'lib.code.js.cache'));
    rmSync(join(folder, 'main.code.js.cache'));
    assert.equal(run(), 'hello ü');
  });
});
