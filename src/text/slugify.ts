/** A short name for a folder from any title: lower-case letters, digits and hyphens, at most 60 characters, never empty. */
export function slugify(title: string): string {
  const slug = title
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  // Windows has no files of these names.
  return slug === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(slug) ? `plan${slug === '' ? '' : `-${slug}`}` : slug;
}
