import assert from 'node:assert/strict';
import { fixAndReview, fixesFor, titlesFor, type Change } from '../offered-fixes.js';

const yaml = 'src/features/home/flags.yaml';
const json = 'src/features/home/flags.json';

function change(before: string, after: string, path = yaml): Change {
  return { base: { [path]: before }, head: { [path]: after }, row: { flags: ['new-home', 'b'] } };
}

describe('quick fixes a flag file', () => {
  it('puts back what changed of others in a wrapper, and leaves the PM’s own', async () => {
    const before = 'app:\n  env:\n    new-home: false\n    port: 80\n    other: false\n';
    const own = before.replace('new-home: false', 'new-home: true');
    const found = await fixesFor(change(before, own.replace('other: false', 'other: true')), 'flag-owned');
    const fixes = [...found.values()].flat();
    assert.deepEqual(
      fixes.map(({ steps }) =>
        steps.flatMap((step) => (step.kind === 'edit' ? step.edits.map(({ text }) => text.trim()) : [])),
      ),
      [['other: false']],
    );
    // What is gone stood in no line of its own: the wrapper is put back.
    const gone = await fixesFor(change(before, before.replace('    other: false\n', '')), 'flag-owned');
    assert.equal([...gone.values()].flat().length, 1);
  });

  describe('turns a new flag off', () => {
    const cases: readonly [name: string, added: string, off: string][] = [
      ['by its switch', 'new-home:\n  enabled: true\n', 'new-home:\n  enabled: false\n'],
      ['that is a word', 'new-home: on\n', 'new-home: false\n'],
      ['that is a truth value', 'new-home: True # now\n', 'new-home: False # now\n'],
      ['that is a number', 'new-home: 5\n', 'new-home: false\n'],
      ['that is a text', 'new-home: text\n', 'new-home: false\n'],
      [
        'with the share that it may keep',
        'new-home:\n  active: yes\n  rollout: 20\n',
        'new-home:\n  active: false\n  rollout: 20\n',
      ],
      ['by its share', 'new-home:\n  rollout: 20\n', 'new-home:\n  rollout: 0\n'],
      ['by the opposite switch', 'new-home:\n  disabled: false\n', 'new-home:\n  disabled: true\n'],
      ['by its state', 'new-home:\n  state: enabled\n', 'new-home:\n  state: disabled\n'],
      ['by its state in quotes', "new-home:\n  state: 'on'\n", "new-home:\n  state: 'off'\n"],
      ['by its value', 'new-home:\n  default: true\n', 'new-home:\n  default: false\n'],
      [
        'in each environment',
        'new-home:\n  test:\n    enabled: true\n  live:\n    enabled: true\n',
        'new-home:\n  test:\n    enabled: false\n  live:\n    enabled: false\n',
      ],
      [
        'in a list of rules',
        'new-home:\n  rules:\n    - enabled: true\n',
        'new-home:\n  rules:\n    - enabled: false\n',
      ],
      [
        'with a switch where it has none',
        'new-home:\n  description: Nice.\n  owner: maya\n',
        'new-home:\n  enabled: false\n  description: Nice.\n  owner: maya\n',
      ],
      [
        'by its share where that is none in one environment already',
        'new-home:\n  test:\n    rollout: 0\n  live:\n    rollout: 20\n',
        'new-home:\n  test:\n    rollout: 0\n  live:\n    rollout: 0\n',
      ],
      [
        'whose state is off already',
        'new-home:\n  state: disabled\n  enabled: true\n',
        'new-home:\n  state: disabled\n  enabled: false\n',
      ],
      [
        'where one environment has it off already',
        'new-home:\n  test:\n    enabled: false\n  live:\n    enabled: true\n',
        'new-home:\n  test:\n    enabled: false\n  live:\n    enabled: false\n',
      ],
      ['in braces', 'new-home: { owner: maya }\n', 'new-home: { "enabled": false, owner: maya }\n'],
      [
        'of GO Feature Flag',
        'new-home:\n  variations: { on: true, off: false }\n  defaultRule:\n    variation: on\n',
        'new-home:\n  disable: true\n  variations: { on: true, off: false }\n  defaultRule:\n    variation: on\n',
      ],
    ];
    for (const [name, added, off] of cases) {
      it(name, async () => {
        const before = 'old:\n  enabled: true\n';
        const head = await fixAndReview(change(before, before + added), 'flag-safe', /^Turn new-home off$/, true);
        assert.equal(head[yaml], before + off);
      });
    }

    it('in a list, and of flagd and Flipt', async () => {
      for (const [path, before, after, off] of [
        [
          yaml,
          'flags:\n  - key: a\n    enabled: false\n',
          'flags:\n  - key: a\n    enabled: false\n  - key: new-home\n    owner: maya\n',
          'flags:\n  - key: a\n    enabled: false\n  - key: new-home\n    enabled: false\n    owner: maya\n',
        ],
        [
          json,
          '{"flags": {}}',
          '{"flags": {"new-home": {"state": "ENABLED", "variants": {"on": true}, "defaultVariant": "on"}}}',
          '{"flags": {"new-home": {"state": "DISABLED", "variants": {"on": true}, "defaultVariant": "on"}}}',
        ],
        [
          yaml,
          'namespace: default\nflags: []\n',
          'namespace: default\nflags:\n  - key: new-home\n    type: BOOLEAN_FLAG_TYPE\n    enabled: true\n',
          'namespace: default\nflags:\n  - key: new-home\n    type: BOOLEAN_FLAG_TYPE\n    enabled: false\n',
        ],
        [
          json,
          '{}',
          '{\n  "new-home": {\n    "owner": "maya"\n  }\n}\n',
          '{\n  "new-home": {\n    "enabled": false,\n    "owner": "maya"\n  }\n}\n',
        ],
      ] as const) {
        const head = await fixAndReview(change(before, after, path), 'flag-safe', /^Turn new-home off$/, true);
        assert.equal(head[path], off);
      }
    });

    it('in the formats of services and programs', async () => {
      const harness = (state: string): string =>
        `featureFlags:\n  flags:\n    - flag:\n        identifier: new-home\n        environments:\n          - identifier: prod\n            default: { onVariation: "true", offVariation: "false" }\n            state: ${state}\n        spec: { variations: [{ identifier: "true", value: "true" }, { identifier: "false", value: "false" }] }\n  projectIdentifier: p\n`;
      const unleash = (enabled: string): string =>
        `{"features": [{"name": "new-home"}], "featureEnvironments": [{"featureName": "new-home", "environment": "production", "enabled": ${enabled}}]}`;
      for (const [path, before, on, off] of [
        [yaml, 'featureFlags:\n  flags: []\n  projectIdentifier: p\n', harness('"on"'), harness('"off"')],
        [json, '{"features": [], "featureEnvironments": []}', unleash('true'), unleash('false')],
        [
          json,
          '{"features": [{"name": "a", "strategies": []}]}',
          '{"features": [{"name": "a", "strategies": []}, {"name": "new-home", "enabled": true, "strategies": []}]}',
          '{"features": [{"name": "a", "strategies": []}, {"name": "new-home", "enabled": false, "strategies": []}]}',
        ],
        [
          json,
          '{"f": {"a": {"t": 0, "v": {"b": false}}}}',
          '{"f": {"a": {"t": 0, "v": {"b": false}}, "new-home": {"t": 0, "v": {"b": true}}}}',
          '{"f": {"a": {"t": 0, "v": {"b": false}}, "new-home": {"t": 0, "v": {"b": false}}}}',
        ],
        [
          json,
          '{"flagValues": {"a": 1}}',
          '{"flagValues": {"a": 1, "new-home": true}}',
          '{"flagValues": {"a": 1, "new-home": false}}',
        ],
        [
          json,
          '[{"feature": {"name": "a"}, "enabled": false}]',
          '[{"feature": {"name": "a"}, "enabled": false}, {"feature": {"name": "new-home"}, "enabled": true}]',
          '[{"feature": {"name": "a"}, "enabled": false}, {"feature": {"name": "new-home"}, "enabled": false}]',
        ],
        [
          yaml,
          'a: { defaultValue: false, rules: [] }\n',
          'a: { defaultValue: false, rules: [] }\nnew-home:\n  defaultValue: false\n  rules:\n    - force: true\n',
          'a: { defaultValue: false, rules: [] }\nnew-home:\n  defaultValue: false\n  rules:\n    - force: false\n',
        ],
        [
          yaml,
          'features:\n  a: { boolean: ~, actors: [] }\n',
          'features:\n  a: { boolean: ~, actors: [] }\n  new-home: { boolean: "true", actors: [] }\n',
          'features:\n  a: { boolean: ~, actors: [] }\n  new-home: { boolean: "false", actors: [] }\n',
        ],
        [
          yaml,
          '- { model: waffle.switch, fields: { name: a, active: false } }\n',
          '- { model: waffle.switch, fields: { name: a, active: false } }\n- { model: waffle.flag, fields: { name: new-home, everyone: true } }\n',
          '- { model: waffle.switch, fields: { name: a, active: false } }\n- { model: waffle.flag, fields: { name: new-home, everyone: false } }\n',
        ],
        [
          json,
          '{"parameters": {"a": {"defaultValue": {"value": "false"}}}}',
          '{"parameters": {"a": {"defaultValue": {"value": "false"}}, "new-home": {"defaultValue": {"value": "true"}}}}',
          '{"parameters": {"a": {"defaultValue": {"value": "false"}}, "new-home": {"defaultValue": {"value": "false"}}}}',
        ],
        [
          json,
          '{"feature_management": {"feature_flags": [{"id": "a", "enabled": false}]}}',
          '{"feature_management": {"feature_flags": [{"id": "a", "enabled": false}, {"id": "new-home", "enabled": true}]}}',
          '{"feature_management": {"feature_flags": [{"id": "a", "enabled": false}, {"id": "new-home", "enabled": false}]}}',
        ],
        [
          json,
          '{"flags": {"a": {"name": "A"}}, "values": {"a": {"enabled": false}}}',
          '{"flags": {"a": {"name": "A"}, "new-home": {"name": "N"}}, "values": {"a": {"enabled": false}, "new-home": {"enabled": true}}}',
          '{"flags": {"a": {"name": "A"}, "new-home": {"name": "N"}}, "values": {"a": {"enabled": false}, "new-home": {"enabled": false}}}',
        ],
        [
          yaml,
          'a: { production: false, qa: true }\n',
          'a: { production: false, qa: true }\nnew-home: { production: true, qa: false }\n',
          'a: { production: false, qa: true }\nnew-home: { production: false, qa: false }\n',
        ],
        [
          'src/features/home/feature_flags/new_home.yml',
          undefined,
          'name: new-home\nintroduced_by_url: u\ndefault_enabled: true\n',
          'name: new-home\nintroduced_by_url: u\ndefault_enabled: false\n',
        ],
      ] as const) {
        const parts = {
          base: before === undefined ? {} : { [path]: before },
          head: { [path]: on },
          row: { flags: ['new-home'] },
        };
        const head = await fixAndReview(parts, 'flag-safe', /^Turn new-home off$/, true);
        assert.equal(head[path], off);
      }
    });

    const unsure: readonly [name: string, added: string][] = [
      ['a list with a name', 'new-home: &x\n  - enabled\n'],
      ['nothing but what is shared', 'new-home:\n  <<: *base\n'],
      ['what is shared altogether', 'new-home: *base\n'],
      ['a word that is shared', 'new-home: *yes\n'],
      ['a switch that is shared', 'new-home:\n  enabled: *yes\n'],
      ['what is shared in braces', 'new-home: { <<: *base, owner: maya }\n'],
      ['no settings', 'new-home: {}\n'],
      ['an environment that is shared', 'new-home:\n  live: *base\n'],
      ['a state that is written in an unusual way', 'new-home:\n  state: "enabl\\x65d"\n'],
    ];
    for (const [name, added] of unsure) {
      it(`in no way where it has ${name}`, async () => {
        const before = 'base: &base\n  rollout: 50\nswitch: &yes true\n';
        const offered = await titlesFor(change(before, before + added), 'flag-safe');
        assert.deepEqual(
          offered.filter((title) => title.startsWith('Turn')),
          [],
        );
      });
    }

    it('in no way where it is a mere key of a list, or gone by now', async () => {
      const list = change('flags: []\n', 'flags:\n  - key: new-home\n');
      assert.deepEqual(await titlesFor(list, 'flag-safe'), ['Put this line back: flags: []']);
      const gone = change('old: false\n', 'old: false\nnew-home: true\n');
      assert.deepEqual(await titlesFor(gone, 'flag-safe', gone.base), []);
    });
  });

  it('writes a share as a number from 0 to 100', async () => {
    const before = 'new-home:\n  enabled: true\n  rollout: 10\nb: false\n';
    for (const [written, share, isPreferred] of [
      ['150', '100', false],
      ['-5', '0', false],
      ['"20"', '20', true],
      ['30 %', '30', true],
    ] as const) {
      const parts = change(before, before.replace('10', written));
      const head = await fixAndReview(parts, 'flag-safe', /^Write \d+$/, isPreferred);
      assert.equal(head[yaml], before.replace('10', share));
    }
    const words = change(before, before.replace('10', 'many'));
    assert.match(
      String([...(await fixesFor(words, 'flag-safe')).values()][0]?.[0]?.title),
      /^Put the flag new-home back as it was$/,
    );
  });

  const both = '# Ours\nnew-home:\n  enabled: false\n  rollout: 0\n\nother:\n  enabled: false\n  rollout: 0\n';

  it('puts the flag of another back, and keeps the PM’s own', async () => {
    const parts = change(both, both.replaceAll('rollout: 0', 'rollout: 5'));
    const head = await fixAndReview(parts, 'flag-owned', /^Put the flag other back as it was$/, true);
    assert.equal(head[yaml], both.replace('rollout: 0', 'rollout: 5'));
  });

  it('does not prefer what would put the PM’s own back too', async () => {
    const one = 'new-home: false\nother: false\n';
    const parts = change(one, 'new-home: 5\nother: 6\n');
    const head = await fixAndReview(parts, 'flag-owned', /^Put the flag other back as it was$/, false);
    assert.equal(head[yaml], one);
  });

  it('puts a flag back that was deleted while code asks for it', async () => {
    const code = { 'src/features/home/index.ts': "useFlag('new-home');\n" };
    const parts = {
      base: { [yaml]: both, ...code },
      head: { [yaml]: both.replace(/new-home:\n.*\n.*\n\n/, ''), ...code },
    };
    const head = await fixAndReview(parts, 'flag-safe', /^Put the flag new-home back as it was$/, true);
    assert.equal(head[yaml], both);
  });

  it('knows a flag by its whole name, whatever it is called', async () => {
    const parts = change('is: false\nother: false\n', 'is: 5\nother: 6\n');
    const found = [...(await fixesFor(parts, 'flag-owned'))];
    assert.deepEqual(
      found.map(([{ message }, [fix]]) => [message.split(',', 1)[0], fix?.title]),
      [
        ['The flag is is changed', 'Put the flag is back as it was'],
        ['The flag other is changed', 'Put the flag other back as it was'],
      ],
    );
  });

  it('offers nothing for a flag that takes from what is changed too', async () => {
    const shared = 'x-base: &base\n  rollout: 0\na: false\n';
    const [before, other] = [`${shared}other:\n  <<: *base\n`, shared.replace('0', '5')];
    for (const after of [before.replace('0', '5'), other]) {
      const found = [...(await fixesFor(change(before, after), 'flag-owned'))];
      const [fixes] = found.flatMap(([{ message }, offered]) =>
        message.startsWith('The flag other') ? [offered] : [],
      );
      assert.deepEqual(fixes, []);
    }
  });

  it('offers the file of a flag that code asks for, and nothing in a new file that cannot be read', async () => {
    const code = { 'src/features/home/index.ts': "useFlag('new-home');\n" };
    assert.deepEqual(await titlesFor({ base: { [yaml]: both, ...code }, head: code }, 'flag-safe'), [
      'Put flags.yaml back',
    ]);
    assert.deepEqual(await titlesFor({ base: {}, head: { [yaml]: 'new-home: [0\n' } }, 'flag-safe'), []);
  });

  it('takes a new flag out that is not on the roster', async () => {
    const parts = change(both, `${both}third:\n  enabled: false\n`);
    assert.equal((await fixAndReview(parts, 'flag-owned', /^Take the flag third out again$/, false))[yaml], both);
    const fresh = { base: {}, head: { [yaml]: 'third:\n  enabled: false\n' } };
    assert.equal((await fixAndReview(fresh, 'flag-owned', /^Take the flag third out again$/, false))[yaml], '');
  });

  it('puts the lines back that belong to no single flag, or cannot be read', async () => {
    const shared = change(`defaults:\n  enabled: false\n${both}`, `defaults:\n  enabled: true\n${both}`);
    assert.equal((await fixAndReview(shared, 'flag-owned', /^Put this line back/))[yaml], shared.base[yaml]);
    const broken = change(both, both.replace('rollout: 0\n\n', 'rollout: 0: 1\n\n'));
    assert.deepEqual(await titlesFor(broken, 'flag-safe'), ['Put this line back: rollout: 0']);
  });

  it('puts a flag file back that is gone', async () => {
    const parts = { base: { [yaml]: both }, head: {} };
    assert.equal((await fixAndReview(parts, 'flag-owned', /^Put flags\.yaml back$/, true))[yaml], both);
  });

  it('knows a flag by its key, whatever the message begins with', async () => {
    const row = { row: { flags: ['new', 'new home'] } };
    const base = { [yaml]: 'b: false\n' };
    const head = { [yaml]: 'b: false\nnew: false\nnew home:\n  enabled: true\n' };
    const found = await fixesFor({ base, head, ...row }, 'flag-safe');
    assert.deepEqual(
      [...found].map(([{ key }, fixes]) => [key, fixes.map(({ title }) => title)]),
      [[{ name: 'new home', kind: 'flag' }, ['Turn new home off']]],
    );
  });
});
