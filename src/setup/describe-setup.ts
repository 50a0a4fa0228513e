import { describeProblem } from '../doctor/describe-problem.js';
import { forEngineer } from '../policy/check-policy.js';
import type { PolicyProblem } from '../policy/policy.js';
import { pluralize } from '../text/pluralize.js';
import { describeProposal } from './describe-proposal.js';
import type { PilotQuestion } from './find-questions.js';
import type { PilotProposal } from './propose-pilot.js';
import { renderDiff } from './render-diff.js';

/** What a proposal comes to, line by line: what it opens and closes, what is left to people, and what doctor would say. */
export function describeSetup(
  proposal: PilotProposal,
  questions: readonly PilotQuestion[],
  namesOptions = true,
): readonly string[] {
  const problems = proposal.examination.problems.filter(({ severity }) => severity !== 'info');
  // The lines that are missing are asked for one by one.
  const isAsked = (problem: PolicyProblem): boolean =>
    proposal.backing.length > 0 && problem !== proposal.examination.shut && problem.message.includes('CODEOWNERS');
  const asked = problems.filter(isAsked);
  const who = asked.some(({ message }) => message.includes('nobody else')) ? 'who else' : 'who';
  return [
    ...describeProposal(proposal, questions, namesOptions),
    problems.length === 0 ? 'pm-zone doctor would warn of nothing.' : 'What pm-zone doctor would warn of:',
    ...problems.filter((problem) => !isAsked(problem)).map((problem) => `  ${describeProblem(forEngineer(problem))}`),
    ...(asked.length === 0
      ? []
      : [
          `  ! ${pluralize(asked.length, 'warning', 'warnings')} of CODEOWNERS, until it stands there ${who} has to agree`,
        ]),
  ];
}

/** All that would be written, as one diff. */
export function describeDiff({ files }: PilotProposal): readonly string[] {
  return files.flatMap(renderDiff);
}
