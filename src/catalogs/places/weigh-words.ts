import { readJson } from '../read-json.js';

/** What the values of a file say of it: texts for people, data, or words beside so much else that nobody can tell. */
export type Weight = 'texts' | 'doubtful' | 'data';

/** As much of a long file as tells what it is, in UTF-16 units. */
const sample = 60_000;
const fewest = 8;
/** Java has a bundle of texts for each page, of one line often. */
const fewestOfBundle = 1;

/** Weighs a file of keys and values by what its values are: texts are words nearly all, settings and facts about a country are not. */
export function weighWords(path: string, text: string): Weight {
  const values = valuesOf(path.toLowerCase(), text);
  const worded = values.filter((value) => value !== undefined && isWorded(value)).length;
  if (worded < (/\.properties$/i.test(path) ? fewestOfBundle : fewest)) return 'data';
  if (worded >= values.length * 0.6) return 'texts';
  return worded >= values.length * 0.35 ? 'doubtful' : 'data';
}

function valuesOf(path: string, text: string): readonly (string | undefined)[] {
  if (path.endsWith('.json')) return valuesOfJson(path, text);
  return /\.(?:[cm]?[jt]s|php)$/.test(path) ? valuesOfProgram(text) : valuesOfLines(text);
}

/** `undefined` for what is no text, or one of many in a list, as facts are written. */
function valuesOfJson(path: string, text: string): readonly (string | undefined)[] {
  const { entries, isObject } = readJson(path, text.slice(0, sample));
  if (!isObject) return [];
  return [...entries.values()].map(({ value, isText, path: keys }) =>
    isText && keys.every((key) => typeof key === 'string') ? value : undefined,
  );
}

/** `key: value` and `key = value`, with or without quotation marks. */
const line =
  /^[ \t]*(?![#!])(?:"[^"\n]{1,200}"|'[^'\n]{1,200}'|(?:[\w.-]|\\[ :=]){1,200})[ \t]*[:=][ \t]*(\S[^\n]*)$/gm;

function valuesOfLines(text: string): readonly string[] {
  return [...text.slice(0, sample).matchAll(line)].map(([, value = '']) =>
    value.replace(/^["']|["'],?\s*$/g, '').replace(/\\u[\da-f]{4}/gi, 'ü'),
  );
}

/** `key: 'value'` and `'key' => 'value'`; whatever else stands on a line of a program is no text, but for what opens and closes groups. */
const member =
  /^[ \t]*(?:["']?[\w$.-]{1,200}["']?|["'][^"'\n]{1,200}["'])[ \t]*(?::|=>)[ \t]*(?:(["'`])(.*)\1,?|([[{(]|array\()?[^\n]*)$/;

function valuesOfProgram(text: string): readonly (string | undefined)[] {
  const lines = text.slice(0, sample).split('\n');
  return lines.flatMap((each) => {
    if (nothing.test(each)) return [];
    const [whole, , value, group] = member.exec(each) ?? [];
    return whole !== undefined && group !== undefined ? [] : [value];
  });
}

/** Ends of groups, comments and blank lines. */
const nothing = /^\s*(?:$|\/\/|\/?\*|[\])}]|<\?php)/;

/** Words of a language, or one that begins as a label does; no address, number, code or name of a file. */
function isWorded(value: string): boolean {
  if (/^\s*(?:[a-z][a-z+.-]*:\/\/|[./#@])/i.test(value)) return false;
  const filled = value.replace(/%?\{[^{}]{0,100}\}/g, 'word');
  return /\p{L}{2,}[\s,’'-]+\p{L}|(?!\p{ASCII})\p{L}/u.test(filled) || /^\p{Lu}\p{Ll}+[.!?:…]*$/u.test(filled);
}
