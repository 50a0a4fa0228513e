import { locateCatalogText } from '../catalogs/locate-catalog.js';
import type { ChangedFile } from '../change/change.js';
import { classifyFile, type FileKind } from '../change/classify-file.js';
import { diffHunks } from '../change/diff-hunks.js';
import { differingWords, type DifferingWords } from '../change/differing-words.js';
import { isTemplate } from '../change/is-template.js';

/** Words of a page, a template or a program before and after, and the line where they stand now, from 1. */
export interface Reworded {
  readonly path: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** Characters of both sides of a file, and its lines, beyond which nobody reads it word by word. */
const longest = 400_000;
const mostLines = 30;
/** Characters of both sides of a line, or of lines that are one. */
const longestPiece = 8_000;

/** What these kinds hold is told in other ways, or is nothing that people read. */
const toldElsewhere: ReadonlySet<FileKind> = new Set(['flags', 'events', 'planning', 'config']);

/**
 * The words that a change says otherwise where they stand in no catalog: sentences of docs and of prompts, of templates, and of code between quotes or tags.
 * For people to read, and no judgement: what does not look like words is left out, and so is what comes or goes.
 */
export function listReworded(files: readonly ChangedFile[]): readonly Reworded[] {
  return files.flatMap(({ path, before, after }): readonly Reworded[] => {
    const [was, now] = [before?.text, after?.text];
    const kind = classifyFile(path);
    if (was === undefined || now === undefined || toldElsewhere.has(kind)) return [];
    if (was.length + now.length > longest || locateCatalogText(path, now) !== undefined) return [];
    const [wordsOf, flows] = isProse(kind)
      ? ([inProse, /^(?!\s*(?:[-#>*+|:]|\d+[.)]\s|$))/] as const)
      : isMarkup(path)
        ? ([inMarkup, /^[^"`<>{}]+$/] as const)
        : ([inCode, /^\b$/] as const);
    const pieces = changedPieces(was, now, flows).filter(
      (piece) => piece.was.length + piece.now.length <= longestPiece,
    );
    return pieces.flatMap(({ line, was, now }) => {
      const { before, after } = wordsOf(was, now) ?? { before: '', after: '' };
      return before === after ? [] : [{ path, line, before, after }];
    });
  });
}

/** Do people read all of a file of this kind, and no product shows it? */
export function isProse(kind: FileKind): boolean {
  return kind === 'docs' || kind === 'prompts';
}

interface Piece {
  readonly line: number;
  readonly was: string;
  readonly now: string;
}

/** Lines that have others in their place now: as one where all of them match `flows`, since words flow from line to line there, else each with its own. */
function changedPieces(was: string, now: string, flows: RegExp): readonly Piece[] {
  const [old, own] = [was.split(/\r?\n/), now.split(/\r?\n/)];
  const hunks = diffHunks(was, now).filter(({ oldFrom, oldTo, from, to }) => oldFrom < oldTo && from < to);
  if (hunks.reduce((sum, { oldFrom, oldTo, from, to }) => sum + Math.max(oldTo - oldFrom, to - from), 0) > mostLines)
    return [];
  return hunks.flatMap(({ oldFrom, oldTo, from, to }): readonly Piece[] => {
    const [gone, come] = [old.slice(oldFrom, oldTo), own.slice(from, to)];
    if ([...gone, ...come].every((line) => flows.test(line)))
      return [{ line: from + 1, was: joinLines(gone), now: joinLines(come) }];
    if (gone.length !== come.length) return [];
    return come.map((text, index) => ({ line: from + index + 1, was: gone[index] as string, now: text }));
  });
}

function joinLines(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).join(' ');
}

type Words = { readonly before: string; readonly after: string } | undefined;

/** By sentences and by cells. */
function inProse(was: string, now: string): Words {
  const { before, after } = differingWords(was, now, /(?<=[.!?])\s|\|/gu);
  const [one, other] = [before, after].map((text) => text.replace(/^(?:[#>*+-]+|\d+[.)])\s+/, '')) as [string, string];
  const areWords = one !== '' && other !== '' && (readLikeWords.test(one) || readLikeWords.test(other));
  return areWords ? { before: one, after: other } : undefined;
}

function inCode(was: string, now: string): Words {
  const words = differingWords(was, now);
  return isBetweenQuotes(words) && areReadable(words) ? words : undefined;
}

/** Words are between tags, or have lines of their own. */
function inMarkup(was: string, now: string): Words {
  const words = differingWords(was, now);
  const isAlone = /(?:^|[>}])\s*$/.test(words.left) && /^(?:$|[<{])/.test(words.right);
  return (isAlone || isBetweenQuotes(words)) && areReadable(words) ? words : undefined;
}

function isMarkup(path: string): boolean {
  return isTemplate(path) || /\.(?:[jt]sx|vue|svelte|mdx)$/i.test(path);
}

/** And not those of what a page is told of its elements. */
function isBetweenQuotes({ left, right }: DifferingWords): boolean {
  return /["'`>}]$/.test(left) && /^["'`<{]/.test(right) && !ofMachines.test(left);
}

const ofMachines =
  /(?:class(?:Name|List|es)?|id|style|href|src|srcset|key|name|type|rel|for|role|d|viewBox|data-[\w-]+)\s*[=:]\s*["'`]$/i;

/** One of them is more than a name, and neither has signs of code. */
function areReadable({ before, after }: DifferingWords): boolean {
  const both = [before, after];
  return both.some((text) => readLikeWords.test(text)) && both.every((text) => text !== '' && !ofCode.test(text));
}

/** Two words, a capital, or letters other than Latin ones. */
const readLikeWords = /\p{L}\S*\s+\P{L}*\p{L}|^\p{Lu}\p{Ll}|[^\P{L}\0-\u024f]/u;

/** Signs, a call, a second quote, a comment or a statement on a line of its own, the inside of a block, and names of styles. */
const ofCode =
  /[{}<>$=;|]|^(?:\/\/|\/?\*|[-@] ?\w|return\b|import\b)|\\(?!['"])|\w\(|["'`],\s*["'`]|^% | %$|^(?=.*[-:\d])[a-z][\w:/.-]*(?: [a-z][\w:/.-]*)*$/;
