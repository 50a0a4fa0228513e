import { componentOf } from '../../catalogs/component-of.js';
import { escapeExpression } from '../../text/escape-expression.js';
import { once } from '../../git/once.js';
import type { ReviewContext } from '../check.js';
import { isCode, isFrame, isTest } from './code-text.js';
import { createFileMemory } from './file-memory.js';
import { findAskingPaths } from './find-asking-paths.js';
import { toCamelCase } from './find-referring-paths.js';
import type { RepositoryImports } from './gated-by-importers.js';
import { mayResolveTo } from './import-index.js';
import type { RepositoryGate } from './judge-use.js';
import { createComponentGate } from './rails/component-gate.js';
import { findSilentComponents } from './off-state/find-silent-components.js';
import { createOpenWays } from './rails/find-open-way.js';
import { readRailsPrograms } from './rails/read-rails-programs.js';
import { readScenes } from './read-scenes.js';
import { readCodeFacts } from './read-code-facts.js';

/** Programs that name the flag are read up to this number. */
const mostPrograms = 400;

/** What of the whole repository asks for a flag, whose programs git finds by the flag's key. */
export async function openRepositoryGate(
  keys: readonly string[],
  context: Pick<ReviewContext, 'snapshot' | 'change'>,
  imports: () => Promise<RepositoryImports>,
): Promise<RepositoryGate> {
  const { snapshot, change } = context;
  const remember = createFileMemory();
  const written = new Set(keys.flatMap((key) => [key, toCamelCase(key)]));
  const found = await snapshot.search([...written].map((key) => escapeExpression(key)));
  const paths = [...new Set([...(found ?? []), ...change.files.map(({ path }) => path)])]
    .filter((path) => isCode(path) && !isTest(path))
    .slice(0, mostPrograms);
  const code = new Map([...(await snapshot.read('head', paths))].map(([path, { text = '' }]) => [path, text] as const));
  const names = new Set(written);
  for (const [path, text] of code) {
    for (const { value, name } of (await readCodeFacts(path, text, remember)).strings)
      if (keys.includes(value) && name !== undefined) names.add(name);
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
  const referringPaths = await findAskingPaths(code, keys, remember);
  const programs = once(() => readRailsPrograms(context));
  const ways = once(async () => {
    const all = await programs();
    return all && createOpenWays(all, [...written]);
  });
  const components = once(async () => {
    const all = await programs();
    return all && createComponentGate(all, names);
  });
  const isOpen = async (path: string): Promise<boolean> => (await ways())?.(path) ?? false;
  const isBehind = async (path: string): Promise<boolean> =>
    componentOf(path) !== undefined && ((await components())?.(path) ?? false);
  const flagNames = { keys: names, answers, properties, silentIn };
  return { keys, code, referringPaths, names: flagNames, imports, isOpen, isBehind, remember };
}
