import assert from 'node:assert/strict';
import { describeLeft, describeProposal } from '../../src/setup/describe-proposal.js';
import type { PilotProposal } from '../../src/setup/propose-pilot.js';

describe('describeProposal', () => {
  it('counts files by their owners, the largest first', () => {
    const owned = ['@a', '@b', '@c', '@d', '@e'].map((owner, at) => ({ owners: [owner], files: 9 - at }));
    const proposal = {
      opened: [
        {
          kind: 'copy',
          glob: 'i18n/*.json',
          files: 9,
          editable: 7,
          owned: owned.slice(4).map((each) => ({ ...each, files: 2 })),
          examples: [],
        },
      ],
      closed: [
        { matter: 'money', glob: '**/pay/**', files: 40, owned, unowned: 5 },
        { matter: 'money', glob: '**/bill/**', files: 3, owned: [], unowned: 3 },
      ],
      left: [],
      controls: 'standard',
    } as unknown as PilotProposal;
    assert.deepEqual(describeProposal(proposal, [{ ask: 'Who?', how: '--pm\n--dri' }]), [
      'PMs could touch, under standard controls:',
      '  i18n/*.json: 9 files, 7 of them editable; 2 owned by @e stay closed',
      'PMs could not touch:',
      '  **/pay/**: 40 files; 9 owned by @a, 8 owned by @b, 7 owned by @c, 11 by others, 5 owned by nobody',
      '  **/bill/**: 3 files; nobody owns them',
      'For people to answer:',
      '  ? Who?',
      '      --pm',
      '      --dri',
    ]);
    const [, , ...rest] = describeProposal({ ...proposal, closed: [] }, []);
    assert.deepEqual(rest, []);
  });
});

describe('describeLeft', () => {
  it('lists a dozen and counts the rest', () => {
    const left = Array.from({ length: 14 }, (_, at) => ({ what: `a${at}`, files: 1, why: 'it is so' }));
    const lines = describeLeft(left);
    assert.deepEqual(
      [lines.length, lines[1], lines.at(-1)],
      [14, '  a0 (1 file): it is so', '  … and 2 more: --format json lists them'],
    );
  });
});
