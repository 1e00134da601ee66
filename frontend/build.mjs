// Bundles the browser's own code and styles into the class path, from where they are served.
import { build } from 'esbuild';

await build({
  entryPoints: { 'ratssaal': 'src/ratssaal.ts', 'styles': 'styles/styles.css' },
  outdir: '../target/classes/META-INF/resources/assets',
  bundle: true,
  minify: true,
  sourcemap: true,
  format: 'esm',
  target: ['es2022'],
  logLevel: 'warning',
});
