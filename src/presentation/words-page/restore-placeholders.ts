import { findTokens, type Dialect } from '../../catalogs/find-tokens.js';

/** What may be a placeholder or a tag as it is written. Each alternative ends at a sign of its own. */
const written =
  /\{\{[^{}]{1,300}\}\}|[%#$]?\{[^{}]{1,300}\}|<[^<>]{1,300}>|%(?:\d{1,2}\$|\([\w.]{1,100}\)|<[\w.]{1,100}>)?[-+0#]{0,3}\d{0,3}(?:\.\d{1,2})?(?:l{1,2}|[hzqj])?[a-zA-Z@]|%\w{1,100}%|%L?\d{1,2}|\$\w{1,100}\$|\$\d|:[a-zA-Z]\w{0,100}|\$t\([^()]{1,200}\)|@(?:\.\w{1,20})?:[\w.-]{1,200}|#/gu;

/**
 * The typed text with each of the `lost` placeholders of the old one put back: where it is written in another way (`{name}` for `{{name}}`),
 * behind the words that stood before it, else before those
 * that stood behind it, else at the end. `undefined` where nothing is lost, or how one is written cannot be told.
 */
export function restorePlaceholders(
  was: string,
  typed: string,
  lost: readonly string[],
  dialect: Dialect,
): string | undefined {
  if (lost.length === 0) return undefined;
  let restored = typed;
  const pieces = Array.from(was.matchAll(written), ({ 0: raw, index }) => ({ raw, start: index }));
  for (const name of lost) {
    const piece = pieces.find(({ raw }, at) => isCalled(raw, name, dialect, placeOf(pieces, at)));
    if (piece === undefined) return undefined;
    restored = respell(was, piece.raw, restored) ?? putBack(was, piece.start, piece.raw, restored);
  }
  return restored;
}

/** The placeholders of a text as they are written in it. */
export function writtenPlaceholders(
  { value, placeholders }: { readonly value: string; readonly placeholders: readonly string[] },
  dialect: Dialect,
): readonly string[] {
  if (placeholders.length === 0) return [];
  const pieces = Array.from(value.matchAll(written), ({ 0: raw }) => ({ raw }));
  const isOne = ({ raw }: { readonly raw: string }, at: number): boolean =>
    placeholders.some((name) => isCalled(raw, name, dialect, placeOf(pieces, at)));
  return [...new Set(pieces.filter(isOne).map(({ raw }) => raw))];
}

/** Which one it is of those that are filled in by their order. */
function placeOf(pieces: readonly { readonly raw: string }[], at: number): number {
  return pieces.slice(0, at).filter(({ raw }) => raw.startsWith('%')).length + 1;
}

function isCalled(raw: string, name: string, dialect: Dialect, place: number): boolean {
  if (raw === name) return true;
  // As findTokens says of the first of them.
  const own = findTokens(raw, dialect).map((token) => token.replace(/^%1\$(?=.$)/, `%${place}$`));
  return (
    (own.length === 1 && own[0] === name) || (raw.startsWith('<') && raw.replace(/\s[^<>]*?(\/?)>$/, '$1>') === name)
  );
}

/** The text with a placeholder of the same name that the old one does not have written as it was; `undefined` where there is none. */
function respell(was: string, raw: string, typed: string): string | undefined {
  const name = nameIn(raw);
  if (name === undefined) return undefined;
  const own = new Set(Array.from(was.matchAll(written), ([each]) => each));
  const other = Array.from(typed.matchAll(written)).find(([each]) => nameIn(each) === name && !own.has(each));
  return other && typed.slice(0, other.index) + raw + typed.slice(other.index + other[0].length);
}

/** What a placeholder in brackets, between signs or behind a colon is called, in small letters. */
function nameIn(raw: string): string | undefined {
  return /^(?:[%#$]?\{{1,2}-?\s*|%\(|%<|%|:|\$)([\p{L}_][\p{L}\w.]+)/u.exec(raw)?.[1]?.toLowerCase();
}

/** How much of what stands around a place is looked for. */
const near = 40;

function putBack(was: string, start: number, raw: string, typed: string): string {
  const [before, behind] = [was.slice(Math.max(0, start - near), start), was.slice(start + raw.length)];
  for (let length = before.length; length > 0; length--) {
    const words = before.slice(-length);
    if (words.trim() === '' || typed.split(words).length !== 2) continue;
    const at = typed.indexOf(words) + words.length;
    return insert(typed, at, raw);
  }
  for (let length = Math.min(near, behind.length); length > 0; length--) {
    const words = behind.slice(0, length);
    if (words.trim() !== '' && typed.split(words).length === 2) return insert(typed, typed.indexOf(words), raw);
  }
  if (before.trim() === '') return insert(typed, 0, raw);
  return insert(typed, typed.length, raw);
}

/** With a blank where it would run into a word, unless it is a tag. */
function insert(text: string, at: number, raw: string): string {
  const [left, right] = [text.slice(0, at), text.slice(at)];
  const gap = (isWord: boolean): string => (isWord && !raw.startsWith('<') ? ' ' : '');
  return left + gap(/[\p{L}\p{N}]$/u.test(left)) + raw + gap(/^[\p{L}\p{N}]/u.test(right)) + right;
}
