import type { Policy } from '../../policy/policy.js';
import type { Revision } from '../../policy/revision.js';
import type { PilotRequest } from '../pilot-request.js';
import type { ProposedFile } from '../proposed-file.js';
import type { ClosedFolder } from '../weigh-surfaces.js';
import { writeBackingLines } from '../backing-lines.js';

/**
 * The CODEOWNERS that people wrote with those of the missing lines that take nothing from anybody, since the last line that matches counts: for
 * folders of which some files have owners at its beginning, for those of which none has and for the policy's own files at its end. `undefined` where
 * there is none such, nobody said who the engineers are, or the file has sections.
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
  const folders = new Map(
    closed.flatMap((folder) => writeBackingLines([folder], [], []).map((line) => [line.trim(), folder])),
  );
  const placeOf = (line: string): 'first' | 'last' | undefined => {
    const { files, unowned } = folders.get(line.slice(0, line.indexOf(' ')).toLowerCase()) ?? { files: 0, unowned: 0 };
    if (unowned === files) return 'last';
    // A line that says that nobody owns something would go on to count.
    return unowned > 0 && !withoutOwner.test(before) ? 'first' : undefined;
  };
  const at = (place: 'first' | 'last'): readonly string[] => backing.filter((line) => placeOf(line) === place);
  const [first, last] = [at('first'), at('last')];
  if (first.length + last.length === 0 || /^[ \t]*\^?\[/mu.test(before)) return undefined;
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const rest = before.replace(/^\uFEFF/u, '');
  const mark = before.slice(0, before.length - rest.length);
  const gap = rest === '' || rest.endsWith('\n') ? end : end + end;
  const write = (title: string, lines: readonly string[]): string => [title, ...lines].join(end) + end;
  const ahead =
    first.length === 0
      ? ''
      : write('# What product managers cannot touch, as far as no line below says whose it is', first) + end;
  const behind = last.length === 0 ? '' : gap + write('# What product managers cannot touch', last);
  return { path, before, after: `${mark}${ahead}${rest}${behind}` };
}

/** A pattern with nobody behind it. */
const withoutOwner = /^[ \t]*[^#\s]\S*[ \t]*(?:#.*)?$/mu;
