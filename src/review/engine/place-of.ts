import type { Report } from '../check.js';

/** What a report says and where; what a whole line is about stands at its first column. */
export function placeOf({
  message,
  path,
  line,
  column,
  key,
}: Report): Pick<Report, 'message' | 'path' | 'line' | 'column' | 'key'> {
  return {
    message,
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line, column: column ?? 1 }),
    ...(key !== undefined && { key }),
  };
}
