import { describeProblem } from '../doctor/describe-problem.js';
import { describeProposal } from './describe-proposal.js';
import type { PilotQuestion } from './find-questions.js';
import type { PilotProposal } from './propose-pilot.js';
import { renderDiff } from './render-diff.js';

/** A proposal from first to last, line by line: what it opens and closes, what is left to people, what doctor would say, and the diff. */
export function describeSetup(proposal: PilotProposal, questions: readonly PilotQuestion[]): string[] {
  const problems = proposal.examination.problems.filter(({ severity }) => severity !== 'info');
  return [
    ...describeProposal(proposal, questions),
    problems.length === 0 ? 'pm-zone doctor would warn of nothing.' : 'What pm-zone doctor would warn of:',
    ...problems.map((problem) => `  ${describeProblem(problem)}`),
    '',
    ...proposal.files.flatMap(renderDiff),
    '',
  ];
}
