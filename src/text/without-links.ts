/** A message that VS Code makes no link of: in its notifications it takes `[words](command:…)` as one, whoever wrote the words. */
export function withoutLinks(message: string): string {
  return message.replaceAll('](', '] (');
}
