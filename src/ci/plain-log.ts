import { printable } from '../text/printable.js';

/**
 * Text for a job's log in which no line is a command to the runner: GitHub's takes `::` at the beginning of a line and, from older times,
 * `##[` anywhere in it.
 */
export function plainLog(text: string): string {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) =>
      printable(line)
        .replace(/##(?=\[)/g, '# #')
        .replace(/^(\s*):(?=:)/, '$1: '),
    )
    .join('\n');
}
