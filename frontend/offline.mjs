// Builds what lets the reader be installed and start without network: manifests, icons of the program, and the service
// worker, into which goes the list of everything it keeps and, as its version, the hash of all that.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';

const NAMES = {
  de: {
    name: 'Ratssaal – Unterlagen lesen',
    short_name: 'Ratssaal',
    description: 'Sitzungsunterlagen lesen und mit Notizen versehen, auch ohne Netz',
  },
  en: {
    name: 'Ratssaal – reading papers',
    short_name: 'Ratssaal',
    description: 'Read and annotate the papers of meetings, also without network',
  },
};
const ICONS = ['192.png', '512.png', 'maskable.png', 'touch.png'];

/** Fetched only when a document needs them. */
const RARE = /^\/assets\/reader\/(cmaps\/|.*\.(map|txt)$)/;

/** @param resources folder that is served as / */
export async function buildOffline(resources) {
  await mkdir(`${resources}/assets/app`, { recursive: true });
  for (const icon of ICONS) await copyFile(`icons/app/${icon}`, `${resources}/assets/app/${icon}`);
  for (const [language, names] of Object.entries(NAMES)) {
    await writeFile(`${resources}/assets/app/manifest.${language}.json`, JSON.stringify(manifest(language, names), null, 2));
  }
  const files = [
    ...(await filesBelow(resources, '/assets/reader')).filter((it) => !RARE.test(it)),
    ...(await filesBelow(resources, '/assets/app')),
    ...(await filesBelow(resources, '/read')),
    '/assets/appearance.js',
    '/assets/icons.svg',
    '/assets/mark.svg',
  ].sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(resources + file));
  await build({
    entryPoints: { 'read-worker': 'src/offline/worker.ts' },
    outdir: resources,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    define: {
      FILES: JSON.stringify(files.filter((it) => it !== '/assets/reader/read.html')),
      VERSION: JSON.stringify(hash.digest('hex').slice(0, 16)),
    },
    logLevel: 'warning',
  });
}

function manifest(language, names) {
  const icon = (file, sizes, purpose) => ({ src: `/assets/app/${file}`, sizes, type: 'image/png', purpose });
  return {
    ...names,
    id: '/read',
    lang: language,
    dir: 'ltr',
    start_url: '/read',
    scope: '/',
    display: 'standalone',
    background_color: '#0d3b48',
    theme_color: '#0d3b48',
    categories: ['government', 'productivity'],
    icons: [
      icon('192.png', '192x192', 'any'),
      icon('512.png', '512x512', 'any'),
      icon('maskable.png', '512x512', 'maskable'),
      { src: '/assets/mark.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
  };
}

async function filesBelow(resources, folder) {
  const there = await readdir(resources + folder, { recursive: true, withFileTypes: true });
  return there.filter((it) => it.isFile()).map((it) => `${it.parentPath ?? it.path}/${it.name}`.slice(resources.length));
}
