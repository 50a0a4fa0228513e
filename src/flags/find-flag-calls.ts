import { escapeExpression } from '../text/escape-expression.js';
import { isFlagElement, senseOfCall } from './flag-calls.js';

/** Where a program asks whether a flag is on. */
export interface FlagCall {
  /** The key as written; of a constant, what it is called. */
  readonly key: string;
  readonly isConstant: boolean;
  /** What asks, as written: `Flipper.enabled?`, `useFlag`, `<Feature>`. */
  readonly by: string;
}

/** What is longer was written by machines. */
const longest = 400_000;

/**
 * The calls of a text in any language that ask for a flag by its key, read without a syntax tree: a suggestion to people, and no proof. What the
 * review takes for a question (`senseOfCall`) is one here where its name, or whom it is asked of, says that it is about flags.
 */
export function findFlagCalls(text: string): readonly FlagCall[] {
  if (text.length > longest) return [];
  const taken = takenByHooks(text);
  const askers = new Set(taken.filter(({ isAsker }) => isAsker).map(({ name }) => name));
  const calls = [...text.matchAll(call), ...text.matchAll(symbolCall)].flatMap((found): readonly FlagCall[] => {
    const { of, name, quoted, symbol, constant } = found.groups as unknown as CallParts;
    const key = quoted ?? symbol ?? String(constant);
    if (!(isQuestion(of, name) || (of === '' && askers.has(name))) || !isLikelyKey(key)) return [];
    return [{ key, isConstant: constant !== undefined, by: `${of}${name}` }];
  });
  const elements = [...text.matchAll(element)].flatMap(([, name = '', key = '']): readonly FlagCall[] =>
    isFlagElement(name) && isLikelyKey(key) ? [{ key, isConstant: false, by: `<${name}>` }] : [],
  );
  const tags = [...text.matchAll(templateTag)].flatMap(([, tag = '', key = '']): readonly FlagCall[] =>
    isLikelyKey(key) ? [{ key, isConstant: false, by: `{% ${tag} %}` }] : [],
  );
  const flags = taken.flatMap(({ name, hook, isAsker }): readonly FlagCall[] =>
    isAsker ? [] : [{ key: name, isConstant: false, by: hook }],
  );
  return [...calls, ...elements, ...tags, ...flags];
}

/** What is taken from a hook that gives flags: a flag each (`const { newHome } = useFlags()`), but for what is called, which asks for one. */
function takenByHooks(
  text: string,
): readonly { readonly name: string; readonly hook: string; readonly isAsker: boolean }[] {
  return [...text.matchAll(destructured)].flatMap(([, names = '', hook = '']) =>
    [...names.matchAll(/(?<![\w$.])([a-z][\w$]{2,79})(?=\s*(?:[,=:]|$))/gu)].map(([, name = '']) => ({
      name,
      hook,
      isAsker: asker.test(name) || new RegExp(`(?<![\\w$.])${escapeExpression(name)}\\(`, 'u').test(text),
    })),
  );
}

/** What a hook gives beside flags: a function, all of them, how far it is. */
const asker =
  /^(?:get|is|has|check|refresh|refetch|set|update|load)?(?:Feature)?(?:Flags?|Features?)(?:Enabled|Active|On)?$|^(?:is)?(?:loading|ready|error|data|client)$/iu;

/** What of a call is named in its expression: one of the last three is there. */
interface CallParts {
  readonly of: string;
  readonly name: string;
  readonly quoted?: string;
  readonly symbol?: string;
  readonly constant?: string;
}

/** Whether a text is a key such as people give: of at least three characters with a letter, and no number or truth value written down. */
export function isLikelyKey(text: string): boolean {
  return key3.test(text) && !value.test(text);
}

const key3 = /^(?=.{0,80}$)(?=[\w.:/-]*[a-z])[a-z\d][\w.:/-]+[\w]$/iu;
const value =
  /^(?:0[xob][\da-f_]+n?|[\d_.]+(?:e[+-]?\d+|px|ms|em|[kmg]b|n)?|true|false|yes|null|none|nil|undefined|off)$/iu;

const receiver = String.raw`(?<![\w$.>:])(?<of>(?:[\w$]{1,60}(?:\(\))?(?:\?\.|!?\.|::|->|&\.)){0,4})`;
const call = new RegExp(
  String.raw`${receiver}(?<name>@?[\w$]{2,60}[?!]?)(?:<[\w<>[\], .]{1,60}>)?\(\s{0,40}(?:[^()"'${'`'};]{0,60}?(?<quote>["'${'`'}])(?<quoted>[\w.:/-]{3,80})\k<quote>|:(?<symbol>[a-z_]\w{2,79})(?![\w(])|(?:[\w$.]{1,40},\s{0,20})?(?<constant>(?:[A-Z][\w$]{0,60}\.)?[A-Z][A-Z\d_]{3,80}|[A-Z][\w$]{0,60}\.[A-Za-z][\w$]{2,80})\s{0,20}[,)])`,
  'gu',
);
/** As Ruby asks without parentheses. */
const symbolCall = new RegExp(String.raw`${receiver}(?<name>\w{2,60}\?)[ ]:(?<symbol>[a-z_]\w{2,79})\b`, 'gu');
const element =
  /<([A-Z][\w.]{2,60})\s[^<>]{0,200}?\b(?:flag|flagKey|feature|featureKey|name|gate|flags)=\{?["']([\w.:/-]{3,80})["']/gu;
const templateTag = /\{%-?\s{1,4}(flag|switch|sample|ifswitch)\s{1,4}["']?([\w.:-]{3,80})/gu;
const destructured = /\{([^{}]{1,400})\}\s{0,4}=\s{0,4}(use\w{0,30}Flags)\(\)/gu;

/** Whom flags are asked of, by name. */
const keeper =
  /flag(?!s?\.)|flags?(?:\.|::|->|\()|feature(?!d)|toggle|experiment|unleash|flipper|launch_?darkly|ldclient|(?:^|\.)ld\.|posthog|growth_?book|statsig|split(?:client|io)|optimizely|eppo|pennant|waffle|flipt|configcat|remote_?config|open_?feature/iu;
/** About flags by their own name. */
const plain =
  /feature_?flag|(?:^|_)gate(?![a-z])|Gate(?![a-z])|^(?:is|has|use|check|get|if|when|with|require|require_)_?\w{0,40}?(?:feature(?!d)|flag|experiment)|(?:feature(?!d)|flag|toggle|switch|experiment)s?_?(?:is_?)?(?:enabled|active|on)\b|^@feature$|Variation$|variation$/iu;
/** Words of command lines, compilers and maps, whatever else they are. */
const others =
  /^(?:get|has|is|use)?_?(?:flags?|feature|features|bool|boolean|string|int)$|feature\w*(?:by|at|info|type|layer|source|style|collection|point|name|set|group|list)|country|^new|detected$|(?:red|bit|compiler|tab)_?flag|delegate/iu;
const library =
  /unleash|flipper|launch_?darkly|ldclient|posthog|growth_?book|statsig|optimizely|pennant|waffle|flipt|configcat|open_?feature|feature/iu;

function isQuestion(of: string, name: string): boolean {
  const bare = name.replace(/^@|[?!]$/gu, '');
  if (senseOfCall(bare, new Set(), true) === undefined) return false;
  if (others.test(bare)) return library.test(of) || bare === 'useFlag' || bare === 'useFeature' || name === '@feature';
  return plain.test(name) || keeper.test(of);
}
