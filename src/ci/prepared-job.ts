import type { CommitSource } from './fetch-commits.js';
import type { JudgeParts } from './judge-fetched.js';
import type { GateWork } from './plan-work.js';
import type { GateOutcome } from '../gate/gate-verdict.js';
import type { RunParts } from './run-gate.js';

/** Where a job tells what came of it, besides its log. */
export interface JobFiles {
  readonly summaryFile: string | undefined;
  readonly outputFile: string | undefined;
  readonly recordsFolder: string | undefined;
}

/** A job of a CI service, read and ready to run: what it is for, and whom it asks. */
export interface PreparedJob {
  readonly work: GateWork;
  readonly source: CommitSource;
  /** The bases that the gate stands before; none: the default branch. */
  readonly bases: readonly string[];
  readonly host: RunParts['host'];
  readonly readEvidence: JudgeParts['readEvidence'];
  readonly sign: JudgeParts['sign'];
  /** Whether a preview of this outcome fails its job. */
  failsPreview(outcome: GateOutcome): boolean;
  /** A folder for this job alone, outside of any checkout. */
  readonly temp: string | undefined;
  readonly files: JobFiles;
}
