import { escapeExpression } from '../../text/escape-expression.js';
import { mentionsKey } from './code-text.js';
import { isDistinct } from './settings/settings-holder.js';

/**
 * Whether a line names a flag by one of its names: a whole word that nothing else has, however it is spelled and within a longer one too (`isNewHomeEnabled`), else only between
 * quotes or as a symbol.
 */
export function createNamesKey(keys: ReadonlySet<string>): (line: string) => boolean {
  const own = [...keys].filter((key) => isDistinct(key) || /[-.\s\d]/.test(key));
  const plain = [...keys].filter((key) => !own.includes(key));
  const words =
    own.length === 0 ? undefined : new RegExp(`(?<![\\w-])(?:${own.map(escapeExpression).join('|')})(?![\\w-])`);
  const spelled = [...new Set(own.flatMap(spellings))];
  return (line) => {
    if (words?.test(line) === true || plain.some((key) => mentionsKey(line, key))) return true;
    const simple = simplify(line);
    return spelled.some((each) => simple.includes(each));
  };
}

/** The key and its last part, as far as they are so long that they mean nothing else. */
function spellings(key: string): readonly string[] {
  const last = key.slice(key.search(/[^.:/]*$/));
  return (isDistinct(last) || last.includes('-') ? [key, last] : [key])
    .map(simplify)
    .filter((each) => each.length >= shortest);
}

const shortest = 10;

/** A name in any spelling: `new-home`, `newHome` and `NEW_HOME` are one. */
export function simplify(text: string): string {
  return text.replaceAll(/[_-]/g, '').toLowerCase();
}

const word = /[\p{L}_][\p{L}\p{N}_]*/gu;
/** What an answer is called: `const isOn = …`, `@shown = …`. */
const assigned =
  /^\s*(?:(?:export|const|let|var|val|final|auto|bool|boolean)\s+)*@?([\p{L}_][\p{L}\p{N}_]{2,60})\s*(?::\s*\w+\s*)?=(?![=>])/u;
/** What is called after what is called after the flag. */
const rounds = 2;

/** The same for parts of one program, which may name the flag by what the answer is called in it. */
export function createNamesAnswer(text: string, names: (line: string) => boolean): (line: string) => boolean {
  const called = new Set<string>();
  const isNamed = (line: string): boolean => names(line) || (line.match(word) ?? []).some((each) => called.has(each));
  const lines = text.split('\n').filter((line) => assigned.test(line));
  for (let round = 0; round < rounds; round++)
    for (const line of lines) if (isNamed(line)) called.add(assigned.exec(line)?.[1] as string);
  return isNamed;
}
