/** Whether one letter is wrong, missing or too many, or two are swapped. */
export function isTypo(written: string, name: string): boolean {
  let from = 0;
  while (from < name.length && written[from] === name[from]) from += 1;
  let to = 0;
  while (to < name.length - from && to < written.length - from && written.at(-1 - to) === name.at(-1 - to)) to += 1;
  const [wrong, right] = [written.slice(from, written.length - to), name.slice(from, name.length - to)];
  return (wrong.length <= 1 && right.length <= 1) || (wrong.length === 2 && wrong === right.slice(1) + right.charAt(0));
}
