/** Strong Kleene logic: `unknown` is neither pass nor violation, it is open. Ordered false < unknown < true. */
export type Truth = 'false' | 'unknown' | 'true';

/** The minimum; true for no parts at all. */
export function and(parts: readonly Truth[]): Truth {
  if (parts.includes('false')) return 'false';
  return parts.includes('unknown') ? 'unknown' : 'true';
}

/** The maximum; false for no parts at all. */
export function or(parts: readonly Truth[]): Truth {
  if (parts.includes('true')) return 'true';
  return parts.includes('unknown') ? 'unknown' : 'false';
}

const mirrored: Readonly<Record<Truth, Truth>> = { true: 'false', unknown: 'unknown', false: 'true' };

export function negate(truth: Truth): Truth {
  return mirrored[truth];
}
