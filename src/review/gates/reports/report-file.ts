import type { ChangedFile } from '../../../change/change.js';
import { componentOf } from '../../../catalogs/component-of.js';
import type { Report, ReviewContext } from '../../check.js';
import { placeOfFile } from '../../engine/place-of-file.js';
import { whoToAsk } from '../../who-to-ask.js';
import { isCode } from '../code-text.js';
import { foldersOf } from '../folders-of.js';
import { isGatedByImporters, isHeldByImporters, type RepositoryImports } from '../gated-by-importers.js';
import { judgeOffState } from '../off-change/judge-off-state.js';
import type { OffChange } from '../off-change/off-change.js';
import { isSilentWhileOff } from '../off-change/is-silent-while-off.js';
import { mayResolveTo } from '../references/import-index.js';
import { changesSharedStyle } from './changes-shared-style.js';
import { declaresFlagOnly } from './declares-flag-only.js';
import { judgeSettings } from './judge-settings.js';
import { isCopy, needsOwnGate } from './own-gate.js';
import { reportCopyGates } from './report-copy-gates.js';
import { reportNamed, reportNotGated, reportPerhaps, reportSettings } from './report-not-gated.js';
import { reportNewEntries, reportOffChange } from './report-off-change.js';
import { standBehind, type Behind, type Feature } from './stand-behind.js';
import { isAskedAnew, isEvident, whyUnsure, type EvidenceSource } from './why-unsure.js';

/** What stands before the files of a change; each part is read when it is first asked for. */
export interface GateSource extends EvidenceSource {
  readonly context: ReviewContext;
  /** The PM's feature folders and the plan's, the deepest first. */
  readonly features: readonly string[];
  readonly featureIn: (folder: string) => Promise<Feature>;
  readonly imports: () => Promise<RepositoryImports>;
  /** Which files of the change are new, by path. */
  readonly changed: ReadonlyMap<string, { readonly isNew: boolean }>;
  /** Paths of the programs that the change touches. */
  readonly programs: readonly string[];
}

/** What users would see of a file whether or not the flag is on, or may; nothing where it is behind the flag. */
export async function reportFile(file: ChangedFile, source: GateSource): Promise<readonly Report[]> {
  const reports = await reportSeen(file, source);
  const isShared = reports.length === 0 && changesSharedStyle(file);
  return isShared ? [reportPerhaps(file, source.keys, source.context)] : reports;
}

async function reportSeen(file: ChangedFile, source: GateSource): Promise<readonly Report[]> {
  const { keys, context, gate } = source;
  const { path } = file;
  if (isCopy(path)) return reportCopy(file, source);
  const isAsked = async (): Promise<boolean> => [...(await gate()).referringPaths].some((each) => each !== path);
  if (await declaresFlagOnly(file, keys, isAsked)) return [];
  const settings = needsOwnGate(path) ? undefined : judgeSettings(file, (await gate()).names.keys);
  if (settings === 'flag') return [];
  const isTouched = (module: string): boolean => source.programs.some((each) => mayResolveTo(path, module, each));
  const state = needsOwnGate(path) ? await judgeOffState(file, (await gate()).names, isTouched) : undefined;
  if (state === 'same') return [];
  if (state !== undefined && (state.asks || state.isOpened === true)) return reportAsking(file, state, source);
  // Of its class more than what it draws may reach people.
  if (isTemplateOfComponent(path) && (await (await gate()).isBehind(path))) return [];
  switch (await standBehindAny(file, source)) {
    case 'gated':
      return [];
    case 'named':
      return (await isNewAndHeld(file, source)) ? [] : [reportNamed(file, keys, context)];
    case 'perhaps':
      return [reportPerhaps(file, keys, context)];
    case 'open':
      if (settings !== undefined) return [reportSettings(file, settings, keys, context)];
      if (state?.isEntries === true) return [reportNewEntries(file, state, keys, context)];
      return [reportNotGated(file, keys, await whyUnsure(file, state, source), context)];
  }
}

async function reportCopy(file: ChangedFile, { context, gate }: GateSource): Promise<readonly Report[]> {
  const { texts, unread } = await context.texts();
  if (unread.includes(file)) {
    const message = `Nobody can tell which texts of ${file.path} changed, and so not whether they are behind the flag. Ask ${whoToAsk(context)}, who confirms it in the pull request.`;
    return [{ ...placeOfFile(file), message, undecided: true }];
  }
  const changed = texts.filter((text) => text.file === file && text.kind !== 'gone');
  return changed.length === 0 ? [] : reportCopyGates(file, changed, await gate(), context);
}

/** It asks for the flag, or did, and differs while that is off; what imports it may stand behind the flag all the same. */
async function reportAsking(file: ChangedFile, state: OffChange, source: GateSource): Promise<readonly Report[]> {
  const reached = async (): ReturnType<typeof isGatedByImporters> => {
    if (state.isOpened === true && (await isAskedAnew(file, source))) return 'perhaps-others';
    if (!isEvident(state) || !isCode(file.path)) return 'others';
    return isGatedByImporters(file.path, await source.gate(), await source.imports());
  };
  const by = await reached();
  // A question that is gone or turned round is never passed over: whether what is above asks the same, somebody looks at.
  if (by === 'flag' && state.isOpened !== true) return [];
  return [reportOffChange(file, state, source.keys, source.context, by !== 'others')];
}

/** By the feature folders that a file may belong to: one whose code asks for the flag is enough. */
async function standBehindAny(file: ChangedFile, { features, featureIn, imports }: GateSource): Promise<Behind> {
  const found = new Set<Behind>();
  for (const folder of foldersOf(file, features)) found.add(await standBehind(file, await featureIn(folder), imports));
  return (['gated', 'named', 'perhaps'] as const).find((each) => found.has(each)) ?? 'open';
}

/** A new program that names the flag: is it taken in by none but those that are held for it, or has it nothing for people while the flag is off? */
async function isNewAndHeld(file: ChangedFile, source: GateSource): Promise<boolean> {
  if (!isCode(file.path) || file.before !== undefined) return false;
  const [folder] = foldersOf(file, source.features) as readonly [string, ...string[]];
  return (
    (await isHeldByImporters(file.path, source.changed, await source.featureIn(folder), await source.imports())) ||
    (await isSilentWhileOff(file, (await source.gate()).names))
  );
}

function isTemplateOfComponent(path: string): boolean {
  return componentOf(path) !== undefined && !path.endsWith('.rb');
}
