import { mark, maskCode } from './mask-code.js';
import { readTags, type FilledPiece, type Piece } from './read-tags.js';
import { isWord } from './is-word.js';
import { spokenAttributes } from './spoken-attributes.js';
import { roleOf, type CodeRole } from './code-role.js';
import { findSettingTags } from './setting-tags.js';
import { followMachineBlocks } from './machine-blocks.js';
import { followReaders } from './text-readers.js';

/** Of code that a template writes, its words are no words for people. */
const writesCode =
  /\bjavascript_tag\b|:javascript\b|\bstyle_tag\b|\blang=["']pug["']|<template\b[^>]*\b(?:pug|jade|haml|slm)\b/;

interface Part {
  readonly written: string;
  readonly role?: CodeRole;
  readonly isGlued?: boolean;
}

/**
 * What is left of a template without its sentences, and without tags that only set them (`<p>`, `<b>` without attributes, around words). Single words may be keys, names of icons or values, and stay.
 * `undefined` where its code is not told from its texts for certain.
 */
export function templateFrame(path: string, text: string): string | undefined {
  const masked = writesCode.test(text) ? undefined : maskCode(path, text);
  const read = masked && readTags(masked.text);
  if (masked === undefined || read === undefined) return undefined;
  const pieces = withCodes(read, masked.codes);
  const isPlain = /\.te?xt\.\w+$/i.test(path);
  const setting = isPlain ? new Set<FilledPiece>() : findSettingTags(pieces);
  const blocks = followMachineBlocks();
  const readers = followReaders(path);
  const frame: string[] = [];
  let unit: Part[] = [];
  const endUnit = (): void => {
    const least = readers.isSaidAlone() ? 1 : 2;
    frame.push(...frameOfText(unit, readers.areRead() && !blocks.isInside(), least));
    unit = [];
  };
  for (const piece of pieces) {
    if (setting.has(piece)) continue;
    if (piece.tag !== undefined) {
      endUnit();
      const written = spokenAttributes(piece.text, readers.isOddTag(piece));
      const codes = piece.codes.values();
      frame.push(written.replaceAll(mark, () => codes.next().value as string));
      readers.pass(piece);
      continue;
    }
    for (const part of partsOf(piece)) {
      if (part.role === 'branch') {
        endUnit();
        frame.push(part.written);
        blocks.pass(part.written);
      } else unit.push(part);
    }
  }
  endUnit();
  return frame.join('\n');
}

function withCodes(pieces: readonly Piece[], codes: readonly string[]): readonly FilledPiece[] {
  let at = 0;
  return pieces.map((piece) => {
    const from = at;
    at += piece.text.split(mark).length - 1;
    return { ...piece, codes: codes.slice(from, at) };
  });
}

/** Parts a text at its blanks, and keeps each piece of code. */
const token = new RegExp(`[ \\n\\r\\t]+|(${mark})`);

function partsOf({ text, codes }: FilledPiece): readonly Part[] {
  const code = codes.values();
  const written = text.split(token);
  return written.flatMap((each, index): Part[] => {
    if (!each) return [];
    if (each !== mark) return [{ written: each, isGlued: written[index + 1] === mark && /[.-]$/.test(each) }];
    const piece = code.next().value as string;
    return [{ written: piece, role: roleOf(piece) }];
  });
}

/** Words that stand together with no tag between them but those that set them. With what is filled in they are so many words or more. */
function frameOfText(unit: readonly Part[], isRead: boolean, least: number): readonly string[] {
  const areWords = unit.filter(isWordPart).length;
  const filled = unit.filter(({ role }) => role === 'fills').length;
  const isSaid = isRead && areWords > 0 && areWords + filled >= least;
  const left = isSaid ? unit.filter((part) => !isWordPart(part)) : unit;
  return [...(isSaid ? ['\0'] : []), ...left.map(({ written }) => written)];
}

/** What is glued to a value that is filled in may be the rest of an address (`acme.<%= tld %>`). */
function isWordPart({ written, role, isGlued }: Part): boolean {
  return role === undefined && !isGlued && isWord(written);
}
