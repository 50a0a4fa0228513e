import { canonicalName } from './text-key.js';
import type { Token } from './read-tokens.js';

/** Says of a string that is a text's key whether it is asked for there: surely, or possibly; `undefined` where nothing says so. */
export type Askers = (token: Token) => 'sure' | 'possible' | undefined;

/** So many other texts have to be asked for in the same manner, and of the strings in it so large a part has to be texts. */
const fewest = { sure: 2, possible: 5 };
const smallestPart = { sure: 0.8, possible: 0.9 };

/** What stands before a string and says what it is for: `showText(`, `data-words=`, `words[`, `label:`. */
const before = /([\w$.:@-]{1,60})\s{0,3}(?:\(|\[|=\{?|:)\s{0,3}$/;
/** What is done with a string: `.asText()`, `| words`. */
const behind = /^\s?([.|]\s?[a-z]\w{0,40})/i;
/** A name that speaks of texts. */
const speaks =
  /i18n|l10n|lang|locali|translat|texts?$|strings?$|str$|msg|message|phrase|words?$|label|title$|caption|tooltip|placeholder|(?:^|[._-])t[lr]?(?:$|-)/i;
/** Names of things that are called like texts and are none. */
const isOther =
  /^(?:.*[._-])?(?:id|class|className|for|htmlFor|name|type|value|href|src|icon|field|prop|dataIndex|slot|ref|role|case|require|import|from|on|off|emit|register|data-test\w*|testID)$/i;

/**
 * Learns from a program how it asks for texts: what it does with many strings that are nearly all texts of the catalog (`isText` by their
 * names), it does with texts. The strings are read when something is asked for the first time.
 */
export function learnAskers(text: string, tokens: readonly Token[], isText: (name: string) => boolean): Askers {
  let manners: ReadonlyMap<string, ReadonlyMap<string, boolean>> | undefined;
  return (token) => {
    const manner = mannerOf(text, token);
    if (manner === undefined || isOther.test(manner)) return undefined;
    manners ??= collectManners(text, tokens, isText);
    const values = [...(manners.get(manner) as ReadonlyMap<string, boolean>)].filter(
      ([value]) => value !== token.value,
    );
    const known = values.filter(([, is]) => is).length;
    const how = speaks.test(manner) ? 'sure' : 'possible';
    return known >= fewest[how] && known >= values.length * smallestPart[how] ? how : undefined;
  };
}

/** By manner the strings in it, and whether each is a text. */
function collectManners(
  text: string,
  tokens: readonly Token[],
  isText: (name: string) => boolean,
): ReadonlyMap<string, ReadonlyMap<string, boolean>> {
  const manners = new Map<string, Map<string, boolean>>();
  for (const token of tokens) {
    const manner = mannerOf(text, token);
    if (manner === undefined) continue;
    const values = manners.get(manner) ?? new Map<string, boolean>();
    manners.set(manner, values.set(token.value, isText(canonicalName(token.value.trim()))));
  }
  return manners;
}

function mannerOf(text: string, { at, end }: Token): string | undefined {
  const [, done] = behind.exec(text.slice(end, end + 50)) ?? [];
  if (done !== undefined && !/^\.\s?(?:length|concat|replace|split|join|includes|to\w+)/.test(done))
    return done.replace(/\s/g, '');
  return before.exec(text.slice(Math.max(0, at - 70), at))?.[1];
}
