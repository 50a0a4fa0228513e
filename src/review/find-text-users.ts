import { locateCatalogText } from '../catalogs/locate-catalog.js';
import type { CatalogEntry } from '../catalogs/catalog.js';
import { once } from '../git/once.js';
import { indexLines } from '../text/index-lines.js';
import type { ReviewContext } from './check.js';
import { readImports } from './gates/gated-by-importers.js';
import type { UseGate } from './gates/judge-use.js';
import { findKeyUses } from './uses/find-key-uses.js';
import { createTextKey } from './uses/text-key.js';
import type { KeyUse, KeyUses } from './uses/text-uses.js';

/** A place in the code that asks for a text, lines from 1; whether it does so only where the flag is on, where there is a flag. */
export interface TextUser {
  readonly path: string;
  readonly line: number;
  readonly gate?: UseGate;
}

/** Who asks for one text of a catalog, whether or not the change touches it. */
export interface TextUsers {
  readonly users: readonly TextUser[];
  /** Places that work out what they ask for, which may be it. */
  readonly possible: readonly TextUser[];
  /** Was all code searched? Where not, nobody can say that these are all. */
  readonly searched: boolean;
  /** The flags of the plan, or the PM's where there is none. */
  readonly flags: readonly string[];
}

/** Places of each kind; a text that more ask for is everywhere. */
const mostPlaces = 40;

/** `text` is what the file at `path` says, `keys` the way to the text in it. `undefined` where the file is no catalog. */
export async function findTextUsers(
  context: ReviewContext,
  path: string,
  text: string,
  keys: CatalogEntry['path'],
): Promise<TextUsers | undefined> {
  const location = locateCatalogText(path, text);
  if (location === undefined) return undefined;
  const key = createTextKey(location, keys, /\.ts$/i.test(path) && /^\s*</.test(text));
  const found = (await findKeyUses(context, [key])).get(key) as KeyUses;
  const flags = await (await import('./gates/gate-keys.js')).gateKeys(context);
  const gate = once(async () => {
    const { openRepositoryGate } = await import('./gates/open-repository-gate.js');
    return openRepositoryGate(
      flags,
      context,
      once(() => readImports(context)),
    );
  });
  const gateOf = async (use: KeyUse): Promise<Pick<TextUser, 'gate'>> => {
    if (flags.length === 0) return {};
    const { judgeUse } = await import('./gates/judge-use.js');
    return { gate: await judgeUse(use, await gate(), context) };
  };
  const users: TextUser[] = [];
  for (const use of found.sure.slice(0, mostPlaces))
    users.push({ ...(await placeOf(use, context)), ...(await gateOf(use)) });
  const possible: TextUser[] = [];
  for (const use of found.possible.slice(0, mostPlaces)) possible.push(await placeOf(use, context));
  return { users, possible, searched: found.searched, flags };
}

async function placeOf({ path, at }: KeyUse, { snapshot }: ReviewContext): Promise<TextUser> {
  // It was found in the text that is remembered there.
  const { text } = (await snapshot.read('head', [path])).get(path) as { readonly text: string };
  return { path, line: indexLines(text)(at).line };
}
