import type { PolicyProblem } from '../policy/policy.js';

const signs = { error: '✗ error', warning: '! warning', info: '· note' } as const;

/** A problem of a policy file on one line. */
export function describeProblem({ severity, file, line, message }: PolicyProblem): string {
  return `${signs[severity]}  ${file}:${line}  ${message}`;
}
