/**
 * What a condition says of a flag. `on`: where it holds, the flag is on; `off`: where it does not. `value`: it holds the flag's value, an object or a
 * promise, which is something whether the flag is on or not, until somebody looks into it.
 */
export type FlagSense = 'on' | 'off' | 'value';

/** Gives an object, a promise or one of several values: variants, details, decisions, gates. */
const values =
  /^(?:useFeatureGate|getFeatureGate|useFeature|evalFeature|useDecision|decide|getFeatureFlag|getValue|getValueAsync|getRemoteConfigValue)$|[vV]ariant|[pP]ayload|[tT]reatment|[dD]etails?$|(?:Feature|Flag|String|Number|Json|JSON|Object|Dynamic)(?:Flag)?Value(?:Async)?$|(?:string|json|number|int|double|String|Json|JSON|Number)Variation/;
const inverted = /^(?:isOff|isInactive|inactive|off|off\?|unless)$|[dD]isabled\??$/;
/** Answers with true or false, in the libraries of flags and in a team's own. */
const askers =
  /^(?:variation|boolVariation|booleanVariation|useBoolVariation|useBooleanFlagValue|getBooleanValue|getBoolean|getBooleanAssignment|checkGate|useGateValue|isOn|isEnabled|isActive|enabled|active|hasFeature|useLDFlag|useFliptBoolean|bool)$|flag|feature(?!d)|toggle|experiment/i;
/** `useGate`, not `navigate`. */
const gates = /(?:^|_)gate(?![a-z])|Gates?(?![a-z])/;
/** What begins so does something, whatever it gives back: `setFlag`, `startFeatureTour`, `classList.toggle`. */
const acts =
  /^(?:set|enable|activate|override|force|update|register|define|create|add|remove|delete|start|stop|open|show|hide|track|log|send|report|emit|fire|dispatch|mark|put|save|store|write|turn|switch|reset|clear|run|publish|release|launch|complete|dismiss|view|record)(?![a-z])|^toggle(?:$|Flag|Feature|Experiment|Class)/;
/** Hooks of two libraries have the name of others' and give an object. */
const objectHooks: readonly (readonly [hook: RegExp, module: RegExp])[] = [
  [/^useFlag$/, /open-?feature/i],
  [/^useFeatureFlag$/, /configcat/i],
  [/^get(?:Boolean)?Flag$/, /flagsmith/i],
];
/** The hook of these modules answers with true or false, where that of another library by the same name gives an object. */
const booleanHooks: readonly (readonly [hook: RegExp, module: RegExp])[] = [[/^useFeature$/, /^flagged$/]];
/** On a server they answer with a promise. */
const asynchronous = /-node\b|node-server|server-sdk|open-?feature\/server|flags\/(?:next|sveltekit)|unleash\/nextjs/i;

/** What a call of this name about a flag gives, in a program that imports these modules. */
export function senseOfCall(name: string, modules: ReadonlySet<string>, awaited: boolean): FlagSense | undefined {
  if (inverted.test(name)) return 'off';
  const module = [...modules];
  const isOneOf = (hooks: typeof objectHooks): boolean =>
    hooks.some(([hook, from]) => hook.test(name) && module.some((each) => from.test(each)));
  if (isOneOf(objectHooks)) return 'value';
  if (isOneOf(booleanHooks)) return 'on';
  if (values.test(name) && !/[bB]ool(?:ean)?(?:Flag)?(?:Value|Variation)$/.test(name)) return 'value';
  if (acts.test(name) || !(askers.test(name) || gates.test(name))) return undefined;
  return !awaited && (/Async$/.test(name) || module.some((each) => asynchronous.test(each))) ? 'value' : 'on';
}

/** What a member of a flag's value says: `gate.value`, `feature.on`, `decision.enabled`, and `variant.name` by what it is compared with. */
export function senseOfMember(name: string): FlagSense | undefined {
  if (/^(?:enabled|on|value|isOn|isEnabled|is_enabled|active)$/.test(name)) return 'on';
  if (/^(?:name|variant|treatment|variationKey|payload)$/.test(name)) return 'value';
  return /^(?:off|isOff|disabled)$/.test(name) ? 'off' : undefined;
}

/** What comparing a flag's value with this one says: `treatment === 'on'`. */
export function senseOfComparison(sense: FlagSense, other: unknown): FlagSense | undefined {
  if (other === true) return sense === 'value' ? 'on' : sense;
  if (other === false) return sense === 'on' ? 'off' : sense === 'off' ? 'on' : undefined;
  if (sense !== 'value' || typeof other !== 'string') return undefined;
  return /^(?:|0|no|off|control|false|none|default|disabled)$/i.test(other) ? undefined : 'on';
}

/** Parts of a page: a card that tells of a feature, a button that toggles. */
const shows =
  /(?:Card|Section|Tile|Item|List|Grid|Row|Page|Panel|Button|Icon|Image|Link|Switch|Input|Field|Checkbox|Menu|Table|Box|Header|Title|Text|Label|Bar|Tour|Form)$/;

/** Elements that show what is in them where a flag is on. */
export function isFlagElement(name: string): boolean {
  return (
    (/flag|feature(?!d)|toggle/i.test(name) || gates.test(name)) &&
    !/disabled|off$|without|unless|provider/i.test(name) &&
    !shows.test(name)
  );
}
