import { env } from 'vscode';

/** Formats a moment (ISO 8601) in VS Code's language: date and time of day. */
export function formatMoment(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? at
    : new Intl.DateTimeFormat(env.language, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}
