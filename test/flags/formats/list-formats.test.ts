import assert from 'node:assert/strict';
import fc from 'fast-check';

import type { FlagFile } from '../../../src/flags/flag-change.js';
import { openFlagReader } from '../../../src/flags/open-flag-reader.js';

async function read(text: string, path = 'flags.yaml'): Promise<FlagFile> {
  return (await openFlagReader(path))(text).file;
}

/** The shape, each flag as `key state percent…`, and each fault as `line word`, the first that it quotes. */
async function told(text: string, path?: string): Promise<readonly string[]> {
  const { shape, flags, problems } = await read(text, path);
  return [
    shape,
    ...flags.map(({ key, state, stateless, holds, rollouts }) =>
      [
        key,
        stateless ? 'elsewhere' : state,
        ...(holds ? ['group'] : []),
        ...rollouts.map(({ percent }) => percent),
      ].join(' '),
    ),
    ...flags.flatMap(({ faults = [] }) =>
      faults.map(({ at, message }) => `!${at.line} ${/“([^”]*)”/.exec(message)?.[1] ?? message.slice(0, 14)}`),
    ),
    ...problems.map(({ at, message }) => `?${at.line} ${message.slice(0, 20)}`),
  ];
}

interface Case {
  readonly name: string;
  readonly path?: string;
  readonly text: string;
  readonly is: readonly string[];
}

const ms = (flag: string): string => `{"Logging": 1, "feature_management": {"feature_flags": [${flag}]}}`;
const ld = (fields: string): string => `flags:\n  a: {variations: [false, true], ${fields}}\n`;
const gb = (fields: string): string => `z: {defaultValue: false, rules: []}\na: {${fields}}\n`;
const waffle = (fields: string, model = 'waffle.flag'): string =>
  `- {model: auth.user, fields: {name: maya}}\n- {model: ${model}, fields: {name: a, ${fields}}}\n`;
const flipper = (gates: string): string =>
  `version: 1\nfeatures:\n  a: {boolean: ~, actors: [], groups: [], ${gates}}\n`;
const unleash = (fields: string): string => `version: 2\nfeatures:\n- {name: a, strategies: [], ${fields}}\n`;
const harness = (environments: string, spec = ''): string =>
  `featureFlags:\n  flags:\n  - flag:\n      identifier: a\n      spec: {default: {onVariation: "true", offVariation: "false"}, variations: [{identifier: "true", value: "true"}, {identifier: "false", value: "false"}]${spec}}\n      environments: [${environments}]\n  projectIdentifier: p\n`;
const ondemand = 'default: {onVariation: "true", offVariation: "false"}';
const exported = (environments: string, strategies = ''): string =>
  `features: [{name: a}, {x: 1}]\nfeatureEnvironments: [${environments}]\nfeatureStrategies: [${strategies}]\n`;
const configcat = (fields: string): string => `{"p": {}, "f": {"a": {"t": 0, ${fields}}}}`;
const appconfig = (value: string): string => `{"version": "1", "flags": {"a": {"name": "A"}}, "values": {${value}}}`;
const firebase = (fields: string): string => `{"parameters": {"a": {"defaultValue": {"value": "false"}, ${fields}}}}`;
const manifest = (fields: string): string => `flags:\n  z: {flagType: string, defaultValue: x}\n  a: {${fields}}\n`;

