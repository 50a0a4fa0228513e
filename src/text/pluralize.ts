/** A number with its noun: "1 file", "2 files". */
export function pluralize(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
