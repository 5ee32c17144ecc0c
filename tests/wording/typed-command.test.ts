import { expect, it } from 'vitest';
import { argumentsOn, asTyped } from '../../src/wording/typed-command.ts';

const byNpx = { npm_command: 'exec' };
const said = 'Weiter mit: messenger-check assess a.yaml\n(messenger-check report „a b.yaml“)';

it('names commands as the shell of the reader knows them', () => {
  expect(asTyped(said, {})).toBe(said);
  expect(asTyped(said, { npm_command: 'run-script' })).toBe(said);
  expect(asTyped(said, byNpx)).toBe(
    'Weiter mit: npx messenger-check assess a.yaml\n(npx messenger-check report „a b.yaml“)',
  );
});

it.each([
  'npx messenger-check assess',
  'Prüfung eines Messengers mit messenger-check. Diese Datei',
  'messenger-check 0.1.0',
  'node tool/bin/messenger-check evaluate',
  'messenger-check: report',
])('leaves alone what is no command, or one already: %s', (text) => {
  expect(asTyped(text, byNpx)).toBe(text);
});

it('gives a file with its questionnaires so that a shell takes each as one argument', () => {
  expect(argumentsOn('a.yaml', { questionnaires: [] })).toBe('a.yaml');
  expect(argumentsOn('meine prüfung.yaml', { questionnaires: ['haus', 'noch eins'] })).toBe(
    "'meine prüfung.yaml' --questionnaires haus --questionnaires 'noch eins'",
  );
  expect(argumentsOn("p(2)&$x's.yaml", { questionnaires: [] })).toBe("'p(2)&$x'\\''s.yaml'");
  expect(argumentsOn('=ls', { questionnaires: ['%PATH%'] })).toBe("'=ls' --questionnaires '%PATH%'");
  expect(argumentsOn('-f', { questionnaires: ['C:\\haus'] })).toBe("./-f --questionnaires 'C:\\haus'");
});
