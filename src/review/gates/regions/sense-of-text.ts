import { senseOfCall, type FlagSense } from '../../../flags/flag-calls.js';
import { flagHolder, senseOfHeld } from '../settings/settings-holder.js';

const none: ReadonlySet<string> = new Set();
const key = String.raw`(?::\w{1,100}|"[^"]{1,200}"|'[^']{1,200}')`;
/** With brackets around what is given, or without. */
const call = new RegExp(
  String.raw`^(?:[\w$.:@>-]*?[.:>])??(\w{1,60})[?!]?(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\s+(${key}(?:,\s*(?:${key}|[\w.@]{1,100}))*))$`,
);

/**
 * What a condition of a template, or of a language without a syntax tree here, says of a flag by its keys or by `names` that stand for the answer:
 * `on` where it holds only while the flag is on, `off` where it fails only then. Anything that is more than questions joined by “and” says nothing.
 */
export function senseOfText(
  condition: string,
  keys: ReadonlySet<string>,
  names: ReadonlySet<string> = none,
): 'on' | 'off' | undefined {
  if (condition.length > 500) return undefined;
  // What stands in brackets is one part, whatever is in it.
  const bare = condition.replaceAll(/\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, (group) => ' '.repeat(group.length));
  if (/\|\||\bor\b|\?\?|\s\?\s|[=<>]=|!=/.test(bare)) return undefined;
  const parts = partsOf(condition, bare).map((part) => senseOfPart(part.trim(), keys, names));
  if (parts.includes('on')) return 'on';
  return parts.length === 1 && parts[0] === 'off' ? 'off' : undefined;
}

/** Parts a condition at each “and” that stands outside of brackets. */
function partsOf(condition: string, bare: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: word, index } of bare.matchAll(/&&|\band\b/g)) {
    parts.push(condition.slice(from, index));
    from = index + word.length;
  }
  return [...parts, condition.slice(from)];
}

function senseOfPart(part: string, keys: ReadonlySet<string>, names: ReadonlySet<string>): FlagSense | undefined {
  const negated = /^(?:!|not\b)\s*/.exec(part)?.[0];
  if (negated !== undefined) {
    const inner = senseOfPart(part.slice(negated.length), keys, names);
    return inner === 'on' ? 'off' : inner === 'off' ? 'on' : undefined;
  }
  const inner = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(part)?.[1];
  if (inner !== undefined) return senseOfText(inner.trim(), keys, names);
  const name = part.replace(/^[$@]/, '').replace(/\.value$|\(\)$/, '');
  if (names.has(part) || names.has(name)) return 'on';
  // `flags.newHome`, `$flags['new-home']`
  const [, object = '', member = '', quoted = ''] =
    /^([\w$.>:()-]{1,100}?)\??(?:\.|->)([\w$]{1,100})\??$/.exec(part) ??
    /^([\w$.>:()-]{1,100})()\[["':]?([\w.-]{1,100})["']?\]$/.exec(part) ??
    [];
  if (keys.has(member || quoted) && senseOfHeld(object.replace(/\(\)$/, ''), member || quoted) !== undefined)
    return 'on';
  // `FeatureFlags.new_home.enabled?`
  const [, list = '', own = '', question = ''] =
    /^([\w$.:]{1,100})\.([\w-]{1,100})\.(\w{1,60})\??(?:\([^()]*\))?$/.exec(part) ?? [];
  if (keys.has(own) && flagHolder.test(list)) {
    const sense = senseOfCall(question, none, true);
    return sense === 'value' ? undefined : sense;
  }
  // `Flipper[:new_home].enabled?`
  const [, indexed = '', asked = ''] =
    /^[\w$.:]{1,100}\[[:"']?([\w.-]{1,100})["']?\]\.(\w{1,60})\??(?:\([^()]*\))?$/.exec(part) ?? [];
  if (keys.has(indexed)) return senseOfCall(asked, none, true);
  // `Flipper.enabled?(:new_home, user)`, `feature? :new_home`, `Feature::active('new-home')`
  const [, callee = '', given = ''] = call.exec(part)?.filter(Boolean) ?? [];
  // What is given besides the key may be the answer where nobody else gives one.
  if (/\btrue\b/i.test(given)) return undefined;
  const named = [...given.matchAll(/["'`]([^"'`]{1,200})["'`]|:(\w{1,100})|\.(\w{1,100})|\b(\w{1,100})\b/g)];
  const isAbout = named.some((match) => match.slice(1).some((each) => keys.has(each)));
  const sense = isAbout ? senseOfCall(callee, none, true) : undefined;
  return sense === 'value' ? undefined : sense;
}
