/** What an entry of a flag is for, or when it was written: nobody sees an app do anything else by it. */
const descriptive =
  /^description$|^(?:created|updated|modified|last_?(?:seen|updated|modified|changed))(?:_?(?:at|on))?$/i;

/** A flag's data as JSON without what only describes it, at any depth. */
export function sayWithoutDescriptions(data: unknown): string {
  return JSON.stringify(data, (key, value: unknown) =>
    typeof value === 'string' && descriptive.test(key) ? undefined : value,
  );
}
