import { countChangedLines, type ChangedFile } from '../../../change/change.js';
import { findPragma } from '../../additions/find-pragma.js';
import { createFileMemory } from '../file-memory.js';
import { readProgram } from '../read-program.js';
import { isWordTemplate } from '../words-only/is-word-template.js';
import { templatePieces } from '../words-only/template-pieces.js';
import { changesLinesOfWords } from './line-skeleton.js';
import { programSkeleton } from './program-skeleton.js';
import { withoutShownStrings } from './shown-strings.js';
import { templateSkeleton } from './template-skeleton.js';

/** Longer texts, and changes of more lines, nobody looks through. */
const longest = 300_000;
const longestProgram = 100_000;
const mostLines = 60;
/** A line that nobody reads to its end. */
const longestLine = 5000;
/** Signs that are not seen, or end a line where none is seen to end. */
const unseen =
  /\r(?!\n)|(?![\n\r\t])\p{Cc}|(?![\ufe0e\ufe0f\u200d\u00ad])\p{DI}|[\u2028\u2029\u2800\ufff9-\ufffb\u202a-\u202e\u2066-\u2069]/u;

/**
 * Is what changed in a file likely to be what people read and nothing else, so that an engineer sees it at a glance: is its code as it was, sign by sign or by its syntax
 * tree, and did only texts that are shown change, what asks for texts, and what holds them?
 */
export async function changesLikelyWords(file: ChangedFile): Promise<boolean> {
  const { path, before, after } = file;
  const [was, now] = [before?.text, after?.text];
  if (was === undefined || now === undefined || countChangedLines(file) > mostLines) return false;
  if (Math.max(was.length, now.length) > longest || unseen.test(now.replace(/^\uFEFF/, ''))) return false;
  if ([was, now].some((text) => text.split('\n').some((line) => line.length > longestLine))) return false;
  if (/\.[cm]?[jt]sx?$/i.test(path)) return changesProgram(path, was, now);
  if (/\.(?:cshtml|razor)$/i.test(path)) return changesLinesOfWords(was, now);
  const shown = withoutShownStrings(path, was);
  if (shown !== undefined) return shown === withoutShownStrings(path, now);
  if (!isWordTemplate(path)) return false;
  const [one, other] = [templatePieces(path, was), templatePieces(path, now)];
  if (one === undefined || other === undefined) return changesLinesOfWords(was, now);
  return templateSkeleton(path, one) === templateSkeleton(path, other);
}

async function changesProgram(path: string, was: string, now: string): Promise<boolean> {
  if (Math.max(was.length, now.length) > longestProgram) return false;
  const one = await readProgram(path, was, createFileMemory());
  const other = await readProgram(path, now, createFileMemory());
  if (one === undefined || other === undefined) return false;
  return programSkeleton(one) === programSkeleton(other) && pragmasOf(was) === pragmasOf(now);
}

/** Comments that tools heed, or may: what looks like one in a text counts too. */
function pragmasOf(text: string): string {
  const notes = [...text.matchAll(/\/\/[^\n]*|\/\*[^]*?\*\//g)].map(([note]) => note);
  return notes.filter(mayBeHeeded).join('\n');
}

function mayBeHeeded(note: string): boolean {
  const text = note.replace(/^\/[/*]/, '').replace(/\*\/$/, '');
  return (
    /^\W*[\w-]+\s*(?::|$)|@\w|^\s*#/.test(text) || findPragma({ text, isBlock: note.startsWith('/*') }) !== undefined
  );
}
