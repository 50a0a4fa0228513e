import { comparePolicies } from '../../src/doctor/compare-policies.js';
import { describeComparison } from '../../src/doctor/describe-comparison.js';
import { describeProblem } from '../../src/doctor/describe-problem.js';
import { examinePolicy } from '../../src/doctor/examine-policy.js';
import { openRepository, type Repository } from '../../src/git/repository.js';
import { readDraft, type DraftRevision } from './draft-revision.js';
import { soundFiles, type ChangedFiles } from './sound-policy.js';
import { temporaryRepository, type TemporaryRepository } from './temporary-repository.js';

const today = '2026-01-02';

/** What doctor says of drafts of the sound policy, without a commit for each. */
export interface DraftDoctor {
  /** Its problems, a line each. */
  examine(files: ChangedFiles): Promise<readonly string[]>;
  /** What it says of the draft against the sound policy. */
  compare(files: ChangedFiles): Promise<readonly string[]>;
  remove(): void;
}

export async function createDraftDoctor(): Promise<DraftDoctor> {
  const made: TemporaryRepository = temporaryRepository();
  made.write('a', 'a\n');
  made.commit('Begin');
  const repository: Repository = await openRepository(made.root, { environment: made.environment });
  return {
    async examine(files) {
      const { revision, policy, tracked } = await read(files);
      const about = { policy, tracked, revision, repository, host: 'github', standIn: undefined, today } as const;
      return (await examinePolicy(about)).problems.map(describeProblem);
    },
    async compare(files) {
      const [before, after] = [await read({}), await read(files)];
      return describeComparison(comparePolicies(before.policy, after.policy, after.tracked, today));
    },
    remove: () => made.remove(),
  };
}

function read(changed: ChangedFiles): Promise<DraftRevision> {
  return readDraft({ ...soundFiles, ...changed });
}
