// Runs the tests of the browser's own code: bundled as it ships, without a browser. All src/*.test.ts, or those named.
import { build } from 'esbuild';
import { readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

process.env.NODE_OPTIONS = '--enable-source-maps'; // a failure names the line of the source
const bundles = resolve('../target/frontend-tests');
const named = process.argv.slice(2);
const tests = (named.length ? named : (await readdir('src', { recursive: true })).map((it) => `src/${it}`)).filter((it) => it.endsWith('.test.ts'));

await build({
  entryPoints: tests,
  outdir: bundles,
  entryNames: '[name]',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  sourcemap: 'inline',
  format: 'esm',
  platform: 'node',
  target: ['es2022'],
  logLevel: 'warning',
});

run({ files: tests.map((it) => `${bundles}/${basename(it, '.ts')}.mjs`), concurrency: true })
  .on('test:fail', () => (process.exitCode = 1))
  .compose(spec)
  .pipe(process.stdout);