const cases: readonly Case[] = [
  {
    name: 'environments that people see or not',
    text: harness(`{identifier: prod1, ${ondemand}, state: "on"}`),
    is: ['harness', 'a on'],
  },
  {
    name: 'a Harness environment of the team',
    text: harness(`{identifier: qa, ${ondemand}, state: "on"}`),
    is: ['harness', 'a off'],
  },
  { name: 'Harness off', text: harness(`{identifier: prod, ${ondemand}, state: "off"}`), is: ['harness', 'a off'] },
  {
    name: 'Harness off that serves true',
    text: harness('{identifier: prod, default: {onVariation: "true", offVariation: "true"}, state: "off"}'),
    is: ['harness', 'a on'],
  },
  {
    name: 'Harness on, where nothing says what that serves',
    text: 'flags:\n- flag:\n    identifier: a\n    environments: [{identifier: prod, state: "on"}]\n',
    is: ['harness', 'a unknown'],
  },
  {
    name: 'a Harness state that is none, and a variation',
    text: harness('{identifier: prod, default: {onVariation: "yes"}, state: "ON"}'),
    is: ['harness', 'a off', '!6 yes', '!6 state'],
  },
  {
    name: 'Harness shares',
    text: harness(
      '{identifier: prod, state: "on", default: {onVariation: "false"}, rules: [{serve: {variation: "false"}}, {serve: {distribution: {variations: [{variation: "true", weight: 20}, {weight: 80}]}}}]}',
    ),
    is: ['harness', 'a on 20'],
  },
  {
    name: 'Harness without an identifier',
    text: 'flags:\n- flag: {name: x}\n- flag: {identifier: a}\n',
    is: ['harness', 'a off', '?2 This flag has no “ke'],
  },
  {
    name: 'Harness without flags',
    text: 'featureFlags: {flags: [], projectIdentifier: p}\nother: 1\n',
    is: ['harness'],
  },

  {
    name: 'flagd near misses',
    text: 'flags:\n  z: {state: DISABLED, variants: {}}\n  a: {state: enabled, variants: {on: true}, defaultVarient: "on"}\n',
    is: ['flagd', 'z off', 'a unknown', '!3 defaultVarient', '!3 state'],
  },
  {
    name: 'flagd variants that are not there',
    text: 'flags:\n  a: {state: ENABLED, variants: {on: true, off: false}, defaultVariant: "of", targeting: {if: [{"==": [1, nothing]}, "onn", {fractional: [{var: x}, ["offf", 50], ["on", 50], [{a: 1}]]}]}}\n',
    is: [
      'flagd',
      'a on 1.9607843137254901 98.0392156862745 0.9803921568627451'.replace(
        / .*/,
        ' on 49.504950495049506 49.504950495049506 0.9900990099009901',
      ),
      '!2 of',
      '!2 onn',
      '!2 offf',
    ],
  },
  {
    name: 'flagd variants of several kinds',
    text: `flags:
  a: {state: ENABLED, defaultVariant: off, variants: {off: "false", on: true}}
  b: {state: ENABLED, defaultVariant: off, variants: {off: ~, some: 1, half: 0.5, more: "{{ share }}"}}
  c: {state: ENABLED, defaultVariant: none, variants: {none: {}, some: {size: 1}, many: [1]}}
`,
    is: ['flagd', 'a off', 'b off', 'c off', '!2 Its variants a', '!4 Its variants a'],
  },
  {
    name: 'flagd targeting of another form',
    text: 'flags:\n  a: {state: DISABLED, variants: {on: true}, defaultVariant: "on", targeting: {if: on}}\n  b: {state: DISABLED, variants: {on: true}, targeting: {}}\n',
    is: ['flagd', 'a off', 'b off'],
  },
  {
    name: 'flagd off by the name of a variant that is a text',
    text: 'flags:\n  a: {state: ENABLED, variants: {none: "#fff", red: "#f00"}, defaultVariant: none}\n  b: {state: ENABLED, variants: {off: 0, big: 9}, defaultVariant: "off"}\n  c: {state: ENABLED, variants: {x: {y: 1}, control: {y: 2}}, defaultVariant: control}\n',
    is: ['flagd', 'a off', 'b off', 'c off'],
  },
  {
    name: 'flagd as the operator has it',
    text: 'kind: FeatureFlag\nspec:\n  flagSpec:\n    flags:\n      a: {state: ENABLED, variants: {on: true}, defaultVariant: "on"}\n    $evaluators: {}\n',
    is: ['flagd', 'a on'],
  },
  {
    name: 'flags alone, as OpenFeature’s in-memory provider has them',
    text: '{"$note": "x", "a": {"variants": {"on": true, "off": false}, "state": "ENABLED", "defaultVariant": "of"}, "b": {"variants": {"on": true}, "state": "ENABLE", "defaultVariant": "on"}}',
    is: ['flagd', 'a on', 'b unknown', '!1 of', '!1 state'],
  },
  {
    name: 'flagd as a list',
    text: '$schema: https://flagd.dev/schema/v0/flags.json\nflags:\n- {key: a, state: DISABLED}\n- {state: DISABLED}\n',
    is: ['flagd', 'a off', '?4 This flag has no “ke'],
  },

  {
    name: 'a manifest, whose defaults turn nothing on',
    text: manifest('flagType: boolean, defaultValue: true'),
    is: ['openfeature-manifest', 'z elsewhere', 'a elsewhere', '!3 The default is'],
  },
  {
    name: 'a manifest’s default as text',
    text: manifest('flagType: boolean, defaultValue: "false"'),
    is: ['openfeature-manifest', 'z elsewhere', 'a elsewhere', '!3 The default is'],
  },
  {
    name: 'a manifest’s types',
    text: manifest('flagType: bool, default_value: 1'),
    is: ['openfeature-manifest', 'z elsewhere', 'a elsewhere', '!3 default_value', '!3 bool'],
  },
  {
    name: 'a manifest’s numbers and objects',
    text: 'flags:\n  a: {flagType: integer, defaultValue: 1.5}\n  b: {flagType: float, defaultValue: 1.5}\n  c: {flagType: object, defaultValue: {}}\n  d: {flagType: string, defaultValue: []}\n  e: {flagType: string}\n  f: {}\n  g: {flagType: integer, defaultValue: 2}\n',
    is: [
      'openfeature-manifest',
      'a elsewhere',
      'b elsewhere',
      'c elsewhere',
      'd elsewhere',
      'e elsewhere',
      'f elsewhere',
      'g elsewhere',
      '!2 The default is',
      '!5 The default is',
    ],
  },
  {
    name: 'a manifest as a list',
    text: 'flags:\n- {key: a, type: boolean, defaultValue: false}\n',
    is: ['openfeature-manifest', 'a elsewhere'],
  },
  {
    name: 'a manifest by its schema',
    text: '$schema: ../flag-manifest.json\nflags: {a: {}}\n',
    is: ['openfeature-manifest', 'a elsewhere'],
  },

  {
    name: 'Flipt’s types, switches and variants',
    text: 'namespace: x\nflags:\n- {key: a, type: BOOL, enable: true, enabled: "false", variants: [{key: on}, {}], rules: [{distributions: [{variant: onn, rollout: 100}]}]}\n',
    is: ['flipt', 'a unknown 100', '!3 enabled', '!3 type', '!3 onn'],
  },
  {
    name: 'Flipt’s key that is nearly one',
    text: 'namespace: x\nflags:\n- {key: a, enable: true, rules: [{distributions: [{variant: v, rollout: 0}]}]}\n',
    is: ['flipt', 'a off 0', '!3 enable', '!3 v'],
  },

  {
    name: 'GO Feature Flag’s variations and keys',
    text: 'a: {variations: {on: true, off: false}, defaultRule: {percentage: {onn: 50, off: 50}}, disabel: true, disable: "no", targeting: [{variation: offf}]}\n',
    is: ['go-feature-flag', 'a on 50 50', '!1 disable', '!1 onn', '!1 offf'],
  },
  {
    name: 'GO Feature Flag’s variations of several kinds',
    text: 'a: {variations: {on: 1, off: "0"}, defaultRule: {variation: "off"}}\n',
    is: ['go-feature-flag', 'a off', '!1 Its variants a'],
  },
  {
    name: 'GO Feature Flag’s ramp',
    text: 'a: {variations: {on: true, off: false}, defaultRule: {progressiveRollout: {initial: {variation: of}, end: {variation: "on"}}}}\nb: {defaultRule: {variation: x}}\n',
    is: ['go-feature-flag', 'a on', 'b on', '!1 of'],
  },
  {
    name: 'GO Feature Flag before version 1',
    text: 'a: {true: true, false: false, default: false, percentage: 0}\nb: {true: blue, false: grey, default: "", percentage: 0}\nc: {true: true, false: false, default: false, percentage: 10}\nd: {true: true, false: false, default: true, disable: true}\ne: {true: true, default: false}\nf: {true: true, false: false, default: false, percentage: "50", trackEvents: "no"}\n',
    is: ['go-feature-flag-0', 'a off 0', 'b on 0', 'c on 10', 'd off', 'e off', 'f on NaN', '!6 trackEvents'],
  },

  { name: 'Unleash off', text: unleash('enabled: false'), is: ['unleash', 'a off'] },
  { name: 'Unleash on for all', text: unleash('enabled: true'), is: ['unleash', 'a on'] },
  { name: 'Unleash unsaid', text: unleash('enable: true'), is: ['unleash', 'a unknown', '!3 enable'] },
  {
    name: 'Unleash’s rollouts are texts',
    text: 'features:\n- {name: a, enabled: true, strategies: [{parameters: {rollout: "0"}, segments: [1, {}]}]}\n- {name: b, enabled: true, strategies: [{parameters: {rollout: "25"}}, {disabled: true}]}\n- {name: c, enabled: true, strategies: [{parameters: {rollout: many}}]}\n- {name: d, enabled: "false", strategies: [{name: default}], variants: [{weight: 500}, {weight: 400}, {}]}\n',
    is: ['unleash', 'a off 0', 'b on 25', 'c on NaN', 'd unknown', '!5 enabled'],
  },
  {
    name: 'an export of Unleash, on',
    text: exported(
      '{featureName: a, environment: production, enabled: true}',
      '{featureName: a, parameters: {percentage: 30}}',
    ),
    is: ['unleash-export', 'a on 30', '?1 This flag has no “ke'],
  },
  {
    name: 'an export of Unleash, on for the team',
    text: exported('{name: a, environment: development, enabled: true}, {name: a, enabled: false}'),
    is: ['unleash-export', 'a off', '?1 This flag has no “ke'],
  },
  {
    name: 'an export of Unleash of which nothing is said',
    text: exported('{name: a, environment: production}'),
    is: ['unleash-export', 'a unknown', '?1 This flag has no “ke'],
  },

  {
    name: 'ConfigCat values of another type than the flag’s',
    path: 'x.json',
    text: `{"f": {
"a": {"t": 0, "v": {"b": "false"}},
"b": {"t": 1, "v": {"s": ""}, "r": [{"s": {"v": {"s": true}}}]},
"c": {"t": 2, "v": 0, "p": [{"p": 100, "v": "0"}]},
"d": {"t": 3, "v": {"d": 0.5}},
"e": {"t": 9, "v": "x"}}}`,
    is: ['configcat', 'a on', 'b on', 'c on 100', 'd on', 'e on', '!2 false', '!3 true', '!4 0'],
  },
  { name: 'ConfigCat off', text: configcat('"v": {"b": false}'), is: ['configcat', 'a off'], path: 'x.json' },
  {
    name: 'ConfigCat on by a rule',
    text: configcat('"v": {"b": false}, "r": [{"s": {"v": {"b": true}}}]'),
    is: ['configcat', 'a on'],
    path: 'x.json',
  },
  {
    name: 'ConfigCat on for a part',
    text: configcat('"v": {"b": true}, "p": [{"p": 0, "v": {"b": true}}, {"p": 100, "v": {"b": false}}]'),
    is: ['configcat', 'a off 0 100'],
    path: 'x.json',
  },
  {
    name: 'ConfigCat’s shares',
    text: configcat('"v": false, "p": [{"p": 20, "v": true}, {"v": false}]'),
    is: ['configcat', 'a on 20 NaN'],
    path: 'x.json',
  },
  {
    name: 'ConfigCat’s part of a rule',
    text: configcat('"v": {"b": false}, "r": [{"p": [{"p": 100, "v": {"b": false}}]}]'),
    is: ['configcat', 'a off 100'],
    path: 'x.json',
  },
  { name: 'an f that is not ConfigCat', text: 'f: {a: true}\n', is: ['map', 'f on group'] },

  {
    name: 'LaunchDarkly off',
    text: ld('on: false, offVariation: 0, fallthrough: {variation: 1}'),
    is: ['launchdarkly', 'a off'],
  },
  {
    name: 'LaunchDarkly on',
    text: ld('on: true, offVariation: 0, fallthrough: {variation: 1}'),
    is: ['launchdarkly', 'a on'],
  },
  {
    name: 'LaunchDarkly off where no variation plainly is',
    text: 'flags:\n  a: {variations: [10, 20], on: false, offVariation: 1, fallthrough: {variation: 0}}\n',
    is: ['launchdarkly', 'a off'],
  },
  { name: 'LaunchDarkly off that serves true', text: ld('on: false, offVariation: 1'), is: ['launchdarkly', 'a on'] },
  {
    name: 'LaunchDarkly on that serves false',
    text: ld('on: true, fallthrough: {variation: 0}'),
    is: ['launchdarkly', 'a off'],
  },
  {
    name: 'LaunchDarkly by a rule',
    text: ld('on: true, fallthrough: {variation: 0}, rules: [{variation: 1}], targets: [{variation: 0}]'),
    is: ['launchdarkly', 'a on'],
  },
  {
    name: 'LaunchDarkly by a target of another kind',
    text: ld('on: true, fallthrough: {variation: 0}, contextTargets: [{values: [maya], variation: 1}]'),
    is: ['launchdarkly', 'a on'],
  },
  {
    name: 'LaunchDarkly with a target that names nobody',
    text: ld('on: true, fallthrough: {variation: 0}, targets: [{values: [], variation: 1}]'),
    is: ['launchdarkly', 'a off'],
  },
  {
    name: 'LaunchDarkly’s weights',
    text: ld('on: true, fallthrough: {rollout: {variations: [{variation: 1, weight: 10000}, {variation: 0}]}}'),
    is: ['launchdarkly', 'a on 10 NaN'],
  },
  {
    name: 'LaunchDarkly’s variations',
    text: ld('on: "true", offVariation: 2, fallthrough: {variation: ~}'),
    is: ['launchdarkly', 'a unknown', '!2 on', '!2 There is no va'],
  },
  {
    name: 'LaunchDarkly’s values',
    text: 'flagValues: {a: true, b: false}\nsegments: {}\n',
    is: ['launchdarkly', 'a on', 'b off'],
  },
  {
    name: 'LaunchDarkly without a switch',
    text: 'flags: {a: {fallthrough: {variation: 0}}}\n',
    is: ['launchdarkly', 'a off'],
  },

  {
    name: 'Flagsmith',
    text: 'feature_states:\n- {feature: {name: a}, enabled: false}\n- {feature: {name: b}, enabled: "false"}\n- {feature: {name: c}}\n- {enabled: true}\n',
    is: ['flagsmith', 'a off', 'b unknown', 'c unknown', '!3 enabled', '?5 This flag has no “ke'],
  },
  { name: 'Flagsmith as a list', text: '- {feature: {name: a}, enabled: true}\n', is: ['flagsmith', 'a on'] },
  { name: 'Flagsmith’s flags', text: 'flags:\n- {feature: {name: a}, enabled: true}\n', is: ['flagsmith', 'a on'] },

  { name: 'GrowthBook off', text: gb('defaultValue: false'), is: ['growthbook', 'z off', 'a off'] },
  { name: 'GrowthBook on', text: gb('defaultValue: true'), is: ['growthbook', 'z off', 'a on'] },
  { name: 'GrowthBook without a value', text: gb('rules: []'), is: ['growthbook', 'z off', 'a off'] },
  {
    name: 'GrowthBook’s empty value and its object',
    text: gb('defaultValue: ""') + 'b: {defaultValue: {x: 1}}\n',
    is: ['growthbook', 'z off', 'a off', 'b on'],
  },
  {
    name: 'GrowthBook on by a rule',
    text: gb('defaultValue: false, rules: [{force: true, coverage: 0.25}]'),
    is: ['growthbook', 'z off', 'a on 25'],
  },
  {
    name: 'GrowthBook’s rule for nobody',
    text: gb('defaultValue: false, rules: [{force: true, coverage: 0}, {force: false}, {}]'),
    is: ['growthbook', 'z off', 'a off 0'],
  },
  {
    name: 'GrowthBook’s experiment',
    text: `features:\n  a: {defaultVale: 1, rules: []}\n  b: {defaultValue: 0, rules: [{variations: [0, {x: 1}], weights: [0.5, 0.4]}]}\nx: 1\n`,
    is: ['growthbook', 'a off', 'b on', '!2 defaultVale'],
  },

  {
    name: 'a ConfigMap',
    text: 'kind: ConfigMap\nmetadata: {name: x}\ndata:\n  a: "true"\n  b: "stable"\n  c: "off"\n',
    is: ['flags-map', 'a on', 'b unknown', 'c off'],
  },
  {
    name: 'a ConfigMap with files in it',
    text: 'kind: ConfigMap\ndata:\n  flags.json: "{}"\n',
    is: ['map', 'kind unknown', 'data unknown group'],
  },
  { name: 'GitLab', text: 'name: a\ngroup: group::x\ndefault_enabled: true\n', is: ['gitlab', 'a on'] },
  {
    name: 'GitLab off where nothing is said',
    text: 'name: a\nintroduced_by_url: https://x\n',
    is: ['gitlab', 'a off'],
  },
  {
    name: 'GitLab’s near misses',
    text: 'name: a\nrollout_issue_url: x\ndefault_enable: true\n',
    is: ['gitlab', 'a off', '!3 default_enable'],
  },
  {
    name: 'GitLab’s text',
    text: 'name: a\ndefault_enabled: "false"\n',
    is: ['gitlab', 'a unknown', '!2 default_enabled'],
  },

  { name: 'Flipper off', text: flipper('percentage_of_actors: ~'), is: ['flipper', 'a off'] },
  { name: 'Flipper on by a share', text: flipper('percentage_of_actors: "25"'), is: ['flipper', 'a on 25'] },
  { name: 'Flipper’s expression', text: flipper('expression: {Property: [x]}'), is: ['flipper', 'a on'] },
  {
    name: 'Flipper’s actors',
    text: 'features: {a: {boolean: "true", actors: []}, b: {boolean: ~, actors: ["1"]}, c: {boolean: maybe, actors: [], percentage_of_time: all}, d: {boolean: "false", expression: ~}}\n',
    is: ['flipper', 'a on', 'b on', 'c on NaN', 'd off', '!1 boolean'],
  },

  { name: 'Waffle lets superusers in unless it is said', text: waffle('everyone: ~'), is: ['waffle', 'a on'] },
  { name: 'Waffle off', text: waffle('superusers: false, percent: 0'), is: ['waffle', 'a off 0'] },
  { name: 'Waffle off for everyone', text: waffle('everyone: false, percent: "99.9"'), is: ['waffle', 'a off 99.9'] },
  { name: 'Waffle’s groups', text: waffle('superusers: false, groups: [1]'), is: ['waffle', 'a on'] },
  { name: 'Waffle’s languages', text: waffle('superusers: false, languages: "en"'), is: ['waffle', 'a on'] },
  {
    name: 'Waffle’s staff, percent that is empty',
    text: waffle('superusers: false, percent: ~, staff: true'),
    is: ['waffle', 'a on'],
  },
  {
    name: 'Waffle’s percent that is none',
    text: waffle('superusers: false, percent: [1], everyon: true, testing: "false"'),
    is: ['waffle', 'a on NaN', '!2 everyon', '!2 testing'],
  },
  { name: 'a switch of Waffle', text: waffle('active: false', 'waffle.switch'), is: ['waffle', 'a off'] },
  { name: 'a sample of Waffle', text: waffle('percent: 50', 'waffle.sample'), is: ['waffle', 'a on 50'] },
  { name: 'a sample of Waffle for nobody', text: waffle('percent: 0', 'waffle.sample'), is: ['waffle', 'a off 0'] },
  { name: 'Waffle without a name', text: '- {model: waffle.flag}\n', is: ['waffle', '?1 This flag has no “ke'] },

  { name: 'Microsoft on', text: ms('{"id": "a", "enabled": true}'), is: ['microsoft', 'a on'], path: 'x.json' },
  {
    name: 'Microsoft off where nothing is said',
    text: ms('{"id": "a", "enable": true}, {"enabled": true}'),
    is: ['microsoft', 'a off', '!1 enable', '?1 This flag has no “ke'],
    path: 'x.json',
  },
  {
    name: 'Microsoft’s percentage',
    text: ms(
      '{"id": "a", "enabled": true, "conditions": {"client_filters": [{"name": "Microsoft.Percentage", "parameters": {"Value": 0}}]}}',
    ),
    is: ['microsoft', 'a off 0'],
    path: 'x.json',
  },
  {
    name: 'Microsoft’s targeting',
    text: ms(
      '{"id": "a", "enabled": true, "conditions": {"client_filters": [{"name": "Microsoft.Targeting", "parameters": {"Audience": {"Users": ["x"], "DefaultRolloutPercentage": 0, "Groups": [{"RolloutPercentage": 150}]}}}]}}',
    ),
    is: ['microsoft', 'a on 0 150 100'],
    path: 'x.json',
  },
  {
    name: 'Microsoft’s other filters',
    text: ms('{"id": "a", "enabled": true, "conditions": {"client_filters": [{"name": "Browser"}, {}]}}'),
    is: ['microsoft', 'a on'],
    path: 'x.json',
  },
  {
    name: 'Microsoft’s variants',
    text: ms(
      '{"id": "a", "enabled": false, "variants": [{"name": "Big", "status_override": "Enabled"}, {}], "allocation": {"default_when_enabled": "Bigg", "user": [{"variant": "Big"}, {}]}}',
    ),
    is: ['microsoft', 'a on', '!1 Bigg'],
    path: 'x.json',
  },
  {
    name: 'Microsoft’s older form',
    text: 'FeatureManagement:\n  a: true\n  b: {EnabledFor: []}\n  c: {EnabledFor: [{Name: Percentage, Parameters: {Value: 50}}]}\n',
    is: ['microsoft', 'a on', 'b off', 'c on 50'],
  },
  {
    name: 'Microsoft’s list without a wrapper',
    text: 'feature_flags:\n- {id: a, enabled: false}\n',
    is: ['microsoft', 'a off'],
  },
  {
    name: 'Microsoft’s settings with comments',
    text: '{\n  // flags\n  "FeatureManagement": {"a": false}\n}',
    is: ['microsoft', 'a off'],
    path: 'src/appsettings.Development.json',
  },

  { name: 'AppConfig off', text: appconfig('"a": {"enabled": false}'), is: ['appconfig', 'a off'], path: 'x.json' },
  { name: 'AppConfig off where there is no value', text: appconfig(''), is: ['appconfig', 'a off'], path: 'x.json' },
  {
    name: 'AppConfig’s variants, and a value that is not defined',
    text: appconfig('"a": {"_variants": [{"enabled": false}, {"enabled": true}]}, "b": {"enabled": "false"}'),
    is: ['appconfig', 'a on', 'b unknown', '!1 enabled'],
    path: 'x.json',
  },

  { name: 'Firebase off', text: firebase('"valueType": "BOOLEAN"'), is: ['firebase', 'a off'], path: 'x.json' },
  {
    name: 'Firebase on by a condition',
    text: firebase('"conditionalValues": {"staff": {"value": "true"}}'),
    is: ['firebase', 'a on'],
    path: 'x.json',
  },
  {
    name: 'Firebase’s word that is no truth',
    text: firebase('"valueType": "BOOLEAN", "conditionalValues": {"x": {"value": "True"}}'),
    is: ['firebase', 'a on', '!1 True'],
    path: 'x.json',
  },
  {
    name: 'Firebase’s default of the app, a text, and a group',
    text: 'parameterGroups:\n  g: {parameters: {a: {valueType: BOOLEAN, defaultValue: {useInAppDefault: true}}, b: {defaultValue: {value: red}}, c: {}}}\n',
    is: ['firebase', 'a unknown', 'b elsewhere', 'c elsewhere'],
  },

  {
    name: 'Togglz',
    path: 'features.properties',
    text: '# flags\nA = true\nA.strategy = gradual\nB: no\nC enabled\nD = maybe\nE.strategy=x\nF=\n',
    is: ['togglz', 'A on', 'B off', 'C on', 'D off', 'E off', 'F off', '!6 maybe'],
  },
  {
    name: 'Togglz in Spring',
    path: 'application.properties',
    text: 'server.port=1\ntogglz.features.A.enabled=true\ntogglz.features.B.enabled=\\\n  false\n',
    is: ['togglz', 'A on', 'B off'],
  },
  {
    name: 'Togglz in Spring’s YAML',
    path: 'application.yml',
    text: 'togglz:\n  features:\n    A: {enabled: true}\n    B: {enabled: false, strategy: username}\n    C: true\n  console: {secured: false}\n',
    is: ['togglz', 'A on', 'B off', 'C on'],
  },
  {
    name: 'FF4j',
    path: 'ff4j.properties',
    text: 'ff4j.features.0.uid=a\nff4j.features.0.enable=true\nff4j.features.1.uid=b\nff4j.features.2.enable=true\n',
    is: ['ff4j', 'a on', 'b off'],
  },
  {
    name: 'properties that are there twice',
    path: 'x.properties',
    text: 'A=true\nA=false\n',
    is: ['togglz', 'A on', '?2 “A” is there twice, '],
  },
  { name: 'no properties', path: 'x.properties', text: '! none\n', is: ['unknown'] },
  {
    name: 'properties that are too large',
    path: 'x.properties',
    text: 'a'.repeat(300_000),
    is: ['unknown', '?1 This file is too lar'],
  },

  {
    name: 'a register of sentences',
    text: 'new_home: Shows the new home page to all.\nold_home:\n',
    is: ['descriptions', 'new_home elsewhere', 'old_home elsewhere'],
  },
  {
    name: 'a register by author',
    text: 'layout: support\nfeature_flags:\n  new_home: {author: Maya, description: Shows it., ticket: ~}\n',
    is: ['descriptions', 'new_home elsewhere'],
  },
  {
    name: 'no register where a state is said',
    text: 'feature_flags:\n  new_home: {description: Shows it., enabled: true}\n',
    is: ['flags-map', 'new_home on'],
  },

  {
    name: 'flags by environment',
    text: 'defaults: &d {a: false, b: false}\nproduction:\n  <<: *d\n  b: true\nstaging: {a: true}\ntest:\n',
    is: ['environments', 'a off', 'b on'],
  },
  {
    name: 'flags by environment within wrappers',
    text: 'mock: {features: {a: {enabled: true}}}\nlive: {features: {a: {enabled: false}, b: {enabled: true}}}\n',
    is: ['environments', 'a off', 'b on'],
  },
  { name: 'a flag that is called as an environment is', text: 'preview: {enabled: true}\n', is: ['map', 'preview on'] },
  {
    name: 'a flag by environment',
    text: 'feature_flags:\n  a: {local: <%= x %>, staging: true, production: false}\n  b: {staging: true}\n  c: {production: <%= x %>}\n  d: {production: true}\n',
    is: ['flags-map', 'a off', 'b off', 'c unknown', 'd on'],
  },
  {
    name: 'a flag by platform, and environments that are listed',
    text: 'features:\n- {name: a, enabled_for: {environments: [staging]}}\n- {name: b, enabled_for: {environments: [staging, production]}}\n',
    is: ['flags-list', 'a off', 'b on'],
  },
  {
    name: 'wrappers in wrappers',
    text: 'x: 1\nfeatureFlags: {flags: {a: true}, experiments: {b: {win32: true, darwin: ~}}}\n',
    is: ['flags-map', 'a on', 'b on'],
  },
  {
    name: 'what may be a group',
    text: 'org: {dev: {a: true}, live: {b: false}}\ncheckout: {new: true, old: false}\nouter: {flags: {c: true}}\nlisted: {flags: [c]}\n',
    is: ['map', 'org off', 'checkout on group', 'outer on group', 'listed unknown'],
  },
  {
    name: 'one flag by itself',
    text: 'name: a\nenabled: false\nvariations: [{identifier: x, value: "true"}]\n',
    is: ['one-flag', 'a off'],
  },
  {
    name: 'targeting of flagd that is a list, or shares nothing',
    text: 'flags:\n  a: {state: ENABLED, variants: {on: true, off: false}, defaultVariant: "off", targeting: {fractional: [{var: x}, x]}}\n  b: {state: ENABLED, variants: {on: true, off: false}, defaultVariant: "off", targeting: [x]}\n',
    is: ['flagd', 'a off', 'b on'],
  },
  {
    name: 'an environment with nothing in it, and wrappers in wrappers',
    text: `${'features: {'.repeat(8)}a: {production: {}}${'}'.repeat(8)}\n`,
    is: ['flags-map', 'features unknown group'],
  },
  {
    name: 'Harness without names',
    text: 'featureFlags:\n  flags:\n  - flag:\n      identifier: a\n      spec: {default: {onVariation: "off"}, variations: [{identifier: "off"}, {value: x}]}\n      environments: [{state: "on"}]\n  projectIdentifier: p\n',
    is: ['harness', 'a off'],
  },
  {
    name: 'targeting of flagd by another rule',
    text: 'flags:\n  a: {state: ENABLED, variants: {on: true, off: false}, defaultVariant: "off", targeting: {if: [{in: [x, y]}, {in: [a, b]}]}}\n',
    is: ['flagd', 'a on'],
  },
  {
    name: 'an environment of which nothing is said',
    text: 'a: {production: {}}\nb: true\n',
    is: ['map', 'a unknown', 'b on'],
  },
  {
    name: 'a manifest in a list, of which one has no type',
    text: 'flags: [{key: a, defaultValue: x}, {key: b, type: string, defaultValue: y}]\n',
    is: ['openfeature-manifest', 'a elsewhere', 'b elsewhere'],
  },
  {
    name: 'names of flags',
    text: '- NEW-HOME\n- other.flag\n',
    is: ['names', 'NEW-HOME unknown', 'other.flag unknown'],
  },
  {
    name: 'names under a key',
    text: 'value: [AddOrders, Edit]\n',
    is: ['names', 'AddOrders unknown', 'Edit unknown'],
  },
  {
    name: 'names of the flags that are on',
    text: 'enabledFeatures: [AddOrders, Edit]\n',
    is: ['names', 'AddOrders on', 'Edit on'],
  },
  {
    name: 'texts for truth',
    text: 'a: "false"\nb: {default: "true", variants: ["true"]}\nc: {enabled: "no"}\nd: {rules: [{production: "true"}]}\ne: {enabled: "${X}"}\n',
    is: [
      'map',
      'a unknown',
      'b unknown',
      'c unknown',
      'd unknown',
      'e unknown',
      '!1 This is a text',
      '!2 This is a text',
      '!3 enabled',
      '!4 This is a text',
    ],
  },
  {
    name: 'keys that other flags have otherwise',
    text: 'a: {enabled: true}\nb: {enabled: false}\nc: {enable: true}\n',
    is: ['map', 'a on', 'b off', 'c on', '!3 enable'],
  },
  {
    name: 'a template that is filled in',
    text: '<% if x %>\na: {\n<% end %>\n',
    is: ['unknown', '?1 This file is a progr'],
  },
];

