import { indexOwners, type OwnerIndex } from '../codeowners/owner-index.js';
import { indexPaths, type PathIndex } from '../path-index/path-index.js';
import type { PathPattern } from '../globs/path-pattern.js';
import type { Codeowners, Condition, PolicyTip, PolicyProblem, Reason, Zone, ZoneRule } from '../policy.js';
import { defaultSettings } from '../settings/default-settings.js';
import { rememberYields } from './yields-to.js';
import { fold } from '../fold.js';
import { findShuttingError } from '../policy-errors.js';
import { compileZoneGlob } from '../globs/zone-glob.js';
import { weekOneEnds, whyWaveWaits } from '../pilot-days.js';

/**
 * What closes: a glob of a forbid rule or of what is named and not explained (`pair`), what steers (`protected`): the audit log, and what the policy
 * imports, or a surface that is not a PM's alone for now (`withheld`): its wave has not begun, or its DRI withdrew.
 */
export interface ClosingRule {
  readonly kind: 'forbid' | 'pair' | 'protected' | 'withheld';
  readonly reason: Reason;
  /** The rule of the zone that it is. */
  readonly rule?: ZoneRule;
  /** Whether another rule of the zone holds against it. */
  readonly yieldsTo?: (other: ZoneRule) => boolean;
}

/** A glob that opens: of an allow rule, or of planning docs. */
export interface OpeningRule {
  readonly kind: 'allow' | 'planning-doc';
  readonly reason: Reason;
  readonly conditions: readonly Condition[];
  /** The allow of the zone that it is. */
  readonly allow?: ZoneRule;
}

/** Rules whose globs are in one index; a rule that matches by several patterns is found once. */
export interface IndexedRules<T> {
  readonly paths: PathIndex;
  readonly rulesOf: (matching: readonly number[]) => readonly T[];
}

/** The rules of one commit's policy, ready to match. */
export interface TipRules {
  /** How the commit is called, to name it where there are several. */
  readonly ref: string;
  /** The policy's file; '' where there is no policy. */
  readonly file: string;
  readonly zone: Zone | undefined;
  /** The first problem that leaves what is open undecided. */
  readonly error: PolicyProblem | undefined;
  /** Why nothing is open on that day, outside of the pilot. */
  readonly closed: ClosedPilot | undefined;
  readonly codeowners: Codeowners | undefined;
  readonly owners: OwnerIndex;
  /** Matches folded paths. */
  readonly closings: IndexedRules<ClosingRule>;
  readonly openings: IndexedRules<OpeningRule>;
}

/** A pilot that has not begun, when planning docs are open, or is over. */
export interface ClosedPilot {
  readonly isOver: boolean;
  readonly reason: Reason;
}

/** Compiles the policy of one commit for a day (`2027-01-11`). Throws on no policy; a glob that cannot be used opens nothing. */
export function compileTip(tip: PolicyTip, today: string): TipRules {
  const { zone } = tip;
  return {
    ref: tip.ref,
    file: zone?.file ?? '',
    zone,
    error: findShuttingError(tip),
    closed: zone === undefined ? undefined : closedPilot(zone, today),
    codeowners: tip.codeowners,
    owners: indexOwners(tip.codeowners ?? noCodeowners),
    closings: indexRules(zone === undefined ? [] : closingsOf(zone, today), 'forbid'),
    openings: indexRules(zone === undefined ? [] : openingsOf(zone), 'allow'),
  };
}

function closedPilot({ file, line, settings: { pilot } }: Zone, today: string): ClosedPilot | undefined {
  if (pilot === undefined || (pilot.from <= today && today <= pilot.to)) return undefined;
  const isOver = today > pilot.to;
  const text = isOver
    ? `The pilot ended on ${pilot.to}, so nothing is open to PMs alone`
    : `The pilot begins on ${pilot.from}; before it nothing but planning docs is open to PMs alone`;
  return { isOver, reason: { file, line, text } };
}

const noCodeowners = { file: '', dialect: 'github', sections: [], rules: [], problems: [] } as const;

type Written<T> = readonly [pattern: string | PathPattern, rule: T];

function closingsOf(zone: Zone, today: string): Written<ClosingRule>[] {
  const yieldsTo = rememberYields();
  const closing = zone.rules.flatMap((written): Written<ClosingRule>[] => {
    const { effect, glob, also = [], file = zone.file, line, text } = written;
    if (effect === 'allow') return [];
    const rule: ClosingRule = {
      kind: effect,
      reason: { file, line, text },
      rule: written,
      yieldsTo: (other) => yieldsTo(written, other),
    };
    return [glob, ...also].map((each) => [each, rule]);
  });
  return [
    ...closing,
    ...zone.settings.auditLog.map((glob): Written<ClosingRule> => [
      glob,
      { kind: 'protected', reason: { ...placeOf(zone, 'audit log'), text: `Audit log: ${glob}` } },
    ]),
    ...criticalOf(zone, today),
    ...waitingOf(zone, today),
    ...withdrawnOf(zone),
    ...(zone.sources ?? []).map((path): Written<ClosingRule> => [
      fileAt(path),
      { kind: 'protected', reason: { file: zone.file, line: 0, text: imported } },
    ]),
  ];
}

