import type { ChangedFile } from '../../change/change.js';
import { classifyFile } from '../../change/classify-file.js';
import { once } from '../../git/once.js';
import { noFlagReason } from '../../planning/no-flag-reason.js';
import { lastNameOf } from '../../text/path-names.js';
import type { Outcome, Report, ReviewContext } from '../check.js';
import { isCode, isDeclaration, isProgram, isTest } from './code-text.js';
import { createFeatureReader } from './feature-code.js';
import { gateKeys } from './gate-keys.js';
import { readImports, type RepositoryImports } from './gated-by-importers.js';
import type { RepositoryGate } from './judge-use.js';
import { withoutCommentLines } from './likely-words/comments/without-comment-lines.js';
import { judgeWords } from './likely-words/judge-words.js';
import { openRepositoryGate } from './open-repository-gate.js';
import { isTool } from './reports/is-tool.js';
import { isCopy } from './reports/own-gate.js';
import { oncePerCatalog } from './reports/once-per-catalog.js';
import { reportFile } from './reports/report-file.js';
import { reportUnsearched } from './reports/report-not-gated.js';
import { reportLiveCopy, reportMoreThanWords, reportNoFlag, reportUnsureWords } from './reports/report-without-flag.js';
import { describeFeature, type Feature } from './reports/stand-behind.js';

/** What of the change users would see whether or not the feature's flag is on. */
export async function reportGates(context: ReviewContext): Promise<Outcome> {
  const imports = once(() => readImports(context));
  const files = await filesToGate(context, imports);
  if (files.length === 0) return 'not-applicable';
  const { plan } = await context.plan();
  const reason = plan && noFlagReason(plan.doc);
  const others = files.filter(({ path }) => !isCopy(path));
  const words = once(() => judgeWords(others, context));
  const other = reason === undefined ? undefined : (await words()).other;
  if (reason !== undefined && other === undefined) {
    const toRead = (await words()).unsure.map((each) => reportUnsureWords(each, context));
    return { reports: [await reportLiveCopy(reason, files, context), ...toRead] };
  }
  const more = reason !== undefined && other !== undefined ? [reportMoreThanWords(reason, other, context)] : [];
  const keys = await gateKeys(context);
  if (keys.length === 0 && more.length > 0) return { reports: more };
  if (keys.length === 0) {
    const areWords = (await words()).other === undefined;
    return { reports: [reportNoFlag(files as [ChangedFile, ...ChangedFile[]], areWords, context)] };
  }
  const gate = once(() => openRepositoryGate(keys, context, imports));
  const changes = context.change.files;
  const source = {
    keys,
    context,
    changes,
    imports,
    gate,
    features: await featureFolders(context),
    featureIn: createFeatures(keys, context, gate),
    changed: new Map(changes.map((file) => [file.path, { isNew: file.before === undefined }])),
    programs: changes.map(({ path }) => path).filter(isCode),
  };
  const all: Report[] = [];
  for (const file of files) all.push(...(await reportFile(file, source)));
  const reports = oncePerCatalog(all);
  if (reports.length === 0) return { reports: reason === undefined ? [] : await reportComments(others, context) };
  const further = reports.filter(({ path }) => path !== other?.file.path);
  return { reports: [...more, ...further, ...reportUnsearched(keys, (await gate()).left)] };
}

/** Comments need no flag, but what tools do by them nobody can tell from here. */
async function reportComments(files: readonly ChangedFile[], context: ReviewContext): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const file of files) {
    const code = await withoutCommentLines(file, 'all');
    if (code === undefined || code.before?.text !== code.after?.text) continue;
    const words = (await context.words(file)) === 'comments' ? 'comments' : 'orders';
    reports.push(reportUnsureWords({ file, words }, context));
  }
  return reports;
}

async function filesToGate(
  context: ReviewContext,
  imports: () => Promise<RepositoryImports>,
): Promise<readonly ChangedFile[]> {
  const flagFiles = new Set((await context.flags()).files.map((file) => file.path));
  const files: ChangedFile[] = [];
  for (const file of context.change.files) {
    if (flagFiles.has(file.path) || !needsGate(file)) continue;
    if (!isTest(file.path) || (await isShipped(file.path, imports))) files.push(file);
  }
  return files;
}

/** Each folder's programs are read once. */
function createFeatures(
  keys: readonly string[],
  context: ReviewContext,
  gate: () => Promise<RepositoryGate>,
): (folder: string) => Promise<Feature> {
  const readCode = createFeatureReader(context);
  const known = new Map<string, Promise<Feature>>();
  return (folder) => {
    const feature =
      known.get(folder) ??
      readCode(folder).then((code) => describeFeature(code, folder, keys, async () => (await gate()).names));
    known.set(folder, feature);
    return feature;
  };
}

/** Is a test by its name, that a program imports all the same: what is called `Home.stories.tsx` by that name, an `index` by its folder's. */
async function isShipped(path: string, imports: () => Promise<RepositoryImports>): Promise<boolean> {
  const { index, texts } = await imports();
  const module = path.replace(/(?:\/index)?\.[a-z]+$/i, '');
  const name = lastNameOf(module);
  return [...index.importersOf(path)].some((importer) => texts.get(importer)?.includes(name));
}

/** All that may reach users; what is gone, tests, types, docs, plans, flag files and the team's own tools need none. */
function needsGate({ path, after }: ChangedFile): boolean {
  if (after === undefined || isTool(path) || isDeclaration(path) || (isTest(path) && !isCode(path))) return false;
  const kind = classifyFile(path);
  return isProgram(path) || (kind !== 'flags' && kind !== 'planning' && kind !== 'docs');
}

/** The PM's feature folders and the plan's, the deepest first. */
async function featureFolders({ asking, plan }: ReviewContext): Promise<readonly string[]> {
  const planned = (await plan()).plan?.doc.featureFolder;
  const folders = [...asking.rows.flatMap((row) => row.featureFolders), ...(planned === undefined ? [] : [planned])];
  return [...new Set(folders)].sort((a, b) => b.length - a.length);
}
