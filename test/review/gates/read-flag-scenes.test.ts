import assert from 'node:assert/strict';

import { parseJavaScript } from '../../../src/parsers/parse-javascript.js';
import { collectNames, isOffsetGated } from '../../../src/review/gates/is-offset-gated.js';
import { readFlagScenes, type FlagScenes } from '../../../src/review/gates/read-flag-scenes.js';

const names = { keys: new Set(['new-home', 'newHome', 'HOME', 'Flags.home']), answers: new Set(['useOwnHome']) };

function read(text: string): { readonly gated: boolean; readonly scenes: FlagScenes } {
  const parsed = parseJavaScript(text, 'a.tsx');
  if (!('program' in parsed)) return assert.fail(`${text}: ${parsed.problem.message}`);
  const scenes = readFlagScenes(parsed.program, names);
  return { gated: isOffsetGated(collectNames(parsed.program), text.indexOf('HERE'), scenes), scenes };
}

describe('what is reached only where a flag is on', () => {
  const gated: Readonly<Record<string, string>> = {
    'a name that is only ever taken back':
      "let on = isOn('new-home'); if (x) on = false; on &&= y; on = on && z; on && HERE;",
    'a name of the off side that is only ever set': "let off = !isOn('new-home'); off = true; off ||= x; off || HERE;",
    'the flag’s own name in another function of that name':
      "function f(on) { return () => { const on = isOn('new-home'); return on && HERE; }; }",
    'a call with what is no default': "if (flags.isEnabled('new-home', { user, default: false }, ...rest)) HERE;",
    'LaunchDarkly’s client': "if (client.variation('new-home', false)) HERE;",
    'LaunchDarkly’s hook with camel case': 'const { newHome } = useFlags(); newHome && HERE;',
    'LaunchDarkly’s hook under another name': 'const { newHome: on } = useFlags(); on && HERE;',
    'LaunchDarkly’s hook by the key itself': "const { 'new-home': on } = useFlags(); on && HERE;",
    'LaunchDarkly’s hook beside what is taken apart further':
      'const { user: { id }, newHome, ...rest } = useFlags(); newHome && HERE;',
    'LaunchDarkly’s all flags': "const flags = useFlags(); flags['new-home'] && HERE;",
    'LaunchDarkly’s typed hook': "useBoolVariation('new-home', false) && HERE;",
    'LaunchDarkly on a server':
      "import { init } from 'launchdarkly-node-server-sdk'; if (await c.variation('new-home', u, false)) HERE;",
    'an answer that is put the other way round as a text': "if (!toBoolean(gb.isOff('new-home'))) HERE;",
    'a method that answers later':
      "class A { async isOn() { return isEnabled('new-home'); } async show() { if (await this.isOn()) HERE; } }",
    PostHog: "if (posthog.isFeatureEnabled('new-home')) HERE;",
    'PostHog’s hook': "const on = useFeatureFlagEnabled('new-home'); on ? HERE : no;",
    'PostHog’s element': '<PostHogFeature flag="new-home" match={true}><p>HERE</p></PostHogFeature>;',
    'PostHog’s value compared': "if (posthog.getFeatureFlag('new-home') === 'test') HERE;",
    OpenFeature:
      "import { useFlag } from '@openfeature/react-sdk'; const { value: on } = useFlag('new-home', false); on && HERE;",
    'OpenFeature’s hook': "useBooleanFlagValue('new-home', false) && HERE;",
    'OpenFeature’s element': '<FeatureFlag flagKey="new-home" defaultValue={false}>HERE</FeatureFlag>;',
    'PostHog’s value compared with true': "if (posthog.getFeatureFlag('new-home') === true) HERE;",
    Unleash: "if (unleash.isEnabled('new-home', ctx)) HERE;",
    'Unleash’s variant, looked into': "const v = useVariant('new-home'); v.enabled && HERE;",
    Statsig: "if (Statsig.checkGate('new-home')) HERE;",
    'Statsig’s gate, looked into': "useFeatureGate('new-home').value && HERE;",
    GrowthBook: "gb.isOn('new-home') && HERE;",
    'GrowthBook’s feature, looked into': "const f = useFeature('new-home'); f.on && HERE;",
    'the hook of flagged': "import { useFeature } from 'flagged'; const on = useFeature('new-home'); on ? HERE : no;",
    'the hook of flagged under another name':
      "import { useFeature as useOn } from 'flagged'; const on = useOn('new-home'); on && HERE;",
    'the element of flagged': 'import { Feature } from \'flagged\'; <Feature name="new-home">HERE</Feature>;',
    'GrowthBook where it is not off': "if (!gb.isOff('new-home')) HERE;",
    'GrowthBook where it is off, compared with false': "gb.isOff('new-home') === false && HERE;",
    'GrowthBook’s element': '<IfFeatureEnabled feature="new-home">HERE</IfFeatureEnabled>;',
    Flagsmith: "flagsmith.hasFeature('new-home') && HERE;",
    'Flagsmith’s list': "const flags = useFlags(['new-home']); flags['new-home'].enabled && HERE;",
    ConfigCat:
      "import { useFeatureFlag } from 'configcat-react'; const { value } = useFeatureFlag('new-home', false); value && HERE;",
    Harness: "import { useFeatureFlag } from '@harnessio/ff-react-client-sdk'; useFeatureFlag('new-home') && HERE;",
    Split: "const { treatment } = { treatment: 1 }; if (client.getTreatment('new-home') === 'on') HERE;",
    Optimizely: "const [decision] = useDecision('new-home'); decision.enabled && HERE;",
    'Optimizely’s element': '<OptimizelyFeature feature="new-home">HERE</OptimizelyFeature>;',
    Flipt: "useFliptBoolean('new-home', false) && HERE;",
    'a function of the team’s flags': "import { newHome } from '../lib/feature-flag'; newHome() && HERE;",
    'a function of the team’s flags under another name':
      "import { newHome as on } from '@/toggles'; f(() => { if (!on()) return; HERE; });",
    'a constant of the team’s flags': "import { HOME } from './flags/index'; HOME && HERE;",
    'a named key': 'if (isOn(HOME)) HERE;',
    'a named key of many': 'if (isOn(Flags.home)) HERE;',
    'a key in an object': "if (useGateValue({ gateKey: 'new-home' })) HERE;",
    'a hook of the team': 'useOwnHome() && HERE;',
    'a hook of this file': "function useIt() { return isOn('new-home'); } useIt() && HERE;",
    'an arrow of this file': "const useIt = () => { return isOn('new-home'); }; useIt() && HERE;",
    'Boolean()': "Boolean(isOn('new-home')) && HERE;",
    'types around it': "(isOn('new-home') as boolean)! && HERE;",
    'a satisfied type': "(isOn('new-home') satisfies boolean) && HERE;",
    'a comparison with true': "isOn('new-home') === true && HERE;",
    'a comparison the other way round': "true === isOn('new-home') && HERE;",
    'a comparison with false, denied': "isOn('new-home') !== false && HERE;",
    'a default': "(isOn('new-home') ?? false) && HERE;",
    'one more condition': "if (a && isOn('new-home')) HERE;",
    'one or the other of the same': "if (isOn('new-home') || isOn(HOME)) HERE;",
    'or nothing': "if (isOn('new-home') || false) HERE;",
    'the other side of ||': "!isOn('new-home') || HERE;",
    'the else of what is not': "if (!isOn('new-home')) no(); else HERE;",
    'what is left after a return': "function f() { if (!isOn('new-home') || x) { return; } HERE; }",
    'what is left after an else that leaves': "function f() { if (isOn('new-home')) a(); else throw x; HERE; }",
    'a template as key': 'isOn(`new-home`) && HERE;',
    'negate={false}': '<Flag name={"new-home"} negate={false}>HERE</Flag>;',
    'an element with attributes of other kinds': '<Flag strict x:name="a" name="new-home">HERE</Flag>;',
    'an element that is turned round twice': '<Flag name="new-home" not enabled={false}>HERE</Flag>;',
    'what a function in an element is told':
      '<OptimizelyFeature feature="new-home">{(isEnabled, variables) => (isEnabled ? HERE : no)}</OptimizelyFeature>;',
    'a function in an element that is told nothing':
      '<Feature name="new-home">{function () { return HERE; }}</Feature>;',
    'flags that are waited for': '(await flags()).newHome && HERE;',
    'a value that is cast to a truth': "if ((await getFlagValue('new-home')) as boolean) HERE;",
    'a function that gives a promise':
      "async function isHome(): Promise<boolean> { return (await getFlagValue('new-home')) as boolean; } async () => { const on = await isHome(); on && HERE; };",
    'an arrow that gives a promise':
      "const isHome = async () => isOn('new-home'); async () => { if (await isHome()) HERE; };",
    'a choice of false without it': "const on = isOn('new-home') ? a.b === c : false; on && HERE;",
    'a choice of false without it, turned round': "const on = !isOn('new-home') ? false : a.b === c; on && HERE;",
    'a page that is not found without it':
      "import { notFound } from 'next/navigation'; function Page() { if (!isOn('new-home')) { notFound(); } return HERE; }",
    'a page that goes elsewhere without it':
      "import { redirect as go } from 'next/navigation'; function Page() { if (!isOn('new-home')) go('/'); HERE; }",
    'a page of SvelteKit that is not found without it':
      "import { error } from '@sveltejs/kit'; function load() { if (!isOn('new-home')) error(404); HERE; }",
    'a store of Svelte': "import { newHome } from './flags'; if ($newHome) HERE;",
    'a chain that may be missing': "app.flags?.newHome && HERE; app?.isOn?.('new-home') && x;",
  };
  for (const [what, text] of Object.entries(gated))
    it(`takes ${what}`, () => assert.equal(read(text).gated, true, text));

  const open: Readonly<Record<string, string>> = {
    'the off side': "isOn('new-home') ? no : HERE;",
    isOff: "gb.isOff('new-home') && HERE;",
    'a value by itself': "const v = posthog.getFeatureFlag('new-home'); v && HERE;",
    'a value in an if': "if (useFeatureGate('new-home')) HERE;",
    'a value in a choice': "useDecision('new-home') ? HERE : no;",
    'a treatment by itself': "client.getTreatment('new-home') && HERE;",
    'a control treatment': "client.getTreatment('new-home') === 'control' && HERE;",
    'a value compared with false': "posthog.getFeatureFlag('new-home') === false && HERE;",
    'not the off treatment': "client.getTreatment('new-home') !== 'off' && HERE;",
    'a comparison with something else': "isOn('new-home') === other && HERE;",
    'a comparison that is none': "isOn('new-home') > 0 && HERE;",
    'ConfigCat’s object':
      "import { useFeatureFlag } from 'configcat-react'; useFeatureFlag('new-home', false) && HERE;",
    'OpenFeature’s object': "import { useFlag } from '@openfeature/react-sdk'; useFlag('new-home', false) && HERE;",
    'a promise': "import { x } from 'posthog-node'; if (client.isFeatureEnabled('new-home', id)) HERE;",
    'a fallback': '<FeatureFlag flagKey="new-home" fallback={<b>HERE</b>}>x</FeatureFlag>;',
    'matchValue={false}': '<FeatureFlag flagKey="new-home" matchValue={false}>HERE</FeatureFlag>;',
    'match="control"': '<PostHogFeature flag="new-home" match="control">HERE</PostHogFeature>;',
    negate: '<feature-x />; <Feature name="new-home" negate>HERE</Feature>;',
    'an element where the flag is off': '<FeatureFlag inverse name="new-home">HERE</FeatureFlag>;',
    'an element with a word that nobody knows': '<FeatureFlag flip name="new-home">HERE</FeatureFlag>;',
    'a negation that is filled in': '<FeatureFlag not={x} name="new-home">HERE</FeatureFlag>;',
    'enabled={false}': '<FeatureFlag enabled={false} name="new-home">HERE</FeatureFlag>;',
    'the other side of what a function in an element is told':
      '<OptimizelyFeature feature="new-home">{(isEnabled) => (isEnabled ? yes : HERE)}</OptimizelyFeature>;',
    'a value that a function in an element is told': '<Feature name="new-home">{(v) => v && HERE}</Feature>;',
    'props of unknown names': '<Feature name="new-home" {...props}>HERE</Feature>;',
    'an element for where it is off': '<FeatureDisabled name="new-home">HERE</FeatureDisabled>;',
    'an element of a member': '<x.Flag name="new-home">HERE</x.Flag>;',
    'another flag': '<Flag name="other" /* x */ on={1} b="new">HERE</Flag>;',
    'an element for something else': '<Card name="new-home">HERE</Card>;',
    'a private field': 'class A { static #home; f() { isOn(A.#home) && HERE; } }',
    'a name of the hook that is worked out': 'const { [nameOf(x)]: on } = useFlags(); on && HERE;',
    'another key': "isOn('other') && HERE;",
    'a function for something else': "track('new-home') && HERE;",
    'one of two questions': "if (isOn('new-home') || x) HERE;",
    'a default of true': "(isOn('new-home') ?? true) && HERE;",
    'a member of something else': 'house.newHome && HERE;',
    'a worked out member': "flags[x] && HERE; flags[a.b] && isOn('new-home');",
    'an unknown member of a value': "useFeatureGate('new-home').ruleId && HERE;",
    'the hook of GrowthBook':
      "import { useFeature } from '@growthbook/growthbook-react'; useFeature('new-home') && HERE;",
    'the other side of the hook of flagged':
      "import { useFeature } from 'flagged'; useFeature('new-home') ? no : HERE;",
    'the off member of a value': "useFeature('new-home').off && HERE;",
    'an if that does not leave': "function f() { if (!isOn('new-home')) { a(); } HERE; }",
    'an empty if': "function f() { if (!isOn('new-home')) {} HERE; }",
    'an if without else': "function f() { if (isOn('new-home')) a(); HERE; }",
    'before the question': "function f() { HERE; if (!isOn('new-home')) return; }",
    minus: "-isOn('new-home') && HERE;",
    'a component that is exported': "export const A = () => HERE; isOn('new-home') && <A />;",
    'a component that is used elsewhere too': "const A = () => HERE; isOn('new-home') && <A />; show(<A />);",
    'a component that is used nowhere': "const A = () => HERE; isOn('new-home') && x;",
    'a ring of names': "isOn('new-home') && x; function a() { b(); HERE; } function b() { a(); }",
    'a value that is cast to something else': "if ((await getFlagValue('new-home')) as string) HERE;",
    'a promise of the answer': "async function isHome() { return isOn('new-home'); } isHome() && HERE;",
    'a choice of something else without it': "const on = isOn('new-home') ? a : b; on && HERE;",
    'a choice of true with it': "const on = isOn('new-home') ? a : true; on && HERE;",
    'a function of the same name that comes back':
      "import { notFound } from './pages'; function Page() { if (!isOn('new-home')) { notFound(); } return HERE; }",
    'a name that is given another value later': "let on = isOn('new-home'); on = true; on && HERE;",
    'a name that a loop gives another value': "let on = isOn('new-home'); for (on of all) if (on) HERE;",
    'a name that counts': "let on = isOn('new-home'); on++; if (on) HERE;",
    'a name that is taken apart out of something else': "let on = isOn('new-home'); ({ on } = all); if (on) HERE;",
    'a parameter of the same name': "const on = isOn('new-home'); const f = (on) => on && HERE; f(true);",
    'a parameter that is taken apart': "const on = isOn('new-home'); list.map(({ a: [on = 1], ...b }) => on && HERE);",
    'a rest of the same name': "const on = isOn('new-home'); function f(...on) { return on && HERE; }",
    'a property that a constructor takes':
      "const on = isOn('new-home'); class A { constructor(private on) { on && HERE; } }",
    'what is caught by the same name': "const on = isOn('new-home'); try { a(); } catch (on) { on && HERE; }",
    'another declaration of the name': "const on = isOn('new-home'); { const on = isOn('other'); on && HERE; }",
    'the same name in another component':
      "function A() { const on = isOn('new-home'); return on; } function B() { const { on } = props; return on && HERE; }",
    'a hook that says on where nobody knows the flag': "useBooleanFlagValue('new-home', true) && HERE;",
    'a client that says on where nobody knows the flag': "if (client.variation('new-home', user, true)) HERE;",
    'a fallback of on': "if (flags.isEnabled('new-home', { fallback: true })) HERE;",
    'nothing asked': 'HERE;',
  };
  for (const [what, text] of Object.entries(open))
    it(`does not take ${what}`, () => assert.equal(read(text).gated, false, text));

  it('tells what asks from what only reads', () => {
    const told = (text: string): readonly boolean[] => [read(text).scenes.asks, read(text).scenes.misread];
    assert.deepEqual(told("isOn('new-home')"), [true, false]);
    assert.deepEqual(told("isOff('new-home')"), [false, true]);
    assert.deepEqual(told("useFeatureGate('new-home') || x"), [false, true]);
    assert.deepEqual(told("useVariant('new-home').name === 'test' && x"), [true, true]);
    assert.deepEqual(told('show()'), [false, false]);
    const { answers } = read(
      "export const useA = () => isOn('new-home'); function b() { return 1; } const c = () => {}; let d;",
    ).scenes;
    assert.deepEqual([...answers], ['useA']);
  });
});
