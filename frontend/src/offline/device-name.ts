/** What a browser says it is, as its owner calls it. The first that is contained counts: most browsers name others too. */
const BROWSERS: [string, string][] = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
];
const SYSTEMS: [string, string][] = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
];

export function deviceName(userAgent: string): string {
  const first = (names: [string, string][]) => names.find(([sign]) => userAgent.includes(sign))?.[1];
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(', ') || 'Browser';
}
