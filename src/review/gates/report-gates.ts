import type { ChangedFile } from '../../change/change.js';
import { escapeExpression } from '../../text/escape-expression.js';
import { once } from '../../git/once.js';
import type { Outcome, Report, ReviewContext } from '../check.js';
import { placeOfFile } from '../engine/place-of-file.js';
import { blankComments, isCode, isProgram, isTest, mentionsKey } from './code-text.js';
import { findEntries, isInFolder, readFeatureCode } from './feature-code.js';
import { createFileMemory } from './file-memory.js';
import { findFlagUse } from './find-flag-use.js';
import { findAskingPaths } from './find-asking-paths.js';
import { isGatedByImporters, readImports, type Gate, type RepositoryImports } from './gated-by-importers.js';
import { locateCatalog } from '../../catalogs/locate-catalog.js';
import { noFlagReason } from '../../planning/no-flag-reason.js';
import { isRegulated } from '../../policy/is-regulated.js';
import { isSameToUsers } from './is-same-to-users.js';
import { openRepositoryGate } from './open-repository-gate.js';
import { reportCopyGates, suchAs } from './report-copy-gates.js';
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
  if (reason !== undefined && files.every(({ path }) => isCopy(path)))
    return { reports: [await liveCopy(reason, context)] };
  const keys = await gateKeys(context);
  if (keys.length === 0)
    return {
      reports: [
        noFlag(
          context,
          files.every(({ path }) => isCopy(path)),
        ),
      ],
    };
  const features = await featureFolders(context);
  const placed = files.map((file) => ({ file, folders: foldersOf(file, features) }));
  const gates = new Map<string, Promise<Feature>>();
  const featureIn = (folder: string): Promise<Feature> => {
    const feature = gates.get(folder) ?? readFeature(context, folder, keys);
    gates.set(folder, feature);
    return feature;
  };
  const reports: Report[] = [];
  const gate = once(() => openRepositoryGate(keys, context, imports));
  const texts = once(() => context.texts());
  for (const { file, folders } of placed) {
    const own = features.find((folder) => isInFolder(file.path, folder));
    // A folder of texts alone has no code that could ask for the flag: where each text is used decides.
    if (isCopy(file.path) && (own === undefined || (await featureIn(own)).code.size === 0)) {
      const { texts: all, unread } = await texts();
      if (unread.includes(file))
        reports.push({ ...placeOfFile(file), message: unreadCopy(file.path, context), undecided: true });
      else {
        const changed = all.filter((text) => text.file === file && text.kind !== 'gone');
        if (changed.length > 0) reports.push(...(await reportCopyGates(file, changed, await gate(), context)));
      }
      continue;
    }
    const behind: boolean[] = [];
    for (const folder of folders) {
      behind.push(await isBehind(file, await featureIn(folder), imports));
    }
    if (!behind.includes(true)) reports.push(notGated(file, keys, folders, context));
  }
  return { reports };
}

interface Feature extends Gate {
  /** Does one of its entries ask for the flag? */
  readonly asks: boolean;
}

async function readFeature(context: ReviewContext, folder: string, keys: readonly string[]): Promise<Feature> {
  const code = await readFeatureCode(context, folder);
  const remember = createFileMemory();
  const referring = await findAskingPaths(code, keys, remember);
  const entries = folder === '' ? [...code.keys()] : findEntries(code, folder);
  return { code, referringPaths: referring, keys, remember, asks: entries.some((path) => referring.has(path)) };
}

async function isBehind(
  { path, before, after }: ChangedFile,
  feature: Feature,
  imports: () => Promise<RepositoryImports>,
): Promise<boolean> {
  if (!needsOwnGate(path)) return feature.asks;
  const text = after?.text ?? '';
  if (isCode(path)) {
    if (before?.text !== undefined && (await isSameToUsers(path, before.text, text))) return true;
    if (feature.referringPaths.has(path)) return true;
    // What is called a test is not among the feature's programs, and there may be more of these than are read.
    if (!feature.code.has(path) && (await findAskingPaths(new Map([[path, text]]), feature.keys)).has(path))
      return true;
    return isGatedByImporters(path, feature, await imports());
  }
  return isNamed(text, feature.keys);
}

function isNamed(text: string, keys: readonly string[]): boolean {
  return keys.some((key) => mentionsKey(text, key) || findFlagUse(text, key) !== undefined);
}

/** Did it ask for the flag before, and neither it nor another file of the change does any more? Then nobody need follow who uses it. */
function isUngated({ before }: ChangedFile, keys: readonly string[], files: readonly ChangedFile[]): boolean {
  return isNamed(before?.text ?? '', keys) && !files.some(({ after }) => isNamed(after?.text ?? '', keys));
}

/** Words in a catalog, which belong to the code that asks for them. */
function isCopy(path: string): boolean {
  return locateCatalog(path) !== undefined && !isProgram(path);
}

