/** Whether a path is of a picture, by its ending: what it shows nobody can read here. */
export function isPicture(path: string): boolean {
  return /\.(?:svg|png|jpe?g|gif|webp|avif|ico|bmp)$/i.test(path);
}
