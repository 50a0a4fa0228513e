import type { ListedRule } from '../../policy/check-policy.js';
import { pluralize } from '../../text/pluralize.js';

/** Lines that are named at most. */
const most = 3;

/** What a line of CODEOWNERS comes to: how many files it decides, and which forbids of the policy rest on it. */
export function describeOwnerLine(files: number, backed: readonly ListedRule[]): string {
  if (files === 0) return 'Decides no file';
  const own = `Decides ${pluralize(files, 'file', 'files')}`;
  const lines = [...new Set(backed.map(({ rule }) => `\`${rule.glob}\``))];
  if (lines.length === 0) return own;
  const rest = lines.length - most;
  return `${own}; backs ${lines.slice(0, most).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
