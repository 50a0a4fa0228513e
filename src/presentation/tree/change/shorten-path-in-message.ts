/**
 * Shortens a path at the beginning of a message to its file name, for where the whole path is shown beside it: in a narrow sidebar it would leave
 * nothing else to read.
 */
export function shortenPathInMessage(message: string, path: string | undefined): string {
  if (path === undefined || !message.startsWith(`${path} `)) return message;
  return message.slice(path.lastIndexOf('/') + 1);
}
