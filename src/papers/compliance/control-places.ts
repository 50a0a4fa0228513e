import type { ListedItem } from '../../review/list-items.js';
import type { ComplianceFacts } from '../compliance-facts.js';
import type { Line, Span } from '../paper.js';
import { fewOf, figure, joined, placeSpan } from './paper-words.js';
import { findPlace } from './setting-rows.js';

/** What in the repository a control rests on. */
export interface RestsOn {
  /** Settings of the policy, as its reader calls them. */
  readonly settings?: readonly string[];
  /** Checks of the checklist. */
  readonly checks?: readonly string[];
  /** The lines of the list of PMs. */
  readonly roster?: true;
  /** The beginning of the zone. */
  readonly zone?: true;
  /** The lines that say what PMs cannot touch. */
  readonly forbids?: true;
  /** The gate's workflow. */
  readonly gate?: true;
}

/** Where a control stands: each file and line that it rests on, of many rows and forbids the first few. */
export function controlPlaces(facts: ComplianceFacts, on: RestsOn): Line {
  const { tip, rules, items, gateFiles, examination } = facts;
  const rows = examination.people.flatMap(({ person }) => person ?? []);
  const forbids = rules.flatMap(({ rule }) => (rule.effect === 'forbid' ? [rule] : []));
  const settings = (on.settings ?? []).flatMap((setting) => findPlace(tip.zone, setting) ?? []);
  const { file, line } = tip.zone;
  const parts: readonly Line[] = [
    on.zone === true ? [placeSpan(facts, file, line)] : [],
    joined(settings.map((each) => placeSpan(facts, each.file, each.line))),
    on.roster === true ? few(rows.map((each) => placeSpan(facts, each.file, each.line))) : [],
    on.forbids === true ? few(forbids.map((rule) => placeSpan(facts, rule.file ?? file, rule.line))) : [],
    joined(items.filter(({ named = '' }) => on.checks?.includes(named)).map((item) => itemPlace(facts, item))),
    on.gate === true ? joined(gateFiles.map((path) => placeSpan(facts, path, 1))) : [],
  ].filter((part) => part.length > 0 && part[0] !== 'none');
  return parts.length === 0 ? ['in no file'] : parts.flatMap((part, at): Line => (at === 0 ? part : ['; ', ...part]));
}

/** Where an item of the checklist stands. The built-in list is in no file of the repository. */
export function itemPlace(facts: ComplianceFacts, { line, named }: ListedItem): Span {
  const { skill } = facts.tip;
  if (line === undefined) return 'counts though the list leaves it out';
  // Each of its items names one.
  return skill === undefined ? `“${named as string}” of the built-in list` : placeSpan(facts, skill.path, line);
}

/** Two rules may stand on one line. */
function few(places: readonly Span[]): Line {
  const { shown, more } = fewOf(
    [...new Map(places.map((place) => [JSON.stringify(place), place])).values()],
    mostPlaces,
  );
  return more === 0 ? joined(shown) : [...joined(shown), ` and ${figure(more)} more`];
}

const mostPlaces = 4;
