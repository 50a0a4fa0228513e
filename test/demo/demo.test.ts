import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';

describe('the demo', () => {
  it('comes out as its story says, and leaves nothing but the folder that it names', () => {
    assert.ok(existsSync(join(projectFolder(), 'dist', 'pm-zone.js')), 'npm run build makes what the demo runs');
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-test-')));
    try {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, '../../demo/demo.js')], {
        env: { ...process.env, TMPDIR: home, TEMP: home, TMP: home, HOME: home },
        encoding: 'utf8',
      });
      assert.equal(stderr, '');
      assert.equal(status, 0, stdout.slice(-2000));
      const [folder, ...others] = readdirSync(home);
      assert.deepEqual(others, []);
      assert.ok(stdout.includes(join(home, String(folder))));
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
