import { lastNameOf } from '../../text/path-names.js';
import { joinSome } from '../../text/join-words.js';
import type { OwnerIndex } from '../codeowners/owner-index.js';
import { fold } from '../fold.js';
import { findMatter } from '../grammar/sensitive-matters.js';
import { matchGlobs } from '../match-globs.js';
import type { PolicyProblem, Zone, ZoneRule } from '../policy.js';
import { answersFor, isSpecific } from '../standing/decide-standing.js';
import { protectedFileOf, protectedFolder } from '../standing/protected-files.js';
import { splitCamelCase } from '../grammar/words/camel-case.js';
import { isProgram, isTest, isText } from './kinds-of-paths.js';
import type { RuleMatches } from './match-rules.js';

/**
 * Forbids whose name also turns up where their glob does not reach: `lib/auth.ts` and `auth-utils/` are not under
 * `**` + `/auth/` + `**`, nor is `src/auth-2fa.tsx` under `src/auth/` + `**`; and code that is open to PMs and named for the same matter, like
 * `ApiKeys.tsx`. One problem a rule for each, with the count and an example; what a forbid, CODEOWNERS or its own name
 * locks for every PM is left out, and so are texts named for a forbid of code, which are texts about it. Of what an engineer
 * changes with the PM anyway programs alone count, without their tests, and such that begin with the name or are of a sensitive matter; and
 * nothing counts where the zone says itself that the rest is changed with an engineer.
 */
export function findNearMisses(
  zone: Zone,
  matches: readonly RuleMatches[],
  paths: readonly string[],
  owners?: Pick<OwnerIndex, 'find'>,
): readonly PolicyProblem[] {
  const rows = zone.roster ?? [];
  const isLockedAnyway = (path: string): boolean =>
    isProtected(path) ||
    owners?.find(path).rules.some((rule) => isSpecific(rule) && rows.every((row) => !answersFor(row, rule))) === true;
  const found = matches.flatMap(readForbid).map((forbid): Tally => ({ ...forbid, near: [], alike: [] }));
  if (found.length === 0) return [];
  const byWord = new Map<string, Tally[]>();
  for (const each of found) byWord.set(each.words, [...(byWord.get(each.words) ?? []), each]);
  const byMatter = new Map(
    found.toReversed().flatMap((each) => (each.matter === undefined ? [] : [[each.matter, each]])),
  );
  const locked = new Set(matches.flatMap((each) => each.paths));
  const allows = zone.rules.filter(({ effect }) => effect === 'allow').map(({ glob }) => glob);
  const isOpen = matchGlobs(allows, 'allow').matches;
  // Most names come again and again.
  const tallies = remember((name: string) => phrasesOf(wordsOf(name)).flatMap((phrase) => byWord.get(phrase) ?? []));
  const matters = remember((name: string) => matterOf(wordsOf(name), byMatter));
  const nearIn = (path: string): readonly Tally[] => {
    const slash = path.lastIndexOf('/');
    const above = slash < 0 ? [] : nearInFolder(path.slice(0, slash));
    const named = tallies(path.slice(slash + 1));
    if (named.length === 0) return above;
    const here = path.slice(0, slash + 1);
    return [...new Set([...above, ...named.filter(({ folder = here }) => folder === here)])];
  };
  const nearInFolder = remember(nearIn);
  const isNearMiss = (path: string, { holdsTexts, matter, words, folder }: Tally): boolean => {
    if (isText(path) && !holdsTexts) return false;
    if (isOpen(path)) return true;
    if (zone.saysOfRest !== undefined) return false;
    if (isText(path)) return true;
    if (!isProgram(path) || isTest(path)) return false;
    if (matter !== undefined) return true;
    const names = folder === undefined ? path.split('/') : [path.slice(folder.length).split('/', 1).join('')];
    return names.some((name) => wordsOf(name).join('').startsWith(words));
  };
  for (const path of paths) {
    if (locked.has(path)) continue;
    const near = nearIn(path);
    const missed = near.filter((each) => isNearMiss(path, each));
    // Who owns a path takes longest to find.
    if (missed.length > 0 && !isLockedAnyway(path)) for (const each of missed) each.near.push(path);
    if (near.length > 0 || !isProgram(path) || isText(path)) continue;
    const alike = matters(lastNameOf(path));
    if (alike !== undefined && isOpen(path)) alike.alike.push(path);
  }
  return found.flatMap((each) => problemsOf(zone, each));
}

interface NamedForbid {
  readonly rule: ZoneRule;
  /** The folder's name, its words put together. */
  readonly words: string;
  /** Where it lies, with its slash; `undefined` for anywhere. */
  readonly folder?: string;
  readonly matter: string | undefined;
  /** It is about texts as much as about programs, or about nothing yet. */
  readonly holdsTexts: boolean;
}

interface Tally extends NamedForbid {
  readonly near: string[];
  readonly alike: string[];
}

/** A forbid of one folder, by its plain name. */
function readForbid({ rule, paths }: RuleMatches): readonly NamedForbid[] {
  const [, anywhere, folder = '', name = ''] =
    /^(?:\.?\/)?(\*\*\/)?((?:[\p{L}\p{N}_.@ -]+\/)*)([\p{L}\p{N}_ -]{3,})(?:\/\*\*|\/)?$/u.exec(rule.glob) ?? [];
  const words = wordsOf(name);
  if (rule.effect !== 'forbid' || words.length === 0 || (anywhere !== undefined && folder !== '')) return [];
  const place = anywhere === undefined ? { folder } : {};
  const texts = paths.filter((path) => isText(path)).length;
  const holdsTexts = texts >= paths.filter((path) => isProgram(path)).length;
  return [{ rule, words: words.join(''), ...place, matter: findMatter(words), holdsTexts }];
}

function matterOf(words: readonly string[], byMatter: ReadonlyMap<string, Tally>): Tally | undefined {
  const matter = findMatter(words);
  return matter === undefined ? undefined : byMatter.get(matter);
}

function problemsOf(zone: Zone, { rule, near, alike }: Tally): readonly PolicyProblem[] {
  const { glob, line, file = zone.file } = rule;
  const [example] = near;
  const rest = near.length - 1;
  const more = rest < 1 ? '' : `, nor ${rest === 1 ? 'is 1 more that is' : `are ${rest} more that are`} named so`;
  return [
    ...(example === undefined
      ? []
      : [
          {
            message: `${example} is not under \`${glob}\`${more}. If PMs must not touch it, add a glob for it.`,
            mend: { below: example },
          },
        ]),
    ...(alike.length === 0
      ? []
      : [
          {
            message: `PMs can touch ${joinSome(alike, 3)}, named for the same matter as \`${glob}\`. If they must not, add a glob for it.`,
            mend: { below: alike[0] as string },
          },
        ]),
  ].map((each) => ({ severity: 'info', file, line, ...each }));
}

/** Steers people, agents or machines, by its own name or a folder's. */
function isProtected(path: string): boolean {
  const names = path.split('/').map(fold);
  return protectedFileOf(path) !== undefined || names.slice(0, -1).some((name) => protectedFolder(name) !== undefined);
}

function remember<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as T;
    const found = find(key);
    known.set(key, found);
    return found;
  };
}

/** The words in a name: `authService.ts` has auth, service, ts. */
function wordsOf(name: string): readonly string[] {
  return splitCamelCase(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(fold);
}

/** Each word and each two neighbours put together, as `ApiKeys` and `api-keys` and `apikeys` are. */
function phrasesOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => (at === 0 ? [word] : [word, `${words[at - 1]}${word}`]));
}
