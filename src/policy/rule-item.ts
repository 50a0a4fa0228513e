import { conditionsIn, joinConditions } from './conditions.js';
import { noSign, type Effect } from './lead.js';
import type { Condition, Problem, ZoneRule } from './policy.js';
import { compileZoneGlob } from './zone-glob.js';
import { firstLine, plainWords, sourceOf, type Piece } from './zone-text.js';

/** What one list item says. */
export interface ItemReading {
  readonly rules: readonly ZoneRule[];
  readonly problems: readonly Omit<Problem, 'file'>[];
}

/**
 * Reads one item of an allow or forbid list (design §3, "Lists" and "Conditions").
 *
 * An allow's globs are its leading run of inline code; a forbid also takes every other inline code that looks like a
 * path. Inline code after "except" and its like forbids, on either list. `leadConditions` go to every allow.
 * Nothing is dropped in silence: what cannot be used is a problem at its line, an error where it should have forbidden.
 */
export function readItem(pieces: readonly Piece[], effect: Effect, leadConditions: readonly Condition[]): ItemReading {
  return effect === 'forbid' || (pieces[0]?.kind === 'text' && noSign.test(pieces[0].text))
    ? readForbid(pieces)
    : readAllow(pieces, leadConditions);
}

/** Whether the item is Appendix A's sentence on files outside the feature folder, which row 8 of §4 already says. */
export function isOutsideSentence(pieces: readonly Piece[]): boolean {
  const words = plainWords(sourceOf(pieces));
  return (
    !pieces.some(({ kind }) => kind === 'code') &&
    words.length < 300 &&
    /^(?:any|all|every|other|a|files?|anything|everything)\b.*\boutside\b.*\bfeature[ -](?:folder|director)/u.test(
      words,
    ) &&
    /\b(?:without|unless)\b.*\b(?:engineer|engineers|engineering|co-?author\w*|pair\w*)\b/u.test(words)
  );
}

function readForbid(pieces: readonly Piece[]): ItemReading {
  if (isOutsideSentence(pieces)) return { rules: [], problems: [] };
  const line = firstLine(pieces);
  const text = sourceOf(pieces);
  const { globs, rest } = splitGlobs(pieces);
  const others = rest.filter((piece) => piece.kind === 'code' && looksLikePath(piece.text));
  const reading = forbid([...globs, ...others], text);
  const problems = [...reading.problems];
  if (globs.length === 0 && !(others.length > 0 && isPreamble(rest))) {
    problems.push({
      severity: 'error',
      line,
      message: `Nothing enforces "${short(text)}", since it does not begin with a path in backticks. Ask engineering to write it as a glob like \`**/auth/**\`.`,
    });
  }
  if (pieces.some(({ struck }) => struck)) {
    problems.push({
      severity: 'warning',
      line,
      message: `"${short(text)}" is struck through but still counts. Delete the line if PMs may touch this.`,
    });
  }
  if (exceptionIn(rest) !== undefined) {
    problems.push({
      severity: 'warning',
      line,
      message: `The exception in "${short(text)}" opens nothing: what is forbidden stays locked. List what PMs can touch separately.`,
    });
  }
  // Without backticks the globs are still guessed, so that at least they lock.
  const guessed = globs.length + others.length === 0 ? forbid(bareGlobs(pieces), text).rules : [];
  return { rules: [...reading.rules, ...guessed], problems };
}

function readAllow(pieces: readonly Piece[], leadConditions: readonly Condition[]): ItemReading {
  const line = firstLine(pieces);
  const text = sourceOf(pieces);
  const { globs, rest } = splitGlobs(pieces);
  const at = exceptionIn(rest);
  const excepted = at === undefined ? [] : rest.slice(at).filter(({ kind }) => kind === 'code');
  const closing = forbid(excepted, text);
  const words =
    at === undefined || excepted.length === 0 ? rest : rest.flatMap((piece, place) => wordsBeside(piece, place - at));
  const conditions = joinConditions(leadConditions, conditionsIn(sourceOf(words), line));
  const problems = [...closing.problems];
  const rules: ZoneRule[] = [];
  for (const glob of globs) {
    const { problem } = compileZoneGlob(glob.text, 'allow');
    if (glob.struck) {
      problems.push({
        severity: 'info',
        line: glob.line,
        message: `\`${short(glob.text)}\` is struck through, so it opens nothing.`,
      });
    } else if (problem !== undefined) {
      problems.push({
        severity: 'warning',
        line: glob.line,
        message: `\`${short(glob.text)}\` opens nothing: ${problem}.`,
      });
    } else {
      rules.push({ effect: 'allow', glob: glob.text, line: glob.line, text, conditions });
    }
  }
  if (globs.length === 0) {
    problems.push({
      severity: 'info',
      line,
      message: `"${short(text)}" opens nothing, since it does not begin with a path in backticks.`,
    });
  }
  return { rules: [...rules, ...closing.rules], problems };
}

