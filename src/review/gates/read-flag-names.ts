import type { ReviewContext } from '../check.js';
import { isFrame } from './code-text.js';
import type { FileMemory } from './file-memory.js';
import { readCodeFacts } from './read-code-facts.js';
import { readNaming, type NamingPrograms } from './read-naming.js';
import { readScenes } from './read-scenes.js';
import { toCamelCase } from './references/find-referring-paths.js';

/** The programs that name a flag, and what else goes by its name in them. */
export interface FlagNames extends NamingPrograms {
  /** The flag's keys, as they stand and as one writes them in a program. */
  readonly written: ReadonlySet<string>;
  /** What else the flag is called: constants that hold its key, and settings that it is read from. */
  readonly names: ReadonlySet<string>;
  readonly settings: ReadonlySet<string>;
  /** Functions and constants that say whether it is on. */
  readonly answers: ReadonlySet<string>;
  /** Properties of components, as `Component.property`, that hand on whether it is on. */
  readonly properties: ReadonlySet<string>;
}

/** Reads by which names programs go on asking for a flag. */
export async function readFlagNames(
  keys: readonly string[],
  { snapshot, change }: Pick<ReviewContext, 'snapshot' | 'change'>,
  remember: FileMemory,
): Promise<FlagNames> {
  const written = new Set(keys.flatMap((key) => [key, toCamelCase(key)]));
  const touched = change.files.map(({ path }) => path);
  const naming = await readNaming([...written], touched, snapshot);
  const code = new Map(naming.code);
  const names = new Set(written);
  for (const [path, text] of code) {
    for (const { value, name } of (await readCodeFacts(path, text, remember)).strings)
      if (keys.includes(value) && name !== undefined) names.add(name);
  }
  const scenesOf = async (path: string, text: string) =>
    isFrame(path) ? undefined : (await readScenes(path, text, { keys: names, answers: new Set() }, remember))?.scenes;
  const settings = new Set<string>();
  for (const [path, text] of code) {
    for (const name of (await scenesOf(path, text))?.settings ?? []) if (!names.has(name)) settings.add(name);
  }
  if (settings.size > 0) {
    for (const [path, text] of (await readNaming([...settings], [], snapshot)).code) code.set(path, text);
    for (const name of settings) names.add(name);
  }
  const answers = new Set<string>();
  const properties = new Set<string>();
  for (const [path, text] of code) {
    const scenes = await scenesOf(path, text);
    for (const name of scenes?.answers ?? []) answers.add(name);
    for (const name of scenes?.properties ?? []) properties.add(name);
  }
  return { ...naming, code, written, names, settings, answers, properties };
}
