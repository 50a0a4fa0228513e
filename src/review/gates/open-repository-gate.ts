import { componentOf } from '../../catalogs/component-of.js';
import { escapeExpression } from '../../text/escape-expression.js';
import { once } from '../../git/once.js';
import type { ReviewContext } from '../check.js';
import { isCode, isFrame, isProgram, isTest } from './code-text.js';
import { createFileMemory } from './file-memory.js';
import { findFlagUse } from './find-flag-use.js';
import { isDistinct } from './settings/settings-holder.js';
import { findAskingPaths } from './references/find-asking-paths.js';
import { toCamelCase } from './references/find-referring-paths.js';
import type { RepositoryImports } from './gated-by-importers.js';
import { mayResolveTo } from './references/import-index.js';
import type { RepositoryGate } from './judge-use.js';
import { createMayHold, wordsOf } from './words-of.js';
import { createOpenWays } from './open-way/create-open-ways.js';
import { createComponentGate } from './rails/component-gate.js';
import { findSilentComponents } from './off-state/find-silent-components.js';
import { createOpenWays as createRailsWays } from './rails/find-open-way.js';
import { readRailsPrograms } from './rails/read-rails-programs.js';
import { readScenes } from './read-scenes.js';
import { readCodeFacts } from './read-code-facts.js';

/** Programs that name the flag are read up to this number, and their texts are searched for it up to that one. */
const mostPrograms = 400;
const mostSearched = 2000;

/** What of the whole repository asks for a flag, whose programs git finds by the flag's key. */
export async function openRepositoryGate(
  keys: readonly string[],
  context: Pick<ReviewContext, 'snapshot' | 'change'>,
  imports: () => Promise<RepositoryImports>,
): Promise<RepositoryGate> {
  const { snapshot, change } = context;
  const remember = createFileMemory();
  const written = new Set(keys.flatMap((key) => [key, toCamelCase(key)]));
  const touched = change.files.map(({ path }) => path);
  const naming = await readNaming([...written], touched, snapshot);
  const code = new Map(naming.code);
  const names = new Set(written);
  for (const [path, text] of code) {
    for (const { value, name } of (await readCodeFacts(path, text, remember)).strings)
      if (keys.includes(value) && name !== undefined) names.add(name);
  }
  const settings = new Set<string>();
  for (const [path, text] of code) {
    const read = isFrame(path)
      ? undefined
      : await readScenes(path, text, { keys: names, answers: new Set() }, remember);
    for (const name of read?.scenes.settings ?? []) if (!names.has(name)) settings.add(name);
  }
  if (settings.size > 0) {
    for (const [path, text] of (await readNaming([...settings], [], snapshot)).code) code.set(path, text);
    for (const name of settings) names.add(name);
  }
  const answers = new Set<string>();
  const properties = new Set<string>();
  for (const [path, text] of code) {
    if (isFrame(path)) continue;
    const read = await readScenes(path, text, { keys: names, answers: new Set() }, remember);
    if (read === undefined) continue;
    for (const name of read.scenes.answers) answers.add(name);
    for (const name of read.scenes.properties) properties.add(name);
  }
  const silentIn = async (importer: string, module: string): Promise<readonly string[]> => {
    for (const [path, text] of code) {
      if (isFrame(path) || !mayResolveTo(importer, module, path)) continue;
      const read = await readScenes(path, text, { keys: names, answers }, remember);
      if (read !== undefined) return findSilentComponents(read.program, read.scenes.sense);
    }
    return [];
  };
  const referringPaths = await findAskingPaths(code, [...keys, ...settings], remember);
  const programs = once(() => readRailsPrograms(context));
  const ways = once(async () => {
    const all = await programs();
    return all && createRailsWays(all, [...written]);
  });
  const components = once(async () => {
    const all = await programs();
    return all && createComponentGate(all, names);
  });
  const isOpen = async (path: string): Promise<boolean> => (await ways())?.(path) ?? false;
  const isBehind = async (path: string): Promise<boolean> =>
    componentOf(path) !== undefined && ((await components())?.(path) ?? false);
  const flagNames = { keys: names, answers, properties, silentIn };
  // Names of the flag stand in more programs than those that ask for it; what is gone through has none of them.
  const openWay = createOpenWays(imports, (text) => mayName(text, names), remember, naming.isNamedElsewhere);
  return {
    keys,
    left: naming.left,
    code,
    referringPaths,
    names: flagNames,
    readNames: () => Promise.resolve(flagNames),
    imports,
    isOpen,
    isBehind,
    openWay,
    remember,
  };
}

/**
 * The programs that name a flag by one of these, as they stand at the head, and those of `more`; how many others hold such a name and were not looked at, and whether programs in
 * other languages do. A
 * common word stands in many programs that have nothing to do with a flag, so that only those are read whose text may mean the flag, what surely does first.
 */
async function readNaming(
  names: readonly string[],
  more: readonly string[],
  snapshot: ReviewContext['snapshot'],
): Promise<{ readonly code: ReadonlyMap<string, string>; readonly left: number; readonly isNamedElsewhere: boolean }> {
  const isOwn = (path: string): boolean => isCode(path) && !isTest(path);
  const found = (await snapshot.search(names.map((name) => escapeExpression(name)))) ?? [];
  const own = more.filter(isOwn);
  const others = found.filter((path) => isOwn(path) && !own.includes(path));
  const looked = others.slice(0, mostSearched);
  const texts = await snapshot.read('head', [...own, ...looked]);
  const textOf = (path: string): string => texts.get(path)?.text ?? '';
  const finders = names.map((name) => ({ name, mayHold: createMayHold(name) }));
  const uses = looked.flatMap((path) => {
    const text = textOf(path);
    const words = wordsOf(text);
    const means = finders.map(({ name, mayHold }) => (mayHold(words) ? findFlagUse(text, name) : undefined));
    const isMeant = means.some(Boolean) || names.some((name) => isDistinct(name) && text.includes(name));
    return isMeant ? [{ path, isSure: means.some((use) => use?.isSure === true) }] : [];
  });
  const kept = uses.toSorted((one, other) => Number(other.isSure) - Number(one.isSure)).slice(0, mostPrograms);
  const code = new Map([...own, ...kept.map(({ path }) => path)].map((path) => [path, textOf(path)] as const));
  const isNamedElsewhere = found.some((path) => isProgram(path) && !isCode(path) && !isTest(path));
  return { code, left: others.length - looked.length + uses.length - kept.length, isNamedElsewhere };
}

function mayName(text: string, names: ReadonlySet<string>): boolean {
  return [...names].some(
    (name) => text.includes(name) && (!/^[a-z]+$/.test(name) || findFlagUse(text, name) !== undefined),
  );
}
