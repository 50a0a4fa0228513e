import assert from 'node:assert/strict';

import type { Asking } from '../../../src/policy/policy.js';
import type { Report } from '../../../src/review/check.js';
import { flagOwned } from '../../../src/review/checks/flag-owned.js';
import { createReviewContext, createRosterRow, type ReviewContextParts } from '../../support/review-context.js';

async function reportsOf(parts: ReviewContextParts): Promise<readonly Report[]> {
  const outcome = await flagOwned.run(createReviewContext(parts));
  assert.notEqual(outcome, 'not-applicable');
  return outcome === 'not-applicable' ? [] : outcome.reports;
}

const flags = (text: string): Record<string, string> => ({ 'flags.yaml': text });
const base = 'new-home: {enabled: false, owner: maya}\nother: {enabled: false, owner: bob}\n';
const anonymous: Asking = { kind: 'no-roster', names: ['maya@example.com', '@Maya'], rows: [] };

describe('flag-owned', () => {
  it('has nothing to say where no flag file is touched', async () => {
    assert.equal(await flagOwned.run(createReviewContext({ base: flags(base), head: flags(base) })), 'not-applicable');
  });

  it('lets the PM change, remove and move the flags on their row of the roster', async () => {
    const other = 'other: {enabled: false, owner: bob}\n';
    for (const head of [
      `new-home: {enabled: true, rollout: 20, owner: maya}\n${other}`,
      other,
      `${other}new-home: &mine\n  owner: maya\n  enabled: false # as it was\n`,
      `\uFEFF${base}`,
      base.replaceAll('\n', '\r\n'),
    ])
      assert.deepEqual(await reportsOf({ base: flags(base), head: flags(head) }), [], head);
  });

  it('lets the PM add a flag that is on their row', async () => {
    assert.deepEqual(await reportsOf({ base: flags('a: false\n'), head: flags('a: false\nnew-home: false\n') }), []);
  });

  const dependents: Readonly<Record<string, unknown>> = {
    'LaunchDarkly’s prerequisites': { on: true, prerequisites: [{ key: 'new-home', variation: 0 }] },
    'Unleash’s dependencies': { enabled: true, dependencies: [{ feature: 'new-home', enabled: true }] },
    'GrowthBook’s parents': { defaultValue: true, parentConditions: [{ id: 'new-home', condition: { value: true } }] },
    'ConfigCat’s prerequisite': {
      t: 0,
      v: { b: false },
      r: [{ c: [{ p: { f: 'new-home', c: 0 } }], s: { v: { b: true } } }],
    },
    'a rule of PostHog’s': { active: true, filters: { groups: [{ properties: [{ key: 'new-home', type: 'flag' }] }] } },
    'one of a team’s own': { enabled: true, requires: 'new-home' },
    'one of a team’s own, by its name': { enabled: true, depends_on: { 'new-home': true } },
  };
  for (const [what, other] of Object.entries(dependents))
    it(`leaves it to the engineering DRI where another’s flag depends on an own one: ${what}`, async () => {
      const file = (enabled: boolean, more: object = {}): Record<string, string> =>
        flags(JSON.stringify({ 'new-home': { enabled, ...more }, other }));
      const reports = await reportsOf({
        base: flags(JSON.stringify({ 'new-home': { enabled: false }, other })),
        head: file(true),
      });
      assert.deepEqual(
        reports.map(({ undecided, message }) => [undecided, /^The flag other depends on new-home/.test(message)]),
        [[true, true]],
      );
      const gone = await reportsOf({ base: file(false), head: flags(JSON.stringify({ other })) });
      assert.match(gone[0]?.message ?? '', /depends on new-home/);
      // What it is for changes nothing for anybody.
      assert.deepEqual(await reportsOf({ base: file(false), head: file(false, { description: 'x' }) }), []);
    });

  it('asks nothing about flags that only name an own one, or are own themselves', async () => {
    const file = (enabled: boolean): Record<string, string> =>
      flags(
        JSON.stringify({
          'new-home': { enabled, requires: null },
          other: { enabled: true, note: 'new-home', requires: ['x'] },
        }),
      );
    assert.deepEqual(await reportsOf({ base: file(false), head: file(true) }), []);
  });

  const attacks: Readonly<Record<string, readonly [before: string, after: string, line: number | undefined]>> = {
    changed: [base, base.replace('other: {enabled: false', 'other: {enabled: true'), 2],
    removed: [base, 'new-home: {enabled: false, owner: maya}\n', undefined],
    'renamed to an own one': ['other: true\n', 'new-home: true\n', undefined],
    'claimed by its own owner': [base, base.replace('bob', 'maya'), 2],
    'aliased to an own one with the value it has today': [
      'new-home: false\nother: false\n',
      'new-home: &own false\nother: *own\n',
      2,
    ],
    'changed through an alias': ['new-home: &own false\nother: *own\n', 'new-home: &own true\nother: *own\n', 2],
    'changed by a merge key': [
      'x: &x {enabled: true}\nother:\n  a: 1\n',
      'x: &x {enabled: true}\nother:\n  <<: *x\n  a: 1\n',
      2,
    ],
    'freed of its own value under a merge key': [
      'x: &x {enabled: true}\nother:\n  <<: *x\n  enabled: false\n',
      'x: &x {enabled: true}\nother:\n  <<: *x\n',
      2,
    ],
    'changed for YAML 1.1 only': ['other: {enabled: "no"}\n', 'other: {enabled: no}\n', 1],
    'changed from a number to a sexagesimal one': ['other: {rollout: 90}\n', 'other: {rollout: 1:30}\n', 1],
    'changed to a number that older programs take for text': ['other: {rollout: 100}\n', 'other: {rollout: 1e2}\n', 1],
    'changed from a date to a text': ['other: {until: 2026-01-01}\n', 'other: {until: "2026-01-01"}\n', 1],
    'changed from infinity to a text': ['other: {most: .inf}\n', 'other: {most: ".inf"}\n', 1],
    'changed from a huge number to a text': ['other: 9007199254740993\n', 'other: "9007199254740993"\n', 1],
    ...Object.fromEntries(
      ['100.0', '+100', '0100', '0o144', '0x64', '1_00', '1:40', '1E2', '1.e+2', '100.', '"100"', '~', 'yes'].map(
        (number) => [`changed to ${number}`, ['other: 100\n', `other: ${number}\n`, 1] as const],
      ),
    ),
    'hidden in a file that is empty now': ['other: true\n', '', undefined],
  };
  for (const [what, [before, after, line]] of Object.entries(attacks)) {
    it(`blocks a flag of someone else: ${what}`, async () => {
      const [report] = (await reportsOf({ base: flags(before), head: flags(after) })).filter((each) =>
        each.message.startsWith('The flag other '),
      );
      assert.ok(report);
      assert.equal(report.severity, undefined);
      assert.equal(report.path, 'flags.yaml');
      assert.equal(report.line, line);
      assert.match(report.message, /not one of yours.*Put it back as it was, and ask @erin if it has to change\.$/);
    });
  }

  it('blocks a line that makes programs read the flags otherwise', async () => {
    const on = 'other: {enabled: on}\n';
    for (const [before, after] of [
      [on, `%YAML 1.1\n---\n${on}`],
      [`%YAML 1.2\n---\n${on}`, on],
    ] as const) {
      const [report] = await reportsOf({ base: flags(before), head: flags(after) });
      assert.match(report?.message ?? '', /^“%YAML 1\.\d” belongs to no single flag/);
    }
  });

  it('blocks another number in JSON of the same value', async () => {
    const base = { 'flags.json': '{"other": {"rollout": 100, "part": 0.1}}' };
    for (const [number, other] of [
      ['100', '1e2'],
      ['100', '100.0'],
      ['0.1', '0.10000000000000000001'],
    ] as const) {
      const head = { 'flags.json': base['flags.json'].replace(number, other) };
      assert.equal((await reportsOf({ base, head })).length, 1, other);
    }
  });

  it('shows the owner that the file names, as it was before', async () => {
    const [report] = await reportsOf({ base: flags(base), head: flags(base.replace('bob', 'maya')) });
    assert.match(report?.message ?? '', /\(the file names bob as its owner\)/);
  });

  it('says what a flag of someone else takes its settings from', async () => {
    const [report] = await reportsOf({
      base: flags('new-home: &a true\nother: 1\n'),
      head: flags('new-home: &a true\nother: *a\n'),
    });
    assert.match(report?.message ?? '', /It takes part of its settings from \*a\./);
    const [left] = await reportsOf({
      base: flags('new-home: &a false\nother: *a\n'),
      head: flags('new-home: true\nother: false\n'),
    });
    assert.match(
      left?.message ?? '',
      /It took part of its settings from \*a, and would not follow that any more\. Put it back/,
    );
  });

  it('blocks a flag of someone else that moves to another file', async () => {
    const reports = await reportsOf({
      base: { 'a/flags.yaml': 'other: true\n' },
      head: { 'b/flags.yaml': 'other: true\n' },
    });
    assert.deepEqual(
      reports.map(({ path, severity, line }) => [path, severity, line]),
      [
        ['a/flags.yaml', undefined, undefined],
        ['b/flags.yaml', undefined, 1],
      ],
    );
  });

  it('takes two files of one folder with the same flags for one list in two builds', async () => {
    const files = (flags: Record<string, boolean>, of = '{}'): Record<string, string> => ({
      'config/core.flags.json': JSON.stringify({ features: flags }),
      'config/plugin.flags.json': JSON.stringify({ features: { ...flags, ...(JSON.parse(of) as object) } }),
    });
    const three = { a: true, b: false, c: true };
    const both = { base: files(three), head: files({ ...three, 'new-home': false }) };
    assert.deepEqual(await reportsOf(both), []);
    const two = { a: true, b: false };
    const [report] = await reportsOf({
      base: files(two),
      head: files({ ...two, 'new-home': false }, '{"new-home": true}'),
    });
    assert.match(report?.message ?? '', /is written here while config\/.* has or had it/);
    const others = {
      base: files(three, '{"d":true,"e":true}'),
      head: files({ ...three, 'new-home': false }, '{"d":true,"e":true}'),
    };
    assert.deepEqual(await reportsOf(others), [], 'one may have more');
    const apart = {
      base: { 'a/flags.json': JSON.stringify(three), 'b/flags.json': JSON.stringify(three) },
      head: {
        'a/flags.json': JSON.stringify(three),
        'b/flags.json': JSON.stringify({ ...three, 'new-home': false }),
      },
    };
    assert.deepEqual(await reportsOf(apart), []);
    const moved = {
      base: {
        'config/core.flags.json': JSON.stringify({ 'new-home': false, a: true }),
        'config/plugin.flags.json': '{}',
      },
      head: {
        'config/core.flags.json': JSON.stringify({ a: true }),
        'config/plugin.flags.json': JSON.stringify({ 'new-home': false }),
      },
    };
    assert.match((await reportsOf(moved)).map(({ message }) => message).join(), /has or had it/);
  });

  it('lets an own flag begin in two files that say the same of it', async () => {
    const begun = (one: string, other: string, before = '{}'): Promise<readonly Report[]> =>
      reportsOf({
        base: { 'a/flags.json': '{}', 'b/flags.json': before },
        head: { 'a/flags.json': one, 'b/flags.json': other },
      });
    assert.deepEqual(await begun('{"new-home": false}', '{"new-home": false}'), []);
    const found = (reports: readonly Report[]): readonly unknown[] => reports.map(({ path }) => path);
    assert.deepEqual(found(await begun('{"new-home": false}', '{"new-home": true}')), ['a/flags.json', 'b/flags.json']);
    // One of them had it before.
    assert.deepEqual(found(await begun('{"new-home": true}', '{"new-home": true}', '{"new-home": false}')), [
      'a/flags.json',
    ]);
  });

  it('blocks a key that another flag file has too, also an own one', async () => {
    const [report] = await reportsOf({
      base: { 'a/flags.yaml': 'new-home: false\n' },
      head: { 'a/flags.yaml': 'new-home: false\n', 'b/flags.yaml': 'new-home: false\n' },
    });
    assert.match(report?.message ?? '', /^The flag new-home is written here while a\/flags\.yaml has or had it/);
  });

  it('blocks changes to what flags share, with the place', async () => {
    const before = 'defaults: &d\n  enabled: false\nother:\n  <<: *d\n';
    const reports = await reportsOf({ base: flags(before), head: flags(before.replace('false', 'true')) });
    assert.deepEqual(
      reports.map(({ line, message }) => [line, message.split(' ').slice(0, 3).join(' ')]),
      [
        [3, 'The flag other'],
        [1, '“defaults” belongs to'],
      ],
    );
    assert.match(reports[1]?.message ?? '', /Put it back as it was, and ask @erin to change it\.$/);
  });

  it('sends a new flag that is not on the PM’s row to an engineer', async () => {
    const added = { base: flags('a: 1\n'), head: flags('a: 1\nfree: {owner: maya, enabled: false}\n') };
    const [report, ...more] = await reportsOf(added);
    assert.deepEqual(more, []);
    assert.equal(report?.severity, 'needs-fix');
    const condition = { kind: 'owned-flags', text: 'flags they own', line: 1 } as const;
    const demanded = await reportsOf({ ...added, judgements: { 'flags.yaml': { conditions: [condition] } } });
    assert.equal(demanded[0]?.severity, 'blocker');
    const unjudged = await flagOwned.run({ ...createReviewContext(added), judgements: new Map() });
    assert.ok(unjudged !== 'not-applicable');
    assert.equal(unjudged.reports[0]?.severity, 'needs-fix');
    assert.equal(report.line, 2);
    assert.match(report.message, /^The flag free is new and not on your row of the list of PMs \(the file names maya/);
  });

  it('takes a file that cannot be read for certain as nobody’s', async () => {
    for (const [head, unparsed] of [
      ['new-home: true\nnew-home: false\n', undefined],
      ['new-home: true\n---\nother: true\n', undefined],
      ['new-home: {\n', true],
      ['- [1]\n- [2]\n', true],
    ] as const) {
      const report = (await reportsOf({ base: flags('new-home: false\n'), head: flags(head) })).find(({ message }) =>
        message.startsWith('Whose flags'),
      );
      assert.ok(report, head);
      assert.equal(report.unparsed, unparsed, head);
    }
  });

  it('asks every row where several PMs made the change', async () => {
    const rows = [createRosterRow(), createRosterRow({ pm: 'Noor', flags: ['other'] })];
    const asking: Asking = { kind: 'pilot-pm', names: [], rows };
    const reports = await reportsOf({ base: flags(base), head: flags(base.replaceAll('false', 'true')), asking });
    assert.equal(reports.length, 2);
  });

  it('owns nothing by a row that is not there', async () => {
    const asking: Asking = { kind: 'not-on-roster', names: ['maya'], rows: [] };
    assert.equal((await reportsOf({ base: flags(base), head: flags(''), asking })).length, 2);
  });

  it('goes by the owner that the file named before only where there is no roster', async () => {
    const head = flags(base.replaceAll('false', 'true'));
    assert.deepEqual(
      (await reportsOf({ base: flags(base), head, asking: anonymous })).map(({ line }) => line),
      [2],
    );
    const listed = flags('a: {owners: [bob, "@maya"]}\n');
    assert.deepEqual(
      await reportsOf({ base: listed, head: flags('a: {owners: [bob], x: 1}\n'), asking: anonymous }),
      [],
    );
    assert.equal(
      (await reportsOf({ base: flags('a: {owner: bob}\n'), head: flags('a: {owner: maya}\n'), asking: anonymous }))
        .length,
      1,
    );
    assert.equal(
      (await reportsOf({ base: flags('a: {x: 1}\n'), head: flags('a: {x: 2, owner: maya}\n'), asking: anonymous }))
        .length,
      1,
    );
    assert.equal(
      (await reportsOf({ base: flags('b: 1\n'), head: flags('b: 1\na: {owner: maya}\n'), asking: anonymous })).length,
      1,
    );
    const settings = { controls: 'regulated' } as const;
    assert.equal((await reportsOf({ base: flags(base), head, asking: anonymous, settings })).length, 2);
  });

  it('says what a file that only is called as flag files are was taken for, and does not alarm', async () => {
    const countries = 'AF: Afghanistan\nAL: Albania\nDZ: Algeria\n';
    const [report, ...more] = await reportsOf({ head: flags(countries) });
    assert.deepEqual([report?.severity, more], ['note', []]);
    assert.match(report?.message ?? '', /^flags\.yaml was taken for countries or pictures of flags: no flag is read/);
  });

  it('never has a wrapper or a group put on the roster', async () => {
    for (const head of [
      'feature_flags: {free: false}\n',
      'features: {flags: [{key: free, enabled: false}]}\n',
      'org-a: {dev: {free: false}, other: {free: true}}\n',
      'outer: {features: {free: true}}\n',
      '- {name: production, flags: {free: true}}\n',
      'description: Our flags\nenabled: true\nfree: false\n',
    ]) {
      const advised = (await reportsOf({ head: flags(head) })).flatMap(
        ({ message }) => /^The flag (\S+) is new and not on your row/.exec(message)?.[1] ?? [],
      );
      assert.deepEqual(
        advised.filter((name) => name !== 'free'),
        [],
        head,
      );
    }
    const [report] = await reportsOf({ head: flags('org-a: {dev: {free: false}, other: {free: true}}\n') });
    assert.match(report?.message ?? '', /^org-a is new and has several entries \(dev, other\), so it may be a group/);
  });

  it('knows the PM’s flags in a wrapper beside the one that is read, and no other', async () => {
    const flights = (own: string, other: string, wrapper = 'Flights'): Record<string, string> => ({
      'flags.json': `{"Features":{"a":"Enabled"},"${wrapper}":{"new-home":{"All":${own}},"old":{"All":${other}}}}`,
    });
    const found = async (after: Record<string, string>, before = flights('false', 'false')): Promise<number> =>
      (await reportsOf({ base: before, head: after })).length;
    assert.equal(await found(flights('true', 'false')), 0);
    assert.equal(await found(flights('false', 'true')), 1);
    assert.equal(await found(flights('true', 'true')), 1);
    assert.equal(await found({ 'flags.json': '{"Features":{"a":"Enabled"},"Flights":7}' }), 1);
    // What flags refer to is shared, though it is called like a flag.
    assert.equal(await found(flights('true', 'false', 'segments'), flights('false', 'false', 'segments')), 1);
  });

  it('names an entry of a ConfigMap, whatever its text says', async () => {
    const data = (own: string, other: string): string =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n  new-home: "${own}"\n  old: "${other}"\n`;
    const namedIn = async (head: string): Promise<readonly unknown[]> =>
      (await reportsOf({ base: flags(data('stable', 'stable')), head: flags(head) })).map(
        ({ message, line }) => `${String(line)} ${String(/The flag (\S+) is changed/.exec(message)?.[1])}`,
      );
    assert.deepEqual(await namedIn(data('alpha', 'beta')), ['6 old']);
    assert.deepEqual(await namedIn(data('alpha', 'stable')), []);
  });

  describe('in a wrapper that no format knows', () => {
    const shapes: Readonly<Record<string, readonly [path: string, text: (own: string, other: string) => string]>> = {
      'values of Helm': [
        'flags.yaml',
        (own, other) =>
          `generic-service:\n  resources: {memory: 2Gi}\n  env:\n    new-home: ${own}\n    old: ${other}\n    PORT: 80\n`,
      ],
      'the data of a resource': [
        'flags.yaml',
        (own, other) =>
          `apiVersion: v1\nkind: FlagSet\nmetadata: {name: x}\ndata:\n  new-home: "${own}"\n  old: "${other}"\n`,
      ],
      'environments that take from one': [
        'flags.yaml',
        (own, other) =>
          `common: &common\n  new-home: ${own}\n  old: ${other}\ncloud:\n  <<: *common\nproduction:\n  <<: *common\n  third: true\n`,
      ],
      'settings by environment': [
        'flags.json',
        (own, other) =>
          `{"environments":{"default":{"account":"1","application_flags":{"new-home":${own},"old":${other}}},\n"production":{"account":"2","application_flags":{"new-home":${own},"old":false}}}}`,
      ],
      'records with a name and a value': [
        'flags.yaml',
        (own, other) =>
          `apps:\n- name: shop\n  helmValues:\n    extraEnv:\n    - name: PORT\n      value: "80"\n    - name: new-home\n      value: "${own}"\n    - name: old\n      value: "${other}"\n- name: back\n  helmValues: {}\n`,
      ],
      'flags with switches': [
        'flags.yaml',
        (own, other) =>
          `shop:\n  gates:\n    new-home: {enabled: ${own}, note: x}\n    old: {enabled: ${other}, note: x}\n  pages: {a: 1}\n`,
      ],
      'a list of maps without names': [
        'flags.yaml',
        (own, other) => `shops:\n- {new-home: ${own}}\n- {old: ${other}}\n`,
      ],
    };
    for (const [what, [path, text]] of Object.entries(shapes))
      it(`names the flag that changed, in ${what}`, async () => {
        const found = async (own: string, other: string): Promise<readonly Report[]> =>
          await reportsOf({
            base: { [path]: text('false', 'false') },
            head: { [path]: text(own, other) },
            settings: { flagFiles: ['**/flags*'] },
          });
        assert.deepEqual(await found('true', 'false'), []);
        for (const own of ['false', 'true']) {
          const [report, ...more] = await found(own, 'true');
          assert.deepEqual(more, []);
          assert.match(
            report?.message ?? '',
            /^old \(in .+\) is changed, and it is not one of your flags\. Put it back/,
          );
          assert.equal(
            report?.line,
            text('', '')
              .slice(0, text('', '').search(/old"?:|name: old/))
              .split('\n').length,
          );
          assert.match(report.key?.name ?? '', /\bold$/);
        }
      });

    const list = (...names: readonly string[]): Record<string, string> => ({
      'flags.json': `{"Url": "x",\n"EnabledFeatures": ${JSON.stringify(names)}}`,
    });
    it('says which names joined or left a list of flags', async () => {
      const messages = async (before: readonly string[], after: readonly string[]): Promise<readonly string[]> =>
        (await reportsOf({ base: list(...before), head: list(...after) })).map(({ message }) => message);
      assert.deepEqual(await messages([], ['new-home']), []);
      assert.deepEqual(await messages(['old', 'new-home'], ['old']), []);
      assert.deepEqual(await messages(['old', 'third'], ['third', 'old']), []);
      assert.match(
        (await messages(['new-home', 'old'], ['new-home']))[0] ?? '',
        /^old \(in EnabledFeatures\) is removed/,
      );
      assert.match((await messages(['new-home'], ['old']))[0] ?? '', /^old \(in EnabledFeatures\) is new, and no flag/);
      // What is there twice, and what is no list of names, is said of the whole.
      assert.match((await messages(['old'], ['old', 'old']))[0] ?? '', /^The flag EnabledFeatures is changed/);
      assert.match((await messages(['old'], ['1']))[0] ?? '', /^The flag EnabledFeatures is changed/);
    });

    const cases: Readonly<Record<string, readonly [before: string, after: string, message: RegExp | undefined]>> = {
      'names in a list that is not called after flags, of the PM': [
        'app: {people: [new-home], x: true}\n',
        'app: {people: [], x: true}\n',
        undefined,
      ],
      'names in such a list, of others': [
        'app: {people: [ann], x: true}\n',
        'app: {people: [ann, bob], x: true}\n',
        /^people \(in app\) is changed/,
      ],
      'the order of such a list': [
        'app: {people: [ann, bob], x: true}\n',
        'app: {people: [bob, ann], x: true}\n',
        /^people \(in app\) is changed/,
      ],
      'the order of records': [
        'app: {env: [{name: a, value: 1}, {name: b, value: 2}], x: true}\n',
        'app: {env: [{name: b, value: 2}, {name: a, value: 1}], x: true}\n',
        undefined,
      ],
      'a name with its wrapper’s before it': [
        'app: {shop: {sale: false}, x: true}\n',
        'app: {shop: {sale: true}, x: true}\n',
        undefined,
      ],
      'a new group of the PM’s own': ['app: {x: true}\n', 'app: {x: true, more: {new-home: {a: 1}}}\n', undefined],
      'a new group that has others’ too': [
        'app: {x: true}\n',
        'app: {x: true, more: {new-home: 1, old: 1}}\n',
        /^more \(in app\) is new, and no flag on your row/,
      ],
      'a value that became a group': ['app: {x: true}\n', 'app: {x: {y: 1}}\n', /^x \(in app\) is changed/],
      'a place that takes from another anchor': [
        'app: {a: &a {x: true}, b: &b {x: true}, new-home: 1, old: *a}\n',
        'app: {a: &a {x: true}, b: &b {x: true}, new-home: 2, old: *b}\n',
        /^old \(in app\) is changed/,
      ],
      'a merge key that takes from another place': [
        'app: {a: &a {x: true}, b: &b {x: true}, new-home: 1, old: {<<: *a, y: 1}}\n',
        'app: {a: &a {x: true}, b: &b {x: true}, new-home: 2, old: {<<: *b, y: 1}}\n',
        /^old \(in app\) is changed/,
      ],
      'a merge key with a map of its own': [
        'app: {new-home: 1, old: {y: true}}\n',
        'app: {new-home: 2, old: {<<: {x: 1}, y: true}}\n',
        /^x \(in app\.old\) is new.*\|old \(in app\) is changed/,
      ],
      'an anchor that moves into the PM’s own': [
        'shop: &a {old: false, x: true}\nnew-home: {y: 1}\napp: {<<: *a, z: true}\n',
        'shop: {old: false, x: true}\nnew-home: &a {old: true, x: true}\napp: {<<: *a, z: true}\n',
        /^old \(in app\) is changed/,
      ],
      'what is said about a flag': [
        'app: {old: {enabled: true, description: One}, y: true}\n',
        'app: {old: {enabled: true, description: Two}, y: true}\n',
        /^Only what is said about the flag old changes/,
      ],
      'a flag by its environments': [
        'app: {old: {production: false, staging: true}, y: true}\n',
        'app: {old: {production: true, staging: true}, y: true}\n',
        /^old \(in app\) is changed/,
      ],
      'nothing with a name of its own': [
        'environments: {default: {rules: {type: true}}}\n',
        'environments: {default: {rules: {type: false}}}\n',
        /^environments is changed, and it is not one of your flags/,
      ],
      'records of which one came, without names': [
        'app: {paths: [{path: x}], y: true}\n',
        'app: {paths: [{path: x}, {path: z}], y: true}\n',
        /^paths \(in app\) is changed/,
      ],
      'the same of the PM’s own': [
        'app: {paths: [{path: x}], y: true}\n',
        'app: {paths: [{path: x}, {new-home: z}], y: true}\n',
        undefined,
      ],
      'a flag beside a wrapper': [
        'app: {new-home: false}\nold: false\n',
        'app: {new-home: true}\nold: true\n',
        /^The flag old is changed[^|]+$/,
      ],
      'a record in a list that had none': [
        'app: {env: [], x: true}\n',
        'app: {env: [{name: old, value: a}], x: true}\n',
        /^old \(in app\.env\) is new/,
      ],
      'two places of one name, of which one is only described otherwise': [
        'app: {a: {old: {enabled: true, description: One}}, b: {old: {enabled: true}}}\n',
        'app: {a: {old: {enabled: true, description: Two}}, b: {old: {enabled: false}}}\n',
        /^old \(in app\.b\) is changed, [^|]+$/,
      ],
      'a list of several kinds': [
        'app: {mixed: [{path: x}, a b], y: true}\n',
        'app: {mixed: [{path: x}, a c], y: true}\n',
        /^mixed \(in app\) is changed/,
      ],
      'a wrapper in which nothing is on or off': [
        'app: {people: [ann], x: 1}\n',
        'app: {people: [bob], x: 1}\n',
        /^The flag app is changed/,
      ],
      'a flag of a group that is a flag': [
        'app: {variations: {x: 1}, old: 1}\n',
        'app: {variations: {x: 1}, old: 2}\n',
        /^The flag app is changed/,
      ],
    };
    for (const [what, [before, after, message]] of Object.entries(cases))
      it(`judges ${what}`, async () => {
        const row = createRosterRow({ flags: ['new-home', 'shop.sale'] });
        const asking = { kind: 'pilot-pm', names: ['maya'], rows: [row] } as const;
        const reports = await reportsOf({ base: flags(before), head: flags(after), asking });
        if (message === undefined) assert.deepEqual(reports, []);
        else assert.match(reports.map((report) => report.message).join('|'), message);
      });
  });

  it('passes over when another’s flag was written', async () => {
    const at = (date: string): string =>
      `{"version":1,"features":[{"name":"old","enabled":false,"createdAt":"${date}","strategies":[{"name":"default"}]}]}`;
    const reports = await reportsOf({ base: { 'flags.json': at('T015') }, head: { 'flags.json': at('T15') } });
    assert.deepEqual(
      reports.map(({ severity }) => severity),
      ['note'],
    );
  });

  it('knows the PM’s flag within a group, and no other', async () => {
    const group = (own: string, other: string): Record<string, string> =>
      flags(`home: {new-home: ${own}, old: ${other}}\nrest: {x: {y: 1}}\n`);
    assert.deepEqual(await reportsOf({ base: group('false', 'false'), head: group('true', 'false') }), []);
    assert.equal((await reportsOf({ base: group('false', 'false'), head: group('false', 'true') })).length, 1);
    assert.equal((await reportsOf({ base: group('false', 'false'), head: group('"no"', 'no') })).length, 1);
    assert.deepEqual(await reportsOf({ base: group('1', '1'), head: group('{a: 1}', '1') }), []);
    assert.deepEqual(
      await reportsOf({ base: flags('a: false\n'), head: flags('a: false\nhome: {new-home: {x: 1}}\n') }),
      [],
    );
  });

  it('says on whose row of the roster a flag is', async () => {
    const rows = [createRosterRow(), createRosterRow({ pm: 'Noor', flags: ['other'] })];
    const [report] = await reportsOf({
      base: flags(base),
      head: flags(base.replace('other: {enabled: false', 'other: {enabled: true')),
      zone: { roster: rows },
    });
    assert.match(report?.message ?? '', /it is not one of yours but on the row of Noor \(the file names bob/);
    // Nobody's, where the base has no zone.
    const [bare] = await reportsOf({
      base: flags(base),
      head: flags(base.replace('other: {enabled: false', 'other: {enabled: true')),
      tip: { zone: undefined },
    });
    assert.match(bare?.message ?? '', /is changed, and it is not one of yours \(the file names bob/);
  });

  it('takes the files of environments, and a register, for no second definition', async () => {
    for (const [first, second] of [
      ['flags.production.yaml', 'flags.staging.yaml'],
      ['flags.yaml', 'flags.local.yaml'],
      ['production/flags.yaml', 'staging/flags.yaml'],
      ['env/flags.dev.yaml', 'env/flags.hotfix.yaml'],
      ['flags/core.yaml', 'flags/development.yaml'],
    ] as const) {
      const there = { [first]: 'new-home: false\n' };
      const settings = { flagFiles: ['**/flags*', 'flags/*'] };
      assert.deepEqual(
        await reportsOf({ base: there, head: { ...there, [second]: 'new-home: false\n' }, settings }),
        [],
        second,
      );
      assert.deepEqual(await reportsOf({ base: there, head: { [second]: 'new-home: false\n' }, settings }), [], second);
    }
    for (const [first, second] of [
      ['env/flags.hotfix.yaml', 'env/flags.beta.yaml'],
      ['env/flags.dev.yaml', 'env/flags.dev.eu.yaml'],
      ['one/flags.yaml', 'two/flags.yaml'],
    ] as const) {
      const head = { [first]: 'new-home: false\n', [second]: 'new-home: false\n' };
      const settings = { flagFiles: ['**/flags*'] };
      assert.notDeepEqual(await reportsOf({ base: { [first]: 'new-home: false\n' }, head, settings }), [], second);
    }
    const register = { 'a/flags.yaml': 'new-home: Shows the new home.\n' };
    const states = { 'b/flags.yaml': 'new-home: false\n' };
    assert.deepEqual(await reportsOf({ base: register, head: { ...register, ...states } }), []);
    assert.deepEqual(await reportsOf({ base: states, head: { ...register, ...states } }), []);
    assert.match(
      (await reportsOf({ base: states, head: register })).at(-1)?.message ?? '',
      /while b\/flags\.yaml has or had/,
    );
  });

  it('has nothing to say of what tools write anew, and of faults that the file had', async () => {
    for (const [before, after] of [
      ['updated_at: 1\nflags: {new-home: false}\n', 'updated_at: 2\nflags: {new-home: true}\n'],
      ['version: 1.0.0\nflags: {new-home: false}\n', 'version: 1.0.1\nflags: {new-home: true}\n'],
      ['$schema: a\nflags: {new-home: false}\n', 'flags: {new-home: true}\n'],
      ['a: 1\na: 2\nnew-home: false\n', 'a: 1\na: 2\nnew-home: true\n'],
      ['new-home: false\n', 'flags: {new-home: true}\n'],
    ] as const)
      assert.deepEqual(await reportsOf({ base: flags(before), head: flags(after) }), [], after);
    assert.equal((await reportsOf({ base: flags('a: 1\na: 2\n'), head: flags('a: 3\na: 2\n') })).length, 1);
  });

  const settings = { flagFiles: ['**/appsettings.json', '**/application.properties', '**/settings.yml', '**/*.ts'] };
  const owned = { conditions: [{ kind: 'owned-flags', text: 'flags they own', line: 1 }] } as const;

  it('leaves the settings beside flags to the engineering DRI, but where the zone is for own flags alone', async () => {
    const microsoft = (port: number): string =>
      `{"port": ${port}, "feature_management": {"feature_flags": [{"id": "new-home", "enabled": false}]}}`;
    for (const [path, before, after, name] of [
      ['appsettings.json', microsoft(1), microsoft(2), 'port'],
      ['settings.yml', 'port: 1\nfeatures: {a: false}\n', 'port: 2\nfeatures: {a: false}\n', 'port'],
      [
        'application.properties',
        'port=1\ntogglz.features.A.enabled=false\n',
        'port=2\ntogglz.features.A.enabled=false\n',
        'port',
      ],
      [
        'flags.yaml',
        '- {model: waffle.switch, fields: {name: a, active: false}}\n- {model: auth.user, pk: 1, fields: {staff: false}}\n',
        '- {model: waffle.switch, fields: {name: a, active: false}}\n- {model: auth.user, pk: 1, fields: {staff: true}}\n',
        'auth.user 1',
      ],
      [
        'flags.yaml',
        '- {model: waffle.switch, fields: {name: a, active: false}}\n- {staff: false}\n',
        '- {model: waffle.switch, fields: {name: a, active: false}}\n- {staff: true}\n',
        'row 2',
      ],
    ] as const) {
      const parts = { settings, base: { [path]: before }, head: { [path]: after } };
      const [report, ...more] = await reportsOf(parts);
      assert.deepEqual([report?.undecided, more], [true, []], path);
      assert.ok(report?.message.startsWith(`\“${name}\” is a setting of the app and no flag.`), report?.message);
      const [closed] = await reportsOf({ ...parts, judgements: { [path]: owned } });
      assert.deepEqual([closed?.undecided, closed?.severity], [undefined, undefined], path);
    }
  });

  it('takes the settings of two programs for no second definition of a flag', async () => {
    const microsoft = (id: string): string => `{"FeatureManagement": {"${id}": false}}`;
    const other = { 'a/appsettings.json': microsoft('new-home') };
    assert.deepEqual(
      await reportsOf({
        settings,
        base: { ...other, 'b/appsettings.json': microsoft('x') },
        head: { ...other, 'b/appsettings.json': '{"FeatureManagement": {"x": false, "new-home": false}}' },
      }),
      [],
    );
  });

  it('leaves flag files in a language that it does not read to the engineering DRI', async () => {
    const [report, ...more] = await reportsOf({ settings, base: { 'a.ts': 'x' }, head: { 'a.ts': 'y' } });
    assert.deepEqual([report?.path, report?.undecided, more], ['a.ts', true, []]);
  });

  it('only notes that another flag is described otherwise, but where the zone is for own flags alone', async () => {
    const flag = (says: string): string => `other: {enabled: false${says}}\n`;
    for (const [before, after, severity] of [
      [', description: A', ', description: B', 'note'],
      ['', ', description: B', 'note'],
      [', description: A', ', description: 1', undefined],
      [', description: A', ', description: B, rollout: 1', undefined],
      [', x: A', ', x: B', undefined],
    ] as const) {
      const parts = { base: flags(flag(before)), head: flags(flag(after)) };
      assert.equal((await reportsOf(parts))[0]?.severity, severity, after);
      assert.equal((await reportsOf({ ...parts, judgements: { 'flags.yaml': owned } }))[0]?.severity, undefined);
    }
  });
});
