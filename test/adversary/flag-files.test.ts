import assert from 'node:assert/strict';
import { flagOwned } from '../../src/review/checks/flag-owned.js';
import { flagSafe } from '../../src/review/checks/flag-safe.js';
import { runChecks } from '../support/run-checks.js';

const yaml = `new-home:
  enabled: false
  rollout: 0
old-home:
  enabled: true
  rollout: 100
  since: 2024-01-01
  key: abc
  groups: [a, b]
`;
const json = `{
  "new-home": { "enabled": false, "rollout": 0 },
  "old-home": { "enabled": true, "rollout": 100 }
}
`;
const swap = (text: string, from: string, to: string): string => {
  assert.ok(text.includes(from), from);
  return text.replace(from, to);
};
const inYaml = (from: string, to: string): readonly [string, string] => ['flags.yaml', swap(yaml, from, to)];
const inJson = (from: string, to: string): readonly [string, string] => ['flags.json', swap(json, from, to)];
const rollout = (to: string): readonly [string, string] => inYaml('rollout: 100', `rollout: ${to}`);
const own = (to: string): readonly [string, string] => inYaml('rollout: 0', `rollout: ${to}`);

/** Another's flag that means something else afterwards, to one reader at least, or nobody knows what. */
const attacks: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'a number with an exponent': rollout('1e2'),
  'a number with an exponent and a point': rollout('1.0e+2'),
  'a number with a sign': rollout('+100'),
  'a number with a line in it': rollout('1_00'),
  'a number by sixteens': rollout('0x64'),
  'a number by eights': rollout('0o144'),
  'a number by eights of old': rollout('0144'),
  'a number by twos': rollout('0b1100100'),
  'a number by sixties': rollout('1:40'),
  'a number with a point': rollout('100.'),
  'a number in quotation marks': rollout('"100"'),
  'an infinite number': rollout('.inf'),
  'a number of another script': rollout('１００'),
  'a number with a blank that is none': rollout('100\u00a0'),
  'a number with something behind it': rollout('100#x'),
  'a number with a tag': rollout('!!int "100"'),
  'a number of another kind': rollout('!!float 100'),
  'yes for true': inYaml('enabled: true', 'enabled: yes'),
  'on for true': inYaml('enabled: true', 'enabled: on'),
  'y for true': inYaml('enabled: true', 'enabled: y'),
  'true as a text': inYaml('enabled: true', "enabled: 'true'"),
  'true with a tag': inYaml('enabled: true', 'enabled: !!bool "yes"'),
  'a date for a text': inYaml('2024-01-01', '"2024-01-01"'),
  'a date of fewer digits': inYaml('2024-01-01', '2024-1-1'),
  'a date with a time': inYaml('2024-01-01', '2024-01-01T00:00:00Z'),
  'nothing for a text': inYaml('key: abc', 'key: ~'),
  'no value for a text': inYaml('key: abc', 'key:'),
  'a text over lines with an end': inYaml('key: abc', 'key: |\n    abc'),
  'a list in another order': inYaml('[a, b]', '[b, a]'),
  'a list with one twice': inYaml('[a, b]', '[a, b, b]'),
  'a list in a list': inYaml('[a, b]', '[[a, b]]'),
  'a merge in front': inYaml('old-home:\n', 'old-home:\n  <<: { rollout: 5 }\n'),
  'a merge behind': ['flags.yaml', `${yaml}  <<: { rollout: 5 }\n`],
  'a merge of a list': inYaml('old-home:\n', 'old-home:\n  <<: [{ rollout: 5 }, { key: x }]\n'),
  'a key twice': inYaml('  rollout: 100', '  rollout: 100\n  rollout: 5'),
  'a flag twice': ['flags.yaml', `${yaml}old-home:\n  enabled: false\n`],
  'a flag twice in quotation marks': ['flags.yaml', `${yaml}"old-home":\n  enabled: false\n`],
  'a flag twice by escapes': ['flags.yaml', `${yaml}"old\\x2dhome":\n  enabled: false\n`],
  'a second document': ['flags.yaml', `${yaml}---\nold-home:\n  enabled: false\n`],
  'a document in front': ['flags.yaml', `old-home:\n  enabled: false\n---\n${yaml}`],
  'the end of the document': ['flags.yaml', `${yaml}...\nold-home: 1\n`],
  'a directive': ['flags.yaml', `%YAML 1.1\n---\n${yaml}`],
  'a tab': inYaml('  rollout: 100', '\trollout: 100'),
  'a line end of old': inYaml('rollout: 100', 'rollout: 100\u0085  enabled: false'),
  'a line end that only some know': inYaml('key: abc', 'key: abc\u2028  enabled: false'),
  'a flag in other letters': ['flags.yaml', `${yaml}Old-home:\n  enabled: false\n`],
  'a flag with a blank behind it': ['flags.yaml', `${yaml}"old-home ":\n  enabled: false\n`],
  'a flag by another hyphen': ['flags.yaml', `${yaml}old‐home:\n  enabled: false\n`],
  'a flag of the language': ['flags.yaml', `${yaml}__proto__:\n  enabled: true\n`],
  'all below one more key': ['flags.yaml', `flags:\n${yaml.replace(/^/gm, '  ')}`],
  'all in a list': ['flags.yaml', `- ${yaml.trimEnd().replace(/\n/g, '\n  ')}\n`],
  'a list of names': ['flags.yaml', '- new-home\n- old-home\n'],
  'nothing at all': ['flags.yaml', ''],
  'a comment for the flag': inYaml('old-home:\n', '# old-home:\n'),
  'a block that ends early': inYaml('  enabled: true', 'enabled: true'),
  'a deeper block': inYaml('old-home:\n', '  old-home:\n'),
  'a new flag of nobody': ['flags.yaml', `${yaml}fresh:\n  enabled: false\n  rollout: 0\n`],
  'JSON: a flag twice': inJson('\n}', ',\n  "old-home": { "enabled": false }\n}'),
  'JSON: a flag twice by escapes': inJson('\n}', ',\n  "old\\u002dhome": { "enabled": false }\n}'),
  'JSON: a key twice': inJson('"rollout": 100', '"rollout": 100, "rollout": 5'),
  'JSON: a number of more digits than any program keeps': inJson('100', '100.00000000000000001'),
  'JSON: a number with an exponent': inJson('100', '1e2'),
  'JSON: a text for a number': inJson('100', '"100"'),
  'JSON: a comment': inJson('100', '100 /* was 5 */'),
  'JSON: a comma too many': inJson('100 }', '100, }'),
  'JSON: two of them': ['flags.json', `${json}{}`],
  'JSON: __proto__': inJson('\n}', ',\n  "__proto__": { "enabled": true }\n}'),
  'JSON: a list': ['flags.json', `[${json}]`],
  'JSON: removed': inJson(',\n  "old-home": { "enabled": true, "rollout": 100 }', ''),
  'JSON: a value for the flag': inJson('{ "enabled": true, "rollout": 100 }', 'true'),
  'own: more than all': own('101'),
  'own: less than nobody': own('-1'),
  'own: no number': own('.nan'),
  'own: a number as a text': own('"50"'),
  'own: a share in per cent': own('50%'),
};

describe('a flag file', () => {
  for (const [what, [path, text]] of Object.entries(attacks))
    it(`is closed with ${what}`, async () => {
      const base = { [path]: path === 'flags.json' ? json : yaml };
      assert.notDeepEqual(await runChecks([flagOwned, flagSafe], { base, head: { [path]: text } }), []);
    });

  it('is open where every reader reads what was there', async () => {
    for (const [path, text] of [
      ['flags.yaml', `# Ours\n${yaml}`],
      ['flags.yaml', `---\n${yaml}`],
      ['flags.yaml', yaml.replaceAll('\n', '\r\n')],
      inYaml('old-home:', '"old-home":'),
      inYaml('[a, b]', '["a", \'b\']'),
      inYaml('key: abc', 'key: "abc"'),
      inYaml('old-home:\n', 'old-home: &old\n'),
      own('50'),
      inJson('{ "enabled": false, "rollout": 0 }', '{"rollout": 5, "enabled": false}'),
    ] as const) {
      const base = { [path]: path === 'flags.json' ? json : yaml };
      assert.deepEqual(await runChecks([flagOwned, flagSafe], { base, head: { [path]: text } }), [], text);
    }
  });
});
