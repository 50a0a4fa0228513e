/**
 * A message as it reads where the path it is about stands beside it: in a narrow sidebar a path at its beginning would leave nothing else
 * to read.
 */
export function besidePlace(message: string, path: string | undefined): string {
  if (path === undefined || !message.startsWith(`${path} `)) return message;
  return message.slice(path.lastIndexOf('/') + 1);
}
