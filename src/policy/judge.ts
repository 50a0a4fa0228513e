import { answersFor, decideStanding, isSpecific, type Asker } from './standing/decide-standing.js';
import { featureIndex } from './standing/feature-index.js';
import { unsafePath } from './standing/unsafe-path.js';
import { matchPaths, type FolderMatch } from './path-index/match-paths.js';
import type { PathFacts } from './path-index/path-facts.js';
import type { Asking, Codeowners, CodeownersRule, Judgement, Policy, RosterRow } from './policy.js';
import { joinJudgements } from './standing/join-judgements.js';
import { standingNames } from './standing/standing-names.js';
import { compileTip, type TipRules } from './standing/tip-rules.js';

export { hasManifestName } from './standing/named-alike.js';

export interface Judge {
  /**
   * The standing of a path from the root, `/`-separated, whether or not it exists. Paths that are judged alike share one object, so
   * what is made of it can be kept by it.
   */
  readonly judge: (path: string, entry?: Entry) => Judgement;
  /** The standing of a folder: locked where every path in it would be. */
  readonly judgeFolder: (path: string) => Judgement;
}

/** What git has at a path, or at what it lies behind. */
export interface Entry {
  /** Git's mode: `120000` is a symbolic link, `160000` a submodule. */
  readonly mode?: string | undefined;
  /** The path above the judged one that has this mode. */
  readonly above?: string | undefined;
}

export interface JudgeOptions {
  /** Another path of the repository that some system takes for this one, by case or by how accents are composed. */
  readonly collides?: (path: string) => string | undefined;
  /** The day it is judged for, as `2027-01-11`; defaults to today's (UTC). */
  readonly today?: string;
}

/** Makes the judge of one policy and one asker (design §4). Cheap per path whatever the number of rules; throws on no path. */
export function createJudge(policy: Policy, asking: Asking, options: JudgeOptions = {}): Judge {
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const tips = policy.tips.map((tip) => compileTip(tip, today));
  const askers = askersOf(asking);
  const features = featureIndex(askers);
  const indexes = [
    { paths: features.paths, folds: false },
    ...tips.flatMap(({ owners, closings, openings }) => [
      { paths: owners.paths, folds: false },
      { paths: closings.paths, folds: true },
      { paths: openings.paths, folds: false },
    ]),
  ];

  const only = tips.length === 1 && askers.length === 1 ? tips[0] : undefined;

  /** `holds` says which CODEOWNERS rules count (for a folder not all do). */
  function decide(
    { unsafe, protected: steers, matching }: PathFacts,
    holds?: (tip: number, asker: Asker, rule: CodeownersRule) => boolean,
  ): Judgement {
    const list = (index: number): readonly number[] => matching[index] as readonly number[];
    const inFolders = features.askersIn(list(0));
    // One tip and one asker are the rule, and need no joining.
    if (only !== undefined && holds === undefined)
      return decideStanding(only, askers[0], {
        unsafe,
        protected: steers,
        ownership: only.owners.decide(list(1)),
        closings: only.closings.rulesOf(list(2)),
        openings: only.openings.rulesOf(list(3)),
        inFeatureFolder: inFolders.size > 0,
      });
    const judgements = tips.flatMap((tip, place) => {
      const found = tip.owners.decide(list(ownersAt(place)));
      const closings = tip.closings.rulesOf(list(ownersAt(place) + 1));
      const openings = tip.openings.rulesOf(list(ownersAt(place) + 2));
      return askers.map((asker) => {
        const ownership =
          holds === undefined ? found : { ...found, rules: found.rules.filter((rule) => holds(place, asker, rule)) };
        const inFeatureFolder = inFolders.has(asker);
        const facts = { unsafe, protected: steers, ownership, closings, openings, inFeatureFolder };
        return { ref: tip.ref, judgement: decideStanding(tip, asker, facts) };
      });
    });
    return joinJudgements(judgements);
  }

  const matcher = matchPaths(indexes, decide, standingNames);

  function hostility(path: string, { mode, above }: Entry = {}): string | undefined {
    const what = above === undefined ? 'it is' : `it lies behind “${above}”,`;
    if (mode === '120000') return `${what} a symbolic link, which may lead anywhere`;
    if (mode === '160000') return `${what} a submodule, another repository inside this one`;
    const other = options.collides?.(path);
    return other === undefined ? undefined : `is taken for that of “${other}” on some systems`;
  }

  /** A folder's owners lock it only where no rule further down, and no feature folder, takes a path out again. */
  function ownersHold(folder: FolderMatch, place: number, asker: Asker, rule: CodeownersRule): boolean {
    const { rules } = (tips[place] as TipRules).codeowners as Codeowners;
    const inFeature =
      features.askersIn(folder.below[0] as readonly number[]).has(asker) ||
      folder.somePending(0, (each) => features.askersIn([each]).has(asker));
    const locks = (each: CodeownersRule): boolean =>
      isSpecific(each) && !(inFeature && answersFor(asker.row as RosterRow, each));
    const opens = (number: number): boolean => {
      const later = rules[number];
      return (
        later !== undefined &&
        later.section === rule.section &&
        !locks(later) &&
        (later.exclude || later.line > rule.line)
      );
    };
    return locks(rule) && !folder.somePending(ownersAt(place), opens);
  }

  return {
    judge: (path, entry) => {
      const isOdd = path.length > 4096 || path.startsWith('/');
      const unsafe = hostility(path, entry) ?? (isOdd ? unsafePath(path) : undefined);
      return unsafe === undefined ? matcher.find(path) : decide({ ...matcher.match(path), unsafe });
    },
    judgeFolder: (written) => {
      const path = written.replace(/\/$/u, '');
      const folder = matcher.matchFolder(path);
      const unsafe = path === '' ? undefined : (hostility(path) ?? unsafePath(path));
      return decide({ unsafe, protected: folder.protected, matching: folder.below }, (tip, asker, rule) =>
        ownersHold(folder, tip, asker, rule),
      );
    },
  };
}

/** Where a tip's indexes stand in the list: behind the feature folders, three for each tip. */
function ownersAt(tip: number): number {
  return 1 + 3 * tip;
}

function askersOf({ kind, rows }: Asking): readonly [Asker, ...Asker[]] {
  const [first, ...more] = rows.map((row) => ({ rostered: true, row }));
  if (kind === 'pilot-pm' && first !== undefined) return [first, ...more];
  return [{ rostered: kind !== 'no-roster', row: undefined }];
}
