import type { ChangedFile } from '../../../change/change.js';
import { classifyFile } from '../../../change/classify-file.js';
import type { ReviewContext } from '../../check.js';

/** Words of the policy that open the words of a file and nothing else. */
const wordsAlone =
  /^(?:(?:only|just) (?:the )?(?:words|wording|copy|texts?|sentences)|(?:the )?(?:words|wording|copy|texts?|sentences) (?:only|alone))(?!\p{L})/iu;

/** Code that is open to the PM for its words alone, with what the policy says so by. */
export function openForWords({
  change,
  judgements,
}: Pick<ReviewContext, 'change' | 'judgements'>): ReadonlyMap<ChangedFile, string> {
  const found = new Map<ChangedFile, string>();
  for (const file of change.files) {
    const judgement = judgements.get(file.path);
    const condition = judgement?.conditions.find(({ text }) => wordsAlone.test(text));
    if (judgement?.standing === 'editable' && condition !== undefined && !prose.has(classifyFile(file.path)))
      found.set(file, condition.text.replaceAll('`', ''));
  }
  return found;
}

/** What a catalog or a page of docs holds is words. */
const prose: ReadonlySet<string> = new Set(['copy', 'docs']);
