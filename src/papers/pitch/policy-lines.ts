import type { RosterPerson } from '../../doctor/list-people.js';
import { conditionWords } from '../compliance/condition-words.js';
import { figure, placeSpan } from '../compliance/paper-words.js';
import type { ComplianceFacts } from '../compliance-facts.js';
import type { Line } from '../paper.js';

/** What a paper around a pilot is filled from; without a policy all of it is to be filled in. */
export interface PilotFacts {
  /** The repository's name. */
  readonly name: string;
  readonly facts: ComplianceFacts | undefined;
}

/** The pilot PMs of the policy. */
export function pilotPeople({ facts }: PilotFacts): readonly RosterPerson[] {
  const people = facts?.examination.people.flatMap(({ person }) => person ?? []) ?? [];
  return people.filter(({ revoked }) => revoked !== true);
}

/** A line for each pilot PM: what they work on, who reviews them and signs off. */
export function personLines(pilot: PilotFacts): readonly Line[] {
  const people = pilotPeople(pilot);
  if (people.length === 0) {
    return [1, 2].map((): Line => [
      { fill: 'PM' },
      ' on ',
      { fill: 'feature' },
      '; engineering DRI ',
      { fill: 'name' },
      ', product DRI ',
      { fill: 'name' },
    ]);
  }
  return people.map(({ pm, featureFolders, flags, reviewers, engineeringDris, productDris }): Line => [
    { strong: pm },
    ' on ',
    ...codesOr(featureFolders, 'feature'),
    '; flags ',
    ...codesOr(flags, 'flag'),
    '; reviewed by ',
    ...namesOr(reviewers, 'reviewers'),
    '; engineering DRI ',
    ...namesOr(engineeringDris, 'name'),
    ', product DRI ',
    ...namesOr(productDris, 'name'),
  ]);
}

/** A line for each thing that the zone opens, with how many files that is now. */
export function openLines({ facts }: PilotFacts): readonly Line[] {
  const rules = facts?.rules.filter(({ rule }) => rule.effect === 'allow') ?? [];
  if (facts === undefined || rules.length === 0) return [[{ fill: 'what PMs can touch' }]];
  return rules.map(({ rule, openCount, weighed }): Line => {
    const conditions = conditionWords(rule.conditions);
    const fewer =
      weighed !== undefined && weighed.alone < openCount ? `, ${figure(weighed.alone)} of them to a PM alone` : '';
    return [
      { code: rule.glob },
      ` (${figure(openCount)} ${openCount === 1 ? 'file' : 'files'} now${fewer}, `,
      placeSpan(facts, rule.file ?? facts.tip.zone.file, rule.line),
      ')',
      ...(conditions.length === 0 ? [] : [`, as long as ${conditions.join(', and ')}`]),
    ];
  });
}

/** A line for each thing that stays closed, with who owns it by CODEOWNERS. */
export function closedLines({ facts }: PilotFacts): readonly Line[] {
  const rules = facts?.rules.filter(({ rule }) => rule.effect === 'forbid') ?? [];
  if (facts === undefined || rules.length === 0) return [[{ fill: 'what PMs cannot touch' }]];
  return rules.map(({ rule, count, backedBy, gap }): Line => {
    const owners = [...new Set(backedBy.flatMap((each) => each.owners))];
    return [
      { code: rule.glob },
      ` (${figure(count)} ${count === 1 ? 'file' : 'files'} now, `,
      placeSpan(facts, rule.file ?? facts.tip.zone.file, rule.line),
      ')',
      ...(gap === undefined
        ? [`, owned by ${owners.join(', ')}`]
        : ([', ', { mark: 'bad', words: 'held by convention only' }] satisfies Line)),
    ];
  });
}

/** What the pilot's days are. */
export function pilotDays({ facts }: PilotFacts): Line {
  const pilot = facts?.tip.zone.settings.pilot;
  return pilot === undefined ? [{ fill: 'first day' }, ' to ', { fill: 'last day' }] : [`${pilot.from} to ${pilot.to}`];
}

/** The commit that a paper is filled from. */
export function sourceLine({ facts }: PilotFacts): Line {
  if (facts === undefined) return ['no PM zone yet: pm-zone init proposes one'];
  const { tip } = facts;
  return [placeSpan(facts, tip.zone.file, tip.zone.line), ' of ', { code: tip.ref }, ' at ', { code: tip.commit }];
}

function codesOr(codes: readonly string[], what: string): Line {
  if (codes.length === 0) return [{ fill: what }];
  return codes.flatMap((code, at): Line => (at === 0 ? [{ code }] : [', ', { code }]));
}

function namesOr(names: readonly string[], what: string): Line {
  return names.length === 0 ? [{ fill: what }] : [names.join(', ')];
}