/** What is critical to production, which no PM touches before the first week of the pilot is over (seed 001, "Week one no-go list"). */
function criticalOf(zone: Zone, today: string): Written<ClosingRule>[] {
  const { productionCritical = [], pilot } = zone.settings;
  const place = placeOf(zone, 'production-critical');
  const until = pilot && weekOneEnds(pilot);
  if (until !== undefined && today >= until) return [];
  const how = until === undefined ? 'the policy names no day on which a pilot begins' : `locked until ${until}`;
  return productionCritical.map((glob) => [
    glob,
    { kind: 'protected', reason: { ...place, text: `Production-critical: ${glob} (${how})` } },
  ]);
}

/** Where a setting stands, else the zone. */
function placeOf(
  { file, line, settingsAt = [] }: Zone,
  label: string,
): { readonly file: string; readonly line: number } {
  const place = settingsAt.findLast(({ setting }) => setting === label);
  return { file: place?.file ?? file, line: place?.line ?? line };
}

/** Surfaces whose wave has not begun. */
function waitingOf(zone: Zone, today: string): Written<ClosingRule>[] {
  const { waves = [], controls } = zone.settings;
  const places = (zone.settingsAt ?? []).filter(({ setting }) => setting === 'wave');
  return waves.flatMap((wave, nth) => {
    const text = whyWaveWaits(wave, controls, today);
    const { file, line } = { ...zone, ...places[nth] };
    return text === undefined
      ? []
      : wave.globs.map((glob): Written<ClosingRule> => [glob, { kind: 'withheld', reason: { file, line, text } }]);
  });
}

/** Surfaces whose DRI withdrew (seed 001: no pilot PM is put on them). */
function withdrawnOf({ roster = [], ...zone }: Zone): Written<ClosingRule>[] {
  return roster.flatMap(({ withdrawn, featureFolders, line, file = zone.file }) =>
    (withdrawn === undefined ? [] : featureFolders).map((folder): Written<ClosingRule> => {
      const text = `The ${withdrawn as string} of ${folder} withdrew, and nobody took their place`;
      return [`${folder}/**`, { kind: 'withheld', reason: { file, line, text } }];
    }),
  );
}

const imported = 'It is read as a part of the policy, so it steers coding agents and what PMs may change.';

/** A file by its whole path; a folder of that name is not meant. */
function fileAt(path: string): PathPattern {
  const segments = path.split('/').map((name) => ({ kind: 'literal', text: fold(name) }) as const);
  return { segments, self: true, below: false };
}

function openingsOf(zone: Zone): Written<OpeningRule>[] {
  // The longest glob says most of what it is for, so it comes first among those that match.
  const allows = zone.rules
    .filter(({ effect }) => effect === 'allow')
    .sort((one, other) => other.glob.length - one.glob.length);
  return [
    ...allows.map((allow): Written<OpeningRule> => {
      const reason = { file: allow.file ?? zone.file, line: allow.line, text: allow.text };
      return [allow.glob, { kind: 'allow', reason, conditions: allow.conditions, allow }];
    }),
    ...zone.settings.planningDocs.map((glob): Written<OpeningRule> => {
      // No line of the file says what is built in.
      const line = defaultSettings.planningDocs.includes(glob) ? 0 : zone.line;
      const reason = { file: zone.file, line, text: `Planning docs: ${glob}` };
      return [glob, { kind: 'planning-doc', reason, conditions: [] }];
    }),
  ];
}

const none: readonly never[] = [];

function indexRules<T>(written: readonly Written<T>[], effect: 'allow' | 'forbid'): IndexedRules<T> {
  const patterns: PathPattern[] = [];
  const rules: T[] = [];
  for (const [each, rule] of written) {
    for (const pattern of typeof each === 'string' ? compileZoneGlob(each, effect).patterns : [each]) {
      patterns.push(pattern);
      rules.push(rule);
    }
  }
  return {
    paths: indexPaths(patterns),
    rulesOf: (matching) => {
      if (matching.length < 2) return matching.length === 0 ? none : [rules[matching[0] as number] as T];
      return [...new Set(matching.flatMap((number) => rules.slice(number, number + 1)))];
    },
  };
}
