import assert from 'node:assert/strict';

import type { Report } from '../../../src/review/check.js';
import { flagSafe } from '../../../src/review/checks/flag-safe.js';
import { lineAt, createReviewContext, type ReviewContextParts, type SideFiles } from '../../support/review-context.js';

async function reportsOf(parts: ReviewContextParts): Promise<readonly Report[]> {
  const outcome = await flagSafe.run(createReviewContext(parts));
  assert.notEqual(outcome, 'not-applicable');
  return outcome === 'not-applicable' ? [] : outcome.reports;
}

const flags = (text: string): Record<string, string> => ({ 'flags.yaml': text });

describe('flag-safe', () => {
  it('has nothing to say where no flag file is touched', async () => {
    assert.equal(await flagSafe.run(createReviewContext({ head: { 'a.md': 'x' } })), 'not-applicable');
  });

  it('wants a new flag off', async () => {
    for (const [head, expected] of [
      ['new-home: {enabled: false}', undefined],
      ['new-home: false', undefined],
      ['new-home: {enabled: false, rollout: 50}', undefined],
      ['new-home: {enabled: true}', /^The flag new-home is new and is on/],
      ['new-home: {enabled: on}', /is on/],
      ['new-home: {enabled: "false"}', /has to be true or false, without quotation marks/],
      ['new-home: {}', /nothing in the file says for certain/],
      ['new-home: ~', /nothing in the file says for certain/],
      ['new-home: {state: internal}', /nothing in the file says for certain/],
      ['new-home: {enabled: no}', /says both that it is on and that it is off/],
      ['new-home: no', /says both that it is on and that it is off/],
      ['new-home: {enabled: true, state: disabled}', /says both that it is on and that it is off/],
      ['new-home: {enabled: false, production: true}', /says both that it is on and that it is off/],
      ['new-home: {rollout: 5}', /is on/],
      ['new-home: {status: enabled-prod}', /is on/],
      ['new-home: {state: live_in_production}', /is on/],
      ['new-home: {status: active.prd}', /is on/],
      ['new-home: {status: enabled-dev}', undefined],
      ['new-home: {state: on-staging}', undefined],
      ['new-home: {status: disabled-prod}', undefined],
      ['new-home: {status: disabled-dev}', /nothing in the file says for certain/],
      ['new-home: {status: draft-prod}', /nothing in the file says for certain/],
      ['new-home: {status: enabled-later}', /nothing in the file says for certain/],
    ] as const) {
      const [report, ...more] = await reportsOf({ head: flags(head) });
      assert.deepEqual(more, []);
      assert.equal(report?.undecided === true, String(expected).includes('nothing in the file'), head);
      if (expected === undefined) assert.equal(report, undefined, head);
      else assert.match(report?.message ?? '', expected, head);
    }
  });

  const flagd = (variants: string): string =>
    `flags:\n  a: {state: ENABLED, variants: {${variants}}, defaultVariant: "off"}\n`;
  const served = (values: string): string =>
    `flags: {a: {key: a, on: false, variations: [${values}], offVariation: 0, fallthrough: {variation: 0}}}\n`;
  const declared = (type: string): string => `flags:\n  z: {flagType: string, defaultValue: x}\n  a: {${type}}\n`;
  for (const [what, before, after, says] of [
    [
      'flagd',
      flagd('on: true, off: false'),
      flagd('on: "yes", off: "no"'),
      /^The flag a gave true or false and gives texts now/,
    ],
    [
      'flagd',
      flagd('on: 10, off: 0'),
      flagd('on: {x: 1}, off: {x: 2}'),
      /^The flag a gave numbers and gives objects now/,
    ],
    ['flagd, of no one kind', flagd('on: true, off: false'), flagd('on: "yes", off: 1'), /not all of one kind/],
    [
      'flagd, of one kind as before',
      flagd('on: true, off: false'),
      flagd('on: true, off: false, none: false'),
      undefined,
    ],
    ['flagd, without a value', flagd('on: true, off: ~'), flagd('on: 1, off: ~'), undefined],
    [
      'LaunchDarkly',
      served('false, true'),
      served('"no", "yes"'),
      /^The flag a gave true or false and gives texts now/,
    ],
    ['LaunchDarkly, of no one kind', served('false, true'), served('false, 1'), undefined],
    [
      'OpenFeature’s manifest',
      declared('flagType: boolean, defaultValue: false'),
      declared('flagType: string, defaultValue: "no"'),
      /^The flag a gave boolean and gives string now/,
    ],
    [
      'a manifest without a type',
      declared('flagType: boolean, defaultValue: false'),
      declared('defaultValue: "no"'),
      undefined,
    ],
  ] as const)
    it(`holds what a flag gives against what it gave: ${what}`, async () => {
      const reports = await reportsOf({ base: flags(before), head: flags(after) });
      if (says === undefined) assert.deepEqual(reports, []);
      else assert.match(String(reports[0]?.message), says);
    });

  it('takes a flag of LaunchDarkly by the key that it says once more', async () => {
    const keyed = (key: string): string =>
      `flags: {a: {${key}on: false, variations: [false, true], offVariation: 0, fallthrough: {variation: 0}}}\n`;
    for (const [key, says] of [
      ['key: pay, ', /^In the flag a: Its “key” says pay, .* Write a there\.$/],
      ['key: a, ', undefined],
      ['', undefined],
      ['key: [a], ', undefined],
    ] as const) {
      const [report] = await reportsOf({ base: flags(keyed('key: a, version: 1, ')), head: flags(keyed(key)) });
      assert.equal(
        says === undefined ? report : says.test(String(report?.message)),
        says === undefined ? undefined : true,
      );
    }
  });

  it('wants a bare number that each program reads alike', async () => {
    const numbers = (text: string): string => `a: ${text}\nb: 100\n`;
    for (const [text, isPlain] of [
      ['30', true],
      ['0x1e', true],
      ['2.5', true],
      ['1_000', false],
      ['1:40', false],
      ['0144', false],
      ['1e1', false],
    ] as const) {
      const [report] = await reportsOf({ base: flags(numbers('10')), head: flags(numbers(text)) });
      assert.equal(report === undefined, isPlain, text);
      if (!isPlain)
        assert.match(String(report?.message), /is no plain number, and programs read it as different things/);
    }
    assert.deepEqual(
      await reportsOf({
        base: { 'flags.json': '{"a": 10, "b": 100}' },
        head: { 'flags.json': '{"a": 1e1, "b": 100}' },
      }),
      [],
    );
  });

  it('asks what people get where a flag is a list or a group now and was true or false, or the other way round', async () => {
    for (const [was, now, said] of [
      ['a: false\n', 'a: [b, c]\n', 'was true or false and is a list'],
      ['a: false\n', 'a: {b: false}\n', 'was true or false and is a group of values'],
      ['a: {enabled: false}\n', 'a: false\n', 'was a group of values and is true or false'],
      ['a: false\n', 'a: true\n', undefined],
      ['a: {enabled: false}\n', 'a: {enabled: true, rollout: 5}\n', undefined],
      ['a: true\n', 'a: {enabled: true}\n', undefined],
      ['a: 5\n', 'a: [5]\n', undefined],
      ['a: ~\n', 'a: {enabled: false}\n', undefined],
    ] as const) {
      const [report] = (await reportsOf({ base: flags(was), head: flags(now) })).filter(({ message }) =>
        message.includes('only the program that reads the file knows'),
      );
      assert.equal(report?.undecided, said === undefined ? undefined : true, now);
      if (said !== undefined) assert.match(String(report?.message), new RegExp(`^The flag a ${said} now, and `));
    }
  });

  it('asks what people get where a flag says nothing for an environment any more', async () => {
    const before = 'staging: {a: true}\nproduction: {a: false, b: false}\n';
    for (const [was, now, lost] of [
      [before, 'staging: {a: true}\nprod: {a: true, b: false}\n', 'production'],
      [before, 'staging: {a: true}\nproduction: {b: false}\n', 'production'],
      [before, 'staging: {}\nproduction: {a: false, b: false}\n', undefined],
      [before, 'staging: {a: true}\nproduction: {a: true, b: false}\n', undefined],
      [before, 'staging: {}\nproduction: {b: false}\n', undefined],
      ['a: {production: true, staging: true}\n', 'a: {staging: true}\n', 'production'],
      ['a: {production: true, enabled: true}\n', 'a: true\n', undefined],
      ['a: ~\n', 'a: {production: false}\n', undefined],
    ] as const) {
      const [report, ...more] = (await reportsOf({ base: flags(was), head: flags(now) })).filter(({ message }) =>
        /says nothing for/.test(message),
      );
      assert.equal(report?.undecided, lost === undefined ? undefined : true, now);
      if (lost !== undefined)
        assert.match(String(report?.message), new RegExp(`^The flag a says nothing for ${lost} any more`));
      assert.ok(more.length <= 1);
    }
  });

  it('reads the shares of an export of Unleash also where they stand with the environment', async () => {
    const exported = (rollout: string, environment = 'production'): string =>
      `features: [{name: a}]\nfeatureStrategies: []\nfeatureEnvironments: [{featureName: a, environment: ${environment}, enabled: true, strategies: [{name: flexibleRollout, parameters: {rollout: "${rollout}"}}, {name: default}]}]\n`;
    for (const [rollout, environment, isWrong] of [
      ['50', 'production', false],
      ['500', 'production', true],
      ['', 'production', true],
      ['500', 'qa', false],
    ] as const) {
      const [report] = await reportsOf({
        base: flags(exported('10', environment)),
        head: flags(exported(rollout, environment)),
      });
      assert.equal(report !== undefined, isWrong, rollout);
      if (isWrong) assert.match(String(report?.message), /^A rollout of a is no number from 0 to 100/);
    }
  });

  it('knows a flag of flagd by its parts, though its state is misspelt', async () => {
    const flagd = (state: string): string =>
      `flags:\n  a: {state: ${state}, variants: {on: true, off: false}, defaultVariant: "on"}\n`;
    for (const state of ['ENABLE', 'ENABLED_', 'DISABLD', 'EANBLED'])
      assert.match(
        (await reportsOf({ base: flags(flagd('ENABLED')), head: flags(flagd(state)) }))[0]?.message ?? '',
        /“state” has to be ENABLED or DISABLED/,
        state,
      );
    for (const state of ['DISABLED', 'live'])
      assert.deepEqual(await reportsOf({ base: flags(flagd('ENABLED')), head: flags(flagd(state)) }), [], state);
    const own = (state: string): string => `flags:\n  a: {state: ${state}, variants: {on: true}}\n`;
    assert.deepEqual(await reportsOf({ base: flags(own('live')), head: flags(own('enable')) }), []);
  });

  it('takes a flag that moves as it was for the one it was, and one that is turned on by the way as new', async () => {
    const move = (before: string, after: string): Promise<readonly Report[]> =>
      reportsOf({ base: { 'a/flags.yaml': before }, head: { 'b/flags.yaml': after } });
    assert.deepEqual(await move('new-home: true', 'new-home: true'), []);
    assert.match((await move('new-home: false', 'new-home: true'))[0]?.message ?? '', /is new and is on/);
  });

  it('wants a flag that also stays where it was off in the new place', async () => {
    const [report] = await reportsOf({
      base: { 'a/flags.yaml': 'new-home: true' },
      head: { 'a/flags.yaml': 'new-home: {enabled: true}', 'b/flags.yaml': 'new-home: true' },
    });
    assert.equal(report?.path, 'b/flags.yaml');
  });

  it('wants each rollout of a changed flag from 0 to 100', async () => {
    const base = flags('new-home: {enabled: true, rollout: 10}\nold: {rollout: 500}');
    for (const [rollout, wrong] of [
      ['0', false],
      ['100', false],
      ['33.3', false],
      ['101', true],
      ['-1', true],
      ['"20%"', true],
      ['20%', true],
      ['.nan', true],
      ['1:30', true],
      ['010', true],
      ['1e400', true],
    ] as const) {
      const reports = await reportsOf({
        base,
        head: flags(`new-home: {enabled: true, rollout: ${rollout}}\nold: {rollout: 500}`),
      });
      assert.deepEqual(
        reports.map(({ severity, line, column }) => [severity, line, column]),
        wrong ? [['blocker', 1, 36]] : [],
        rollout,
      );
    }
  });

  it('wants shares that make 100', async () => {
    const goff = (a: string): string =>
      `new-home:\n  variations: {a: true, b: false}\n  defaultRule:\n    percentage:\n      a: ${a}\n      b: 50\n`;
    const change = (text: string): Promise<readonly Report[]> =>
      reportsOf({ base: flags(goff('0')), head: flags(text) });
    assert.deepEqual(await change(goff('50.0')), []);
    assert.match(
      (await change(goff('49.5')))[0]?.message ?? '',
      /^The shares of new-home add up to 99\.5 instead of 100/,
    );
    assert.match((await change(goff('x'))).at(-1)?.message ?? '', /add up to no number instead of 100/);
    const harness = (b: number, rest = ''): string =>
      `featureFlags:\n  flags:\n  - flag:\n      identifier: new-home\n      spec:\n        variations: [{identifier: a}, {identifier: b}]\n      environments:\n      - identifier: prod\n        state: "off"\n        rules:\n        - serve: {distribution: {variations: [{weight: 50, variation: a}, {weight: ${b}, variation: b}]}}\n        - serve: {variation: a}\n${rest}`;
    const split = async (base: string, head: string): Promise<string> =>
      (await reportsOf({ base: flags(base), head: flags(head) })).map(({ message }) => message).join('\n');
    assert.match(await split(harness(50), harness(90)), /The shares of new-home add up to 140 instead of 100/);
    assert.equal(await split(harness(50), harness(50, '        - serve: {distribution: {}}\n')), '');
    assert.equal(await split(harness(40), harness(40, '        - serve: {variation: b}\n')), '');
  });

  it('reports what makes a file untrustworthy as a blocker with its place', async () => {
    const [report] = await reportsOf({ base: flags('a: 1'), head: flags('a: 1\n"a": 2\n') });
    assert.deepEqual(
      { ...report, message: '' },
      { path: 'flags.yaml', line: 2, column: 1, severity: 'blocker', message: '' },
    );
    const [broken] = await reportsOf({ base: flags('a: 1'), head: flags('a: {') });
    assert.equal(broken?.unparsed, true);
    assert.deepEqual(await reportsOf({ base: flags('a: {'), head: {} }), []);
  });

  it('says of a deleted flag where code asks for it', async () => {
    const uses: SideFiles = {
      'a.ts': "const x = 'new-home-2';\nflags.newHomeland;\nother.newHome;\n",
      'src/test/b.ts': "'new-home'",
      'src/page.tsx': "// what\r\nif (flag('new-home')) show();\n",
    };
    const [report, ...more] = await reportsOf({
      base: { ...uses, ...flags('new-home: false') },
      head: { ...uses, ...flags('') },
    });
    assert.deepEqual(more, []);
    assert.equal(report?.path, 'flags.yaml');
    assert.match(report.message, /^The flag new-home is deleted while src\/page\.tsx \(line 2\) still asks for it/);
  });

  it('says so where those files alone still have it that nobody but the team sees', async () => {
    const uses: SideFiles = { 'src/page.tsx': "if (flag('new-home')) show();\n" };
    const messages = async (before: SideFiles, after: SideFiles): Promise<string> => {
      const settings = { flagFiles: ['**/flags*'] };
      const reports = await reportsOf({ base: { ...uses, ...before }, head: { ...uses, ...after }, settings });
      return reports.map(({ path, message }) => `${String(path)} ${message.slice(0, 40)}`).join('\n');
    };
    const all = flags('new-home: false\nother: false\n');
    const none = flags('other: false\n');
    const staging = { 'flags.staging.yaml': 'new-home: true\n' };
    assert.match(
      await messages({ ...all, ...staging }, { ...none, ...staging }),
      /^flags\.yaml The flag new-home is deleted/,
    );
    const production = { 'flags.production.yaml': 'new-home: true\n' };
    assert.equal(await messages({ ...all, ...production }, { ...none, ...production }), '');
    assert.equal(await messages({ ...staging, 'flags.dev.yaml': 'new-home: true\n' }, staging), '');
  });

  it('knows uses in other languages, as a member, and in comments', async () => {
    for (const [path, text, key = 'new-home'] of [
      ['a.py', 'x = 1\nif enabled("new-home"):\n'],
      ['a.vue', '<p v-if="flags.newHome">'],
      ['a.ts', 'useFlags().newHome'],
      ['a.ts', '// `new-home`'],
      ['a.rb', 'return if Feature.enabled?(:new_home)', 'new_home'],
      ['a.html.erb', '<% if FeatureFlag.new_home? %>', 'new_home'],
      ['a.haml', '- if Flipper.enabled?(:new_home, user)', 'new_home'],
      ['a.html', '{% flag "new-home" %}'],
      ['a.html', '{% flag new_home %}', 'new_home'],
      ['a.html', '{% ifswitch new_home %}', 'new_home'],
      ['a.tsx', 'const { other, newHome } = useFlags();'],
      ['a.tsx', 'const {\n  newHome: isNew,\n  more,\n} = await this.featureFlags;'],
      ['a.py', 'if flags.new_home:'],
      ['A.java', 'if (AppFeatures.NEW_HOME.isActive()) {'],
      ['A.cs', 'if (await manager.IsEnabledAsync(FeatureFlags.NewHome))'],
      ['a.php', 'Features::NEW_HOME'],
      ['a.kt', 'flags.newHome', 'NewHome'],
      ['a.ts', "if (isEnabled('search')) show();", 'search'],
      ['a.ts', "route('search');\nflags.search", 'search'],
      ['a.rb', 'return unless Flipper.enabled?(:search)', 'search'],
    ] as const) {
      const [report] = await reportsOf({
        base: { [path]: text, ...flags(`${key}: false`) },
        head: { [path]: text, ...flags('') },
      });
      assert.ok(report?.message.includes(` while ${path} (line `), text);
    }
  });

  it('says each deleted flag once, whatever the code', async () => {
    const uses: SideFiles = { 'a.ts': "flag('a') + flag('b')", 'b.ts': "'a' + 'b'", 'c.ts': "flag('a')" };
    const reports = await reportsOf({
      base: { ...uses, ...flags('a: 1\nb: 1\nc: 1') },
      head: { ...uses, ...flags('c: 2') },
    });
    assert.deepEqual(
      reports.map(({ path, message }) => [path, / is deleted while (.*) still/.exec(message)?.[1]]),
      [
        ['flags.yaml', 'a.ts (line 1)'],
        ['flags.yaml', 'a.ts (line 1)'],
      ],
    );
  });

  it('lets a flag go that no code asks for, or that another file has', async () => {
    const code = { 'a.ts': 'x', 'b.ts': "'new-home'" };
    const ruby = { 'a.rb': 'x::new_home; {:new_home_2 => 1}; user.new_home' };
    assert.deepEqual(await reportsOf({ base: { ...ruby, ...flags('new_home: false') }, head: ruby }), []);
    assert.deepEqual(
      await reportsOf({ base: { 'a.ts': 'x', ...flags('new-home: false') }, head: { 'a.ts': 'x' } }),
      [],
    );
    const elsewhere = { ...code, 'x/flags.yaml': 'new-home: false' };
    assert.deepEqual(await reportsOf({ base: { ...elsewhere, ...flags('new-home: false') }, head: elsewhere }), []);
  });

  it('leaves it to the engineering DRI whether a word as any other is the flag', async () => {
    const uses: SideFiles = { 'a.ts': "show();\nroute('search');", 'b.ts': "label('search')", 'c.rb': 'x = :other\n' };
    const reports = await reportsOf({
      base: { ...uses, ...flags('search: false\nother: false') },
      head: { ...uses, ...flags('') },
    });
    assert.deepEqual(
      reports.map(({ undecided, message }) => [undecided, message.slice(0, 64)]),
      [
        [true, 'The flag search is deleted, and a.ts (line 2) has the same word,'],
        [true, 'The flag other is deleted, and c.rb (line 1) has the same word, '],
      ],
    );
    const known: SideFiles = { ...uses, 'd.ts': "hasFlag('search')" };
    const [sure] = await reportsOf({ base: { ...known, ...flags('search: false') }, head: known });
    assert.deepEqual([sure?.undecided, sure?.message.includes('while d.ts (line 1) still asks')], [undefined, true]);
    const other: SideFiles = { 'a.ts': 'const { newHomes, x: newHome } = useFlags(); const { newHome } = props;' };
    assert.deepEqual(await reportsOf({ base: { ...other, ...flags('new-home: false') }, head: other }), []);
  });

  it('is not sure where there is more code than can be searched', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`a/${index}.ts`, 'x']));
    const all = { ...many, 'a/0.ts': "flag('b')" };
    const reports = await reportsOf({ base: { ...all, ...flags('new-home: 1\nb: 1') }, head: all });
    assert.deepEqual(
      reports.map(({ message }) => message.slice(0, 45)),
      ['The flag new-home is deleted, and there is mo', 'The flag b is deleted while a/0.ts (line 1) s'],
    );
  });

  it('leaves names in a list, and files in a language that it does not read, to the engineering DRI', async () => {
    const names = await reportsOf({ base: flags('- a-flag\n'), head: flags('- a-flag\n- new-home\n') });
    assert.deepEqual(
      names.map(({ line, undecided, message }) => [line, undecided, message.slice(0, 43)]),
      [[2, true, 'The flag new-home is new in a list of names']],
    );
    const path = 'src/feature.flags.json5';
    const settings = { flagFiles: ['**/*.json5'] };
    const foreign = await reportsOf({ settings, base: { [path]: '{}' }, head: { [path]: '{a: true}' } });
    assert.deepEqual(
      foreign.map((report) => [report.path, report.undecided, report.unparsed]),
      [[path, true, undefined]],
    );
  });

  it('reports a fault only once that the flag had before, whatever else changes', async () => {
    const goff = (names: string, variation: string): string =>
      `new-home:\n  variations: {${names}}\n  defaultRule:\n    variation: ${variation}\n`;
    const before = flags(goff('a: true, b: false', 'Default'));
    assert.deepEqual(await reportsOf({ base: before, head: flags(goff('a: true, c: false', 'Default')) }), []);
    const [report] = await reportsOf({ base: before, head: flags(goff('a: true, b: false', 'Other')) });
    assert.match(report?.message ?? '', /“Other” is none of this flag’s variants, .* It has a, b\.$/);
  });

  it('places what it says in the head text', async () => {
    const text = 'old: false\nnew-home: true\n';
    const [report] = await reportsOf({ base: flags('old: false\n'), head: flags(text) });
    assert.equal(lineAt(text, report?.line ?? 0), 'new-home: true');
  });

  it('says what is wrong within a flag at its place, where the base did not have it', async () => {
    const wrong = 'a: {enabled: true}\nb: {enabled: true}\nnew-home: {enable: true}\n';
    const base = flags(wrong.replace('enable: true', 'enabled: true'));
    const [report, ...more] = await reportsOf({ base, head: flags(wrong) });
    assert.deepEqual([report?.line, report?.column, more], [3, 12, []]);
    assert.match(
      report?.message ?? '',
      /^In the flag new-home: “enable” means nothing .* Write “enabled” if that is meant\.$/,
    );
    assert.deepEqual(
      await reportsOf({ base: flags(wrong), head: flags(wrong.replace('enable: true', 'enable: false')) }),
      [],
    );
  });

  it('wants what is new in a group off', async () => {
    const base = flags('home: {a: false}\nx: {enabled: false}\n');
    const head = (text: string): Promise<readonly Report[]> =>
      reportsOf({ base, head: flags(`${text}x: {enabled: false}\n`) });
    const [added] = await head('home: {a: false, b: true}\n');
    assert.match(added?.message ?? '', /^b is new in home and is on/);
    assert.equal(added?.key?.name, 'home.b');
    assert.deepEqual(await head('home: {a: true, b: false}\n'), []);
    assert.match((await head('home: {a: false}\nnew: {c: true}\n'))[0]?.message ?? '', /^c is new in new and is on/);
    assert.match((await head('home: {a: false}\nnew: {c: text}\n'))[0]?.message ?? '', /nothing in the file says/);
    assert.deepEqual(await reportsOf({ base: flags('a: true\n'), head: flags('a: {b: true}\n') }), []);
  });

  it('wants the shares of a team’s own targeting in flagd from 0 to 100', async () => {
    const flagd = (when: string): Record<string, string> => ({
      'flags.json': `{"flags":{"a":{"state":"ENABLED","variants":{"on":true,"off":false},"defaultVariant":"off","targeting":{"if":${when},"then":"on"}}}}`,
    });
    const found = async (when: (share: number) => string, share: number): Promise<number> =>
      (await reportsOf({ base: flagd(when(10)), head: flagd(when(share)) })).length;
    for (const when of [
      (share: number) => `{"op":"percentage","attribute":"id","value":${share}}`,
      (share: number) => `{"operator":"percent","value":${share}}`,
      (share: number) => `{"type":"rollout","value":${share}}`,
      (share: number) => `{"percentage":${share}}`,
      (share: number) => `{"and":[{"rolloutPercentage":${share}}]}`,
    ]) {
      assert.equal(await found(when, 150), 1, when(150));
      assert.equal(await found(when, -1), 1, when(-1));
      assert.equal(await found(when, 50), 0, when(50));
    }
    for (const when of [
      (share: number) => `{"op":"greater","value":${share}}`,
      (share: number) => `{"op":"percentage","seed":${share}}`,
      (share: number) => `{">=":[{"var":"age"},${share}]}`,
      (share: number) => `{"percentage":{"var":"p${share}"}}`,
      (share: number) => `{"op":"percentage","value":"${share}"}`,
    ])
      assert.equal(await found(when, 150), 0, when(150));
  });

  it('wants what is new deep in a wrapper off', async () => {
    const helm = (env: string): Record<string, string> =>
      flags(`app:\n  env: {a: false${env}}\n  prod: {c: true}\n  memory: 1\n`);
    const [added, ...more] = await reportsOf({ base: helm(''), head: helm(', b: true') });
    assert.match(added?.message ?? '', /^b is new in app\.env and is on/);
    assert.deepEqual([added?.key?.name, added?.line, more], ['app.env.b', 2, []]);
    assert.equal((await reportsOf({ base: helm(''), head: helm(', b: {enabled: true}') })).length, 1);
    // Off, a number, and what was on elsewhere.
    for (const env of [', b: false', ', b: 80', ', b: {enabled: false}', ', c: true'])
      assert.deepEqual(await reportsOf({ base: helm(''), head: helm(env) }), [], env);
    const envs = (text: string): Record<string, string> => flags(`environments: {default: {x: [1 a]${text}}}\n`);
    assert.equal((await reportsOf({ base: envs(''), head: envs(', y: true') })).length, 1);
    assert.deepEqual(await reportsOf({ base: envs(''), head: envs(', rules: true') }), []);
  });

  it('has nothing to say of what only the team sees, of a register, and of what the base had', async () => {
    for (const [path, text] of [
      ['flags.staging.yaml', 'new-home: true\n'],
      ['staging/flags.yaml', 'new-home: true\n'],
      ['flags-local.yaml', 'new-home: true\n'],
      ['flags.yaml', 'new-home: Shows the new home to all.\n'],
      ['flags.yaml', 'new-home: {staging: true, production: false}\n'],
    ] as const)
      assert.deepEqual(await reportsOf({ head: { [path]: text }, settings: { flagFiles: ['**/flags*'] } }), [], text);
    for (const [before, after] of [
      ['a: 1\na: 2\nb: false\n', 'a: 1\na: 2\nb: true\n'],
      ['a: {enabled: true, rollout: 150}\n', 'a: {enabled: false, rollout: 150}\n'],
      ['a: {enabled: true, rollout: "20%"}\n', 'a: {enabled: false, rollout: "20%"}\n'],
      [
        'a: {variations: {x: true}, defaultRule: {percentage: {x: 90}}}\n',
        'a: {variations: {x: false}, defaultRule: {percentage: {x: 90}}}\n',
      ],
    ] as const)
      assert.deepEqual(await reportsOf({ base: flags(before), head: flags(after) }), [], after);
  });

  it('asks where a file may be for tests alone', async () => {
    const [report] = await reportsOf({
      head: { 'flags/testing-flags.json': '{"new-home": true}' },
      settings: { flagFiles: ['flags/*.json'] },
    });
    assert.match(report?.message ?? '', /in a file that may be for tests or for your team alone/);
    assert.equal(report?.undecided, true);
  });

  it('says a second definition of a flag once', async () => {
    const reports = await reportsOf({
      base: flags('flags:\n- {key: a, enabled: true}\n'),
      head: flags('flags:\n- {key: a, enabled: true}\n- {key: a, enabled: true}\n'),
    });
    assert.deepEqual(
      reports.map(({ line, message }) => [line, message.slice(0, 25)]),
      [[3, 'The flag “a” is there twi']],
    );
  });
});
