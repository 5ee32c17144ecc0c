/** What gives YAML its structure. */
export const yamlSigns = [
  ...['\n', '  ', '\t', ': ', '- ', '? ', '[', ']', '{', '}', ','],
  ...['"', "'", '#', ' #', '|', '>-', '~'],
];
