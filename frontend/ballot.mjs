// Builds what runs in the browser for secret ballots, each part as a file of its own that only the pages load which need it, and beside them
// the hashes of all: who wants to know that a browser got what we built compares them.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';

const LANGUAGES = ['de', 'en'];

export async function buildBallot(target) {
  await mkdir(target, { recursive: true });
  const { metafile } = await build({
    entryPoints: {
      'booth': 'src/booth/booth.ts',
      'booth-worker': 'src/booth/booth-worker.ts',
      'teller': 'src/teller/teller.ts',
      'teller-worker': 'src/teller/teller-worker.ts',
      'verify': 'src/verify/verify.ts',
      'verify-worker': 'src/verify/verify-worker.ts',
      'ballot': 'styles/ballot.css',
    },
    outdir: target,
    bundle: true,
    minify: true,
    sourcemap: true,
    metafile: true,
    format: 'esm',
    target: ['es2022'],
    logLevel: 'warning',
  });
  for (const language of LANGUAGES) await copyFile(`words/${language}.txt`, `${target}/words.${language}.txt`);
  const files = Object.keys(metafile.outputs)
    .map((it) => it.slice(it.lastIndexOf('/') + 1))
    .filter((it) => !it.endsWith('.map'))
    .concat(LANGUAGES.map((it) => `words.${it}.txt`))
    .sort();
  const hashes = await Promise.all(files.map(async (it) => [it, hashOf(await readFile(`${target}/${it}`))]));
  await writeFile(`${target}/integrity.json`, `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}

/** In hexadecimal digits, as sha256sum prints it, and as an integrity attribute has it. */
function hashOf(content) {
  const hash = createHash('sha256').update(content).digest();
  return { sha256: hash.toString('hex'), integrity: `sha256-${hash.toString('base64')}` };
}
