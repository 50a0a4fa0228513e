import assert from 'node:assert/strict';
import fc from 'fast-check';

import { parseYaml } from '../../../src/parsers/parse-yaml.js';
import type { FlagFile } from '../../../src/flags/flag-change.js';
import { compareFlagFiles } from '../../../src/flags/compare-flag-files.js';
import { parseJson } from '../../../src/parsers/parse-json.js';
import { readFlagFile } from '../../../src/flags/reading/read-flag-file.js';

const read = (text: string, path = 'flags.yaml'): FlagFile =>
  readFlagFile(path, path.endsWith('.json') ? parseJson(text) : parseYaml(text));

/** `key state percent…` of each flag. */
const told = (text: string, path?: string): string[] =>
  read(text, path).flags.map(({ key, state, rollouts }) =>
    [key, state, ...rollouts.map(({ percent }) => percent)].join(' '),
  );

/** `line:column message` of each complaint. */
const troubleOf = (text: string): string[] =>
  read(text).problems.map(({ at, message }) => `${at.line}:${at.column} ${message}`);

describe('readFlagFile', () => {
  describe('recognises the shapes people have', () => {
    const flagd = 'flags:\n  a: {state: ENABLED, variants: {on: true, off: false}, defaultVariant: "off"}\n';
    for (const [name, text, shape, keys, rest] of [
      ['a map by key', 'a: true\nb: {enabled: false}\n', 'map', ['a', 'b'], []],
      [
        'a map with what is no flag',
        'version: 1\nx-old: &o {enabled: true}\n.base: 1\n$schema: s\ndefaults: {a: 1}\na: *o\n',
        'map',
        ['a'],
        ['version', 'x-old', '.base', '$schema', 'defaults'],
      ],
      ['a flag called flags', 'flags: true\nb: false\n', 'map', ['flags', 'b'], []],
      ['flags as a map', 'flags:\n  a: true\nversion: 2\n', 'flags-map', ['a'], ['version']],
      [
        'flags as a list with key',
        'flags:\n  - key: a\n    enabled: true\n  - name: b\n',
        'flags-list',
        ['a', 'b'],
        [],
      ],
      ['a bare list with key', '- key: a\n  enabled: true\n', 'flags-list', ['a'], []],
      [
        'a list with feature',
        '- feature: a\n  isActive: true\n- {feature: b, isActive: false}\n',
        'flags-list',
        ['a', 'b'],
        [],
      ],
      [
        'a list with names of other words',
        '- {flagKey: a, on: true}\n- {toggle: b, on: true}\n- {slug: c, on: true}\n',
        'flags-list',
        ['a', 'b', 'c'],
        [],
      ],
      ['a list whose features have a number too', '- {id: 1, feature: a, enabled: true}\n', 'flags-list', ['a'], []],
      ['an empty list', 'flags: []\n', 'flags-list', [], []],
      ['flagd', flagd, 'flagd', ['a'], []],
      ['flagd by its evaluators', 'flags: {}\n$evaluators: {staff: {"==": [1, 1]}}\n', 'flagd', [], ['$evaluators']],
      [
        'a map with a state that is not flagd',
        'flags:\n  a: {state: ENABLED}\n  b: {state: on, variants: {}}\n',
        'flags-map',
        ['a', 'b'],
        [],
      ],
      ['Flipt by its namespace', 'namespace: production\nflags:\n  - key: a\n', 'flipt', ['a'], ['namespace']],
      ['Flipt by its segments', 'flags:\n  - key: a\nsegments:\n  - key: staff\n', 'flipt', ['a'], ['segments']],
      ['Flipt by its types', 'flags:\n  - key: a\n    type: BOOLEAN_FLAG_TYPE\n', 'flipt', ['a'], []],
      ['Flipt by its rules', 'flags:\n  - key: a\n    rules: []\n', 'flipt', ['a'], []],
      [
        'GO Feature Flag',
        'a:\n  variations: {on: true, off: false}\n  defaultRule: {variation: "off"}\nb: true\n',
        'go-feature-flag',
        ['a', 'b'],
        [],
      ],
      ['variations that are not GO Feature Flag', 'a:\n  variations: {on: true}\n', 'map', ['a'], []],
      ['nothing', '', 'unknown', [], []],
      ['a comment', '# none yet\n', 'unknown', [], []],
    ] as const) {
      it(name, () => {
        const file = read(text);
        assert.deepEqual(file.problems, []);
        assert.deepEqual(
          [file.shape, file.flags.map(({ key }) => key), file.otherEntries.map(({ key }) => key)],
          [shape, keys, rest],
        );
      });
    }

    it('in JSON as well', () => {
      assert.deepEqual(told('{"flags": {"a": {"enabled": true, "rollout": 20}}}', 'flags.json'), ['a on 20']);
    });
  });

  it('gives each flag its place', () => {
    const placed = (text: string): unknown[] =>
      read(text).flags.map(({ key, path, at }) => [key, path, at.line, at.column]);
    assert.deepEqual(placed('# c\nflags:\n  a: true\n'), [['a', 'flags.yaml', 3, 3]]);
    assert.deepEqual(placed('flags:\n  - enabled: true\n    key: a\n'), [['a', 'flags.yaml', 3, 10]]);
  });

  it('shows the owner that the file names', () => {
    for (const [entry, owner] of [
      ['{owner: maya}', 'maya'],
      ['{owners: [maya, "@org/home", [x]]}', 'maya, @org/home'],
      ['{group: home}', 'home'],
      ['{metadata: {owner: maya@example.com}}', 'maya@example.com'],
      ['{owner: {name: maya}}', undefined],
      ['true', undefined],
    ] as const) {
      assert.equal(read(`a: ${entry}\n`).flags[0]?.owner, owner, entry);
    }
  });

  it('takes flags from deep in settings, with what each place says', () => {
    const text = `networks:
  mainnet: {config: {HOST: a, FEATURE_FLAGS: {charts: false}}}
  local: {config: {FEATURE_FLAGS: {charts: true, tables: true}}}
defaults: {network: {config: {FEATURE_FLAGS: {charts: false, rows: true}}}}
tools: {config: {version: 1}}
`;
    assert.deepEqual(told(text), ['charts off', 'tables off', 'rows on']);
    const { otherEntries, amongSettings } = read(text);
    assert.deepEqual([otherEntries.map(({ key }) => key), amongSettings], [['networks', 'defaults', 'tools'], true]);
    assert.doesNotMatch(JSON.stringify(otherEntries), /charts|rows/);
    assert.deepEqual(told('web: {featureFlags: {a: true, b: {enabled: false}}}\n'), ['a on', 'b off']);
    // What says itself whether it is on is the flag.
    assert.deepEqual(told('a: {enabled: false, featureFlags: {b: true}}\nc: true\n'), ['a unknown', 'c on']);
  });

  it('knows the flags of a program under one key of something else', () => {
    const state = 'features: [{name: a, enabled: true, strategies: []}]';
    const { shape, otherEntries } = read(`name: test\nstate: {version: 1, ${state}}\ntests: []\n`);
    assert.deepEqual([shape, otherEntries.map(({ key }) => key)], ['unleash', ['name', 'tests']]);
    assert.notEqual(read(`one: {${state}}\ntwo: {${state}}\n`).shape, 'unleash');
  });

  it('reads Split’s files', () => {
    const local =
      '- a: {treatment: "on", keys: [maya]}\n- a: {treatment: "off"}\n- b: {treatment: "off"}\n- c: {treatmnt: "on"}\n';
    assert.deepEqual(told(local), ['a on', 'b off', 'c unknown']);
    assert.match(read(local).flags[2]?.faults?.[0]?.message ?? '', /Write “treatment”/);
    const served = (more: string): string[] =>
      told(
        `splits:\n- {name: a, defaultTreatment: "off", conditions: [{partitions: [{treatment: "on", size: 10}, {treatment: "off", size: 90}]}], ${more}}\n`,
      );
    assert.deepEqual(served('killed: false'), ['a on 10 90']);
    assert.deepEqual(served('killed: true'), ['a off 10 90']);
    assert.deepEqual(
      told(
        'splits:\n- {name: a, defaultTreatment: "off", conditions: [{partitions: [{treatment: "on"}]}, {}]}\n- {name: b}\n',
      ),
      ['a on NaN', 'b on'],
    );
  });

  describe('says with its place what nobody can rely on', () => {
    for (const [name, text, wanted] of [
      [
        'a list of lists',
        '- [a, true]\n- [b, false]\n',
        '1:1 No flags can be read here: the file is neither a map of flags by their key nor a list of flags that each have a “key”.',
      ],
      [
        'flags as a list of lists',
        'flags:\n  - [a]\n',
        '1:1 No flags can be read here: the file is neither a map of flags by their key nor a list of flags that each have a “key”.',
      ],
      [
        'a sentence',
        'on\n',
        '1:1 No flags can be read here: the file is neither a map of flags by their key nor a list of flags that each have a “key”.',
      ],
      [
        'a flag without a key',
        'flags:\n  - key: a\n  - enabled: true\n',
        '3:5 This flag has no “key”, so nobody knows whose it is. Give it one.',
      ],
      [
        'a key that is a list',
        'flags:\n  - key: a\n  - key: [b]\n',
        '3:5 This flag has no “key”, so nobody knows whose it is. Give it one.',
      ],
      [
        'one key for two flags',
        'flags:\n  - key: a\n  - key: a\n',
        '3:10 The flag “a” is there twice, and programs differ in which one they take. Keep one.',
      ],
    ] as const) {
      it(name, () => assert.deepEqual(troubleOf(text), [wanted]));
    }

    it('once for a key that is twice in a map', () => {
      assert.deepEqual(troubleOf('a: true\na: false\n'), [
        '2:1 “a” is there twice, and programs differ in which one they take. Keep one.',
      ]);
    });
  });

  describe('plain entries', () => {
    for (const [entry, wanted] of [
      ['true', 'on'],
      ['false', 'off'],
      ['0', 'off'],
      ['20', 'on'],
      ['on', 'on'],
      ['off', 'unknown'],
      ['"false"', 'unknown'],
      ['~', 'unknown'],
      ['[a, b]', 'unknown'],
      ['{}', 'unknown'],
      ['{enabled: true}', 'on'],
      ['{enabled: false}', 'off'],
      ['{enabled: no}', 'unknown'],
      ['{is_enabled: false}', 'off'],
      ['{disabled: true}', 'off'],
      ['{disabled: yes}', 'unknown'],
      ['{disabled: no}', 'on'],
      ['{killed: false}', 'on'],
      ['{state: disabled}', 'off'],
      ['{state: OFF}', 'off'],
      ['{status: live}', 'on'],
      ['{status: perhaps}', 'unknown'],
      ['{enabled: true, state: disabled}', 'unknown'],
      ['{enabled: true, rollout: 0}', 'off 0'],
      ['{enabled: true, rollout: 20}', 'on 20'],
      ['{enabled: false, rollout: 20}', 'off 20'],
      ['{enabled: true, rollout: 0, users: [maya]}', 'unknown 0'],
      ['{enabled: true, rollout: 0, rules: [{enabled: true}]}', 'on 0'],
      ['{enabled: true, rollout: ~}', 'on'],
      ['{enabled: true, rollout: "20"}', 'on NaN'],
      ['{enabled: true, rollout: 20%}', 'on NaN'],
      ['{enabled: true, rollout: 010}', 'on NaN'],
      ['{enabled: true, rollout: -5}', 'off -5'],
      ['{rollout: 0}', 'off 0'],
      ['{rollout: 5}', 'on 5'],
      ['{rollout: {percentage: 10, attribute: userId}}', 'on 10'],
      ['{rollout: {percentage: many}}', 'on NaN'],
      ['{percentage: {new: 0, old: 100}}', 'on 0 100'],
      ['{rollout: [{percentage: 5}, 10, x]}', 'on 5 10'],
      ['{value: false}', 'off'],
      ['{default: true, rollout: 0}', 'on 0'],
      ['{default: false, rules: [{value: true}]}', 'on'],
      ['{default: false, rules: [{if: staff}]}', 'unknown'],
      ['{default: false, description: something, variants: {a: true}}', 'off'],
      ['{enabled: false, environments: {production: {enabled: true}}}', 'unknown'],
      ['{environments: {production: {enabled: false}, test: {enabled: false}}}', 'off'],
      ['{environments: {production: {enabled: false}, test: {enabled: true, rollout: 5}}}', 'off 5'],
      ['{environments: {production: {enabled: true, rollout: 5}, test: {enabled: false}}}', 'on 5'],
      ['{enabled: false, users: [maya]}', 'off'],
      ['{enabled: false, production: true}', 'unknown'],
      ['{enabled: false, production: false}', 'off'],
      ['{enabled: true, production: true}', 'on'],
      ['{enabled: false, tags: [a], owner: maya}', 'off'],
      ['{expression: "true", frontend: false}', 'on'],
      ['{expression: "false", frontend: false}', 'off'],
      ['{expression: "user.beta", frontend: false}', 'unknown'],
      ['{condition: ~, frontend: false}', 'off'],
      ['{enabled: false, only_if: staff}', 'unknown'],
      ['{enabled: false, ships: "on"}', 'unknown'],
      ['{enabled: false, lifecycle: active, ticket: APP-12}', 'off'],
      ['{enabled_in: [staging]}', 'off'],
      ['{enabled_in: [staging, production]}', 'on'],
      ['{enabled_in: []}', 'off'],
      ['{enabled_in: production}', 'on'],
      ['{environments: [dev]}', 'off'],
      ['{only: [dev, qa]}', 'off'],
      ['{disabled_in: [production]}', 'unknown'],
      ['{admin: []}', 'unknown'],
    ] as const) {
      it(`${entry} is ${wanted}`, () => assert.deepEqual(told(`a: ${entry}\n`), [`a ${wanted}`]));
    }
  });

  describe('flagd', () => {
    const entry = (fields: string): string =>
      `flags:\n  z: {state: DISABLED, variants: {}}\n  a: {variants: {on: true, off: false, red: "#f00"}, ${fields}}\n`;
    for (const [fields, wanted] of [
      ['state: DISABLED, defaultVariant: on', 'off'],
      ['state: ENABLED, defaultVariant: on', 'on'],
      ['state: ENABLED, defaultVariant: off', 'off'],
      ['state: ENABLED, defaultVariant: red', 'on'],
      ['state: ENABLED, defaultVariant: ~', 'unknown'],
      ['state: ENABLED', 'unknown'],
      ['state: enabled, defaultVariant: off', 'unknown'],
      ['defaultVariant: off', 'unknown'],
      ['state: ENABLED, defaultVariant: off, targeting: {}', 'off'],
      ['state: ENABLED, defaultVariant: off, targeting: {if: [{"==": [{var: email}, x]}, "on"]}', 'on'],
      ['state: ENABLED, defaultVariant: off, targeting: {if: [{$ref: staff}, "off", ~]}', 'unknown'],
      ['state: ENABLED, defaultVariant: off, targeting: {$ref: {a: b}}', 'unknown'],
      [
        'state: ENABLED, defaultVariant: off, targeting: {fractional: [{var: email}, ["on", 20], ["off", 80]]}',
        'on 20 80',
      ],
      ['state: ENABLED, defaultVariant: off, targeting: {fractional: [["on", 0], ["off", 3]]}', 'off 0 100'],
      ['state: ENABLED, defaultVariant: off, targeting: {fractional: [["on"], ["off"], ["red", 2]]}', 'on 25 25 50'],
      ['state: ENABLED, defaultVariant: off, targeting: {fractional: [["on", -1], ["off", 101]]}', 'off -1 101'],
      ['state: ENABLED, defaultVariant: off, targeting: {fractional: [["on", x]]}', 'on NaN'],
      ['state: ENABLED, defaultVariant: off, targeting: {fractional: [["on", 0]]}', 'off 0'],
      ['state: ENABLED, defaultVariant: off, targeting: {fractional: {a: "on"}}', 'on'],
    ] as const) {
      it(`${fields} is ${wanted}`, () => assert.deepEqual(told(entry(fields))[1], `a ${wanted}`));
    }

    it('has true and false where no variants are given', () => {
      const text =
        '$evaluators: {}\nflags:\n  a: {state: ENABLED, defaultVariant: "false"}\n  b: {state: ENABLED, defaultVariant: "true"}\n';
      assert.deepEqual(told(text), ['a off', 'b on']);
    });

    it('names the evaluators that a flag takes something from', () => {
      const { flags } = read(entry('state: ENABLED, targeting: {if: [{$ref: staff}, "on"]}'));
      assert.deepEqual(flags[1]?.shared, ['staff']);
    });
  });

  describe('Flipt', () => {
    const entry = (fields: string): string =>
      `namespace: default\nflags:\n  - {key: a, ${fields}}\nsegments: [{key: staff}]\n`;
    for (const [fields, wanted] of [
      ['type: BOOLEAN_FLAG_TYPE, enabled: true', 'on'],
      ['type: BOOLEAN_FLAG_TYPE, enabled: false', 'off'],
      ['type: BOOLEAN_FLAG_TYPE', 'off'],
      ['type: BOOLEAN_FLAG_TYPE, enabled: "false"', 'unknown'],
      ['enabled: false, rollouts: [{threshold: {percentage: 20, value: true}}]', 'on 20'],
      ['enabled: false, rollouts: [{threshold: {percentage: 0, value: true}}]', 'off 0'],
      ['enabled: false, rollouts: [{threshold: {percentage: 20, value: false}}]', 'off 20'],
      ['enabled: false, rollouts: [{threshold: {percentage: 20}}]', 'off 20'],
      ['enabled: false, rollouts: [{percentage: 20, value: true}]', 'on 20'],
      ['enabled: false, rollouts: [{segment: {key: staff, value: true}}]', 'on'],
      ['enabled: false, rollouts: [{segment: {key: staff, value: false}}]', 'off'],
      ['enabled: true', 'off'],
      ['enabled: true, rules: [{segment: staff}]', 'on'],
      ['enabled: false, rules: [{segment: staff}]', 'off'],
      ['enabled: true, rules: [{segment: staff, distributions: [{variant: x, rollout: 100}]}]', 'on 100'],
      ['enabled: true, rules: [{segment: staff, distributions: [{variant: x, rollout: 0}]}]', 'off 0'],
      ['enabled: true, rules: [{segment: staff, distributions: [{variant: x}]}]', 'on NaN'],
      ['enabled: true, defaultVariant: x', 'on'],
      ['enabled: true, variants: [{key: x}, {key: y, default: true}]', 'on'],
      ['enabled: true, variants: [{key: x}]', 'off'],
    ] as const) {
      it(`${fields} is ${wanted}`, () => assert.deepEqual(told(entry(fields)), [`a ${wanted}`]));
    }

    it('adds up each rule by itself, and names its segments', () => {
      const [flag] = read(
        entry(
          'rules: [{segment: staff, distributions: [{rollout: 50}, {rollout: 40}]}, {segment: {keys: [b, c]}}, {segments: [d]}]',
        ),
      ).flags;
      assert.deepEqual(
        flag?.splits?.map(({ total }) => total),
        [90],
      );
      assert.deepEqual(flag.shared, ['b', 'c', 'd', 'staff']);
    });
  });

  describe('GO Feature Flag', () => {
    const entry = (fields: string): string =>
      `z: {variations: {x: 1}, defaultRule: {}}\na: {variations: {A: false, B: true}, ${fields}}\n`;
    for (const [fields, wanted] of [
      ['defaultRule: {variation: A}', 'off'],
      ['defaultRule: {variation: B}', 'on'],
      ['defaultRule: {percentage: {A: 80, B: 20}}', 'on 80 20'],
      ['defaultRule: {percentage: {A: 100, B: 0}}', 'off 100 0'],
      ['disable: true, defaultRule: {variation: B}', 'off'],
      ['disable: yes, defaultRule: {variation: B}', 'on'],
      ['disable: false, defaultRule: {variation: B}', 'on'],
      ['defaultRule: {variation: A}, targeting: [{query: x, variation: B}]', 'on'],
      ['defaultRule: {variation: A}, targeting: [{query: x, variation: B, disable: true}]', 'off'],
      ['defaultRule: {variation: A}, targeting: [{query: x, percentage: {B: 5, A: 95}}]', 'on 5 95'],
      [
        'defaultRule: {progressiveRollout: {initial: {variation: A, percentage: 0}, end: {variation: B, percentage: 100}}}',
        'on 0 100',
      ],
      ['defaultRule: {progressiveRollout: {initial: {variation: A}, end: {variation: A}}}', 'off'],
      ['defaultRule: {percentage: {A: 100}, progressiveRollout: {end: {variation: B}}}', 'on 100'],
      ['defaultRule: {variation: A}, scheduledRollout: [{date: 2030-01-01, defaultRule: {variation: B}}]', 'on'],
      ['defaultRule: {variation: A}, scheduledRollout: [{scheduledRollout: [{defaultRule: {variation: B}}]}]', 'on'],
      ['defaultRule: {variation: A}, scheduledRollout: [{variations: {A: true}}]', 'on'],
      ['disable: true, defaultRule: {variation: B}, scheduledRollout: [{disable: false}]', 'on'],
      ['disable: true, defaultRule: {variation: B}, scheduledRollout: [{disable: true}]', 'off'],
      ['targeting: []', 'unknown'],
    ] as const) {
      it(`${fields} is ${wanted}`, () => assert.deepEqual(told(entry(fields))[1], `a ${wanted}`));
    }

    it('adds up the shares of each rule', () => {
      const [, flag] = read(
        entry(
          'defaultRule: {percentage: {A: 50, B: 40}}, targeting: [{percentage: {A: 0.5, B: 99.5}}, {percentage: {}}]',
        ),
      ).flags;
      assert.deepEqual(
        flag?.splits?.map(({ total }) => total),
        [90, 100],
      );
    });
  });

  it('throws on no text', () => {
    const words = fc.constantFrom(
      ...'flags: key: - { } [ ] a b true off : , & * &x *x << enabled rollout 20 variants state ENABLED targeting fractional $ref rules rollouts distributions segment variations defaultRule percentage scheduledRollout progressiveRollout'.split(
        ' ',
      ),
      '\n',
      '\n  ',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (some) => {
        const { flags, problems } = read(some.join(' '));
        for (const { at } of [...flags, ...problems]) assert.ok(at.line >= 1 && at.column >= 1);
      }),
      { numRuns: 300 },
    );
  });
});

