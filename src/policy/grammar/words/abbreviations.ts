/** Words that a full stop shortens, which ends nothing: "Dr. Brandt", "z. B." (the source of an expression with the flags `iu`). */
export const shortened = String.raw`(?<![\p{L}\p{N}])(?:dr|mr|mrs|ms|prof|st|e\.g|i\.e|vs|approx|cf|incl|excl|esp|resp|ca|z\.b|bzw|ggf|inkl)\.`;

/** Words that a full stop shortens before a number, and that may end a sentence before anything else: "max. 20 lines". */
export const shortenedBeforeNumber = String.raw`(?<![\p{L}\p{N}])(?:max|min|mind|no|nos|nr|num|figs?|art|sect?|ch|par|pp?|vol|ver|ext|tel)\.`;

/** How a number begins. */
export const numberStart = '[\\p{N}~<>≤≥±]';
