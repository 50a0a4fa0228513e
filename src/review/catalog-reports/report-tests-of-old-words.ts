import type { Report, ReviewContext } from '../check.js';
import { describeTests } from '../find-tests-of-old-words.js';
import { whoToAsk } from '../who-to-ask.js';

/** Texts that are named by themselves; a change of more has them in its pull request. */
const most = 10;

/** Which tests fail once the words are other ones: nothing that the PM has to mend, but what their engineer has to know before the merge. */
export async function reportTestsOfOldWords(context: ReviewContext): Promise<readonly Report[]> {
  const found = await context.testsOfOldWords();
  return found.slice(0, most).map((each) => ({
    message: `Tests read the old words “${each.words}”: ${describeTests(each)}. They fail once this is merged; ${whoToAsk(context)} changes them with it, so say so when you ask for the review.`,
    severity: 'note',
    path: each.path,
    ...each.at,
  }));
}
