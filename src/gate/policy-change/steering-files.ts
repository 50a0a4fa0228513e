import { foldersAround } from '../../text/path-names.js';
import type { ChangedFile } from '../../change/change.js';
import { planTemplatePaths } from '../../planning/plan-template.js';
import { fold } from '../../policy/fold.js';

/** A changed file that decides what PMs may change. */
export interface SteeringFile {
  readonly file: ChangedFile;
  /** The policy is read from it; else nobody can say what its change comes to: what runs the gate, the planning template, a look-alike. */
  readonly isRead: boolean;
}

/**
 * The changed files that decide what PMs may change: those that the policy is read from (`control`), by any spelling that some disk takes for
 * theirs, what takes the place of one of their folders, a planning template, and a workflow that runs the gate.
 */
export function findSteeringFiles(files: readonly ChangedFile[], control: readonly string[]): readonly SteeringFile[] {
  const read = new Set(control);
  const taken = new Set(control.flatMap(withFolders).map(fold));
  return files.flatMap((file) => {
    const isRead = read.has(file.path);
    const isBeside = taken.has(fold(file.path)) || templates.has(fold(file.path)) || runsGate(file);
    return isRead || isBeside ? [{ file, isRead }] : [];
  });
}

const templates: ReadonlySet<string> = new Set(planTemplatePaths.map(fold));

/** A path and every folder above it: a link in the place of a folder leads elsewhere. */
function withFolders(path: string): readonly string[] {
  return [...foldersAround(path), path];
}

/** A workflow or pipeline of the host, or what one may run or include, that names the gate; of those two also one that cannot be read. */
function runsGate({ path, before, after }: ChangedFile): boolean {
  const isWorkflow = /^\.github\/(?:workflows|actions)\/|^\.gitlab-ci\.ya?ml$|^\.gitlab\//.test(path);
  if (!isWorkflow && !/^\.github\/|\.ya?ml$/.test(path)) return false;
  const unread = isWorkflow ? gate : '';
  return [before, after].some((side) => side !== undefined && (side.text ?? unread).includes(gate));
}

const gate = 'pm-zone';
