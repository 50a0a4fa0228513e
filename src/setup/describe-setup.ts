import { describeProblem } from '../doctor/describe-problem.js';
import { describeProposal } from './describe-proposal.js';
import type { PilotQuestion } from './find-questions.js';
import type { PilotProposal } from './propose-pilot.js';
import { renderDiff } from './render-diff.js';

/** What a proposal comes to, line by line: what it opens and closes, what is left to people, and what doctor would say. */
export function describeSetup(proposal: PilotProposal, questions: readonly PilotQuestion[]): readonly string[] {
  const problems = proposal.examination.problems.filter(({ severity }) => severity !== 'info');
  return [
    ...describeProposal(proposal, questions),
    problems.length === 0 ? 'pm-zone doctor would warn of nothing.' : 'What pm-zone doctor would warn of:',
    ...problems.map((problem) => `  ${describeProblem(problem)}`),
  ];
}

/** All that would be written, as one diff. */
export function describeDiff({ files }: PilotProposal): readonly string[] {
  return files.flatMap(renderDiff);
}
