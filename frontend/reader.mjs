// Builds the reader: its page, script and style, pdf.js with what it loads while it runs, and its words from the message
// files. All of it lies below one folder of our own origin.
import { build } from 'esbuild';
import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createRequire } from 'node:module';

const MESSAGES = '../src/main/resources/messages_';
const LANGUAGES = ['de', 'en'];
const NO_WASM = ['openjpeg_nowasm_fallback.js', 'jbig2_nowasm_fallback.js'];

export async function buildReader(target) {
  const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  await mkdir(`${target}/wasm`, { recursive: true });
  await build({
    entryPoints: { reader: 'src/reader/main.ts', 'reader-style': 'styles/reader.css' },
    outdir: target,
    entryNames: '[name]',
    bundle: true,
    minify: true,
    sourcemap: true,
    format: 'esm',
    target: ['es2022'],
    loader: { '.woff2': 'file' },
    assetNames: 'fonts/[name]',
    logLevel: 'warning',
  });
  await copyFile('src/reader/read.html', `${target}/read.html`);
  // named .js, so that every server says it is a script
  await mkdir(`${target}/../../read`, { recursive: true });
  await copyFile(`${pdfjs}/legacy/build/pdf.worker.min.mjs`, `${target}/../../read/pdf.worker.js`);
  await copyFile(`${pdfjs}/LICENSE`, `${target}/pdf.LICENSE.txt`);
  await cp(`${pdfjs}/cmaps`, `${target}/cmaps`, { recursive: true });
  await cp(`${pdfjs}/standard_fonts`, `${target}/standard_fonts`, { recursive: true });
  for (const file of NO_WASM) await copyFile(`${pdfjs}/wasm/${file}`, `${target}/wasm/${file}`);
  for (const language of LANGUAGES) {
    const words = await readerWords(`${MESSAGES}${language}.properties`);
    await writeFile(`${target}/texts.${language}.json`, JSON.stringify(words));
  }
}

async function readerWords(file) {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return Object.fromEntries(
    lines.filter((it) => it.startsWith('reader.')).map((it) => [it.slice(0, it.indexOf('=')), it.slice(it.indexOf('=') + 1)]),
  );
}
