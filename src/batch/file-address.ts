/**
 * A path as the reference of a URI: forward slashes, everything else written as bytes. The number of a document in a
 * stream stays behind a `#`; a path from the root becomes a `file:` address.
 */
export function fileAddress(file: string): string {
  const [, path = file, document = ''] = /^(.*)(#\d+)$/s.exec(file) ?? [];
  const wellFormed = path.replaceAll(/\p{Cs}/gu, '\uFFFD').replaceAll('\\', '/');
  const [first = '', ...rest] = wellFormed.split('/');
  const isDrive = /^[A-Za-z]:$/.test(first);
  const segments = [isDrive ? first : encodeURIComponent(first), ...rest.map(encodeURIComponent)].join('/');
  if (isDrive) return `file:///${segments}${document}`;
  return `${first === '' && rest.length > 0 ? 'file://' : ''}${segments}${document}`;
}
