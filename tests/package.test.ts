import { execFileSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = path.join(import.meta.dirname, '..');
const read = async (file: string) => JSON.parse(await readFile(path.join(root, file), 'utf8'));

/** Every kind of file that is packed. Nobody has to be here by name but who could be forgotten. */
const allowed = [
  /^(package\.json|README(\.de)?\.md|LICENSE|CHANGELOG\.md)$/,
  /^bin\/(messenger-check\.js|package\.json)$/,
  /^dist\/[\w-]+\.cjs$/,
  /^dist\/(library\.d\.cts|catalogue\.bin|help-(de|en)\.txt|THIRD-PARTY-LICENCES\.txt)$/,
  /^man\/(de\/)?man1\/messenger-check\.1$/,
  /^questionnaires\/([\w-]+\/)*[\w-]+\.(yaml|schema\.json)$/,
  /^templates\/(partials\/)?[\w-]+(\.[\w-]+)*\.(hbs|css|typ)$/,
];
const needed = [
  'package.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'bin/messenger-check.js',
  'bin/package.json',
  'dist/index.cjs',
  'dist/library.cjs',
  'dist/library.d.cts',
  'dist/batch-worker.cjs',
  'dist/catalogue.bin',
  'dist/help-de.txt',
  'dist/help-en.txt',
  'dist/templates-html.cjs',
  'dist/templates-md.cjs',
  'README.de.md',
  'man/man1/messenger-check.1',
  'man/de/man1/messenger-check.1',
  'dist/THIRD-PARTY-LICENCES.txt',
  'templates/report.css',
  'templates/report.typ',
  'questionnaires/sources.yaml',
  'questionnaires/examples/kommune-whatsapp.yaml',
  'questionnaires/schema/assessment.schema.json',
];

interface Packed {
  readonly files: readonly { readonly path: string }[];
  readonly size: number;
  readonly unpackedSize: number;
}

let packed: Packed;
beforeAll(() => {
  const text = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  packed = JSON.parse(text)[0];
});

test('packs what is needed, and nothing else', () => {
  const files = packed.files.map((file) => file.path);
  expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(needed.filter((file) => !files.includes(file))).toEqual([]);
  expect(files).not.toContain('dist/prepare.cjs');
});

test('runs as strict code, as it was written', async () => {
  const scripts = packed.files.map(({ path }) => path).filter((file) => /\.c?js$/.test(file));
  for (const file of scripts.filter((one) => !/^dist\/templates-/.test(one))) {
    const text = await readFile(path.join(root, file), 'utf8');
    expect(text.replace(/^#!.*\n/, ''), file).toMatch(/^['"]use strict['"];/);
  }
});

test('packs no source maps, and names none', async () => {
  const scripts = packed.files.map((file) => file.path).filter((file) => /\.c?js$/.test(file));
  expect(scripts.length).toBeGreaterThan(10);
  for (const file of scripts) {
    expect(await readFile(path.join(root, file), 'utf8'), file).not.toMatch(/^\/\/# sourceMappingURL=/m);
  }
});

test('stays small: 2 MB to fetch, 9 MB on disk', () => {
  expect(packed.size).toBeLessThan(2_000_000);
  expect(packed.unpackedSize).toBeLessThan(9_000_000);
});

test('brings no other package along, and nothing that runs while it is installed', async () => {
  const { dependencies, optionalDependencies, bundleDependencies, scripts } = await read('package.json');
  expect([dependencies, optionalDependencies, bundleDependencies]).toEqual([undefined, undefined, undefined]);
  for (const hook of ['preinstall', 'install', 'postinstall']) expect(scripts).not.toHaveProperty(hook);
});

test('the one package that it can use has no install script either, nor what it brings', async () => {
  const { peerDependencies, peerDependenciesMeta } = await read('package.json');
  const { packages } = await read('package-lock.json');
  const name = '@myriaddreamin/typst-ts-node-compiler';
  expect(Object.keys(peerDependencies)).toEqual([name]);
  expect(peerDependenciesMeta[name]).toEqual({ optional: true });
  const all = Object.keys(packages).filter((place) => place.startsWith(`node_modules/${name}`));
  expect(all).toContain(`node_modules/${name}`);
  expect(all.filter((place) => packages[place].hasInstallScript)).toEqual([]);
});

test('the bill of materials lists every package that is bundled', async () => {
  const licences = await readFile(path.join(root, 'dist/THIRD-PARTY-LICENCES.txt'), 'utf8');
  const bundled = [...licences.matchAll(/^(\S+) (\d+\.\d+\.\S+) \([A-Z0-9][\w-]*\)$/gm)].map(
    (match) => `${match[1]}@${match[2]}`,
  );
  expect(bundled.length).toBeGreaterThan(20);
  const bill = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const listed = new Set(
    JSON.parse(bill).components.map((one: { 'bom-ref': string }) => one['bom-ref'].split('|').at(-1)),
  );
  expect(bundled.filter((one) => !listed.has(one))).toEqual([]);
});

test('npx in a checkout runs what is built there, also the first time', async () => {
  const env = { ...process.env, npm_config_cache: await temporaryFolder() };
  const built = path.join(root, 'dist/index.cjs');
  const before = await stat(built);
  const args = ['--prefix', root, 'messenger-check', '--version'];
  const shown = execFileSync('npx', args, { cwd: await temporaryFolder(), env, encoding: 'utf8' });
  expect(shown.trim()).toBe((await read('package.json')).version);
  expect((await stat(built)).ino).toBe(before.ino);
});
