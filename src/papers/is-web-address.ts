/** Whether an address may be linked to: a page of the web, without signs that end a link or an attribute. */
export function isWebAddress(link: string | undefined): link is string {
  return link !== undefined && /^https?:\/\/[\w.:-]+(?:\/[\w./%#?&=~+@:-]*)?$/u.test(link);
}