const more: readonly Case[] = [
  { name: 'an empty value of ConfigCat', path: 'x.json', text: configcat('"v": {}'), is: ['configcat', 'a on'] },
  {
    name: 'environments without any flags',
    text: 'production:\nstaging:\n',
    is: ['map', 'production unknown', 'staging unknown'],
  },
  {
    name: 'a list in an environment',
    text: 'production: {flags: [a]}\nstaging: {a: true}\n',
    is: ['environments', 'a off'],
  },
  {
    name: 'letters that are exchanged',
    text: 'name: a\ndefault_enabled: true\nmilestnoe: x\n',
    is: ['gitlab', 'a on', '!3 milestnoe'],
  },
  { name: 'Flipper without a boolean', text: 'features: {a: {actors: [], groups: []}}\n', is: ['flipper', 'a off'] },
  {
    name: 'a disabled strategy of Unleash',
    text: 'features:\n- {name: a, enabled: true, strategies: [{disabled: true}]}\n- {name: b, enabled: true, strategies: [{name: default}]}\n',
    is: ['unleash', 'a off', 'b on'],
  },
  {
    name: 'Harness by a list of people',
    text: harness(
      '{identifier: prod, default: {onVariation: "false"}, state: "on", variationMap: [{variation: "true", targets: [maya]}]}',
    ),
    is: ['harness', 'a on'],
  },
  {
    name: 'Harness by a list of nobody',
    text: harness(
      '{identifier: prod, default: {onVariation: "false"}, state: "on", variationMap: [{variation: "true", targets: []}]}',
    ),
    is: ['harness', 'a off'],
  },
  {
    name: 'environments by their short names, and as they are written',
    text: 'a: {dev: true, stg: true, prd: false}\nb: {production: true}\nc: {production: true}\nd: {Development: true, Production: false}\n',
    is: ['map', 'a off', 'b on', 'c on', 'd off'],
  },
  { name: 'Harness by its own defaults', text: harness('{identifier: prod, state: "on"}'), is: ['harness', 'a on'] },
];

