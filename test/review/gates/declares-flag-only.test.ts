import assert from 'node:assert/strict';

import type { Report } from '../../../src/review/check.js';
import { flagGated } from '../../../src/review/checks/flag-gated.js';
import { isTool } from '../../../src/review/gates/reports/is-tool.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

type Pair = readonly [path: string, before: string, after: string];

async function reported([path, before, after]: Pair, around: SideFiles = {}): Promise<readonly unknown[]> {
  const base = { 'flags.yaml': 'new-home: false\n', ...around };
  const context = createReviewContext({ base: { ...base, [path]: before }, head: { ...base, [path]: after } });
  const outcome = await flagGated.run(context);
  assert.notEqual(outcome, 'not-applicable');
  return (outcome as { reports: readonly Report[] }).reports.map((report) => report.path);
}

const ruby = (items: string): string => `features = [\n  :a,\n${items}]\nfeatures.each { |each| Flipper.add(each) }\n`;
const entry =
  "  /** The new home. */\n  newHome: {\n    stage: 'released',\n    description: { short: 'The new home' },\n  },\n";
const stages = (more: string): string => `export const featureFlags = {\n  other: { stage: 'released' },\n${more}};\n`;
const object = (more: string): string => `export const flags = {\n  other: false,\n${more}};\n`;

