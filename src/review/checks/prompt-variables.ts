import type { ChangedFile } from '../../change/change.js';
import { classifyFile } from '../../change/classify-file.js';
import type { Check, Outcome, Report } from '../check.js';
import { isProgram } from '../gates/code-text.js';
import { findVariables } from '../prompts/find-variables.js';
import { whoToAsk } from '../who-to-ask.js';

/**
 * The prompts that the change touches have the variables that they had (design §6, "AI prompts"). Whether the code fills in those of a new prompt, and
 * what a prompt within a program has, is the engineering DRI's to say.
 */
export const promptVariables: Check = {
  id: 'prompt-variables',
  section: 'AI prompts',
  severity: 'needs-fix',
  due: 'commit',
  run(context): Outcome {
    const { files } = context.change;
    const prompts = files.filter(({ path, renamedTo }) => classifyFile(path) === 'prompts' && renamedTo === undefined);
    if (prompts.length === 0) return 'not-applicable';
    const who = whoToAsk(context);
    const outcomes = prompts.map((file) => compare(file, beforeOf(file, files), who));
    return {
      reports: outcomes.flatMap((reports) => reports ?? []),
      ...(outcomes.includes(undefined) && { undecided: true }),
    };
  },
};

/** A prompt that was moved has what it had before. */
function beforeOf({ before, renamedFrom }: ChangedFile, files: readonly ChangedFile[]): string | undefined {
  return before?.text ?? files.find(({ path }) => path === renamedFrom)?.before?.text;
}

/** `undefined`: nobody can tell from the prompt alone. */
function compare(
  { path, after, added }: ChangedFile,
  before: string | undefined,
  who: string,
): readonly Report[] | undefined {
  if (after?.text === undefined || isProgram(path)) return undefined;
  const now = findVariables(after.text);
  if (before === undefined) return now.size === 0 ? [] : undefined;
  const was = findVariables(before);
  const lost = [...was.keys()].filter((name) => !now.has(name));
  const more = [...now].filter(([name]) => !was.has(name));
  return [
    ...lost.map((name): Report => ({
      message: `${name} is gone from this prompt, and the code fills it in. Put it back, or ask ${who} to make this part of the change.`,
      path,
      line: added[0]?.start ?? 1,
    })),
    ...more.map(([name, line]): Report => ({
      message: `${name} is new in this prompt, and nothing fills it in until the code does: the assistant would read it as it stands. Take it out, or ask ${who} to make this part of the change.`,
      path,
      line,
    })),
  ];
}
