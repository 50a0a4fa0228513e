import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings } from '../../src/policy/settings/default-settings.js';
import type { Policy, ZoneRule } from '../../src/policy/policy.js';
import { matchFlagFiles } from '../../src/flags/match-flag-files.js';

describe('flagFilePaths', () => {
  const policyOf = (...globs: readonly (readonly string[])[]): Policy => ({
    preview: false,
    tips: globs.map((flagFiles) => ({
      ref: 'main',
      commit: undefined,
      zone: {
        file: 'CLAUDE.md',
        line: 1,
        rules: [],
        prose: [],
        roster: undefined,
        settings: { ...defaultSettings, flagFiles },
        problems: [],
      },
      codeowners: undefined,
      skill: undefined,
    })) as unknown as Policy['tips'],
  });

  for (const [path, globs, expected] of [
    ['config/FLAGS.yaml', ['**/flags.{yaml,yml,json}'], true],
    ['config/toggles.yaml', ['**/flags.{yaml,yml,json}'], false],
    ['config/Toggles.yaml', ['config/toggles.yaml'], true],
    ['src/flags.json', ['config/toggles.yaml'], true],
    ['config/toggles.yaml/old', ['config/toggles.yaml'], true],
    ['ﬂags.yaml', ['**/flags.{yaml,yml,json}'], true],
    ['top.yml', ['*.yml'], true],
    ['src/flagd/demo.flagd.json', [], true],
    ['flagd.json', [], true],
    ['k8s/flagd.yaml', [], false],
  ] as const) {
    it(`${expected ? 'knows' : 'does not know'} ${path} by ${globs.join()}`, () => {
      assert.equal(matchFlagFiles(policyOf(globs)).matches(path), expected);
    });
  }

  it('takes data for one that is open for flags alone', () => {
    const policy = policyOf([]);
    const rule = (glob: string, kind: 'owned-flags' | 'additions-only', also?: readonly string[]): ZoneRule => ({
      effect: 'allow',
      glob,
      line: 1,
      text: glob,
      conditions: [{ kind, text: '', line: 1 }],
      ...(also && { also }),
    });
    const rules = [rule('config/*', 'owned-flags', ['app/config/*']), rule('data/*', 'additions-only')];
    const [tip] = policy.tips;
    const open: Policy = { ...policy, tips: [{ ...tip, zone: { ...tip.zone, rules } }] as unknown as Policy['tips'] };
    const { matches, requiredTexts } = matchFlagFiles(open);
    for (const [path, is] of [
      ['config/toggles.yaml', true],
      ['app/config/toggles.json', true],
      ['config/read.md', false],
      ['data/toggles.json', false],
    ] as const)
      assert.equal(matches(path), is, path);
    assert.ok(requiredTexts?.some((text) => 'app/config/toggles.json'.includes(text)));
  });

  it('heeds the setting of every tip', () => {
    const { matches } = matchFlagFiles(policyOf(['a.yaml'], ['b.yaml']));
    assert.deepEqual(['a.yaml', 'b.yaml', 'c.yaml'].map(matches), [true, true, false]);
  });

  it('has no texts where a glob may match any path', () => {
    assert.equal(matchFlagFiles(policyOf(['**/flags.yaml'], ['config/**', '**/*'])).requiredTexts, undefined);
  });

  it('names texts of which every flag file in ASCII holds one', () => {
    const word = fc.constantFrom(
      'flag',
      'Flags',
      'feature',
      'features',
      '-',
      '.',
      '_',
      '.yaml',
      '.yml',
      '.json',
      'toggles',
      'feature_flags/',
      '/',
      'x',
    );
    const globs = fc.constantFrom('**/toggles.{json,yml}', 'x/**', '**/*-flag.json', '*.toggles.yaml');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.array(globs), (words, settings) => {
        const path = words.join('');
        const { matches, requiredTexts } = matchFlagFiles(policyOf(settings));
        if (matches(path))
          assert.ok(
            requiredTexts?.some((text) => path.toLowerCase().includes(text)),
            path,
          );
      }),
      { numRuns: 2000 },
    );
  });
});