describe('the place that declares a flag', () => {
  const silent: Readonly<Record<string, Pair>> = {
    'a flag that goes from a list in Ruby': ['config/initializers/flipper.rb', ruby('  :new_home,\n'), ruby('')],
    'a flag that comes to a list in Ruby': ['config/initializers/flipper.rb', ruby(''), ruby('  :new_home, # soon\n')],
    'a flag in a list of a shell': ['deploy/flags.sh', 'F=(\n  "A"\n  "NEW_HOME"\n)\n', 'F=(\n  "A"\n)\n'],
    'a constant in Kotlin': [
      'app/FeatureFlags.kt',
      'object F {\n}\n',
      'object F {\n  const val NEW_HOME = "new-home"\n}\n',
    ],
    'a field in Java': ['app/FeatureFlags.java', 'class F {\n}\n', 'class F {\n  private boolean newHome;\n}\n'],
    'an entry that goes, and its type': [
      'src/feature-flags.ts',
      `export type Flags = {\n  other: boolean;\n  newHome: boolean;\n  last: boolean;\n};\n${stages(entry)}`,
      `export type Flags = {\n  other: boolean;\n  last: boolean;\n};\n${stages('')}`,
    ],
    'an entry that comes and is off': [
      'src/defaultFeatureFlags.ts',
      object(''),
      object('  // soon\n  newHome: false,\n'),
    ],
    'the name of a key': ['src/flags.ts', object(''), object("  NEW_HOME: 'new-home',\n")],
    'an item of a list': ['src/flags.ts', "export const all = ['a', 'new-home'];\n", "export const all = ['a'];\n"],
    'an arm of a union': ['src/features.ts', "type F =\n  | 'a'\n  | 'NEW_HOME';\n", "type F =\n  | 'a';\n"],
    'the first arm of a union': ['src/features.ts', "type F = 'NEW_HOME' | 'a';\n", "type F = 'a';\n"],
    'an arm of a union with a number': ['src/features.ts', "type F = 'NEW_HOME' | 1;\n", 'type F = 1;\n'],
    'an entry beside one with a number': [
      'src/flags.ts',
      object('  1: true,\n'),
      object('  1: true,\n  newHome: false,\n'),
    ],
    'words in a template that go': ['src/flags.ts', object('  newHome: `Our new home`,\n'), object('')],
    'a member of an enum': [
      'src/featureToggle.tsx',
      "export const enum T {\n  a = 'a',\n}\n",
      "export const enum T {\n  home = 'new-home',\n  a = 'a',\n}\n",
    ],
    'a member of an enum without a value': ['src/flags.ts', 'enum F { a }\n', 'enum F { a, newHome }\n'],
    'a member of an interface': [
      'src/flags.ts',
      'interface F { a: boolean }\n',
      "interface F { a: boolean; 'new-home': boolean }\n",
    ],
  };
  for (const [what, pair] of Object.entries(silent))
    it(`is seen by nobody: ${what}`, async () => assert.deepEqual(await reported(pair), []));

  const said: Readonly<Record<string, Pair>> = {
    'a flag that is turned on': ['src/flags.ts', object(''), object('  newHome: true,\n')],
    'a flag whose state changes': ['src/flags.ts', object('  newHome: false,\n'), object('  newHome: true,\n')],
    'words of the flag': ['src/flags.ts', object(''), object("  newHome: 'Our new home',\n")],
    'words that are put together and go': ['src/flags.ts', object('  newHome: `Our ${home}`,\n'), object('')],
    'words of an entry that is there': ['src/flags.ts', stages(entry), stages(entry.replace("'The new", "'Your new"))],
    'something else beside it': ['src/flags.ts', object(''), `${object('  newHome: false,\n')}show();\n`],
    'what is drawn': ['src/flags.tsx', 'const all = {};\n', 'const all = { newHome: <Home /> };\n'],
    'what is worked out': ['src/flags.ts', object(''), object("  ['newHome']: false,\n")],
    'what is spread': ['src/flags.ts', object(''), object('  ...newHome,\n')],
    'what is in a function': ['src/flags.ts', 'f(() => [])', "f(() => ['new-home'])"],
    'what does not parse': ['src/flags.ts', 'f(', "f(['new-home']"],
    'a list in no file of flags': ['src/pages.ts', 'export const all = [];\n', "export const all = ['new-home'];\n"],
    'a list of what is on': ['config/flags.rb', 'ENABLED = [\n]\n', 'ENABLED = [\n  :new_home,\n]\n'],
    'a call that turns it on': ['config/flags.rb', 'Flipper.enable(\n)\n', 'Flipper.enable(\n  :new_home\n)\n'],
    'another line beside it': ['config/flags.rb', ruby(''), `${ruby('  :new_home,\n')}puts 1\n`],
    'another name': ['config/flags.rb', ruby(''), ruby("  :new_home => 'other',\n")],
    'a new file': ['app/flags.vue', '', "<p>{{ ['new-home'] }}</p>"],
  };
  for (const [what, pair] of Object.entries(said))
    it(`is more than a place: ${what}`, async () => assert.deepEqual(await reported(pair), [pair[0]]));

  it('is more than a place where the list is new and turns the flag on, or cannot be read', async () => {
    const base = { 'flags.yaml': 'new-home: false\n' };
    for (const [before, after] of [
      [{}, { 'src/flags.ts': object('  newHome: true,\n') }],
      [{ 'src/flags.ts': object('') }, { 'src/flags.ts': { mode: '100644', oid: 'e', bytes: 3, unread: 'binary' } }],
    ] as const) {
      const context = createReviewContext({ base: { ...base, ...before }, head: { ...base, ...after } });
      const outcome = (await flagGated.run(context)) as { reports: readonly Report[] };
      assert.deepEqual(
        outcome.reports.map(({ path }) => path),
        ['src/flags.ts'],
      );
    }
  });

  it('is more than a place where an entry goes that others still ask for', async () => {
    const pair: Pair = ['src/flags.ts', object('  newHome: true,\n'), object('')];
    assert.deepEqual(await reported(pair), []);
    const asks = {
      'src/home.tsx': "import { flags } from './flags';\nexport const Home = () => flags.newHome && <p />;\n",
    };
    assert.deepEqual(await reported(pair, asks), [pair[0]]);
  });

  it('is not what hands a script out, or starts a product', () => {
    for (const path of ['scripts/sync.sh', 'web/tools/release.bat', '.github/flags.sh'])
      assert.equal(isTool(path), true, path);
    for (const path of [
      'install.sh',
      'scripts/install.sh',
      'src/scripts/home.sh',
      'scripts/home.js',
      'scripts/docker-entrypoint.sh',
      'run/home.sh',
    ])
      assert.equal(isTool(path), false, path);
  });
});
