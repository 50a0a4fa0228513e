/** The version of the package and of the sources it was built from: no build reads the cache of another. */
export const version = `0.1.0+${process.env['PM_ZONE_BUILD'] ?? 'unbuilt'}`;