/** Programs ask for the flag themselves; lists of events belong to a feature as its words do. */
function needsOwnGate(path: string): boolean {
  return isProgram(path) && classifyFile(path) !== 'events';
}

/** What uses a program in another language than JavaScript, or a style sheet, is not followed. */
function isUnfollowed(path: string): boolean {
  return needsOwnGate(path) ? !isCode(path) : /\.(?:css|less|s[ac]ss)$/i.test(path);
}

/** Is a test by its name, that a program imports all the same. */
async function isShipped(path: string, imports: () => Promise<RepositoryImports>): Promise<boolean> {
  return (await imports()).index.importersOf(path).size > 0;
}

/** All that may reach users; what is gone, tests, docs, plans and flag files need none. */
function needsGate({ path, after }: ChangedFile): boolean {
  if (after === undefined || (isTest(path) && !isCode(path))) return false;
  const kind = classifyFile(path);
  return isProgram(path) || (kind !== 'flags' && kind !== 'planning' && kind !== 'docs');
}

/** The flags that may stand before this change: the plan's and the PM's, as far as a flag file has them, where there is any. */
async function gateKeys(context: ReviewContext): Promise<string[]> {
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

/**
 * The folders that a file may belong to, any of which may ask for the flag: the feature folder it lies in; else, where it is no program
 * and stands above them (`i18n/en.json`), the feature folders; else its own, without the one that says its kind.
 */
function foldersOf({ path }: ChangedFile, features: readonly string[]): readonly string[] {
  const own = features.find((folder) => isInFolder(path, folder));
  if (own !== undefined) return [own];
  const segments = path.split('/').slice(0, -1);
  const kind = segments.findLastIndex((name) =>
    /^(?:i18n|l10n|locales?|lang|translations?|messages|copy|strings|prompts?|analytics|telemetry|events|tracking|components?)$/i.test(
      name,
    ),
  );
  const folder = segments.slice(0, kind === -1 ? segments.length : kind).join('/');
  const below = features.filter((feature) => isInFolder(feature, folder));
  return needsOwnGate(path) || below.length === 0 ? [folder] : below;
}

/** Seed 002, week one: one word on a page that everyone sees. Seed 000: nothing ships without a flag. */
async function liveCopy(reason: string, context: ReviewContext): Promise<Report> {
  if (isRegulated(context.policy)) {
    const changed = (await context.texts()).texts.find(({ kind }) => kind === 'changed');
    const such = changed === undefined ? '' : `${await suchAs(changed, context)} for “${changed.entry.label}”`;
    const message = `The plan has no flag, because ${reason}. Under regulated controls everything needs one. Leave the old text as it was, write the new one under a new key beside it${such}, and have ${whoToAsk(context)} show that one behind a flag that the plan names.`;
    return { message, severity: 'blocker' };
  }
  const message = `The plan has no flag, because ${reason}. Everyone would see the new words at once; ${whoToAsk(context)} approves that in the pull request.`;
  return { message, undecided: true };
}

function unreadCopy(path: string, context: ReviewContext): string {
  return `Nobody can tell which texts of ${path} changed, and so not whether they are behind the flag. Ask ${whoToAsk(context)}, who confirms it in the pull request.`;
}

function noFlag(context: ReviewContext, isWords: boolean): Report {
  const way = isWords
    ? ' Words alone may go without one where the plan, of level copy, says why: “**Flag:** none, because …”; then that is approved in the pull request.'
    : '';
  return {
    message: `No flag stands before this change, so everyone would see it at once: neither the plan nor your row of the list of PMs names a flag that a flag file has. Name the flag in the plan, and ask ${whoToAsk(context)} if it does not exist yet.${way}`,
  };
}

function notGated(
  file: ChangedFile,
  keys: readonly string[],
  folders: readonly string[],
  context: ReviewContext,
): Report {
  const flags = keys.join(' or ');
  if (
    isUnfollowed(file.path) &&
    !isUngated(
      file,
      keys,
      context.change.files.filter(({ path }) => isProgram(path)),
    )
  ) {
    const message = `Nobody can tell here what reaches ${file.path}, and so not whether it is behind the flag ${flags}. ${whoToAsk(context)} confirms it in the pull request.`;
    return { ...placeOfFile(file), message, undecided: true };
  }
  if (needsOwnGate(file.path)) {
    const message = `${file.path} is not behind the flag ${flags}, so everyone would see it at once. Ask for the flag in this file, or use the file only in code that asks for it; ask ${whoToAsk(context)} if you are not sure how.`;
    return { ...placeOfFile(file), message };
  }
  const where = folders.map((folder) => (folder === '' ? 'the repository' : folder)).join(' or ');
  const message = `No code that opens ${where} asks for the flag ${flags}, so everyone would see ${file.path} at once. Have an engineer put the feature behind the flag first.`;
  return { ...placeOfFile(file), message };
}
