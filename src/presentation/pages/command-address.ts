/** The address of a link that runs a command of VS Code; a page has to name those that its links may run. */
export function commandAddress(command: string, args: readonly unknown[] = []): string {
  return `command:${command}${args.length === 0 ? '' : `?${encodeURIComponent(JSON.stringify(args))}`}`;
}