const entries = fc.record(
  {
    enabled: fc.boolean(),
    rollout: fc.integer({ min: 0, max: 100 }),
    description: fc.constantFrom('off', 'no', 'a b', '1_0'),
    rules: fc.array(fc.record({ value: fc.boolean(), percentage: fc.integer({ min: 0, max: 100 }) }), { maxLength: 2 }),
  },
  { requiredKeys: ['enabled'] },
);
const flagMaps = fc.dictionary(
  fc
    .stringMatching(/^[a-z]{2,6}(-[a-z]{2,4})?$/)
    .filter(
      (key) =>
        !['flags', 'no', 'on', 'off', 'yes', 'version', 'schema'].includes(key) &&
        !/^(?:segments|defaults?|templates?|anchors|definitions|metadata|namespace|true|false|null)$/.test(key),
    ),
  entries,
  { minKeys: 1, maxKeys: 5 },
);

describe('compareFlagFiles', () => {
  const compare = (before: string | undefined, after: string | undefined, path = 'flags.yaml') => {
    const side = (text: string | undefined): FlagFile | undefined =>
      text === undefined ? undefined : read(text, path);
    const { differences, sharedChanges } = compareFlagFiles({ path, before: side(before), after: side(after) });
    return {
      differences: differences.map(
        ({ key, before: one, after: other }) => `${key} ${one?.state ?? '-'} ${other?.state ?? '-'}`,
      ),
      shared: sharedChanges.map(({ at, message }) => `${at.line}:${at.column} ${message}`),
    };
  };
  const nothing = { differences: [], shared: [] };

  it('sees what is new, gone and different', () => {
    assert.deepEqual(compare('a: true\nb: true\nc: true\n', 'b: false\nc: true\nd: false\n').differences, [
      'a on -',
      'b on off',
      'd - off',
    ]);
    assert.deepEqual(compare(undefined, 'a: true\n').differences, ['a - on']);
    assert.deepEqual(compare('a: true\n', undefined).differences, ['a on -']);
    assert.deepEqual(compare('old: true\n', 'new: true\n').differences, ['old on -', 'new - on']);
  });

  it('sees a difference in either reading', () => {
    for (const [before, after] of [
      ['a: {x: on}', 'a: {x: true}'],
      ['a: {x: on}', 'a: {x: "on"}'],
      ['a: {x: 010}', 'a: {x: 8}'],
      ['a: {x: 010}', 'a: {x: 10}'],
      ['a: {x: 1_000}', 'a: {x: 1000}'],
      ['a: {x: 1:30}', 'a: {x: 90}'],
      ['a: {x: 0o17}', 'a: {x: 15}'],
      ['a: {x: 9007199254740993}', 'a: {x: 9007199254740992}'],
    ] as const) {
      assert.deepEqual(compare(before, after).differences.length, 1, `${before} → ${after}`);
    }
  });

  it('sees what an anchor, an alias or a merge key brings', () => {
    const base = 'x-base: &base {enabled: false}\n';
    assert.deepEqual(compare(`${base}a: *base\n`, `${base}a: {enabled: false}\n`).differences.length, 1);
    assert.deepEqual(compare(`${base}a: {<<: *base}\n`, `${base}a: {<<: *base, enabled: true}\n`).differences, [
      'a off on',
    ]);
    assert.deepEqual(compare(`${base}a: {<<: *base}\n`, `${base.replace('false', 'true')}a: {<<: *base}\n`), {
      differences: ['a off on'],
      shared: ['1:1 “x-base” belongs to no single flag: other flags may depend on it.'],
    });
    // One flag's value made another's.
    assert.deepEqual(
      compare('mine: {enabled: true}\ntheirs: {enabled: false}\n', 'mine: &m {enabled: true}\ntheirs: *m\n')
        .differences,
      ['theirs off on'],
    );
    // An anchor in the PM's flag that another flag takes over.
    assert.deepEqual(
      compare('mine: &m {enabled: false}\ntheirs: *m\n', 'mine: &m {enabled: true}\ntheirs: *m\n').differences,
      ['mine off on', 'theirs off on'],
    );
  });

  it('reports what several flags share', () => {
    const flipt = 'flags:\n  - key: a\nsegments:\n  - key: staff\n    match_type: ALL\n';
    assert.deepEqual(compare(flipt, flipt.replace('ALL', 'ANY')), {
      differences: [],
      shared: ['3:1 “segments” belongs to no single flag: other flags may depend on it.'],
    });
    const flagd = 'flags: {}\n$evaluators:\n  staff: {in: ["@x", {var: email}]}\n';
    assert.match(compare(flagd, 'flags: {}\n').shared[0] ?? '', /^1:1 “\$evaluators”/);
    assert.match(
      compare('a: {enabled: true}\n', 'flags:\n  a: {enabled: true}\n').shared.join(),
      /1:1 The whole file takes another form/,
    );
    assert.deepEqual(compare('flags: []\n', 'a: true\n').shared, []);
  });

  it('compares nothing with a file that could not be read', () => {
    assert.deepEqual(compare('a: true\n', 'a: [\n'), nothing);
  });

  it('says so where nobody knows what the file meant before', () => {
    const { shared } = compare('a: true\na: false\n', 'a: false\n');
    assert.match(shared[0] ?? '', /^1:1 Before this change the file could not be read for certain \(line 2: /);
  });

  it('sees no difference in a reformatted or reordered file', () => {
    fc.assert(
      fc.property(flagMaps, (flags) => {
        const turned = Object.fromEntries(
          Object.entries(flags)
            .reverse()
            .map(([key, value]) => [key, Object.fromEntries(Object.entries(value).reverse())]),
        );
        assert.deepEqual(compare(JSON.stringify(flags), JSON.stringify(turned, undefined, 4)), nothing);
        assert.deepEqual(compare(JSON.stringify(flags), `# why\n${JSON.stringify(turned, undefined, 2)}\n`), nothing);
        const listed = (from: object) =>
          JSON.stringify({ flags: Object.entries(from).map(([key, value]) => ({ key, ...(value as object) })) });
        assert.deepEqual(compare(listed(flags), listed(turned)), nothing);
      }),
      { numRuns: 25 },
    );
  });

  it('sees exactly the flag that changes', () => {
    fc.assert(
      fc.property(flagMaps, fc.nat(), (flags, pick) => {
        const keys = Object.keys(flags);
        const key = keys[pick % keys.length] as string;
        const changed = { ...flags, [key]: { ...flags[key], enabled: !flags[key]?.enabled } };
        const found = compareFlagFiles({
          path: 'flags.json',
          before: read(JSON.stringify(flags), 'flags.json'),
          after: read(JSON.stringify(changed), 'flags.json'),
        });
        assert.deepEqual(found.sharedChanges, []);
        assert.deepEqual(
          found.differences.map((each) => each.key),
          [key],
        );
      }),
      { numRuns: 50 },
    );
  });
});
