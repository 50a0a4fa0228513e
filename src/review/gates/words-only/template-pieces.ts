import { readHaml } from './haml/read-haml.js';
import { slimToHaml } from './haml/slim-to-haml.js';
import { mark, maskCode } from './mask-code.js';
import { readTags, type FilledPiece, type Piece } from './read-tags.js';

/** Of code that a template writes, its words are no words for people. */
const writesCode =
  /\bjavascript_tag\b|:javascript\b|\bstyle_tag\b|\blang=["']pug["']|<template\b(?:(?!<template\b)[^>])*\b(?:pug|jade|haml|slm)\b/;

/** The tags and texts of a template of any usual language, each with its code; `undefined` where they are not told apart for certain. */
export function templatePieces(path: string, text: string): readonly FilledPiece[] | undefined {
  if (/\.haml$/i.test(path)) return readHaml(text);
  if (/\.slim$/i.test(path)) {
    const haml = slimToHaml(text);
    return haml === undefined ? undefined : readHaml(haml);
  }
  const masked = writesCode.test(text) ? undefined : maskCode(path, text);
  const read = masked && readTags(masked.text);
  return masked && read && withCodes(read, masked.codes);
}

function withCodes(pieces: readonly Piece[], codes: readonly string[]): readonly FilledPiece[] {
  let at = 0;
  return pieces.map((piece) => {
    const from = at;
    at += piece.text.split(mark).length - 1;
    return { ...piece, codes: codes.slice(from, at) };
  });
}
