/** How a report ends that tells its author who decides it. */
const ends = [' confirms it in the pull request.', ' approves that in the pull request.'];

/** What a report leaves to a person, without the words that tell its author who that is: as it reads to the one who decides. */
export function toWhoConfirms(message: string): string {
  const end = ends.find((each) => message.endsWith(each));
  if (end === undefined) return message;
  const rest = message.slice(0, -end.length);
  const at = Math.max(rest.lastIndexOf('. '), rest.lastIndexOf('; '));
  return at < 0 ? message : `${rest.slice(0, at)}.`;
}
