import { findPlaceholders } from '../placeholder.js';
import { fillPlanTemplate, type PlanTemplateValues } from '../plan-template.js';
import type { PlanGap, PlanningDoc } from '../planning-doc.js';

/** What the template asks for in brackets and nobody wrote. Other words in brackets are their author's. */
export function findLeftGaps({ left = [], flags: [flag] }: PlanningDoc, template?: PlanningDoc): readonly PlanGap[] {
  if (left.length === 0) return [];
  const asked = new Set([...builtIn(flag), ...(template?.left ?? []).map(({ text }) => text)]);
  return left
    .filter(({ text }) => asked.has(text.replaceAll('\\', '')))
    .map(({ text, under, line }) => ({
      what: under,
      message: `“${text}” still stands under “${under}”. Write in its place what it asks for, or take it out.`,
      line,
      isLeft: true,
    }));
}

/** What the built-in templates have in brackets, whatever was known when they were filled. */
function builtIn(flag: string | undefined): readonly string[] {
  const values: PlanTemplateValues = { title: 'x', level: 'feature', folder: 'x', flag, row: undefined, today: 'x' };
  return [
    values,
    { ...values, flag: undefined, sentence: 'x' },
    { ...values, level: 'copy' as const, flag: undefined, withoutFlag: true },
  ].flatMap((each) => {
    const text = fillPlanTemplate(each).replaceAll('\\', '');
    return findPlaceholders(text).map(({ start, end }) => text.slice(start, end));
  });
}
