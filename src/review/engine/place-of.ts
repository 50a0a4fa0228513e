import type { Report } from '../check.js';

/** What a report says, where, and the command that it names; what a whole line is about stands at its first column. */
export function placeOf({
  message,
  path,
  line,
  column,
  key,
  command,
}: Report): Pick<Report, 'message' | 'path' | 'line' | 'column' | 'key' | 'command'> {
  return {
    message,
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line, column: column ?? 1 }),
    ...(key !== undefined && { key }),
    ...(command !== undefined && { command }),
  };
}
