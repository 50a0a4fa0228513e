import { senseOfCall, type FlagSense } from '../../../flags/flag-calls.js';
import { flagHolder, senseOfHeld } from '../settings/settings-holder.js';

const none: ReadonlySet<string> = new Set();

/**
 * What a condition of a template, or of a language without a syntax tree here, says of a flag by its keys or by `names` that stand for the answer:
 * `on` where it holds only while the flag is on, `off` where it fails only then. Anything that is more than questions joined by “and” says nothing.
 */
export function senseOfText(
  condition: string,
  keys: ReadonlySet<string>,
  names: ReadonlySet<string> = none,
): 'on' | 'off' | undefined {
  if (condition.length > 500 || /\|\||\bor\b|\?\?|\s\?\s|[=<>]=|!=/.test(condition)) return undefined;
  const parts = condition.split(/&&|\band\b/).map((part) => senseOfPart(part.trim(), keys, names));
  if (parts.includes('on')) return 'on';
  return parts.length === 1 && parts[0] === 'off' ? 'off' : undefined;
}

function senseOfPart(written: string, keys: ReadonlySet<string>, names: ReadonlySet<string>): FlagSense | undefined {
  const negated = /^(?:!|not\b)\s*/.exec(written)?.[0];
  if (negated !== undefined) {
    const inner = senseOfPart(written.slice(negated.length), keys, names);
    return inner === 'on' ? 'off' : inner === 'off' ? 'on' : undefined;
  }
  const part = /^\(([^()]*(?:\([^()]*\))?[^()]*)\)$/.exec(written)?.[1]?.trim() ?? written;
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
  const [, callee = '', given = ''] =
    /^(?:[\w$.:@>-]*?[.:>])??(\w{1,60})[?!]?(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\s+([:"'].*))$/
      .exec(part)
      ?.filter(Boolean) ?? [];
  const named = [...given.matchAll(/["'`]([^"'`]{1,200})["'`]|:(\w{1,100})|\.(\w{1,100})|\b(\w{1,100})\b/g)];
  const isAbout = named.some((match) => match.slice(1).some((each) => keys.has(each)));
  const sense = isAbout ? senseOfCall(callee, none, true) : undefined;
  return sense === 'value' ? undefined : sense;
}
