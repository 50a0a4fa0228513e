import type { ChangedFile } from '../../change/change.js';
import { componentOf, componentOfTexts } from '../../catalogs/component-of.js';
import { escapeExpression } from '../../text/escape-expression.js';
import { once } from '../../git/once.js';
import type { Outcome, Report, ReviewContext } from '../check.js';
import { placeOfFile } from '../engine/place-of-file.js';
import { blankComments, isCode, isDeclaration, isProgram, isTest, mentionsKey } from './code-text.js';
import { createFeatureReader, findEntries, isInFolder, type FeatureCode } from './feature-code.js';
import { findOtherThanWords } from './changes-words-only.js';
import { declaresFlagOnly } from './reports/declares-flag-only.js';
import { foldersOf } from './folders-of.js';
import { createFileMemory } from './file-memory.js';
import { findAskingPaths } from './references/find-asking-paths.js';
import {
  isGatedByImporters,
  isHeldByImporters,
  readImports,
  type Gate,
  type ReachedBy,
  type RepositoryImports,
} from './gated-by-importers.js';
import { noFlagReason } from '../../planning/no-flag-reason.js';
import { mayResolveTo } from './references/import-index.js';
import { isSilentWhileOff, judgeOffState } from './judge-off-state.js';
import { isTool } from './reports/is-tool.js';
import { openRepositoryGate } from './open-repository-gate.js';
import { isCopy, isNamed, needsOwnGate } from './reports/own-gate.js';
import { isAskedAnew, isEvident, whyUnsure } from './reports/why-unsure.js';
import { reportCopyGates } from './reports/report-copy-gates.js';
import { judgeSettings } from './reports/judge-settings.js';
import {
  reportNamed,
  reportNotGated,
  reportPerhaps,
  reportSettings,
  reportUnsearched,
} from './reports/report-not-gated.js';
import { reportNewEntries, reportOffChange } from './reports/report-off-change.js';
import { reportLiveCopy, reportNoFlag } from './reports/report-without-flag.js';
import { classifyFile } from '../../change/classify-file.js';
import { whoToAsk } from '../who-to-ask.js';

