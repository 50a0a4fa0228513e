import type { ChangedFile } from '../../../change/change.js';
import { isForeign, isTest } from '../code-text.js';
import type { FileMemory } from '../file-memory.js';
import type { SideMemories } from '../words-only/changes-words-only.js';
import { componentFrame, type IsRead } from '../words-only/frames/component-frame.js';
import { isTextTemplate } from '../words-only/kinds/is-text-template.js';
import { mayBeShown } from '../words-only/jsx-elements.js';
import { templatePieces } from '../words-only/template-pieces.js';
import { textFrame } from '../words-only/frames/text-frame.js';
import { isForMachines } from './is-for-machines.js';
import { textsToLookThrough } from './texts-to-look-through.js';

/** Does a page or a component say something else between its tags, be it one word, and is all else in it as it was? What becomes of it there a person has to see. */
export async function saysElseBetweenTags(file: ChangedFile, memory: SideMemories): Promise<boolean> {
  const { path } = file;
  const texts = textsToLookThrough(file);
  if (texts === undefined || isForeign(path) || isTest(path) || isForMachines(path)) return false;
  const [was, now] = texts;
  const isTemplate = isTextTemplate(path, was) && isTextTemplate(path, now);
  const frameOf = (text: string, remember: FileMemory): Promise<string | undefined> | string | undefined => {
    if (!isTemplate) return /\.[cm]?[jt]sx?$/i.test(path) ? componentFrame(path, text, remember, isRead) : undefined;
    const pieces = templatePieces(path, text);
    return pieces && textFrame(path, pieces);
  };
  const frame = await frameOf(was, memory.was);
  return frame !== undefined && frame === (await frameOf(now, memory.now));
}

/** Any word, number or sign: where one comes or goes altogether, more changes than what is said. */
const isRead: IsRead = (written, element) => written.trim() !== '' && mayBeShown(element);
