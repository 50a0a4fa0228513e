import { classesOf } from './harmless-attributes.js';
import type { KeyTexts } from './keys/key-texts.js';
import { putKeysBack } from './keys/put-keys-back.js';
import { templateAsks, writeAsks } from './keys/template-asks.js';
import { takeOutMarkdownLinks } from './markdown-links.js';
import { templatePieces } from './template-pieces.js';
import { putAddressesBack } from './addresses/leading-tags.js';
import { templateAddresses } from './addresses/template-addresses.js';
import { holdsProse, isBlock } from './prose-elements.js';
import { readRubyLinks } from './ruby-links.js';
import type { FilledPiece } from './read-tags.js';
import { findSettingTags, nothing, type Setting } from './setting-tags.js';
import { templateFrame } from './frames/template-frame.js';
import { stayInPlace } from './text-places.js';

/**
 * Is nothing but words changed in a template, with the elements of prose that set them? Paragraphs, items and links of words alone come and go, and what is left is as it was.
 * Not so where its code is not told from its texts for certain.
 */
export async function templateChangesWordsOnly(
  path: string,
  before: string,
  after: string,
  texts: KeyTexts | undefined,
): Promise<boolean> {
  const [was, read] = [templatePieces(path, before), templatePieces(path, after)];
  if (was === undefined || read === undefined) return false;
  const led = withOldAddresses(path, was, read);
  const now = texts === undefined ? led : await withOldKeys({ path, text: after }, was, led, texts);
  return saysElse(path, was, now) || saysElse(path, readRubyLinks(was), readRubyLinks(now));
}

/** Is all that is left without words as it was, and each text in its place? */
function saysElse(path: string, was: readonly FilledPiece[], now: readonly FilledPiece[]): boolean {
  const classes = allClasses(now);
  const isMarkdown = /\.md\.\w+$/i.test(path);
  const context = {
    classes: new Set([...allClasses(was)].filter((each) => classes.has(each))),
    top: isMarkdown || (isPage(was) && isPage(now)) ? 'body' : undefined,
    isVue: /\.vue$/i.test(path),
  };
  const isPlain = /\.te?xt\.\w+$/i.test(path);
  const sideOf = (read: readonly FilledPiece[]): Side => {
    const { pieces, places } = isMarkdown ? takeOutMarkdownLinks(read) : { pieces: read, places: [] };
    const setting = isPlain ? nothing : findSettingTags(pieces, context);
    return { frame: templateFrame(path, pieces, setting), places: [...setting.places, ...places] };
  };
  const [one, other] = [sideOf(was), sideOf(now)];
  return one.frame === other.frame && stayInPlace(one.places, other.places);
}

/** The new side, with the old addresses where its links lead to other pages. */
function withOldAddresses(
  path: string,
  was: readonly FilledPiece[],
  now: readonly FilledPiece[],
): readonly FilledPiece[] {
  const [old, leads] = [templateAddresses(path, was), templateAddresses(path, now)];
  return writeAsks(now, leads, putAddressesBack(old, leads));
}

/** The new side, with the old keys where it asks for other texts. */
async function withOldKeys(
  side: { readonly path: string; readonly text: string },
  was: readonly FilledPiece[],
  now: readonly FilledPiece[],
  texts: KeyTexts,
): Promise<readonly FilledPiece[]> {
  const [old, asks] = [templateAsks(side.path, was), templateAsks(side.path, now)];
  return writeAsks(now, asks, await putKeysBack(side, old, asks, texts));
}

interface Side {
  readonly frame: string;
  readonly places: Setting['places'];
}

function allClasses(pieces: readonly FilledPiece[]): ReadonlySet<string> {
  return new Set(pieces.flatMap(({ tag, text }) => (tag === undefined ? [] : classesOf(text))));
}

/** Do parts of a page stand at its top? What else is drawn in a list, in a head or in an attribute. */
function isPage(pieces: readonly FilledPiece[]): boolean {
  let depth = 0;
  for (const { tag } of pieces) {
    if (tag === undefined) continue;
    if (depth === 0 && !tag.closes && (holdsProse(tag.name) || isBlock(tag.name))) return true;
    if (!tag.isEmpty) depth += tag.closes ? -1 : 1;
  }
  return false;
}
