import { noFlagReason } from '../no-flag-reason.js';
import { missingHypothesisParts } from '../missing-hypothesis-parts.js';
import { canonicalLabel } from '../plan-labels.js';
import { saysSomething } from '../placeholder.js';
import { findEmptyLabels, metricLabels, parseLabelledParts } from './labelled-parts.js';
import { findLeftGaps } from './find-left-gaps.js';
import { scopeLabels } from './scope-labels.js';
import { sectionsForLevel, type PlanSectionKind, findSection } from '../plan-sections.js';
import type { PlanGap, PlanningDoc } from '../planning-doc.js';

/**
 * What a planning doc still lacks for its level (design §5), in the order of the doc, each with the line where it belongs and
 * what to write. `template` is the team's own, parsed: a section left as it came says nothing. Whether the Status suffices is not
 * said here, since that depends on the moment.
 */
export function findGaps(doc: PlanningDoc, template?: PlanningDoc): readonly PlanGap[] {
  const sections = sectionsForLevel(doc.level).flatMap((kind) => sectionGaps(doc, kind, template));
  const gaps = [...fieldGaps(doc), ...sections];
  const told = new Set(gaps.map(({ line }) => line));
  return [...gaps, ...findLeftGaps(doc, template).filter(({ line }) => !told.has(line))];
}

function fieldGaps(doc: PlanningDoc): PlanGap[] {
  const gaps: PlanGap[] = [];
  const missing = (what: string, message: string) => {
    const line = doc.fields.find(({ label }) => canonicalLabel(label) === what.toLowerCase())?.line;
    gaps.push({ what, message, line: line ?? doc.fields[0]?.line ?? 1 });
  };
  if (doc.title === undefined)
    missing('Title', 'The plan has no name. Begin it with a heading such as "# PLANNING: Shorter sign-up".');
  if (doc.status === undefined) {
    missing(
      'Status',
      'The Status cannot be read. Write exactly one of Draft, In Review, Approved, Shipped, Retired after "**Status:**".',
    );
  }
  if (doc.productDris.length === 0) {
    missing(
      'Product DRI',
      'Nobody is named as Product DRI, the product person who answers for this. Write their handle after "**Product DRI:**".',
    );
  }
  if (doc.engineeringDris.length === 0) {
    missing(
      'Engineering DRI',
      'Nobody is named as Engineering DRI, the engineer who answers for this. Write their handle after "**Engineering DRI:**".',
    );
  }
  if (doc.flags.length === 0 && noFlagReason(doc) === undefined) {
    missing(
      'Flag',
      doc.fields.some(isBeganWithNone)
        ? noFlagMessage(doc)
        : 'No feature flag is named, and the flag is how this is turned off again. Write its key after "**Flag:**".',
    );
  }
  if (doc.featureFolder === undefined) {
    missing(
      'Feature folder',
      'No feature folder is named. Write its path from the top of the repository after "**Feature folder:**".',
    );
  }
  const level = doc.fields.find(({ label }) => canonicalLabel(label) === 'level');
  if (doc.level === undefined && level !== undefined && level.value !== '') {
    missing(
      'Level',
      'The Level cannot be read. Write one of copy, config, prompt, front-end, feature after "**Level:**".',
    );
  }
  return gaps;
}

function noFlagMessage({ level }: PlanningDoc): string {
  return level === 'copy'
    ? 'The plan does not say yet why these words need no flag. Write the reason after "none, because".'
    : 'The plan says that this needs no flag, and only words can do without one. Write the key of the flag that turns this off again after "**Flag:**"; where nothing but words changes, write copy after "**Level:**".';
}

function isBeganWithNone({ label, value }: PlanningDoc['fields'][number]): boolean {
  return canonicalLabel(label) === 'flag' && /^none\b/i.test(value);
}

function sectionGaps(doc: PlanningDoc, kind: PlanSectionKind, template: PlanningDoc | undefined): PlanGap[] {
  const section = findSection(doc, kind.id) ?? (kind.id === 'kill-condition' ? findSection(doc, 'metrics') : undefined);
  const line = section?.line ?? doc.sections.at(-1)?.line ?? 1;
  const gap = (what: string, message: string): PlanGap => ({ what, message, line });
  if (section === undefined)
    return [gap(kind.heading, `The section “${kind.heading}” is missing. Add it: ${lowerFirst(kind.hint)}`)];
  const untouched = template !== undefined && findSection(template, kind.id)?.body === section.body;
  if (untouched || !saysSomething(section.shown))
    return [gap(kind.heading, `The section “${section.heading}” is still empty. ${kind.hint}`)];
  switch (kind.id) {
    case 'hypothesis':
      return hypothesisGaps(section.shown, gap);
    case 'metrics':
      return metricGaps(doc, section.shown, gap);
    case 'kill-condition':
      return killGaps(doc, gap);
    case 'scope':
      return scopeGaps(section.shown, gap);
    default:
      return findEmptyLabels(section.shown).map((label) =>
        gap(`${kind.heading}, ${label}`, `“${label}” in the section “${section.heading}” is still empty. ${kind.hint}`),
      );
  }
}

type MakeGap = (what: string, message: string) => PlanGap;

function hypothesisGaps(body: string, gap: MakeGap): PlanGap[] {
  const parts = missingHypothesisParts(body);
  if (parts.length === 0) return [];
  const named = parts.map((part) => `“${part} …”`).join(', ');
  const number = parts.includes('by') ? ' “By” takes a number, such as “by 5 %”.' : '';
  return [
    gap(
      'Hypothesis',
      `The hypothesis lacks ${named}. Write it as one sentence: If we …, then … by …, because ….${number}`,
    ),
  ];
}

function metricGaps(doc: PlanningDoc, body: string, gap: MakeGap): PlanGap[] {
  const parts = parseLabelledParts(body, metricLabels);
  const primary = gap(
    'Primary metric',
    'The primary metric has no target. Write for example "**Primary:** sign-ups completed, from 40 % to 45 %".',
  );
  const guardrail = gap(
    'Guardrail',
    'The guardrail, the number that must not get worse, has no range. Write for example "**Guardrail:** refunds stay under 2 %".',
  );
  return [
    ...(hasNumber(parts.get('primary')) ? [] : [primary]),
    ...(hasNumber(parts.get('guardrail')) ? [] : [guardrail]),
    ...killGaps(doc, gap),
  ];
}

function killGaps(doc: PlanningDoc, gap: MakeGap): PlanGap[] {
  const own = findSection(doc, 'kill-condition')?.shown;
  const among = parseLabelledParts(findSection(doc, 'metrics')?.shown ?? '', metricLabels).get('kill');
  if (hasNumber(own) || hasNumber(among)) return [];
  return [
    gap(
      'Kill condition',
      'The kill condition has no number. Say at which number you turn it off, for example "Turn it off if support tickets rise by more than 10 %".',
    ),
  ];
}

function scopeGaps(body: string, gap: MakeGap): PlanGap[] {
  const parts = parseLabelledParts(body, scopeLabels);
  const hints = { in: 'with what changes', out: 'with what you leave alone on purpose' } as const;
  const missing = (['in', 'out'] as const).filter((part) => !saysSomething(parts.get(part) ?? ''));
  return missing.map((part) => {
    const name = part === 'in' ? 'In' : 'Out';
    return gap(`Scope, ${name}`, `The scope does not say what is ${part}. Add a line "**${name}:** …" ${hints[part]}.`);
  });
}

function hasNumber(text: string | undefined): boolean {
  return text !== undefined && /\p{N}/u.test(text);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
