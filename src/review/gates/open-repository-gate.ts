import { componentOf } from '../../catalogs/component-of.js';
import { once } from '../../git/once.js';
import type { ReviewContext } from '../check.js';
import { isFrame } from './code-text.js';
import { createFileMemory } from './file-memory.js';
import { findFlagUse } from './find-flag-use.js';
import { findAskingPaths } from './references/find-asking-paths.js';
import type { RepositoryImports } from './gated-by-importers.js';
import { mayResolveTo } from './references/import-index.js';
import type { RepositoryGate } from './judge-use.js';
import { createOpenWays } from './open-way/create-open-ways.js';
import { createComponentGate } from './rails/component-gate.js';
import { findSilentComponents } from './off-state/find-silent-components.js';
import { createOpenWays as createRailsWays } from './rails/find-open-way.js';
import { readRailsPrograms } from './rails/read-rails-programs.js';
import { readScenes } from './read-scenes.js';
import { readFlagNames } from './read-flag-names.js';

/** What of the whole repository asks for a flag, whose programs git finds by the flag's key. */
export async function openRepositoryGate(
  keys: readonly string[],
  context: Pick<ReviewContext, 'snapshot' | 'change'>,
  imports: () => Promise<RepositoryImports>,
): Promise<RepositoryGate> {
  const remember = createFileMemory();
  const facts = await readFlagNames(keys, context, remember);
  const { code, written, names, answers, properties } = facts;
  const silentIn = async (importer: string, module: string): Promise<readonly string[]> => {
    for (const [path, text] of code) {
      if (isFrame(path) || !mayResolveTo(importer, module, path)) continue;
      const read = await readScenes(path, text, { keys: names, answers }, remember);
      if (read !== undefined) return findSilentComponents(read.program, read.scenes.sense);
    }
    return [];
  };
  const referringPaths = await findAskingPaths(code, [...keys, ...facts.settings], remember);
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
  const openWay = createOpenWays(imports, (text) => mayName(text, names), remember, facts.isNamedElsewhere);
  return {
    keys,
    left: facts.left,
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

function mayName(text: string, names: ReadonlySet<string>): boolean {
  return [...names].some(
    (name) => text.includes(name) && (!/^[a-z]+$/.test(name) || findFlagUse(text, name) !== undefined),
  );
}
