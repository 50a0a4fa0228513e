import type { Policy } from '../../policy/policy.js';
import type { Revision } from '../../policy/revision.js';
import type { PilotRequest } from '../pilot-request.js';
import type { ProposedFile } from '../proposed-file.js';
import type { ClosedFolder } from '../weigh-surfaces.js';
import { toPattern } from '../backing-lines.js';

/**
 * The CODEOWNERS that people wrote with those of the missing lines at its end that take nothing from anybody: the policy's own files, and folders
 * of which nobody owns a file. `undefined` where there is none such, nobody said who the engineers are, or the file has sections.
 */
export async function addBacking(
  { answers, isZoneOnly }: PilotRequest,
  revision: Pick<Revision, 'readPlain'>,
  { policy, backing }: { readonly policy: Policy; readonly backing: readonly string[] },
  closed: readonly ClosedFolder[],
): Promise<ProposedFile | undefined> {
  const path = policy.tips[0].codeowners?.file;
  const content = path === undefined ? undefined : (await revision.readPlain([path])).get(path)?.content;
  if (path === undefined || content === undefined || isZoneOnly || answers.engineers.length === 0) return undefined;
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  const owned = new Set(closed.filter(({ files, unowned }) => unowned < files).map(({ glob }) => toPattern(glob)));
  const lines = backing.filter((line) => !owned.has(line.slice(0, line.indexOf(' '))));
  if (lines.length === 0 || /^[ \t]*\^?\[/mu.test(before)) return undefined;
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === '' || before.endsWith('\n') ? end : end + end;
  return {
    path,
    before,
    after: `${before}${gap}${['# What product managers cannot touch', ...lines].join(end)}${end}`,
  };
}
