import type { ChangedFile } from '../../../change/change.js';
import type { Report, ReviewContext } from '../../check.js';
import { placeOfFile } from '../../engine/place-of-file.js';
import { whoToAsk } from '../../who-to-ask.js';
import { describeMoreThanWords } from '../likely-words/describe-more-than-words.js';

/** Says where more than words changed in such files, for the PM to take back, and for the engineering DRI, who confirms that condition. */
export async function reportBeyondWords(
  files: ReadonlyMap<ChangedFile, string>,
  context: ReviewContext,
): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const [file, condition] of files) {
    const words = await context.words(file);
    if (typeof words === 'string') continue;
    const message = `The policy opens this file for “${condition}”, but ${describeMoreThanWords(words)}. Take that back, or ask ${whoToAsk(context)}, who looks at it and confirms it in the pull request.`;
    reports.push({ path: file.path, ...placeOfFile(file), severity: 'note', undecided: true, message });
  }
  return reports;
}
