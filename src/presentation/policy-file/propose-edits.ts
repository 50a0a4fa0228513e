import type { Mend, PolicyProblem, PolicyTip } from '../../policy/policy.js';
import { writeBackingLines } from '../../setup/backing-lines.js';
import { rewriteLine } from './rewrite-line.js';

/** An edit of a policy file, one line of it: the file's new text, and in words what it does. */
export interface PolicyEdit {
  readonly title: string;
  readonly file: string;
  readonly text: string;
}

/** What may mend a problem of a policy file, by what is known of it, then by how its line, or the one over its list, is written. */
export function proposeEdits(
  { line, mend }: PolicyProblem,
  tip: PolicyTip,
  file: string,
  text: string,
): readonly PolicyEdit[] {
  const lines = text.split('\n');
  const at = Math.min(line, lines.length) - 1;
  const own = lines[at] as string;
  const withLine = (title: string, put: readonly string[], place = at): PolicyEdit => ({
    title,
    file,
    text: lines.toSpliced(place, 1, ...put).join('\n'),
  });
  const lead = mend !== undefined && 'lead' in mend ? findLead(lines, at) : undefined;
  const beginWith = (words: string): PolicyEdit => {
    const [marks = ''] = /^#+ /u.exec(lines[lead as number] as string) ?? [];
    const put = marks === '' ? words : `${marks}${words.slice(0, -1)}`;
    return withLine(`Begin the list with “${put}”`, [put], lead);
  };
  return [
    ...(mend === undefined ? [] : editsOf(mend, own, withLine, tip)),
    ...rewriteLine(own).map(({ title, line: put }) => withLine(title, [put])),
    ...(lead === undefined ? [] : leads.map(beginWith)),
  ];
}

const leads = ['PMs can touch:', 'PMs cannot touch:', 'Together with an engineer:'];

type WithLine = (title: string, put: readonly string[]) => PolicyEdit;

function editsOf(mend: Mend, own: string, withLine: WithLine, tip: PolicyTip): readonly PolicyEdit[] {
  if ('below' in mend) {
    const [bullet = '- '] = /^\s*[-*+] /u.exec(own) ?? [];
    const item = `${bullet}\`${mend.below}\``;
    return [withLine(`Add “${item.trim()}” below it`, [own, item])];
  }
  if ('lead' in mend) return [];
  if ('away' in mend) return [withLine('Take this line out', [])];
  if ('owned' in mend) return ownedBy(mend, tip);
  const start = own.toLowerCase().indexOf(mend.from.toLowerCase());
  if (start < 0) return [];
  const put = `${own.slice(0, start)}${mend.to}${own.slice(start + mend.from.length)}`;
  return [withLine(`Write “${mend.to}” instead of “${own.slice(start, start + mend.from.length)}”`, [put])];
}

/** A line at the end of CODEOWNERS that names the engineers of the policy; none where the policy names none, since nobody knows who else it would be. */
function ownedBy(
  mend: Extract<Mend, { readonly owned: unknown }>,
  { zone, codeowners }: PolicyTip,
): readonly PolicyEdit[] {
  const engineers = zone?.settings.engineers ?? [];
  if (engineers.length === 0) return [];
  const [globs, files] = mend.owned === 'glob' ? [[{ glob: mend.name }], []] : [[], [mend.name]];
  const added = writeBackingLines(globs, files, engineers).join('\n');
  const { path: file, text } = codeowners?.source ?? { path: '.github/CODEOWNERS', text: '' };
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return [{ title: `Add “${added}” to ${file}`, file, text: `${before}${added}\n` }];
}

/** The line over the list that a line belongs to, where that is a sentence, or a heading in the section. */
function findLead(lines: readonly string[], at: number): number | undefined {
  if (!isItem(lines[at])) return undefined;
  let above = at - 1;
  while (above >= 0 && (isItem(lines[above]) || lines[above]?.trim() === '')) above -= 1;
  const line = lines[above] ?? '';
  return /^[^#|>`<\s].*\S/u.test(line) || (/^#{2,6} \S/u.test(line) && !/pm[ -]zone/iu.test(line)) ? above : undefined;
}

function isItem(line: string | undefined): boolean {
  return /^\s*(?:[-*+]|\d+[.)]) /u.test(line ?? '');
}
