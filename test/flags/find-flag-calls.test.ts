import assert from 'node:assert/strict';
import { findFlagCalls } from '../../src/flags/find-flag-calls.js';

const found = (text: string): readonly string[] =>
  findFlagCalls(text).map(({ by, key, isConstant }) => `${by} ${key}${isConstant ? ' (constant)' : ''}`);

describe('findFlagCalls', () => {
  it('finds the calls of libraries and of a team’s own', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['Flipper.enabled?(:phone_check)', 'Flipper.enabled? phone_check'],
      ['if Flipper.enabled? :phone_check, user', 'Flipper.enabled? phone_check'],
      ["useFlag('new-home', false)", 'useFlag new-home'],
      ["await ld.variation(\n  'new-checkout',\n  user)", 'ld.variation new-checkout'],
      ['client.boolVariation("a.b.c", ctx, false)', 'client.boolVariation a.b.c'],
      ['flag_is_active(request, "new_home")', 'flag_is_active new_home'],
      ["feature_flags.enabled?('new_home')", 'feature_flags.enabled? new_home'],
      ['posthog.isFeatureEnabled(`beta-x`)', 'posthog.isFeatureEnabled beta-x'],
      ["Feature::active('new-api')", 'Feature::active new-api'],
      ["@feature('site-redesign')", '@feature site-redesign'],
      ["checkGate('new_feed')", 'checkGate new_feed'],
      ['useTreatment({ name: "new-list" })', ''],
      ['isFeatureEnabled(Features.NewHome)', 'isFeatureEnabled Features.NewHome (constant)'],
      ['features.isEnabled(FLAG_NEW_HOME)', 'features.isEnabled FLAG_NEW_HOME (constant)'],
      ['<FeatureFlag name="new-home">', '<FeatureFlag> new-home'],
      ['{% flag new_nav %}', '{% flag %} new_nav'],
    ];
    for (const [text, expected] of cases) assert.deepEqual(found(text), expected === '' ? [] : [expected], text);
    assert.deepEqual(found('const { newHome, other: x } = useFlags();'), ['useFlags newHome', 'useFlags other']);
    assert.deepEqual(
      found("const { ask, isLoading } = useFeatureFlags(); ask('new-home') && ask(FeatureFlags.topBanner);"),
      ['ask new-home', 'ask FeatureFlags.topBanner (constant)'],
    );
    assert.deepEqual(found('const { getFlag } = useFeatureFlags(); return <Banner {...{ getFlag }} />;'), []);
  });

  it('takes nothing else for one', () => {
    for (const text of [
      'flag.Bool("verbose", true)',
      'cmd.Flags().Bool("dry-run", false)',
      "classList.toggle('active')",
      "map.getFeature('layer')",
      "hasFlag('silent')",
      "isEnabled('x-y')",
      "navigate('home')",
      "setFeatureFlag('new-home', true)",
      "useFlag('https://example.com?x')",
      "useFlag('12')",
      '<FeatureCard name="new-home">',
      '<FeatureFlag name="12345">',
      '{% flag 12345 %}',
      'pflag.NewFlagSet("default")',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('reads hostile texts in their length', () => {
    assert.deepEqual(findFlagCalls(`useFlag('new-home')${' '.repeat(400_000)}`), []);
    const before = process.cpuUsage();
    for (const part of ['a', 'a.', 'f(', '<Feature ', '{a,', 'isFeature(   '])
      findFlagCalls(part.repeat(Math.floor(390_000 / part.length)));
    const { user } = process.cpuUsage(before);
    assert.ok(user < 3_000_000, `${user} µs`);
  });
});
