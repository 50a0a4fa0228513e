import assert from 'node:assert/strict';
import { whyClosed } from '../../src/doctor/why-closed.js';
import { describeLeft, describeOffers, describeProposal } from '../../src/setup/describe-proposal.js';
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
          closed: [],
          examples: [],
        },
      ],
      closed: [
        { matter: 'money', glob: '**/pay/**', files: 40, owned, unowned: 5 },
        { matter: 'money', glob: '**/bill/**', files: 3, owned: [], unowned: 3 },
      ],
      left: [],
      controls: 'standard',
      absent: ['code-texts'],
      offered: [
        { kind: 'events', glob: 'src/events.ts', files: 1, editable: 1, owned: [], closed: [], examples: [] },
        {
          kind: 'more-docs',
          glob: 'docs/*.md',
          files: 3,
          editable: 1,
          owned: [],
          closed: whyClosed([2, 5]),
          examples: [],
        },
      ],
      workspaces: [{ tool: 'pnpm', file: 'pnpm-workspace.yaml', folders: ['a', 'b', 'c', 'd', 'e'] }],
      asked: {
        flags: Array.from({ length: 9 }, (_, at) => ({ key: `flag-${at}`, calls: 1, path: 'a' })),
        by: [
          { name: 'useFlag', calls: 8 },
          { name: '<Flag>', calls: 1 },
        ],
        unread: 0,
      },
      newAddresses: ['maya@example.com'],
    } as unknown as PilotProposal;
    assert.deepEqual(describeProposal(proposal, [{ ask: 'Who?', how: '--pm\n--dri', hint: 'Perhaps Erin.' }]), [
      'Workspaces: 5 of pnpm by pnpm-workspace.yaml (a, b, c, d …)',
      'Code asks for 9 flags by useFlag (8 places), <Flag> (1 place): flag-0, flag-1, flag-2, flag-3, flag-4, flag-5, flag-6, flag-7 …',
      'PMs could touch, under standard controls:',
      '  i18n/*.json: 9 files, 7 of them editable; 2 owned by @e stay closed',
      'None were found of what was to be open besides, code-texts (texts in programs, words alone), so that opens nothing.',
      'An engineer could open docs of which nothing says who reads them (--open more-docs):',
      '  docs/*.md: 3 files, 1 of them editable; 1 locked always, by their names; 1 outside the feature folders',
      'An engineer could open files of events, for new ones (--open events):',
      '  src/events.ts: 1 file',
      'PMs could not touch:',
      '  **/pay/**: 40 files; 9 owned by @a, 8 owned by @b, 7 owned by @c, 11 by others, 5 owned by nobody',
      '  **/bill/**: 3 files; nobody owns them',
      'No commit here is by maya@example.com yet: the list of PMs would be the first to publish it.',
      'For people to answer:',
      '  ? Who?',
      '    Perhaps Erin.',
      '      --pm',
      '      --dri',
    ]);
    const plain = describeProposal(
      {
        ...proposal,
        asked: { ...proposal.asked, unread: 3 },
        left: Array.from({ length: 13 }, () => ({ what: 'a', files: 1, why: 'so' })),
      },
      [
        { ask: 'Who?', how: '--pm' },
        { ask: 'Which?', how: '* @org/eng' },
      ],
      false,
    );
    assert.doesNotMatch(plain.join('\n'), / --[a-z]/u);
    assert.deepEqual(plain.slice(-4), ['For people to answer:', '  ? Who?', '  ? Which?', '      * @org/eng']);
    const bare = {
      ...proposal,
      absent: [],
      offered: [],
      workspaces: [{ tool: 'npm', file: 'package.json', folders: ['a'] }],
      asked: { flags: [{ key: 'a-flag', calls: 2, path: 'a' }], by: [{ name: 'useFlag', calls: 2 }], unread: 1 },
      newAddresses: [],
    };
    assert.deepEqual(describeProposal({ ...bare, opened: [], closed: [] }, []), [
      'Workspaces: 1 of npm by package.json (a)',
      'Code asks for 1 flag by useFlag (2 places): a-flag',
      '1 program more was not read for flags, since there are too many: name flags of theirs with --flags.',
      'PMs could touch, under standard controls:',
    ]);
    const unowned = bare.closed.map((each) => ({ ...each, owned: [] }));
    assert.deepEqual(
      describeProposal({ ...bare, asked: { flags: [], by: [], unread: 0 }, opened: [], closed: unowned }, []).slice(2),
      ['PMs could not touch, and nobody owns:', '  **/pay/**: 40 files', '  **/bill/**: 3 files'],
    );
    const large = { ...bare, asked: { flags: [], by: [], unread: 2 }, opened: [], closed: [] };
    assert.equal(
      describeProposal(large, [])[1],
      '2 programs more were not read for flags, since there are too many: name flags of theirs with --flags.',
    );
  });
});

describe('describeOffers', () => {
  it('counts files of what was not weighed', () => {
    assert.deepEqual(describeOffers([{ kind: 'code-texts', glob: 'a/*.ts', paths: ['a/b.ts'] }]), [
      'An engineer could open texts in programs, words alone (--open code-texts):',
      '  a/*.ts: 1 file',
    ]);
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
