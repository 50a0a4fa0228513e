import type { ChangedFile } from '../../../change/change.js';
import type { Report, ReviewContext } from '../../check.js';
import { proposeKey } from './propose-key.js';
import { describePlace } from '../../uses/describe-place.js';
import type { KeyUse, UsedText } from '../../uses/text-uses.js';
import { whoToAsk } from '../../who-to-ask.js';
import { findAskingModel } from '../rails/find-asking-model.js';
import { judgeUse, type RepositoryGate, type UseGate } from '../judge-use.js';
import { nameFlags } from './name-flags.js';

/** Reports in one file; more of the same add nothing. */
const most = 20;
/** Places of one text that are looked at. */
const mostPlaces = 40;

/**
 * Which of a catalog's new and changed texts people would see whether or not the flag is on, decided by the code that asks for them. A new text that no code
 * asks for is seen by nobody.
 */
export async function reportCopyGates(
  { path }: ChangedFile,
  texts: readonly UsedText[],
  gate: RepositoryGate,
  context: Pick<ReviewContext, 'snapshot' | 'asking' | 'texts'>,
): Promise<readonly Report[]> {
  const reports: Report[] = [];
  const unsure = new Map<string, UsedText[]>();
  const judged = new Map<string, UseGate>();
  const flag = nameFlags(gate.keys);
  for (const text of texts) {
    const { entry, uses } = text;
    const [place] = await placesThat(['open'], uses.sure, gate, context, judged);
    const model = place === undefined ? await openModel(text, gate, context) : undefined;
    const shown = place === undefined ? model : await describePlace(place, context.snapshot);
    if (shown !== undefined) {
      const way = model === undefined ? await wayOn(text, context) : wayOnOfModel;
      const message = `“${entry.label}” is shown by ${shown}, which is not behind the flag ${flag}, so everyone would see it at once. ${way}`;
      reports.push({ path, ...entry.at, key: { name: entry.label, kind: 'text' }, message });
      continue;
    }
    const why = await whyUnsure(text, gate, context, judged);
    if (why !== undefined) unsure.set(why, [...(unsure.get(why) ?? []), text]);
  }
  for (const [why, [first, ...more]] of unsure as Map<string, [UsedText, ...UsedText[]]>) {
    const { label, at } = first.entry;
    const what = more.length === 0 ? `“${label}” is` : `“${label}” and ${more.length} more are`;
    const message = `Nobody can tell from the code whether ${what} behind the flag ${flag}: ${why}. Ask ${whoToAsk(context)}, who confirms it in the pull request.`;
    reports.push({ path, ...at, key: { name: label, kind: 'text' }, message, undecided: true });
  }
  const [rest] = reports.slice(most);
  if (rest === undefined) return reports;
  const message = `${reports.length - most} more texts are not behind the flag ${flag}.`;
  return [...reports.slice(0, most), { ...rest, message }];
}

/** By a key of another name nothing would find it. */
const wayOnOfModel =
  'Leave this text as it was, and have an engineer give the new one in that class where the flag is on.';

/** What a PM can do about a text that everyone sees. */
async function wayOn(text: UsedText, context: Pick<ReviewContext, 'texts'>): Promise<string> {
  return text.kind === 'new'
    ? 'Have an engineer ask for the flag there first.'
    : `Leave this text as it was, write the new one under a new key beside it${await suchAs(text, context)}, and have an engineer show that one where the flag is on.`;
}

/** Names a key that is free: `, such as “home.titleNew”`. */
export async function suchAs({ file, entry }: UsedText, context: Pick<ReviewContext, 'texts'>): Promise<string> {
  const catalog = (await context.texts()).catalogs.get(file.path)?.after;
  const key = catalog && proposeKey(entry, catalog);
  return key === undefined ? '' : `, such as “${key}”`;
}

/** What no code names may be of a class that everyone comes to. */
async function openModel(
  { entry, uses }: UsedText,
  gate: RepositoryGate,
  context: Pick<ReviewContext, 'snapshot'>,
): Promise<string | undefined> {
  if (uses.sure.length > 0) return undefined;
  const model = await findAskingModel(entry.label, context);
  return model !== undefined && (await gate.isOpen(model)) ? model : undefined;
}

async function whyUnsure(
  { uses, kind }: UsedText,
  gate: RepositoryGate,
  context: Pick<ReviewContext, 'snapshot'>,
  judged: Map<string, UseGate>,
): Promise<string | undefined> {
  if (!uses.searched) return 'there is more code here than could be searched for it';
  const [unclear] = await placesThat(['unclear'], uses.sure, gate, context, judged);
  if (unclear !== undefined)
    return `${await describePlace(unclear, context.snapshot)} asks for it, and what shows it there could not be followed`;
  const [possible] = await placesThat(['open', 'unclear'], uses.possible, gate, context, judged);
  if (possible !== undefined)
    return `${await describePlace(possible, context.snapshot)} works out what it asks for, and that may be it`;
  if (uses.sure.length === 0 && uses.possible.length === 0 && kind !== 'new')
    return 'no code was found that asks for it';
  return uses.sure.length + uses.possible.length > mostPlaces ? 'too many places ask for it' : undefined;
}

async function placesThat(
  wanted: readonly UseGate[],
  places: readonly KeyUse[],
  gate: RepositoryGate,
  context: Pick<ReviewContext, 'snapshot'>,
  judged: Map<string, UseGate>,
): Promise<readonly KeyUse[]> {
  for (const place of places.slice(0, mostPlaces)) {
    const id = `${place.at} ${place.path}`;
    const found = judged.get(id) ?? (await judgeUse(place, gate, context));
    judged.set(id, found);
    if (wanted.includes(found)) return [place];
  }
  return [];
}
