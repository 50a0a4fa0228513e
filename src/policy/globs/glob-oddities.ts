/** Characters that show nothing or do not belong in a name that people type. */
const invisible = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\ufffd]|(?! )\p{Zs}/u;

/**
 * Why a glob of the PM zone does not say what its author may think, to follow on "The glob … cannot be used: "; nothing where it is plain. Every
 * oddity is one that no path of a repository has, or hardly any.
 */
export function findOddity(written: string): string | undefined {
  if (written === '') return 'it is empty';
  // Most globs are of plain characters, and V8 takes milliseconds to compile the other test.
  if (/[^ -~]/u.test(written) && invisible.test(written))
    return 'it holds a character that cannot be seen; type it anew';
  if (written.startsWith('!')) return 'a leading “!” does not turn a rule round; put it on the other list';
  if (written.startsWith('#')) return 'a leading “#” would make it a comment';
  if (written.includes('\\')) return 'it has a backslash; write “/” between folders';
  if (/["`<>“”„]|^['‘]|['’]$/u.test(written))
    return 'it holds quotation marks or angle brackets, which no path here has';
  if (/\.{3}|…/u.test(written)) return '“…” matches no path; write “**” for everything below';
  if (/(^|\/)\.\.(\/|$)/u.test(written)) return "it climbs with “..”; write it from the repository's root";
  if (cutAtCommas(written).length > 1 || /;|[\s|]+(?=[*/.])|^[^()]*\|/u.test(written))
    return 'it looks like several globs; give each its own backticks';
  if (elsewhere.test(written))
    return "it begins with a variable, an alias, a drive, a home folder or an address; write it from the repository's root";
  if (/\(\.[*+]\)/u.test(written)) return 'it is written as a regular expression; write “**” for everything below';
  if (/[^ -~]/u.test(written)) return oddLetters(written);
  return undefined;
}

/** `$ROOT/`, `${PWD}/`, `$(pwd)/`, `%CD%/`, `~/`, `~name`, `@/`, `C:/`, `https://`, `path=`, git's `:(top)`. A route such as `$id.tsx` is a name. */
const elsewhere = /^\/?(?:\$(?:[A-Z_]{2,}(?=\/)|[{(])|%\w+%\/|~|@\/|[a-z]:\/|[a-z]+:\/\/|\w+=|:(?:\([a-z,]*\))?\/?)/iu;

function oddLetters(written: string): string | undefined {
  if (/[→⇒⟶⁄∕∖＼／]/u.test(written))
    return 'it holds a sign that only looks like “/” or points somewhere; write “/” between folders';
  const isMixed = written
    .split('/')
    .some(
      (name) =>
        /\p{Script=Latin}/u.test(name) &&
        /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(name),
    );
  return isMixed ? 'it mixes letters of several alphabets that look alike; type it anew' : undefined;
}

/** Words behind a path. A forbid holds for the path alone as well (`alsoMeant`). */
export function wordsBeside(written: string): string | undefined {
  return /(?:\*\*|\/)\s|(?:\*|\.[a-z]\w{0,9})\s+[^\s/*.][^/*.]*$/iu.test(written)
    ? 'it holds words beside the path; put the path alone in backticks, and the words behind them'
    : undefined;
}

/** What the author of a forbid with an oddity may have meant. */
export function likelyGlobs(written: string): readonly string[] {
  const plain = written
    .replace(new RegExp(invisible, 'gu'), '')
    .replace(/^[!#]+|["`<>“”„‘’']/gu, '')
    .replace(/[\\⁄∕∖＼／]/gu, '/')
    .replace(elsewhere, '')
    .replace(/→.*|\(\.[*+]\)/gu, '**');
  return [...new Set([plain, ...cutAtCommas(plain).flatMap((piece) => piece.split(/[\s;|]+/u))])];
}

/** Cuts at commas that stand in no braces. */
function cutAtCommas(text: string): readonly string[] {
  let depth = 0;
  let start = 0;
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (text[at] !== ',' || depth > 0) continue;
    pieces.push(text.slice(start, at));
    start = at + 1;
  }
  return [...pieces, text.slice(start)];
}
