/** Asks without holding anything up; gives the button that was chosen, `undefined` where none was. */
export type Ask = (message: string, ...buttons: readonly string[]) => Thenable<string | undefined>;
