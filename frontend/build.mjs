// Bundles the browser's own code, styles, fonts and icons into the class path, from where they are served.
import { build } from 'esbuild';
import { copyFile } from 'node:fs/promises';
import { buildBallot } from './ballot.mjs';
import { writeIcons } from './icons.mjs';
import { buildOffline } from './offline.mjs';
import { buildReader } from './reader.mjs';

const assets = '../target/classes/META-INF/resources/assets';

await build({
  entryPoints: {
    'ratssaal': 'src/ratssaal.ts',
    'appearance': 'src/appearance.ts',
    'passkey': 'src/passkey-sign-in.ts',
    'signed-out': 'src/offline/signed-out.ts',
    'live': 'src/live.ts',
    'stream': 'src/stream/player.ts',
    'conference': 'src/conference/conference.ts',
    'conference-check': 'src/conference/checkup.ts',
    'styles': 'styles/styles.css',
    'portal': 'styles/portal.css',
    'sign-in': 'styles/sign-in.css',
  },
  outdir: assets,
  bundle: true,
  minify: true,
  sourcemap: true,
  format: 'esm',
  target: ['es2022'],
  external: ['/assets/stream.js'],
  loader: { '.woff2': 'file' },
  assetNames: 'fonts/[name]',
  logLevel: 'warning',
});
await writeIcons(`${assets}/icons.svg`);
await copyFile('icons/mark.svg', `${assets}/mark.svg`);
await buildReader(`${assets}/reader`);
await buildBallot(`${assets}/ballot`);
await buildOffline('../target/classes/META-INF/resources');