describe('formats of flag files', () => {
  for (const { name, text, path, is } of [...cases, ...more]) {
    it(`reads ${name}`, async () => {
      const found = await told(text, path);
      assert.deepEqual(found, is);
    });
  }

  for (const [name, text, kind] of [
    ['codes of countries', 'AF: Afghanistan\nAL: Albania\nDZ: Algeria\n', /^countries/],
    ['a list of codes', '- de\n- fr\n- it\n', /^countries/],
    [
      'countries with their codes',
      '- {cca2: DE, independent: true}\n- {cca2: FR, independent: true}\n- {cca2: IT}\n',
      /^countries/,
    ],
    ['pictures', '- {name: Albania, hd: hd/albania.gif}\n- {name: Algeria, hd: hd/algeria.gif}\n', /^countries/],
    ['options of a compiler', 'common: {cflags: ["-O2", "-g", "-march=x86-64"]}\n', /^options/],
    ['texts by their titles', 'Hello there: one\nThe second one: two\nAnd more: three\n', /^names and texts/],
    ['lists of texts', `groups:\n${'- {title: Word, help: Its size}\n'.repeat(6)}`, /^lists of texts/],
  ] as const) {
    it(`takes ${name} for no flags`, async () => {
      const file = await read(text);
      assert.equal(file.shape, 'no-flags');
      assert.match(file.kind ?? '', kind);
      assert.deepEqual([file.flags, file.problems], [[], []]);
    });
  }

  it('does not take switches for countries or texts', async () => {
    assert.deepEqual(await told('DE: true\nFR: false\nIT: false\n'), ['map', 'DE on', 'FR off', 'IT off']);
    assert.equal((await read('- [a]\n- x y\n')).shape, 'unknown');
  });

  it('has no flag that is called as what wraps flags is', async () => {
    const wrapper = fc.constantFrom(
      'feature_flags',
      'features',
      'flags',
      'featureFlags',
      'feature-toggles',
      'switches',
      'experiments',
    );
    const flags = fc.dictionary(fc.stringMatching(/^[a-z]{3,8}_[a-z]{3,8}$/), fc.boolean(), { minKeys: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(wrapper, { minLength: 1, maxLength: 4 }), flags, async (wrappers, inner) => {
        const text = JSON.stringify(wrappers.reduceRight<unknown>((held, name) => ({ [name]: held }), inner));
        assert.deepEqual((await read(text, 'x.json')).flags.map(({ key }) => key).sort(), Object.keys(inner).sort());
      }),
    );
  });

  it('never throws, and stands within the file, whatever is changed in a file of any format', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.nat(),
        fc.nat(20),
        fc.string({ maxLength: 8 }),
        async ({ text, path }, nth, length, other) => {
          const at = nth % (text.length + 1);
          const changed = (text.slice(0, at) + other + text.slice(at + length)).slice(0, 5000);
          const { flags, problems } = await read(changed, path);
          const lines = changed.split(/\r\n?|\n/);
          const places = [
            ...flags.flatMap((flag) => [
              flag.at,
              ...flag.rollouts.map((each) => each.at),
              ...(flag.faults ?? []).map((each) => each.at),
            ]),
            ...problems.map((each) => each.at),
          ];
          for (const place of places) {
            assert.ok(place.line >= 1 && place.line <= lines.length, JSON.stringify(changed));
            assert.ok(
              place.column >= 1 && place.column <= (lines[place.line - 1] ?? '').length + 2,
              JSON.stringify(changed),
            );
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