/** What of the change users would see whether or not the feature's flag is on. */
export async function reportGates(context: ReviewContext): Promise<Outcome> {
  const flagFiles = new Set((await context.flags()).files.map((file) => file.path));
  const imports = once(() => readImports(context));
  const files: ChangedFile[] = [];
  for (const file of context.change.files) {
    if (flagFiles.has(file.path) || !needsGate(file)) continue;
    if (!isTest(file.path) || (await isShipped(file.path, imports))) files.push(file);
  }
  if (files.length === 0) return 'not-applicable';
  const { plan } = await context.plan();
  const reason = plan && noFlagReason(plan.doc);
  const others = files.filter(({ path }) => !isCopy(path));
  const areWords = once(async () => (await findOtherThanWords(others)) === undefined);
  if (reason !== undefined && (await areWords()))
    return { reports: [await reportLiveCopy(reason, others.length === 0, context)] };
  const keys = await gateKeys(context);
  if (keys.length === 0)
    return { reports: [reportNoFlag(files as [ChangedFile, ...ChangedFile[]], await areWords(), context)] };
  const features = await featureFolders(context);
  const placed = files.map((file) => ({ file, folders: foldersOf(file, features) }));
  const gates = new Map<string, Promise<Feature>>();
  const readCode = createFeatureReader(context);
  const featureIn = (folder: string): Promise<Feature> => {
    const feature = gates.get(folder) ?? readCode(folder).then((code) => describeFeature(code, folder, keys));
    gates.set(folder, feature);
    return feature;
  };
  const reports: Report[] = [];
  const gate = once(() => openRepositoryGate(keys, context, imports));
  const texts = once(() => context.texts());
  const programs = context.change.files.map(({ path }) => path).filter(isCode);
  const changed = new Map(context.change.files.map((file) => [file.path, { isNew: file.before === undefined }]));
  const isHeld = async (path: string, feature: Feature): Promise<boolean> =>
    isHeldByImporters(path, changed, feature, await imports());
  const isBehindOthers = async (path: string): Promise<ReachedBy> =>
    isGatedByImporters(path, await gate(), await imports());
  const evidence = { keys, gate, changes: context.change.files };
  for (const { file, folders } of placed) {
    const own = features.find((folder) => isInFolder(file.path, folder));
    // Where the code of its folder does not ask for the flag, it is decided where each text is used.
    const isOfComponent = componentOfTexts(file.path) !== undefined;
    if (isCopy(file.path) && (own === undefined || isOfComponent || !(await featureIn(own)).asks)) {
      const { texts: all, unread } = await texts();
      if (unread.includes(file))
        reports.push({ ...placeOfFile(file), message: unreadCopy(file.path, context), undecided: true });
      else {
        const changed = all.filter((text) => text.file === file && text.kind !== 'gone');
        if (changed.length > 0) reports.push(...(await reportCopyGates(file, changed, await gate(), context)));
      }
      continue;
    }
    const isAsked = async (): Promise<boolean> => [...(await gate()).referringPaths].some((path) => path !== file.path);
    if (await declaresFlagOnly(file, keys, isAsked)) continue;
    const settings = needsOwnGate(file.path) ? undefined : judgeSettings(file, (await gate()).names.keys);
    if (settings === 'flag') continue;
    const state = needsOwnGate(file.path)
      ? await judgeOffState(file, (await gate()).names, isTouchedBy(file.path, programs))
      : undefined;
    if (state === 'same') continue;
    if (state !== undefined && (state.asks || state.isOpened === true)) {
      const reached =
        state.isOpened === true && (await isAskedAnew(file, evidence))
          ? 'perhaps-others'
          : isEvident(state) && isCode(file.path)
            ? await isBehindOthers(file.path)
            : 'others';
      if (reached !== 'flag') reports.push(reportOffChange(file, state, keys, context, reached !== 'others'));
      continue;
    }
    // Of its class more than what it draws may reach people.
    if (isTemplateOfComponent(file.path) && (await (await gate()).isBehind(file.path))) continue;
    const behind: Behind[] = [];
    for (const folder of folders) {
      behind.push(await standBehind(file, await featureIn(folder), imports));
    }
    if (behind.includes('gated')) continue;
    if (behind.includes('named')) {
      const isJudged =
        isFresh(file) &&
        ((await isHeld(file.path, await featureIn(folders[0] as string))) ||
          (await isSilentWhileOff(file, (await gate()).names)));
      if (!isJudged) reports.push(reportNamed(file, keys, context));
      continue;
    }
    if (behind.includes('perhaps')) {
      reports.push(reportPerhaps(file, keys, context));
      continue;
    }
    if (settings !== undefined) reports.push(reportSettings(file, settings, keys, context));
    else if (state?.isEntries === true) reports.push(reportNewEntries(file, state, keys, context));
    else reports.push(reportNotGated(file, keys, await whyUnsure(file, state, evidence), context));
  }
  if (reports.length > 0) reports.push(...reportUnsearched(keys, (await gate()).left));
  return { reports };
}

/** Whether an import of a program may name one that the change touches. */
function isTouchedBy(path: string, programs: readonly string[]): (module: string) => boolean {
  return (module) => programs.some((each) => mayResolveTo(path, module, each));
}

function isTemplateOfComponent(path: string): boolean {
  return componentOf(path) !== undefined && !path.endsWith('.rb');
}

/** A new program. */
function isFresh({ path, before }: ChangedFile): boolean {
  return isCode(path) && before === undefined;
}

interface Feature extends Gate {
  /** Does one of its entries ask for the flag? */
  readonly asks: boolean;
}

async function describeFeature(code: FeatureCode, folder: string, keys: readonly string[]): Promise<Feature> {
  const remember = createFileMemory();
  const referring = await findAskingPaths(code, keys, remember);
  const entries = folder === '' ? [...code.keys()] : findEntries(code, folder);
  return { code, referringPaths: referring, keys, remember, asks: entries.some((path) => referring.has(path)) };
}

