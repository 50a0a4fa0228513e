import type { ChangedFile, FileVersion } from '../../../change/change.js';

/**
 * A changed file without the spaces at the ends of its lines and the blank lines at its own, which an editor takes away on saving and nobody sees. As it is where a line may go on behind
 * them: then they decide whether it does.
 */
export function withoutSpacesAtEnds(file: ChangedFile): ChangedFile {
  const { before, after } = file;
  if (before?.text === undefined || after?.text === undefined || goesOn(before.text) || goesOn(after.text)) return file;
  return { ...file, before: bare(before, before.text), after: bare(after, after.text) };
}

function goesOn(text: string): boolean {
  return /\\[ \t]+$/m.test(text);
}

function bare(version: FileVersion, text: string): FileVersion {
  // A run of spaces within a line is tried once, from its beginning.
  return { ...version, text: `${text.replaceAll(/(?<![ \t])[ \t]+$/gm, '').trimEnd()}\n` };
}
