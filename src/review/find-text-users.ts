import { locateCatalogText } from '../catalogs/locate-catalog.js';
import type { CatalogEntry } from '../catalogs/catalog.js';
import { once } from '../git/once.js';
import { indexLines } from '../text/index-lines.js';
import type { ReviewContext } from './check.js';
import { readImports } from './gates/gated-by-importers.js';
import type { UseGate } from './gates/judge-use.js';
import { findKeyUses } from './uses/find-key-uses.js';
import { createTextKey, namespacesOf } from './uses/text-key.js';
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
  /** The platform on which translators write the other languages, where it was asked for and anything tells of one. */
  readonly platform?: string | undefined;
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
  // What names the file alone asks for none of its texts yet, unless a group in it is called the same; Laravel gives all of them for it.
  const names = path.endsWith('.php') ? [] : namespacesOf(location).filter((name) => name !== keys[0]);
  for (const use of found.possible) {
    if (possible.length === mostPlaces) break;
    if (!names.includes(await writtenAt(use, context))) possible.push(await placeOf(use, context));
  }
  const sure = oncePerLine(users);
  const known = new Set(sure.map(lineOf));
  return {
    users: sure,
    possible: oncePerLine(possible).filter((each) => !known.has(lineOf(each))),
    searched: found.searched,
    flags,
  };
}

/** Of several in one line, the one that is seen by most. */
function oncePerLine(users: readonly TextUser[]): readonly TextUser[] {
  const byLine = new Map<string, TextUser>();
  for (const user of users) {
    const other = byLine.get(lineOf(user));
    if (other === undefined || gates.indexOf(user.gate) < gates.indexOf(other.gate)) byLine.set(lineOf(user), user);
  }
  return [...byLine.values()];
}

const gates: readonly TextUser['gate'][] = ['open', 'unclear', 'behind', undefined];

function lineOf({ path, line }: TextUser): string {
  return `${line} ${path}`;
}

async function placeOf({ path, at }: KeyUse, { snapshot }: ReviewContext): Promise<TextUser> {
  // It was found in the text that is remembered there.
  const { text } = (await snapshot.read('head', [path])).get(path) as { readonly text: string };
  return { path, line: indexLines(text)(at).line };
}

/** The string that a place has, without its quotation marks. */
async function writtenAt({ path, at, end }: KeyUse, { snapshot }: ReviewContext): Promise<string> {
  const { text } = (await snapshot.read('head', [path])).get(path) as { readonly text: string };
  return text.slice(at, end).replace(/^["'`]|["'`]$/g, '');
}