/** Is a file reached only where the flag is asked for, does it name the flag itself, or neither? */
type Behind = 'gated' | 'named' | 'perhaps' | 'open';

async function standBehind(
  { path, after }: ChangedFile,
  feature: Feature,
  imports: () => Promise<RepositoryImports>,
): Promise<Behind> {
  if (!needsOwnGate(path)) return feature.asks ? 'gated' : 'open';
  const text = after?.text ?? '';
  if (!isCode(path)) return isNamed(text, feature.keys) ? 'named' : 'open';
  // What is called a test is not among the feature's programs, and there may be more of these than are read.
  const names =
    feature.referringPaths.has(path) ||
    (!feature.code.has(path) && (await findAskingPaths(new Map([[path, text]]), feature.keys)).has(path));
  if (names) return 'named';
  const reached = await isGatedByImporters(path, feature, await imports());
  return reached === 'others' ? 'open' : reached === 'flag' ? 'gated' : 'perhaps';
}

/** Is a test by its name, that a program imports all the same: what is called `Home.stories.tsx` by that name, an `index` by its folder's. */
async function isShipped(path: string, imports: () => Promise<RepositoryImports>): Promise<boolean> {
  const { index, texts } = await imports();
  const [, name = ''] = /([^/]+?)(?:\/index)?\.[a-z]+$/i.exec(path) ?? [];
  return [...index.importersOf(path)].some((importer) => texts.get(importer)?.includes(name));
}

/** All that may reach users; what is gone, tests, types, docs, plans, flag files and the team's own tools need none. */
function needsGate({ path, after }: ChangedFile): boolean {
  if (after === undefined || isTool(path) || isDeclaration(path) || (isTest(path) && !isCode(path))) return false;
  const kind = classifyFile(path);
  return isProgram(path) || (kind !== 'flags' && kind !== 'planning' && kind !== 'docs');
}

/** The flags that may stand before this change: the plan's and the PM's, as far as a flag file has them, where there is any. */
export async function gateKeys(context: ReviewContext): Promise<string[]> {
  const [{ flags, files }, { plan }] = await Promise.all([context.flags(), context.plan()]);
  const named =
    plan === undefined || plan.doc.flags.length === 0
      ? context.asking.rows.flatMap((row) => row.flags)
      : plan.doc.flags;
  const wanted = [...new Set(named)].filter((key) => key !== '');
  const known = wanted.filter((key) => flags.size === 0 || flags.has(key));
  if (known.length > 0) return known;
  // A list of flags in Ruby, say, nobody here reads; that it names the flag can be seen.
  const lists = await context.snapshot.read(
    'head',
    files.map(({ path }) => path),
  );
  const listed = wanted.filter((key) => [...lists.values()].some(({ text = '' }) => mentionsKey(text, key)));
  return listed.length > 0 ? listed : findAskedKeys(wanted, context);
}

/** The flags that code asked for before the change, which a service may hold: no file need have them. */
async function findAskedKeys(keys: readonly string[], { snapshot }: ReviewContext): Promise<string[]> {
  if (keys.length === 0) return [];
  const found = ((await snapshot.search(keys.map(escapeExpression))) ?? []).filter(
    (path) => isProgram(path) && !isTest(path),
  );
  const texts = [...(await snapshot.read('base', found.slice(0, 200))).values()].map(({ text = '' }) => text);
  return keys.filter((key) => texts.some((text) => mentionsKey(blankComments(text), key)));
}

/** The PM's feature folders and the plan's, the deepest first. */
async function featureFolders({ asking, plan }: ReviewContext): Promise<readonly string[]> {
  const planned = (await plan()).plan?.doc.featureFolder;
  const folders = [...asking.rows.flatMap((row) => row.featureFolders), ...(planned === undefined ? [] : [planned])];
  return [...new Set(folders)].sort((a, b) => b.length - a.length);
}

function unreadCopy(path: string, context: ReviewContext): string {
  return `Nobody can tell which texts of ${path} changed, and so not whether they are behind the flag. Ask ${whoToAsk(context)}, who confirms it in the pull request.`;
}
