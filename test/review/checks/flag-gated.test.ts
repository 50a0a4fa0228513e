import assert from 'node:assert/strict';

import type { Report } from '../../../src/review/check.js';
import { flagGated } from '../../../src/review/checks/flag-gated.js';
import { findTextUses } from '../../../src/review/uses/find-text-uses.js';
import { createReviewContext, type ReviewContextParts, type SideFiles } from '../../support/review-context.js';
import { processorTime } from '../../support/processor-time.js';

const home = 'src/features/home';
const flags = { 'flags.yaml': 'new-home: false\nother: true\n' };
/** An entry that asks for the flag. */
const gatedIndex =
  "import { Card } from './Card';\nexport const Home = () => (useFlag('new-home') ? <Card /> : null);\n";

async function outcomeOf(
  changed: SideFiles,
  around: SideFiles = {},
  parts: ReviewContextParts = {},
): Promise<'not-applicable' | readonly Report[]> {
  const base = { ...flags, ...around };
  const outcome = await flagGated.run(createReviewContext({ base, head: { ...base, ...changed }, ...parts }));
  return outcome === 'not-applicable' ? outcome : outcome.reports;
}

/** The paths that are reported, for a change of these files among those. */
async function notGated(
  changed: SideFiles,
  around: SideFiles = {},
  parts: ReviewContextParts = {},
): Promise<readonly unknown[]> {
  const outcome = await outcomeOf(changed, around, parts);
  assert.notEqual(outcome, 'not-applicable');
  return (outcome as readonly Report[]).map(({ path }) => path);
}

/** A plan of words that says why it has no flag. */
const withoutFlag = {
  level: 'copy',
  flags: [],
  fields: [{ label: 'Flag', value: 'none, because it is one word of a live page', line: 3 }],
} as const;

