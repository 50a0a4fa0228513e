import assert from 'node:assert/strict';
import { toOperationError, type RefusalCode } from '../../src/work/operation-outcome.js';

/** What git writes to standard error, by what it comes to. */
const said: Partial<Record<RefusalCode, readonly string[]>> = {
  'disk-full': [
    'fatal: unable to write loose object file: No space left on device',
    "fatal: sha1 file '/x/.git/pm-zone/op/index.lock' write error. Out of diskspace",
    "fatal: sha1 file '.git/objects/pack/tmp_pack_gYxzJF' write error. Out of diskspace",
    'error: unable to write file /x/.git/pm-zone/op/tree/src/big.bin',
    'error: unable to write file C:/x/.git/pm-zone/op/tree/src/big.bin',
    "fatal: update_ref failed for ref 'refs/x': cannot update ref 'refs/x': couldn't write '/x/.git/refs/x.lock'",
    'error: failed to write new configuration file /x/.git/config.lock',
    'error: unable to write symref for HEAD: Disk quota exceeded',
  ],
  'in-use': [
    "error: unable to create temporary file '/x/.git/objects/pack/tmp_pack_x': Permission denied",
    'error: insufficient permission for adding an object to repository database .git/objects',
    "fatal: Unable to create '/x/.git/index.lock': Permission denied",
    'error: unable to write file .git/objects/aa/bb: Read-only file system',
  ],
  cleared: [
    'error: unable to write file .git/objects/aa/bb: No such file or directory',
    'error: unable to create temporary file: No such file or directory',
  ],
  busy: ["fatal: Unable to create '/x/.git/index.lock': File exists."],
  git: ['git@example.com: Permission denied (publickey).'],
};

describe('what git said, as the end of an operation', () => {
  for (const [reason, all] of Object.entries(said))
    for (const each of all)
      it(`is ${reason}: ${each}`, () => {
        assert.equal(toOperationError(each).reason, reason);
      });

  it('tells where git has no right to write, and what to do', () => {
    const [denied = ''] = said['in-use'] ?? [];
    assert.match(toOperationError(denied).sentence, /Permission denied.*Close programs.*engineering DRI/);
  });
});
