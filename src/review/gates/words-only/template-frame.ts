import { mark, maskCode } from './mask-code.js';
import { readTags, type Piece } from './read-tags.js';
import { isWord, spokenAttributes } from './is-word.js';

const template =
  /(?:\.(?:x?html?|text|txt|md)\.(?:erb|eex|[lh]eex|twig|j2|jinja2?|ejs|php|tmpl|liquid|njk)|\.(?:x?html?|hbs|handlebars|mustache|liquid|njk|twig|ejs|vue|svelte|[lh]eex|phtml|jsp|gohtml|mjml|jinja2?)|\.blade\.php|(?:^|\/)[^./]+\.erb)$/i;

/** Is it a template whose texts stand between signs that tell them from its code? In Haml, Slim, Pug and Razor they do not. */
export function isWordTemplate(path: string): boolean {
  return template.test(path) && !machines.test(path);
}

/** What crawlers read. */
const machines = /(?:^|\/)(?:robots|(?:app-)?ads|security|llms(?:-full)?)\.txt\b/i;

/** Of code that a template writes, its words are no words for people. */
const writesCode = /\bjavascript_tag\b|:javascript\b|\bstyle_tag\b|\blang=["']pug["']|<template\b[^>]*\bpug\b/;

/**
 * What is left of a template without its sentences, and without tags that only set them (`<p>`, `<b>` without attributes, around words). Single words may be keys, names of icons or values, and stay.
 * `undefined` where its code is not told from its texts for certain.
 */
export function templateFrame(path: string, text: string): string | undefined {
  const masked = writesCode.test(text) ? undefined : maskCode(path, text);
  const pieces = masked && readTags(masked.text);
  if (masked === undefined || pieces === undefined) return undefined;
  const codes = masked.codes.values();
  const fill = (each: string): string => each.replaceAll(mark, () => codes.next().value as string);
  const setting = findSettingTags(pieces);
  const frame: string[] = [];
  let unit: string[] = [];
  let isRead = true;
  const endUnit = (): void => {
    for (const each of frameOfText(unit, isRead)) frame.push(fill(each));
    unit = [];
  };
  for (const piece of pieces) {
    if (setting.has(piece)) continue;
    if (piece.tag === undefined) {
      for (const each of piece.text.split(token)) if (each) unit.push(each);
      continue;
    }
    endUnit();
    frame.push(fill(spokenAttributes(piece.text)));
    isRead = piece.tag.closes || piece.tag.isEmpty || !isOdd(piece.tag.name, piece.text);
  }
  endUnit();
  return frame.join('\n');
}

/** Parts a text at its blanks, and keeps each piece of code. */
const token = new RegExp(`[ \\n\\r\\t]+|(${mark})`);

/** Words that stand together with no tag between them but those that set them. With what is filled in they are two words or more. */
function frameOfText(unit: readonly string[], isRead: boolean): readonly string[] {
  const words = unit.filter(isWord);
  const codes = unit.filter((each) => each === mark);
  if (!isRead || words.length === 0 || words.length + codes.length < 2) return unit;
  return ['\0', ...unit.filter((each) => !isWord(each))];
}

const sets = /^<\/?(?:p|li|ul|ol|h[1-6]|b|strong|em|i|u|small|sup|sub|q|blockquote|br|hr)\s*\/?>$/i;

/** The tags without attributes that stand around words, and around no other tags than these; none where tags do not close as they open. */
function findSettingTags(pieces: readonly Piece[]): ReadonlySet<Piece> {
  const found = new Set<Piece>();
  const open: { readonly piece: Piece; readonly name: string; isPlain: boolean; hasWords: boolean }[] = [];
  const leave = (isPlain: boolean, hasWords: boolean): void => {
    const around = open.at(-1);
    if (around === undefined) return;
    around.isPlain &&= isPlain;
    around.hasWords ||= hasWords;
  };
  for (const piece of pieces) {
    const { tag, text } = piece;
    const isPlain = sets.test(text);
    if (tag === undefined) leave(true, text.split(/[ \n\r\t]+/).some(isWord));
    else if (tag.isEmpty) {
      leave(isPlain, false);
      if (isPlain) found.add(piece);
    } else if (!tag.closes) open.push({ piece, name: tag.name, isPlain, hasWords: false });
    else {
      const top = open.pop();
      if (top?.name !== tag.name) return new Set();
      if (top.isPlain && top.hasWords) found.add(top.piece).add(piece);
      leave(top.isPlain, top.hasWords);
    }
  }
  return open.length === 0 ? found : new Set();
}

const machine = /^(?:option|optgroup|datalist|select|i|text|tspan|use|var|kbd|samp|data|output|time)$/i;
const acts =
  /script|style|redirect|route|link$|feature|flag|gate|markdown|html|code|icon|message|trans|text$|^t$|option|query|event|track/i;

/** What an element of such a name does with its text nobody can tell, or a machine reads it. */
function isOdd(name: string, whole: string): boolean {
  return machine.test(name) || (/[-:.\p{Lu}]/u.test(name) && acts.test(name)) || /icon|symbol|emoji/i.test(whole);
}