/** The globs as forbids, those with a problem too: the judge keeps what of them is usable. */
function forbid(globs: readonly Piece[], text: string): ItemReading {
  return {
    rules: globs.map((glob) => ({ effect: 'forbid', glob: glob.text, line: glob.line, text, conditions: [] })),
    problems: globs.flatMap((glob) => {
      const { problem } = compileZoneGlob(glob.text, 'forbid');
      if (problem === undefined) return [];
      return [
        {
          severity: 'error' as const,
          line: glob.line,
          message: `\`${short(glob.text)}\` cannot be enforced as written: ${problem}. Ask engineering to mend it.`,
        },
      ];
    }),
  };
}

/** The leading run of inline code, joined by "or", "and", a comma and the like, and what follows it. */
function splitGlobs(pieces: readonly Piece[]): { readonly globs: readonly Piece[]; readonly rest: readonly Piece[] } {
  const globs: Piece[] = [];
  let end = 0;
  for (const [place, piece] of pieces.entries()) {
    if (piece.kind === 'code') {
      globs.push(piece);
      end = place + 1;
    } else if (
      !(
        globs.length === 0
          ? /^[\s✅✔☑✓🟢👍🚫❌❎✖✗✘⛔🛑🔒\ufe0f:-]*$/u
          : /^\s*(?:[,/&+;]|,?\s*(?:and\/or|and|or|as well as|plus))?\s*$/iu
      ).test(piece.text)
    ) {
      break;
    }
  }
  return { globs, rest: pieces.slice(end) };
}

const exceptions =
  /(?<![\p{L}\p{N}])(?:except(?:ing|ions?)?|exclud(?:e|es|ed|ing)|but|other than|apart from|aside from|unless|without|minus|save|not|no|never|cannot|neither|nor)(?![\p{L}\p{N}])|n't(?![\p{L}\p{N}])/u;

/** Where the words begin that take something out again. */
function exceptionIn(rest: readonly Piece[]): number | undefined {
  const place = rest.findIndex((piece) => piece.kind === 'text' && exceptions.test(plainWords(piece.text)));
  return place < 0 ? undefined : place;
}

/** What is left to say once the exception's globs are forbids of their own: "except", and what joined the globs, say no more. */
function wordsBeside(piece: Piece, fromException: number): readonly Piece[] {
  if (fromException < 0) return [piece];
  if (piece.kind === 'code') return [];
  const text = piece.text
    .replace(
      /\b(?:except(?:ing|ions?)?(?: (?:for|in|of))?|excluding|but not|other than|apart from|aside from|unless|without|and|or)\b/giu,
      ',',
    )
    .replace(/(?<=^|[\s(,])[/&+](?=[\s),]|$)/gu, ',');
  return [{ ...piece, text }];
}

/** "Any file under", "Everything in": words that change nothing about the glob after them. */
function isPreamble(rest: readonly Piece[]): boolean {
  const code = rest.findIndex(({ kind }) => kind === 'code');
  const words = plainWords(sourceOf(rest.slice(0, code))).split(/[\s:]+/u);
  return words.every((word) =>
    /^(?:|all|any|anything|everything|files?|folders?|director(?:y|ies)|paths?|under|in|inside|within|below|the|of|matching|code|that|matches|or|and)$/u.test(
      word,
    ),
  );
}

function looksLikePath(text: string): boolean {
  return /[*/\\]/u.test(text);
}

/** Words outside of inline code that look like globs. Emphasis has eaten the stars of a bare `**` + `/auth/` + `**`. */
function bareGlobs(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece) =>
    piece.text
      .split(/[\s,;()]+/u)
      .filter((word) => /[*/]/u.test(word) && /[\p{L}\p{N}]/u.test(word))
      .map((word) => ({ ...piece, text: piece.bold && /^\/.*\/$/u.test(word) ? `**${word}**` : word })),
  );
}

/** Enough of a text to find it by. */
function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
