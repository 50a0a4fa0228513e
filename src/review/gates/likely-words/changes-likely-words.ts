import { countChangedLines, type ChangedFile } from '../../../change/change.js';
import { createFileMemory } from '../file-memory.js';
import { readProgram } from '../read-program.js';
import { isWordTemplate } from '../words-only/is-word-template.js';
import { templatePieces } from '../words-only/template-pieces.js';
import { codeSkeleton, inTemplate, notationOf } from './code-skeleton.js';
import { lineSkeleton } from './line-skeleton.js';
import { programSkeleton } from './program-skeleton.js';
import { templateSkeleton } from './template-skeleton.js';

/** Longer texts, and changes of more lines, nobody looks through. */
const longest = 300_000;
const mostLines = 60;

/**
 * Is what changed in a file likely to be what people read and nothing else, so that an engineer sees it at a glance: are its code, its conditions, calls, handlers,
 * numbers and names as they were, and did only texts change, what asks for texts, and what holds them?
 */
export async function changesLikelyWords(file: ChangedFile): Promise<boolean> {
  const { path, before, after } = file;
  const [was, now] = [before?.text, after?.text];
  if (was === undefined || now === undefined || Math.max(was.length, now.length) > longest) return false;
  if (countChangedLines(file) > mostLines) return false;
  const [one, other] = [await skeletonOf(path, was), await skeletonOf(path, now)];
  return one !== undefined && one === other;
}

/** What is left without what people read; `undefined` for what is not read here. */
async function skeletonOf(path: string, text: string): Promise<string | undefined> {
  if (/\.[cm]?[jt]sx?$/i.test(path)) {
    const program = await readProgram(path, text, createFileMemory());
    return program && programSkeleton(program, text);
  }
  const notation = notationOf(path);
  if (notation !== undefined) return isRazor.test(path) ? lineSkeleton(text, notation) : codeSkeleton(text, notation);
  if (!isWordTemplate(path)) return undefined;
  const pieces = templatePieces(path, text);
  return pieces === undefined ? lineSkeleton(text, inTemplate) : templateSkeleton(pieces);
}

const isRazor = /\.(?:cshtml|razor)$/i;
