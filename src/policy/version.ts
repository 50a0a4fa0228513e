/** The version of the package, and of the sources it was built from: what one build remembered no other takes for its own. */
export const version = `0.1.0+${process.env['PM_ZONE_BUILD'] ?? 'unbuilt'}`;
