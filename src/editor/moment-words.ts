import { env } from 'vscode';

/** A moment (ISO 8601) as people say it in VS Code's language: the day, and the time of day. */
export function formatMoment(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? at
    : new Intl.DateTimeFormat(env.language, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}
