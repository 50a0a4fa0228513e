import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings } from '../../src/policy/settings/default-settings.js';
import type { Policy } from '../../src/policy/policy.js';
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
  ] as const) {
    it(`${expected ? 'knows' : 'does not know'} ${path} by ${globs.join()}`, () => {
      assert.equal(matchFlagFiles(policyOf(globs)).matches(path), expected);
    });
  }

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
