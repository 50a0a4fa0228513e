import assert from 'node:assert/strict';
import { findAskedFlags } from '../../../src/setup/surroundings/find-asked-flags.js';
import { surveyedFiles } from '../../support/surveyed-files.js';

describe('findAskedFlags', () => {
  it('counts what programs ask for, with constants by what they stand for, and leaves tests out', async () => {
    const found = await findAskedFlags(
      surveyedFiles({
        'src/a.ts': "useFlag('new-home'); useFlag('new-list');",
        'src/b.ts': "useFlag('new-home'); isFeatureEnabled(Flags.NewNav); isFeatureEnabled(Flags.Unknown1);",
        'src/lib/flags.ts': "export enum Flags { NewNav = 'new-nav' }\nconst NewNav = 'other';",
        'src/a.test.ts': "useFlag('of-tests')",
        'vendor/a.ts': "useFlag('of-others')",
        'src/plain.ts': 'nothing',
        'README.md': "useFlag('of-docs')",
      }),
    );
    assert.deepEqual(found, {
      flags: [
        { key: 'new-home', calls: 2, path: 'src/a.ts' },
        { key: 'new-list', calls: 1, path: 'src/a.ts' },
        { key: 'new-nav', calls: 1, path: 'src/b.ts' },
      ],
      by: [
        { name: 'useFlag', calls: 3 },
        { name: 'isFeatureEnabled', calls: 1 },
      ],
      unread: 0,
    });
  });

  it('finds what the constants of an object of flags stand for, whatever its file is called', async () => {
    const found = await findAskedFlags(
      surveyedFiles({
        'src/types.ts': "export const FeatureFlags = {\n  topBanner: 'top-banner',\n} as const;",
        'src/a.tsx': 'const { getFlag } = useFeatureFlags();\nif (getFlag(FeatureFlags.topBanner)) show();',
      }),
    );
    assert.deepEqual(found.flags, [{ key: 'top-banner', calls: 1, path: 'src/a.tsx' }]);
  });

  it('takes no number and no truth value for a flag, written down or by a constant', async () => {
    const values = ['0x1', '0b101', 'true', 'false', '100', '1e5', '1_000', '250ms', 'null', 'None', '2.50'];
    const found = await findAskedFlags(
      surveyedFiles({
        'src/flags.ts': values
          .map((value, at) => `export const FLAG_${'ABCDEFGHIJK'[at] as string} = '${value}';`)
          .join('\n'),
        'src/a.ts': values
          .map((value, at) => `isFeatureEnabled(Flags.FLAG_${'ABCDEFGHIJK'[at] as string}); useFlag('${value}');`)
          .join('\n'),
        'src/b.ts': "useFlag('2fa'); useFlag('0x-trading'); useFlag('true-north'); useFlag('v2');",
      }),
    );
    assert.deepEqual(found.flags.map(({ key }) => key).sort(), ['0x-trading', '2fa', 'true-north']);
  });

  it('says how many programs it left unread, those last whose names do not speak of flags', async () => {
    const files = Object.fromEntries(Array.from({ length: 8001 }, (_, at) => [`src/a${at}.ts`, '']));
    const found = await findAskedFlags(surveyedFiles({ ...files, 'src/z/flags.ts': "useFlag('new-home')" }));
    assert.deepEqual([found.flags.map(({ key }) => key), found.unread], [['new-home'], 2]);
  });
});
