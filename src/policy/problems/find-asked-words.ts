import type { PolicyProblem, Reason, Zone } from '../policy.js';
import { toExcerpt } from '../grammar/tokenize.js';

/**
 * What the engineering DRI is asked about since it is written in words that no rule expresses: one problem for the sentences of each file and one
 * for what stands beside paths, with every line, and with what to write where nothing is demanded.
 */
export function findAskedWords({ file: own, prose, rules }: Zone): readonly PolicyProblem[] {
  const beside = rules.flatMap(({ effect, file = own, conditions }) =>
    effect === 'allow'
      ? conditions.filter(({ kind }) => kind === 'free-text').map(({ line, text }) => ({ file, line, text }))
      : [],
  );
  return [
    ...problemsOf(prose, ({ text, lines }) => {
      const asked = `The engineering DRI is asked on every change whether it heeds "${text}"${lines}, since such words may demand something.`;
      return `${asked} Leave what does. Ask an engineer to put what demands nothing into a paragraph of its own that begins with "Remark (@handle):", with their own handle, or to move it out of the PM zone.`;
    }),
    ...problemsOf(beside, ({ text, lines }) => {
      const asked = `The engineering DRI is asked whether "${text}"${lines} holds on every change of what it stands beside, since no check can tell.`;
      return `${asked} Leave what is a condition. Ask an engineer to take out what only describes the files.`;
    }),
  ];
}

/** For each file one problem, at the first of its lines. */
function problemsOf(
  reasons: readonly Reason[],
  describe: (asked: { readonly text: string; readonly lines: string }) => string,
): readonly PolicyProblem[] {
  const byFile = new Map<string, Reason[]>();
  for (const reason of reasons) byFile.set(reason.file, [...(byFile.get(reason.file) ?? []), reason]);
  return [...byFile].map(([file, all]) => {
    const [first] = all.toSorted((one, other) => one.line - other.line) as [Reason];
    const others = [...new Set(all.map(({ line }) => line))].filter((line) => line !== first.line);
    return {
      severity: 'info',
      file,
      line: first.line,
      message: describe({ text: toExcerpt(first.text), lines: alsoOn(others) }),
    };
  });
}

function alsoOn(lines: readonly number[]): string {
  if (lines.length === 0) return '';
  const sorted = lines.toSorted((one, other) => one - other);
  return ` and what stands on line${sorted.length === 1 ? '' : 's'} ${sorted.join(', ')}`;
}
