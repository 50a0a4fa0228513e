import { choosePlanPath, type PlanPlace } from './plan-path.js';
import { fillTemplate, type TemplateValues } from './template.js';

export type PlanToWrite = { readonly path: string; readonly text: string } | { readonly problem: string };

/**
 * Decides what `pm-zone plan` writes and where; writes nothing. Whoever writes it must refuse an existing file (flag `wx`): one
 * may have come since the paths were listed.
 */
export function planToWrite(
  values: TemplateValues,
  place: Pick<PlanPlace, 'taken' | 'isPlanningDoc'>,
  template?: string,
): PlanToWrite {
  if (!/[\p{L}\p{N}]/u.test(values.title))
    return { problem: 'The plan needs a name, such as: pm-zone plan "Shorter sign-up".' };
  const chosen = choosePlanPath({ ...place, folder: values.folder, title: values.title });
  if ('problem' in chosen) return chosen;
  const folder = values.folder.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  return { path: chosen.path, text: fillTemplate({ ...values, folder }, template) };
}
