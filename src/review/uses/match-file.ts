import { readCallContext, type CallContext } from './call-context.js';
import { findCommentedOut } from './find-commented-out.js';
import type { KeyIndex } from './key-index.js';
import { matchImports } from './loaded/match-imports.js';
import type { KeyMatch } from './key-match.js';
import { learnAskers, type Askers } from './learn-askers.js';
import { matchGoTemplates } from './match-go-templates.js';
import { matchMarkup } from './match-markup.js';
import { matchMembers } from './match-members.js';
import { matchRuby } from './match-ruby.js';
import { matchSentences } from './match-sentences.js';
import { readChains, readTokens, type Token } from './read-tokens.js';
import { canonicalName, isTelling, type TextKey } from './text-key.js';

/** Files with more strings than this are not looked at: no people write them. */
const mostTokens = 40_000;

/**
 * Where a file names one of the keys: as a string, as a member, below what it says that keys begin with, or pieced together; `undefined` where that
 * would take too long.
 */
export function matchFile(path: string, text: string, keys: KeyIndex): readonly KeyMatch[] | undefined {
  const tokens: Token[] = [];
  for (const token of readTokens(text)) {
    if (tokens.length === mostTokens) return undefined;
    if (!isPropertyName(text, token)) tokens.push(token);
  }
  const matches: KeyMatch[] = [];
  const contexts = new Map<number, CallContext>();
  const contextOf = ({ at }: Token): CallContext => {
    const known = contexts.get(at) ?? readCallContext(text, at);
    contexts.set(at, known);
    return known;
  };
  const named = tokens.filter((token) => isScopeLike(text, token) && contextOf(token) === 'scopes');
  const scopes = [...new Set(named.map(({ value }) => canonicalName(value)))].slice(0, mostScopes);
  if (text.includes('defineMessages(')) {
    // Without ids of their own, they are named after the place of the file.
    const place = path.split('/').slice(0, -1);
    for (let from = 0; from < Math.min(place.length, 12); from++) scopes.push(place.slice(from).join('.'));
    for (const { index, 1: name = '' } of text.matchAll(/(?<=[{,\n]\s{0,40})([A-Za-z_]\w{0,100})\s{0,10}:/g)) {
      for (const scope of scopes)
        for (const key of keys.named(`${scope}.${name}`))
          matches.push({ key, at: index, end: index + name.length, sure: true });
    }
  }
  const variable = passesVariables.test(text);
  const isCommentedOut = findCommentedOut(text);
  const asks = learnAskers(text, tokens, keys.isText);
  for (const token of tokens) {
    for (const [key, sure] of matchToken(token, text, keys, scopes, variable, () => contextOf(token), asks)) {
      // Comments may be hints for tools that collect keys.
      const isHint = isComment(path, text, token.at) || isCommentedOut(token.at);
      if ((!isHint || contextOf(token) === 'translates') && mayBeString(key, text))
        matches.push({
          key,
          at: token.at,
          end: token.end,
          sure: sure && !isHint && (isByKey(key) || contextOf(token) === 'translates'),
        });
    }
  }
  if (isRuby.test(path)) matches.push(...matchRuby(path, text, keys));
  for (const match of matchImports(path, text, keys))
    if (!isComment(path, text, match.at) && !isCommentedOut(match.at)) matches.push(match);
  matches.push(...matchMembers(path, text, keys), ...matchSentences(text, keys), ...matchGoTemplates(text, keys));
  for (const match of matchMarkup(text, keys))
    matches.push({ ...match, sure: !isComment(path, text, match.at) && !isCommentedOut(match.at) });
  for (const { name, at, end } of readChains(text, isPage.test(path))) {
    const [found = []] = [name, name.replace(/\.\w+$/, '')]
      .map((each) => keys.named(each))
      .filter(({ length }) => length > 0);
    for (const key of found)
      if (key.naming !== 'resource' && key.naming !== 'words')
        matches.push({ key, at, end, sure: !isCommentedOut(at) });
  }
  return matches;
}

/** A page that is filled in on a server or in the browser, in which nothing is a template of JavaScript. */
const isPage = /\.(?:x?html?|jspf?|jspx|vm|ftlh?)$/i;
const isRuby = /\.(?:rb|erb|haml|slim|builder|jbuilder|rake|ru)$/i;

function isByKey({ naming }: TextKey): boolean {
  return naming === 'key' || naming === 'rails' || naming === 'component';
}

/** A resource of Android is named by a string in one call alone. */
function mayBeString({ naming }: TextKey, text: string): boolean {
  return naming !== 'resource' || text.includes('getIdentifier');
}

const mostScopes = 50;
/** A translating function that is given something else than a string. */
const passesVariables =
  /(?<![\w$])(?:\$?t|_t|translate|localize|instant|getMessage|trans|__|formatMessage\(\{\s*id:)\s*\(?\s*[A-Za-z_$][\w$.?!\][]{0,100}\s*[,})]/;
/** `${open ? 'yes' : 'no'}` */
const choice = /\$\{[^{}]{0,200}\?\s*["']([\w.-]{1,60})["']\s*:\s*["']([\w.-]{1,60})["']\s*\}/;
const hole = /\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|#\{[^{}]*\}|\{\$?[\w.>()-]*\}|\\\([^()]*\)|%[sd]|\$\w+/g;

function* matchToken(
  token: Token,
  text: string,
  keys: KeyIndex,
  scopes: readonly string[],
  variable: boolean,
  context: () => CallContext,
  asks: Askers,
): Generator<readonly [key: TextKey, sure: boolean]> {
  const [, one, other] = choice.exec(token.value) ?? [];
  if (one !== undefined && other !== undefined) {
    for (const each of [one, other])
      yield* matchToken(
        { ...token, value: token.value.replace(choice, each) },
        text,
        keys,
        scopes,
        variable,
        context,
        asks,
      );
    return;
  }
  const value = token.value.replace(/^@(?:string|plurals|array)\//, '').trim();
  const name = canonicalName(value);
  const space = name.indexOf('.');
  // `ns:key`: what a file is called in the settings of a library nobody knows here.
  const bare = /^[\w-]{1,60}[:]/.test(value) && space > 0 ? name.slice(space + 1) : name;
  // Angular names a text behind what it says of it: `i18n="meaning|words@@home"`.
  // TYPO3 names one behind the file that it lies in: `LLL:EXT:shop/Resources/…/locallang.xlf:home`.
  const labelled =
    (/@@([^@]{1,100})$/.exec(value) ?? /^(?:LLL:)?EXT:[^:]{1,200}:([^:]{1,200})$/.exec(value))?.[1] ?? name;
  for (const each of new Set([name, bare, labelled])) {
    for (const key of keys.named(each)) {
      if (isTelling(each) || (each === labelled && each !== name))
        // A path of Rails is none of a text, `render 'users/index'`.
        yield [key, key.naming !== 'rails' || !value.includes('/')];
      else if (!isByKey(key)) yield [key, context() === 'translates'];
      else if (context() === 'translates') yield [key, scopes.length === 0 || scopes.some(isDefaultSpace)];
      else {
        const learned = asks(token);
        if (learned !== undefined || (context() === 'other' && variable)) yield [key, learned === 'sure'];
      }
    }
  }
  for (const scope of scopes) {
    const scoped = `${scope}.${name.replace(/^\./, '')}`;
    for (const key of keys.named(scoped)) if (context() !== 'scopes') yield [key, context() === 'translates'];
  }
  const isArgument = /[(=]\s*\{?\s*$/.test(text.slice(Math.max(0, token.at - 20), token.at));
  if (isArgument && keys.below(name) && context() === 'translates')
    for (const key of keys.fitting([`${name}.`, ''], true)) yield [key, false];
  const parts = piecesOf(token, text);
  const open = !/[$#{\\%]/.test(value);
  if (parts === undefined) {
    if (context() === 'translates' && /\bcontext\b/.test(text.slice(token.end, token.end + 150)))
      for (const key of keys.fitting([`${name}_`, ''], false)) yield [key, false];
    return;
  }
  const [head = ''] = parts;
  if (!/[\p{L}\p{N}]{2}/u.test(parts.join(' '))) return;
  // What is nobody's argument is taken for the beginning of a key where it is written like one.
  if (context() !== 'translates' && !(/^[\w-]+(?:\.[\w-]+)*[._-]$/.test(head) && !/[:/|]/.test(value))) return;
  if (isType(text, token)) return;
  for (const start of ['', ...scopes.map((scope) => `${scope}.`)]) {
    for (const key of keys.fitting([start + head, ...parts.slice(1)], open)) yield [key, false];
  }
}

/** The fixed parts of a string that is pieced together: with something worked out in it, before it or behind it. */
function piecesOf({ value, at, end }: Token, text: string): readonly string[] | undefined {
  if (/\s/.test(value.replace(hole, ''))) return undefined;
  const parts = value.replace(hole, '\0').split('\0').map(canonicalName);
  const before = /[\w$)\]"'`]\s*\+\s*$/.test(text.slice(Math.max(0, at - 20), at));
  const after = /^\s*(?:\+|\.\.?\s*[$\w(]|~)/.test(text.slice(end, end + 20)) || /[._:|/-]$/.test(value);
  if (parts.length === 1 && !before && !after) return undefined;
  const tail = after ? canonicalName(endBehind.exec(text.slice(end, end + 200))?.[1] ?? '') : undefined;
  return [
    ...(before ? [''] : []),
    ...parts,
    ...(tail === undefined || (tail === '' && parts.at(-1) === '') ? [] : [tail]),
  ];
}

/** The last string of a sum of three: of `'theme.' + name + '.config.json'` that is no text under `theme`. */
const endBehind = /^\s*\+\s*[\w$.()]{1,80}\s*\+\s*['"`]([\w./-]{1,60})['"`](?!\s*[+.(])/;

/** In TypeScript's types, where it asks for nothing: `| \`home.${string}\``. */
function isType(text: string, { at }: Token): boolean {
  return /(?:[^|]\|\s*|\btype\s+\w+\s*=\s*)$/.test(text.slice(Math.max(0, at - 60), at));
}

/** A look that costs little: few strings are given to what says where keys begin. */
function isScopeLike(text: string, { value, at }: Token): boolean {
  if (!/^[\w.:/-]{1,200}$/.test(value)) return false;
  return /translat|transloco|i18n|intl|prefix|namespace|scope|fixedt|messages|ns\s*:/i.test(
    text.slice(Math.max(0, at - 100), at),
  );
}

/** The names that libraries give the texts that need no naming. */
function isDefaultSpace(scope: string): boolean {
  return /^(?:translations?|messages|app|default|global)$/i.test(scope);
}

/** `'home.title': …` says what a key is called, and asks for nothing; `x ? 'a' : 'b'` and `case 'a':` do. */
function isPropertyName(text: string, { at, end }: Token): boolean {
  if (!/^\s{0,20}:(?!:)/.test(text.slice(end, end + 22))) return false;
  return !/(?:[?]|\bcase)\s*$/.test(text.slice(Math.max(0, at - 30), at));
}

function isComment(path: string, text: string, at: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - 1000), at);
  if (/^\s*(?:\/\/|\/\*|\*\s|<!--|\{\s*\/\*)/.test(line) || /(?:^|[\s;,})])\/\/\s/.test(line)) return true;
  return /\.(?:py|rb|sh|ya?ml|exs?|pl|toml)$/i.test(path) && /^\s*#/.test(line);
}
