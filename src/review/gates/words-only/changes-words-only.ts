import type { ChangedFile } from '../../../change/change.js';
import { createFileMemory, type FileMemory } from '../file-memory.js';
import type { KeyTexts } from './keys/key-texts.js';
import { catalogFrame } from './frames/catalog-frame.js';
import { componentFrame } from './frames/component-frame.js';
import { writeKeys } from './keys/asked-key.js';
import { programAsks } from './keys/program-asks.js';
import { putKeysBack } from './keys/put-keys-back.js';
import { putAddressesBack } from './addresses/leading-tags.js';
import { programAddresses } from './addresses/program-addresses.js';
import { withOldBlocks } from './i18n-blocks.js';
import { isNewCatalog } from './kinds/is-new-catalog.js';
import { isTextTemplate } from './kinds/is-text-template.js';
import { templateChangesWordsOnly } from './template-changes-words-only.js';

/** Longer texts are not told apart from their code. */
const longest = 300_000;

/** What was read of each side of a file, for whoever asks about it with other new texts. */
export interface SideMemories {
  readonly was: FileMemory;
  readonly now: FileMemory;
}

/** Remembers nothing yet. */
export function rememberSides(): SideMemories {
  return { was: createFileMemory(), now: createFileMemory() };
}

/** Does a component, a template or a catalog say something else than before and do the same? So it is where all that is left without its sentences is as it was, and of a catalog that is new. */
export async function changesWordsOnly(
  { path, before, after }: ChangedFile,
  texts?: KeyTexts,
  memory = rememberSides(),
): Promise<boolean> {
  const [was, given] = [before?.text, after?.text];
  if (before === undefined && given !== undefined && given.length <= longest) return isNewCatalog(path, given);
  if (was === undefined || given === undefined || Math.max(was.length, given.length) > longest) return false;
  const now = /\.vue$/i.test(path) ? await withOldBlocks(was, given) : given;
  if (now === was) return true;
  const one = await frameOf(path, was, memory.was);
  const said = isComponent.test(path) ? await withOld(path, [was, now], memory, texts) : now;
  const other = await frameOf(path, said, memory.now);
  if (one !== undefined || other !== undefined) return one === other;
  const isTemplate = isTextTemplate(path, was) && isTextTemplate(path, now);
  return isTemplate && templateChangesWordsOnly(path, was, now, texts);
}

/** The new side of a program, with the old addresses where its links lead to other pages, and the old keys where it asks for other texts. */
async function withOld(
  path: string,
  [was, now]: readonly [string, string],
  memory: SideMemories,
  texts: KeyTexts | undefined,
): Promise<string> {
  const [led, leads] = [await programAddresses(path, was, memory.was), await programAddresses(path, now, memory.now)];
  const text = writeKeys(now, leads, putAddressesBack(led, leads));
  if (texts === undefined) return text;
  const [old, asks] = [await programAsks(path, was, memory.was), await programAsks(path, text, memory.now)];
  return writeKeys(text, asks, await putKeysBack({ path, text }, old, asks, texts));
}

const isComponent = /\.[cm]?[jt]sx?$/i;

/** What is left of a catalog or a program without its texts. */
async function frameOf(path: string, text: string, remember: FileMemory): Promise<string | undefined> {
  const ofCatalog = await catalogFrame(path, text);
  return ofCatalog === undefined && isComponent.test(path) ? componentFrame(path, text, remember) : ofCatalog;
}
