/** Does an entry of a flag only say what it is for, or when it was written? Nobody sees an app do anything else by it. */
export function describesOnly(key: string, value: unknown): boolean {
  return typeof value === 'string' && descriptive.test(key);
}

const descriptive =
  /^description$|^(?:created|updated|modified|last_?(?:seen|updated|modified|changed))(?:_?(?:at|on))?$/i;

/** A flag's data as JSON without what only describes it, at any depth. */
export function sayWithoutDescriptions(data: unknown): string {
  return JSON.stringify(data, (key, value: unknown) => (describesOnly(key, value) ? undefined : value));
}