describe('flag-gated', () => {
  it('asks nothing of what reaches no user', async () => {
    for (const changed of [
      {},
      { 'flags.yaml': 'new-home: true\nother: true\n' },
      { [`${home}/PLANNING.md`]: '# x' },
      { 'README.md': 'x' },
      { [`${home}/Card.test.tsx`]: 'x' },
      { [`${home}/__tests__/Card.tsx`]: 'x' },
      { [`${home}/__snapshots__/Card.test.tsx.snap`]: 'exports' },
      { [`${home}/Card.test.ts.snap`]: 'exports' },
      { 'api/__snapshots__/test_home.ambr': '# name' },
      { 'scripts/sync-flags.sh': 'echo new-home' },
      { 'tools/release.ps1': 'x' },
      { [`${home}/types/i18n.d.ts`]: 'interface Home { title: string }' },
    ])
      assert.equal(await outcomeOf(changed), 'not-applicable');
    const gone = createReviewContext({ base: { 'a.ts': 'x' }, head: {} });
    assert.equal(await flagGated.run(gone), 'not-applicable');
    const named = { 'config/toggles.yaml': 'new-home: false' };
    assert.equal(await outcomeOf(named, {}, { settings: { flagFiles: ['config/toggles.yaml'] } }), 'not-applicable');
  });

  it('takes what is called a test for a program where a program imports it', async () => {
    const path = `${home}/test/Banner.tsx`;
    const around = { [`${home}/index.tsx`]: "import './test/Banner';" };
    assert.deepEqual(await notGated({ [path]: 'show();' }, around), [path]);
    assert.deepEqual(await notGated({ [path]: "useFlag('new-home') && show();" }, around), []);
    assert.deepEqual(
      await notGated({ [path]: 'show();' }, { [`${home}/index.tsx`]: `useFlag('new-home'); import './test/Banner';` }),
      [path],
    );
    assert.equal(await outcomeOf({ [path]: 'show();', [`${home}/test/a.json`]: '{}' }), 'not-applicable');
  });

  it('takes no story for a program because something is imported by a name that is worked out', async () => {
    const story = { [`${home}/Card.stories.tsx`]: 'show();' };
    assert.equal(
      await outcomeOf(story, { 'src/load.ts': 'export const load = (name) => import(name);' }),
      'not-applicable',
    );
    assert.deepEqual(await notGated(story, { [`${home}/index.tsx`]: "import './Card.stories';" }), Object.keys(story));
  });

  it('says what to do where no flag can stand before the change', async () => {
    for (const parts of [{ doc: { flags: ['nobody-has-it'] } }, { doc: { flags: [] }, row: { flags: ['gone', ''] } }]) {
      const [report, ...more] = (await outcomeOf({ [`${home}/x.ts`]: "flag('nobody-has-it')" }, {}, parts)) as Report[];
      assert.deepEqual(more, []);
      assert.match(
        report?.message ?? '',
        /^No flag stands before this change.*Name the flag in the plan, and ask @erin/,
      );
    }
  });

  it('says how words alone may go without a flag, and says it of words alone', async () => {
    const none = { doc: { flags: [] }, row: { flags: [] } };
    const message = async (files: Readonly<Record<string, string>>): Promise<string> =>
      ((await outcomeOf(files, {}, none)) as Report[])[0]?.message ?? '';
    const words = { [`${home}/i18n/en.json`]: '{ "title": "Begin here" }' };
    assert.match(await message(words), /Words alone may go without one .*“Flag: none, because …”/);
    assert.doesNotMatch(await message({ ...words, [`${home}/x.ts`]: 'show();' }), /Words alone/);
  });

  it('takes a picture for words where the plan has no flag, which an engineer looks at anyway, and for more under regulated controls', async () => {
    const png = { mode: '100644', oid: undefined, bytes: 9, unread: 'binary' } as const;
    const hero = 'public/img/hero.png';
    const [alone] = (await outcomeOf({ [hero]: png }, {}, { doc: withoutFlag })) as readonly Report[];
    assert.match(alone?.message ?? '', /Everyone would see the new picture at once; @erin approves that/u);
    const both = await outcomeOf({ [hero]: png, 'locales/en.json': '{"a": "b"}' }, {}, { doc: withoutFlag });
    assert.match((both as readonly Report[])[0]?.message ?? '', /see the new words at once/u);
    const regulated = { doc: withoutFlag, settings: { controls: 'regulated' } } as const;
    const [report] = (await outcomeOf({ [hero]: png }, {}, regulated)) as readonly Report[];
    assert.match(report?.message ?? '', /hero\.png, which is new, is more than words/u);
    // What a page of docs shows is docs.
    assert.equal(await outcomeOf({ 'docs/img/setup.png': png }), 'not-applicable');
  });

  it('names what is more than words where the plan has no flag for words alone', async () => {
    const path = `${home}/Card.tsx`;
    const around = { [path]: 'show();\nexport const Card = () => <p>Old text</p>;\n' };
    const changed = { [path]: 'show(2);\nexport const Card = () => <p>New text</p>;\n' };
    const more =
      /^The plan has no flag, because it is one word of a live page\. .* line 1 of src\/features\/home\/Card\.tsx/;
    for (const row of [{ flags: [] }, { flags: ['new-home'] }]) {
      const [first, ...others] = (await outcomeOf(changed, around, { doc: withoutFlag, row })) as Report[];
      assert.match(first?.message ?? '', more);
      assert.deepEqual([first?.path, first?.line, others], [path, 1, []]);
    }
    const behind = { [path]: "export const Card = () => useFlag('new-home') && show();\n" };
    assert.deepEqual(await notGated(behind, {}, { doc: withoutFlag }), []);
  });

  it('takes a flag that a list nobody here reads names, and none where nobody names one', async () => {
    const list = { 'config/feature_flags.rb': "flag 'fresh-home'" };
    const parts = { doc: { flags: ['fresh-home'] }, settings: { flagFiles: ['config/feature_flags.rb'] } };
    const gatedBy = { [`${home}/x.ts`]: "if (isOn('fresh-home')) show();" };
    const listed = { ...list, 'config/feature_flags.rb': `${list['config/feature_flags.rb']} # mine` };
    assert.deepEqual(await notGated({ ...listed, ...gatedBy }, list, parts), []);
    const none = { doc: { flags: [] }, row: { flags: [] } };
    const [report] = (await outcomeOf({ [`${home}/x.ts`]: 'show();' }, {}, none)) as Report[];
    assert.match(report?.message ?? '', /^No flag stands before this change/);
    const context = createReviewContext({
      base: flags,
      head: { ...flags, [`${home}/x.ts`]: "isOn('fresh-home');" },
      doc: { flags: ['fresh-home'] },
    });
    const { snapshot } = context;
    const unsearched = { ...context, snapshot: { ...snapshot, search: () => Promise.resolve(undefined) } };
    const outcome = await flagGated.run(unsearched);
    assert.match((outcome as { reports: Report[] }).reports[0]?.message ?? '', /^No flag stands before this change/);
  });

  it('leaves to the engineering DRI what is written in a language whose uses are not followed', async () => {
    for (const path of [
      'app/models/home.rb',
      'app/views/home.html.erb',
      'src/Home.java',
      'app/home.scss',
      'app/home.css',
      'app/home.pcss',
      'app/home.sass',
      'app/home.styl',
    ]) {
      const [report, ...more] = (await outcomeOf({ [path]: 'show();' })) as Report[];
      assert.deepEqual([report?.path, report?.undecided, more], [path, true, []]);
      assert.match(
        report?.message ?? '',
        /Nobody can tell here whether people see the change of .*: what (?:uses|reads) it is not followed\. @erin confirms it in the pull request/,
      );
    }
    for (const asking of ["enabled?('new-home')", 'x = :"new-home"', 'if Feature.active?(:new-home)']) {
      const [report] = (await outcomeOf({ 'app/models/home.rb': asking })) as Report[];
      assert.deepEqual([/names the flag/.test(report?.message ?? ''), report?.undecided], [true, true], asking);
    }
    // One that asked, and does not any more, is open to everyone whoever uses it.
    const [ungated] = (await outcomeOf(
      {
        'app/models/home.rb': 'show',
        'app/models/unread.rb': { mode: '100644', oid: 'e', bytes: 9, unread: 'binary' },
      },
      { 'app/models/home.rb': "show if enabled?('new-home')" },
    )) as Report[];
    assert.equal(ungated?.undecided, undefined);
    assert.match(ungated?.message ?? '', /home\.rb is not behind the flag new-home, so everyone would see it at once/);
    const [moved] = (await outcomeOf(
      { 'app/models/home.rb': 'show', 'app/models/door.rb': "home if enabled?('new-home')" },
      { 'app/models/home.rb': "show if enabled?('new-home')" },
    )) as Report[];
    assert.equal(moved?.undecided, true);
    for (const other of ['a::new-home', ':new-home-2', 'x:new-homes'])
      assert.deepEqual(await notGated({ 'app/models/home.rb': other }), ['app/models/home.rb'], other);
  });

  it('asks nothing of tests in other languages', async () => {
    for (const path of [
      'spec/models/home.rb',
      'app/home_spec.rb',
      'src/test_home.py',
      'pkg/home_test.go',
      'src/HomeTest.java',
    ])
      assert.equal(await outcomeOf({ [path]: 'x' }), 'not-applicable', path);
    assert.deepEqual(await notGated({ 'src/latest.java': 'x' }), ['src/latest.java']);
  });

  it('goes by the plan’s flags, else by the PM’s own', async () => {
    const file = { [`${home}/x.ts`]: "export const x = flag('new-home');" };
    assert.deepEqual(await notGated(file, {}, { doc: { flags: ['other'] } }), [`${home}/x.ts`]);
    assert.deepEqual(await notGated(file, {}, { doc: { flags: [] } }), []);
    assert.deepEqual(await notGated(file, {}, { plan: { plan: undefined } }), []);
  });

  const programs: Readonly<Record<string, readonly [text: string, gated: boolean]>> = {
    'that asks by the key': ["export default () => useFlag('new-home') && <p>Hi</p>;", true],
    'that asks in a tag': ['export default () => <Flag name="new-home"><p>Hi</p></Flag>;', true],
    'that asks with a plain template': ['isOn(`new-home`);', true],
    'that asks by a member': ['if (flags.newHome) show();', true],
    'that asks by a member that may be missing': ['if (app.flags?.newHome) show();', true],
    'that asks by a switch': ['if (config.switches.newHome) show();', true],
    'that asks for the variant of a test': ["if (abTests?.newHome === 'variant') show();", true],
    'that takes a test for an answer': ['if (abTests.newHome) show();', false],
    'that takes the flag out of all flags': ['const { newHome } = useFlags(); show(newHome);', true],
    'that asks by a name': ["const FLAG = 'new-home';\nif (isOn(FLAG)) show();", true],
    'that only mentions it in a comment': ["// useFlag('new-home')\nshow();", false],
    'that mentions it in a comment after a quote in a regular expression': [
      "/'/.test(x); // 'new-home'\nshow();",
      false,
    ],
    'that mentions it in a comment in a tag': ["export default () => <p>Don't {/* 'new-home' */}</p>;", false],
    'that has it as a type only': ["let x: 'new-home' | undefined;\nshow(x);", false],
    'that has it as a string that does nothing': ["show();\n'new-home';", false],
    'that has it as a part of a string': ["show('my new-home');", false],
    'that has another member of that name': ['show(house.newHome);', false],
    'that has a part of a template': ['show(`new-home${x}`);', false],
    'that does not parse': ["if (useFlag('new-home') {", false],
    'that asks whether it is off': ["if (isOff('new-home')) show();", false],
    'that takes a value for an answer': ["if (posthog.getFeatureFlag('new-home')) show();", false],
    'that does not ask': ['show();', false],
  };
  for (const [what, [text, gated]] of Object.entries(programs)) {
    it(`${gated ? 'takes' : 'does not take'} as gated a program ${what}`, async () => {
      assert.deepEqual(await notGated({ [`${home}/x.tsx`]: text }), gated ? [] : [`${home}/x.tsx`]);
    });
  }

  it('reads frames without what may be a comment', async () => {
    for (const [text, gated] of [
      ['<p v-if="isOn(\'new-home\')">Hi</p>', true],
      ['<p v-if="flags.newHome">Hi</p>', true],
      ["<!-- 'new-home' --><p>Hi</p>", false],
      ["<script>/'/; // 'new-home'\n</script>", false],
      ["<p>Don't</p> /* 'new-home' */", false],
    ] as const)
      assert.deepEqual(await notGated({ [`${home}/x.vue`]: text }), gated ? [] : [`${home}/x.vue`], text);
  });

  it('wants programs in other languages to be seen to ask', async () => {
    const path = `${home}/x.py`;
    const asking = "if flag_enabled('new-home'):\n    greet()\n";
    // It names the flag, and whether all of it is behind the flag nobody can tell.
    for (const [before, after, said] of [
      ['\n', asking, /^By its lines, all that changed in .*x\.py is behind the flag new-home; .* @erin confirms it/],
      ['show()\n', `show(1)\n${asking}`, /asks for the flag new-home, and nobody can tell/],
      [undefined, `show(1)\n${asking}`, /names the flag new-home, and nobody can tell here whether all that changed/],
      ['show()\n', "show('new-home')\ngreet()\n", /names the flag new-home, and nobody can tell here/],
    ] as const) {
      const [report, ...more] = (await outcomeOf({ [path]: after }, before ? { [path]: before } : {})) as Report[];
      assert.deepEqual([report?.path, report?.undecided, more], [path, true, []]);
      assert.match(report?.message ?? '', said);
    }
    const changed = { [`${home}/x.py`]: 'print("Hi")' };
    assert.deepEqual(await notGated(changed, { [`${home}/index.tsx`]: gatedIndex }), [`${home}/x.py`]);
    const unread = { [`${home}/x.py`]: { mode: '100644', oid: 'e', bytes: 9, unread: 'binary' } } as const;
    assert.deepEqual(await notGated(unread), [`${home}/x.py`]);
  });

  it('leaves to the engineering DRI a changed script that names the flag where nothing of it is seen to ask', async () => {
    const path = `${home}/door.tsx`;
    const naming = "export const door = <Door flag={enabled('new-home')} />;\n";
    for (const [before, after, undecided] of [
      [`${naming}show('a');\n`, `${naming}show('b');\n`, true],
      ['show(\n', `${naming}show('b');\n`, true],
      [undefined, naming, true],
    ] as const) {
      const around: SideFiles = before === undefined ? {} : { [path]: before };
      const [report] = (await outcomeOf({ [path]: after }, around)) as Report[];
      assert.equal(report?.undecided, undecided, after);
    }
  });

  it('sees where a component that is loaded late is drawn beside the question of what draws it', async () => {
    const path = `${home}/Card.tsx`;
    const routes = (beside: string, load: string): string =>
      `import { FLAGS } from './flags';\n${load}\nexport const Home = () => {\n  const isNew = useFlag(FLAGS.NEW_HOME);\n  return <p>{isNew && <Card />}${beside}</p>;\n};\n`;
    const around = (beside: string, load: string): SideFiles => ({
      [`${home}/flags.ts`]: "export const FLAGS = { NEW_HOME: 'new-home' };\n",
      [`${home}/index.tsx`]: routes(beside, load),
      [path]: 'export const Card = () => <p>Hi</p>;\n',
    });
    const changed = { [path]: 'export const Card = () => <p>Hello</p>;\n' };
    for (const load of [
      "const Card = lazy(() => import('./Card'));",
      "const Card = require('./Card').Card;",
      "export const Card = lazy(() => import('./Card'));",
    ]) {
      assert.deepEqual(await notGated(changed, around('', load)), [], load);
      assert.deepEqual(await notGated(changed, around('<Route component={Card} />', load)), [path], load);
    }
    const other =
      "const Card = lazy(() => import(name));\nconst a = load('./Card');\nlet b;\nconst { c } = lazy(() => import('./Card'));\n";
    assert.deepEqual(await notGated(changed, around('', other)), []);
  });

  it('passes over no question that is gone or turned round, though what takes the program in asks too', async () => {
    const path = `${home}/Card.tsx`;
    const card = (question: string): string =>
      `import { useFlag } from './flags';\nexport const Card = () => {\n  const isNew = useFlag('new-home');\n  if (${question}) return null;\n  return <Share />;\n};\n`;
    const around = { [`${home}/index.tsx`]: gatedIndex, [path]: card('isNew') };
    const [report] = (await outcomeOf({ [path]: card('!isNew') }, around)) as Report[];
    assert.equal(report?.undecided, true);
    const [gone] = (await outcomeOf(
      { [path]: 'export const Card = () => <Share />;\n' },
      {
        ...around,
        [path]: "import { useFlag } from './flags';\nexport const Card = () => useFlag('new-home') && <Share />;\n",
      },
    )) as Report[];
    assert.equal(gone?.undecided, true);
    assert.deepEqual(
      await notGated(
        { [path]: 'export const Card = () => <p>Hello</p>;\n' },
        { ...around, [path]: 'export const Card = () => <p>Hi</p>;\n' },
      ),
      [],
    );
  });

  it('says where a question for the flag decides nothing, and names a few of many flags', async () => {
    const path = `${home}/x.tsx`;
    const changed = { [path]: "export const X = () => (useFlag('new-home') ? <New /> : <New />);" };
    const [idle] = (await outcomeOf(changed)) as Report[];
    assert.match(idle?.message ?? '', /x\.tsx asks for the flag new-home here and does the same whether it is on/);
    const many = ['new-home', 'a-b', 'c-d', 'e-f', 'g-h'];
    const listed = { 'flags.yaml': many.map((key) => `${key}: false\n`).join('') };
    const [report] = (await outcomeOf({ [path]: 'show();' }, listed, { doc: { flags: many } })) as Report[];
    assert.match(
      report?.message ?? '',
      /without the flag new-home or a-b or c-d or one of 2 more: nothing that changed/,
    );
  });

  it('holds a template to a gate of its own', async () => {
    for (const path of ['app/home.haml', 'app/home.html', 'app/home.cshtml', 'app/home.ejs'])
      assert.deepEqual(await notGated({ [path]: '<p>Hi</p>' }, { 'app/index.tsx': gatedIndex }), [path]);
  });

  it('does not take a common word as the flag’s name', async () => {
    const around = {
      [`${home}/a.tsx`]: '<Flag name="new-home" />; const o = { name: \'new-home\' }; f({ value: "new-home" });',
    };
    const text = 'const name = props.name; const o = 1; show(name, o.name, value);';
    assert.deepEqual(await notGated({ [`${home}/b.tsx`]: text }, around), [`${home}/b.tsx`]);
  });

  it('knows what a module of flags gives by the flag’s own name, where it is used', async () => {
    for (const [text, gated] of [
      ["import { newHome } from '../../lib/feature-flag'; if (newHome()) show();", true],
      ["import { newHome as isNew } from '@/flags.js'; isNew() && show();", true],
      ["import { newHome } from '../../lib/feature-flag'; show();", false],
      ["import { other } from '../../lib/feature-flag'; if (other()) show();", false],
      ["import { newHome } from '@/features/home'; newHome();", false],
      ["import newHome, * as flags from './flags'; newHome();", false],
      ["import { 'newHome' as x } from './flags'; x();", false],
    ] as const)
      assert.deepEqual(await notGated({ [`${home}/b.ts`]: text }), gated ? [] : [`${home}/b.ts`], text);
  });

  it('follows a name that is given the key elsewhere', async () => {
    const constants = {
      [`${home}/flags.ts`]:
        "export const HOME = 'new-home';\nexport const Flags = { home: 'new-home', b: x, [c]: 'new-home', 'd': 'e' } as const;\nexport enum F { Home = 'new-home', 'x-y' = 'new-home', Z }\nexport let later: string;",
      [`${home}/names.ts`]: "export * from './flags';",
      'src/shared/flag-names.ts': "export const SHARED = 'new-home' satisfies string;",
    };
    for (const [text, gated] of [
      ["import { HOME } from './flags'; isOn(HOME);", true],
      ["import { HOME } from './names'; isOn(HOME);", true],
      ["import { Flags } from './flags'; isOn(Flags.home);", true],
      ["import { F } from './flags'; isOn(F.Home);", true],
      ["import { SHARED } from '../../shared/flag-names'; isOn(SHARED);", true],
      ["const { HOME } = require('./flags'); isOn(HOME);", true],
      ["import { HOME } from './flags'; show();", false],
      ["import { Flags } from './flags'; isOn(Flags.b);", false],
      ["import { HOME } from './other'; isOn(HOME);", false],
      ['isOn(HOME);', false],
    ] as const)
      assert.deepEqual(await notGated({ [`${home}/b.ts`]: text }, constants), gated ? [] : [`${home}/b.ts`], text);
  });

  const card = { [`${home}/Card.tsx`]: 'export const Card = () => <p>Hi</p>;' };
  const reached: Readonly<Record<string, readonly [around: SideFiles, gated: boolean]>> = {
    'only from a gated file': [{ [`${home}/index.tsx`]: gatedIndex }, true],
    'lazily from a gated file': [
      { [`${home}/index.tsx`]: "const Card = lazy(() => import('./Card')); useFlag('new-home') && <Card />;" },
      true,
    ],
    'through one that is reached only from a gated file': [
      {
        [`${home}/index.tsx`]: gatedIndex.replace('./Card', './List'),
        [`${home}/List.tsx`]: "export { Card } from './Card.js';",
      },
      true,
    ],
    'by another name from a gated file beyond the folder': [
      { 'src/app.tsx': "import { Card } from '@/features/home/Card'; useFlag('new-home') && <Card />;" },
      true,
    ],
    'from nowhere': [{}, false],
    'from a test alone': [{ [`${home}/Card.test.tsx`]: `import './Card'; 'new-home';` }, false],
    'from a file that is not gated': [{ [`${home}/index.tsx`]: "import './Card';" }, false],
    'also from a file of the folder that is not gated': [
      { [`${home}/index.tsx`]: gatedIndex, [`${home}/b.ts`]: "import './Card';" },
      false,
    ],
    'also from outside': [{ [`${home}/index.tsx`]: gatedIndex, 'src/app.ts': "import './features/home/Card';" }, false],
    'also from outside by an alias': [
      { [`${home}/index.tsx`]: gatedIndex, 'src/app.ts': "import '@/features/home/Card';" },
      false,
    ],
    'also from outside by a name that is worked out': [
      { [`${home}/index.tsx`]: gatedIndex, 'src/app.ts': 'import(`./features/${name}`);' },
      false,
    ],
    'also by a glob from beside': [
      { [`${home}/index.tsx`]: gatedIndex, 'src/shell/app.ts': "import.meta.glob('../features/**/*.tsx');" },
      false,
    ],
    'from a comment of a gated file': [{ [`${home}/index.tsx`]: "useFlag('new-home'); // import './Card'" }, false],
    'in a ring that nothing else reaches': [
      { [`${home}/a.ts`]: "import './b'; import './Card';", [`${home}/b.ts`]: "import './a';" },
      false,
    ],
    'in a ring that a gated file reaches': [
      {
        [`${home}/index.tsx`]: gatedIndex.replace('./Card', './a'),
        [`${home}/a.ts`]: "import './b'; import './Card';",
        [`${home}/b.ts`]: "import './a';",
      },
      true,
    ],
  };
  for (const [what, [around, gated]] of Object.entries(reached)) {
    it(`${gated ? 'takes' : 'does not take'} as gated a program that is reached ${what}`, async () => {
      assert.deepEqual(await notGated(card, around), gated ? [] : [`${home}/Card.tsx`]);
    });
  }

  const perhaps: Readonly<Record<string, readonly [changed: SideFiles, asks: string, undecided: boolean]>> = {
    'where the flag is off': [card, 'on ? <New /> : <Card />', true],
    'beside the question': [card, '<main><Card />{on && <New />}</main>', true],
    'both ways': [card, 'on ? <Card size="l" /> : <Card />', true],
    'only where it is on': [card, 'on && <main><Card /></main>', false],
    'by a name for it': [card, 'on ? <main>{card()}</main> : null', false],
    'as a type and as a key': [card, 'on ? <Card all={{ Card: a.Card }} /> : (b as Card)', false],
    'where it does something when it is loaded': [
      { [`${home}/Card.tsx`]: "document.title = 'New';\nexport const Card = 1;" },
      'on && <Card />',
      true,
    ],
    'where it adds itself to a list': [
      { [`${home}/Card.tsx`]: "import { menu } from './menu';\nexport const Card = 1;\nmenu.push(Card);" },
      'on && <Card />',
      true,
    ],
    'where it changes what it takes in': [
      { [`${home}/Card.tsx`]: "import { menu } from './menu';\nexport const Card = 1;\nmenu.card = Card;" },
      'on && <Card />',
      true,
    ],
    'where it gives a value to a name': [
      { [`${home}/Card.tsx`]: "export let Card;\nCard = 'New';\nmake().a = 1;" },
      'on && <Card />',
      true,
    ],
    'where what it makes is anybody’s': [
      { [`${home}/Card.tsx`]: 'export const Card = 1;\nmake().a = 1;' },
      'on && <Card />',
      true,
    ],
    'where it only names what is its own': [
      {
        [`${home}/Card.tsx`]:
          "'use client';\nexport const Card = 1;\nCard.displayName = 'Card';\nCard.size.all = 1;\nmodule.exports.more = 1;\nexports.card = 1;\nCard;",
      },
      'on && <Card />',
      false,
    ],
  };
  for (const [what, [changed, body, undecided]] of Object.entries(perhaps)) {
    it(`${undecided ? 'leaves to the engineering DRI' : 'takes as gated'} a program that one asking takes in ${what}`, async () => {
      const index = `import { Card, type Props } from './Card';\nimport type { Size } from './Card';\n${body.includes('card()') ? 'const card = () => <Card />;' : ''}\nexport const Home = () => { const on = useFlag('new-home'); return ${body}; };\n`;
      const around = { [`${home}/index.tsx`]: index, [`${home}/Card.tsx`]: 'export const Card = 0;' };
      const reports = (await outcomeOf(changed, around)) as Report[];
      assert.deepEqual(
        reports.map((each) => each.undecided),
        undecided ? [true] : [],
      );
      if (undecided) assert.match(reports[0]?.message ?? '', /is taken in by code that asks for the flag new-home/);
    });
  }

  it('leaves to the engineering DRI words of a program that one asking uses beside the question', async () => {
    const around = {
      'src/locales/en.json': '{"home":{"title":"Hi"}}',
      [`${home}/Card.tsx`]: "export const Card = () => { const { t } = useTranslation(); return t('home.title'); };",
      [`${home}/Card.vue`]: "<p>{{ $t('home.title') }}</p>",
      [`${home}/index.tsx`]:
        "import { Card } from './Card';\nexport const Home = () => { const on = useFlag('new-home'); return on ? <New /> : <Card />; };\n",
    };
    const changed = { 'src/locales/en.json': '{"home":{"title":"Hello"}}' };
    for (const path of ['Card.tsx', 'Card.vue']) {
      const other = path === 'Card.tsx' ? 'Card.vue' : 'Card.tsx';
      const files = Object.fromEntries(
        Object.entries(around)
          .filter(([each]) => !each.endsWith(other))
          .map(([each, text]) => [each, text.replace("'./Card'", `'./${path}'`)]),
      );
      const [report] = (await outcomeOf(changed, files)) as Report[];
      assert.equal(report?.undecided, true, path);
    }
  });

  it('takes nothing as reached only through others where there is more code than can be looked through', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`a/${index}.ts`, '']));
    assert.deepEqual(await notGated(card, { ...many, [`${home}/index.tsx`]: gatedIndex }), [`${home}/Card.tsx`]);
  });

  it('gives up on a program that is reached from too many', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2001 }, (_, index) => [
        `src/a/${index}.ts`,
        "import '../features/home/Card'; import './up';",
      ]),
    );
    assert.deepEqual(await notGated(card, many), [`${home}/Card.tsx`]);
  });

  it('wants a feature’s entry to ask before its words, prompts, events and pictures', async () => {
    const changed = {
      [`${home}/i18n/en.json`]: '{"title":"Begin"}',
      [`${home}/prompts/hello.txt`]: 'x',
      [`${home}/analytics/events.ts`]: 'x',
      [`${home}/logo.svg`]: 'x',
    };
    // Words that are new, and that no code asks for, are seen by nobody.
    const all = Object.keys(changed)
      .filter((path) => !path.endsWith('en.json'))
      .sort();
    assert.deepEqual(await notGated(changed, { [`${home}/index.tsx`]: gatedIndex }), []);
    for (const around of [{}, { [`${home}/index.tsx`]: 'show();' }, { 'src/features/cart/index.tsx': gatedIndex }]) {
      assert.deepEqual(await notGated(changed, around), all);
      const reports = (await outcomeOf(changed, around)) as readonly Report[];
      assert.ok(reports.every(({ undecided }) => undecided === true));
    }
  });

  for (const name of ['card.css', 'settings.yaml', 'drop-users.sql', 'schema.graphql', 'prices.csv', 'data.json'])
    it(`says of no ${name} that it is behind the flag, whatever code beside it asks`, async () => {
      const changed = { [`${home}/${name}`]: 'x' };
      const reports = (await outcomeOf(changed, { [`${home}/index.tsx`]: gatedIndex })) as readonly Report[];
      assert.deepEqual(
        reports.map(({ path, undecided }) => ({ path, undecided })),
        [{ path: `${home}/${name}`, undecided: true }],
      );
    });

  it('goes by the code that uses a text where a feature folder has no code of its own', async () => {
    const row = { row: { featureFolders: ['src/locales'] } };
    const change = { 'src/locales/en.json': '{"home":{"title":"Hello"}}' };
    const before = { 'src/locales/en.json': '{"home":{"title":"Hi"}}' };
    const page = (body: string): SideFiles => ({
      'src/a.tsx': `export function Home() { const { t } = useTranslation(); ${body} }`,
    });
    const gated = page("const on = useFlag('new-home'); return on ? t('home.title') : null;");
    assert.deepEqual(await notGated(change, { ...before, ...gated }, row), []);
    const [open] = (await outcomeOf(change, { ...before, ...page("return t('home.title');") }, row)) as Report[];
    assert.match(open?.message ?? '', /src\/a\.tsx/);
  });

  it('goes by the code that uses a text also where the code of its feature folder asks for the flag', async () => {
    const change = { [`${home}/i18n/en.json`]: '{"home":{"title":"Hello"}}' };
    const before = { [`${home}/i18n/en.json`]: '{"home":{"title":"Hi"}}' };
    const page = (body: string): string =>
      `export default function Home() { const { t } = useTranslation(); const on = useFlag('new-home'); ${body} }`;
    const place = async (files: SideFiles): Promise<string> => {
      const outcome = (await outcomeOf(change, { ...before, ...files })) as readonly Report[];
      return outcome.map(({ undecided }) => (undecided === true ? 'unclear' : 'open')).join();
    };
    assert.equal(await place({ [`${home}/index.tsx`]: page("return on ? <p>{t('home.title')}</p> : null;") }), '');
    // Nobody imports it, and it asks for the flag beside the words.
    assert.equal(await place({ [`${home}/index.tsx`]: page("return <p>{t('home.title')}</p>;") }), 'unclear');
    const next = { 'next.config.js': 'module.exports = {};' };
    assert.equal(await place({ ...next, 'pages/index.tsx': page("return <p>{t('home.title')}</p>;") }), 'open');
    const asks = { [`${home}/index.tsx`]: page("return on ? <p>{t('home.title')}</p> : null;") };
    const main = { 'src/main.tsx': "import Footer from './footer';\ncreateRoot(root).render(<Footer />);\n" };
    const footer =
      "export default function Footer() { const { t } = useTranslation(); return <p>{t('home.title')}</p>; }";
    assert.equal(await place({ ...asks, ...main, 'src/footer.tsx': footer }), 'open');
  });

  it('takes as an entry what nothing in the folder imports, and what an index passes on', async () => {
    const copy = { [`${home}/prompts/hello.txt`]: 'x' };
    const inner = { [`${home}/Banner.tsx`]: "useFlag('new-home');" };
    assert.deepEqual(await notGated(copy, { ...inner, [`${home}/index.ts`]: "export * from './Banner';" }), []);
    assert.deepEqual(await notGated(copy, { ...inner, [`${home}/page.tsx`]: "import './Banner'; show();" }), [
      `${home}/prompts/hello.txt`,
    ]);
  });

  const en = 'src/locales/en.json';
  const words = { [en]: '{"home":{"title":"Hello"}}' };
  const oldWords = { [en]: '{"home":{"title":"Hi"}}' };
  const asks = "const on = useFlag('new-home');";
  const shows = (body: string): string => `export function Home() { const { t } = useTranslation(); ${body} }`;
  /** What puts the page that is shown above on the screen, for everybody. */
  const mount: SideFiles = { 'src/main.tsx': "import { Home } from './a';\ncreateRoot(root).render(<Home />);\n" };
  const copy: Readonly<Record<string, readonly [code: SideFiles, verdict: 'gated' | 'open' | 'unclear']>> = {
    'only where the flag is on': [{ 'src/a.tsx': shows(`${asks} return on ? t('home.title') : null;`) }, 'gated'],
    'behind &&': [{ 'src/a.tsx': shows(`${asks} return on && x && <p>{t('home.title')}</p>;`) }, 'gated'],
    'after everybody else has left': [
      { 'src/a.tsx': shows(`${asks} if (!on) return null; return t('home.title');`) },
      'gated',
    ],
    'in an element for flags': [
      { 'src/a.tsx': shows(`return <Flag name="new-home">{t('home.title')}</Flag>;`) },
      'gated',
    ],
    'by a name that is used only there': [
      { 'src/a.tsx': shows(`${asks} const title = t('home.title'); return on ? <b>{title}</b> : null;`) },
      'gated',
    ],
    'in a component that is shown only there': [
      {
        'src/a.tsx': `const Title = () => <b>{t('home.title')}</b>; ${shows(`${asks} return on ? <Title /> : null;`)}`,
      },
      'gated',
    ],
    'in a file that only gated ones import': [
      { [`${home}/index.tsx`]: gatedIndex, [`${home}/Card.tsx`]: shows("return t('home.title');") },
      'gated',
    ],
    'by a function of the team': [
      {
        'src/flags.ts': "export const useNewHome = () => useFlag('new-home');",
        'src/a.tsx': shows("return useNewHome() ? t('home.title') : null;"),
      },
      'gated',
    ],
    'also elsewhere': [
      {
        'src/a.tsx': shows(`${asks} return on ? t('home.title') : null;`),
        'src/b.tsx': shows("return t('home.title');"),
        'src/main.tsx': "import { Home } from './b';\ncreateRoot(root).render(<Home />);\n",
      },
      'open',
    ],
    'beside the question': [{ 'src/a.tsx': shows(`${asks} return <p>{t('home.title')}{on && more}</p>;`) }, 'open'],
    'where the flag is off': [{ 'src/a.tsx': shows(`${asks} return on ? null : t('home.title');`) }, 'open'],
    'after a question that is turned round': [
      { 'src/a.tsx': shows("return isOff('new-home') ? t('home.title') : null;") },
      'open',
    ],
    'for any variant': [
      { 'src/a.tsx': shows("const v = getFeatureFlag('new-home'); return v ? t('home.title') : null;") },
      'unclear',
    ],
    'by everybody': [{ 'src/a.tsx': shows("return t('home.title');"), ...mount }, 'open'],
    'by what nobody is seen to draw': [{ 'src/a.tsx': shows("return t('home.title');") }, 'unclear'],
    'beside a question, under another': [
      { 'src/a.tsx': shows(`${asks} return <p>{isPaid(x) && t('home.title')}{on && more}</p>;`) },
      'unclear',
    ],
    'in a template': [{ 'src/a.erb': "<%= t 'home.title' %>" }, 'unclear'],
    'in an element of Vue that asks': [
      { 'src/a.vue': `<p v-if="isOn('new-home')">{{ $t('home.title') }}</p>` },
      'gated',
    ],
    'beside an element of Vue that asks': [
      { 'src/a.vue': `<p v-if="isOn('new-home')">x</p><p>{{ $t('home.title') }}</p>` },
      'unclear',
    ],
    'in a block of ERB': [
      { 'src/a.erb': "<% if Feature.enabled?(:'new-home') %><%= t('home.title') %><% end %>" },
      'gated',
    ],
    'in a frame': [{ 'src/a.vue': "<p>{{ $t('home.title') }}</p>" }, 'unclear'],
    'in a frame that only gated files import': [
      {
        'src/index.tsx': "import Title from './Title.vue'; useFlag('new-home') && h(Title);",
        'src/Title.vue': "<p>{{ $t('home.title') }}</p>",
      },
      'gated',
    ],
    'in a list of keys': [{ 'src/a.ts': "export const keys = { title: 'home.title' };" }, 'unclear'],
    'in a file that does not parse': [{ 'src/a.ts': "t('home.title'" }, 'unclear'],
    perhaps: [{ 'src/a.tsx': shows('return t(`home.${x}`);') }, 'unclear'],
    nowhere: [{}, 'unclear'],
  };
  for (const [what, [code, verdict]] of Object.entries(copy)) {
    it(`takes as ${verdict} words of a central catalog that are shown ${what}`, async () => {
      const outcome = (await outcomeOf(words, { ...oldWords, ...code })) as readonly Report[];
      const said = outcome.map(({ undecided }) => (undecided === true ? 'unclear' : 'open'));
      assert.deepEqual(said, verdict === 'gated' ? [] : [verdict], outcome.map(({ message }) => message).join('\n'));
    });
  }

  it('says where the words are shown, and the way on', async () => {
    const open = { ...oldWords, ...mount, 'src/a.tsx': `\n${shows("return t('home.title');")}` };
    const [report] = (await outcomeOf(words, open)) as Report[];
    assert.deepEqual(
      [report?.path, report?.line, report?.column, report?.key],
      [en, 1, 18, { name: 'home.title', kind: 'text' }],
    );
    assert.match(
      report?.message ?? '',
      /^“home\.title” is shown by src\/a\.tsx \(line 2\), which is not behind the flag new-home, .*Leave this text as it was, write the new one under a new key beside it, such as “home\.titleNew”, and/,
    );
    const { 'src/a.tsx': code } = open;
    const [fresh] = (await outcomeOf(words, { 'src/a.tsx': code, ...mount })) as Report[];
    assert.match(fresh?.message ?? '', /Have an engineer ask for the flag there first/);
    assert.deepEqual(await notGated(words), []);
    const many = (text: string): SideFiles => ({
      [en]: JSON.stringify({ home: Object.fromEntries(Array.from({ length: 30 }, (_one, at) => [`key${at}`, text])) }),
    });
    const all = {
      ...mount,
      ...many('a'),
      'src/a.tsx': shows(`return [${Array.from({ length: 30 }, (_one, at) => `t('home.key${at}')`).join()}];`),
    };
    const reports = (await outcomeOf(many('b'), all)) as Report[];
    assert.equal(reports.length, 21);
    assert.match(reports.at(-1)?.message ?? '', /^10 more texts are not behind/);
  });

  it('names no new key where texts are known by their words', async () => {
    const words = { 'src/locales/en.json': '{"Open the door":"Open it"}' };
    const code = {
      ...mount,
      'src/locales/en.json': '{"Open the door":"Open"}',
      'src/a.tsx': shows("return t('Open the door');"),
    };
    const [report] = (await outcomeOf(words, code)) as Report[];
    assert.match(report?.message ?? '', /write the new one under a new key beside it, and have an engineer show/);
  });

  it('says once of several texts why nobody can tell', async () => {
    const texts = (word: string): SideFiles => ({ [en]: JSON.stringify({ home: { title: word, lead: word } }) });
    const [report, ...more] = (await outcomeOf(texts('b'), texts('a'))) as Report[];
    assert.deepEqual([report?.undecided, more], [true, []]);
    assert.match(report?.message ?? '', /whether “home\.title” and 1 more are behind .*: no code was found that asks/);
  });

  it('says that there was more than it could look at', async () => {
    const context = createReviewContext({ base: { ...flags, ...oldWords }, head: { ...flags, ...words } });
    const snapshot = { ...context.snapshot, search: () => Promise.resolve(undefined) };
    const texts = (): ReturnType<typeof findTextUses> => findTextUses({ change: context.change, snapshot });
    const unsearched = await flagGated.run({ ...context, snapshot, texts });
    const [unseen] = (unsearched as { reports: Report[] }).reports;
    assert.equal(unseen?.undecided, true);
    assert.match(unseen.message, /: there is more code here than could be searched for it\. Ask @erin/);
    const places = { 'src/a.tsx': shows(`${asks} return on ? [${"t('home.title'),".repeat(41)}] : null;`) };
    const [many] = (await outcomeOf(words, { ...oldWords, ...places })) as Report[];
    assert.equal(many?.undecided, true);
    assert.match(many.message, /: too many places ask for it\. Ask @erin/);
  });

  it('leaves a catalog that it cannot read to the engineering DRI', async () => {
    const [report] = (await outcomeOf(
      { 'config/locales/en.yml': 'en: {' },
      { 'config/locales/en.yml': 'en: {a: b}' },
    )) as Report[];
    assert.equal(report?.undecided, true);
    assert.match(report.message, /^Nobody can tell which texts of config\/locales\/en\.yml changed/);
  });

  it('lets a plan of words say why it has no flag, under standard controls', async () => {
    const doc = withoutFlag;
    const [report, more] = (await outcomeOf(words, oldWords, { doc })) as Report[];
    assert.deepEqual([report?.undecided, report?.severity, more], [true, undefined, undefined]);
    assert.match(
      report?.message ?? '',
      /^The plan has no flag, because it is one word of a live page\. .*@erin approves that/,
    );
    const [strict] = (await outcomeOf(words, oldWords, { doc, settings: { controls: 'regulated' } })) as Report[];
    assert.equal(strict?.severity, 'blocker');
    assert.match(
      strict.message,
      /write the new one under a new key beside it, such as “home\.titleNew” for “home\.title”, and have @erin show that one behind a flag/,
    );
    const [fresh] = (await outcomeOf(words, {}, { doc, settings: { controls: 'regulated' } })) as Report[];
    assert.match(fresh?.message ?? '', /under a new key beside it, and have @erin show that one behind a flag/);
    assert.deepEqual(
      await notGated({ ...words, 'src/x.ts': 'show();' }, oldWords, { doc, row: { flags: ['new-home'] } }),
      ['src/x.ts', en],
    );
  });

  it('takes words that stand in the code itself for words', async () => {
    const doc = withoutFlag;
    const page = 'src/pages/home.tsx';
    const [before, after] = [{ [page]: '<p>You can not {a}</p>;' }, { [page]: '<p>You can now {a}</p>;' }];
    const [live, more] = (await outcomeOf({ ...words, ...after }, { ...oldWords, ...before }, { doc })) as Report[];
    assert.deepEqual([live?.undecided, more], [true, undefined]);
    const [strict] = (await outcomeOf(after, before, { doc, settings: { controls: 'regulated' } })) as Report[];
    assert.equal(strict?.severity, 'blocker');
    assert.match(strict.message, /Have @erin show the new words behind a flag that the plan names, and the old ones/);
    const none = { doc: { flags: [] }, row: { flags: [] } };
    const [told] = (await outcomeOf(after, before, none)) as Report[];
    assert.match(told?.message ?? '', /Words alone may go without one/);
    const [code] = (await outcomeOf({ [page]: '<p>You can now {b}</p>;' }, before, { ...none, doc })) as Report[];
    assert.doesNotMatch(code?.message ?? '', /Words alone/);
  });

  it('has the engineering DRI read what is likely words alone, line by line', async () => {
    const doc = withoutFlag;
    const page = 'src/pages/home.dart';
    const sides = (word: string): string =>
      [
        "import 'package:flutter/material.dart';",
        `Text("The ${word} ticket")`,
        'go()',
        `Text("The ${word} seat")`,
        `Text("The ${word} row")`,
      ].join('\n');
    const [before, after] = [{ [page]: sides('old') }, { [page]: sides('new') }];
    const [live, likely, more] = (await outcomeOf(after, before, { doc })) as Report[];
    assert.deepEqual([live?.undecided, likely?.undecided, likely?.line, more], [true, true, 2, undefined]);
    assert.match(
      likely?.message ?? '',
      /^What changed in src\/pages\/home\.dart \(lines 2, 4 to 5\) reads like words alone, .* @erin reads these lines in the pull request/,
    );
    const one = { [page]: before[page].replace('old seat', 'new seat') };
    assert.match(((await outcomeOf(one, before, { doc })) as Report[])[1]?.message ?? '', /\(line 4\)/);
    const [strict] = (await outcomeOf(after, before, { doc, settings: { controls: 'regulated' } })) as Report[];
    assert.doesNotMatch(strict?.message ?? '', /reads like words/);
  });

  it('takes the plan’s word for a flag where the repository has no flag files', async () => {
    const context = createReviewContext({
      base: oldWords,
      head: { ...words, 'src/a.tsx': shows(`${asks} return on ? t('home.title') : null;`) },
    });
    const outcome = await flagGated.run(context);
    assert.ok(outcome !== 'not-applicable');
    assert.deepEqual(outcome.reports, []);
  });

  it('keeps to another feature’s folder for what lies there', async () => {
    const code = { 'src/app.ts': 'show();' };
    assert.deepEqual(await notGated(code, { [`${home}/index.tsx`]: gatedIndex }), ['src/app.ts']);
    const style = { 'src/features/cart/a.css': 'x' };
    assert.deepEqual(await notGated(style, { [`${home}/index.tsx`]: gatedIndex }), ['src/features/cart/a.css']);
  });

  it('looks for settings that stand above the feature folders in these, the plan’s among them', async () => {
    const copy = { 'src/i18n/readme.yaml': 'a' };
    assert.deepEqual(await notGated(copy, { [`${home}/index.tsx`]: gatedIndex }), []);
    assert.deepEqual(await notGated(copy, { 'src/other.tsx': gatedIndex }), ['src/i18n/readme.yaml']);
    const plan = { row: { featureFolders: [] }, doc: { featureFolder: 'src/plan' } };
    assert.deepEqual(await notGated(copy, { 'src/plan/a.tsx': gatedIndex }, plan), []);
    const none = { row: { featureFolders: [] }, plan: { plan: undefined } };
    assert.deepEqual(await notGated(copy, { 'src/other.tsx': gatedIndex }, none), []);
    assert.deepEqual(await notGated({ 'i18n/a.txt': '{}' }, { 'src/a/b.tsx': gatedIndex }, none), []);
  });

  it('says why and what to do, at the first new line', async () => {
    const [code] = (await outcomeOf(
      { 'src/a.tsx': '// a\nexport const Home = () => <p>Hello</p>;\n' },
      { 'src/a.tsx': '// a\nexport const Home = () => <p>Hi</p>;\n', ...mount },
    )) as Report[];
    assert.deepEqual([code?.line, code?.column], [2, 1]);
    assert.match(
      code?.message ?? '',
      /a\.tsx is not behind the flag new-home, so everyone would see it at once\. Ask for/,
    );
    const none = { row: { featureFolders: [] }, plan: { plan: undefined } };
    const [above] = (await outcomeOf({ 'a.json': '{}' }, {}, none)) as Report[];
    assert.equal(above?.undecided, true);
    assert.match(above.message, /whether people see the change of a\.json .*: what reads it is not followed/);
  });

  it('takes apart what depends on the flag and what everyone sees in one file', async () => {
    const path = `${home}/index.tsx`;
    const write = (shown: string): string =>
      `import { useFlag } from './flags';\nexport const Home = () => {\n  const isNew = useFlag('new-home');\n  return ${shown};\n};\n`;
    const before = { [path]: write('isNew ? <h1>Hello</h1> : <h1>Welcome</h1>') };
    assert.deepEqual(await notGated({ [path]: write('isNew ? <h1>Hello you</h1> : <h1>Welcome</h1>') }, before), []);
    const seen = (await outcomeOf(
      { [path]: write('isNew ? <h1>Hello</h1> : <h1>Good morning</h1>') },
      before,
    )) as Report[];
    assert.deepEqual(
      seen.map(({ line, column, undecided }) => [line, column, undecided]),
      [[4, 39, undefined]],
    );
    assert.match(seen[0]?.message ?? '', /not what it was for people who do not have the flag new-home/);
    const [unsure] = (await outcomeOf(
      { [path]: write('isNew ? <h1>Hello</h1> : <h1>Welcome</h1>').replace('  return', '  load();\n  return') },
      before,
    )) as Report[];
    assert.equal(unsure?.undecided, true);
    assert.match(unsure.message, /asks for the flag new-home, and nobody can tell .* confirms it in the pull request/);
  });

  it('says what everyone had and only those with the flag have now', async () => {
    const path = `${home}/Taken.tsx`;
    const write = (question: string, shown: string): string =>
      `import { useFlag } from './flags';\nimport { Share } from './Share';\nexport const Home = () => {\n${question}  return <p>${shown}</p>;\n};\n`;
    const all = { [path]: write('', '<Share />') };
    const taken = async (shown: string): Promise<Report | undefined> =>
      ((await outcomeOf({ [path]: write("  const isNew = useFlag('new-home');\n", shown) }, all)) as Report[])[0];
    const report = await taken('{isNew && <Share />}');
    assert.equal(report?.undecided, true);
    assert.match(
      report.message,
      /^What everyone had in .*Taken\.tsx until now is behind the flag new-home: people who/,
    );
    assert.match((await taken('{isNew && <b />}'))?.message ?? '', /nobody can tell here/);
    const view = 'app/views/home/_taken.html.erb';
    const [erb] = (await outcomeOf(
      { [view]: '<% if feature_enabled?("new-home") %>\n<%= render "share" %>\n<% end %>\n' },
      { [view]: '<%= render "share" %>\n' },
    )) as Report[];
    assert.match(erb?.message ?? '', /^What everyone had in app\/views/);
  });

  it('leaves a new entry of a list to the engineering DRI', async () => {
    const path = 'src/icons.tsx';
    const write = (more: string): string => `export const icons = { a: <i>A</i>${more} };\nshow(icons);\n`;
    const [entry] = (await outcomeOf({ [path]: write(', b: <i>B</i>') }, { [path]: write('') })) as Report[];
    assert.equal(entry?.undecided, true);
    assert.match(
      entry.message,
      /^src\/icons\.tsx has a new entry, and nobody can tell whether all that use it are behind/,
    );
  });

  it('looks at 400 programs of a folder in a moment, and at no more', async () => {
    const body = 'export const a = () => <p className="x">{`${a}`}</p>;\n'.repeat(100);
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`${home}/a${index}.tsx`, body]));
    const started = processorTime();
    assert.deepEqual(await notGated(card, { ...many, [`${home}/0.tsx`]: gatedIndex }), []);
    assert.ok(processorTime() - started < 5000);
    const prompt = { [`${home}/prompts/hello.txt`]: 'x' };
    assert.deepEqual(await notGated(prompt, { ...many, [`${home}/z.tsx`]: gatedIndex }), Object.keys(prompt));
  });

  it('leaves to the engineering DRI a program whose question nobody sees, and says of one that is gone what everyone has', async () => {
    const lists = { 'lib/list.ts': "export const Flags = { HOME: { key: 'new-home' } };" };
    const hook = (open: string): string =>
      `import { Flags } from '@shop/lib';\nexport const useOpen = () => {\n  const { isOn } = useFlag(Flags.HOME.key);\n  return [${open}];\n};\n`;
    const before = { ...lists, [`${home}/open.ts`]: 'export const useOpen = () => [isOpen()];' };
    const [report] = (await outcomeOf({ [`${home}/open.ts`]: hook('isOpen() && isOn') }, before)) as [Report];
    assert.equal(report.undecided, true);
    const price = { [`${home}/price.ts`]: 'export const price = (sum) => sum * 2;' };
    const [other] = (await outcomeOf({ [`${home}/price.ts`]: 'export const price = (sum) => sum * 3;' }, price)) as [
      Report,
    ];
    assert.equal(other.undecided, true);
    const pages = "import homeRouter from './home'; app.use(loginRouter); app.get('/a', show);";
    // Where the question is taken away, all that it decided on is there for everyone.
    for (const more of [
      'app.use(homeRouter);',
      "router.get('/home', show);",
      'app.use(compression);',
      'cache.get(pages);',
    ]) {
      const path = 'src/server/pages.ts';
      const old = `${pages} if (useFlag('new-home')) { ${more} }`;
      const [found] = (await outcomeOf({ [path]: `${pages} ${more}` }, { [path]: old })) as Report[];
      assert.match(found?.message ?? '', /^What stood behind the flag/, more);
    }
  });

  it('knows a flag among settings and in the environment by a name that nothing else has', async () => {
    const card = (condition: string): string =>
      `import { config, isNew } from './config';\nexport const Card = () => <p>Hi{${condition} && <b>New</b>}</p>;\n`;
    const old = '\nexport const Card = () => <p>Hi</p>;\n';
    const settings = {
      'src/config.ts':
        "export const isNew = () => process.env.NEW_HOME === '1';\nexport const config = { ui: { showNewHome: process.env.NEW_HOME === 'true', [a]: 1, ...b } as const, other: 1 };\n",
    };
    const parts: ReviewContextParts = { row: { flags: ['NEW_HOME'] }, plan: { plan: undefined } };
    for (const [condition, isKnown] of [
      ['config.NEW_HOME', true],
      ['getConfiguration().NEW_HOME', true],
      ["process.env.NEW_HOME === 'true'", true],
      ['toBoolean(process.env.NEW_HOME)', true],
      ['config.ui.showNewHome', false],
      ['this.settings.showNewHome', true],
      ['isNew()', true],
      ['process.env.NEW_HOME', false],
      ["process.env.NEW_HOME !== '0'", false],
      ['!toBoolean(process.env.NEW_HOME)', false],
      ['styles.NEW_HOME', false],
    ] as const) {
      const change = { 'src/Card.tsx': card(condition) };
      const files = { 'src/Card.tsx': `import { config, isNew } from './config';${old}`, ...settings };
      const found = (await outcomeOf(change, { ...files, 'flags.yaml': 'NEW_HOME: false\n' }, parts)) as Report[];
      assert.equal(found.length === 0, isKnown, condition);
    }
  });

  it('leaves settings to the flag’s own checks, and what else they say to the engineering DRI', async () => {
    const parts: ReviewContextParts = { row: { flags: ['NEW_HOME'] }, plan: { plan: undefined } };
    for (const [path, before, after, expected] of [
      ['app/conf/config.json', '{\n"a": 1\n}', '{\n"a": 1,\n"NEW_HOME": false\n}', undefined],
      ['app/conf/config-dev.json', '{\n"a": 1\n}', '{\n"a": 1,\n"NEW_HOME": true\n}', undefined],
      ['app/conf/config.prod.json', '{\n"a": 1\n}', '{\n"a": 1,\n"NEW_HOME": true\n}', /may turn the flag NEW_HOME on/],
      ['app/conf/config.prod.json', '{\n"a": 1\n}', '{\n"a": 2,\n"NEW_HOME": true\n}', /has other settings/],
      ['.env.sample', 'A=1\n', 'A=1\nNEW_HOME=true\n', undefined],
      ['feature.env', 'A=1\n', 'A=1\nNEW_HOME=true\n', /may turn/],
      ['deploy/app.yaml', 'a: 1\n', 'a: 1\nnewHome: ${NEW_HOME}\n', undefined],
      ['app/data.json', '{}', '{"NEW_HOME": false}', /^Nobody can tell here whether people see the change of app/],
    ] as const) {
      const around = { [path]: before, 'flags.yaml': 'NEW_HOME: false\n' };
      const [found] = (await outcomeOf({ [path]: after }, around, parts)) as Report[];
      if (expected === undefined) assert.equal(found, undefined, `${path}: ${found?.message ?? ''}`);
      else assert.match(found?.message ?? '', expected);
    }
  });

  it('leaves to the engineering DRI what is taken in by a program that names the flag and does not parse', async () => {
    const card = (word: string): SideFiles => ({ 'src/Card.tsx': `export const Card = () => <p>${word}</p>;\n` });
    const page = "import { Card } from './Card';\nif (isEnabled('new-home')) draw(<Card />);\n";
    for (const [text, expected] of [
      [page, undefined],
      [`${page}) (`, /^Nobody can tell here whether people see the change of src\/Card\.tsx without the flag/],
    ] as const) {
      const [found] = (await outcomeOf(card('Hello there'), { ...card('Welcome'), 'src/page.tsx': text })) as Report[];
      if (expected === undefined) assert.equal(found, undefined, found?.message);
      else assert.match(found?.message ?? '', expected);
    }
  });

  it('says nothing of what differs for everyone in a program that only code behind the flag takes in', async () => {
    const card = (word: string): SideFiles => ({
      'src/Card.tsx': `export const Card = () => <p>{isEnabled('new-home') && <b>New</b>}${word}</p>;\n`,
    });
    const page = "import { Card } from './Card';\nif (isEnabled('new-home')) draw(<Card />);\n";
    const around = { ...card('Welcome'), 'src/page.tsx': page };
    assert.deepEqual(await outcomeOf(card('Hello there'), around), []);
    const open = { ...around, 'src/other.tsx': page.replace(/if .*\) draw/, 'draw') };
    const [found] = (await outcomeOf(card('Hello there'), open)) as Report[];
    assert.equal(found?.path, 'src/Card.tsx');
  });

  it('follows what has the flag’s name in it and nothing of the flag, where the name is a common word', async () => {
    const parts: ReviewContextParts = { row: { flags: ['search'] }, plan: { plan: undefined } };
    const home = (word: string): SideFiles => ({ 'src/home.tsx': `export const Home = () => <p>${word}</p>;\n` });
    const main = "import { Home } from './home';\ncreateRoot(root).render(<Home />);\n";
    for (const [more, expected] of [
      ['const research = 1;\n', /^src\/home\.tsx is not behind the flag search, so everyone would see it at once/],
      ["if (isEnabled('search')) go();\n", /^(?!src\/home\.tsx is not behind)/],
    ] as const) {
      const around = { ...home('Welcome'), 'src/main.tsx': main + more, 'flags.yaml': 'search: false\n' };
      const [found] = (await outcomeOf(home('Hello there'), around, parts)) as Report[];
      assert.match(found?.message ?? '', expected);
    }
  });

  it('leaves settings to the engineering DRI that cannot be read', async () => {
    const parts: ReviewContextParts = { row: { flags: ['NEW_HOME'] }, plan: { plan: undefined } };
    const unread = { mode: '100644', oid: 'e', bytes: 3, unread: 'binary' } as const;
    for (const [before, after] of [
      ['NEW_HOME=false\n', unread],
      [unread, 'NEW_HOME=false\n'],
    ] as const) {
      const around = { 'feature.env': before, 'flags.yaml': 'NEW_HOME: false\n' };
      const [found] = (await outcomeOf({ 'feature.env': after }, around, parts)) as Report[];
      assert.match(found?.message ?? '', /has other settings/);
    }
  });

  it('says how many programs it did not look at, where the flag has the name of much else', async () => {
    const pages = Object.fromEntries(Array.from({ length: 410 }, (_, each) => [`src/a${each}.ts`, "go('search');"]));
    const parts: ReviewContextParts = { row: { flags: ['search'] }, plan: { plan: undefined } };
    const around = { ...pages, 'flags.yaml': 'search: false\n' };
    const found = (await outcomeOf({ 'src/page.tsx': '<p>Hello</p>;' }, around, parts)) as Report[];
    assert.deepEqual(
      found.map(({ path, severity }) => [path, severity]),
      [
        ['src/page.tsx', undefined],
        [undefined, 'note'],
      ],
    );
    assert.match(found[1]?.message ?? '', /^search stands in 10 more programs than were looked at/);
  });

  it('says that what stood behind the flag is seen by everyone now', async () => {
    const card = (condition: string): string =>
      `export const Card = ({ x }) => {\n  const isNew = useFlag('new-home');\n  if (${condition}) return null;\n  return <p>{x}</p>;\n};\n`;
    const before = { [`${home}/Card.tsx`]: card('!isNew || !x') };
    const [found] = (await outcomeOf({ [`${home}/Card.tsx`]: card('!x') }, before)) as Report[];
    assert.match(
      found?.message ?? '',
      /^What stood behind the flag new-home in src\/features\/home\/Card\.tsx is there without it now/,
    );
  });

  it('leaves it to an engineer where the question may have gone to another file of the change', async () => {
    const card = (condition: string): string =>
      `export const Card = ({ x }) => {\n  const isNew = useFlag('new-home');\n  if (${condition}) return null;\n  return <p>{x}</p>;\n};\n`;
    const path = `${home}/Card.tsx`;
    const before = { [path]: card('!isNew || !x'), [`${home}/Page.tsx`]: 'export const page = 1;\n' };
    const after = card('!x');
    const severities = async (others: SideFiles): Promise<readonly unknown[]> =>
      ((await outcomeOf({ [path]: after, ...others }, before)) as Report[])
        .filter((each) => each.path === path)
        .map(({ severity, undecided }) => undecided === true || severity === 'note');
    assert.deepEqual(await severities({}), [false]);
    const asks = "export const page = useFlag('new-home') ? 1 : 2;\n";
    assert.deepEqual(await severities({ [`${home}/Page.tsx`]: asks }), [true]);
    // Neither a test nor a list of flags asks for anybody.
    assert.deepEqual(await severities({ [`${home}/Page.test.tsx`]: asks }), [false]);
  });

  it('knows a method of an object that asks for the flag, and a question for somebody', async () => {
    const features = (answer: string): SideFiles => ({
      'src/features.ts': `const Features = { HOME: 'new-home', isEnabled: (name) => list.has(name), ${answer} };\nexport { Features };\n`,
    });
    const card = (condition: string): string =>
      `import { Features } from './features';\nexport const A = ({ props }) => <i>{props}</i>;\nexport const Card = (props) => <p>Hi{${condition} && <b>New</b>}</p>;\n`;
    const before = card('false');
    for (const [answer, condition, isKnown] of [
      ['isNewHomeOn: () => Features.isEnabled(Features.HOME)', 'Features.isNewHomeOn()', true],
      ['isNewHomeOn() { return Features.isEnabled(Features.HOME); }', 'Features.isNewHomeOn()', true],
      ['isNewHomeOn: list', 'Features.isNewHomeOn()', false],
      ['[on]: () => Features.isEnabled(Features.HOME)', 'Features.isNewHomeOn()', false],
      ['is: () => Features.isEnabled(Features.HOME)', 'Features.is()', false],
      ['isNewHomeOn: list', "isFlagActive(props.user, 'new-home')", true],
    ] as const) {
      const around = { 'src/Card.tsx': before, ...features(answer) };
      const found = await notGated({ 'src/Card.tsx': card(condition) }, around);
      assert.deepEqual(found, isKnown ? [] : ['src/Card.tsx'], `${answer} ${condition}`);
    }
  });

  it('takes a new entry by a name of elsewhere for an entry', async () => {
    const path = `${home}/names.tsx`;
    const names = (more: string): string => `export const names = { [Kind.A]: 'First'${more} };\nshow(names);\n`;
    const [found] = (await outcomeOf({ [path]: names(", [Kind.B]: 'Second'") }, { [path]: names('') })) as Report[];
    assert.match(found?.message ?? '', /has a new entry/);
  });
});
