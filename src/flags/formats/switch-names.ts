export const switches = new Set(['enabled', 'active', 'on', 'isenabled', 'isactive', 'ison']);
export const oppositeSwitches = new Set(['disabled', 'disable', 'killed', 'off']);
export const wordSwitches = new Set(['state', 'status']);
export const fallbacks = new Set(['value', 'default', 'defaultvalue', 'defaultenabled', 'defaultstate', 'serve']);
export const percentages = new Set(
  'rollout rollouts percent percents percentage percentages rolloutpercent rolloutpercentage percentrollout percentagerollout traffic trafficpercentage trafficallocation'.split(
    ' ',
  ),
);
/** What only describes, or defines what can be served. */
export const descriptions = new Set(
  'key identifier id featurename description name title type owner owners author group team tags labels metadata comment comments notes links created expires lifetime contact expose variants variations temporary permanent archived sticky ignoreflagage'.split(
    ' ',
  ),
);
/** What an item of a list is known by, the first that it has. */
export const nameKeys: readonly string[] =
  'key identifier featureName name flag feature toggle flagName flagKey featureKey flag_name flag_key feature_name feature_key id code slug'.split(
    ' ',
  );
/** What says of a flag who gets it. */
const audiences = new Set(
  'environments enabledfor users groups actors rules targeting conditions audience strategies'.split(' '),
);

/** A name as it is compared: `Default_Value` is `defaultvalue`. */
export function plainName(key: string): string {
  return key.toLowerCase().replaceAll(/[-_]/g, '');
}

/** Does a key say whether a flag is on? */
export function isSwitchName(key: string): boolean {
  const name = plainName(key);
  return [switches, oppositeSwitches, wordSwitches, fallbacks, percentages].some((names) => names.has(name));
}

/** Does a key say for whom a flag is on, and is no other word as well? */
export function isAudience(key: string): boolean {
  return ['enabledfor', 'actors', 'targeting', 'strategies'].includes(plainName(key));
}

/** Does a key belong to what a flag has, rather than to be a flag itself? */
export function isFlagPart(key: string): boolean {
  const name = plainName(key);
  return isSwitchName(key) || descriptions.has(name) || audiences.has(name);
}
